/** Answers who says a phrase, since when and how often, from a count over the reports that are asked about. */
import { NO_FILTERS } from '../search/filter.ts'
import { readOperators } from '../search/query/operators.ts'
import type { Query } from '../search/query/query.ts'
import type { Searcher } from '../search/searcher.ts'
import { foldPhrase } from '../text/normalizer.ts'
import { type Count, countPhrase } from './count.ts'
import { acceptsKind, type MentionQuestion, readMentionQuestion } from './mention-question.ts'

export interface Mentions {
  readonly question: MentionQuestion
  /** The phrase itself, to the letter. */
  readonly count: Count
  /** Other wordings in the reports that do not have the phrase; null where there are none. Its `alternatives` are all that stand there. */
  readonly others: Count | null
}

/** null for a question about something else, and for a long phrase that nothing says: passages answer that better. */
export async function findMentions(searcher: Searcher, query: Query): Promise<Mentions | null> {
  const asked = readQuestion(query)
  if (asked === null) return null
  const { question, places } = asked
  const count = await countPhrase(searcher.backend, question.phrase, scopeOf(query, question, places))
  // 甲县2021年的报告有吗, where there is none of that year: the place is no phrase.
  if (
    count.reports.length + count.without.length === 0 &&
    places.length === 0 &&
    query.named.includes(question.phrase)
  )
    return null
  const isTerm = foldPhrase(question.phrase).length <= MAX_TERM_UTF16 && !ASKS_HOW.test(question.phrase)
  if (count.total === 0 && !question.isQuoted && !isTerm) return null
  return { question, count, others: question.isQuoted ? null : await countOthers(searcher, count) }
}

/** A longer phrase that no report has is hardly a term. */
const MAX_TERM_UTF16 = 12
/** 楼停工了咋办: what to do is asked there, and no report has it so. */
const ASKS_HOW = /咋|怎[么样]|如何/u

type Scope = Pick<NonNullable<Parameters<typeof countPhrase>[2]>, 'filters' | 'accepts'>

/** A place that is named narrows; one that nothing else is asked about is the phrase itself. */
function readQuestion(
  query: Query,
): { readonly question: MentionQuestion; readonly places: readonly string[] } | null {
  const { free, phrases } = readOperators(query.text)
  const text = [free, ...phrases.map((phrase) => `“${phrase}”`)].join(' ')
  const narrowed = readMentionQuestion(text, [...query.named, ...query.foreign])
  if (narrowed !== null) return { question: narrowed, places: query.preferences.places }
  const question = query.named.length + query.foreign.length === 1 ? readMentionQuestion(text) : null
  return question === null ? null : { question, places: [] }
}

/** The places and years named narrow what is counted. */
function scopeOf(
  { filters, preferences }: Query,
  { kind }: MentionQuestion,
  named: readonly string[],
): Scope {
  const places = filters.places.length > 0 ? filters.places : named
  const years = filters.years.length > 0 ? filters.years : preferences.years
  return { filters: { ...NO_FILTERS, ...filters, places, years }, accepts: acceptsKind(kind) }
}

async function countOthers({ backend, wordings }: Searcher, count: Count): Promise<Count | null> {
  const silent = new Set(count.without.map(({ id }) => id))
  const said: string[] = []
  for (const wording of wordings(count.phrase)) {
    const mentions = await backend.mentions([wording])
    if (mentions.some(({ report }) => silent.has(report.id))) said.push(wording)
  }
  const [first, ...rest] = said
  if (first === undefined) return null
  return await countPhrase(backend, first, { alternatives: rest, accepts: ({ id }) => silent.has(id) })
}

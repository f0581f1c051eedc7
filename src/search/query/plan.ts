/** Turns a Query into its terms with their weights, the synonyms of its words, and the groups that a backend is asked for. */
import { analyze, type Term, type TermKind } from '../../text/analyzer.ts'
import { type Folded, fold } from '../../text/normalizer.ts'
import type { Synonyms } from '../../text/synonyms.ts'
import type { TopicMatch } from '../../text/topics.ts'
import { cutWords } from '../../text/words.ts'
import type { Backend, Catalog, TermGroup } from '../backend.ts'
import type { YearRange } from '../filter.ts'
import { rarityOf } from '../indexing/bm25.ts'
import { aboutTopic, type Concept, conceptsAround, findConcepts, pairsOf } from './concept.ts'
import { isFiller } from './filler-words.ts'
import type { Query } from './query.ts'
import { MAX_QUESTION_UTF16, type Run } from './question-words.ts'
import { isKnownYear } from './years.ts'

/** A term of the query, once however often it is typed; its place is where it first stands in the plan's text. */
export interface PlannedTerm extends Term {
  /** In how many passages it stands. */
  readonly frequency: number
  /** What covering it is worth, before the sum is made 1. */
  readonly weight: number
  /** A pair, a code, or a character typed by itself: what says whether a passage speaks of the topic. */
  readonly isWord: boolean
  /** Whether it is (a part of) one word: of the segmenter's, or of single characters that the corpus sets side by side. */
  readonly isOneWord: boolean
  /** Concepts that it is a part of, by their place in the plan. */
  readonly concepts: readonly number[]
}

export interface Plan {
  /** What was analysed: the query's terms, then its phrases. Places of terms and concepts are places in it. */
  readonly text: string
  readonly terms: readonly PlannedTerm[]
  readonly concepts: readonly Concept[]
  /** Sum of the terms' weights. */
  readonly weight: number
  /** Sum of the weights of those that are words. */
  readonly wordWeight: number
  readonly groups: readonly TermGroup[]
}

/** Weight of a synonym's pairs in the backend, where a long synonym has more of them than the word typed. */
const SYNONYM_GROUP_WEIGHT = 0.5
/** What a kind of term is worth beside a pair of the same rarity. */
const KIND_WEIGHT: Readonly<Record<TermKind, number>> = {
  char: 0.7,
  pair: 1,
  code: 1.2,
  part: 0.3,
  measure: 0.3,
}
/** A pair that a word boundary divides, as 游收 in 旅游收入. */
const ACROSS_WORDS_WEIGHT = 0.2
/** Characters that carry grammar rather than meaning. */
export const FUNCTION_CHARACTERS =
  /[的了在是和与及等对把被从于为以也都就还又其之这那个们着过到上下中里要能会可想做有没很更最多少几什么怎样哪谁吗呢吧]/u
const FUNCTION_WEIGHT = 0.3
/** Words of everyday speech around what is asked about: reports seldom print them, which makes them rare and tells nothing. */
const FILLER_WEIGHT = 0.25
/** The figures of a year that a report is of: what its passages speak about is known without them. */
const YEAR_WEIGHT = 0.2
/** The rarest terms are asked for; more add time and no candidates. */
const MAX_GROUPS = 64
/** Characters in more passages than this are not asked for where the query has enough rarer terms: they cost most and tell least. */
const EVERYWHERE_SHARE = 0.3
/** Fewer rarer terms than this may all be beside the topic (a question in other words), and are cheap anyhow. */
const ENOUGH_GROUPS = 6

export interface PlanOptions {
  readonly synonyms: Synonyms
  readonly backend: Backend
}

/** Weighs the query's terms by how rare they are in this corpus. */
export async function planQuery(query: Query, { synonyms, backend }: PlanOptions): Promise<Plan> {
  const text = [query.terms, ...query.phrases].join(' ').trim()
  const folded = fold(text)
  const found = distinct(analyze(text))
  const concepts = findConcepts(folded, synonyms)
  const [catalog, frequencies] = await Promise.all([
    backend.catalog(),
    backend.frequencies(found.map(({ term }) => term)),
  ])
  const weigh = makeWeigher({ text, folded, years: query.preferences.years, concepts }, catalog)
  const terms = found.map((term, index) => weigh(term, frequencies[index] ?? 0))
  const sum = (some: readonly PlannedTerm[]): number => some.reduce((total, term) => total + term.weight, 0)
  return {
    text,
    terms,
    concepts,
    weight: sum(terms),
    wordWeight: sum(terms.filter(({ isWord }) => isWord)),
    groups: makeGroups(terms, concepts, catalog.passages),
  }
}

interface Weighed {
  /** The plan's text. */
  readonly text: string
  readonly folded: Folded
  /** Years that the question names. */
  readonly years: readonly YearRange[]
  readonly concepts: readonly Concept[]
}

/** Makes the function that weighs a term of the text: by its kind, by the word that it is a part of, and by how many passages have it. */
function makeWeigher(
  { text, folded, years, concepts }: Weighed,
  catalog: Catalog,
): (term: Term, frequency: number) => PlannedTerm {
  const { passages } = catalog
  const boundaries = new Map(
    wordBoundaries(folded.text).map(({ index, isSure }) => [folded.starts[index] ?? 0, isSure]),
  )
  const yearTerms = new Set(years.flatMap(({ from, to }) => [String(from), String(to)]))
  const isOfReport = years.some((range) => isKnownYear(range, catalog))
  // Every word of a paste counts.
  const fillers = text.length > MAX_QUESTION_UTF16 ? [] : fillersOf(folded.text, folded.starts)
  return ({ term, kind, start, end }, frequency) => {
    const partOf = conceptsAround(concepts, start, end)
    const isBoundarySure = kind === 'pair' && partOf.length === 0 ? boundaries.get(end - 1) : undefined
    // What a passage has in a row is a word; what none has was two.
    const isAcross = isBoundarySure === true || (isBoundarySure === false && frequency === 0)
    const isAlone = kind === 'char' && standsAlone(text, start, end)
    const middle = start + String.fromCodePoint(text.codePointAt(start) ?? 0).length
    const isDivided = kind === 'pair' ? boundaries.get(middle) : undefined
    const isOneWord = kind === 'code' || (kind === 'pair' && (isDivided === undefined || partOf.length > 0))
    const isYear = yearTerms.has(term.replace(/年$/u, ''))
    const isGrammar = kind !== 'code' && FUNCTION_CHARACTERS.test(term)
    const rarity = rarityOf(frequency, passages)
    const isFilling = !isAlone && fillers.some((filler) => filler.start <= start && end <= filler.end)
    const share =
      KIND_WEIGHT[isAlone ? 'pair' : kind] *
      (isAcross ? ACROSS_WORDS_WEIGHT : 1) *
      (isGrammar ? FUNCTION_WEIGHT : isFilling ? FILLER_WEIGHT : 1) *
      (isYear && isOfReport ? YEAR_WEIGHT : 1)
    // A pair across words that no passage has says nothing of what the corpus lacks.
    const weight = isAcross && frequency === 0 ? 0 : share * rarity
    const isWord = (kind === 'pair' || kind === 'code' || isAlone) && !isYear
    return { term, kind, start, end, frequency, weight, isWord, isOneWord, concepts: partOf }
  }
}

/** The plan with what a question in everyday words is about beside what its own words say. */
export function widenPlan(plan: Plan, about: readonly TopicMatch[], { passages }: Catalog): Plan {
  const concepts = [...plan.concepts, ...about.map(aboutTopic)]
  const terms = plan.terms.map((one): PlannedTerm => {
    const ofTopics = about.flatMap(({ terms: said }, topic) =>
      said.has(one.term) ? [plan.concepts.length + topic] : [],
    )
    return ofTopics.length === 0 ? one : { ...one, concepts: [...one.concepts, ...ofTopics] }
  })
  return { ...plan, terms, concepts, groups: makeGroups(terms, concepts, passages) }
}

/** Each term once, at its first place, in the order of the last ones. */
function distinct(terms: readonly Term[]): Term[] {
  return [...new Map(terms.toReversed().map((term) => [term.term, term])).values()].reverse()
}

/**
 * Where one word ends and another begins. Between two single characters that is not sure: they may be a word that the
 * segmenter's dictionary lacks (断头路, 双修).
 */
function wordBoundaries(folded: string): { readonly index: number; readonly isSure: boolean }[] {
  const segments = cutWords(folded)
  return segments.map(({ index, segment }, place) => ({
    index,
    isSure: segment.length > 1 || (segments[place - 1]?.segment.length ?? 0) > 1,
  }))
}

/** Where in the original the words stand that say nothing of what is asked about. */
function fillersOf(folded: string, starts: ArrayLike<number>): Run[] {
  return cutWords(folded)
    .filter(({ segment }) => isFiller(segment))
    .map(({ index, segment }) => ({
      start: starts[index] ?? 0,
      end: starts[index + segment.length] ?? Number.POSITIVE_INFINITY,
    }))
}

function makeGroups(
  terms: readonly PlannedTerm[],
  concepts: readonly Concept[],
  passages: number,
): TermGroup[] {
  const known = terms.filter((term) => term.frequency > 0)
  const isEverywhere = ({ kind, isWord, frequency }: PlannedTerm): boolean =>
    kind === 'char' && !isWord && frequency > passages * EVERYWHERE_SHARE
  const rare = known.filter((term) => !isEverywhere(term))
  const asked = (rare.length >= ENOUGH_GROUPS ? rare : known)
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_GROUPS)
  const exact = asked.map(
    ({ term, kind, isWord }): TermGroup => ({
      terms: [{ term, weight: KIND_WEIGHT[isWord && kind === 'char' ? 'pair' : kind] }],
    }),
  )
  const typed = new Set(terms.map(({ term }) => term))
  const others = concepts.map(({ alternatives }): TermGroup => {
    const unique = pairsOf(alternatives).filter((term) => !typed.has(term))
    return { terms: unique.map((term) => ({ term, weight: SYNONYM_GROUP_WEIGHT })) }
  })
  return [...exact, ...others.filter((group) => group.terms.length > 0)]
}

/** Whether a Han character has neither letter nor figure beside it: typed by itself, it is a word. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[end] ?? '')
}

/** Ranked hits in; out: whether they answer the question, touch it, or have nothing to do with it. */
import { foldText } from '../../text/normalizer.ts'
import type { Catalog } from '../backend.ts'
import { acceptsReport } from '../filter.ts'
import { shortName } from '../query/places.ts'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import { passageText } from '../rank/passage-text.ts'
import type { Ranked } from '../rank/ranker.ts'
import { type MatterWord, readMatter, speakOf } from '../rank/topic.ts'

import type { Openings } from './opening.ts'

/** `strong`: the hits answer; `weak`: they touch the question; `none`: nothing in the corpus does. */
export type Match = 'strong' | 'weak' | 'none'

interface Evidence {
  readonly query: Query
  readonly plan: Plan
  readonly ranked: readonly Ranked[]
  readonly openings: Openings
  readonly isExact: boolean
  readonly catalog: Catalog
}

/**
 * Share of the question's matter that an answer speaks of. Measured over all own and citizens' questions, on the five reports,
 * as right first hits called strong and questions without an answer called strong: 0.50 gives 96.6 % and 8.9 %, 0.54 96.0 %
 * and 7.5 %, 0.56 95.4 % and 5.5 %, 0.60 94.0 % and 4.8 %.
 */
const STRONG_MATTER = 0.56
/** The more passages there are, the more of a question one of them speaks of by chance: ten times as many, this much more. */
const MATTER_BY_SIZE = 0.06
/** Passages of a corpus in which chance plays no part: five reports. */
const SMALL_CORPUS = 500
/** Below this share of its words a passage has no more to do with the question than any passage has. */
const WEAK_WORDS = 0.05
/** How many of the first hits are looked at for an answer, and for anything near one. */
const JUDGED_HITS = 3
const NEAR_HITS = 10

export function judgeMatch(evidence: Evidence): Match {
  const { query, plan, ranked, openings, isExact } = evidence
  if (ranked.length === 0) return 'none'
  if (query.part !== null && query.terms === '' && !openings.isAnswer) return 'none'
  if (openings.isAnswer || isExact || plan.terms.length === 0) return 'strong'
  if (isAnswerable(query) && isAnswered(evidence)) return 'strong'
  const isNear =
    openings.candidates.length > 0 || ranked.slice(0, NEAR_HITS).some((hit) => hit.words >= WEAK_WORDS)
  return isNear ? 'weak' : 'none'
}

/** Whether a report may hold the answer: only its own speaker is a person that it names, and it is no counter. */
function isAnswerable({ intent }: Query): boolean {
  return intent !== 'person' && intent !== 'service' && intent !== 'opening'
}

function isAnswered({ query, plan, ranked, catalog }: Evidence): boolean {
  const words = readMatter(plan)
  const least = leastMatter(query, catalog)
  return ranked
    .slice(0, JUDGED_HITS)
    .some((hit) => meetsEssentials(hit, query, { words, plan }) && speakOf(words, hit, plan).matter >= least)
}

interface Matter {
  readonly words: readonly MatterWord[]
  readonly plan: Plan
}

function leastMatter({ preferences: { places }, filters }: Query, { reports }: Catalog): number {
  const passages = reports
    .filter(
      (report) => acceptsReport(filters, report) && (places.length === 0 || places.includes(report.place)),
    )
    .reduce((sum, report) => sum + report.passages, 0)
  return STRONG_MATTER + MATTER_BY_SIZE * Math.max(0, Math.log10(passages / SMALL_CORPUS))
}

/** The place that is asked about must be the report's or be named beside the matter, and so must a place without a report; the year be spoken about. */
function meetsEssentials(hit: Ranked, { foreign, preferences }: Query, matter: Matter): boolean {
  const { places, years } = preferences
  const isNamed = foreign.every((place) => isNamedBeside(hit, foldText(place), matter))
  const isOfPlace =
    places.length === 0 ||
    places.includes(hit.report.place) ||
    places.some((place) => isNamedBeside(hit, shortName(place), matter))
  const isOfYear = years.length === 0 || hit.features.year > 0
  return isNamed && isOfPlace && isOfYear
}

/** What share of the rest of the question a sentence speaks of that names the place beside the matter. */
const BESIDE_MATTER = 0.35

/** A passage of many places names one in a heading, or in a sentence that speaks of the question too. */
function isNamedBeside(hit: Ranked, name: string, { words, plan }: Matter): boolean {
  const { folded, sentenceEnds, heading } = passageText(hit.passage, hit.report)
  if (heading.includes(name)) return true
  if (!folded.includes(name)) return false
  const others = words.filter(({ text }) => {
    const word = foldText(text)
    return !word.includes(name) && !name.includes(word)
  })
  const least = others.reduce((sum, { weight }) => sum + weight, 0) * BESIDE_MATTER
  const { bySentence } = speakOf(others, hit, plan)
  return sentenceEnds.some(
    (end, number) =>
      folded.slice(sentenceEnds[number - 1] ?? 0, end).includes(name) && (bySentence[number] ?? 0) >= least,
  )
}

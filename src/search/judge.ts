/** Ranked hits in; out: whether they answer the question, touch it, or have nothing to do with it. */
import { foldText } from '../text/normalizer.ts'
import { shortName } from './places.ts'
import type { Plan } from './plan.ts'
import type { Query } from './query.ts'
import type { Ranked } from './ranker.ts'
import type { Match } from './searcher.ts'
import { passageText } from './text-cache.ts'

interface Evidence {
  readonly query: Query
  readonly plan: Plan
  readonly ranked: readonly Ranked[]
  /** How many openings of reports answer a question about the speech itself. */
  readonly openings: number
  readonly isExact: boolean
}

/**
 * Measured on the own questions (split `tune`): right first hits cover 0.58 or more of the words' weight in 93 of 100
 * cases; what the corpus gives a question that it does not answer stays below in 9 of 10.
 */
const STRONG_WORDS = 0.58
/** Below this a passage shares no more with the question than any passage does. */
const WEAK_WORDS = 0.05
/** How many of the first hits are looked at for an answer, and for anything near one. */
const JUDGED_HITS = 3
const NEAR_HITS = 10

export function judgeMatch({ query, plan, ranked, openings, isExact }: Evidence): Match {
  if (ranked.length === 0) return 'none'
  if (openings > 0 || isExact || plan.terms.length === 0) return 'strong'
  const judged = ranked.slice(0, JUDGED_HITS)
  if (judged.some((hit) => hit.words >= STRONG_WORDS && meetsEssentials(hit, query, plan))) return 'strong'
  return ranked.slice(0, NEAR_HITS).some((hit) => hit.words >= WEAK_WORDS) ? 'weak' : 'none'
}

/** The place that is asked about must be the report's or be named beside the matter, and so must a place without a report; the year be spoken about. */
function meetsEssentials(hit: Ranked, { foreign, preferences }: Query, plan: Plan): boolean {
  const { places, years } = preferences
  const isNamed = foreign.every((place) => isNamedBeside(hit, foldText(place), plan))
  const isOfPlace =
    places.length === 0 ||
    places.includes(hit.report.place) ||
    places.some((place) => isNamedBeside(hit, shortName(place), plan))
  const isOfYear = years.length === 0 || hit.features.year > 0
  return isNamed && isOfPlace && isOfYear
}

/** A passage of many places names one in a sentence or heading that has a word of the question too. */
function isNamedBeside({ passage, report }: Ranked, name: string, { terms, concepts }: Plan): boolean {
  const { folded, sentenceEnds, heading } = passageText(passage, report)
  if (heading.includes(name)) return true
  const words = [
    ...terms.filter(({ isWord, weight }) => isWord && weight > 0).map(({ term }) => term),
    ...concepts.flatMap(({ alternatives }) => alternatives),
  ].filter((word) => !word.includes(name) && !name.includes(word))
  return sentenceEnds.some((end, number) => {
    const sentence = folded.slice(sentenceEnds[number - 1] ?? 0, end)
    return sentence.includes(name) && (words.length === 0 || words.some((word) => sentence.includes(word)))
  })
}

/** A backend's candidates in; out: the same in the order in which they answer, with what of the query each one covers. */
import { foldPhrase } from '../text/normalizer.ts'
import { passageAspect, passageYears } from './aspect.ts'
import type { Candidate } from './backend.ts'
import { acceptsYears, NO_FILTERS } from './filter.ts'
import { eachOccurrence, occursIn } from './occurrences.ts'
import { type Plan, SYNONYM_SHARE } from './plan.ts'
import type { Query } from './query.ts'
import { lettersOf, passageText } from './text-cache.ts'

export interface Ranked extends Candidate {
  /** Share of the query's weight that the passage and its headings cover, 0 to 1. */
  readonly coverage: number
  /** The same for its best sentence. */
  readonly sentence: number
  /** What made the score, for `npm run eval -- --explain`. */
  readonly features: Features
}

export interface Features {
  /** BM25 score as a share of the best candidate's. */
  readonly bm25: number
  readonly coverage: number
  readonly sentence: number
  /** 1 when the letters of the whole query stand in it in a row. */
  readonly verbatim: number
  readonly place: number
  readonly year: number
  readonly aspect: number
  readonly definition: number
}

export const FEATURE_WEIGHT: Readonly<Record<keyof Features, number>> = {
  bm25: 1,
  coverage: 0.8,
  sentence: 0.8,
  verbatim: 0.5,
  place: 0.5,
  year: 0.15,
  aspect: 0.08,
  definition: 0.3,
}

/** Share of its weight that a term gets when only a heading has it. */
const HEADING_SHARE = 0.5
/** A place that the text names, where the report is another's. */
const NAMED_PLACE_SHARE = 0.8
/** Shorter queries are no quotes. */
const MIN_VERBATIM_UTF16 = 4

/** Ranks candidates. Equal scores keep the backend's order, which ends in reading order. */
export function rank(candidates: readonly Candidate[], query: Query, plan: Plan): Ranked[] {
  const best = candidates[0]?.score ?? 0
  const letters = lettersOf(foldPhrase(query.terms))
  const ranked = candidates.map((candidate): Ranked => {
    const { coverage, sentence } = cover(candidate, plan)
    const text = passageText(candidate.passage)
    const features: Features = {
      bm25: best > 0 ? candidate.score / best : 0,
      coverage,
      sentence,
      verbatim: letters.length >= MIN_VERBATIM_UTF16 && text.letters.includes(letters) ? 1 : 0,
      place: placeCredit(candidate, query),
      year: yearCredit(candidate, query),
      aspect: aspectCredit(candidate, query),
      definition: definitionCredit(candidate, query),
    }
    return { ...candidate, coverage, sentence, features, score: weigh(features) }
  })
  return ranked
    .map((hit, order) => ({ hit, order }))
    .sort((a, b) => b.hit.score - a.hit.score || a.order - b.order)
    .map(({ hit }) => hit)
}

function weigh(features: Features): number {
  let score = 0
  for (const name of Object.keys(FEATURE_WEIGHT) as (keyof Features)[])
    score += FEATURE_WEIGHT[name] * features[name]
  return score
}

/** How much of the query's weight the passage and its best sentence cover. A synonym covers the words it stands for. */
function cover(candidate: Candidate, plan: Plan): { coverage: number; sentence: number } {
  const { folded, sentenceEnds, heading } = passageText(candidate.passage)
  const total = plan.terms.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return { coverage: 0, sentence: 0 }
  const conceptSentences = plan.concepts.map(({ alternatives }) => {
    const sentences = new Set<number>()
    for (const alternative of alternatives)
      eachOccurrence(folded, alternative, (at) => sentences.add(sentenceAt(sentenceEnds, at)))
    return sentences
  })
  const bySentence = new Float64Array(sentenceEnds.length)
  let inHeading = 0
  let coverage = 0
  for (const { term, weight, start, end } of plan.terms) {
    if (weight === 0) continue
    const credits = new Map<number, number>()
    plan.concepts.forEach((concept, index) => {
      if (concept.start > start || concept.end < end) return
      for (const sentence of conceptSentences[index] ?? []) credits.set(sentence, SYNONYM_SHARE)
    })
    eachOccurrence(folded, term, (at) => credits.set(sentenceAt(sentenceEnds, at), 1))
    const headingCredit = occursIn(heading, term) ? HEADING_SHARE : 0
    inHeading += weight * headingCredit
    let most = headingCredit
    for (const [sentence, credit] of credits) {
      bySentence[sentence] = (bySentence[sentence] ?? 0) + weight * Math.max(0, credit - headingCredit)
      most = Math.max(most, credit)
    }
    coverage += weight * most
  }
  return { coverage: coverage / total, sentence: (inHeading + Math.max(0, ...bySentence)) / total }
}

function sentenceAt(ends: readonly number[], place: number): number {
  let low = 0
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ends[middle] as number) > place) high = middle
    else low = middle + 1
  }
  return low
}

function placeCredit({ passage, report }: Candidate, { preferences }: Query): number {
  if (preferences.places.length === 0) return 0
  if (preferences.places.includes(report.place)) return 1
  const { folded } = passageText(passage)
  const isNamed = preferences.places.some((place) => folded.includes(foldPhrase(place).slice(0, 2)))
  return isNamed ? NAMED_PLACE_SHARE : 0
}

function yearCredit({ passage, report }: Candidate, { preferences }: Query): number {
  if (preferences.years.length === 0) return 0
  return acceptsYears({ ...NO_FILTERS, years: preferences.years }, passageYears(passage, report)) ? 1 : 0
}

function aspectCredit({ passage, report }: Candidate, { preferences }: Query): number {
  const aspect = preferences.aspect === null ? null : passageAspect(passage, report)
  if (aspect === null) return 0
  return aspect === preferences.aspect ? 1 : -1
}

const GLOSSARY = /名词解释|名词注释|注释|术语/u

function definitionCredit({ passage }: Candidate, { intent }: Query): number {
  return intent === 'definition' && passage.section.some((heading) => GLOSSARY.test(heading)) ? 1 : 0
}

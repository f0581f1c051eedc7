/** A backend's candidates in; out: the same in the order in which they answer, with what of the query each one covers. */
import { foldPhrase } from '../text/normalizer.ts'
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
  /** Share of the weight of the query's words (pairs, codes, lone characters) that the passage and its headings cover. */
  readonly words: number
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
  /** Share of the query's weight that the headings cover, the lead included. */
  readonly heading: number
  readonly definition: number
  /** Whether a question for a figure finds one beside its words. */
  readonly figure: number
}

export const FEATURE_WEIGHT: Readonly<Record<keyof Features, number>> = {
  bm25: 0.15,
  coverage: 0.6,
  sentence: 1,
  verbatim: 0.2,
  place: 1.3,
  year: 0.3,
  aspect: 0.3,
  heading: 0.1,
  definition: 0.8,
  figure: 0.2,
}

/** Share of its weight that a term gets when only a heading has it. */
const HEADING_SHARE = 0.3
/** A place that the text names, where the report is another's. */
const NAMED_PLACE_SHARE = 0.65
/** A year that a passage of another year's part only names. */
const NAMED_YEAR_SHARE = 0.6
/** Shorter queries are no quotes. */
const MIN_VERBATIM_UTF16 = 4

/** Ranks candidates. Equal scores keep the backend's order, which ends in reading order. */
export function rank(candidates: readonly Candidate[], query: Query, plan: Plan): Ranked[] {
  const best = candidates[0]?.score ?? 0
  const letters = lettersOf(foldPhrase(query.terms))
  const ranked = candidates.map((candidate): Ranked => {
    const { coverage, sentence, words, heading, bestSentence } = cover(candidate, plan)
    const text = passageText(candidate.passage, candidate.report)
    const features: Features = {
      bm25: best > 0 ? candidate.score / best : 0,
      coverage,
      sentence,
      verbatim: letters.length >= MIN_VERBATIM_UTF16 && text.letters.includes(letters) ? 1 : 0,
      place: placeCredit(candidate, query),
      year: yearCredit(candidate, query),
      aspect: aspectCredit(candidate, query),
      heading,
      definition: definitionCredit(candidate, query),
      figure: query.intent === 'figure' ? figureCredit(bestSentence, plan) : 0,
    }
    return { ...candidate, coverage, sentence, words, features, score: weigh(features) }
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

interface Cover {
  readonly coverage: number
  readonly words: number
  readonly sentence: number
  readonly heading: number
  /** Folded. */
  readonly bestSentence: string
}

/** How much of the query's weight the passage and its best sentence cover. A synonym covers the words it stands for. */
function cover(candidate: Candidate, plan: Plan): Cover {
  const { folded, sentenceEnds, heading } = passageText(candidate.passage, candidate.report)
  if (plan.weight === 0) return { coverage: 0, words: 0, sentence: 0, heading: 0, bestSentence: '' }
  const conceptSentences = plan.concepts.map(({ alternatives }) =>
    sentencesWith(folded, sentenceEnds, alternatives),
  )
  const bySentence = new Float64Array(sentenceEnds.length)
  const credits = new Float64Array(sentenceEnds.length)
  let inHeading = 0
  let coverage = 0
  let words = 0
  for (const { term, weight, isWord, concepts } of plan.terms) {
    if (weight === 0) continue
    let touched = false
    for (const concept of concepts) {
      for (const sentence of conceptSentences[concept] ?? []) {
        credits[sentence] = SYNONYM_SHARE
        touched = true
      }
    }
    eachOccurrence(folded, term, (at) => {
      credits[sentenceAt(sentenceEnds, at)] = 1
      touched = true
    })
    const headingCredit = occursIn(heading, term) ? HEADING_SHARE : 0
    let most = headingCredit
    inHeading += weight * headingCredit
    for (let sentence = 0; touched && sentence < credits.length; sentence++) {
      const credit = credits[sentence] as number
      if (credit > headingCredit)
        bySentence[sentence] = (bySentence[sentence] as number) + weight * (credit - headingCredit)
      if (credit > most) most = credit
      credits[sentence] = 0
    }
    coverage += weight * most
    if (isWord) words += weight * most
  }
  const mostCovered = Math.max(...bySentence)
  const best = bySentence.indexOf(mostCovered)
  return {
    coverage: coverage / plan.weight,
    words: plan.wordWeight > 0 ? words / plan.wordWeight : coverage / plan.weight,
    sentence: (inHeading + mostCovered) / plan.weight,
    heading: inHeading / HEADING_SHARE / plan.weight,
    bestSentence: folded.slice(sentenceEnds[best - 1] ?? 0, sentenceEnds[best]),
  }
}

function sentencesWith(
  folded: string,
  ends: readonly number[],
  alternatives: readonly string[],
): Set<number> {
  const sentences = new Set<number>()
  for (const alternative of alternatives) {
    eachOccurrence(folded, alternative, (at) => sentences.add(sentenceAt(ends, at)))
  }
  return sentences
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
  const { folded } = passageText(passage, report)
  const isNamed = preferences.places.some((place) => folded.includes(foldPhrase(place).slice(0, 2)))
  return isNamed ? NAMED_PLACE_SHARE : 0
}

function yearCredit({ passage, report }: Candidate, { preferences }: Query): number {
  if (preferences.years.length === 0) return 0
  const { aspect, years } = passageText(passage, report)
  const filter = { ...NO_FILTERS, years: preferences.years }
  const spoken = aspect === 'review' ? report.reviews : aspect === 'plan' ? report.plans : null
  if (spoken !== null && acceptsYears(filter, [spoken])) return 1
  return acceptsYears(filter, years) ? NAMED_YEAR_SHARE : 0
}

/** What an unspoken aspect is worth beside one that is asked for. */
const IMPLIED_ASPECT_SHARE = 0.5

/** A question for a figure without a year means what was reached, not what is planned. */
function aspectCredit({ passage, report }: Candidate, { preferences, intent }: Query): number {
  const isImplied = preferences.aspect === null && intent === 'figure' && preferences.years.length === 0
  const wanted = isImplied ? 'review' : preferences.aspect
  const { aspect } = passageText(passage, report)
  if (wanted === null || aspect === null) return 0
  return (aspect === wanted ? 1 : -1) * (isImplied ? IMPLIED_ASPECT_SHARE : 1)
}

/** How far behind a word its figure may stand, in UTF-16 units. */
const FIGURE_DISTANCE = 14

/** 1 when a figure follows one of the heavier terms closely, half of it when one stands elsewhere in the sentence. */
function figureCredit(sentence: string, plan: Plan): number {
  if (!/\d(?!\d{0,3}年)/u.test(sentence)) return 0
  const heavy = plan.weight / Math.max(1, plan.terms.length)
  const words = plan.terms
    .filter(({ weight, kind }) => weight >= heavy && kind === 'pair')
    .map(({ term }) => term)
  for (const word of [...words, ...plan.concepts.flatMap(({ alternatives }) => alternatives)]) {
    const at = sentence.indexOf(word)
    if (at < 0) continue
    if (/\d(?!\d{0,3}年)/u.test(sentence.slice(at + word.length, at + word.length + FIGURE_DISTANCE)))
      return 1
  }
  return 0.5
}

const GLOSSARY = /名词解释|名词注释|注释|术语/u
/** The entry's head: what stands before its colon, without number and quotation marks. */
const ENTRY_HEAD = /^[\d\s.、,()（）[\]①-⑳]*["“「]?([^:"”」。,]{2,20})["”」]?(?::|是指|,是指)/u

/** 1 for a passage that explains what is asked about, half of it for any other entry of a glossary. */
function definitionCredit({ passage, report }: Candidate, { intent, terms }: Query): number {
  if (intent !== 'definition') return 0
  const head = ENTRY_HEAD.exec(passageText(passage, report).folded)?.[1]
  if (head !== undefined && lettersOf(foldPhrase(terms)).includes(lettersOf(head))) return 1
  return passage.section.some((heading) => GLOSSARY.test(heading)) ? 0.5 : 0
}

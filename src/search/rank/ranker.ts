/** Puts a backend's candidates in the order in which they answer, each with what it covers of the query. */
import type { Candidate } from '../backend.ts'
import type { Plan } from '../query/plan.ts'
import type { Query } from '../query/query.ts'
import { type Cover, type CoveredSentence, coverAll } from './cover.ts'
import {
  type PassageFeatures,
  passageFeatures,
  readWantedBeside,
  type SentenceFeatures,
  sentenceFeatures,
  type WantedBeside,
} from './features.ts'

export interface Ranked extends Candidate {
  /** Share of the query's weight that the passage and its headings cover, 0 to 1. */
  readonly coverage: number
  /** Share of the weight of the query's words (pairs, codes, lone characters) that the passage and its headings cover. */
  readonly words: number
  /** What made the score, for `npm run eval -- --explain`. */
  readonly features: Features
}

export interface Features extends PassageFeatures, SentenceFeatures {
  /** BM25 score as a share of the best candidate's. */
  readonly bm25: number
  readonly coverage: number
  readonly sentence: number
  /** Share of the query's weight that the headings cover, the lead included. */
  readonly heading: number
}

const FEATURE_WEIGHT: Readonly<Record<keyof Features, number>> = {
  bm25: 0.15,
  coverage: 0.6,
  sentence: 0.8,
  place: 1.3,
  nation: 0.4,
  year: 0.3,
  aspect: 0.3,
  heading: 0.1,
  definition: 0.8,
  figure: 0.2,
  joined: 0.15,
  length: 0,
}

/** What the year is worth where no place is named: then it is what tells the reports apart. */
const PLACELESS_WEIGHT: Readonly<Record<keyof Features, number>> = { ...FEATURE_WEIGHT, year: 0.8 }

/**
 * For a question in everyday words, which is asked again by its topics: these are guesses, of which a long passage holds some by
 * chance, and of which those in one sentence tell more than those in a passage. By `npm run eval:weights -- --everyday`, rounded.
 */
const EVERYDAY_WEIGHT: Readonly<Record<keyof Features, number>> = {
  ...FEATURE_WEIGHT,
  bm25: 0.4,
  coverage: 0.8,
  sentence: 1.2,
  year: 0.5,
  length: -0.05,
}

/** Ranks candidates. Equal scores keep the backend's order, which ends in reading order. */
export function rank(candidates: readonly Candidate[], query: Query, plan: Plan): Ranked[] {
  const best = candidates[0]?.score ?? 0
  const wanted = readWantedBeside(query, plan)
  const weights = weightsFor(query, plan)
  const covers = coverAll(candidates, plan)
  const ranked = candidates.map((candidate, index): Ranked => {
    const { coverage, words, heading, sentences } = covers[index] as Cover
    const { place, nation, year, aspect, definition, length } = passageFeatures(candidate, wanted)
    const { sentence, figure, joined } = bestOf(sentences, wanted)
    const bm25 = best > 0 ? candidate.score / best : 0
    // Written out: spreading objects took a fifth of a search.
    const features: Features = {
      bm25,
      coverage,
      sentence,
      heading,
      place,
      nation,
      year,
      aspect,
      definition,
      figure,
      joined,
      length,
    }
    const { passage, report } = candidate
    return { passage, report, score: weigh(features, weights), coverage, words, features }
  })
  return ranked.sort((a, b) => b.score - a.score)
}

function weightsFor({ preferences }: Query, { concepts }: Plan): Readonly<Record<keyof Features, number>> {
  if (concepts.some(({ isGuess }) => isGuess)) return EVERYDAY_WEIGHT
  return preferences.places.length > 0 ? FEATURE_WEIGHT : PLACELESS_WEIGHT
}

interface BestSentence extends SentenceFeatures {
  /** Share of the query's weight that it covers. */
  readonly sentence: number
}

/** The best sentence: of two that cover as much, the one that has the figure asked for. */
function bestOf(sentences: readonly CoveredSentence[], wanted: WantedBeside): BestSentence {
  let best: BestSentence = { sentence: 0, figure: 0, joined: 0 }
  let most = Number.NEGATIVE_INFINITY
  for (const { text, share } of sentences) {
    const { figure, joined } = sentenceFeatures(text, wanted)
    const worth =
      share * FEATURE_WEIGHT.sentence + figure * FEATURE_WEIGHT.figure + joined * FEATURE_WEIGHT.joined
    if (worth <= most) continue
    most = worth
    best = { sentence: share, figure, joined }
  }
  return best
}

/** Puts passages that answer by themselves before all others. */
export function putFirst(
  answers: readonly Candidate[],
  ranked: readonly Ranked[],
  query: Query,
  plan: Plan,
): readonly Ranked[] {
  if (answers.length === 0) return ranked
  const first = rank(answers, query, plan)
  const ids = new Set(first.map(({ passage }) => passage.id))
  const top = ranked[0]?.score ?? 0
  const raised = first.map((hit): Ranked => ({ ...hit, score: Math.max(hit.score, top) + 1 }))
  return [...raised, ...ranked.filter(({ passage }) => !ids.has(passage.id))]
}

const FEATURE_NAMES = Object.keys(FEATURE_WEIGHT) as (keyof Features)[]
const UNRANKED = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as unknown as Features

/** Candidates too far down to be looked at again: behind all ranked ones, in the order of the backend. */
export function keepOrder(candidates: readonly Candidate[]): Ranked[] {
  return candidates.map((candidate) => ({
    ...candidate,
    score: 0,
    coverage: 0,
    words: 0,
    features: UNRANKED,
  }))
}

function weigh(features: Features, weights: Readonly<Record<keyof Features, number>>): number {
  let score = 0
  for (const name of FEATURE_NAMES) score += weights[name] * features[name]
  return score
}

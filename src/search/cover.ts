/** A candidate and a plan in; out: how much of the query's weight the passage, its best sentence and its headings cover. */
import type { Candidate } from './backend.ts'
import { isLatin, isWholeAt, occursIn } from './occurrences.ts'
import { type Plan, SYNONYM_SHARE } from './plan.ts'
import { passageText } from './text-cache.ts'

/** Shares of the query's weight, 0 to 1. */
export interface Cover {
  /** Of the passage with its headings. */
  readonly coverage: number
  /** Of the weight of words alone (pairs, codes, characters typed by themselves); a synonym covers them in full. */
  readonly words: number
  /** Of the best sentence with the headings. */
  readonly sentence: number
  readonly heading: number
  /** Folded. */
  readonly bestSentence: string
}

const NOTHING: Cover = { coverage: 0, words: 0, sentence: 0, heading: 0, bestSentence: '' }
/** Share of its weight that a term gets when only a heading has it. */
const HEADING_SHARE = 0.3

const NONE: readonly number[] = []

/** A synonym covers the words that it stands for, at its share. */
export function cover(candidate: Candidate, plan: Plan): Cover {
  if (plan.weight === 0) return NOTHING
  const { folded, sentenceEnds, heading } = passageText(candidate.passage, candidate.report)
  const bySynonym = plan.concepts.map(({ alternatives }) =>
    alternatives.flatMap((alternative) => sentencesWith(folded, sentenceEnds, alternative)),
  )
  const bySentence = new Float64Array(sentenceEnds.length)
  let inHeading = 0
  let coverage = 0
  let words = 0
  for (const { term, weight, isWord, concepts } of plan.terms) {
    if (weight === 0) continue
    const headingCredit = occursIn(heading, term) ? HEADING_SHARE : 0
    inHeading += weight * headingCredit
    const exact = sentencesWith(folded, sentenceEnds, term)
    for (const sentence of exact) {
      bySentence[sentence] = (bySentence[sentence] as number) + weight * (1 - headingCredit)
    }
    let most = exact.length > 0 ? 1 : headingCredit
    const bySynonyms =
      concepts.length === 0 ? NONE : new Set(concepts.flatMap((concept) => bySynonym[concept] ?? []))
    for (const sentence of bySynonyms) {
      if (!exact.includes(sentence)) {
        bySentence[sentence] = (bySentence[sentence] as number) + weight * (SYNONYM_SHARE - headingCredit)
      }
      most = Math.max(most, SYNONYM_SHARE)
    }
    coverage += weight * most
    // Whether the corpus speaks of the matter: what it calls the matter makes no difference.
    if (isWord) words += weight * (bySynonyms !== NONE && most === SYNONYM_SHARE ? 1 : most)
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

/** Numbers of the sentences that hold the term, each once: after a find it goes on at the next sentence. */
function sentencesWith(folded: string, ends: readonly number[], term: string): readonly number[] {
  const first = folded.indexOf(term)
  // Most terms stand in few passages: no array for nothing.
  if (first < 0) return NONE
  const found: number[] = []
  const mustBeWhole = isLatin(term)
  let sentence = 0
  for (let at = first; at >= 0; ) {
    while ((ends[sentence] as number) <= at) sentence++
    const isFound = !mustBeWhole || isWholeAt(folded, at, at + term.length)
    if (isFound) found.push(sentence)
    at = folded.indexOf(term, isFound ? ends[sentence] : at + 1)
  }
  return found
}

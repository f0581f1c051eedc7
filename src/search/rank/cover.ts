/** Tells of a plan and its candidates how much of the query's weight each passage, its best sentences and its headings cover. */
import type { Candidate } from '../backend.ts'
import type { Plan } from '../query/plan.ts'
import { makeNeedles, type Needles, NO_FIND } from './needles.ts'
import { passageText } from './passage-text.ts'

/** Shares of the query's weight, 0 to 1. */
export interface Cover {
  /** Of the passage with its headings. */
  readonly coverage: number
  /** Of the weight of words alone (pairs, codes, characters typed by themselves); a synonym covers them in full. */
  readonly words: number
  readonly heading: number
  /** Those that cover nearly as much as the best one, in the order of the text. */
  readonly sentences: readonly CoveredSentence[]
}

export interface CoveredSentence {
  /** Folded. */
  readonly text: string
  /** Share of the query's weight that the sentence covers with the headings. */
  readonly share: number
}

const NOTHING: Cover = { coverage: 0, words: 0, heading: 0, sentences: [{ text: '', share: 0 }] }
/** A sentence that covers less than this share of what the best one covers does not answer in its stead. */
const NEAR_BEST = 0.7
/** Share of its weight that a term gets when only a heading has it. */
const HEADING_SHARE = 0.3

/** A term of the plan; words are numbers of what the passages are searched for. */
interface Wanted {
  readonly word: number
  readonly weight: number
  readonly isWord: boolean
  /** Words that stand for it, the best first. */
  readonly synonyms: readonly Synonym[]
}

interface Synonym {
  readonly word: number
  /** Share of the term's weight. */
  readonly share: number
}

/**
 * Works out what a plan looks for, once for all its candidates. A synonym covers the words that it stands for, at its share.
 * A pasted page has thousands of terms: each text is gone through once for all of them.
 */
export function prepareCover(plan: Plan): (candidate: Candidate) => Cover {
  if (plan.weight === 0) return () => NOTHING
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size
    numbers.set(word, number)
    return number
  }
  const synonyms = plan.concepts.map(({ alternatives, share }) =>
    alternatives.map((alternative): Synonym => ({ word: numberOf(alternative), share })),
  )
  const wanted = plan.terms
    .filter(({ weight }) => weight !== 0)
    .map(({ term, weight, isWord, concepts }): Wanted => {
      const others = concepts.flatMap((concept) => synonyms[concept] ?? [])
      return { word: numberOf(term), weight, isWord, synonyms: others }
    })
  const words = [...numbers.keys()]
  const inText = makeNeedles(words)
  const known = new Map<string, readonly boolean[]>()
  /** Which words a heading has; the passages below one heading have the same. */
  const wordsIn = (heading: string): readonly boolean[] => {
    const held = known.get(heading)
    if (held !== undefined) return held
    inText.scan(heading)
    const found = words.map((_, word) => inText.first(word) !== NO_FIND)
    known.set(heading, found)
    return found
  }
  return (candidate) => cover(candidate, plan, { wanted, inText, wordsIn })
}

interface Prepared {
  readonly wanted: readonly Wanted[]
  readonly inText: Needles
  wordsIn(heading: string): readonly boolean[]
}

function cover({ passage, report }: Candidate, plan: Plan, { wanted, inText, wordsIn }: Prepared): Cover {
  const { folded, sentenceEnds, heading } = passageText(passage, report)
  const inHeading = wordsIn(heading)
  inText.scan(folded)
  const sentences = new SentenceWeights(inText, sentenceEnds)
  let ofHeading = 0
  let coverage = 0
  let words = 0
  for (let term = 0; term < wanted.length; term++) {
    const { word, weight, isWord, synonyms } = wanted[term] as Wanted
    const headingCredit = inHeading[word] === true ? HEADING_SHARE : 0
    ofHeading += weight * headingCredit
    let most = headingCredit
    if (inText.first(word) !== NO_FIND) {
      most = 1
      sentences.credit(word, term, weight * (1 - headingCredit))
    }
    let isMet = false
    for (const { word: other, share } of synonyms) {
      if (inText.first(other) === NO_FIND) continue
      sentences.credit(other, term, weight * (share - headingCredit))
      isMet ||= share >= most
      most = Math.max(most, share)
    }
    coverage += weight * most
    // Whether the corpus speaks of the matter: what it calls the matter makes no difference.
    if (isWord) words += weight * (isMet ? 1 : most)
  }
  const most = sentences.most()
  return {
    coverage: coverage / plan.weight,
    words: plan.wordWeight > 0 ? words / plan.wordWeight : coverage / plan.weight,
    heading: ofHeading / HEADING_SHARE / plan.weight,
    sentences: sentenceEnds.flatMap((end, number): CoveredSentence[] => {
      const share = sentences.weights[number] as number
      if (share < most * NEAR_BEST) return []
      return [
        {
          text: folded.slice(sentenceEnds[number - 1] ?? 0, end),
          share: (ofHeading + share) / plan.weight,
        },
      ]
    }),
  }
}

/** What each sentence of a passage covers, every term credited once. */
class SentenceWeights {
  readonly weights: Float64Array
  /** The last term that each sentence was credited for, plus one. */
  readonly #credited: Uint32Array
  readonly #needles: Needles
  readonly #ends: readonly number[]

  constructor(needles: Needles, ends: readonly number[]) {
    this.weights = new Float64Array(ends.length)
    this.#credited = new Uint32Array(ends.length)
    this.#needles = needles
    this.#ends = ends
  }

  /** Credits a term to every sentence in which the word stands. */
  credit(word: number, term: number, weight: number): void {
    let sentence = 0
    for (let find = this.#needles.first(word); find !== NO_FIND; find = this.#needles.next(find)) {
      while ((this.#ends[sentence] as number) <= this.#needles.place(find)) sentence++
      if (this.#credited[sentence] === term + 1) continue
      this.weights[sentence] = (this.weights[sentence] as number) + weight
      this.#credited[sentence] = term + 1
    }
  }

  /** What the best of them covers. */
  most(): number {
    let most = this.weights[0] as number
    for (const weight of this.weights) if (weight > most) most = weight
    return most
  }
}

/** Measures how much of the query's weight each passage, its best sentences and its headings cover. */
import { getOrMake } from '../../text/maps.ts'
import type { Candidate } from '../backend.ts'
import type { Plan } from '../query/plan.ts'
import { makeNeedles, type Needles, NO_FIND } from './needles.ts'
import { type PassageText, passageText } from './passage-text.ts'

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

const NONE = -1
const NOTHING: Cover = { coverage: 0, words: 0, heading: 0, sentences: [{ text: '', share: 0 }] }
/** A sentence that covers less than this share of what the best one covers does not answer in its stead. */
const NEAR_BEST = 0.7
/** Share of its weight that a term gets when only a heading has it. */
const HEADING_SHARE = 0.3

/** A term of the plan; words are numbers of what the passages are searched for. */
interface CoverTerm {
  readonly word: number
  readonly weight: number
  readonly isWord: boolean
  /** Words that stand for it, the best first; the same list for all terms that have them. */
  readonly synonyms: readonly Synonym[]
}

interface Synonym {
  readonly word: number
  /** Share of the term's weight. */
  readonly share: number
}

/**
 * Works out what each candidate covers of a plan. A synonym covers the words that it stands for, at its share; the words of a
 * guessed topic less of them the more of the candidates have them. A pasted page has thousands of terms: each text is gone
 * through once for all of them.
 */
export function coverAll(candidates: readonly Candidate[], plan: Plan): Cover[] {
  if (plan.weight === 0) return candidates.map(() => NOTHING)
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => getOrMake(numbers, word, () => numbers.size)
  const alternatives = plan.concepts.map((concept) => concept.alternatives.map(numberOf))
  const own = plan.terms.filter(({ weight }) => weight !== 0)
  for (const { term } of own) numberOf(term)
  const words = [...numbers.keys()]
  const inText = makeNeedles(words)
  const found = candidates.map(({ passage, report }) =>
    findWords(words.length, inText, passageText(passage, report)),
  )
  const rarityOf = (word: number): number =>
    rarity(found.filter((one) => has(one, word)).length, found.length)
  const synonyms = plan.concepts.map(({ share, isGuess }, concept) =>
    (alternatives[concept] as number[]).map(
      (word): Synonym => ({ word, share: isGuess ? share * rarityOf(word) : share }),
    ),
  )
  // The terms of one word have the same synonyms, and all of a question the same topics.
  const lists = new Map<string, readonly Synonym[]>()
  const synonymsOf = (partOf: readonly number[]): readonly Synonym[] =>
    getOrMake(lists, partOf.join(' '), () =>
      partOf.flatMap((concept) => synonyms[concept] ?? []).sort((a, b) => b.share - a.share),
    )
  const wanted = own.map(
    ({ term, weight, isWord, concepts }): CoverTerm => ({
      word: numberOf(term),
      weight,
      isWord,
      synonyms: synonymsOf(concepts),
    }),
  )
  const wordsIn = headingReader(words, inText)
  return candidates.map(({ passage, report }, place) => {
    const text = passageText(passage, report)
    return cover(text, found[place] as FoundWords, { plan, wanted, inHeading: wordsIn(text.heading) })
  })
}

/** 1 for what one passage of many has, falling to what says nothing of which of them is meant. */
function rarity(holders: number, passages: number): number {
  return holders === 0 ? 1 : Math.log(1 + passages / holders) / Math.log(1 + passages)
}

/** Which words a heading has; the passages below one heading have the same. */
function headingReader(words: readonly string[], inText: Needles): (heading: string) => readonly boolean[] {
  const known = new Map<string, readonly boolean[]>()
  return (heading) =>
    getOrMake(known, heading, () => {
      inText.scan(heading)
      return words.map((_, word) => inText.first(word) !== NO_FIND)
    })
}

/** Which words a passage has, and in which of its sentences: for each word a run of `sentences`, empty where it has none. */
interface FoundWords {
  /** Word n's run goes from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Uint32Array
  /** Numbers of the sentences that have a word, each once, in order. */
  readonly sentences: readonly number[]
}

function has({ starts }: FoundWords, word: number): boolean {
  return (starts[word + 1] as number) > (starts[word] as number)
}

function findWords(words: number, inText: Needles, { folded, sentenceEnds }: PassageText): FoundWords {
  inText.scan(folded)
  const starts = new Uint32Array(words + 1)
  const sentences: number[] = []
  for (let word = 0; word < words; word++) {
    let sentence = 0
    let last = NONE
    for (let find = inText.first(word); find !== NO_FIND; find = inText.next(find)) {
      while ((sentenceEnds[sentence] as number) <= inText.place(find)) sentence++
      if (sentence !== last) sentences.push(sentence)
      last = sentence
    }
    starts[word + 1] = sentences.length
  }
  return { starts, sentences }
}

interface Prepared {
  readonly plan: Plan
  readonly wanted: readonly CoverTerm[]
  readonly inHeading: readonly boolean[]
}

function cover(
  { folded, sentenceEnds }: PassageText,
  found: FoundWords,
  { plan, wanted, inHeading }: Prepared,
): Cover {
  const sentences = new SentenceWeights(sentenceEnds.length)
  let ofHeading = 0
  let coverage = 0
  let words = 0
  const met = new Map<readonly Synonym[], readonly Synonym[]>()
  const metOf = (synonyms: readonly Synonym[]): readonly Synonym[] =>
    getOrMake(met, synonyms, () => synonyms.filter((synonym) => has(found, synonym.word)))
  for (let term = 0; term < wanted.length; term++) {
    const { word, weight, isWord, synonyms } = wanted[term] as CoverTerm
    const headingShare = inHeading[word] === true ? HEADING_SHARE : 0
    ofHeading += weight * headingShare
    let most = headingShare
    if (has(found, word)) {
      most = 1
      sentences.count(found, word, term, weight * (1 - headingShare))
    }
    const others = synonyms.length === 0 ? synonyms : metOf(synonyms)
    for (const { word: other, share } of others) {
      sentences.count(found, other, term, weight * (share - headingShare))
      most = Math.max(most, share)
    }
    coverage += weight * most
    // Whether the corpus speaks of the topic: what it calls it makes no difference.
    if (isWord) words += weight * (others.length > 0 ? 1 : most)
  }
  const most = sentences.most()
  return {
    coverage: coverage / plan.weight,
    words: plan.wordWeight > 0 ? words / plan.wordWeight : coverage / plan.weight,
    heading: ofHeading / HEADING_SHARE / plan.weight,
    sentences: sentenceEnds.flatMap((end, number): CoveredSentence[] => {
      const share = sentences.weights[number] as number
      if (share < most * NEAR_BEST) return []
      const text = folded.slice(sentenceEnds[number - 1] ?? 0, end)
      return [{ text, share: (ofHeading + share) / plan.weight }]
    }),
  }
}

/** What each sentence of a passage covers, every term counted once. */
class SentenceWeights {
  readonly weights: Float64Array
  /** The last term that each sentence was counted for, plus one. */
  readonly #counted: Uint32Array

  constructor(sentences: number) {
    this.weights = new Float64Array(sentences)
    this.#counted = new Uint32Array(sentences)
  }

  /** Counts a term for every sentence in which the word stands. */
  count({ starts, sentences }: FoundWords, word: number, term: number, weight: number): void {
    const end = starts[word + 1] as number
    for (let at = starts[word] as number; at < end; at++) {
      const sentence = sentences[at] as number
      if (this.#counted[sentence] === term + 1) continue
      this.weights[sentence] = (this.weights[sentence] as number) + weight
      this.#counted[sentence] = term + 1
    }
  }

  /** What the best of them covers. */
  most(): number {
    let most = this.weights[0] as number
    for (const weight of this.weights) if (weight > most) most = weight
    return most
  }
}

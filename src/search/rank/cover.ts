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
  const texts = candidates.map(({ passage, report }) => passageText(passage, report))
  const found = findWords(words.length, inText, texts)
  const rarityOf = (word: number): number =>
    rarity(texts.filter((_, text) => has(found, text * words.length + word)).length, texts.length)
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
  const sentences = new SentenceWeights(Math.max(0, ...texts.map(({ sentenceEnds }) => sentenceEnds.length)))
  return texts.map((text, number) =>
    cover(text, number * words.length, { plan, wanted, found, inHeading: wordsIn(text.heading), sentences }),
  )
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

/**
 * The sentences that have each word, in cells: that of a word in a passage is `passage * words + word`. All of them end to
 * end: a list for each of thousands kept the garbage collector busy.
 */
interface FoundWords {
  /** Numbers of the sentences of a passage, each once in a cell, in order. */
  readonly sentences: readonly number[]
  /** Where a cell begins; it ends where the next begins. */
  readonly starts: Uint32Array
}

function has({ starts }: FoundWords, cell: number): boolean {
  return (starts[cell] as number) < (starts[cell + 1] as number)
}

function findWords(words: number, inText: Needles, texts: readonly PassageText[]): FoundWords {
  const sentences: number[] = []
  const starts = new Uint32Array(texts.length * words + 1)
  let cell = 0
  for (const { folded, sentenceEnds } of texts) {
    inText.scan(folded)
    for (let word = 0; word < words; word++) {
      let sentence = 0
      let last = NONE
      for (let find = inText.first(word); find !== NO_FIND; find = inText.next(find)) {
        while ((sentenceEnds[sentence] as number) <= inText.place(find)) sentence++
        if (sentence !== last) sentences.push(sentence)
        last = sentence
      }
      starts[++cell] = sentences.length
    }
  }
  return { sentences, starts }
}

interface Prepared {
  readonly plan: Plan
  readonly wanted: readonly CoverTerm[]
  readonly found: FoundWords
  readonly inHeading: readonly boolean[]
  /** Room for those of any passage. */
  readonly sentences: SentenceWeights
}

/** @param first the passage's first cell. */
function cover(
  { folded, sentenceEnds }: PassageText,
  first: number,
  { plan, wanted, found, inHeading, sentences }: Prepared,
): Cover {
  sentences.clear()
  let ofHeading = 0
  let coverage = 0
  let words = 0
  // Those of the last list that the passage has: most terms have the same as the one before.
  let list: readonly Synonym[] = []
  let others: readonly Synonym[] = list
  for (let term = 0; term < wanted.length; term++) {
    const { word, weight, isWord, synonyms } = wanted[term] as CoverTerm
    const headingShare = inHeading[word] === true ? HEADING_SHARE : 0
    ofHeading += weight * headingShare
    let most = headingShare
    sentences.beginTerm()
    if (has(found, first + word)) {
      most = 1
      sentences.count(found, first + word, weight * (1 - headingShare))
    }
    if (synonyms !== list) {
      list = synonyms
      others = synonyms.filter((synonym) => has(found, first + synonym.word))
    }
    for (const { word: other, share } of others) {
      sentences.count(found, first + other, weight * (share - headingShare))
      most = Math.max(most, share)
    }
    coverage += weight * most
    // Whether the corpus speaks of the topic: what it calls it makes no difference.
    if (isWord) words += weight * (others.length > 0 ? 1 : most)
  }
  const least = sentences.most(sentenceEnds.length) * NEAR_BEST
  const near: CoveredSentence[] = []
  for (let number = 0; number < sentenceEnds.length; number++) {
    const share = sentences.weights[number] as number
    if (share < least) continue
    const text = folded.slice(sentenceEnds[number - 1] ?? 0, sentenceEnds[number])
    near.push({ text, share: (ofHeading + share) / plan.weight })
  }
  return {
    coverage: coverage / plan.weight,
    words: plan.wordWeight > 0 ? words / plan.wordWeight : coverage / plan.weight,
    heading: ofHeading / HEADING_SHARE / plan.weight,
    sentences: near,
  }
}

/** What each sentence of a passage covers, every term counted once. One for all passages: arrays of its own for each took most of the time. */
class SentenceWeights {
  readonly weights: Float64Array
  /** The last term that each sentence was counted for. */
  readonly #counted: Uint32Array
  #term = 0

  /** @param most Sentences that a passage has at the most. */
  constructor(most: number) {
    this.weights = new Float64Array(most)
    this.#counted = new Uint32Array(most)
  }

  /** Begins with another passage. */
  clear(): void {
    this.weights.fill(0)
  }

  /** What is counted from now on is of another term. */
  beginTerm(): void {
    this.#term++
  }

  /** Counts the term for every sentence of a cell. */
  count({ sentences, starts }: FoundWords, cell: number, weight: number): void {
    for (let at = starts[cell] as number; at < (starts[cell + 1] as number); at++) {
      const sentence = sentences[at] as number
      if (this.#counted[sentence] === this.#term) continue
      this.weights[sentence] = (this.weights[sentence] as number) + weight
      this.#counted[sentence] = this.#term
    }
  }

  /** What the best of so many covers. */
  most(sentences: number): number {
    let most = this.weights[0] as number
    for (let number = 1; number < sentences; number++) most = Math.max(most, this.weights[number] as number)
    return most
  }
}

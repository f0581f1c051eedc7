/** Chooses which sentences of a passage a card shows: all of it, or else whole ones, and says which. */
import type { Range } from '../text/runs.ts'
import { findSentences, sentencesAcross } from '../text/sentences.ts'

/** A run of whole sentences. */
export interface Extract {
  readonly range: Range
  /** Numbers of its first and last sentence, from 1. */
  readonly first: number
  readonly last: number
  /** How many the passage has. */
  readonly count: number
}

/** Extracts to try, the best first: the sentences that are pointed at; else the whole, or as many from its start as find room. */
export function* extractsOf(text: string, pointed: readonly Range[]): Generator<Extract> {
  const sentences = findSentences(text)
  const count = sentences.length
  if (pointed.length === 0) {
    yield { range: [0, text.length], first: 1, last: count, count }
    const parts = sentences.slice(0, -1).map(([, end], index) => ({ end, last: index + 1 }))
    const [from] = sentences[0] as Range
    for (const { end, last } of parts.reverse()) yield { range: [from, end], first: 1, last, count }
    return
  }
  const [start, end] = [Math.min(...pointed.map(([from]) => from)), Math.max(...pointed.map(([, to]) => to))]
  const [first, last] = sentencesAcross(text, [start, end])
  const isWhole = first === 0 && last === count - 1
  const range: Range = isWhole
    ? [0, text.length]
    : [(sentences[first] as Range)[0], (sentences[last] as Range)[1]]
  yield { range, first: first + 1, last: last + 1, count }
}

/** Whether sentences are left out. */
export function isPart({ first, last, count }: Extract): boolean {
  return last - first + 1 < count
}

/** Weighs what of an item's words a report tells, and where: whether the two say the same. */
import { DECIDES, type Run } from './words.ts'

/** In characters; one of its kind by itself counts half. */
export interface Weights {
  /** Told nowhere, with another number, by one character alone, beside the sentence, before it in the sentence, and with the number itself. */
  readonly none: number
  readonly foreign: number
  readonly weak: number
  readonly shared: number
  readonly before: number
  readonly topic: number
  readonly own: number
  /** What the report says of the number and the text does not. */
  readonly unsaid: number
  /** Of its name there. */
  readonly cut: number
  /** The share of the words that is told nowhere or with another number. */
  readonly astray: number
}

export function weightsOf(
  runs: readonly Run[],
  { unsaid, cut }: { readonly unsaid: string; readonly cut: string },
): Weights {
  const count = { none: 0, foreign: 0, weak: 0, shared: 0, before: 0, topic: 0, own: 0 }
  for (const { text, levels } of runs)
    for (const [at, level] of levels.entries()) {
      const isAlone = levels[at - 1] !== level && levels[at + 1] !== level
      const isOther = level === 'other' || (level === 'none' && DECIDES.test(text.charAt(at)))
      count[level === 'other' ? 'none' : level] += isOther ? 2 : isAlone ? 0.5 : 1
    }
  const all = Object.values(count).reduce((sum, one) => sum + one, 0)
  const astray = (count.none + count.foreign) / Math.max(1, all)
  return {
    ...count,
    astray,
    topic: Math.min(MAX_TOPIC, count.topic),
    before: Math.min(MAX_TOPIC, count.before),
    unsaid: Math.min(MAX_UNSAID, sizeOf(unsaid)),
    cut: Math.min(MAX_UNSAID, sizeOf(cut)),
  }
}

/** More of a long clause says nothing more. */
const MAX_UNSAID = 4
const MAX_TOPIC = 2

function sizeOf(words: string): number {
  return words.split(' ').reduce((sum, word) => sum + (word.length > 1 ? word.length : word.length / 2), 0)
}

/** By logistic regression over 355 right claims about 48 reports and 3,000 wrong ones, of which other numbers, words or years were made; rounded. */
const LEARNED: Readonly<Record<keyof Weights, number>> = {
  none: -1.2,
  foreign: -1.45,
  weak: -0.6,
  shared: -1.35,
  before: -0.9,
  topic: -0.9,
  own: 0,
  unsaid: -0.2,
  cut: -0.3,
  astray: -0.5,
}
const BIAS = 1.9

function scoreOf(weights: Weights): number {
  return (Object.keys(LEARNED) as (keyof Weights)[]).reduce(
    (sum, key) => sum + LEARNED[key] * weights[key],
    BIAS,
  )
}

/** Does the report say of the number what the text says of it? */
export function isSaid(weights: Weights): boolean {
  return weights.astray < 1 && scoreOf(weights) > 0
}

/** With hardly a word more or less. */
export function isPlain(weights: Weights): boolean {
  return scoreOf(weights) > BIAS - 0.3
}

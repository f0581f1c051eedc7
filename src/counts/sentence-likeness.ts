/** Says how alike two sentences of two reports are: by the pairs of characters that they share, rare ones counting for more. */
import type { CompareToken } from './compare-tokens.ts'
import type { Sentence } from './sentence.ts'

/** A pair of neighbouring tokens of one clause, figures and dates masked; each is a number. */
type Gram = number

/** A sentence as its grams. */
export interface Profile {
  /** How often each stands in it. */
  readonly grams: ReadonlyMap<Gram, number>
  /** Sum of the weights of all grams. */
  readonly weight: number
}

export interface Profiles {
  readonly a: readonly Profile[]
  readonly b: readonly Profile[]
  weightOf(gram: Gram): number
}

type Worded = Pick<Sentence, 'tokens'>

/** Profiles of the sentences of two reports; a gram that many sentences of both hold weighs little. */
export function profileSentences(a: readonly Worded[], b: readonly Worded[]): Profiles {
  const numbers = new Map<string, Gram>()
  const frequency: number[] = []
  const read = (sentences: readonly Worded[]): Map<Gram, number>[] =>
    sentences.map(({ tokens }) => {
      const grams = countGrams(tokens, numbers)
      for (const gram of grams.keys()) frequency[gram] = (frequency[gram] ?? 0) + 1
      return grams
    })
  const [ofA, ofB] = [read(a), read(b)]
  const most = Math.log(Math.max(a.length + b.length, MIN_SENTENCES))
  // Half the sentences of a report hold 发展: log(N / df) as in Sparck Jones 1972, scaled to 1 for what stands in one
  // sentence, once for either of the two that share it.
  const weights = frequency.map((count) => Math.max(MIN_WEIGHT, 1 - Math.log(count) / most) ** 2)
  const weightOf = (gram: Gram): number => weights[gram] as number
  const profile = (grams: Map<Gram, number>): Profile => ({
    grams,
    weight: [...grams].reduce((sum, [gram, count]) => sum + count * weightOf(gram), 0),
  })
  return { a: ofA.map(profile), b: ofB.map(profile), weightOf }
}

const MIN_WEIGHT = 0.05
/** Fewer do not show what is common. */
const MIN_SENTENCES = 400

function countGrams(tokens: readonly CompareToken[], numbers: Map<string, Gram>): Map<Gram, number> {
  const grams = new Map<Gram, number>()
  for (const clause of clausesOf(tokens)) {
    const keys = clause
      .filter(({ kind }) => kind !== 'mark' && kind !== 'bound')
      .map(({ kind, key }) => (kind === 'figure' ? '#' : kind === 'date' ? '@' : key))
    const pairs = keys.length === 1 ? keys : keys.slice(1).map((key, at) => `${keys[at]} ${key}`)
    for (const pair of pairs) {
      const gram = numbers.get(pair) ?? numbers.size
      numbers.set(pair, gram)
      grams.set(gram, (grams.get(gram) ?? 0) + 1)
    }
  }
  return grams
}

/** What stands between commas, semicolons and stops. */
export function clausesOf(tokens: readonly CompareToken[]): CompareToken[][] {
  const clauses: CompareToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'mark' && /^[,;:。!?.]/u.test(token.key)) clauses.push([])
    else clauses.at(-1)?.push(token)
  }
  return clauses
}

/**
 * How alike two sentences are, from 0 on, given the weight that they share: the geometric mean of that weight and of the cosine
 * of both. So a clause of a long sentence answers a clause of another, and two words that are everywhere answer nothing.
 * Sentences that weigh next to nothing have the cosine alone.
 */
export function likeness(shared: number, a: Profile, b: Profile): number {
  const weight = Math.sqrt(a.weight * b.weight)
  return shared / Math.min(weight, Math.sqrt(weight))
}

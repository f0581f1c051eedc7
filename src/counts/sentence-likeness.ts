/** Says how alike two sentences of two reports are: by the pairs of characters that they share, rare ones counting for more. */
import type { Sentence } from './sentence.ts'

/** A pair of neighbouring tokens, figures and dates masked; each is a number. */
export type Gram = number

/** A sentence as its grams, clause by clause. */
export interface Profile {
  /** Grams of each clause, in order. */
  readonly clauses: readonly (readonly Gram[])[]
  readonly grams: ReadonlyMap<Gram, number>
  /** Sum of the weights of all grams. */
  readonly weight: number
}

export interface Profiles {
  readonly a: readonly Profile[]
  readonly b: readonly Profile[]
  weightOf(gram: Gram): number
}

/** Profiles of the sentences of two reports; a gram that many sentences of both hold weighs little. */
export function profileSentences(a: readonly Sentence[], b: readonly Sentence[]): Profiles {
  const numbers = new Map<string, Gram>()
  const frequency: number[] = []
  const read = (sentences: readonly Sentence[]): Gram[][][] =>
    sentences.map((sentence) => {
      const clauses = clauseGrams(sentence, numbers)
      for (const gram of new Set(clauses.flat())) frequency[gram] = (frequency[gram] ?? 0) + 1
      return clauses
    })
  const [ofA, ofB] = [read(a), read(b)]
  const most = Math.log(a.length + b.length + 1)
  // Half the sentences of a report hold 发展: log(N / df) as in Sparck Jones 1972, scaled to 1 for what stands in one sentence.
  const weights = frequency.map((count) => Math.max(MIN_WEIGHT, 1 - Math.log(count) / most))
  const weightOf = (gram: Gram): number => weights[gram] as number
  const profile = (clauses: Gram[][]): Profile => {
    const grams = countGrams(clauses.flat())
    return { clauses, grams, weight: weigh(grams, weightOf) }
  }
  return { a: ofA.map(profile), b: ofB.map(profile), weightOf }
}

const MIN_WEIGHT = 0.05

function clauseGrams({ tokens, clauses }: Sentence, numbers: Map<string, Gram>): Gram[][] {
  const numberOf = (gram: string): Gram => {
    const known = numbers.get(gram)
    if (known !== undefined) return known
    numbers.set(gram, numbers.size)
    return numbers.size - 1
  }
  return clauses.map(([start, end]) => {
    const keys = tokens
      .slice(start, end)
      .filter(({ kind }) => kind !== 'mark' && kind !== 'bound')
      .map(({ kind, key }) => (kind === 'figure' ? '#' : kind === 'date' ? '@' : key))
    if (keys.length === 1) return [numberOf(keys[0] as string)]
    return keys.slice(1).map((key, at) => numberOf(`${keys[at]} ${key}`))
  })
}

function countGrams(grams: readonly Gram[]): Map<Gram, number> {
  const counts = new Map<Gram, number>()
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return counts
}

function weigh(grams: ReadonlyMap<Gram, number>, weightOf: Profiles['weightOf']): number {
  let weight = 0
  for (const [gram, count] of grams) weight += count * weightOf(gram)
  return weight
}

/** What a sentence answers in a clause of another counts for less than what answers the whole. */
const PART_SHARE = 0.92

export interface Likeness {
  /** 0 to 1: Dice's coefficient over weighted grams. */
  readonly score: number
  /** The run of clauses of the longer sentence that answers the shorter one; null where the whole does. */
  readonly part: { readonly of: 'a' | 'b'; readonly clauses: readonly [start: number, end: number] } | null
}

/** Compares the whole sentences, and each with every run of clauses of the other. */
export function compareProfiles(a: Profile, b: Profile, weightOf: Profiles['weightOf']): Likeness {
  const whole = dice(shared(a.grams, b.grams, weightOf), a.weight, b.weight)
  const inB = bestPart(a, b, weightOf)
  const inA = bestPart(b, a, weightOf)
  const best = inB.score >= inA.score ? inB : inA
  if (best.score * PART_SHARE <= whole) return { score: whole, part: null }
  return { score: best.score * PART_SHARE, part: { of: best === inB ? 'b' : 'a', clauses: best.clauses } }
}

function dice(common: number, a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * common) / (a + b)
}

function shared(
  few: ReadonlyMap<Gram, number>,
  many: ReadonlyMap<Gram, number>,
  weightOf: Profiles['weightOf'],
): number {
  let common = 0
  for (const [gram, count] of few) common += Math.min(count, many.get(gram) ?? 0) * weightOf(gram)
  return common
}

/** The run of clauses of `long` that is most like the whole of `short`. */
function bestPart(
  short: Profile,
  long: Profile,
  weightOf: Profiles['weightOf'],
): { readonly score: number; readonly clauses: readonly [number, number] } {
  let best: { score: number; clauses: readonly [number, number] } = { score: 0, clauses: [0, 0] }
  if (long.clauses.length < 2 || long.weight < short.weight) return best
  for (let start = 0; start < long.clauses.length; start++) {
    const left = new Map(short.grams)
    let [common, weight] = [0, 0]
    for (let end = start; end < long.clauses.length; end++) {
      for (const gram of long.clauses[end] as readonly Gram[]) {
        weight += weightOf(gram)
        const count = left.get(gram) ?? 0
        if (count === 0) continue
        left.set(gram, count - 1)
        common += weightOf(gram)
      }
      const score = dice(common, short.weight, weight)
      if (score > best.score) best = { score, clauses: [start, end + 1] }
      if (weight > 2 * short.weight) break
    }
  }
  return best
}

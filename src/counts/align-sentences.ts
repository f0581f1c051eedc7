/** Finds which sentence of one report answers which of another. */
import type { Sentence } from './sentence.ts'
import {
  compareProfiles,
  type Gram,
  type Profile,
  type Profiles,
  profileSentences,
} from './sentence-likeness.ts'
import { makeTopicTest } from './topic-change.ts'

/** Places of two sentences in their lists, and how alike they are (0 to 1). */
export interface AlignedPair {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** Below this a pair needs neighbours that answer each other. */
const SURE = 0.5
const LEAST = 0.24
/** So much at the most do neighbours add. */
const ORDER_BONUS = 0.12
/** Within so many sentences of where it is expected a sentence gets some of the bonus. */
const NEAR = 12
/** How many of the most similar sentences are looked at closely. */
const MAX_CANDIDATES = 12
/** What a pair with another topic keeps of its score. */
const OTHER_TOPIC = 0.3
/** A clause of a sentence that has its answer already must answer a second one so well, and so much better than the first. */
const SURE_IN_PART = 0.46
const BETTER_IN_PART = 1.5

/**
 * Aligns the sentences of two reports; pairs in the order of b, then of a. A long sentence may answer several short ones.
 *
 * @param pause Awaited between steps, so that others are served meanwhile.
 */
export async function alignSentences(
  a: readonly Sentence[],
  b: readonly Sentence[],
  pause: () => Promise<void>,
): Promise<AlignedPair[]> {
  const profiles = profileSentences(a, b)
  const isOtherTopic = makeTopicTest(a, b)
  const candidates = (await findCandidates(profiles, pause)).map((pair) =>
    isOtherTopic(a[pair.a] as Sentence, b[pair.b] as Sentence)
      ? { ...pair, score: pair.score * OTHER_TOPIC }
      : pair,
  )
  const firm = takeBest(candidates, { least: SURE, expected: null })
  const expected = expectedPlaces(firm, a.length, b.length)
  const pairs = takeBest(candidates, { least: LEAST + ORDER_BONUS, expected })
  return [...pairs, ...answeredInPart(candidates, pairs, profiles)].sort(
    (one, other) => one.b - other.b || one.a - other.a,
  )
}

async function findCandidates(
  { a, b, weightOf }: Profiles,
  pause: () => Promise<void>,
): Promise<AlignedPair[]> {
  const holders = new Map<Gram, number[]>()
  b.forEach((profile, number) => {
    for (const gram of profile.grams.keys()) {
      const known = holders.get(gram)
      if (known === undefined) holders.set(gram, [number])
      else known.push(number)
    }
  })
  const common = new Float64Array(b.length)
  const candidates: AlignedPair[] = []
  for (const [number, profile] of a.entries()) {
    common.fill(0)
    for (const gram of profile.grams.keys())
      for (const other of holders.get(gram) ?? []) common[other] = (common[other] as number) + weightOf(gram)
    const measure = (other: number): number =>
      (common[other] as number) / Math.min(profile.weight, (b[other] as Profile).weight)
    const nearest = [...common.keys()]
      .filter((other) => common[other] !== 0)
      .sort((one, other) => measure(other) - measure(one))
      .slice(0, MAX_CANDIDATES)
    for (const other of nearest) {
      const { score } = compareProfiles(profile, b[other] as Profile, weightOf)
      candidates.push({ a: number, b: other, score })
    }
    await pause()
  }
  return candidates
}

interface Taking {
  readonly least: number
  /** Where each sentence of a is expected in b; null when nothing is known yet. */
  readonly expected: readonly number[] | null
}

/** The best pair first, each sentence once. */
function takeBest(candidates: readonly AlignedPair[], { least, expected }: Taking): AlignedPair[] {
  const [takenA, takenB] = [new Set<number>(), new Set<number>()]
  return candidates
    .map((pair) => ({ pair, rank: pair.score + bonus(pair, expected) }))
    .filter(({ rank }) => rank >= least)
    .sort((one, other) => other.rank - one.rank || one.pair.a - other.pair.a || one.pair.b - other.pair.b)
    .flatMap(({ pair }) => {
      if (takenA.has(pair.a) || takenB.has(pair.b)) return []
      takenA.add(pair.a)
      takenB.add(pair.b)
      return [pair]
    })
}

/** Sentences left over that are a clause of a sentence of the other report: one was divided, or two were joined. */
function answeredInPart(
  candidates: readonly AlignedPair[],
  pairs: readonly AlignedPair[],
  { a, b, weightOf }: Profiles,
): AlignedPair[] {
  const [partnerOfA, partnerOfB] = [
    new Map(pairs.map((pair) => [pair.a, pair.b])),
    new Map(pairs.map((pair) => [pair.b, pair.a])),
  ]
  const added = new Set<string>()
  return [...candidates]
    .sort((one, other) => other.score - one.score)
    .filter((pair) => {
      const isLeftOver = { a: !partnerOfA.has(pair.a), b: !partnerOfB.has(pair.b) }
      if (pair.score < SURE_IN_PART || isLeftOver.a === isLeftOver.b) return false
      const [short, long] = isLeftOver.a ? [a[pair.a], b[pair.b]] : [b[pair.b], a[pair.a]]
      const partner = isLeftOver.a ? a[partnerOfB.get(pair.b) ?? -1] : b[partnerOfA.get(pair.a) ?? -1]
      const key = isLeftOver.a ? `a${pair.a}` : `b${pair.b}`
      if (short === undefined || long === undefined || partner === undefined || added.has(key)) return false
      const { part } = compareProfiles(short, long, weightOf)
      if (part?.of !== 'b') return false
      const clauses = long.clauses.slice(...part.clauses)
      if (shareWith(clauses, short, weightOf) < BETTER_IN_PART * shareWith(clauses, partner, weightOf))
        return false
      added.add(key)
      return true
    })
}

/** Weight of the grams of these clauses that a sentence holds. */
function shareWith(clauses: Profile['clauses'], { grams }: Profile, weightOf: Profiles['weightOf']): number {
  return clauses.flat().reduce((sum, gram) => sum + (grams.has(gram) ? weightOf(gram) : 0), 0)
}

function bonus({ a, b }: AlignedPair, expected: readonly number[] | null): number {
  if (expected === null) return 0
  return ORDER_BONUS * Math.max(0, 1 - Math.abs(b - (expected[a] as number)) / NEAR)
}

/** Where each sentence of a would stand in b, between the firm pairs around it. */
function expectedPlaces(firm: readonly AlignedPair[], lengthA: number, lengthB: number): number[] {
  const anchors = [{ a: -1, b: -1 }, ...longestChain(firm), { a: lengthA, b: lengthB }]
  const places: number[] = []
  let next = 1
  for (let at = 0; at < lengthA; at++) {
    while ((anchors[next]?.a ?? lengthA) < at) next++
    const [before, after] = [anchors[next - 1] as AlignedPair, anchors[next] as AlignedPair]
    const share = (at - before.a) / Math.max(1, after.a - before.a)
    places.push(before.b + share * (after.b - before.b))
  }
  return places
}

/** The longest run of pairs that rise on both sides. */
function longestChain(pairs: readonly AlignedPair[]): AlignedPair[] {
  const sorted = [...pairs].sort((one, other) => one.a - other.a)
  const length: number[] = []
  const previous: number[] = []
  let best = -1
  sorted.forEach((pair, index) => {
    length[index] = 1
    previous[index] = -1
    for (let before = 0; before < index; before++) {
      if (
        (sorted[before] as AlignedPair).b >= pair.b ||
        (length[before] as number) < (length[index] as number)
      )
        continue
      length[index] = (length[before] as number) + 1
      previous[index] = before
    }
    if (best < 0 || (length[index] as number) > (length[best] as number)) best = index
  })
  const chain: AlignedPair[] = []
  for (let at = best; at >= 0; at = previous[at] as number) chain.push(sorted[at] as AlignedPair)
  return chain.reverse()
}

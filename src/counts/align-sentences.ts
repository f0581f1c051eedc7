/** Finds which sentence of one report answers which of another. */
import type { Sentence } from './sentence.ts'
import { clausesOf, likeness, type Profile, type Profiles, profileSentences } from './sentence-likeness.ts'
import { makeTopicTest } from './topic-change.ts'

/** Places of two sentences in their lists, and how alike they are, from 0 on. */
export interface AlignedPair {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** Below this a pair needs neighbours that answer each other. */
const SURE = 1
const LEAST = 0.5
/** So much at the most do neighbours add. */
const ORDER_BONUS = 0.18
/** Within so many sentences of where it is expected a sentence gets some of the bonus. */
const NEAR = 12
/** How many of the most similar sentences are kept: where a report repeats itself, each is like all the others. */
const MAX_CANDIDATES = 12
/** What a pair with another topic keeps of its score. */
const OTHER_TOPIC = 0.3
/** What a pair of which one is planned and the other done keeps of its score. */
const OTHER_TIME = 0.8
/** So alike is a sentence to one that has its answer already where they say the same in part. */
const SURE_IN_PART = 1.75

/**
 * Aligns the sentences of two reports; pairs in the order of b, then of a. A long sentence may answer several others.
 *
 * @param pause Awaited between steps, so that others are served meanwhile.
 */
export async function alignSentences(
  a: readonly Sentence[],
  b: readonly Sentence[],
  pause: () => Promise<void>,
): Promise<AlignedPair[]> {
  const isOtherTopic = makeTopicTest(a, b)
  const candidates = (await findCandidates(profileSentences(a, b), pause)).map((pair) => {
    const [one, other] = [a[pair.a] as Sentence, b[pair.b] as Sentence]
    const time = one.tells === other.tells ? 1 : OTHER_TIME
    return { ...pair, score: pair.score * time * (isOtherTopic(one, other) ? OTHER_TOPIC : 1) }
  })
  const firm = takeBest(candidates, { least: SURE, expected: null })
  const expected = expectedPlaces(firm, a.length, b.length)
  const pairs = takeBest(candidates, { least: LEAST + ORDER_BONUS, expected })
  return [...pairs, ...answeredInPart(candidates, pairs)].sort(
    (one, other) => one.b - other.b || one.a - other.a,
  )
}

/** So alike are two clauses that state a figure of the same. */
const LEAST_STATED = 1.2

/** Pairs of sentences of which one clause states a figure of what a clause of the other states a figure of. */
export async function alignStatements(
  a: readonly Sentence[],
  b: readonly Sentence[],
  pause: () => Promise<void>,
): Promise<AlignedPair[]> {
  const [ofA, ofB] = [statementsOf(a), statementsOf(b)]
  const candidates = (await findCandidates(profileSentences(ofA, ofB), pause)).filter(
    (pair) => ofA[pair.a]?.tells === ofB[pair.b]?.tells,
  )
  return takeBest(candidates, { least: LEAST_STATED, expected: null }).map((pair) => ({
    ...pair,
    a: ofA[pair.a]?.sentence as number,
    b: ofB[pair.b]?.sentence as number,
  }))
}

interface Statement extends Pick<Sentence, 'tokens' | 'tells'> {
  /** Place of its sentence in the list. */
  readonly sentence: number
}

/** The clauses that hold a figure. */
function statementsOf(sentences: readonly Sentence[]): Statement[] {
  return sentences.flatMap(({ tokens, tells }, sentence) =>
    clausesOf(tokens)
      .filter((clause) => clause.some(({ kind }) => kind === 'figure'))
      .map((clause) => ({ tokens: clause, tells, sentence })),
  )
}

async function findCandidates(
  { a, b, weightOf }: Profiles,
  pause: () => Promise<void>,
): Promise<AlignedPair[]> {
  const holders: [number, number][][] = []
  b.forEach(({ grams }, number) => {
    for (const [gram, count] of grams) {
      const known = holders[gram]
      if (known === undefined) holders[gram] = [[number, count]]
      else known.push([number, count])
    }
  })
  const candidates: AlignedPair[] = []
  for (const [number, profile] of a.entries()) {
    const shared = new Float64Array(b.length)
    for (const [gram, count] of profile.grams)
      for (const [other, times] of holders[gram] ?? [])
        shared[other] = (shared[other] as number) + Math.min(count, times) * weightOf(gram)
    const alike: AlignedPair[] = []
    shared.forEach((weight, place) => {
      const score = weight === 0 ? 0 : likeness(weight, profile, b[place] as Profile)
      if (score >= LEAST) alike.push({ a: number, b: place, score })
    })
    candidates.push(...alike.sort((one, other) => other.score - one.score).slice(0, MAX_CANDIDATES))
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

/** Sentences left over of which a part is said in a sentence that answers another: one was divided, or two were joined. */
function answeredInPart(candidates: readonly AlignedPair[], pairs: readonly AlignedPair[]): AlignedPair[] {
  const [takenA, takenB] = [new Set(pairs.map(({ a }) => a)), new Set(pairs.map(({ b }) => b))]
  return [...candidates]
    .sort((one, other) => other.score - one.score)
    .filter(({ a, b, score }) => {
      if (score < SURE_IN_PART || takenA.has(a) === takenB.has(b)) return false
      takenA.add(a)
      takenB.add(b)
      return true
    })
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

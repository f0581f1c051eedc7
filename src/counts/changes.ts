/** Turns two reports into what changed between them, sentence by sentence. */
import type { Report } from '../corpus/report.ts'
import { makePause } from '../search/turns.ts'
import { groupBy } from '../text/maps.ts'
import { type AlignedPair, alignSentences, alignStatements } from './align-sentences.ts'
import {
  type ChangePart,
  compareSentences,
  type PairKind,
  type SentenceComparison,
} from './compare-sentences.ts'
import { type Sentence, sentencesOf } from './sentence.ts'

/** `new`: stands in b alone. `dropped`: stands in a alone. */
export type ChangeKind = PairKind | 'new' | 'dropped'

/** A sentence where it stands. */
export type ChangeSide = Omit<Sentence, 'tokens'>

export interface Change {
  readonly kind: ChangeKind
  /** null where the kind is `new`. */
  readonly a: ChangeSide | null
  /** null where the kind is `dropped`. */
  readonly b: ChangeSide | null
  /** Empty where one side is null. */
  readonly diff: readonly ChangePart[]
  /** The clauses alone in which a figure is another one; empty where the kind is not `figure`. */
  readonly clauses: readonly ChangePart[]
}

/** Every sentence of both reports, in the order of b; dropped ones last, in the order of a. */
export async function compareReports(a: Report, b: Report): Promise<Change[]> {
  const pause = makePause()
  const [sentencesA, sentencesB] = [sentencesOf(a), sentencesOf(b)]
  const pairs: (AlignedPair & SentenceComparison)[] = []
  const compare = ({ a: one, b: other }: AlignedPair): SentenceComparison =>
    compareSentences(sentencesA[one] as Sentence, sentencesB[other] as Sentence)
  for (const pair of await alignSentences(sentencesA, sentencesB, pause)) {
    pairs.push({ ...pair, ...compare(pair) })
    await pause()
  }
  for (const pair of await alignStatements(sentencesA, sentencesB, pause)) {
    if (pairs.some((known) => known.a === pair.a && known.b === pair.b)) continue
    const comparison = compare(pair)
    if (comparison.kind === 'figure') pairs.push({ ...pair, ...comparison })
    await pause()
  }
  pairs.sort((one, other) => one.a - other.a)
  const pairsOfB = groupBy(pairs, (pair) => pair.b)
  const answered = new Set(pairs.map((pair) => pair.a))
  const changes: Change[] = []
  for (const [number, sentence] of sentencesB.entries()) {
    const found = pairsOfB.get(number) ?? []
    const b = sideOf(sentence)
    if (found.length === 0) changes.push({ kind: 'new', a: null, b, diff: [], clauses: [] })
    for (const { a: one, kind, diff, clauses } of found)
      changes.push({ kind, diff, clauses, a: sideOf(sentencesA[one] as Sentence), b })
  }
  for (const [number, sentence] of sentencesA.entries())
    if (!answered.has(number))
      changes.push({ kind: 'dropped', a: sideOf(sentence), b: null, diff: [], clauses: [] })
  return changes
}

function sideOf({ tokens, ...side }: Sentence): ChangeSide {
  return side
}

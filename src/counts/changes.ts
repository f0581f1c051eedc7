/** Turns two reports into what changed between them, sentence by sentence. */
import type { Report } from '../corpus/report.ts'
import { makePause } from '../search/pauses.ts'
import { type AlignedPair, alignSentences } from './align-sentences.ts'
import { type ChangePart, compareSentences, type PairKind } from './compare-sentences.ts'
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
}

/** Every sentence of both reports, in the order of b; dropped ones last, in the order of a. */
export async function compareReports(a: Report, b: Report): Promise<Change[]> {
  const pause = makePause()
  const [sentencesA, sentencesB] = [sentencesOf(a), sentencesOf(b)]
  const pairs = await alignSentences(sentencesA, sentencesB, pause)
  const pairsOfB = new Map<number, AlignedPair[]>()
  for (const pair of pairs) pairsOfB.set(pair.b, [...(pairsOfB.get(pair.b) ?? []), pair])
  const answered = new Set(pairs.map((pair) => pair.a))
  const changes: Change[] = []
  for (const [number, sentence] of sentencesB.entries()) {
    const found = pairsOfB.get(number) ?? []
    if (found.length === 0) changes.push({ kind: 'new', a: null, b: sideOf(sentence), diff: [] })
    for (const pair of found) {
      const other = sentencesA[pair.a] as Sentence
      changes.push({ ...compareSentences(other, sentence), a: sideOf(other), b: sideOf(sentence) })
      await pause()
    }
  }
  for (const [number, sentence] of sentencesA.entries())
    if (!answered.has(number)) changes.push({ kind: 'dropped', a: sideOf(sentence), b: null, diff: [] })
  return changes
}

function sideOf({ tokens, ...side }: Sentence): ChangeSide {
  return side
}

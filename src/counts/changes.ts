/** Turns two reports into what changed between them, sentence by sentence. */
import type { Report } from '../corpus/report.ts'
import { type AlignedPair, alignSentences } from './align-sentences.ts'
import { type ChangePart, compareSentences, type PairKind } from './compare-sentences.ts'
import { type Sentence, sentencesOf } from './sentence.ts'

/** `new`: stands in b alone. `dropped`: stands in a alone. */
export type ChangeKind = PairKind | 'new' | 'dropped'

/** A sentence where it stands. */
export type ChangeSide = Pick<Sentence, 'passage' | 'paragraph' | 'start' | 'end' | 'text'>

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
export function compareReports(a: Report, b: Report): Change[] {
  const [sentencesA, sentencesB] = [sentencesOf(a), sentencesOf(b)]
  const pairs = alignSentences(sentencesA, sentencesB)
  const pairsOfB = new Map<number, AlignedPair[]>()
  for (const pair of pairs) pairsOfB.set(pair.b, [...(pairsOfB.get(pair.b) ?? []), pair])
  const answered = new Set(pairs.map((pair) => pair.a))
  return [
    ...sentencesB.flatMap((sentence, number): Change[] => {
      const found = pairsOfB.get(number) ?? []
      if (found.length === 0) return [{ kind: 'new', a: null, b: sideOf(sentence), diff: [] }]
      return found.map((pair) => {
        const other = sentencesA[pair.a] as Sentence
        return { ...compareSentences(other, sentence), a: sideOf(other), b: sideOf(sentence) }
      })
    }),
    ...sentencesA.flatMap((sentence, number): Change[] =>
      answered.has(number) ? [] : [{ kind: 'dropped', a: sideOf(sentence), b: null, diff: [] }],
    ),
  ]
}

function sideOf({ passage, paragraph, start, end, text }: Sentence): ChangeSide {
  return { passage, paragraph, start, end, text }
}

/** Lays a draft out with its verdicts: each piece of its text with what was found, in the draft's order. */
import { citePassage } from '../answer/citation.ts'
import { isOfFigures, tellAside, tellSentence } from '../answer/verdict-words.ts'
import type { SentenceVerdict } from '../quote/verify-text.ts'
import type { Translate } from '../text/translate.ts'

/** A stretch of the draft without a line break. */
export interface ReviewedPiece {
  readonly text: string
  /** Number of the note, from 1, for a sentence with a verdict; null for what has none. */
  readonly note: number | null
  readonly supported: boolean | null
}

export interface ReviewNote {
  readonly number: number
  readonly supported: boolean | null
  /** The verdict, what does not agree, and the source, a line each. */
  readonly lines: readonly string[]
}

export interface DraftReview {
  readonly title: string
  readonly summary: string
  /** The draft's lines, each in its pieces, and the notes of each. */
  readonly lines: readonly {
    readonly pieces: readonly ReviewedPiece[]
    readonly notes: readonly ReviewNote[]
  }[]
}

export function reviewDraft(text: string, verdicts: readonly SentenceVerdict[], t: Translate): DraftReview {
  const notes = verdicts.map((verdict, index) => noteOf(verdict, index + 1, t))
  const lines: { pieces: ReviewedPiece[]; notes: ReviewNote[] }[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    const within = verdicts.flatMap((verdict, index) =>
      verdict.start >= start && verdict.end <= end ? [{ verdict, note: notes[index] as ReviewNote }] : [],
    )
    if (line.trim() !== '')
      lines.push({ pieces: piecesOf(text, start, end, within), notes: within.map(({ note }) => note) })
    start = end + 1
  }
  return { title: t('draft-title'), summary: t('draft-summary', countVerdicts(verdicts)), lines }
}

export function countVerdicts(verdicts: readonly SentenceVerdict[]): {
  count: number
  right: number
  wrong: number
  missing: number
} {
  const of = (supported: boolean | null): number =>
    verdicts.filter((one) => one.supported === supported).length
  return { count: verdicts.length, right: of(true), wrong: of(false), missing: of(null) }
}

function piecesOf(
  text: string,
  start: number,
  end: number,
  within: readonly { readonly verdict: SentenceVerdict; readonly note: ReviewNote }[],
): ReviewedPiece[] {
  const pieces: ReviewedPiece[] = []
  let at = start
  const addPlain = (to: number): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), note: null, supported: null })
  }
  for (const { verdict, note } of within) {
    addPlain(verdict.start)
    pieces.push({
      text: text.slice(verdict.start, verdict.end),
      note: note.number,
      supported: verdict.supported,
    })
    at = verdict.end
  }
  addPlain(end)
  return pieces
}

function noteOf(one: SentenceVerdict, number: number, t: Translate): ReviewNote {
  const { supported, source } = one
  const verdict = supported === null ? 'missing' : supported ? 'right' : 'wrong'
  return {
    number,
    supported,
    lines: [
      // What is told of figures begins with its verdict.
      ...(supported !== true && isOfFigures(one) ? [] : [t(`draft-verdict-${verdict}`)]),
      ...(supported === true ? tellAside(one, t) : tellSentence(one, t)),
      ...(source === null ? [] : [citePassage(source.passage, source.report)]),
    ],
  }
}

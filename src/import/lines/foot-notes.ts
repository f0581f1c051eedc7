/** Sets the notes at the foot of pages aside, and puts each back behind the paragraph at whose page's end it stands. */
import type { Line } from './clean.ts'
import { type Paragraph, unwrap } from './unwrap.ts'

/** The lines of the text, and the notes as paragraphs. */
export function partFootNotes(lines: readonly Line[]): {
  text: readonly Line[]
  notes: readonly Paragraph[]
} {
  const notes = lines.filter((line) => line.isNote)
  if (notes.length === 0) return { text: lines, notes: [] }
  const paragraphs = unwrap(notes).map((paragraph) => ({ ...paragraph, isNote: true }))
  return { text: lines.filter((line) => !line.isNote), notes: paragraphs }
}

/** A paragraph that the page's end cuts stays whole; a heading at the end stays with what is below it. */
export function placeFootNotes(
  paragraphs: readonly Paragraph[],
  notes: readonly Paragraph[],
): readonly Paragraph[] {
  if (notes.length === 0) return paragraphs
  const placed: Paragraph[] = []
  const waiting = [...notes]
  for (const paragraph of paragraphs) {
    const above = placed.at(-1)
    const isBelowHeading =
      above !== undefined && !above.isNote && !/[。！？；!?;][”’」』）)]*$/u.test(above.text)
    while (!isBelowHeading && waiting[0] !== undefined && waiting[0].line < paragraph.line)
      placed.push(waiting.shift() as Paragraph)
    placed.push(paragraph)
  }
  return [...placed, ...waiting]
}

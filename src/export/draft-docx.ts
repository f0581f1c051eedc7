/** Writes a reviewed draft as a Word document: the text on the left, on the right the verdicts and sources. */
import type { DraftReview, ReviewedPiece, ReviewNote } from './draft-review.ts'

const RIGHT = '1B7F3B'
const WRONG = 'C0272D'
const MISSING = '8A6D00'
/** Of the width of the page, in percent. */
const TEXT_WIDTH = 60

/** The library is loaded when a document is asked for: it is large, and most of the program never needs it. */
export async function draftToDocx({ title, summary, lines }: DraftReview): Promise<Uint8Array> {
  const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } =
    await import('docx')
  const run = ({ text, note, supported }: ReviewedPiece): InstanceType<typeof TextRun>[] => {
    if (note === null) return [new TextRun(text)]
    const color = colourOf(supported)
    return [new TextRun({ text, color }), new TextRun({ text: `[${note}]`, color, superScript: true })]
  }
  const note = ({ number, supported, lines: said }: ReviewNote): InstanceType<typeof Paragraph>[] =>
    said.map(
      (line, index) =>
        new Paragraph({
          children: [
            new TextRun({
              text: index === 0 ? `[${number}] ${line}` : line,
              size: 18,
              bold: index === 0,
              color: index === 0 ? colourOf(supported) : '444444',
            }),
          ],
        }),
    )
  const cell = (children: InstanceType<typeof Paragraph>[], width: number): InstanceType<typeof TableCell> =>
    new TableCell({ children, width: { size: width, type: WidthType.PERCENTAGE } })
  const rows = lines.map(
    ({ pieces, notes }) =>
      new TableRow({
        children: [
          cell([new Paragraph({ children: pieces.flatMap(run) })], TEXT_WIDTH),
          cell(notes.flatMap(note), 100 - TEXT_WIDTH),
        ],
      }),
  )
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun({ text: summary, bold: true })] }),
          ...(rows.length > 0 ? [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } })] : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function colourOf(supported: boolean | null): string {
  if (supported === null) return MISSING
  return supported ? RIGHT : WRONG
}

/** Writes changes between two reports as a Word document. */
import type { ChangesSheet, SheetPiece, SheetRow } from './changes-sheet.ts'

const REMOVED = 'A3241D'
const ADDED = '1F6B3A'
const FADED = '6A645B'
/** Of the width of the page, in percent. */
const SOURCE_WIDTH = 18
/** In half points. */
const SMALL = 18

/** The library is loaded when a document is asked for: it is large, and most of the program never needs it. */
export async function changesToDocx(sheet: ChangesSheet): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const run = ({ text, kind }: SheetPiece): InstanceType<typeof TextRun> => {
    if (kind === 'same') return new TextRun(text)
    return kind === 'added'
      ? new TextRun({ text, color: ADDED, underline: {} })
      : new TextRun({ text, color: REMOVED, strike: true })
  }
  const cell = (children: InstanceType<typeof TextRun>[], width: number): InstanceType<typeof TableCell> =>
    new TableCell({
      children: [new Paragraph({ children })],
      width: { size: width, type: WidthType.PERCENTAGE },
    })
  const row = ({ source, pieces }: SheetRow): InstanceType<typeof TableRow> =>
    new TableRow({
      children: [
        cell([new TextRun({ text: source, size: SMALL, color: FADED })], SOURCE_WIDTH),
        cell(pieces.map(run), 100 - SOURCE_WIDTH),
      ],
    })
  const heading = (text: string): InstanceType<typeof Paragraph> =>
    new Paragraph({ text, heading: HeadingLevel.HEADING_2 })
  const small = (text: string): InstanceType<typeof Paragraph> =>
    new Paragraph({ children: [new TextRun({ text, size: SMALL, color: FADED })] })
  const { title, summary, citations, legend, terms, parts } = sheet
  const document = new Document({
    title,
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun({ text: summary, bold: true })] }),
          ...citations.map(small),
          small(legend),
          ...(terms === null ? [] : [heading(terms.heading), new Paragraph(terms.words.join(' · '))]),
          ...parts.flatMap((part) => [
            heading(part.heading),
            new Table({ rows: part.rows.map(row), width: { size: 100, type: WidthType.PERCENTAGE } }),
          ]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

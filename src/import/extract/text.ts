/** Turns the characters of a text or Markdown file into its physical lines; form feeds, as pdftotext writes them, count pages. */
import { splitLines } from '../source/decode.ts'
import type { SourceLine } from '../source/source.ts'

/** Every line as it stands, marks and blanks included. A file with form feeds has pages; one without has none. */
export function extractText(text: string): SourceLine[] {
  const hasPages = text.includes('\f')
  let page = 1
  const lines = splitLines(text)
  return lines.map((line, index) => {
    if (line.startsWith('\f')) page++
    const read = hasPages ? { text: line.replace('\f', ''), page } : { text: line }
    const isRow = isTabbed(line) && (isTabbed(lines[index - 1]) || isTabbed(lines[index + 1]))
    return isRow ? { ...read, isBlock: true, isTableRow: true } : read
  })
}

/** Three cells or more, as a table has them that was copied out of Word or a spreadsheet. */
function isTabbed(line = ''): boolean {
  return line.trim().split('\t').length >= 3
}

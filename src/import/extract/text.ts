/** Turns the characters of a text or Markdown file into its physical lines; form feeds, as pdftotext writes them, count pages. */
import { splitLines } from '../source/decode.ts'
import type { SourceLine } from '../source/source.ts'

/** Every line as it stands, marks and blanks included. A file with form feeds has pages; one without has none. */
export function extractText(text: string): SourceLine[] {
  const hasPages = text.includes('\f')
  let page = 1
  return splitLines(text).map((line) => {
    if (line.startsWith('\f')) page++
    return hasPages ? { text: line.replace('\f', ''), page } : { text: line }
  })
}

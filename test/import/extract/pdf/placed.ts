import type { PlacedLine } from '../../../../src/import/extract/pdf/layout.ts'
import type { PlacedText } from '../../../../src/import/extract/pdf/place-texts.ts'

/** One em of what is placed, in the units of the page. */
export const EM = 16

/** A piece of text whose Chinese characters take an em each, others half of one. */
export function placed(
  text: string,
  left: number,
  baseline: number,
  more: Partial<PlacedText> = {},
): PlacedText {
  const size = more.size ?? EM
  const width = [...text].reduce((sum, char) => sum + (char > '~' ? size : size / 2), 0)
  return { text, left, right: left + width, baseline, size, ...more }
}

/** The same as a line of a page. */
export function placedLine(
  text: string,
  left: number,
  baseline: number,
  more: Partial<PlacedLine> = {},
): PlacedLine {
  return { ...placed(text, left, baseline, more), isTableRow: more.isTableRow ?? false }
}

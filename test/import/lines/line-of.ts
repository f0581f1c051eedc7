import type { Line } from '../../../src/import/lines/clean.ts'
import type { Paragraph } from '../../../src/import/lines/unwrap.ts'

/** A line of which nothing is known but its words and its place, and what is given. */
export function lineOf(text: string, index = 0, more: Partial<Line> = {}): Line {
  return {
    text,
    number: index + 1,
    indent: 0,
    page: null,
    opensPage: false,
    heading: null,
    boldStart: 0,
    isBlock: false,
    isTableRow: false,
    isNote: false,
    opens: null,
    ...more,
  }
}

export function linesOf(texts: readonly string[], more: Partial<Line> = {}): Line[] {
  return texts.map((text, index) => lineOf(text, index, more))
}

/** The same of a paragraph. */
export function paragraphOf(text: string, more: Partial<Paragraph> = {}): Paragraph {
  return {
    text,
    line: 1,
    page: null,
    heading: null,
    boldStart: 0,
    isTableRow: false,
    isNote: false,
    ...more,
  }
}

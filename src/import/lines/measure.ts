/** Finds the width at which lines were wrapped, or null where each line is a paragraph. */
import type { Line } from './clean.ts'
import { columns, EM_COLUMNS } from './line.ts'

/** The measure of text that was wrapped at a fixed width. */
export interface Measure {
  /** Full width of a line, in half-width columns. */
  readonly columns: number
  /** Width of a text by the ruler that the lines were wrapped with, in half-width columns. */
  readonly width: Ruler
  /** From this many columns of white space on a line opens a paragraph; null where the source lost its indents. */
  readonly indent: number | null
}

type Ruler = (text: string) => number

/** Lines within this of the median count as full. */
const NEAR_COLUMNS = 3 * EM_COLUMNS
const MIN_FULL_LINES = 12
/** Wider than this is a paragraph on one line. */
const MAX_COLUMNS = 130
/** A shorter line is none of running text, but its end or a heading. */
const MIN_COLUMNS = 16
/** Share of lines that must be full, and of full lines that must end in mid-sentence. */
const MIN_FULL_SHARE = 0.5
const MIN_OPEN_SHARE = 0.5
/** Pieces in which a source is looked at when it is not wrapped as a whole. */
const WINDOW_LINES = 60
/** Pages differ in what a space beside a figure takes; programs count every character as one. */
const RULERS: readonly Ruler[] = [
  ...[0, 0.25, 0.5, 0.75, 1].map((space) => (text: string) => columns(text, space)),
  (text) => text.length * EM_COLUMNS,
]
const CLOSED = /[。！？!?；：:…][”’」』）)】》]*$/u

/** For each line the measure of the stretch in which it stands; lines of one stretch share one object. */
export function measureLines(lines: readonly Line[]): (Measure | null)[] {
  const whole = measureStretch(lines)
  if (whole !== null) return lines.map(() => whole)
  const measures: (Measure | null)[] = lines.map(() => null)
  for (let from = 0; from < lines.length; from += WINDOW_LINES) {
    const to = from + WINDOW_LINES
    const measure = measureStretch(lines.slice(from, to))
    if (measure !== null) measures.fill(measure, from, to)
  }
  return measures
}

function measureStretch(lines: readonly Line[]): Measure | null {
  const texts = lines.filter((line) => !line.isBlock && line.heading === null && !line.isTableRow)
  let best: { measure: Measure; spread: number } | null = null
  for (const width of RULERS) {
    const sized = texts
      .map((line) => ({ line, width: width(line.text) }))
      .filter(({ width }) => width >= MIN_COLUMNS)
    const median = sized.map(({ width }) => width).sort((a, b) => a - b)[Math.floor(sized.length / 2)] ?? 0
    const full = sized.filter(({ width }) => Math.abs(width - median) <= NEAR_COLUMNS)
    if (median > MAX_COLUMNS) continue
    if (full.length < MIN_FULL_LINES || full.length < sized.length * MIN_FULL_SHARE) continue
    if (full.filter(({ line }) => !CLOSED.test(line.text)).length < full.length * MIN_OPEN_SHARE) continue
    const spread = full.reduce((sum, { width }) => sum + Math.abs(width - median), 0) / full.length
    if (best !== null && spread >= best.spread) continue
    best = { measure: { columns: median, width, indent: readIndent(texts) }, spread }
  }
  return best?.measure ?? null
}

/** Indents tell paragraphs when some lines have them and most have not. */
function readIndent(lines: readonly Line[]): number | null {
  const base = lines.map((line) => line.indent).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0
  const indented = lines.filter((line) => line.indent >= base + 2)
  const share = indented.length / Math.max(1, lines.length)
  return share >= 0.03 ? base + 2 : null
}

/** Clean lines in, whole paragraphs out: hard wraps and page breaks are undone by the page's own width. */
import type { Line } from './clean.ts'
import { columns, EM_COLUMNS, removeLayoutSpaces } from './line.ts'
import { SALUTATION, startsBlock } from './marks.ts'

/** Text as the author divided it: a paragraph or a heading. */
export interface Paragraph {
  readonly text: string
  /** Number of the source line on which it starts. */
  readonly line: number
  readonly page: number | null
  /** Heading level that the format or a Markdown mark states, or null. */
  readonly heading: number | null
  /** UTF-16 units at the start of `text` that are set in bold. */
  readonly boldStart: number
  readonly isTableRow: boolean
}

/** The measure of a text that was wrapped at a fixed width, in half-width columns. */
export interface Measure {
  readonly line: number
  /** What a space beside a figure takes. */
  readonly space: number
}

const TERMINAL = /[。！？!?；;：:…][”’」』）)】]*$/u
const CLOSED = /[。！？!?…][”’」』）)】]*$/u
/** A first line is indented by two ems. */
const INDENT_COLUMNS = 2 * EM_COLUMNS
/** Lines within this of the median count as full. */
const FULL_COLUMNS = 3 * EM_COLUMNS
const MIN_WRAPPED_LINES = 12
/** Letters and figures are narrower than their columns say. */
const SLACK_COLUMNS = 2
/** The line that names the meeting ends above the speaker's. */
const HEAD_LINE = /会议上?[)）]?$/u
/** Without wrapping, a shorter line without a full stop is a heading and not the top of a cut paragraph. */
const MIN_CUT_CHARS = 34

/** Joins lines to paragraphs. */
export function unwrap(lines: readonly Line[]): Paragraph[] {
  const measure = measureLines(lines)
  const paragraphs: Line[][] = []
  lines.forEach((line, index) => {
    const open = paragraphs.at(-1)
    const last = open?.at(-1)
    if (open !== undefined && last !== undefined && joins(last, line, { next: lines[index + 1], first: open[0] ?? last, measure })) open.push(line)
    else paragraphs.push([line])
  })
  return paragraphs.map(joinLines)
}

/** Finds the wrap width, or null when most lines are not wrapped. */
export function measureLines(lines: readonly Line[]): Measure | null {
  const texts = lines.filter((line) => line.isBlock !== true && line.heading === null).map((line) => line.text)
  let best: { measure: Measure; spread: number } | null = null
  for (const space of [0, 0.25, 0.5, 0.75, 1]) {
    const widths = texts.map((text) => columns(text, space)).filter((width) => width > 12).sort((a, b) => a - b)
    const median = widths[Math.floor(widths.length / 2)] ?? 0
    const near = widths.filter((width) => Math.abs(width - median) <= FULL_COLUMNS)
    if (near.length < MIN_WRAPPED_LINES || near.length < widths.length * 0.5 || median > 130) continue
    const spread = near.reduce((sum, width) => sum + Math.abs(width - median), 0) / near.length
    if (best === null || spread < best.spread) best = { measure: { line: median, space }, spread }
  }
  return best?.measure ?? null
}

interface Context {
  readonly next: Line | undefined
  readonly first: Line
  readonly measure: Measure | null
}

function joins(a: Line, b: Line, context: Context): boolean {
  if (a.isBlock || b.isBlock || a.heading !== null || b.heading !== null) return false
  if (context.measure !== null) return joinsWrapped(a, b, { ...context, measure: context.measure })
  if (startsBlock(b.text)) return false
  if (CLOSED.test(a.text)) return joinsLead(a, b)
  return (a.text.length >= MIN_CUT_CHARS || /[。；]/u.test(a.text)) && !TERMINAL.test(a.text)
}

/** A bold lead that a page break cut from its paragraph: the paragraph takes the lead's words up again. */
function joinsLead(a: Line, b: Line): boolean {
  if (a.boldStart === 0 || a.boldStart < a.text.length || b.boldStart > 0 || b.text.length < MIN_CUT_CHARS) return false
  const words = bigrams(a.text.split(/[，、：]/u).at(-1) ?? '')
  return words.some((word) => b.text.includes(word))
}

function bigrams(text: string): string[] {
  const han = text.replace(/[^\p{Script=Han}]/gu, '')
  return [...han].slice(1).map((char, index) => (han[index] ?? '') + char)
}

function joinsWrapped(a: Line, b: Line, context: Context & { readonly measure: Measure }): boolean {
  const { measure } = context
  const capacity = measure.line - (a === context.first ? INDENT_COLUMNS : 0)
  const width = columns(a.text, measure.space)
  const isFull = width + columns(firstUnit(b.text), measure.space) > capacity - SLACK_COLUMNS
  if (!isFull || HEAD_LINE.test(a.text)) return false
  if (SALUTATION.test(b.text)) return false
  if (!CLOSED.test(a.text)) return !(startsBlock(b.text) && TERMINAL.test(a.text))
  if (startsBlock(b.text)) return false
  return !looksLikeFirstLine(b, context.next, measure)
}

/** A first line is full at two ems less than the others. */
function looksLikeFirstLine(b: Line, next: Line | undefined, measure: Measure): boolean {
  const width = columns(b.text, measure.space)
  if (width < measure.line - INDENT_COLUMNS - EM_COLUMNS || next === undefined) return false
  return width <= measure.line - INDENT_COLUMNS / 2 - 0.5 && width + columns(firstUnit(next.text), measure.space) <= measure.line + 0.5
}

/** What a line break must keep together: a figure, a word, a character with the marks that cannot open a line. */
function firstUnit(text: string): string {
  return /^(?:[“‘（(《「]*(?:[\dA-Za-z.,%+/-]+|.)[，。、；：！？”’）》」,.;:!?)%]*)/u.exec(text)?.[0] ?? ''
}

function joinLines(lines: readonly Line[]): Paragraph {
  const first = lines[0] as Line
  const text = removeLayoutSpaces(lines.map((line) => line.text).join(' ').trim())
  return {
    text: lines.length === 1 ? removeLayoutSpaces(first.text) : joinTexts(lines),
    line: first.number,
    page: first.page,
    heading: first.heading,
    boldStart: Math.min(first.boldStart, text.length),
    isTableRow: first.isTableRow,
  }
}

/** Between two Latin words a line break stands for a space; anywhere else for nothing. */
function joinTexts(lines: readonly Line[]): string {
  let text = ''
  for (const line of lines) {
    const gap = /[A-Za-z,.;]$/.test(text) && /^[A-Za-z]/.test(line.text) ? ' ' : ''
    text += gap + line.text
  }
  return removeLayoutSpaces(text)
}

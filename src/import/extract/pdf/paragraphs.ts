/** Turns the placed lines of a whole PDF into source lines that know which of them begin a paragraph, as the print shows it. */
import { countUp } from '../../../text/maps.ts'
import type { SourceLine } from '../../source/source.ts'
import { findFootNotes } from './foot-notes.ts'
import type { PlacedLine } from './layout.ts'

/** The lines of one column of one page, with the edges of its text. */
interface Column {
  readonly page: number
  readonly lines: readonly PlacedLine[]
  readonly left: number
  readonly right: number
}

interface ColumnLine extends PlacedLine {
  readonly column: Column
  readonly isRunning: boolean
  /** Set on the lines of notes at the foot of the page: whether a note begins there. */
  readonly opensNote?: boolean | undefined
  /** More white above than between lines of a paragraph. */
  readonly hasGap: boolean
}

/** A printed paragraph stands in by two em; centred lines by more. */
const MIN_INDENT_EM = 1.2
const INDENT = '\u3000\u3000'
/** A column of fewer lines does not show its own edges. */
const MIN_EDGE_LINES = 8
/** White above a line, in the usual distance of lines, from which on it is a gap. */
const GAP = 1.5
/** Lines of sizes further apart belong to different things: title and body, body and note. */
const MAX_SIZE_RATIO = 1.15
/** A document shows its paragraphs by indents when this share of its lines has them. */
const INDENTED_SHARE: readonly [min: number, max: number] = [0.03, 0.6]

/** `pages` are those of layOutPage(). An indent is written as two ideographic spaces, a gap as a blank line. */
export function markParagraphs(pages: readonly (readonly (readonly PlacedLine[])[])[]): SourceLine[] {
  const columns = findEdges(pages)
  const pitch = median(
    columns.flatMap(({ lines }) => lines.slice(1).map((line, index) => distance(lines[index], line))),
  )
  const running = findRunning(pages, pitch)
  const notes = findFootNotes(pages, { running, pitch })
  const lines = columns.flatMap((column) =>
    column.lines.map((line, index): ColumnLine => {
      const isRunning = running.has(line)
      const above = column.lines[index - 1]
      return {
        ...line,
        column,
        isRunning,
        opensNote: notes.get(line),
        hasGap: above !== undefined && distance(above, line) > pitch * GAP,
      }
    }),
  )
  const isBody = (line: ColumnLine): boolean => !line.isRunning && line.opensNote === undefined
  const body = lines.filter(isBody)
  const indented = body.filter(isIndented).length / Math.max(1, body.length)
  const usesIndents = indented >= INDENTED_SHARE[0] && indented <= INDENTED_SHARE[1]
  const marked: SourceLine[] = []
  let above: ColumnLine | null = null
  for (const line of lines) {
    const opens = !isBody(line) || above === null ? undefined : beginsParagraph(above, line, usesIndents)
    if (line.hasGap) marked.push({ text: '', page: line.column.page })
    marked.push(sourceLine(line, opens))
    if (isBody(line)) above = line
  }
  return marked
}

function sourceLine(line: ColumnLine, opens: boolean | undefined): SourceLine {
  const { page } = line.column
  if (line.isRunning) return { text: line.text, page, isRunning: true }
  if (line.opensNote !== undefined) return { text: line.text, page, opens: line.opensNote, isNote: true }
  if (line.isTableRow) return { text: line.text, page, isBlock: true, isTableRow: true }
  const text = indentOf(line) >= MIN_INDENT_EM ? INDENT + line.text : line.text
  return opens === undefined ? { text, page } : { text, page, opens }
}

/** True, false, or undefined where the print leaves it open. */
function beginsParagraph(above: ColumnLine, line: ColumnLine, usesIndents: boolean): boolean | undefined {
  if (isOtherSize(above, line)) return true
  if (isShort(above, line)) return true
  if (usesIndents) return indentOf(line) >= MIN_INDENT_EM
  if (line.hasGap && above.column === line.column) return true
  if (above.column === line.column) return false
  // What ends with the page may have ended: a sentence, or a heading that fills its line.
  return /[。！？!?：:][”’」』）)]*$/.test(above.text) || !/[，。；]/.test(above.text) ? undefined : false
}

function isOtherSize(a: PlacedLine, b: PlacedLine): boolean {
  return Math.max(a.size, b.size) > Math.min(a.size, b.size) * MAX_SIZE_RATIO
}

/** The line above had room for the first thing in this one, so its end was meant. */
function isShort(above: ColumnLine, line: ColumnLine): boolean {
  const unit = FIRST_UNIT.exec(line.text)?.[0] ?? ''
  // Letters may be set apart, by the author or to fill the line.
  const tracking = Math.max(1, (above.right - above.left) / above.size / Math.max(1, widthEm(above.text)))
  return (above.column.right - above.right) / above.size > widthEm(unit) * Math.min(tracking, 2) + 1
}

/** Width as a Chinese font has it: letters and figures take some more than half an em. */
function widthEm(text: string): number {
  return [...text].reduce((sum, char) => sum + (char <= '~' ? 0.6 : 1), 0)
}

/**
 * What a line break keeps together: a figure, a word, a character with the marks that cannot open a line. Typesetters
 * after Unicode's line breaking rules break on neither side of “ and ”.
 */
const FIRST_UNIT = /^[“‘（(《「]*(?:[\dA-Za-z.,%+/-]+|.)(?:[“”‘’]+.?|[，。、；：！？）》」,.;:!?)%])*/u

/** Two em, give or take; centred lines stand in by any width. */
function isIndented(line: ColumnLine): boolean {
  return Math.abs(indentOf(line) - 2) < 0.6
}

function indentOf(line: ColumnLine): number {
  return (line.left - line.column.left) / line.size
}

function distance(above: PlacedLine | undefined, line: PlacedLine): number {
  return above === undefined ? Number.NaN : (line.baseline - above.baseline) / line.size
}

/** Left edge by the leftmost place at which several lines begin, right edge likewise; small columns borrow from great ones. */
function findEdges(pages: readonly (readonly (readonly PlacedLine[])[])[]): Column[] {
  const own = pages.flatMap((page, index) =>
    page.map((lines) => ({
      page: index + 1,
      lines,
      left: commonEdge(lines, (line) => line.left),
      right: -commonEdge(lines, (line) => -textEnd(line)),
    })),
  )
  const great = own.filter(({ lines }) => lines.length >= MIN_EDGE_LINES)
  return own.map((column) => {
    if (column.lines.length >= MIN_EDGE_LINES) return column
    const size = column.lines[0]?.size ?? 0
    const fits = great.filter(
      ({ left, right }) => left < column.left + size * 0.5 && right > column.right - size * 1.5,
    )
    const nearest = fits.sort(
      (a, b) => Math.abs(a.page - column.page) - Math.abs(b.page - column.page) || b.left - a.left,
    )[0]
    return nearest === undefined ? column : { ...column, left: nearest.left, right: nearest.right }
  })
}

/** Marks may hang out over the edge, so a line's end is where its last word ends. */
function textEnd(line: PlacedLine): number {
  const marks = /[，。、；：！？”’）》」]*$/u.exec(line.text)?.[0].length ?? 0
  return line.right - marks * line.size
}

/** The least value that a tenth of the lines share within half an em; a lone line further out is a mark or a number. */
function commonEdge(lines: readonly PlacedLine[], edge: (line: PlacedLine) => number): number {
  const edges = lines.map((line) => ({ at: edge(line), size: line.size })).sort((a, b) => a.at - b.at)
  const enough = Math.max(1, lines.length * 0.1)
  const common = edges.find(
    ({ at, size }) => edges.filter((other) => Math.abs(other.at - at) < size * 0.5).length >= enough,
  )
  return common?.at ?? edges[0]?.at ?? 0
}

/** Only this many rows at either end of a page are looked at. */
const RUNNING_LINES = 2
const PAGE_NUMBER =
  /^(?:[-—–·•~\s]*|第\s*)(\d{1,4})(?:[-—–·•~\s]*|\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|\s*\/\s*\d{1,4})$/
const MARKED_NUMBER = /^(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页.*)$/

/** Numbers that count with the pages, and what stands at the same height of several pages in the same words. */
function findRunning(pages: readonly (readonly (readonly PlacedLine[])[])[], pitch: number): Set<PlacedLine> {
  const outer = pages.flatMap((page, index) => {
    const rows = groupRows(page.flat())
    const lines = [...separated(rows, pitch), ...separated(rows.toReversed(), pitch)].flat()
    return [...new Set(lines)].map((line) => ({ line, sameness: samenessOf(line, index) }))
  })
  const counts = new Map<string, number>()
  for (const { sameness } of outer) countUp(counts, sameness)
  const enough = Math.max(2, pages.length * 0.3)
  const running = outer.filter(
    ({ line, sameness }) => MARKED_NUMBER.test(line.text.trim()) || (counts.get(sameness) ?? 0) >= enough,
  )
  return new Set(running.map(({ line }) => line))
}

function groupRows(lines: readonly PlacedLine[]): PlacedLine[][] {
  const rows: PlacedLine[][] = []
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && distance(row[0], line) < 0.3) row.push(line)
    else rows.push([line])
  }
  return rows
}

/** The outermost rows, up to the last that stands apart from the text by white or by its size. */
function separated(rows: readonly (readonly PlacedLine[])[], pitch: number): (readonly PlacedLine[])[] {
  let count = 0
  for (let index = 0; index < RUNNING_LINES; index++) {
    const [a, b] = [rows[index]?.[0], rows[index + 1]?.[0]]
    if (a === undefined) break
    const isApart = b === undefined || Math.abs(distance(a, b)) > pitch * GAP || isOtherSize(a, b)
    if (isApart) count = index + 1
  }
  return rows.slice(0, count)
}

/** What a running line has in common with those of the other pages. */
function samenessOf(line: PlacedLine, page: number): string {
  const number = PAGE_NUMBER.exec(line.text.trim())?.[1]
  if (number !== undefined) return `number ${Number(number) - page}`
  return `${line.text.replace(/[\d\s]+/g, '')} ${Math.round(line.baseline / line.size)}`
}

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY
}

/** Turns the pieces of text of one page into the page's columns of lines in reading order. */
import { type Inline, joinInline } from '../inline.ts'
import { withoutOverprint } from './overprint.ts'
import type { PlacedText } from './place-texts.ts'

/** A line as it stands on the page. */
export interface PlacedLine extends PlacedText {
  /** Set for the rows of a table; cells are divided by a tab. */
  readonly isTableRow: boolean
}

/** Pieces next to each other with no wider gap than MAX_GAP_EM between them. */
interface Segment extends Omit<PlacedText, 'text'> {
  readonly pieces: readonly PlacedText[]
}

/** Pieces on one height, from left to right, cut into segments. */
interface Row {
  readonly segments: readonly Segment[]
  readonly baseline: number
  readonly size: number
}

/** Spread words stand one em apart; the columns of a table or of a page further. */
const MAX_GAP_EM = 1.3
/** A smaller gap comes from justified setting. */
const MIN_SPACE_EM = 0.45

/** Columns in reading order, each from the top down; a line across both columns is one by itself. */
export function layOutPage(texts: readonly PlacedText[]): PlacedLine[][] {
  const rows = makeRows(withoutOverprint(texts))
  const gutter = findGutter(rows)
  return (gutter === null ? [rows] : cutBands(rows, gutter)).map(layOutColumn)
}

function makeRows(texts: readonly PlacedText[]): Row[] {
  const groups: { pieces: PlacedText[]; top: number; bottom: number }[] = []
  // The largest first, so that a raised footmark joins the line it belongs to and not the one above.
  for (const piece of [...texts].sort((a, b) => b.size - a.size || a.baseline - b.baseline)) {
    const [top, bottom] = [piece.baseline - piece.size * 0.8, piece.baseline + piece.size * 0.1]
    const group = groups.find(
      (row) => Math.min(row.bottom, bottom) - Math.max(row.top, top) > (bottom - top) * 0.5,
    )
    if (group === undefined) groups.push({ pieces: [piece], top, bottom })
    else group.pieces.push(piece)
  }
  return groups.map(({ pieces }) => makeRow(pieces)).sort((a, b) => a.baseline - b.baseline)
}

function makeRow(pieces: PlacedText[]): Row {
  pieces.sort((a, b) => a.left - b.left)
  const runs: PlacedText[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last === undefined || piece.left - end > piece.size * MAX_GAP_EM) runs.push([piece])
    else last.push(piece)
    end = Math.max(end, piece.right)
  }
  const segments = runs.map(makeSegment)
  const main = longest(segments)
  return { segments, baseline: main.baseline, size: main.size }
}

function makeSegment(pieces: readonly PlacedText[]): Segment {
  const { baseline, size } = longest(pieces)
  const left = Math.min(...pieces.map((piece) => piece.left))
  return { pieces, baseline, size, left, right: Math.max(...pieces.map((piece) => piece.right)) }
}

function longest<T extends { readonly left: number; readonly right: number }>(items: readonly T[]): T {
  return items.reduce((best, item) => (item.right - item.left > best.right - best.left ? item : best))
}

/** A page has columns when both sides of a gap hold this many lines, each this long on average. */
const MIN_COLUMN_LINES = 6
const MIN_COLUMN_EM = 8
interface Gutter {
  /** Where nothing but titles crosses. */
  readonly x: number
  /** Where the lines of the right column begin. */
  readonly rightEdge: number
}

/** What divides two columns, or null where the page has one. Tables have gaps too, but short cells. */
function findGutter(rows: readonly Row[]): Gutter | null {
  const segments = rows.flatMap((row) => row.segments)
  if (segments.length < 2 * MIN_COLUMN_LINES) return null
  const left = Math.min(...segments.map((segment) => segment.left))
  const width = Math.max(...segments.map((segment) => segment.right)) - left
  let best: { x: number; crossing: number } | null = null
  for (const { right: edge, size } of segments) {
    const x = edge + size * 0.3
    if (x < left + width * 0.3 || x > left + width * 0.7) continue
    const crossing = segments.filter((segment) => segment.left < x && segment.right > x).length
    if (best === null || crossing < best.crossing) best = { x, crossing }
  }
  if (best === null) return null
  const { x, crossing } = best
  const onLeft = segments.filter((segment) => segment.right <= x)
  const onRight = segments.filter((segment) => segment.left >= x)
  // Titles, figures and running heads cross the gap, but fewer than the lines of either column.
  if (![onLeft, onRight].every((side) => isColumn(side) && side.length > crossing)) return null
  const starts = onRight.map((segment) => segment.left).sort((a, b) => a - b)
  return { x, rightEdge: starts[Math.floor(starts.length / 2)] ?? x }
}

function isColumn(segments: readonly Segment[]): boolean {
  const em = segments.reduce((sum, segment) => sum + (segment.right - segment.left) / segment.size, 0)
  return segments.length >= MIN_COLUMN_LINES && em / segments.length >= MIN_COLUMN_EM
}

/** Rows across the whole page end a band; in each band the left column comes before the right one. */
function cutBands(rows: readonly Row[], gutter: Gutter): Row[][] {
  const bands: Row[][] = []
  let left: Row[] = []
  let right: Row[] = []
  const close = (): void => {
    bands.push(...[left, right].filter((column) => column.length > 0))
    left = []
    right = []
  }
  for (const row of rows) {
    const segments = row.segments.flatMap((segment) => splitSegment(segment, gutter))
    if (segments.some((segment) => segment.left < gutter.x && segment.right > gutter.rightEdge)) {
      close()
      bands.push([row])
      continue
    }
    const onLeft = segments.filter((segment) => segment.left < gutter.x)
    const onRight = segments.filter((segment) => segment.left >= gutter.x)
    if (onLeft.length > 0) left.push(makeRow(onLeft.flatMap((segment) => segment.pieces)))
    if (onRight.length > 0) right.push(makeRow(onRight.flatMap((segment) => segment.pieces)))
  }
  close()
  return bands
}

/** Marks that hang out of the left column nearly touch the right one. */
function splitSegment(segment: Segment, { rightEdge }: Gutter): Segment[] {
  const at = segment.pieces.findIndex((piece) => Math.abs(piece.left - rightEdge) < piece.size * 0.3)
  if (at <= 0) return [segment]
  return [makeSegment(segment.pieces.slice(0, at)), makeSegment(segment.pieces.slice(at))]
}

function layOutColumn(rows: readonly Row[]): PlacedLine[] {
  return rows.map((row, index) => {
    const { baseline, size } = row
    const left = Math.min(...row.segments.map((segment) => segment.left))
    const right = Math.max(...row.segments.map((segment) => segment.right))
    const isRow = isTableRow(rows, index)
    const text = isRow
      ? row.segments.map((segment) => joinPieces([segment])).join('\t')
      : joinPieces(row.segments)
    return { text, left, right, baseline, size, isTableRow: isRow }
  })
}

/** Rows of three cells or more count as a table when there are two of them together. */
function isTableRow(rows: readonly Row[], index: number): boolean {
  const cells = (at: number): number => rows[at]?.segments.length ?? 0
  return cells(index) >= 3 && (cells(index - 1) >= 3 || cells(index + 1) >= 3) && !isSpread(rows[index])
}

/** A title set wide, one character at a time, is no table. */
function isSpread(row: Row | undefined): boolean {
  return row?.segments.every((segment) => segment.right - segment.left < segment.size * 1.5) ?? false
}

/** Puts a space where the print has one: gaps narrower than half an em are justified setting, unless words meet there. */
function joinPieces(segments: readonly Segment[]): string {
  const inlines: Inline[] = []
  let last: PlacedText | null = null
  for (const segment of segments) {
    for (const piece of segment.pieces) {
      if (last !== null && hasSpace(last, piece)) inlines.push({ text: ' ' })
      const isRaised =
        piece.size < segment.size * 0.8 && segment.baseline - piece.baseline > segment.size * 0.15
      inlines.push({ text: piece.text, isSuperscript: isRaised })
      last = piece
    }
  }
  return joinInline(inlines)[0]?.text ?? ''
}

function hasSpace(last: PlacedText, piece: PlacedText): boolean {
  if (piece.followsSpace === true) return true
  const gap = (piece.left - last.right) / Math.max(last.size, piece.size)
  const areWords = /[A-Za-z0-9,.;:)]$/.test(last.text) && /^[A-Za-z0-9(]/.test(piece.text)
  return gap > (areWords ? 0.15 : MIN_SPACE_EM)
}

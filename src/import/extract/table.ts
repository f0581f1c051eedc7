/** Turns rows of cells into lines: a data table gives a line a row with its columns kept, a layout table its lines in order. */
import type { SourceLine } from '../source/source.ts'

export interface Cell {
  /** What stands in it. */
  readonly lines: readonly SourceLine[]
  /** Columns that it goes over. */
  readonly columns: number
  /** Rows that it goes over; 0 for all that are left. Default 1. */
  readonly rows?: number
  /** It only goes on with the cell above (Word). */
  readonly isBelow?: boolean
}

/** A cell longer than this, in several paragraphs, holds an article laid out with a table, not a figure. */
const MAX_CELL_UTF16 = 400
/** A merged cell up to this long is a label, and said again in every column and row that it covers. */
const MAX_LABEL_UTF16 = 40
/** A page that lets a cell go over more columns than this means “all”. */
const MAX_SPAN = 20

/** Cells are divided by tabs, an empty one among them; those at the end of a row are left out. */
export function joinTable(rows: readonly (readonly Cell[])[]): SourceLine[] {
  const isLayout = rows.every((cells) => cells.length <= 1) || rows.some((cells) => cells.some(isArticle))
  if (isLayout) return rows.flat().flatMap((cell) => cell.lines)
  return makeGrid(rows)
    .map((cells) => cells.join('\t').replace(/\t+$/, ''))
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, isBlock: true, isTableRow: true }))
}

function isArticle({ lines }: Cell): boolean {
  const length = lines.reduce((sum, line) => sum + line.text.length, 0)
  return lines.some((line) => line.isTableRow === true) || (lines.length >= 3 && length > MAX_CELL_UTF16)
}

/** The text of every column of every row. */
function makeGrid(rows: readonly (readonly Cell[])[]): string[][] {
  const width = Math.max(...rows.map(widthOf))
  /** What comes down into the rows below, by column. */
  let hanging: { text: string; rows: number }[] = []
  let above: string[] = []
  return rows.map((cells, row) => {
    const texts: string[] = []
    const next: typeof hanging = []
    const waiting = [...cells]
    for (let column = 0; column < width; column++) {
      const held = hanging[column]
      if (held !== undefined && held.rows > 0) {
        texts[column] = held.text
        next[column] = { ...held, rows: held.rows - 1 }
        continue
      }
      const cell = waiting.shift()
      if (cell === undefined) {
        texts[column] = ''
        continue
      }
      const text = cell.isBelow === true ? (above[column] ?? '') : joinLines(cell.lines)
      const again = text.length <= MAX_LABEL_UTF16 ? text : ''
      const last = Math.min(width, column + columnsOf(cell)) - 1
      // A cell that has the whole row is its caption, which is said once.
      const isCaption = cells.length === 1
      const rowsBelow = (cell.rows === 0 ? rows.length : (cell.rows ?? 1)) - 1
      for (let at = column; at <= last; at++) {
        texts[at] = at === column ? (cell.isBelow === true ? again : text) : isCaption ? '' : again
        next[at] = { text: again, rows: Math.min(rowsBelow, rows.length - row) }
      }
      column = last
    }
    hanging = next
    above = texts
    // A row that says it has more cells than the table has columns loses none.
    return [...texts, ...waiting.map((cell) => joinLines(cell.lines))]
  })
}

function columnsOf({ columns }: Cell): number {
  return Math.max(1, Math.min(MAX_SPAN, columns))
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + columnsOf(cell), 0)
}

/** Lines of a cell are broken for its width: Chinese joins without a space, other words with one. */
function joinLines(lines: readonly SourceLine[]): string {
  return lines
    .map((line) => line.text.replaceAll('\t', ' ').trim())
    .reduce(
      (text, line) => (/[!-~]$/.test(text) && /^[!-~]/.test(line) ? `${text} ${line}` : text + line),
      '',
    )
}

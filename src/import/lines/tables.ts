/** Puts each table row on one line: rows with tabs, and tables that lie one cell a line. */
import type { Line } from './clean.ts'

/** What stands between two cells of a row that was put on one line. */
export const CELL_BORDER = ' | '
/** A row does not run over more lines than this. */
const MAX_ROW_LINES = 14
const MIN_ROWS = 3
const MAX_CELL_UTF16 = 300

/** Makes rows readable. */
export function joinTableRows(lines: readonly Line[]): Line[] {
  const starts = findRowStarts(lines)
  const joined: Line[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    const end = starts.get(index)
    if (end === undefined) {
      joined.push(line.isTableRow ? { ...line, text: joinCells(line.text.split('\t')) } : line)
      continue
    }
    joined.push({
      ...line,
      text: joinCells(lines.slice(index, end).map((cell) => cell.text)),
      isTableRow: true,
    })
    index = end - 1
  }
  return joined
}

function joinCells(cells: readonly string[]): string {
  // An empty cell stays: without it the figures behind it would move to another column.
  return cells
    .map((cell) => cell.trim())
    .join(CELL_BORDER)
    .trim()
}

/** Rows of a table that lies one cell a line open with 1, 2, 3, …; the answer maps their first lines to their ends. */
function findRowStarts(lines: readonly Line[]): Map<number, number> {
  const rows = new Map<number, number>()
  let run: number[] = []
  const close = (): void => {
    if (run.length >= MIN_ROWS)
      for (const [order, start] of run.entries())
        rows.set(start, run[order + 1] ?? lastRowEnd(start, run[order - 1] ?? start, lines))
    run = []
  }
  lines.forEach((line, index) => {
    if (!/^\d{1,3}$/.test(line.text)) return
    const value = Number(line.text)
    const before = run.at(-1)
    const isNext =
      before !== undefined &&
      Number(lines[before]?.text) + 1 === value &&
      index - before <= MAX_ROW_LINES &&
      index - before > 1
    if (!isNext) close()
    if (isNext || value <= 60) run.push(index)
  })
  close()
  return rows
}

/** The last row is as long as the one before it, or ends at running text. */
function lastRowEnd(start: number, before: number, lines: readonly Line[]): number {
  let end = Math.min(start + (start - before), lines.length)
  for (let index = start + 1; index < end; index++) {
    if ((lines[index]?.text.length ?? 0) > MAX_CELL_UTF16) end = index
  }
  return end
}

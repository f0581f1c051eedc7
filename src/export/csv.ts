/** Turns rows of cells into CSV as of RFC 4180. */

/** One row with its line end; cells with commas, quotation marks or line breaks are quoted. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

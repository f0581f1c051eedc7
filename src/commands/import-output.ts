/** Turns rows into a table for the terminal; and the bar that shows how far an import of many files has come. */

/** Lines up columns; Chinese characters take two. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => pad(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function pad(cell: string, columns: number): string {
  const space = ' '.repeat(Math.max(0, columns - width(cell)))
  return /^\d+$/.test(cell) ? space + cell : cell + space
}

function width(text: string): number {
  let columns = 0
  for (const char of text) columns += (char.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1
  return columns
}

/** Fewer files than this are done before a bar could be read. */
const MIN_FILES = 5
const BAR_COLUMNS = 24

/** A bar on a terminal; nothing where the output goes to a file. */
export class Progress {
  readonly #stream: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly #total: number
  #done = 0

  constructor(stream: NodeJS.WritableStream & { readonly isTTY?: boolean }, total: number) {
    this.#stream = stream
    this.#total = total
  }

  /** Shows the file that comes next. */
  step(file: string): void {
    if (!this.#isShown()) return
    const filled = Math.round((this.#done / this.#total) * BAR_COLUMNS)
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_COLUMNS - filled)
    this.#stream.write(`\r\u001B[K${bar} ${this.#done}/${this.#total} ${file.slice(-40)}`)
    this.#done += 1
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#isShown()) this.#stream.write('\r\u001B[K')
  }

  #isShown(): boolean {
    return this.#stream.isTTY === true && this.#total >= MIN_FILES
  }
}

/** Finds names in a settings file that are a slip of the pen away from one that is read. */

/** Shorter names may differ by one letter, longer ones by two. */
const SHORT_NAME = 8

/** A line for each name that nobody reads and that is close to one that is: what it is, and what was meant. */
export function misspeltNames(names: Iterable<string>, known: readonly string[]): string[] {
  return [...names].flatMap((name) => {
    if (known.includes(name)) return []
    const meant = known
      .map((other) => ({ other, slips: slipsBetween(plain(name), plain(other)) }))
      .filter(({ other, slips }) => slips <= (Math.min(name.length, other.length) < SHORT_NAME ? 1 : 2))
      .sort((a, b) => a.slips - b.slips)[0]
    return meant === undefined ? [] : [`${name}: no setting has this name; write ${meant.other}`]
  })
}

/** bot-token and BotToken mean BOT_TOKEN. */
function plain(name: string): string {
  return name.toUpperCase().replace(/[^A-Z\d]/g, '')
}

/** Letters to add, leave out, exchange or swap with the next one: the optimal string alignment distance. */
function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= a.length; row++) {
    const counts = [row]
    rows.push(counts)
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwapped = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      counts[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
  }
  return at(a.length, b.length)
}

/** Searches by halves. */

/** The first number of `[low, high)` that passes, where all that follow one that passes do, too; `high` where none does. */
export function firstThat(low: number, high: number, passes: (number: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >>> 1
    if (passes(middle)) to = middle
    else from = middle + 1
  }
  return from
}

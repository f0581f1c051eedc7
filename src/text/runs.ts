/** Runs of a text, and where phrases stand in one. */

/** Half-open, in UTF-16 units. */
export type Range = readonly [start: number, end: number]

/** Whether some character lies in both. */
export function overlap([start, end]: Range, [from, to]: Range): boolean {
  return start < to && from < end
}

/**
 * All runs of a text that equal one of the phrases: from left to right, the longest where several begin, none overlapping
 * another. Text and phrases are folded alike; empty phrases are in no text.
 */
export function findRuns(text: string, phrases: readonly string[]): Range[] {
  const next = phrases
    .filter((phrase) => phrase !== '')
    .map((phrase) => ({ phrase, at: text.indexOf(phrase) }))
    .filter(({ at }) => at >= 0)
  const runs: Range[] = []
  let from = 0
  for (;;) {
    let best: { readonly phrase: string; readonly at: number } | null = null
    for (const one of next) {
      if (one.at >= 0 && one.at < from) one.at = text.indexOf(one.phrase, from)
      if (one.at < 0) continue
      const isBetter =
        best === null || one.at < best.at || (one.at === best.at && one.phrase.length > best.phrase.length)
      if (isBetter) best = one
    }
    if (best === null) break
    from = best.at + best.phrase.length
    runs.push([best.at, from])
  }
  return runs
}

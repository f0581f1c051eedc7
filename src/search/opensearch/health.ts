/** Tells from the questions of the last moments whether a cluster answers: a probe may pass where most questions fail. */

export interface Health {
  /** Counts a request by how it ended. */
  note(isAnswered: boolean): void
  /** False while too many of the recent requests failed. */
  isGood(): boolean
}

/** Without requests for so long, nothing is known: then a probe tells, and with it questions come back. */
const WINDOW_MS = 20_000
const MIN_REQUESTS = 6
/** A question that is answered makes some four requests, one that fails ends with its first failure. */
const MAX_FAILED_SHARE = 0.2
const MAX_KEPT = 1_000

export function watchHealth(): Health {
  let recent: { readonly at: number; readonly isAnswered: boolean }[] = []
  return {
    note(isAnswered) {
      if (recent.length >= MAX_KEPT) recent = recent.slice(MAX_KEPT / 2)
      recent.push({ at: performance.now(), isAnswered })
    },
    isGood() {
      recent = recent.filter(({ at }) => at > performance.now() - WINDOW_MS)
      const failed = recent.filter(({ isAnswered }) => !isAnswered).length
      return recent.length < MIN_REQUESTS || failed < recent.length * MAX_FAILED_SHARE
    },
  }
}

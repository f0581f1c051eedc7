/** The id of an update in; out: whether it is new, so that an update which Telegram delivers twice is answered once. */

/** `new`: the caller has it now; `busy`: another copy of the bot has it and is not done; `done`: it was handled. */
export type UpdateState = 'new' | 'busy' | 'done'

export interface UpdateLog {
  begin(updateId: number): Promise<UpdateState>
  end(updateId: number): Promise<void>
}

/** Telegram repeats an undelivered update for 24 hours, a delivered one within minutes: a balancer that broke, a copy that hung. */
export const REMEMBERED_MS = 60 * 60 * 1000
/** An update that a copy took and never finished (it was killed) may be taken by another one after this time. */
export const CLAIM_MS = 15_000
const MAX_REMEMBERED = 200_000

/** Remembers in this process. */
export function createMemoryUpdateLog(now: () => number = Date.now): UpdateLog {
  // In the order in which they came, so that the oldest are at the front.
  const seen = new Map<number, number>()
  const forget = (): void => {
    for (const [id, at] of seen) {
      if (seen.size <= MAX_REMEMBERED && now() - at < REMEMBERED_MS) return
      seen.delete(id)
    }
  }
  return {
    async begin(updateId) {
      forget()
      if (seen.has(updateId)) return 'done'
      seen.set(updateId, now())
      return 'new'
    },
    async end() {},
  }
}

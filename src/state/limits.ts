/** How many a user, a chat and all together may ask a minute: buckets of tokens, kept in this process. */

/** A bucket of tokens: `perMinute` fit in and flow in a minute; each question takes one. */
export interface Bucket {
  readonly key: string
  readonly perMinute: number
}

/** `first`: this is the first refusal since the bucket was last open, the one that is worth a word. */
export type Verdict = 'ok' | 'first' | 'again'

/** Keeps the buckets: in memory, or in Redis for several copies of the bot. */
export interface Limiter {
  take(bucket: Bucket): Promise<Verdict>
}

const MINUTE_MS = 60_000

interface State {
  tokens: number
  at: number
  isTold: boolean
}

/** Keeps the buckets in this process. */
export function createMemoryLimiter(now: () => number = Date.now): Limiter & {
  /** How many buckets are kept. */
  readonly size: number
} {
  const states = new Map<string, State>()
  let sweptAt = now()
  const sweep = (): void => {
    if (now() - sweptAt < MINUTE_MS) return
    sweptAt = now()
    // A bucket that nobody took from for a minute is full: the same as none.
    for (const [key, state] of states) if (sweptAt - state.at > MINUTE_MS) states.delete(key)
  }
  return {
    get size() {
      return states.size
    },
    async take({ key, perMinute }) {
      sweep()
      const state = states.get(key) ?? { tokens: perMinute, at: now(), isTold: false }
      states.set(key, state)
      state.tokens = Math.min(perMinute, state.tokens + ((now() - state.at) * perMinute) / MINUTE_MS)
      state.at = now()
      // Half a bucket of peace, and the next flood is told anew.
      if (state.tokens >= perMinute / 2) state.isTold = false
      if (state.tokens >= 1) {
        state.tokens--
        return 'ok'
      }
      if (state.isTold) return 'again'
      state.isTold = true
      return 'first'
    },
  }
}

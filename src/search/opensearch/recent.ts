/** Keeps the values that were set last, up to a number. */

export interface Recent<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
}

export function makeRecent<T>(most: number): Recent<T> {
  const kept = new Map<string, T>()
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      // A Map goes through its keys in the order in which they came.
      kept.delete(key)
      kept.set(key, value)
      if (kept.size <= most) return
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    },
  }
}

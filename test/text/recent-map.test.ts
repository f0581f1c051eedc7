import { describe, expect, it, vi } from 'vitest'
import { RecentMap } from '../../src/text/recent-map.ts'

describe('a map of what was asked for last', () => {
  it('keeps at least so many keys, and twice as many at the most', () => {
    for (let last = 4; last <= 20; last++) {
      const map = new RecentMap<number, string>(3)
      for (let key = 1; key <= last; key++) map.set(key, `${key}`)
      // From the last one back: what is asked for counts as new.
      const kept = Array.from({ length: last }, (_, at) => last - at).filter(
        (key) => map.get(key) !== undefined,
      )
      expect(kept).toEqual(expect.arrayContaining([last - 2, last - 1, last]))
      expect(kept.length).toBeLessThanOrEqual(6)
    }
  })

  it('keeps what is asked for again, however many come after it', () => {
    const map = new RecentMap<number, string>(3)
    map.set(0, 'kept')
    for (let key = 1; key <= 20; key++) {
      map.set(key, `${key}`)
      expect(map.get(0)).toBe('kept')
    }
  })

  it('keeps nothing for longer than it may', () => {
    vi.useFakeTimers()
    try {
      const map = new RecentMap<number, string>(3, 10_000)
      for (const key of [1, 2, 3, 4]) map.set(key, `${key}`)
      vi.advanceTimersByTime(9_999)
      expect([map.get(1), map.get(4)]).toEqual(['1', '4'])
      vi.advanceTimersByTime(1)
      expect([map.get(1), map.get(4)]).toEqual([undefined, undefined])
      map.set(5, '5')
      vi.advanceTimersByTime(10_000)
      expect(map.get(5)).toBeUndefined()
    } finally {
      vi.useRealTimers()
    }
  })
})

it('forgets what is taken out, whether it was just made or long ago', () => {
  const kept = new RecentMap<string, number>(1)
  kept.set('old', 1)
  kept.set('new', 2)
  kept.delete('old')
  kept.delete('new')
  expect([kept.get('old'), kept.get('new')]).toEqual([undefined, undefined])
})

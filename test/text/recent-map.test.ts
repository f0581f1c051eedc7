import { describe, expect, it } from 'vitest'
import { RecentMap } from '../../src/text/recent-map.ts'

describe('a map of what was asked for last', () => {
  it('keeps at least so many keys, and twice as many at the most', () => {
    const map = new RecentMap<number, string>(3)
    for (let key = 1; key <= 20; key++) map.set(key, `${key}`)
    // From the last one back: what is asked for counts as new.
    const kept = Array.from({ length: 20 }, (_, at) => 20 - at).filter((key) => map.get(key) !== undefined)
    expect(kept).toEqual(expect.arrayContaining([18, 19, 20]))
    expect(kept.length).toBeLessThanOrEqual(6)
  })

  it('keeps what is asked for again, however many come after it', () => {
    const map = new RecentMap<number, string>(3)
    map.set(0, 'kept')
    for (let key = 1; key <= 20; key++) {
      map.set(key, `${key}`)
      expect(map.get(0)).toBe('kept')
    }
  })
})

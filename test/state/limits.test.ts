/** How many questions are taken, and what is said to those whose are not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryLimiter } from '../../src/state/limits.ts'

describe('createMemoryLimiter', () => {
  it('hands out what fits in the bucket, says so once, and is silent after', async () => {
    const limiter = createMemoryLimiter(() => 0)
    const verdicts = []
    for (let i = 0; i < 6; i++) verdicts.push(await limiter.take({ key: 'u:1', perMinute: 3 }))
    expect(verdicts).toEqual(['ok', 'ok', 'ok', 'first', 'again', 'again'])
  })

  it('lets a user in again as time goes by, and tells of the next flood anew', async () => {
    let now = 0
    const limiter = createMemoryLimiter(() => now)
    const take = () => limiter.take({ key: 'u:1', perMinute: 6 })
    for (let i = 0; i < 7; i++) await take()
    now += 10_000
    expect([await take(), await take()]).toEqual(['ok', 'again'])
    now += 60_000
    for (let i = 0; i < 6; i++) expect(await take()).toBe('ok')
    expect(await take()).toBe('first')
  })

  it('keeps users apart', async () => {
    const limiter = createMemoryLimiter(() => 0)
    expect(await limiter.take({ key: 'u:1', perMinute: 1 })).toBe('ok')
    expect(await limiter.take({ key: 'u:2', perMinute: 1 })).toBe('ok')
    expect(await limiter.take({ key: 'u:1', perMinute: 1 })).toBe('first')
  })

  it('never hands out more than a bucket and what flowed in', async () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(pauses, fc.integer({ min: 1, max: 60 }), async (steps, perMinute) => {
        let now = 0
        const limiter = createMemoryLimiter(() => now)
        let ok = 0
        for (const step of steps) {
          now += step
          if ((await limiter.take({ key: 'u:1', perMinute })) === 'ok') ok++
        }
        expect(ok).toBeLessThanOrEqual(perMinute + (now * perMinute) / 60_000 + 1e-6)
      }),
    )
  })
})

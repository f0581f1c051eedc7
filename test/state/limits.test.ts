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

  it('keeps nothing of whom nobody asked for in the last minute', async () => {
    let now = 0
    const limiter = createMemoryLimiter(() => now)
    for (let user = 0; user < 5; user++) await limiter.take({ key: `u:${user}`, perMinute: 1 })
    now = 60_000
    await limiter.take({ key: 'u:0', perMinute: 1 })
    expect(limiter.size).toBe(5)
    now = 120_001
    await limiter.take({ key: 'u:9', perMinute: 1 })
    expect(limiter.size).toBe(1)
  })

  it('tells of a flood again once half of the bucket has filled, and not before', async () => {
    let now = 0
    const limiter = createMemoryLimiter(() => now)
    const flood = async (): Promise<string> => {
      for (;;) {
        const verdict = await limiter.take({ key: 'u:1', perMinute: 60 })
        if (verdict !== 'ok') return verdict
      }
    }
    expect(await flood()).toBe('first')
    now += 29_000
    expect(await flood()).toBe('again')
    now += 30_000
    expect(await flood()).toBe('first')
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

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BackendUnavailableError } from '../../src/search/backend.ts'
import { asOneQuestion, inTime, outsideQuestions, timeLeft } from '../../src/search/deadline.ts'

const LIMIT_MS = 300
const wait = async (ms: number): Promise<string> =>
  await inTime(LIMIT_MS, async () => await sleep(ms, 'done'))

describe('the time limit of a question', () => {
  it('is one for all that is asked in turn', async () => {
    const asking = asOneQuestion(async () => {
      for (let turn = 0; turn < 10; turn++) await wait(100)
    })
    await expect(asking).rejects.toThrow(BackendUnavailableError)
  })

  it('counts what is asked side by side once', async () => {
    const waits = await asOneQuestion(
      async () => await Promise.all(Array.from({ length: 20 }, async () => await wait(100))),
    )
    expect(waits).toHaveLength(20)
  })

  it('does not count what the question does between', async () => {
    const left = await asOneQuestion(async () => {
      await wait(10)
      await sleep(LIMIT_MS + 50)
      return timeLeft(LIMIT_MS)
    })
    expect(left).toBeGreaterThan(LIMIT_MS / 2)
  })

  it('ends what hangs', async () => {
    const start = performance.now()
    await expect(asOneQuestion(async () => await wait(5_000))).rejects.toThrow(/no answer within 300 ms/)
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  it('begins anew for a question within a question, and is none outside', async () => {
    await asOneQuestion(async () => {
      for (let turn = 0; turn < 4; turn++) await asOneQuestion(async () => await wait(100))
      await outsideQuestions(async () => await wait(LIMIT_MS + 50))
    })
  })
})

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BackendUnavailableError } from '../../src/search/backend.ts'
import {
  asOneQuestion,
  inTime,
  keptForQuestion,
  outsideQuestions,
  timeLeft,
} from '../../src/search/question-time.ts'

const LIMIT_MS = 300
/** However busy the machine is, nothing here takes so long. */
const LONG_MS = 60_000
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
      await inTime(LONG_MS, async () => await sleep(10))
      await sleep(LIMIT_MS + 50)
      return timeLeft(LONG_MS)
    })
    expect(left).toBeGreaterThan(LONG_MS - LIMIT_MS)
  })

  it('ends what hangs', async () => {
    const start = performance.now()
    await expect(asOneQuestion(async () => await wait(LONG_MS))).rejects.toThrow(/no answer within 300 ms/)
    expect(performance.now() - start).toBeLessThan(LONG_MS / 2)
  })

  it('begins anew for a question within a question, and is none outside', async () => {
    await asOneQuestion(async () => {
      for (let turn = 0; turn < 4; turn++) await asOneQuestion(async () => await wait(100))
      await outsideQuestions(async () => await wait(LIMIT_MS + 50))
    })
  })
})

describe('what is kept for a question', () => {
  it('is made once in it, anew in the next one, and each time outside of any', async () => {
    const owner = {}
    let made = 0
    const ask = () => keptForQuestion(owner, () => ++made)
    expect(asOneQuestion(() => [ask(), ask(), keptForQuestion({}, () => 'another owner')])).toEqual([
      1,
      1,
      'another owner',
    ])
    expect(asOneQuestion(ask)).toBe(2)
    expect([ask(), ask()]).toEqual([3, 4])
  })
})

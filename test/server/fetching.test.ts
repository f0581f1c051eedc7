/** When and how polling asks Telegram for updates, with the clock in the hand of the test. */
import { GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type GetUpdates, startPolling } from '../../src/server/polling.ts'
import { createUpdateWork } from '../../src/server/update-work.ts'
import { createUpdateLog } from '../../src/state/update-log.ts'

type Args = Parameters<GetUpdates>[0]

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const update = (update_id: number): Update => ({ update_id }) as Update
const refusal = (error_code: number, parameters = {}) =>
  new GrammyError('no', { ok: false, error_code, description: 'no', parameters }, 'getUpdates', {})

/** Answers the n-th poll, from 1, and holds those without an answer as Telegram does. */
function open(
  answer: (poll: number, args: Args) => Update[] | Error | null,
  handle: () => Promise<void> = async () => {},
) {
  const polls: (Args & { readonly at: number })[] = []
  const logged: { level: number; failures?: number }[] = []
  const told: string[] = []
  const log = pino({ level: 'info' }, { write: (line) => void logged.push(JSON.parse(line)) })
  const updates = createUpdateLog()
  const handled: number[] = []
  const work = createUpdateWork({
    handleUpdate: async ({ update_id }) => {
      handled.push(update_id)
      await handle()
    },
    updates,
    log,
  })
  const polling = startPolling({
    getUpdates: (args, signal) => {
      polls.push({ ...args, at: Date.now() - startedAt })
      const given = answer(polls.length, args)
      if (given instanceof Error) return Promise.reject(given)
      if (given !== null) return Promise.resolve(given)
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
    work,
    updates,
    allowedUpdates: ['message'],
    log,
    onConnected: () => told.push('connected'),
    onFetchError: () => told.push('failed'),
  })
  return { polling, polls, logged, told, handled }
}

let startedAt = 0
beforeEach(() => {
  startedAt = Date.now()
})

describe('a poll', () => {
  it('is answered at once the first time, and may be held for 25 seconds then', async () => {
    const { polling, polls, told } = open((poll) => (poll < 3 ? [] : null))
    await vi.advanceTimersByTimeAsync(0)
    expect(polls.map(({ timeout }) => timeout)).toEqual([0, 25, 25])
    expect(polls[0]).toMatchObject({ offset: 0, limit: 100, allowed_updates: ['message'] })
    expect(told).toEqual(['connected'])
    await polling.stop(0)
  })

  it('begins behind what is done', async () => {
    const { polling, polls, handled } = open((poll) => (poll === 1 ? [update(7), update(8)] : null))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(handled).toEqual([7, 8])
    expect(polls.at(-1)).toMatchObject({ offset: 9 })
    await Promise.all([polling.stop(0), vi.advanceTimersByTimeAsync(5_000)])
    expect(polls.at(-1)).toMatchObject({ offset: 9, limit: 1, timeout: 0 })
  })

  it('tells nothing at the end when nothing has come', async () => {
    const { polling, polls } = open(() => null)
    await vi.advanceTimersByTimeAsync(0)
    await polling.stop(0)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(polls).toHaveLength(1)
  })

  it.each([
    [100, 5],
    [99, 6],
  ])('waits while five hundred updates are under way: %i and a hundred each', async (first, count) => {
    let id = 0
    const batch = (poll: number) => Array.from({ length: poll === 1 ? first : 100 }, () => update(++id))
    const { polling, polls } = open(batch, () => new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(polls).toHaveLength(count)
    await Promise.all([polling.stop(0), vi.advanceTimersByTimeAsync(5_000)])
  })

  it('comes every tenth of a second while an update is held', async () => {
    const { polling, polls } = open(
      (poll) => (poll === 1 ? [update(1)] : []),
      () => new Promise(() => {}),
    )
    await vi.advanceTimersByTimeAsync(1_000)
    expect(polls.map(({ at }) => at)).toEqual(Array.from({ length: 11 }, (_, index) => index * 100))
    expect(polls.every(({ timeout, offset }) => timeout === 0 && offset <= 1)).toBe(true)
    await Promise.all([polling.stop(0), vi.advanceTimersByTimeAsync(5_000)])
  })

  it.each([
    [1, 10_000],
    [2, 35_000],
  ])('that is not answered is given up: the poll %i after %i ms', async (silent, ms) => {
    const { polling, polls } = open((poll) => (poll < silent ? [] : null))
    await vi.advanceTimersByTimeAsync(ms - 1)
    expect(polls).toHaveLength(silent)
    await vi.advanceTimersByTimeAsync(1 + 100)
    expect(polls).toHaveLength(silent + 1)
    await polling.stop(0)
  })
})

describe('the end', () => {
  it('waits a second for Telegram to be told what is done, and goes on without', async () => {
    const { polling, logged } = open((poll) => (poll === 1 ? [update(7)] : null))
    await vi.advanceTimersByTimeAsync(1_000)
    let isOver = false
    void polling.stop(0).then(() => {
      isOver = true
    })
    await vi.advanceTimersByTimeAsync(999)
    expect([isOver, logged.length]).toEqual([false, 0])
    await vi.advanceTimersByTimeAsync(200)
    expect([isOver, logged.length]).toEqual([true, 1])
  })

  it('may come while a failed poll waits, and comes at once', async () => {
    const { polling, polls } = open(() => refusal(429, { retry_after: 500 }))
    await vi.advanceTimersByTimeAsync(10)
    await polling.stop(0)
    await polling.done
    expect(polls).toHaveLength(1)
  })
})

describe('a failed poll', () => {
  it('is repeated after 0.1, 0.2, 0.4 … 3 seconds, short until one is answered', async () => {
    const { polling, polls, told } = open((poll) =>
      poll === 1 || poll === 9 ? [] : poll > 9 ? null : new Error('no way'),
    )
    await vi.advanceTimersByTimeAsync(60_000)
    const gaps = polls.slice(2, 9).map(({ at }, index) => at - (polls[index + 1]?.at ?? 0))
    expect(gaps).toEqual([100, 200, 400, 800, 1_600, 3_000, 3_000])
    expect(polls.slice(0, 10).map(({ timeout }) => timeout)).toEqual([0, 25, 0, 0, 0, 0, 0, 0, 0, 25])
    expect(told.filter((one) => one === 'failed').length).toBeGreaterThanOrEqual(7)
    expect(told.filter((one) => one === 'connected')).toHaveLength(1)
    await polling.stop(0)
  })

  it('is said in the log at the first, second, fourth, eighth …, and that it is over', async () => {
    const { polling, logged } = open((poll) => (poll <= 9 ? new Error('no way') : poll === 10 ? [] : null))
    await vi.advanceTimersByTimeAsync(30_000)
    const levels = { 30: 'over', 40: 'failed' } as Record<number, string>
    expect(logged.slice(0, 5).map(({ level, failures }) => `${levels[level]} ${failures}`)).toEqual([
      'failed 1',
      'failed 2',
      'failed 4',
      'failed 8',
      'over 9',
    ])
    await polling.stop(0)
  })

  it('waits for as many seconds as Telegram says', async () => {
    const { polling, polls } = open((poll) => (poll === 1 ? refusal(429, { retry_after: 7 }) : null))
    await vi.advanceTimersByTimeAsync(6_999)
    expect(polls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(polls).toHaveLength(2)
    await polling.stop(0)
  })

  it.each([401, 404, 409])('ends all when Telegram refuses the bot with %i, also later', async (code) => {
    for (const first of [1, 3]) {
      const { polling, polls } = open((poll) => (poll < first ? [] : refusal(code)))
      await expect(polling.done).rejects.toThrow('no')
      expect(polls).toHaveLength(first)
    }
  })

  it.each([400, 403, 500, 502])('ends nothing when Telegram answers %i', async (code) => {
    const { polling, polls } = open((poll) => (poll === 1 ? refusal(code) : null))
    await vi.advanceTimersByTimeAsync(200)
    expect(polls).toHaveLength(2)
    await polling.stop(0)
    await polling.done
  })
})

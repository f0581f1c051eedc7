/** Which updates Telegram need not bring again. */
import type { Update } from 'grammy/types'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Offset } from '../../src/server/offset.ts'

const update = (update_id: number): Update => ({ update_id }) as Update
const updates = (first: number, last: number): Update[] =>
  Array.from({ length: last - first + 1 }, (_, at) => update(first + at))

function open(canKeep = true) {
  const kept: number[] = []
  const keep = async ({ update_id }: { update_id: number }) => canKeep && kept.push(update_id) > 0
  return { offset: new Offset({ keep }), kept }
}

/** Lets what has been promised happen. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve()
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the offset', () => {
  it('is 0 before anything has come', () => {
    const { offset } = open()
    expect([offset.next(), offset.isHeld()]).toEqual([0, false])
  })

  it('stands at the first update that is not done', async () => {
    const { offset } = open()
    offset.take(updates(10, 12))
    expect([offset.next(), offset.isHeld()]).toEqual([10, true])
    offset.follow(update(11), Promise.resolve())
    await settle()
    expect(offset.next()).toBe(10)
    offset.pass(update(10))
    expect(offset.next()).toBe(12)
    offset.pass(update(12))
    expect([offset.next(), offset.isHeld()]).toEqual([13, false])
  })

  it('takes no update twice while it is under way or done, and one again that was not begun', async () => {
    const { offset } = open()
    expect(offset.take(updates(1, 3))).toEqual(updates(1, 3))
    offset.follow(update(1), new Promise(() => {}))
    offset.pass(update(2))
    expect(offset.take(updates(1, 3))).toEqual([update(3)])
  })

  it('leaves out what is no update', () => {
    const { offset } = open()
    const strange = [null, {}, { update_id: '4' }, { update_id: 1.5 }, update(4)]
    expect(offset.take(strange as Update[])).toEqual([update(4)])
    expect(offset.next()).toBe(4)
  })

  it('says when nothing holds it, at once where nothing does', async () => {
    const { offset } = open()
    await offset.released()
    offset.take(updates(1, 2))
    let isReleased = false
    void offset.released().then(() => {
      isReleased = true
    })
    offset.pass(update(1))
    await settle()
    expect(isReleased).toBe(false)
    offset.pass(update(2))
    await settle()
    expect(isReleased).toBe(true)
  })
})

describe('an update that takes long', () => {
  it('is stored after two seconds, and holds the others no more', async () => {
    const { offset, kept } = open()
    offset.take(updates(1, 2))
    offset.follow(update(1), new Promise(() => {}))
    vi.advanceTimersByTime(2_000)
    await offset.keepOverdue()
    expect([kept, offset.next()]).toEqual([[], 1])
    vi.advanceTimersByTime(1)
    await offset.keepOverdue()
    expect([kept, offset.next()]).toEqual([[1], 2])
  })

  it('goes on holding where it cannot be stored', async () => {
    const { offset } = open(false)
    offset.take(updates(1, 1))
    offset.follow(update(1), new Promise(() => {}))
    vi.advanceTimersByTime(10_000)
    await offset.keepOverdue()
    expect(offset.next()).toBe(1)
  })

  it.each([
    [50, []],
    [51, [1]],
  ])('is stored at once when %i updates would hide those behind them', async (span, expected) => {
    const { offset, kept } = open()
    offset.take(updates(1, span))
    offset.follow(update(1), new Promise(() => {}))
    await offset.keepOverdue()
    expect(kept).toEqual(expected)
  })
})

/** When a chat shows that the bot is typing. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BotContext } from '../../../src/bot/context.ts'
import { withTyping } from '../../../src/bot/sending/typing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** How often it is shown for work that takes so long, and in the hour after it. */
async function shownIn(ms: number, { chat = {}, fails = false } = {}): Promise<number> {
  const show = vi.fn(() => (fails ? Promise.reject(new Error('no')) : Promise.resolve(true)))
  const ctx = { chat, replyWithChatAction: show, log: { debug: () => {} } } as unknown as BotContext
  const work = withTyping(ctx, () => new Promise((resolve) => setTimeout(() => resolve('done'), ms)))
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(await work).toBe('done')
  return show.mock.calls.length
}

it.each([
  [299, 0],
  [301, 1],
  [4_799, 1],
  [4_801, 2],
  [9_301, 3],
])('of work that takes %i ms it is shown %i times', async (ms, times) => {
  expect(await shownIn(ms)).toBe(times)
})

it('is worth nothing where it fails, and is not over before the work is', async () => {
  expect(await shownIn(9_301, { fails: true })).toBe(3)
})

it('is over when the work fails', async () => {
  const show = vi.fn(async () => true)
  const ctx = { chat: {}, replyWithChatAction: show, log: { debug: () => {} } } as unknown as BotContext
  await expect(withTyping(ctx, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(show).not.toHaveBeenCalled()
})

it('is shown nowhere where there is no chat', async () => {
  const ctx = { replyWithChatAction: vi.fn() } as unknown as BotContext
  const work = withTyping(ctx, () => new Promise((resolve) => setTimeout(resolve, 9_000)))
  await vi.advanceTimersByTimeAsync(9_000)
  await work
  expect(ctx.replyWithChatAction).not.toHaveBeenCalled()
})

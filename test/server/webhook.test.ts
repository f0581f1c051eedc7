/** How long Telegram waits for an update, with the clock in the hand of the test. */
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createUpdateWork } from '../../src/server/update-work.ts'
import { createWebhook } from '../../src/server/webhook.ts'
import { createUpdateLog, type UpdateState } from '../../src/state/update-log.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const update = { update_id: 7 } as Update

interface Scene {
  /** How long the work takes. */
  readonly workMs: number
  readonly canKeep: boolean
  /** What another copy says of the update, from so many milliseconds on. */
  readonly states?: readonly (readonly [fromMs: number, state: UpdateState])[]
}

/** Posts the update; resolves to when Telegram is told, and what. */
async function post({ workMs, canKeep, states = [] }: Scene): Promise<readonly [ms: number, told: string]> {
  const startedAt = Date.now()
  const own = createUpdateLog()
  const updates = {
    ...own,
    keep: async () => canKeep,
    begin: async (one: { update_id: number }) =>
      states.findLast(([from]) => Date.now() - startedAt >= from)?.[1] ?? (await own.begin(one)),
  }
  const work = createUpdateWork({
    handleUpdate: () => new Promise((resolve) => setTimeout(resolve, workMs)),
    updates,
    log: pino({ level: 'silent' }),
  })
  const told = createWebhook({ work, updates })(update).then(
    () => [Date.now() - startedAt, 'done'] as const,
    () => [Date.now() - startedAt, 'bring it again'] as const,
  )
  await vi.advanceTimersByTimeAsync(120_000)
  return await told
}

it.each<[string, Scene, number, string]>([
  ['as soon as the work is done', { workMs: 400, canKeep: false }, 400, 'done'],
  ['after a second, when the update is stored', { workMs: 90_000, canKeep: true }, 1_000, 'done'],
  ['when work that cannot be stored is done', { workMs: 49_000, canKeep: false }, 49_000, 'done'],
  [
    'before it hangs up, where the work lasts and cannot be stored',
    { workMs: 90_000, canKeep: false },
    50_000,
    'bring it again',
  ],
  [
    'after eight seconds, when another copy has the update and is not done',
    { workMs: 0, canKeep: true, states: [[0, 'busy']] },
    8_050,
    'bring it again',
  ],
  [
    'at once when another copy is done',
    {
      workMs: 0,
      canKeep: true,
      states: [
        [0, 'busy'],
        [325, 'done'],
      ],
    },
    350,
    'done',
  ],
  ['nothing twice', { workMs: 0, canKeep: true, states: [[0, 'done']] }, 0, 'done'],
])('tells Telegram %s', async (_when, scene, ms, told) => {
  expect(await post(scene)).toEqual([ms, told])
})

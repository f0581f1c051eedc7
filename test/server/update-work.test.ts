/** Work on updates: each once, to its end, a few at a time. */
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { createUpdateWork, patient } from '../../src/server/update-work.ts'
import { createUpdateLog, type UpdateState } from '../../src/state/update-log.ts'

const update = (update_id: number): Update => ({ update_id }) as Update

function open(
  handleUpdate: (one: Update) => Promise<void> = async () => {},
  changes: Partial<ReturnType<typeof createUpdateLog>> = {},
) {
  const logged: { level: number; msg: string; update?: number; updates?: number }[] = []
  const log = pino({ level: 'info' }, { write: (line) => void logged.push(JSON.parse(line)) })
  const ended: number[] = []
  const known = createUpdateLog()
  const updates = {
    ...known,
    end: async (one: { update_id: number }) => {
      ended.push(one.update_id)
      await known.end(one)
    },
    ...changes,
  }
  return { work: createUpdateWork({ handleUpdate, updates, log }), logged, ended }
}

const taskOf = async (
  begun: Awaited<ReturnType<ReturnType<typeof open>['work']['begin']>>,
): Promise<void> => {
  if (typeof begun !== 'object') throw new Error(begun)
  await begun.task
}

it('is found while it is under way, and is then noted as done', async () => {
  let finish = (): void => {}
  const { work, ended } = open(() => new Promise((resolve) => (finish = resolve)))
  const begun = await work.begin(update(1))
  expect([work.size, work.find(1) === undefined, work.find(2)]).toEqual([1, false, undefined])
  expect(await work.begin(update(1))).toBe('busy')
  await Promise.resolve()
  finish()
  await taskOf(begun)
  expect([work.size, work.find(1), ended]).toEqual([0, undefined, [1]])
  expect(await work.begin(update(1))).toBe('done')
})

it('ends with a failure, too, which the log names', async () => {
  const { work, logged, ended } = open(async () => {
    throw new Error('broken')
  })
  await taskOf(await work.begin(update(7)))
  expect(ended).toEqual([7])
  expect(logged).toMatchObject([{ level: 50, update: 7, msg: 'update failed; it is passed over' }])
})

it.each<[UpdateState, boolean]>([
  ['busy', false],
  ['done', false],
  ['given-up', true],
])('is not begun where it is %s, and said of what is given up: %s', async (state, isSaid) => {
  let handled = 0
  const { work, logged } = open(async () => void handled++, { begin: async () => state })
  expect(await work.begin(update(3))).toBe(state)
  expect([handled, work.size, logged.length]).toEqual([0, 0, isSaid ? 1 : 0])
})

it('goes on with what is left, and says how many there are, if any', async () => {
  const handled: number[] = []
  const left = { left: async () => [update(1), update(2)] }
  const some = open(async ({ update_id }) => void handled.push(update_id), left)
  await some.work.resume()
  await some.work.drain(1_000)
  expect(handled).toEqual([1, 2])
  expect(some.logged).toMatchObject([{ updates: 2 }])
  const none = open()
  await none.work.resume()
  expect(none.logged).toEqual([])
})

it('drains: waits for what ends in time, and says what does not', async () => {
  const quick = open(() => new Promise((resolve) => setTimeout(resolve, 20)))
  await quick.work.begin(update(1))
  await quick.work.drain(10_000)
  expect([quick.work.size, quick.logged]).toEqual([0, []])
  const endless = open(() => new Promise(() => {}))
  await endless.work.begin(update(1))
  await endless.work.drain(20)
  expect(endless.logged).toMatchObject([{ level: 40, updates: 1 }])
})

it('lets 32 in at once, and the next as one leaves', async () => {
  const leave: (() => void)[] = []
  const { work } = open(() => new Promise((resolve) => leave.push(resolve)))
  for (let id = 1; id <= 34; id++) await work.begin(update(id))
  expect([leave.length, work.size]).toEqual([32, 34])
  leave[0]?.()
  for (let i = 0; i < 20 && leave.length < 33; i++) await Promise.resolve()
  expect(leave).toHaveLength(33)
})

it('is waited for no longer than was said', async () => {
  const started = performance.now()
  await patient(new Promise(() => {}), 30)
  expect(performance.now() - started).toBeGreaterThan(25)
  await patient(Promise.resolve(), 60_000)
  expect(performance.now() - started).toBeLessThan(30_000)
})

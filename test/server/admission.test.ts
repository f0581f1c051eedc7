import { expect, it, vi } from 'vitest'
import { createAdmission } from '../../src/server/admission.ts'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

it('lets so many in, then one for each that leaves, the earliest first', async () => {
  const { enter } = createAdmission(2, 60_000)
  const entered: number[] = []
  const leaves: (() => void)[] = []
  for (let number = 0; number < 5; number++)
    void enter().then((leave) => {
      entered.push(number)
      leaves.push(leave)
    })
  await turn()
  expect(entered).toEqual([0, 1])
  leaves[1]?.()
  // A second call gives no second place back.
  leaves[1]?.()
  await turn()
  expect(entered).toEqual([0, 1, 2])
  leaves[0]?.()
  leaves[2]?.()
  await turn()
  expect(entered).toEqual([0, 1, 2, 3, 4])
})

it('has a place again after a while, though the work that took it goes on', async () => {
  const { enter } = createAdmission(1, 20)
  const first = await enter()
  const second = await enter()
  // What comes late frees nothing that another has by now.
  first()
  const entered = enter().then(() => 'in')
  expect(await Promise.race([entered, turn()])).toBeUndefined()
  second()
  expect(await entered).toBe('in')
})

it('waits two seconds for work to leave, unless it is told otherwise', async () => {
  vi.useFakeTimers()
  try {
    const { enter } = createAdmission(1)
    await enter()
    let isIn = false
    void enter().then(() => {
      isIn = true
    })
    await vi.advanceTimersByTimeAsync(1_999)
    expect(isIn).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(isIn).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})

/** What is told of a folder that is watched. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lookAtFolder, watchCorpus } from '../../src/run/watch-corpus.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-watch-'))
  await writeFile(join(folder, 'jia-2024.md'), '甲县')
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true })
})

it.each<[string, () => Promise<void>]>([
  ['comes', () => writeFile(join(folder, 'yi-2024.md'), '乙县')],
  ['changes', () => writeFile(join(folder, 'jia-2024.md'), '丙县')],
  ['goes', () => rm(join(folder, 'jia-2024.md'))],
])('tells of a report that %s while the folder is being read, before it is watched', async (_, change) => {
  const since = await lookAtFolder(folder)
  await change()
  const told = new Promise<void>((resolve) => {
    const watching = watchCorpus(
      folder,
      () => {
        watching.close()
        resolve()
      },
      { log: pino({ level: 'silent' }), since, stillMs: 1 },
    )
  })
  await told
})

const LOOK_MS = 1_000_000

/** Watches with the clock in the hand of the test: a look comes only when it is turned on by so much. */
async function watchByHand() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let told = 0
  const options = { log: pino({ level: 'silent' }), since: await lookAtFolder(folder), stillMs: 1 }
  const watching = watchCorpus(folder, () => told++, { ...options, lookMs: LOOK_MS })
  /** Without a look: the clock goes on by far less. */
  const hears = async (): Promise<boolean> => {
    for (let step = 0; told === 0 && step < LOOK_MS / 100; step++) {
      await vi.advanceTimersByTimeAsync(1)
      await new Promise(setImmediate)
    }
    const isTold = told > 0
    told = 0
    return isTold
  }
  const look = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(LOOK_MS)
  }
  return { watching, hears, look }
}

it('hears of a change without a look, also in a folder that took the place of the first', async () => {
  const { watching, hears, look } = await watchByHand()
  await writeFile(join(folder, 'jia-2024.md'), '乙县')
  expect(await hears()).toBe(true)
  await rename(folder, `${folder}.old`)
  await mkdir(folder)
  await writeFile(join(folder, 'jia-2024.md'), '丙县')
  await look()
  expect(await hears()).toBe(true)
  await hears()
  await writeFile(join(folder, 'jia-2024.md'), '丁县')
  expect(await hears()).toBe(true)
  watching.close()
  await rm(`${folder}.old`, { recursive: true })
})

it('tells nothing once it is closed', async () => {
  const { watching, hears, look } = await watchByHand()
  await writeFile(join(folder, 'jia-2024.md'), '乙县')
  watching.close()
  await writeFile(join(folder, 'jia-2024.md'), '丙县')
  await look()
  expect(await hears()).toBe(false)
})

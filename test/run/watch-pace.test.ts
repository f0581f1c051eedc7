/** How soon a change of a watched folder is told, and how often the folder is looked at: with a file system that tells on request. */
import type { FSWatcher } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lookAtFolder, watchCorpus } from '../../src/run/watch-corpus.ts'

type Listener = (event: string, name: string | null) => void
const { heard } = vi.hoisted(() => ({ heard: { listener: null as Listener | null } }))
vi.mock('node:fs', async (load) => ({
  ...(await load<object>()),
  watch: (_folder: string, _options: object, listener: Listener) => {
    heard.listener = listener
    return { on: () => {}, close: () => {} } as unknown as FSWatcher
  },
}))

let folder = ''
let told = 0
let stirs = 0
let watching: { close(): void } | null = null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-pace-'))
  await writeFile(join(folder, 'jia-2024.md'), '甲县')
  told = 0
  stirs = 0
})
afterEach(async () => {
  watching?.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

/** Watches with nothing said of any pace; resolves when the first look is over, which took so long. */
async function watchPlainly(lookTakesMs = 0): Promise<void> {
  const since = await lookAtFolder(folder)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += lookTakesMs
    return now
  })
  const options = { log: pino({ level: 'silent' }), since, onStir: () => void stirs++ }
  watching = watchCorpus(folder, () => told++, options)
  await looked()
}

/** Until a look has set the clock for the next. */
async function looked(): Promise<void> {
  const timers = vi.getTimerCount()
  for (let turn = 0; vi.getTimerCount() === timers && turn < 10_000; turn++) await new Promise(setImmediate)
}

const hear = (name: string | null = 'jia-2024.md'): void => heard.listener?.('change', name)

describe('a change that the system tells of', () => {
  it('is told when the folder has been still for three tenths of a second', async () => {
    await watchPlainly()
    hear()
    vi.advanceTimersByTime(200)
    hear()
    vi.advanceTimersByTime(299)
    expect([told, stirs]).toEqual([0, 1])
    vi.advanceTimersByTime(1)
    expect(told).toBe(1)
    hear()
    expect(stirs).toBe(2)
  })

  it('is told after three seconds, however much goes on', async () => {
    await watchPlainly()
    for (let ms = 0; ms < 2_990; ms += 10) {
      hear()
      vi.advanceTimersByTime(10)
    }
    hear()
    vi.advanceTimersByTime(9)
    expect(told).toBe(0)
    vi.advanceTimersByTime(1)
    expect(told).toBe(1)
  })

  it.each([
    ['notes.txt', 0],
    ['jia-2024.md', 1],
    [null, 1],
  ])('of %s is told %i times', async (name, times) => {
    await watchPlainly()
    hear(name)
    vi.advanceTimersByTime(1_000)
    expect([told, stirs]).toEqual([times, times])
  })
})

describe('a change that the system does not tell of', () => {
  it.each([
    ['two seconds', 0, 2_000],
    ['fifty times as long as the last one took', 100, 5_000],
  ])('is seen at the next look, after %s', async (_, takes, pause) => {
    await watchPlainly(takes)
    await writeFile(join(folder, 'yi-2024.md'), '乙县')
    vi.advanceTimersByTime(pause - 1)
    await new Promise((resolve) => setImmediate(resolve))
    expect(stirs).toBe(0)
    vi.advanceTimersByTime(1)
    await looked()
    expect(stirs).toBe(1)
    expect(told).toBe(0)
  })
})

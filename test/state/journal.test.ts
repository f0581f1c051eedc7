/** What is written down of updates: every entry once, in order, readable by nobody else. */
import { mkdtemp, open as openFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Journal, type JournalEntry, openJournal } from '../../src/state/journal.ts'

const logged: string[] = []
const log = pino({ level: 'warn' }, { write: (line) => void logged.push(line) })
const done = (id: number): JournalEntry => ({ kind: 'done', name: `${id}:x`, at: id })
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
let path = ''
const opened: Journal[] = []
const open = async (): Promise<Journal> => {
  const journal = await openJournal(path, log)
  opened.push(journal)
  return journal
}

beforeEach(async () => {
  logged.length = 0
  path = join(await mkdtemp(join(tmpdir(), 'yinju-journal-')), 'data', 'updates.jsonl')
})
afterEach(async () => {
  await Promise.allSettled(opened.splice(0).map((journal) => journal.close()))
  await rm(dirname(dirname(path)), { recursive: true, force: true })
})

it('gives back what many wrote at once, each entry once and in order', async () => {
  const journal = await open()
  const written = await Promise.all(
    numbers(40).map((id) => journal.append(done(id), { isSynced: id % 2 === 0 })),
  )
  expect(written.every((isWritten) => isWritten)).toBe(true)
  expect(journal.length).toBe(40)
  const { entries, length } = await open()
  expect(entries).toEqual(numbers(40).map(done))
  expect(length).toBe(40)
})

it('holds after a replacement the other entries and all that was added later, though nobody waited', async () => {
  const journal = await open()
  const [before, , after] = await Promise.all([
    journal.append(done(1)),
    journal.replace([done(2)]),
    journal.append(done(3)),
  ])
  expect([before, after, journal.length]).toEqual([true, true, 2])
  expect((await open()).entries).toEqual([done(2), done(3)])
})

it('lets go of each file that another takes the place of', async () => {
  const journal = await open()
  /** Of the system the next descriptor is the lowest that is free. */
  const free = async (): Promise<number> => {
    const file = await openFile(path, 'r')
    const { fd } = file
    await file.close()
    return fd
  }
  const before = await free()
  for (const id of numbers(40)) await journal.replace([done(id)])
  expect(await free()).toBeLessThan(before + 20)
})

it('is nobody else’s to read, and leaves no other file', async () => {
  await (await open()).append(done(1))
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(dirname(path))).mode & 0o777).toBe(0o700)
  expect(await readdir(dirname(path))).toEqual(['updates.jsonl'])
})

it('goes on with the file it has where that cannot be replaced, and says so once', async () => {
  const journal = await open()
  await rm(dirname(path), { recursive: true })
  await writeFile(dirname(path), 'a file stands where the folder was')
  await journal.replace([])
  await journal.replace([])
  expect(logged).toHaveLength(1)
  expect(logged[0]).toMatch(/cannot be written \((?:ENOTDIR|EEXIST)\)/)
  expect(await journal.append(done(1))).toBe(true)
  expect(await readFile(dirname(path), 'utf8')).toContain('a file stands')
})

it('says that nothing is written once it is closed', async () => {
  const journal = await open()
  await journal.close()
  expect(await journal.append(done(1))).toBe(false)
  expect(await journal.append(done(2))).toBe(false)
  expect(logged).toHaveLength(1)
})

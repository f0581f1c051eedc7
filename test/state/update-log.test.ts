/** What is remembered of updates, in one process and after its end. */
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Journal, NO_JOURNAL, openJournal } from '../../src/state/journal.ts'
import { createUpdateLog, nameOf, type UpdateLog } from '../../src/state/update-log.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const TEN_MINUTES_MS = 10 * 60 * 1000
const update = (id: number, text = '粮食') => ({ update_id: id, message: { text } })

describe('createUpdateLog', () => {
  it('gives an update once, and remembers for a day that it is done', async () => {
    let now = 0
    const updates = createUpdateLog(undefined, () => now)
    expect(await updates.begin(update(1))).toBe('new')
    expect(await updates.begin(update(1))).toBe('busy')
    await updates.end(update(1))
    now = DAY_MS - 1
    expect(await updates.begin(update(1))).toBe('done')
    now = DAY_MS
    expect(await updates.begin(update(1))).toBe('new')
  })

  it('does not take another update for the same because it has the same number', async () => {
    const updates = createUpdateLog()
    await updates.begin(update(1))
    await updates.end(update(1))
    expect(await updates.begin(update(1, '棉花'))).toBe('new')
  })

  it('keeps nothing where there is nowhere to', async () => {
    const updates = createUpdateLog()
    expect(await updates.keep(update(1))).toBe(false)
    expect(await updates.left()).toEqual([])
  })

  it('goes on keeping what was kept, where it cannot be written once more', async () => {
    let canWrite = true
    const updates = createUpdateLog({ ...NO_JOURNAL, append: async () => canWrite })
    expect(await updates.keep(update(1))).toBe(true)
    canWrite = false
    expect([await updates.keep(update(1)), await updates.keep(update(2))]).toEqual([false, false])
    expect(await updates.left()).toEqual([update(1)])
  })
})

describe('what is remembered', () => {
  const entriesOf = (count: number) =>
    Array.from({ length: count }, (_, id) => ({ kind: 'done', name: nameOf(update(id)), at: 0 }) as const)
  const open = (count: number): UpdateLog =>
    createUpdateLog({ ...NO_JOURNAL, entries: entriesOf(count) }, () => 1)

  it('are a hundred thousand updates at the most, the latest', async () => {
    const updates = open(100_001)
    expect(await updates.begin(update(1))).toBe('done')
    expect(await updates.begin(update(0))).toBe('new')
  })

  it('ends before the id that Telegram says it will bring no more', async () => {
    const updates = open(5)
    await updates.forget(3)
    const states = await Promise.all([2, 3, 4].map((id) => updates.begin(update(id))))
    expect(states).toEqual(['new', 'done', 'done'])
  })

  it('is how often an update was begun, as long as it is kept, whatever Telegram brings no more', async () => {
    const begun = { kind: 'begun', name: nameOf(update(1)), at: -TEN_MINUTES_MS, times: 10 } as const
    const stateOf = async (isKept: boolean): Promise<string> => {
      const entries = [begun, ...(isKept ? [{ kind: 'kept', update: update(1) } as const] : [])]
      const updates = createUpdateLog({ ...NO_JOURNAL, entries }, () => 1)
      await updates.forget(9)
      return await updates.begin(update(1))
    }
    expect([await stateOf(true), await stateOf(false)]).toEqual(['given-up', 'new'])
  })

  it.each([
    ['while it serves', 1_004, 0],
    ['while it serves', 1_005, 1],
    ['at an orderly end', 4, 0],
    ['at an orderly end', 5, 1],
  ])(
    'of two entries is written anew %s, where the journal has %i lines, %i times',
    async (when, length, times) => {
      let renewed = 0
      const journal = { ...NO_JOURNAL, entries: entriesOf(2), length, replace: async () => void renewed++ }
      const updates = createUpdateLog(journal, () => 1)
      await (when === 'at an orderly end' ? updates.close() : updates.forget(0))
      expect(renewed).toBe(times)
    },
  )

  it('is what was begun here, too, when the journal is written anew', async () => {
    const written: unknown[] = []
    const journal: Journal = {
      ...NO_JOURNAL,
      length: 9,
      replace: async (entries) => void written.push(...entries),
    }
    const updates = createUpdateLog(journal, () => 1)
    await updates.begin(update(1))
    await updates.close()
    expect(written).toEqual([{ kind: 'begun', name: nameOf(update(1)), at: 1, times: 1 }])
  })
})

describe('createUpdateLog with a journal', () => {
  let folder = ''
  const logged: string[] = []
  const log = pino({ level: 'warn' }, { write: (line) => void logged.push(line) })
  const path = (): string => join(folder, 'updates.jsonl')
  /** Closed when the test has ended: to the test, each process was killed. */
  const killed: Journal[] = []
  const open = async (): Promise<Journal> => {
    const journal = await openJournal(path(), log)
    killed.push(journal)
    return journal
  }
  /** A process that begins; the ones before it were killed. */
  const start = async (): Promise<UpdateLog> => createUpdateLog(await open())
  beforeEach(async () => {
    logged.length = 0
    folder = await mkdtemp(join(tmpdir(), 'yinju-journal-'))
  })
  afterEach(async () => {
    await Promise.allSettled(killed.splice(0).map((journal) => journal.close()))
    await rm(folder, { recursive: true, force: true })
  })

  it('knows after a kill what was done, and gives again what was not', async () => {
    const before = await start()
    await before.begin(update(1))
    await before.begin(update(2))
    await before.end(update(1))
    const after = await start()
    expect(await after.begin(update(1))).toBe('done')
    expect(await after.begin(update(2))).toBe('new')
  })

  it('hands on what was kept and not done, and wipes the question when it has its answer', async () => {
    const before = await start()
    for (const id of [1, 2]) {
      await before.begin(update(id))
      expect(await before.keep(update(id))).toBe(true)
    }
    await before.end(update(1))
    expect(await before.left()).toEqual([])
    const after = await start()
    expect(await after.left()).toEqual([update(2)])
    expect(await after.begin(update(2))).toBe('new')
    expect(await after.left()).toEqual([])
    expect(await readFile(path(), 'utf8')).toContain('粮食')
    await after.end(update(2))
    expect(await readFile(path(), 'utf8')).not.toContain('粮食')
  })

  it('gives an update up of which too many processes have died over a long time, and not before', async () => {
    let now = 1
    const begin = async (): Promise<string> => await createUpdateLog(await open(), () => now).begin(update(1))
    for (let i = 0; i < 15; i++) expect(await begin()).toBe('new')
    now += TEN_MINUTES_MS - 1
    expect(await begin()).toBe('new')
    now += 1
    expect(await begin()).toBe('given-up')
    expect(await begin()).toBe('done')
  })

  it('gives none up of which few processes have died, over however long a time', async () => {
    let now = 1
    for (let i = 0; i < 10; i++) {
      expect(await createUpdateLog(await open(), () => now).begin(update(1))).toBe('new')
      now += TEN_MINUTES_MS
    }
    expect(await createUpdateLog(await open(), () => now).begin(update(1))).toBe('given-up')
  })

  it('hands on each kept update once, and none that is done', async () => {
    const before = await start()
    for (let i = 0; i < 2; i++) expect(await before.keep(update(1))).toBe(true)
    await before.end(update(2))
    await before.keep(update(2))
    expect(await before.left()).toEqual([update(1)])
    await before.close()
    expect(await (await start()).left()).toEqual([update(1)])
  })

  it('knows after an orderly end what it knew before', async () => {
    const before = await start()
    for (const id of [1, 2, 3]) await before.begin(update(id))
    await before.keep(update(2))
    await before.end(update(1))
    await before.close()
    const after = await start()
    expect(await after.begin(update(1))).toBe('done')
    expect(await after.left()).toEqual([update(2)])
  })

  it('stays small: what Telegram cannot bring again is forgotten', async () => {
    const updates = await start()
    for (let id = 1; id <= 3_000; id++) {
      await updates.begin(update(id))
      await updates.end(update(id))
      await updates.forget(id + 1)
    }
    expect((await readFile(path(), 'utf8')).split('\n').length).toBeLessThan(2_000)
    await updates.close()
    expect(await readFile(path(), 'utf8')).toBe('')
  })

  it('passes over a line that was cut, and over lines of another make', async () => {
    const before = await start()
    await before.begin(update(1))
    await before.end(update(1))
    await appendFile(path(), '{"kind":"kept"}\nnull\n[]\n{"kind":"done","name":"2:')
    const after = await start()
    expect(await after.begin(update(1))).toBe('done')
    expect(await after.begin(update(2))).toBe('new')
  })

  it('does without, and says so once, where the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    const updates = createUpdateLog(await openJournal(join(folder, 'file', 'updates.jsonl'), log))
    expect(await updates.begin(update(1))).toBe('new')
    expect(await updates.keep(update(1))).toBe(false)
    await updates.end(update(1))
    expect(await updates.begin(update(1))).toBe('done')
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('set DATA_DIR')
  })
})

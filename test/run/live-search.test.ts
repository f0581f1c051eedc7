/** A corpus that changes while it answers. */
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadSearchConfig } from '../../src/config.ts'
import { type LiveSearch, openLiveSearch, type ReloadOutcome } from '../../src/run/live-search.ts'

const FIRST = reportFile('甲县', '全县小麦产量达到十二万吨。')
const SECOND = reportFile('乙县', '新建乡村公路三百公里。')

/** Nobody edits by hand here. */
const QUICK = { stillMs: 50, lookMs: 100, minIntervalMs: 0 }
/** Catches a hang alone. */
const LONG = { timeout: 100_000 }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

function reportFile(place: string, ...paragraphs: string[]): string {
  return `---\ntitle: 政府工作报告\nplace: ${place}\nyear: 2024\n---\n\n# 政府工作报告\n\n## 一、工作回顾\n\n${paragraphs.join('\n\n')}\n`
}

async function open(files: Record<string, string>, isWatched = false) {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-live-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const logged: string[] = []
  const outcomes: ReloadOutcome[] = []
  const live = await openLiveSearch(loadSearchConfig({ CORPUS_DIR: folder }), {
    log: pino({ level: 'info' }, { write: (line) => void logged.push(line) }),
    isWatched,
    ...QUICK,
    onOutcome: (outcome) => void outcomes.push(outcome),
  })
  closers.push(async () => {
    await live.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { folder, live, logged, outcomes }
}

async function count(live: LiveSearch, query: string): Promise<number> {
  return (await live.searcher().search(query)).total
}

describe('openLiveSearch', () => {
  it('finds what was added, and no more what was removed, after a reload', async () => {
    const { folder, live } = await open({ 'jia-2024.md': FIRST })
    await writeFile(join(folder, 'yi-2024.md'), SECOND)
    await rm(join(folder, 'jia-2024.md'))
    expect(await live.reload()).toMatchObject({
      kind: 'swapped',
      added: ['yi-2024'],
      removed: ['jia-2024'],
      changed: [],
    })
    expect(await count(live, '“乡村公路”')).toBe(1)
    expect(await count(live, '“小麦产量”')).toBe(0)
  })

  it('says which report has changed, and when none has', async () => {
    const { folder, live } = await open({ 'jia-2024.md': FIRST })
    expect(await live.reload()).toMatchObject({ kind: 'unchanged' })
    await writeFile(join(folder, 'jia-2024.md'), reportFile('甲县', '全县小麦产量达到十三万吨。'))
    expect(await live.reload()).toMatchObject({ kind: 'swapped', changed: ['jia-2024'] })
  })

  it('makes no new copy of an index when nothing has changed', async () => {
    const { folder, live } = await open({ 'jia-2024.md': FIRST, 'yi-2024.md': 'no front matter' })
    const before = live.searcher()
    expect(await live.reload()).toMatchObject({ kind: 'unchanged', faults: [{ line: 1 }] })
    await writeFile(join(folder, 'jia-2024.md'), FIRST)
    expect(await live.reload()).toMatchObject({ kind: 'unchanged' })
    expect(live.searcher()).toBe(before)
  })

  it('calls no report changed whose file says the same in other bytes', async () => {
    const { folder, live } = await open({ 'jia-2024.md': FIRST })
    await writeFile(join(folder, 'jia-2024.md'), `${FIRST}\n\n`)
    expect(await live.reload()).toMatchObject({ kind: 'unchanged' })
  })

  it('frees the old index at once when no question is on it', async () => {
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    const { folder, live } = await open({ 'jia-2024.md': FIRST })
    const old: WeakRef<object>[] = []
    for (let i = 0; i < 3; i++) {
      old.push(new WeakRef((await live.searcher().report('jia-2024')) as object))
      await writeFile(join(folder, 'jia-2024.md'), reportFile('甲县', `全县小麦产量达到${i}万吨。`))
      await live.reload()
    }
    const isFree = async (): Promise<void> => {
      collectGarbage()
      expect(old.filter((ref) => ref.deref() !== undefined)).toEqual([])
    }
    // Long before a connection to a cluster would be closed.
    await vi.waitFor(isFree, { timeout: 20_000 })
  })

  it('waits at its close for the reloads that were asked for, so that nothing is written after it', async () => {
    const { folder, live } = await open({ 'jia-2024.md': FIRST })
    await writeFile(join(folder, 'yi-2024.md'), SECOND)
    const ended: string[] = []
    for (const name of ['first', 'second']) void live.reload().then(() => ended.push(name))
    await live.close()
    expect(ended).toEqual(['first', 'second'])
  })

  it('reads nothing when an editor writes its lock file', async () => {
    const { folder, outcomes } = await open({ 'jia-2024.md': FIRST }, true)
    for (const name of ['.#jia-2024.md', '.jia-2024.md.swp', 'jia-2024.md~', '#jia-2024.md#', '4913'])
      await writeFile(join(folder, name), 'lock')
    // Long enough for a look at the folder, too.
    await new Promise((resolve) => setTimeout(resolve, 6 * QUICK.stillMs))
    expect(outcomes).toEqual([])
  })

  it('lets a question that is under way finish on the old index', async () => {
    const { folder, live } = await open({ 'jia-2024.md': FIRST })
    const before = live.searcher()
    await rm(join(folder, 'jia-2024.md'))
    await live.reload()
    expect((await before.search('“小麦产量”')).total).toBe(1)
    expect(await count(live, '“小麦产量”')).toBe(0)
  })

  it('keeps the earlier state of a report whose file is broken, names the file, and takes the corrected one', async () => {
    const { folder, live, logged } = await open({ 'jia-2024.md': FIRST, 'yi-2024.md': SECOND })
    const file = join(folder, 'jia-2024.md')
    await writeFile(file, FIRST.replace('year: 2024', 'year: soon'))
    expect(await live.reload()).toMatchObject({ faults: [{ line: 4 }] })
    expect(await count(live, '“小麦产量”')).toBe(1)
    expect(logged.join('')).toContain('jia-2024.md:4: year: soon is not a year')
    expect(live.faults()).toHaveLength(1)
    await writeFile(file, reportFile('甲县', '全县小麦产量达到十五万吨。'))
    await live.reload()
    expect(live.faults()).toHaveLength(0)
    expect(await count(live, '“十五万吨”')).toBe(1)
  })

  it('goes on with the old state when the folder is gone', async () => {
    const { folder, live } = await open({ 'jia-2024.md': FIRST })
    await rm(folder, { recursive: true })
    expect(await live.reload()).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('not found'),
    })
    expect(await count(live, '“小麦产量”')).toBe(1)
  })

  it('starts with broken files and without any report', async () => {
    const { live } = await open({ 'jia-2024.md': 'no front matter' })
    expect(live.faults()).toHaveLength(1)
    expect((await live.searcher().catalog()).reports).toHaveLength(0)
    expect(await count(live, '小麦')).toBe(0)
  })

  it('starts on a damaged saved index, by building anew', async () => {
    const { folder, live } = await open({ 'jia-2024.md': FIRST })
    const saved = join(folder, '.index', 'minisearch.bin')
    const bytes = await readFile(saved)
    await writeFile(saved, bytes.subarray(0, bytes.length / 2))
    expect(await live.reload()).toMatchObject({ kind: 'unchanged' })
    expect(await count(live, '“小麦产量”')).toBe(1)
  })

  it('shares one reload among all who ask while one is under way', async () => {
    const { live, outcomes } = await open({ 'jia-2024.md': FIRST })
    await Promise.all(Array.from({ length: 20 }, () => live.reload()))
    expect(outcomes).toHaveLength(2)
  })

  it('reloads by itself when a report file changes', async () => {
    const { folder, live, outcomes } = await open({ 'jia-2024.md': FIRST }, true)
    await writeFile(join(folder, 'yi-2024.md'), SECOND)
    await vi.waitUntil(() => outcomes.length > 0, LONG)
    expect(outcomes[0]).toMatchObject({ kind: 'swapped', added: ['yi-2024'] })
    expect(await count(live, '“乡村公路”')).toBe(1)
  })

  const replacements: Readonly<Record<string, (folder: string, fresh: string) => Promise<void>>> = {
    'is replaced by another': async (folder, fresh) => {
      await rename(folder, `${folder}-old`)
      await rename(fresh, folder)
    },
    'is removed and made anew': async (folder, fresh) => {
      await rm(folder, { recursive: true })
      await mkdir(folder)
      await copyFile(join(fresh, 'yi-2024.md'), join(folder, 'yi-2024.md'))
    },
    'is a link that leads elsewhere now': async (folder, fresh) => {
      await symlink(fresh, `${folder}-link`)
      await rename(`${folder}-link`, folder)
    },
  }
  it.each(Object.entries(replacements))(
    'sees that its folder %s, and watches that one',
    async (name, replace) => {
      const base = await mkdtemp(join(tmpdir(), 'yinju-swap-'))
      closers.push(() => rm(base, { recursive: true, force: true }))
      const [real, fresh, folder] = [join(base, 'real'), join(base, 'fresh'), join(base, 'corpus')]
      for (const [at, file, text] of [
        [real, 'jia-2024.md', FIRST],
        [fresh, 'yi-2024.md', SECOND],
      ] as const) {
        await mkdir(at)
        await writeFile(join(at, file), text)
      }
      if (name.includes('link')) await symlink(real, folder)
      else await rename(real, folder)
      const live = await openLiveSearch(loadSearchConfig({ CORPUS_DIR: folder }), {
        log: pino({ level: 'silent' }),
        ...QUICK,
      })
      closers.unshift(() => live.close())
      const until = (query: string): Promise<boolean> =>
        vi.waitUntil(async () => (await count(live, query)) === 1, LONG)
      await replace(folder, fresh)
      await until('“乡村公路”')
      await writeFile(join(folder, 'bing-2024.md'), reportFile('丙县', '建成水库两座。'))
      await until('“建成水库”')
    },
  )

  it.skipIf(process.getuid?.() === 0)(
    'keeps the earlier state of a report that may not be read',
    async () => {
      const { folder, live } = await open({ 'jia-2024.md': FIRST })
      await chmod(join(folder, 'jia-2024.md'), 0)
      await writeFile(join(folder, 'yi-2024.md'), SECOND)
      expect(await live.reload()).toMatchObject({ added: ['yi-2024'], faults: [{ line: 1 }] })
      expect(await count(live, '“小麦产量”')).toBe(1)
    },
  )
})

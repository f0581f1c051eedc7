import { once } from 'node:events'
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CorpusError } from '../../src/corpus/read-corpus.ts'
import { buildSegment } from '../../src/run/build-segment.ts'
import { INGREDIENTS, lookAtCorpus } from '../../src/run/corpus-fingerprint.ts'
import { makeIndexThread } from '../../src/run/index-thread.ts'
import { openIndex as open, type UpdateThread } from '../../src/run/open-index.ts'

const report = (text: string): string =>
  `---\ntitle: 政府工作报告\nplace: 甲县\nyear: 2023\n---\n\n## 一、回顾\n\n${text}\n\n发展旅游。\n`

/** A thread may still be saving when a test has seen enough. */
const saving: Promise<unknown>[] = []
const openIndex: typeof open = async (folder, options) => {
  const opened = await open(folder, options)
  saving.push(opened.saved)
  return opened
}

describe('openIndex', () => {
  let folder = ''
  const thread: UpdateThread = makeIndexThread()
  afterAll(() => thread.end())
  const index = () => join(folder, '.index', 'minisearch.bin')
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-open-'))
    await writeFile(join(folder, 'jia-2023.md'), report('修建公路12公里。'))
    await writeFile(join(folder, 'yi-2023.md'), report('种树300亩。'))
  })
  afterEach(async () => {
    await Promise.all(saving.splice(0))
    await chmod(folder, 0o755)
    await rm(folder, { recursive: true })
    vi.useRealTimers()
  })

  it('loads what it built before, without writing again', async () => {
    const built = await openIndex(folder)
    const written = await stat(index())
    const loaded = await openIndex(folder)
    expect(loaded.index).toEqual(built.index)
    expect((await stat(index())).mtimeMs).toBe(written.mtimeMs)
  })

  it('builds anew when a report changes, even one of the same length', async () => {
    await openIndex(folder)
    await writeFile(join(folder, 'jia-2023.md'), report('修建公路99公里。'))
    await utimes(join(folder, 'jia-2023.md'), 1, 1)
    const { index: anew } = await openIndex(folder)
    expect(anew.reports[0]?.passages[0]?.text).toBe('修建公路99公里。')
  })

  it('takes the content for what it is when the time of a changed file is set back, as rsync and images do', async () => {
    const file = join(folder, 'jia-2023.md')
    await utimes(file, 1_000, 1_000)
    await openIndex(folder)
    // Old enough for its state to be trusted.
    vi.setSystemTime(Date.now() + 2_100)
    await openIndex(folder)
    vi.useRealTimers()
    for (const figure of ['99', '98']) {
      await writeFile(file, report(`修建公路${figure}公里。`))
      await utimes(file, 1_000, 1_000)
      const { index: anew } = await openIndex(folder)
      expect(anew.reports[0]?.passages[0]?.text).toBe(`修建公路${figure}公里。`)
    }
  })

  it('says whether the next start will find the index', async () => {
    expect(await (await openIndex(folder)).saved).toBe(true)
    await rm(join(folder, '.index'), { recursive: true })
    await writeFile(join(folder, '.index'), 'a file where the folder should be')
    expect(await (await openIndex(folder)).saved).toBeInstanceOf(Error)
  })

  it('builds anew over a damaged file and replaces it', async () => {
    const built = await openIndex(folder)
    const whole = await readFile(index())
    const bytes = Buffer.from(whole)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(index(), bytes)
    expect((await openIndex(folder)).index).toEqual(built.index)
    expect(await readFile(index())).toEqual(whole)
  })

  const changes: Readonly<Record<string, readonly [change: () => Promise<void>, built: readonly string[]]>> =
    {
      'nothing changes': [async () => {}, []],
      'a report comes': [() => writeFile(join(folder, 'bing-2023.md'), report('开荒50亩。')), ['bing-2023']],
      'a report changes': [() => writeFile(join(folder, 'yi-2023.md'), report('种树310亩。')), ['yi-2023']],
      'a report goes': [() => rm(join(folder, 'jia-2023.md')), []],
      'a report gets another name': [
        () => rename(join(folder, 'jia-2023.md'), join(folder, 'zheng-2023.md')),
        ['zheng-2023'],
      ],
      'a report is touched': [() => utimes(join(folder, 'jia-2023.md'), 5_000, 5_000), []],
    }
  it.each(
    Object.entries(changes).flatMap(([what, [change, built]]) => [
      { what, change, built, isServing: false },
      { what, change, built, isServing: true },
    ]),
  )(
    'analyzes only what changed when $what (in a thread: $isServing)',
    async ({ change, built, isServing }) => {
      const earlier = await openIndex(folder)
      expect(earlier.built).toEqual(['jia-2023', 'yi-2023'])
      await change()
      const opened = await openIndex(folder, { earlier, ...(isServing && { thread }) })
      expect(opened.built).toEqual(built)
      expect(await opened.saved).toBe(true)
      await rm(join(folder, '.index'), { recursive: true })
      expect(opened.index).toEqual((await openIndex(folder)).index)
    },
  )

  it('takes over the segments of an update that was broken off, and leaves none of them once all stand in one file', async () => {
    const { index: built } = await openIndex(folder)
    const { code } = await lookAtCorpus(folder)
    await rm(index())
    await buildSegment({ folder, code, ids: ['yi-2023'] })
    const opened = await openIndex(folder)
    expect(opened.built).toEqual(['jia-2023'])
    expect(opened.index).toEqual(built)
    expect(await readdir(join(folder, '.index', 'segments'))).toEqual([])
  })

  it('takes over the segment of the one report that came', async () => {
    await openIndex(folder)
    await writeFile(join(folder, 'bing-2023.md'), report('开荒50亩。'))
    const { code } = await lookAtCorpus(folder)
    await buildSegment({ folder, code, ids: ['bing-2023'] })
    const opened = await openIndex(folder)
    expect([opened.built, opened.index.reports.length]).toEqual([[], 3])
  })

  it('takes no segment of other code, nor one that is damaged', async () => {
    await openIndex(folder)
    const { code } = await lookAtCorpus(folder)
    await rm(index())
    await buildSegment({ folder, code: 'other', ids: ['yi-2023'] })
    await buildSegment({ folder, code, ids: ['jia-2023'] })
    const segments = join(folder, '.index', 'segments')
    for (const name of await readdir(segments)) await truncate(join(segments, name), 500)
    expect((await openIndex(folder)).built).toEqual(['jia-2023', 'yi-2023'])
  })

  it('goes on from what it holds where nothing can be written', async () => {
    await writeFile(join(folder, '.index'), 'a file where the folder should be')
    const earlier = await openIndex(folder)
    await writeFile(join(folder, 'bing-2023.md'), report('开荒50亩。'))
    const opened = await openIndex(folder, { earlier, thread })
    expect(opened.built).toEqual(['bing-2023'])
    expect(opened.index.reports.map(({ id }) => id)).toEqual(['bing-2023', 'jia-2023', 'yi-2023'])
    expect(await opened.saved).toBeInstanceOf(Error)
  })

  it('answers rightly whatever a kill leaves of its files', async () => {
    const { index: built } = await openIndex(folder)
    const { code } = await lookAtCorpus(folder)
    const { name } = await buildSegment({ folder, code, ids: ['yi-2023'] })
    const segment = join(folder, '.index', 'segments', name ?? '')
    const files = [await readFile(index()), await readFile(segment)] as const
    const part = (bytes: Buffer) => fc.nat(bytes.length).map((length) => bytes.subarray(0, length))
    await fc.assert(
      fc.asyncProperty(
        fc.option(part(files[0])),
        fc.option(part(files[1])),
        fc.option(part(files[0])),
        async (whole, ofSegment, temporary) => {
          await rm(join(folder, '.index'), { recursive: true, force: true })
          await mkdir(join(folder, '.index', 'segments'), { recursive: true })
          if (whole !== null) await writeFile(index(), whole)
          if (ofSegment !== null) await writeFile(segment, ofSegment)
          if (temporary !== null) await writeFile(`${index()}.1.tmp`, temporary)
          expect((await openIndex(folder)).index).toEqual(built)
          expect((await openIndex(folder)).built).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })

  it('builds more reports than stand in one segment, and names every broken one in order', async () => {
    const ids = Array.from({ length: 45 }, (_, number) => `r-${String(number).padStart(2, '0')}`)
    await Promise.all(ids.map((id) => writeFile(join(folder, `${id}.md`), report(`修建公路${id}公里。`))))
    for (const id of ['r-41', 'r-03']) await writeFile(join(folder, `${id}.md`), 'no front matter')
    const opened = await openIndex(folder)
    const whole = ['jia-2023', ...ids.filter((id) => !['r-03', 'r-41'].includes(id)), 'yi-2023']
    expect(opened.index.reports.map(({ id }) => id)).toEqual(whole)
    expect([...opened.built].sort()).toEqual(whole)
    expect(opened.faults.map(({ file }) => file)).toEqual(
      ['r-03', 'r-41'].map((id) => join(folder, `${id}.md`)),
    )
    expect(opened.index.reports[10]?.passages[0]?.text).toBe('修建公路r-10公里。')
    expect(await readdir(join(folder, '.index', 'segments'))).toEqual([])
  })

  it('removes what a killed process left long ago, and nothing that another may be writing', async () => {
    await mkdir(join(folder, '.index', 'segments'), { recursive: true })
    const left = ['old.tmp', 'segments/old.tmp', 'new.tmp', 'old.txt'].map((name) =>
      join(folder, '.index', name),
    )
    for (const path of left) await writeFile(path, 'half')
    const longAgo = Date.now() / 1_000 - 601
    for (const path of left.filter((name) => name.includes('old'))) await utimes(path, longAgo, longAgo)
    await openIndex(folder)
    expect(
      (await readdir(join(folder, '.index'))).filter((name) => /^(?:old|new)/.test(name)).sort(),
    ).toEqual(['new.tmp', 'old.txt'])
    expect(await readdir(join(folder, '.index', 'segments'))).toEqual([])
  })

  it('bears another process that updates the same folder at the same time', async () => {
    const { index: built } = await openIndex(folder)
    await rm(join(folder, '.index'), { recursive: true })
    const both = await Promise.all([openIndex(folder), openIndex(folder, { thread })])
    for (const opened of both) expect(opened.index).toEqual(built)
    await Promise.all(both.map(({ saved }) => saved))
    expect((await openIndex(folder)).built).toEqual([])
  })

  it('works where nothing can be written', async () => {
    await writeFile(join(folder, '.index'), 'a file where the folder should be')
    expect((await openIndex(folder)).index.reports).toHaveLength(2)
  })

  it('builds the same in a thread of its own', async () => {
    const here = await openIndex(folder)
    await rm(index())
    const there = await openIndex(folder, { thread })
    expect(there.index).toEqual(here.index)
    expect(await there.saved).toBe(true)
    expect((await stat(index())).size).toBeGreaterThan(0)
  })

  it('works in one thread however often, which is gone once it is ended', { timeout: 60_000 }, async () => {
    const threads: Worker[] = []
    const note = (started: Worker): void => void threads.push(started)
    process.on('worker', note)
    const own: UpdateThread = makeIndexThread()
    for (let times = 0; times < 2; times++) await (await openIndex(folder, { thread: own })).saved
    await expect(openIndex(join(folder, 'gone'), { thread: own })).rejects.toThrow(CorpusError)
    process.off('worker', note)
    expect(threads).toHaveLength(1)
    own.end()
    await once(threads[0] as Worker, 'exit')
  })

  it.each([false, true])(
    'keeps the earlier state of a broken file and names the file (in a thread: %s)',
    async (isServing) => {
      const before = await openIndex(folder)
      await writeFile(join(folder, 'yi-2023.md'), 'no front matter')
      const { index: after, faults } = await openIndex(folder, {
        earlier: before,
        ...(isServing && { thread }),
      })
      expect(after).toEqual(before.index)
      expect(faults.map(({ file, line }) => [file, line])).toEqual([[join(folder, 'yi-2023.md'), 1]])
      // The fault must be told again at the next start, so an index with faults is never loaded.
      expect((await openIndex(folder)).faults).toHaveLength(1)
    },
  )

  it('forgets a report whose file is gone', async () => {
    const before = await openIndex(folder)
    await rm(join(folder, 'yi-2023.md'))
    const { index: after } = await openIndex(folder, { earlier: before, thread })
    expect(after.reports.map(({ id }) => id)).toEqual(['jia-2023'])
  })

  it('says that a folder is missing, also from the thread', async () => {
    await expect(openIndex(join(folder, 'gone'))).rejects.toThrow(CorpusError)
    await expect(openIndex(join(folder, 'gone'), { thread })).rejects.toThrow(CorpusError)
  })

  it('imports nothing into its ingredients from outside of them, but what is listed here', async () => {
    const outside = new Set<string>()
    for (const folder of INGREDIENTS) {
      const directory = new URL(`../../src/${folder}/`, import.meta.url)
      for (const name of (await readdir(directory)).filter((entry) => entry.endsWith('.ts'))) {
        const file = new URL(name, directory)
        for (const [, path] of (await readFile(file, 'utf8')).matchAll(/from '(\.[^']+\.ts)'/g)) {
          const imported = new URL(path ?? '', file).pathname.split('/src/').at(-1) ?? ''
          if (!INGREDIENTS.some((ingredient) => imported.startsWith(`${ingredient}/`))) outside.add(imported)
        }
      }
    }
    // None of these decides what stands in an index.
    expect([...outside].sort()).toEqual([
      'search/backend.ts',
      'search/filter.ts',
      'search/question-time.ts',
      'search/turns.ts',
    ])
  })
})

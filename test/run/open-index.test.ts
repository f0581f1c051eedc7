import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CorpusError } from '../../src/corpus/read-corpus.ts'
import { INGREDIENTS } from '../../src/run/corpus-fingerprint.ts'
import { openIndex } from '../../src/run/open-index.ts'

const report = (text: string): string =>
  `---\ntitle: 政府工作报告\nplace: 甲县\nyear: 2023\n---\n\n## 一、回顾\n\n${text}\n\n发展旅游。\n`

describe('openIndex', () => {
  let folder = ''
  const index = () => join(folder, '.index', 'minisearch.bin')
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-open-'))
    await writeFile(join(folder, 'jia-2023.md'), report('修建公路12公里。'))
    await writeFile(join(folder, 'yi-2023.md'), report('种树300亩。'))
  })
  afterEach(async () => {
    await chmod(folder, 0o755)
    await rm(folder, { recursive: true })
  })

  it('loads what it built before, without writing again', async () => {
    const built = await openIndex(folder)
    const written = await stat(index())
    const loaded = await openIndex(folder)
    expect(loaded).toEqual(built)
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
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    await openIndex(folder)
    for (const figure of ['99', '98']) {
      await writeFile(file, report(`修建公路${figure}公里。`))
      await utimes(file, 1_000, 1_000)
      const { index: anew } = await openIndex(folder)
      expect(anew.reports[0]?.passages[0]?.text).toBe(`修建公路${figure}公里。`)
    }
  })

  it('says whether the next start will find the index', async () => {
    expect((await openIndex(folder)).isSaved).toBe(true)
    expect((await openIndex(folder)).isSaved).toBe(true)
    await writeFile(join(folder, 'bing-2023.md'), 'no front matter')
    expect((await openIndex(folder)).isSaved).toBe('faults')
  })

  it('builds anew over a damaged file and mends it', async () => {
    const built = await openIndex(folder)
    const bytes = await readFile(index())
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    await writeFile(index(), bytes)
    expect(await openIndex(folder)).toEqual(built)
    expect(await readFile(index())).not.toEqual(bytes)
  })

  it('works where nothing can be written', async () => {
    await writeFile(join(folder, '.index'), 'a file where the folder should be')
    expect((await openIndex(folder)).index.reports).toHaveLength(2)
  })

  it('builds the same in a thread of its own', async () => {
    const here = await openIndex(folder)
    await rm(index())
    expect(await openIndex(folder, { isServing: true })).toEqual(here)
    expect((await stat(index())).size).toBeGreaterThan(0)
  })

  it.each([false, true])(
    'keeps the earlier state of a broken file and names the file (in a thread: %s)',
    async (isServing) => {
      const before = await openIndex(folder)
      await writeFile(join(folder, 'yi-2023.md'), 'no front matter')
      const { index: after, faults } = await openIndex(folder, { earlier: before.index.reports, isServing })
      expect(after.reports).toEqual(before.index.reports)
      expect(faults.map(({ file, line }) => [file, line])).toEqual([[join(folder, 'yi-2023.md'), 1]])
      // The fault must be told again at the next start, so an index with faults is never loaded.
      expect((await openIndex(folder)).faults).toHaveLength(1)
    },
  )

  it('forgets a report whose file is gone', async () => {
    const before = await openIndex(folder)
    await rm(join(folder, 'yi-2023.md'))
    const { index: after } = await openIndex(folder, { earlier: before.index.reports, isServing: true })
    expect(after.reports.map(({ id }) => id)).toEqual(['jia-2023'])
  })

  it('says that a folder is missing, also from the thread', async () => {
    await expect(openIndex(join(folder, 'gone'))).rejects.toThrow(CorpusError)
    await expect(openIndex(join(folder, 'gone'), { isServing: true })).rejects.toThrow(CorpusError)
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
    expect([...outside].sort()).toEqual(['search/backend.ts', 'search/filter.ts', 'search/pauses.ts'])
  })
})

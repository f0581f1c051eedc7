/** What stands on the disk behind an import, and what a shelf tells of it. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Imported, importSource } from '../../src/import/import-report.ts'
import { reviewCorpus } from '../../src/import/review-corpus.ts'
import {
  holderOn,
  ReportExistsError,
  readShelf,
  withSource,
  writeReportFile,
} from '../../src/import/write-report.ts'
import { HEAD, LONG_BODY, sourceOf } from './sample-report.ts'

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-write-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
const source = (extra = '', name?: string) =>
  sourceOf([...HEAD, ...LONG_BODY.map((text) => text + extra)], name)
function imported(extra = ''): Imported {
  const outcome = importSource(source(extra))
  if (outcome.status !== 'imported') throw new Error(outcome.reason)
  return outcome
}

describe('writeReportFile', () => {
  it('writes the report beside a copy of the original, and leaves nothing else', async () => {
    await inFolder(async (corpus) => {
      const written = await writeReportFile(imported(), source(), { corpus })
      expect(written).toEqual({ out: join(corpus, 'qinghe-2021.md'), source: 'originals/qinghe-2021.txt' })
      expect(await readFile(written.out, 'utf8')).toBe(
        withSource(imported().text, 'originals/qinghe-2021.txt'),
      )
      expect(new Uint8Array(await readFile(join(corpus, written.source)))).toEqual(source().bytes)
      expect((await readdir(corpus, { recursive: true })).sort()).toEqual([
        'originals',
        'originals/qinghe-2021.txt',
        'qinghe-2021.md',
      ])
    })
  })

  it('writes no report anew without force, and with it keeps the one copy of the same original', async () => {
    await inFolder(async (corpus) => {
      await writeReportFile(imported(), source(), { corpus })
      await expect(writeReportFile(imported(), source(), { corpus })).rejects.toThrow(ReportExistsError)
      expect((await writeReportFile(imported(), source(), { corpus, force: true })).source).toBe(
        'originals/qinghe-2021.txt',
      )
    })
  })

  it('keeps other originals of one id beside each other', async () => {
    await inFolder(async (corpus) => {
      const names: string[] = []
      for (const extra of ['', '甲', '乙'])
        names.push((await writeReportFile(imported(extra), source(extra), { corpus, force: true })).source)
      expect(names).toEqual([
        'originals/qinghe-2021.txt',
        'originals/qinghe-2021-2.txt',
        'originals/qinghe-2021-3.txt',
      ])
    })
  })

  it('keeps the ending of a format that is read, and no other', async () => {
    await inFolder(async (corpus) => {
      const write = async (name: string): Promise<string> =>
        (await writeReportFile(imported(), source(name, name), { corpus, force: true })).source
      expect(await write('报告.MD')).toBe('originals/qinghe-2021.md')
      expect(await write('报告2021.3')).toBe('originals/qinghe-2021.txt')
    })
  })
})

describe('a shelf', () => {
  it('tells who has an id, and nobody of a report of the same source', async () => {
    await inFolder(async (corpus) => {
      await writeReportFile(imported(), source(), { corpus })
      await writeFile(join(corpus, 'odd-2021.md'), 'no front matter')
      const shelf = await readShelf(corpus)
      expect([...shelf.keys()].sort()).toEqual(['odd-2021', 'qinghe-2021'])
      expect(shelf.get('qinghe-2021')).toEqual({ place: '青禾县', sha256: source().sha256 })
      expect(holderOn(shelf, 'another')('qinghe-2021')).toBe('青禾县')
      expect(holderOn(shelf, source().sha256)('qinghe-2021')).toBeNull()
      expect(holderOn(shelf, 'another')('qinghe-2022')).toBeNull()
      expect(holderOn(shelf, 'another')('odd-2021')).toBe('')
    })
  })

  it('is empty where the folder is not there', async () => {
    expect(await readShelf('/nowhere/at/all')).toEqual(new Map())
  })
})

describe('reviewCorpus', () => {
  const report = (fields: string): string =>
    `---\ntitle: 政府工作报告\nplace: 青禾县\nyear: 2021\n${fields}---\n\n# 政府工作报告\n\n修路三条。\n`

  it('finds two of one place and day, or of one place and year where no day is known', async () => {
    await inFolder(async (corpus) => {
      const review = async (a: string, b: string): Promise<string[]> => {
        await writeFile(join(corpus, 'a-2021.md'), report(a))
        await writeFile(join(corpus, 'b-2021.md'), report(b))
        return (await reviewCorpus(corpus)).warnings.map(({ message }) => message)
      }
      expect(await review('date: 2021-02-03\n', 'date: 2021-02-03\n')).toEqual([
        expect.stringMatching(/^is of 青禾县 2021-02-03, as a-2021\.md is/u),
      ])
      expect(await review('date: 2021-02-03\n', 'date: 2021-12-30\n')).toEqual([])
      expect(await review('', '')).toEqual([expect.stringMatching(/^is of 青禾县 2021, as a-2021\.md is/u)])
      expect(await review('date: 2021-02-03\n', '')).toEqual([])
    })
  })

  it('finds two of one source, and an original that is gone or has changed', async () => {
    await inFolder(async (corpus) => {
      const { out, source: original } = await writeReportFile(imported(), source(), { corpus })
      expect(
        (await reviewCorpus(corpus)).warnings.filter(({ message }) =>
          /original|import|source/u.test(message),
        ),
      ).toEqual([])
      await writeFile(join(corpus, 'twin-2021.md'), await readFile(out))
      const messages = async (): Promise<string> =>
        (await reviewCorpus(corpus)).warnings.map(({ message }) => message).join('\n')
      expect(await messages()).toContain('was made from the same source as qinghe-2021.md; remove one')
      await rm(join(corpus, 'twin-2021.md'))
      await writeFile(join(corpus, original), 'changed')
      expect(await messages()).toContain(
        `${original} has changed since the import; import it anew or restore it`,
      )
      await rm(join(corpus, original))
      expect(await messages()).toContain(`${original} is not there; put the original back or empty the field`)
    })
  })
})

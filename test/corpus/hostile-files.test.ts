/** What somebody may put into the corpus folder: each is named with its line, and the rest goes on. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAX_REPORT_BYTES } from '../../src/corpus/report-bytes.ts'
import { reviewCorpus } from '../../src/import/review-corpus.ts'
import { readShelf } from '../../src/import/write-report.ts'
import { lookAtCorpus } from '../../src/run/corpus-fingerprint.ts'
import { readCorpus } from '../read-corpus.ts'

const HEAD = 'title: 政府工作报告\nplace: 甲县\nyear: 2024'
const report = (front: string): string =>
  `---\n${front}\n---\n\n# 政府工作报告\n\n全县小麦产量达到十二万吨。\n`

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-hostile-'))
  await writeFile(join(folder, 'good-2024.md'), report(HEAD))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a hostile front matter', () => {
  it.each<[string, string, number, string]>([
    ['an alias without an anchor', `${HEAD}\nnote: *重要*`, 5, '*重要* refers to another field'],
    ['an alias', `${HEAD}\nnote: &a x\npost: *a`, 6, '*a refers to another field'],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n${HEAD}`,
      3,
      '*a refers to another field',
    ],
    ['an anchor upon itself', `${HEAD}\nfrom: &a { x: *a }`, 5, '*a refers to another field'],
    ['a merge of itself', `${HEAD}\nfrom: &a\n  <<: *a`, 6, '*a refers to another field'],
    [
      'a hundred thousand fields',
      `${HEAD}\n${Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n')}`,
      1,
      'front matter has',
    ],
    ['a long field', `${HEAD}\nnote: ${'长'.repeat(30_000)}`, 1, 'front matter has'],
    ['lists in lists in lists', `${HEAD}\nnote: ${'['.repeat(30_000)}`, 5, 'front matter'],
  ])('with %s is named with its line, quickly', async (_what, front, line, message) => {
    await writeFile(join(folder, 'bad-2024.md'), report(front))
    const started = performance.now()
    const { reports, faults } = await readCorpus(folder)
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(reports.map(({ id }) => id)).toEqual(['good-2024'])
    expect(faults[0]).toMatchObject({ file: join(folder, 'bad-2024.md'), line })
    expect(faults[0]?.message).toContain(message)
  })
})

describe('what is no report file', () => {
  const put: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
    'a folder': (path) => mkdir(path),
    'a pipe': async (path) => execFileSync('mkfifo', [path]),
    'a link to a device': (path) => symlink('/dev/zero', path),
    'a link to a pipe': async (path) => {
      execFileSync('mkfifo', [`${path}.pipe`])
      await symlink(`${path}.pipe`, path)
    },
    'a link to itself': (path) => symlink(path, path),
    'a link to nothing': (path) => symlink('/nowhere', path),
    'a file of ten gigabytes': async (path) => {
      const file = await open(path, 'w')
      await file.truncate(10 * 2 ** 30)
      await file.close()
    },
  }

  it.each(Object.keys(put))('%s is named, and neither read nor waited for', async (what) => {
    const file = join(folder, 'bad-2024.md')
    await put[what]?.(file)
    const { reports, faults } = await readCorpus(folder)
    expect(reports).toHaveLength(1)
    expect(faults).toMatchObject([{ file, line: 1 }])
    expect((await reviewCorpus(folder)).faults).toHaveLength(1)
    expect((await readShelf(folder)).has('bad-2024')).toBe(true)
    expect(await lookAtCorpus(folder)).toEqual(await lookAtCorpus(folder))
  })

  it('a file a byte larger than allowed is named', async () => {
    await writeFile(join(folder, 'bad-2024.md'), Buffer.alloc(MAX_REPORT_BYTES + 1, 'a'))
    expect((await readCorpus(folder)).faults[0]?.message).toContain('more than the 8 MB')
  })

  it.each(['.#x.md', '.x.md.swp', 'x.md~', '#x.md#', '#x.md', '~$x.md', '4913', 'x.md.1234.tmp'])(
    '%s, which an editor puts there, is passed over',
    async (name) => {
      await writeFile(join(folder, name), 'lock')
      expect(await readCorpus(folder)).toMatchObject({ reports: [{ id: 'good-2024' }], faults: [] })
    },
  )

  it('an original that is a device is not read by the review', async () => {
    await mkdir(join(folder, 'originals'))
    await symlink('/dev/zero', join(folder, 'originals', 'x.txt'))
    await writeFile(join(folder, 'good-2024.md'), report(`${HEAD}\nsource: originals/x.txt\nsha256: abc`))
    const { warnings } = await reviewCorpus(folder)
    expect(warnings.map(({ message }) => message).join()).toContain('originals/x.txt is not there')
  })
})

/** What a person is told to look at in a report file. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewCorpus, reviewText } from '../../src/import/review-corpus.ts'

const FINE = '全年完成造林三万亩，改造渠道五十公里，新建学校六所，群众的生活一天比一天好，干劲更足。'
const review = (...blocks: string[]): string[] =>
  reviewText(['---', 'title: 题', '---', '# 题', ...blocks].join('\n\n')).map(
    ({ line, message }) => `${line}: ${message}`,
  )

it.each<[string, string[], (string | RegExp)[]]>([
  ['nothing of finished paragraphs, and of short ones without an end', [FINE, '一、回顾', '李明'], []],
  ['a paragraph that breaks off', [FINE.slice(0, -1)], [/^9: ends in mid-sentence \(….{12}\); join it/u]],
  ['no entry of a list that does', [`1.${FINE.slice(0, -1)}`], []],
  ['an invisible character', [`全年\u200b${FINE}`], [/^9: holds escapes or invisible characters/u]],
  ['spaces inside Chinese', [`全 年 ${FINE}`], [/^9: holds spaces inside Chinese text; take them out/u]],
  ['a long paragraph that stands twice', [FINE, FINE], [/^11: says the same as line 9; remove one/u]],
  ['no short one that does', ['各位代表！', '各位代表！'], []],
  [
    'what a web page has around a text',
    ['责任编辑：王五'],
    [/^9: looks like .*; remove it if it is no part/u],
  ],
])('is told of %s', (_, blocks, warnings) => {
  expect(review(...blocks)).toEqual(
    warnings.map((warning) => (typeof warning === 'string' ? warning : expect.stringMatching(warning))),
  )
})

it('asks for an end from forty characters on, and for none in a table or behind a mark of an end', () => {
  const long = (length: number): string => FINE.slice(0, 39).repeat(2).slice(0, length)
  expect(review(long(39).replace(/.$/u, '的'))).toEqual([])
  expect(review(long(40).replace(/.$/u, '的'))).toHaveLength(1)
  expect(review(`${long(40)}的 | 甲`)).toEqual([])
  for (const end of ['？', '；', '：', '…', '。”', '。（完）', '|'])
    expect(review(`${long(40)}的${end}`)).toEqual([])
})

it('takes a paragraph of thirty characters for one that is said twice', () => {
  const said = (length: number): number =>
    review(...Array.from({ length: 2 }, () => `${'修'.repeat(length - 1)}。`)).length
  expect([said(29), said(30)]).toEqual([0, 1])
})

it('takes a line of up to sixty characters for what stands at the edge of a page', () => {
  const line = (length: number): string => `来源：${'文'.repeat(length - 4)}。`
  expect(review(line(60))[0]).toContain('looks like publication data')
  expect(review(line(61))).toEqual([])
})

it('looks behind the front matter alone, and passes over headings', () => {
  expect(reviewText(['---', '---', '', '责任编辑：王五'].join('\n'))).toHaveLength(1)
  expect(reviewText(['---', '责任编辑：王五', '---', '', FINE].join('\r\n'))).toEqual([])
  expect(
    reviewText(['---', 'a: b', '---', '', '# 责任编辑：王五', '', '## 责任编辑：王五'].join('\n')),
  ).toEqual([])
})

describe('a corpus', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yinju-'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  /** Begins with an empty folder. */
  async function empty(): Promise<void> {
    await rm(folder, { recursive: true })
    await mkdir(folder)
  }

  /** Front matter and one paragraph; a field that is '' is left out. */
  async function put(
    name: string,
    fields: Readonly<Record<string, string>> = {},
    body = FINE,
  ): Promise<void> {
    const front = {
      title: '政府工作报告',
      place: '云岭县',
      level: '县',
      year: '2024',
      reviews: '2023',
      plans: '2024',
      ...fields,
    }
    const lines = Object.entries(front).flatMap(([field, value]) =>
      value === '' ? [] : [`${field}: ${value}`],
    )
    await writeFile(join(folder, `${name}.md`), ['---', ...lines, '---', '', body, ''].join('\n'))
  }
  const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
  async function look() {
    const { reports, passages, faults, warnings } = await reviewCorpus(folder)
    const told = (found: typeof warnings): string[] =>
      found.map(({ file, line, message }) => `${file.slice(folder.length + 1)}:${line} ${message}`)
    return { reports, passages, faults: told(faults).length, warnings: told(warnings) }
  }

  it('is counted, and what cannot be read is a fault', async () => {
    await empty()
    await put('a-2023', { year: '2023' })
    await put('b-2024')
    await writeFile(join(folder, 'c-2024.md'), '没有首部')
    expect(await look()).toMatchObject({ reports: 2, passages: 2, warnings: [] })
    expect((await look()).faults).toBeGreaterThan(0)
  })

  it('has two reports of one place and year, or day, that may be one', async () => {
    await empty()
    await put('a-2024')
    await put('b-2024')
    await put('c-2024', { date: '2024-01-05' })
    await put('d-2024', { date: '2024-01-05' })
    await put('e-2024', { place: '海滨县' })
    expect((await look()).warnings).toEqual([
      'b-2024.md:1 is of 云岭县 2024, as a-2024.md is; remove one if they are the same report',
      'd-2024.md:1 is of 云岭县 2024-01-05, as c-2024.md is; remove one if they are the same report',
    ])
  })

  it('has two reports of one source', async () => {
    await empty()
    await put('a-2023', { year: '2023', sha256: hashOf('x') })
    await put('b-2024', { sha256: hashOf('x') })
    expect((await look()).warnings).toEqual([
      'b-2024.md:8 was made from the same source as a-2023.md; remove one',
    ])
  })

  it('has originals that are there and unchanged, or says so', async () => {
    await empty()
    await writeFile(join(folder, 'x.txt'), 'x')
    await put('a-2021', { year: '2021', source: 'x.txt', sha256: hashOf('x') })
    await put('b-2022', { year: '2022', source: 'x.txt' })
    await put('c-2023', { year: '2023', source: 'x.txt', sha256: hashOf('y') })
    await put('d-2024', { source: 'none.txt', sha256: hashOf('z') })
    expect((await look()).warnings).toEqual([
      'c-2023.md:9 x.txt has changed since the import; import it anew or restore it',
      'd-2024.md:8 none.txt is not there; put the original back or empty the field',
    ])
  })

  it('has no original of more than 64 MB', async () => {
    const original = join(folder, 'x.pdf')
    await empty()
    await writeFile(original, 'x')
    await truncate(original, 64 * 1024 * 1024 + 1)
    await put('a-2024', { source: 'x.pdf', sha256: hashOf('x') })
    expect((await look()).warnings.join()).toContain('x.pdf is not there')
  })

  it('is told of what looks wrong in each report, with its file', async () => {
    await empty()
    await put('a-2024', {}, '责任编辑：王五')
    expect((await look()).warnings).toEqual([expect.stringMatching(/^a-2024\.md:10 looks like/u)])
  })
})

/** `yinju figures`, over two small reports. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonLines, runYinju } from './run-yinju.ts'

const report = (place: string, ...paragraphs: string[]): string =>
  `---\ntitle: 政府工作报告\nplace: ${place}\nlevel: 县\nyear: 2023\nreviews: 2022\nplans: 2023\n---\n\n# 政府工作报告\n\n${paragraphs.join('\n\n')}\n`
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-figures-'))
  await writeFile(
    join(folder, 'jia-2023.md'),
    report(
      '甲县',
      '## 2022年工作回顾',
      '旅游收入达到3.5亿元，增长12%。',
      '## 2023年工作安排',
      '力争旅游收入突破4亿元。',
    ),
  )
  await writeFile(join(folder, 'yi-2023.md'), report('乙县', '## 2022年工作回顾', '旅游收入2亿元。'))
})
afterAll(() => rm(folder, { recursive: true }))

const run = (args: readonly string[], input = '') =>
  runYinju(['figures', ...args], { input, env: { CORPUS_DIR: folder } })

describe('yinju figures', () => {
  it('prints a line a question with every field of the contract', async () => {
    const { status, out, err } = await run(['--json', '甲县2022年旅游收入'])
    expect([status, err]).toEqual([0, ''])
    const [answer, ...others] = jsonLines(out)
    expect(others).toEqual([])
    expect(answer).toMatchObject({ question: '甲县2022年旅游收入', indicator: '旅游收入', absent: [] })
    expect(answer.rows).toEqual([
      {
        report: 'jia-2023',
        place: '甲县',
        level: '县',
        year: 2022,
        indicator: '旅游收入',
        name: '旅游收入',
        kind: 'actual',
        value: '3.5',
        unit: '亿元',
        change: '+12%',
        bound: 'exact',
        subject: null,
        scope: null,
        passage: expect.stringMatching(/^jia-2023_[0-9a-f]{10}$/),
        paragraph: 1,
        start: 0,
        end: 17,
        quote: '旅游收入达到3.5亿元，增长12%',
        citation: expect.stringContaining('甲县2023年政府工作报告'),
      },
    ])
  })

  it('answers each line of standard input, and no more rows than asked for', async () => {
    const { out } = await run(['--json', '--limit', '1'], '各县旅游收入\n今天天气怎么样\n')
    const [first, second] = jsonLines(out)
    expect(first.rows).toHaveLength(1)
    expect(second).toEqual({ question: '今天天气怎么样', indicator: null, rows: [], absent: [] })
  })

  it('prints one head and a row a figure for a spreadsheet', async () => {
    const { out } = await run(['--csv'], '甲县2022年旅游收入\n乙县2022年旅游收入\n')
    const [head, ...rows] = out.trimEnd().split('\r\n')
    expect(head).toMatch(/^report,place,level,year,indicator,.*,quote,citation$/)
    expect(rows.map((row) => row.split(',').slice(0, 4).join())).toEqual([
      'jia-2023,甲县,县,2022',
      'yi-2023,乙县,县,2022',
    ])
  })

  it('says it to people: how many, each with kind and source, and who is silent', async () => {
    const { out } = await run(['各县2023年旅游收入目标'])
    const [head, row, quote, source, silent, ...rest] = out.split('\n')
    expect(head).toBe('各县2023年旅游收入目标: 1 figure of 旅游收入')
    expect(row).toBe('1. 甲县 2023年 目标 旅游收入 超4亿元')
    expect(quote).toBe('   力争旅游收入突破4亿元')
    expect(source).toMatch(/^ {3}甲县2023年政府工作报告.*第2段$/)
    expect(silent).toBe('没有说：乙县（2023年）')
    expect(rest).toEqual(['', ''])
    expect((await run(['今天天气怎么样'])).out).toBe('今天天气怎么样: no question for figures\n\n')
  })

  it('prints every figure of the corpus in reading order, to people and to programs', async () => {
    const { status, out } = await run(['--all', '--json'])
    expect(status).toBe(0)
    expect(jsonLines(out).map(({ report: id, year, kind, value }) => [id, year, kind, value])).toEqual([
      ['jia-2023', 2022, 'actual', '3.5'],
      ['jia-2023', 2023, 'target', '4'],
      ['yi-2023', 2022, 'actual', '2'],
    ])
    expect((await run(['--all'])).out.split('\n')[0]).toBe(
      'jia-2023\t2022\t实绩\t旅游收入\t3.5亿元 +12%\t旅游收入达到3.5亿元，增长12%',
    )
  })

  it('names a broken report, prints the others, and ends with status 1', async () => {
    const broken = join(folder, 'bing-2023.md')
    await writeFile(broken, 'no front matter')
    const { status, out, err } = await run(['--all', '--json'])
    await rm(broken)
    expect([status, jsonLines(out).length]).toEqual([1, 3])
    expect(err).toMatch(/^yinju figures: .*bing-2023\.md:1: no front matter/)
  })

  it.each([
    [['--json', '--csv', '旅游'], '--json and --csv: choose one'],
    [['--all', '旅游'], '--all takes no question'],
    [['--all', '--csv'], '--all prints no CSV'],
    [['--limit', '0', '旅游'], '--limit 0: write a number from 1 to 1000'],
    [['--limit', '1001', '旅游'], '--limit 1001'],
    [['--limit', '1.5', '旅游'], '--limit 1.5'],
    [['--corpus', '', '旅游'], '--corpus: name the folder'],
    [['--backend', 'other', '旅游'], '--backend other: write minisearch or opensearch'],
  ])('refuses %j in one line', async (args, message) => {
    const { status, out, err } = await run(args)
    expect([status, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1])
    expect(err).toContain(message)
  })

  it('takes the greatest limit, and says that a folder is empty', async () => {
    expect((await run(['--limit', '1000', '旅游收入'])).status).toBe(0)
    const empty = await mkdtemp(join(tmpdir(), 'yinju-empty-'))
    const { status, err } = await run(['--all', '--corpus', empty])
    await rm(empty, { recursive: true })
    expect([status, err.includes('no report file')]).toEqual([1, true])
  })
})

describe('yinju chat', () => {
  const chat = (args: readonly string[], input: string) =>
    runYinju(['chat', ...args], { input, env: { CORPUS_DIR: folder } })

  it('answers lines in the language that is asked for, over the corpus that is named', async () => {
    const { status, out } = await chat([], '甲县旅游收入\n')
    expect(status).toBe(0)
    expect(out).toContain('旅游收入达到3.5亿元')
    expect((await chat(['--language', 'en'], '/about\n')).out).toContain('2 reports')
    expect((await runYinju(['chat', '--corpus', folder], { input: '/about\n', env: {} })).out).toContain(
      '2 份报告',
    )
  })

  it.each([
    [['surplus'], 'surplus'],
    [['--language', 'fr'], '--language fr'],
    [['--corpus', ''], '--corpus: name the folder'],
    [['--backend', 'other'], '--backend other'],
  ])('refuses %j', async (args, message) => {
    const { status, err } = await chat(args, '')
    expect([status, err.includes(message)]).toEqual([2, true])
  })
})

describe('yinju check', () => {
  const check = (...args: string[]) => runYinju(['check', ...args], { env: { CORPUS_DIR: folder } })

  it('tells how much there is, and ends with status 0 where nothing is broken', async () => {
    const { status, out } = await check()
    expect([status, out.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      expect.stringMatching(/^2 reports, 3 passages; 0 faults, \d+ warnings$/),
    ])
  })

  it('names what is broken, and ends with status 1', async () => {
    const other = await mkdtemp(join(tmpdir(), 'yinju-check-'))
    await writeFile(join(other, 'bing-2023.md'), 'no front matter')
    const { status, out } = await check('--corpus', other)
    await rm(join(other, 'bing-2023.md'))
    const empty = await check('--corpus', other)
    await rm(other, { recursive: true })
    expect([status, out.split('\n')[0]]).toEqual([
      1,
      expect.stringMatching(/bing-2023\.md:1: no front matter/),
    ])
    expect([empty.status, empty.err.includes('no report file')]).toEqual([1, true])
    expect((await check('--corpus', '')).status).toBe(2)
  })
})

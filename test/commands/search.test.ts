import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandIo } from '../../src/terminal/command-io.ts'
import { jsonLines, runYinju } from './run-yinju.ts'

let corpus = ''

beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'yinju-search-'))
  const front = '---\ntitle: 政府工作报告\nplace: 云岭县\nyear: 2024\n---\n\n# 政府工作报告\n\n'
  const body = `## 一、2023年工作回顾\n\n全年接待游客100万人次，旅游收入3.5亿元。\n\n${'坚持统筹兼顾，推动各项事业全面进步，努力把云岭建设得更加美好，让群众的日子越过越红火。'.repeat(10)}新建旅游公厕6座。\n`
  await writeFile(join(corpus, 'yunling-2024.md'), front + body)
})

afterAll(() => rm(corpus, { recursive: true }))

const run = (args: readonly string[], input: string | Uint8Array = '', env: CommandIo['env'] = {}) =>
  runYinju(['search', ...args], { input, env: { CORPUS_DIR: corpus, ...env } })

describe('yinju search --csv', () => {
  it('prints a head and a row a hit, with the words of the report', async () => {
    const { status, out } = await run(['--csv', '接待游客'])
    const [head = '', row = ''] = out.split('\r\n')
    expect([status, head]).toEqual([
      0,
      'query,report,place,level,year,date,section,paragraph,kind,passage,text,citation',
    ])
    expect(row).toContain('全年接待游客100万人次，旅游收入3.5亿元。')
  })

  it('is no JSON at the same time', async () => {
    const { status, err } = await run(['--csv', '--json', '接待游客'])
    expect([status, err.split('\n').length]).toEqual([2, 2])
  })
})

describe('yinju search --json', () => {
  it('prints a line a query with every field of the contract', async () => {
    const { status, out, err } = await run(['--json', '接待游客多少'])
    expect([status, err]).toEqual([0, ''])
    const [line] = jsonLines(out)
    expect(line).toMatchObject({
      query: '接待游客多少',
      match: 'strong',
      total: expect.any(Number),
      took_ms: expect.any(Number),
    })
    expect(line.hits[0]).toEqual({
      id: expect.stringMatching(/^yunling-2024_[0-9a-f]{10}$/),
      report: 'yunling-2024',
      title: '政府工作报告',
      place: '云岭县',
      year: 2024,
      section: ['一、2023年工作回顾'],
      paragraph: 1,
      score: expect.any(Number),
      text: '全年接待游客100万人次，旅游收入3.5亿元。',
      snippet: '全年接待游客100万人次，旅游收入3.5亿元。',
      highlights: expect.any(Array),
      citation: '云岭县2024年政府工作报告 › 一、2023年工作回顾 › 第1段',
      kind: 'actual',
    })
    expect(line.answer).toMatchObject({
      kind: 'figures',
      indicator: '接待游客',
      rows: [{ report: 'yunling-2024', year: 2023, kind: 'actual', value: '100', unit: '万人次' }],
    })
  })

  it('gives highlights as offsets into the snippet of a long paragraph', async () => {
    const { out } = await run(['--json', '旅游公厕'])
    const [{ hits }] = jsonLines(out)
    const [hit] = hits
    expect(hit.snippet.length).toBeLessThan(hit.text.length)
    expect(
      hit.highlights.map(([start, end]: [number, number]) => hit.snippet.slice(start, end)).join(''),
    ).toContain('旅游公厕')
  })

  it('answers every line of standard input in its order, an empty one too', async () => {
    const { status, out } = await run(['--json'], '\uFEFF旅游收入\r\n\r\n？！\n接待游客')
    expect(status).toBe(0)
    expect(jsonLines(out).map(({ query, match }) => [query, match])).toEqual([
      ['旅游收入', 'strong'],
      ['', 'none'],
      ['？！', 'none'],
      ['接待游客', 'strong'],
    ])
  })

  it('prints nothing for no line', async () => {
    expect(await run(['--json'])).toEqual({ status: 0, out: '', err: '' })
  })

  it('keeps to the limit', async () => {
    const { out } = await run(['--json', '--limit', '1', '旅游'])
    expect(jsonLines(out)[0].hits).toHaveLength(1)
  })

  it('says how a quote stands to the report', async () => {
    const { out } = await run(
      ['--json'],
      '全年接待游客100万人次，旅游收入3.5亿元\n全年接待游客200万人次，旅游收入3.5亿元\n',
    )
    expect(jsonLines(out).map(({ quote }) => quote.kind)).toEqual(['verbatim', 'differs'])
  })
})

describe('yinju search for people', () => {
  it('numbers the passages, with their citations, and without colours where there is no terminal', async () => {
    const { out } = await run(['接待游客'])
    expect(out).toContain('1. 全年接待游客100万人次，旅游收入3.5亿元。\n   云岭县2024年政府工作报告 ›')
    expect(out).not.toContain('\u001B')
  })

  it('shows what differs from a quote', async () => {
    const { out } = await run(['全年接待游客200万人次，旅游收入3.5亿元'])
    expect(out).toContain('全年接待游客{+100+}[-200-]万人次')
  })

  it('tells that only the quoted words were checked, and which figure they cut', async () => {
    const { out } = await run(['县长说：“00万人次，旅游收入3.5亿元”对吗'])
    expect(out).toContain('quote: of the question only this was checked: 00万人次，旅游收入3.5亿元\n')
    expect(out).toContain('quote: cuts a figure; the report has 100\n')
  })

  it('says of a claim whether it holds, and not that its words stand somewhere', async () => {
    const { out } = await run(['云岭县2021年旅游收入3.5亿元'])
    expect(out).toContain('云岭县2021年旅游收入3.5亿元: not confirmed')
    expect(out).not.toContain('word for word')
  })

  it('puts the figure that is asked for before the passages', async () => {
    const { out } = await run(['云岭县旅游收入多少'])
    expect(out).toMatch(/passages?\nfigure: 云岭县 20\d\d年 实绩 旅游收入 3\.5亿元 \(.* ¶\d+\)\n1\. /u)
  })

  it('tells its options', async () => {
    const { status, out } = await run(['--help'])
    expect([status, out]).toEqual([0, expect.stringContaining('usage: yinju search')])
  })
})

describe('what is wrong is said in one line', () => {
  it.each([
    ['a limit of nothing', ['--limit', '0', 'x'], 2, '--limit 0: write a number from 1 to 1000'],
    ['a limit in words', ['--limit', 'many', 'x'], 2, '--limit many'],
    ['words that say nothing', [' '], 2, 'the text is empty; write what to look for'],
    ['an unknown option', ['--jsno', 'x'], 2, '--jsno'],
    [
      'an unknown backend',
      ['--backend', 'lucene', 'x'],
      2,
      '--backend lucene: write minisearch or opensearch',
    ],
    ['a missing folder', ['--corpus', 'no/such/folder', 'x'], 1, 'no/such/folder'],
  ])('%s', async (_name, args, status, message) => {
    const result = await run(args)
    expect(result).toMatchObject({ status, out: '' })
    expect(result.err).toContain(message)
    expect(result.err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('a folder without a report', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'yinju-empty-'))
    const { status, err } = await run(['--corpus', empty, 'x'])
    await rm(empty, { recursive: true })
    expect(status).toBe(1)
    expect(err).toMatch(/holds no report file; make one with yinju import/)
  })

  it('a folder of broken report files alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yinju-broken-'))
    await writeFile(join(folder, 'broken-2024.md'), 'no front matter')
    const { status, err } = await run(['--corpus', folder, 'x'])
    await rm(folder, { recursive: true })
    expect(status).toBe(1)
    expect(err).toMatch(/holds no usable report file \(.*broken-2024\.md:1: /)
  })

  it('a broken report file is named, and the others are searched', async () => {
    const broken = join(corpus, 'broken-2024.md')
    await writeFile(broken, 'no front matter')
    const { status, out, err } = await run(['--json', '接待游客'])
    await rm(broken)
    expect([status, jsonLines(out)[0].match]).toEqual([0, 'strong'])
    expect(err).toMatch(/broken-2024\.md:1: .*; the report is left out\n$/)
  })
})

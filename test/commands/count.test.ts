import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonLines, runYinju } from './run-yinju.ts'

let corpus = ''

beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'yinju-count-'))
  const file = async (id: string, year: number, body: string) => {
    const front = `---\ntitle: 政府工作报告\nplace: 云岭县\nlevel: 县\nyear: ${year}\n---\n\n# 政府工作报告\n\n`
    await writeFile(join(corpus, `${id}.md`), front + body)
  }
  await file('yunling-2023', 2023, '## 一、成绩\n\n新修公路5公里。\n\n养蜂产业起步。\n')
  await file('yunling-2024', 2024, '## 一、成绩\n\n新修公路8公里。\n\n“智慧蜂场”建成，“智慧蜂场”增收。\n')
})

afterAll(() => rm(corpus, { recursive: true }))

const run = (args: readonly string[], input = '') => runYinju(args, { input, env: { CORPUS_DIR: corpus } })

describe('yinju count', () => {
  it('prints a line a phrase with every field of the contract', async () => {
    const { status, out, err } = await run(['count', '--json', '智慧蜂场'])
    expect([status, err]).toEqual([0, ''])
    expect(jsonLines(out)).toEqual([
      {
        phrase: '智慧蜂场',
        total: 2,
        reports: [
          {
            report: 'yunling-2024',
            place: '云岭县',
            level: '县',
            year: 2024,
            count: 2,
            // 成绩 with its number, and the two paragraphs: 4 + 8 + 18 characters.
            per_10000: 666.67,
            first: expect.stringMatching(/^yunling-2024_[0-9a-f]{10}$/),
          },
        ],
        without: ['yunling-2023'],
        first: { report: 'yunling-2024', year: 2024, passage: expect.stringMatching(/^yunling-2024_/) },
      },
    ])
  })

  it('answers every line of standard input, also one that nothing says', async () => {
    const { out } = await run(['count', '--json'], '公路\n飞机\n\n')
    expect(jsonLines(out).map(({ phrase, total, first }) => [phrase, total, first?.report ?? null])).toEqual([
      ['公路', 2, 'yunling-2023'],
      ['飞机', 0, null],
      ['', 0, null],
    ])
  })

  it('prints a table phrase by report, by date', async () => {
    const { out } = await run(['count', '--csv'], '公路\n蜂，"场"\n智慧蜂场\n')
    expect(out.split('\r\n')).toEqual([
      'phrase,total,yunling-2023,yunling-2024',
      '公路,2,1,1',
      '"蜂，""场""",0,0,0',
      '智慧蜂场,2,0,2',
      '',
    ])
  })

  it('prints every place in the midst of its words', async () => {
    const { out } = await run(['count', '--lines', '--csv', '智慧蜂场'])
    const [head, first, second] = out.split('\r\n')
    expect(head).toBe('phrase,report,place,year,passage,before,words,after,citation')
    expect(first).toMatch(
      /^智慧蜂场,yunling-2024,云岭县,2024,yunling-2024_[0-9a-f]{10},“,智慧蜂场,”建成，“智慧蜂场”增收。,云岭县/,
    )
    expect(second).toContain(',“智慧蜂场”建成，“,智慧蜂场,”增收。,')
    expect((await run(['count', '--lines', '养蜂'])).out).toBe('[养蜂]产业起步。\tyunling-2023 ¶2\n')
    expect(jsonLines((await run(['count', '--lines', '--json', '养蜂'])).out)[0]).toMatchObject({
      words: '养蜂',
      year: 2023,
    })
  })

  it('says it to people too', async () => {
    expect((await run(['count', '养蜂'])).out).toMatch(
      /^养蜂: 1 in 1 of 2 reports\n {2}2023 云岭县\t1\t.*yunling-2023 ¶2\n {2}without: yunling-2024\n$/,
    )
  })

  it.each([
    [['count', '--json', '--csv', '公路'], 'choose one'],
    [['count', '--backend', 'lucene', '公路'], 'write minisearch or opensearch'],
    [['changes', 'yunling-2023'], 'name two reports'],
    [['changes', 'yunling-2023', 'nowhere-2020'], 'nowhere-2020: the corpus holds no such report'],
  ])('refuses %j', async (args, message) => {
    const { status, err } = await run(args)
    expect(status).toBe(2)
    expect(err).toContain(message)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

describe('yinju changes', () => {
  it('prints a line a pair and the terms at the end', async () => {
    const { status, out } = await run(['changes', '--json', 'yunling-2023', join(corpus, 'yunling-2024.md')])
    expect(status).toBe(0)
    const lines = jsonLines(out)
    expect(lines.map(({ kind }) => kind)).toEqual(['figure', 'new', 'dropped', undefined])
    expect(lines[0]).toEqual({
      kind: 'figure',
      a: { passage: expect.stringMatching(/^yunling-2023_/), start: 0, end: 8, text: '新修公路5公里。' },
      b: { passage: expect.stringMatching(/^yunling-2024_/), start: 0, end: 8, text: '新修公路8公里。' },
      diff: [
        { kind: 'same', text: '新修公路' },
        { kind: 'removed', text: '5' },
        { kind: 'added', text: '8' },
        { kind: 'same', text: '公里。' },
      ],
    })
    expect(lines[3]).toEqual({
      terms: [{ term: '智慧蜂场', count: 2, passage: expect.stringMatching(/^yunling-2024_/) }],
    })
  })

  it('says it to people too', async () => {
    const { out } = await run(['changes', 'yunling-2023', 'yunling-2024'])
    expect(out).toContain('新修公路[-5-]{+8+}公里。')
    expect(out).toContain('智慧蜂场 ×2')
  })
})

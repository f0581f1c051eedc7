/** Tables of figures narrow enough for a telephone. */
import { describe, expect, it } from 'vitest'
import type { FiguresAnswer } from '../../src/answer/figures/answer-figures.ts'
import { layOutTable, widthOf } from '../../src/bot/replies/figure-table.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { buttons, spans, TestChat } from './test-chat.ts'

interface Stated extends Partial<Figure> {
  readonly place?: string
}

/** A table over figures, of one place unless told otherwise. */
function tableOf(measure: 'change' | null, ...figures: readonly Stated[]) {
  const rows = figures.map(({ place = '甲县', ...more }) => ({
    figure: {
      kind: 'actual',
      year: 2023,
      unit: '亿元',
      change: null,
      bound: 'exact',
      quote: '',
      start: 0,
      numbers: [],
      subject: null,
      ...more,
    },
    report: { place },
  }))
  const answer = { rows, asked: { measure } } as unknown as FiguresAnswer
  return layOutTable(answer, {
    page: answer.rows,
    first: 1,
    t: (key, more) => [key, more?.year ?? ''].join(''),
  })
}

function linesOfMeasure(measure: 'change' | null, ...figures: readonly Stated[]): string[] {
  return tableOf(measure, ...figures).text.split('\n')
}

function linesOf(...figures: readonly Stated[]): string[] {
  return linesOfMeasure(null, ...figures)
}

describe('a table of figures', () => {
  it('gives its labels all that the other columns leave of 36, and cuts what is longer', () => {
    const lines = linesOf(
      { indicator: '规模以上工业企业实现利润总额', value: '12345.6' },
      { indicator: '税收', value: '8.5' },
    )
    expect(lines.slice(1)).toEqual(['1 规模以上工业企业实现… 12345.6亿元', `2 税收${' '.repeat(18)} 8.5亿元`])
    expect(widthOf(lines[1] ?? '')).toBe(36)
  })

  it('leaves two columns between columns where there is room, and one where there is not', () => {
    expect(linesOf({ indicator: '税收', value: '8' }, { indicator: '利润', value: '9' }).slice(1)).toEqual([
      '1  税收  8亿元',
      '2  利润  9亿元',
    ])
    for (let length = 2; length < 16; length++) {
      const name = '税'.repeat(length)
      const widest = Math.max(
        ...linesOf({ indicator: name, value: '12345.67' }, { indicator: '利润', value: '9' }).map(widthOf),
      )
      expect(widest).toBeLessThanOrEqual(36)
    }
  })

  it('has the year and the kind once where all rows share them, and in columns where they do not', () => {
    const tax = { indicator: '税收', value: '8', bound: 'over' } as const
    const one = tableOf(null, tax, { ...tax, indicator: '利润' })
    expect(one.shared).toEqual(['figures-of-year2023', 'kind-actual'])
    expect(one.text.split('\n').slice(1)).toEqual(['1  税收  超8亿元', '2  利润  超8亿元'])
    const two = tableOf(null, tax, { ...tax, indicator: '利润', year: 2024, kind: 'target' })
    expect(two.shared).toEqual([])
    expect(two.text.split('\n').slice(1)).toEqual([
      '1 税收 2023         >8亿元',
      '2 利润 2024                     >8亿元',
    ])
    expect(two.text.split('\n')[0]).toMatch(/figures-year kind-actual kind-target$/u)
  })

  it.each([
    ['乌鲁木齐市', '乌鲁木齐'],
    ['昌都市区', '昌都市区'],
    ['新疆维吾尔自治区', '新疆'],
  ])('has for the place %s the name %s', (place, name) => {
    const tax = { indicator: '税收', value: '8' } as const
    expect(linesOf({ ...tax, place }, { ...tax, place: '甲县' })[1]).toBe(`1  ${name}  8亿元`)
    const other = linesOf({ ...tax, place }, { ...tax, place: '甲县', indicator: '利润' })
    expect(other[1]).toBe(`1  ${name} 税收  8亿元`)
  })

  it('leaves a label eight columns, however wide the others are', () => {
    const wide = { value: '1234567890123456789012345678' } as const
    const lines = linesOf({ ...wide, indicator: '规模以上工业' }, { ...wide, indicator: '利润' })
    expect(lines[1]).toBe('1 规模以… 1234567890123456789012345678亿元')
  })

  it.each([
    [36, '  '],
    [37, ' '],
  ])('has gaps of two columns up to 36 columns, in one of %i: “%s”', (columns, gap) => {
    const value = '1'.repeat(columns - '1  税收  亿元'.length - 4)
    const [, line = ''] = linesOf({ indicator: '税收', value }, { indicator: '利润', value })
    expect(line).toBe(`1${gap}税收${gap}${value}亿元`)
  })

  it('counts two columns for what is drawn as wide as two letters', () => {
    expect(['a', '字', '…', '，', '😀', '𠀀', '1.2%', '字a'].map(widthOf)).toEqual([1, 2, 2, 2, 2, 2, 4, 3])
  })

  it('has growth with the bound that is its own, not that of the size', () => {
    const grown = { year: 2023, change: '+8%', bound: 'at-least' } as const
    expect(
      linesOfMeasure(
        'change',
        { ...grown, indicator: '税收', value: '8' },
        { ...grown, indicator: '利润', value: null },
        { ...grown, indicator: '工资', value: '9', change: null },
      ).slice(1),
    ).toEqual(['1  税收  +8%', '2  利润  +8%以上', '3  工资  9亿元以上'])
  })

  it('tells what is printed in another unit, be it one figure alone', async () => {
    const made = (place: string, printed: string) =>
      report(`p${place.codePointAt(0)}-2023`, { place, level: '县' }, [
        '## 一、2022年工作回顾',
        `全年实现旅游收入${printed}，增长8%。`,
      ])
    const chat = new TestChat(
      await openSmallCorpus([made('甲县', '1.2亿元'), made('乙县', '3.4亿元'), made('丙县', '22015万元')]),
    )
    const reply = await chat.say('/compare 旅游收入')
    expect(spans(reply, 'pre')[0]).toContain('2.2015亿元')
    expect(reply.text).toContain('为便于对照已统一单位，原文为：22015万元')
  })
})

describe('below a table of figures', () => {
  const chatOf = async (silent: number): Promise<TestChat> =>
    new TestChat(
      await openSmallCorpus(
        Array.from({ length: silent + 2 }, (_, index) =>
          report(`p${index}-2023`, { place: `${String.fromCodePoint(0x4e00 + index)}山县`, level: '县' }, [
            '## 一、2022年工作回顾',
            index < 2 ? `旅游收入${index + 2}亿元。` : '天气很好。',
          ]),
        ),
      ),
      { pagesUrl: 'https://example.org' },
    )

  it.each([
    [8, 8, ''],
    [10, 8, '2'],
  ])('of %i silent places %i are named and the others counted (%s)', async (silent, named, rest) => {
    const { text } = await (await chatOf(silent)).say('各县旅游收入')
    const line = text.split('\n').find((one) => one.startsWith('没有说')) ?? ''
    expect(line.match(/山县/gu)).toHaveLength(named)
    expect(/另有 (\d+) 处$/u.exec(line)?.[1] ?? '').toBe(rest)
  })

  it('stands the address of its page, where the question is not as long as a page of words', async () => {
    const chat = await chatOf(0)
    const asked = (length: number): string => {
      const bare = '各县旅游收入 级别:县'
      const room = length - new URLSearchParams({ q: bare }).toString().length
      return `${bare}${',县'.repeat(Math.floor(room / 12))}`
    }
    const hasPage = async (question: string): Promise<boolean> =>
      buttons(await chat.say(question)).some(({ web_app }) => web_app?.url.includes('/figures?q=') === true)
    expect([await hasPage(asked(1_000)), await hasPage(asked(1_012))]).toEqual([true, false])
  })
})

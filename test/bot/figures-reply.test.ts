/** How figures are told in lines or in a table, and what is said of those that are not; a text is its key and what it is given. */
import { describe, expect, it } from 'vitest'
import type { FiguresAnswer } from '../../src/answer/figures/answer-figures.ts'
import { figureLines, isTable, kindLabel, tableReply } from '../../src/bot/replies/figures-reply.ts'
import type { ViewState } from '../../src/bot/state-link.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { keySetting } from './key-setting.ts'

const setting = { ...keySetting, pages: { root: 'https://a.org', isPrivate: false } }
const STATE: ViewState = { view: 'compare', query: '旅游收入', narrowing: null, offset: 0 } as never

type Made = Partial<Figure> & { readonly place?: string; readonly of?: number }

function row({ place = '甲县', of = 2024, ...fields }: Made = {}) {
  const figure = {
    indicator: '旅游收入',
    name: '旅游收入',
    kind: 'actual',
    year: 2023,
    value: '3',
    unit: '亿元',
    change: null,
    bound: 'exact',
    quote: '',
    start: 0,
    numbers: [],
    subject: null,
    scope: null,
    ...fields,
  }
  return { figure, passage: { id: `jia-${of}_0123456789` }, report: { id: `jia-${of}`, place, year: of } }
}

function answerOf(rows: readonly object[], fields: object = {}, asked: object = {}): FiguresAnswer {
  return {
    kind: 'figures',
    indicator: '旅游收入',
    rows,
    absent: [],
    otherwise: [],
    elsewhere: [],
    lacking: null,
    only: null,
    ...fields,
    asked: {
      query: { preferences: { places: [] }, faults: [], foreign: [] },
      order: null,
      kind: null,
      scopes: [],
      measure: null,
      ...asked,
    },
  } as unknown as FiguresAnswer
}
const ofPlaces = (...places: string[]) => ({ query: { preferences: { places }, faults: [], foreign: [] } })
const silent = (place: string, year = 2023, isCovered = true) => ({ report: { place }, year, isCovered })
const YEAR = 'figures-of-year 2023 · kind-actual'

it.each<[number, readonly string[], boolean]>([
  [4, ['甲县'], false],
  [5, ['甲县'], true],
  [2, ['甲县', '乙县'], true],
  [1, ['甲县'], false],
])('sets %d figures of %j in a table: %s', (count, places, is) => {
  const rows = Array.from({ length: count }, (_, index) =>
    row({ place: places[index % places.length] ?? '' }),
  )
  expect(isTable(answerOf(rows))).toBe(is)
})

describe('the lines', () => {
  const linesOf = (...given: Parameters<typeof answerOf>): string[] =>
    figureLines(answerOf(...given), setting).map(({ text }) => text)

  it.each<[string, Parameters<typeof answerOf>, readonly string[]]>([
    ['the place where none is asked for', [[row()]], [`3亿元 · 甲县 · ${YEAR}`]],
    ['no place where one is', [[row()], {}, ofPlaces('甲县')], [`3亿元 · ${YEAR}`]],
    ['the place where it is another', [[row()], {}, ofPlaces('乙县')], [`3亿元 · 甲县 · ${YEAR}`]],
    ['the place where several are', [[row()], {}, ofPlaces('甲县', '乙县')], [`3亿元 · 甲县 · ${YEAR}`]],
    [
      'whose it is, and of what period',
      [[row({ subject: '园区', scope: '上半年' })], {}, ofPlaces('甲县')],
      [`3亿元 · ${YEAR} · 园区 · 上半年`],
    ],
    [
      'the name where there are several',
      [[row(), row({ indicator: '接待游客', name: '接待游客' })], {}, ofPlaces('甲县')],
      [`3亿元 · ${YEAR} · 旅游收入`, `3亿元 · ${YEAR} · 接待游客`],
    ],
    [
      'the name of a part',
      [[row({ name: '国内旅游收入' })], {}, ofPlaces('甲县')],
      [`3亿元 · ${YEAR} · 国内旅游收入`],
    ],
  ])('tell %s', (_what, given, lines) => {
    expect(linesOf(...given)).toEqual(lines)
  })

  it.each<[string, Parameters<typeof answerOf>, readonly string[]]>([
    [
      'who is silent, where nothing is stated',
      [[], { absent: [silent('甲县')] }],
      ['figures-silent 旅游收入 figures-silent-place 甲县 2023'],
    ],
    [
      'of what period',
      [[], { absent: [silent('甲县')] }, { scopes: ['上半年'] }],
      ['figures-silent 上半年旅游收入 figures-silent-place 甲县 2023'],
    ],
    [
      'what no report covers',
      [[], { absent: [silent('甲县', 2019, false)] }],
      ['figures-uncovered figures-silent-place 甲县 2019 other'],
    ],
    [
      'both',
      [[], { absent: [silent('甲县'), silent('乙县', 2019, false)] }, { kind: 'target' }],
      [
        'figures-silent 旅游收入 figures-silent-place 甲县 2023\nfigures-uncovered figures-silent-place 乙县 2019 target',
      ],
    ],
    [
      'each place and year once',
      [[], { absent: [silent('甲县'), silent('甲县')] }],
      ['figures-silent 旅游收入 figures-silent-place 甲县 2023'],
    ],
    [
      'nothing of those that nobody asked for',
      [[row()], { absent: [silent('乙县')] }, ofPlaces('甲县')],
      [`3亿元 · ${YEAR}`],
    ],
    [
      'of several places who is silent beside others',
      [[row()], { absent: [silent('乙县')] }, ofPlaces('甲县', '乙县')],
      [`3亿元 · 甲县 · ${YEAR}`, 'figures-silent 旅游收入 figures-silent-place 乙县 2023'],
    ],
    [
      'that growth alone is told',
      [[row()], { lacking: 'value' }, ofPlaces('甲县')],
      [`3亿元 · ${YEAR}`, 'figures-no-value'],
    ],
    ['no lack where nothing is stated', [[], { lacking: 'value' }], []],
    [
      'what is stated elsewhere',
      [[], { elsewhere: [row({ place: '乙县', kind: 'target' })] }],
      ['figures-elsewhere', '乙县 · figures-of-year 2023 · kind-target · 旅游收入 3亿元'],
    ],
  ])('say %s', (_what, given, lines) => {
    expect(linesOf(...given)).toEqual(lines)
  })
})

it.each<[readonly string[], boolean, string | null]>([
  [[], false, null],
  [[], true, 'kind-plan'],
  [['actual'], true, 'kind-actual'],
  [['actual', 'target'], false, 'kind-actuallist-commakind-target'],
])('labels what states %j, a plan: %s, as %s', (kinds, isPlan, label) => {
  expect(kindLabel({ kinds: kinds as never, isPlan }, setting.t)).toBe(label)
})

describe('the table', () => {
  const places = (count: number) =>
    Array.from({ length: count }, (_, index) => row({ place: `${index + 1}县`, value: `${index + 1}` }))
  const told = (answer: FiguresAnswer, state: Partial<ViewState> = {}) => {
    const { text, keyboard } = tableReply(answer, { ...STATE, ...state }, setting)
    return {
      lines: text.text.split('\n'),
      rows: keyboard
        .map((buttons) => buttons.map((button) => button.text).join(' '))
        .filter((one) => one !== ''),
    }
  }

  it('has the question, what is shared, and a line for each figure', () => {
    const { lines } = told(answerOf(places(2)))
    expect(lines.slice(0, 2)).toEqual(['🔎 旅游收入', '旅游收入 · figures-of-year 2023 · kind-actual'])
    expect(lines.filter((line) => /^\d/u.test(line)).map((line) => line.replace(/\s+/gu, ' '))).toEqual([
      '1 1县 1亿元',
      '2 2县 2亿元',
    ])
    const one = told(answerOf([row(), row({ year: 2022 })]))
    expect(one.lines[1]).toMatch(/^甲县 · 旅游收入/u)
  })

  it('has ten figures a page, numbered over the pages', () => {
    const answer = answerOf(places(11))
    const [first, second] = [told(answer), told(answer, { offset: 10 })]
    const numbers = ({ lines }: ReturnType<typeof told>): string[] =>
      lines.flatMap((line) => /^\s*(\d+) /u.exec(line)?.[1] ?? [])
    expect(numbers(first)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    expect(numbers(second)).toEqual(['11'])
    expect(second.rows[0]).toBe('11')
    expect(told(answerOf(places(10))).rows).toHaveLength(first.rows.length - 1)
  })

  it.each<[string, FiguresAnswer, Partial<ViewState>, string, boolean]>([
    [
      'that the years differ',
      answerOf([row(), row({ place: '乙县', year: 2022 })], {}, { order: {} }),
      {},
      'figures-years-differ',
      true,
    ],
    [
      'nothing of the years where no order is asked for',
      answerOf([row(), row({ place: '乙县', year: 2022 })]),
      {},
      'figures-years-differ',
      false,
    ],
    [
      'nothing of one place',
      answerOf([row(), row({ year: 2022 })], {}, { order: {} }),
      {},
      'figures-years-differ',
      false,
    ],
    ['nothing of one year', answerOf(places(2), {}, { order: {} }), {}, 'figures-years-differ', false],
    [
      'that other years are told',
      answerOf(places(2)),
      { query: '2019年旅游收入' },
      'figures-other-years 2019',
      true,
    ],
    [
      'nothing of the year that is',
      answerOf(places(2)),
      { query: '2023年旅游收入' },
      'figures-other-years 2023',
      false,
    ],
    [
      'nothing of a range',
      answerOf(places(2)),
      { query: '2018到2019年旅游收入' },
      'figures-other-years',
      false,
    ],
    ['what is lacking', answerOf(places(2), { lacking: 'change' }), {}, 'figures-no-change', true],
    [
      'who is silent',
      answerOf(places(2), { absent: [silent('丙县')] }),
      {},
      'figures-silent 旅游收入 figures-silent-place 丙县 2023',
      true,
    ],
    [
      'who states another kind alone',
      answerOf(places(2), { absent: [silent('丙县')], only: 'actual' }),
      {},
      'figures-silent 旅游收入kind-actual figures-silent-place 丙县 2023',
      true,
    ],
    [
      'who says it otherwise',
      answerOf(places(2), { otherwise: [silent('丙县')] }),
      {},
      'figures-otherwise 旅游收入 figures-silent-place 丙县 2023',
      true,
    ],
    [
      'which figure is of a part',
      answerOf([row({ name: '国内旅游收入' }), row({ place: '乙县' })]),
      {},
      'figures-part 甲县 2023 国内旅游收入',
      true,
    ],
    ['nothing of parts where there are none', answerOf(places(2)), {}, 'figures-part', false],
    [
      'what was printed in another unit',
      answerOf([row(), row({ place: '乙县' }), row({ place: '丙县', value: '5000', unit: '万元' })]),
      {},
      'figures-converted',
      true,
    ],
    ['nothing of units where all are alike', answerOf(places(2)), {}, 'figures-converted', false],
  ])('says %s', (_what, answer, state, line, isSaid) => {
    expect(told(answer, state).lines.some((one) => one.startsWith(line))).toBe(isSaid)
  })

  it('offers the passages, a chart where one can be drawn, and the page of the table', () => {
    expect(told(answerOf(places(2))).rows.at(-1)).toBe('button-results button-chart button-csv button-page')
    const mixed = answerOf([row(), row({ place: '乙县', unit: '人' })])
    expect(told(mixed).rows.at(-1)).toBe('button-results button-csv button-page')
    const narrowing = { by: 'place', value: '甲县' } as const
    expect(told(answerOf(places(2)), { narrowing }).rows.at(-1)).toBe(
      'button-results button-chart button-csv',
    )
  })

  it.each([
    [998, true],
    [999, false],
  ])(
    'has no page for a question of %d letters: an address has a thousand with what stands before it',
    (length, isThere) => {
      const { rows } = told(answerOf(places(2)), { query: 'a'.repeat(length) })
      expect(rows.at(-1)?.includes('button-page')).toBe(isThere)
    },
  )
})

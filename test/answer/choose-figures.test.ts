/** Which of one place's figures a question asks for: whose, of which year, done or planned, of what period, size or growth. */
import { describe, expect, it } from 'vitest'
import { chooseFigures } from '../../src/answer/figures/choose-figures.ts'
import type { FigureQuestion } from '../../src/answer/figures/figure-question.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { ReportSummary, StatedFigure } from '../../src/search/backend.ts'
import { NO_FILTERS } from '../../src/search/filter.ts'

/** Of these the last names neither the year that it reviews nor the one that it plans. */
const REPORTS = [2024, 2023, 2022].map((year) => ({
  id: `jia-${year}`,
  place: '甲县',
  year,
  reviews: year === 2022 ? null : year - 1,
  plans: year === 2022 ? null : year,
  date: '',
})) as unknown as ReportSummary[]

type Made = Partial<Figure> & { readonly of?: number; readonly text?: string }

/** A result of 2023 that the newest report states, but for what is said otherwise. */
function stated(value: string, { of = 2024, text = `投资${value}亿元`, ...fields }: Made = {}): StatedFigure {
  const start = text.indexOf(value)
  const figure = {
    indicator: '旅游收入',
    name: '旅游收入',
    kind: 'actual',
    year: 2023,
    value,
    unit: '亿元',
    change: null,
    subject: null,
    scope: null,
    quote: text,
    start,
    end: start + value.length,
    numbers: [[start, start + value.length]],
    ...fields,
  }
  return { figure, passage: { text }, report: REPORTS.find(({ year }) => year === of) } as StatedFigure
}

interface Asked extends Partial<Omit<FigureQuestion, 'years'>> {
  readonly told?: FigureQuestion['years']
  readonly named?: readonly number[]
  readonly range?: readonly [from: number, to: number]
}

function valuesOf(
  made: readonly StatedFigure[],
  { told = null, named = [], range, ...fields }: Asked = {},
  reports: readonly ReportSummary[] = REPORTS,
): (string | null)[] {
  const years = [
    ...named.map((year) => ({ from: year, to: year })),
    ...(range === undefined ? [] : [{ from: range[0], to: range[1] }]),
  ]
  const asked = {
    query: { text: '', named: [], filters: NO_FILTERS, preferences: { places: [], years } },
    kind: null,
    measure: null,
    order: null,
    threshold: null,
    sign: null,
    years: told,
    lastYears: null,
    scopes: [],
    words: [],
    runs: [],
    isBySubject: false,
    ranksSubjects: false,
    ...fields,
  } as unknown as FigureQuestion
  return chooseFigures(made, reports, asked).map(({ figure }) => figure.value)
}

const ORDER = { by: null, isDescending: true, first: null }

describe('the year', () => {
  const made = [
    stated('1', { year: 2021, of: 2022 }),
    stated('2', { year: 2022, of: 2023 }),
    stated('3'),
    stated('4', { year: 2024, kind: 'target' }),
    stated('5', { year: 2022, kind: 'target', of: 2022 }),
  ]

  it.each<[string, Asked, readonly string[]]>([
    ['none: the last result and the plan', {}, ['3', '4']],
    ['this one', { told: 'this' }, ['4']],
    ['the next one', { told: 'next' }, []],
    ['the last one', { told: 'last' }, ['3']],
    ['the one before the last', { told: 'before-last' }, ['2']],
    ['all', { told: 'all' }, ['1', '2', '3', '4']],
    ['all targets', { told: 'all', kind: 'target' }, ['5', '4']],
    ['the last two', { told: 'all', lastYears: 2 }, ['2', '3']],
    ['one that is named', { named: [2021] }, ['1']],
    ['one that is named, its target', { named: [2022], kind: 'target' }, ['5']],
    ['those from one to another', { range: [2021, 2022] }, ['1', '2']],
    ['those of a hundred years and one', { range: [1921, 2021] }, ['1']],
    ['but of no more', { range: [1920, 2021] }, []],
    ['each once', { named: [2021, 2021] }, ['1']],
  ])('asked about is %s', (_what, asked, values) => {
    expect(valuesOf(made, asked)).toEqual(values)
  })

  it('planned next is the one behind that which the newest report plans', () => {
    const next = [stated('6', { year: 2025, kind: 'target' })]
    expect(valuesOf(next, { told: 'next' })).toEqual(['6'])
    expect(valuesOf([stated('6', { year: 2026, kind: 'target' })], { told: 'next' })).toEqual([])
  })

  it('is counted from that of the report where it does not say which it reviews or plans', () => {
    const bare = REPORTS.slice(2)
    const old = [
      stated('1', { year: 2020, of: 2022 }),
      stated('2', { year: 2021, of: 2022 }),
      stated('3', { year: 2022, of: 2022, kind: 'target' }),
    ]
    expect(valuesOf(old, { told: 'before-last' }, bare)).toEqual(['1'])
    expect(valuesOf(old, { told: 'last' }, bare)).toEqual(['2'])
    expect(valuesOf(old, { told: 'this' }, bare)).toEqual(['3'])
    expect(valuesOf(old, { told: 'all' }, bare)).toEqual(['2', '3'])
    expect(valuesOf(old, {}, bare)).toEqual(['2', '3'])
  })

  it('told by nobody is that of the newest report which states any, the nearest to its own', () => {
    const [early, late] = [2019, 2020].map((year) => stated(`${year}`, { year, of: 2023 }))
    const [next, later] = [2025, 2026].map((year) => stated(`${year}`, { year, of: 2023, kind: 'target' }))
    const older = stated('1', { year: 2021, of: 2022 })
    expect(valuesOf([early, late, older] as StatedFigure[])).toEqual(['2020'])
    expect(valuesOf([late, older] as StatedFigure[])).toEqual(['2020'])
    expect(valuesOf([later, next] as StatedFigure[])).toEqual(['2025'])
  })

  it('is told by the report of its own, else by the newest that tells of it', () => {
    const own = stated('1', { year: 2022, of: 2023 })
    const passing = stated('2', { year: 2022, of: 2024 })
    const before = stated('3', { year: 2022, of: 2022 })
    const planned = stated('4', { year: 2024, of: 2023, kind: 'target' })
    expect(valuesOf([passing, own], { named: [2022] })).toEqual(['1'])
    expect(valuesOf([before, passing], { named: [2022] })).toEqual(['2'])
    expect(valuesOf([planned, stated('5', { year: 2024, kind: 'target' })], { told: 'this' })).toEqual(['5'])
  })
})

describe('results and targets', () => {
  const both = [stated('1', { year: 2023 }), stated('2', { year: 2023, kind: 'target', of: 2023 })]
  it.each<[string, Asked, readonly string[]]>([
    ['both where both are asked for', { kind: 'both', named: [2023] }, ['1', '2']],
    ['the one that is asked for', { kind: 'target', named: [2023] }, ['2']],
    ['the result of a year that is named', { named: [2023] }, ['1']],
    ['the result where they are put in order', { order: ORDER }, ['1']],
    ['the result where one falls or rises', { sign: 1 }, ['1']],
    ['both where things are put in order', { order: ORDER, ranksSubjects: true }, ['1', '2']],
    ['both where nothing is said', {}, ['1', '2']],
  ])('are %s', (_what, asked, values) => {
    expect(valuesOf(both, asked)).toEqual(values)
  })

  it('stand in for each other where the one is not told', () => {
    expect(valuesOf(both.slice(1), { named: [2023] })).toEqual(['2'])
    expect(valuesOf([stated('1', { year: 2024 })], { told: 'this' })).toEqual(['1'])
    expect(valuesOf(both.slice(1), { kind: 'actual', named: [2023] })).toEqual([])
  })
})

describe('whose it is', () => {
  const own = stated('1')
  const park = stated('2', { subject: '工业园区' })
  const port = stated('3', { text: '口岸实现收入3亿元' })
  const visits = stated('4', { text: '游客4万人次，花费5亿元', unit: '万人次' })
  it.each<[string, Asked, readonly string[]]>([
    ['the place itself', {}, ['1', '3', '4']],
    ['all where things are asked for', { isBySubject: true }, ['1', '2', '3', '4']],
    ['that which the words name', { words: ['工业园区'] }, ['2']],
    ['that of whose clause they are', { words: ['口岸'] }, ['3']],
    ['no number of heads where the clause says what they paid', { words: ['花费'] }, []],
    ['nobody whom no clause names', { words: ['学校'] }, []],
    ['not one that has only one of the words', { words: ['口岸', '学校'] }, []],
  ])('is %s', (_what, asked, values) => {
    expect(valuesOf([own, park, port, visits], asked)).toEqual(values)
  })

  it('is a part of it only where the whole is not told of that year', () => {
    const part = { name: '限额以上社会消费品零售总额' }
    const before = stated('7', { ...part, year: 2022, of: 2023 })
    expect(valuesOf([stated('6', part), own])).toEqual(['1'])
    expect(valuesOf([stated('6', part), stated('8', { kind: 'target', year: 2024 })])).toEqual(['6', '8'])
    expect(valuesOf([before, own], { named: [2022] })).toEqual(['7'])
  })

  it('is one alone where things are put in order', () => {
    const ranks = { ranksSubjects: true, isBySubject: true }
    const far = '，'.repeat(15)
    const told: readonly [string, boolean][] = [
      ['实施重大项目116个，总投资9亿元', false],
      ['总投资9亿元的48个项目', false],
      ['12家企业投资9亿元', false],
      ['完成48个。大桥投资9亿元', true],
      ['完成48个；大桥投资9亿元', true],
      ['大桥投资9亿元，12家企业得益', true],
      ['大桥投资9亿元。12家企业得益', true],
      ['增长2个百分点，大桥投资9亿元', true],
      // 24 characters before it, and behind it.
      [`1个${far}大桥的总投资额9亿元`, false],
      [`1个${far}一大桥的总投资额9亿元`, true],
      [`9${'亿'.repeat(22)}1个`, false],
      [`9${'亿'.repeat(23)}1个`, true],
    ]
    for (const [text, isOne] of told)
      expect(valuesOf([stated('9', { text })], ranks), text).toEqual(isOne ? ['9'] : [])
  })
})

describe('the period', () => {
  const whole = stated('1')
  const half = stated('2', { scope: '上半年' })
  const five = stated('3', { scope: '五年累计' })
  const said = stated('4', { text: '上半年投资4亿元' })
  const ahead = { year: 2028, kind: 'target', scope: '未来五年' } as const
  const until = stated('6', { ...ahead, text: '收入达到6亿元' })
  const sum = stated('7', { ...ahead, indicator: '新增收入', text: '新增收入达到7亿元' })
  const planned = stated('5', { year: 2020, of: 2022, text: '投资5亿元' })
  it.each<[string, readonly StatedFigure[], Asked, readonly string[]]>([
    ['the year as a whole', [whole, half, five], {}, ['1']],
    ['any, where the whole year is not told', [half, five], {}, ['2', '3']],
    ['none of several years where one is named', [half, five], { named: [2023] }, ['2']],
    ['none of several years with figures', [half, stated('3', { scope: '5年' })], { named: [2023] }, ['2']],
    ['that in whose last year it is reached', [until], { named: [2028] }, ['6']],
    ['none in whose last year it is summed up', [sum], { named: [2028] }, []],
    ['that which is asked for', [whole, half, five], { scopes: ['上半年'] }, ['2']],
    ['one of those that are asked for', [whole, half, five], { scopes: ['下半年', '五年'] }, ['3']],
    ['that of years that are told otherwise', [whole, five], { scopes: ['过去五年'] }, ['3']],
    ['that of the clause', [whole, said], { scopes: ['上半年'] }, ['4']],
    ['that of the figure before that of the clause', [said, half], { scopes: ['上半年'] }, ['2']],
    // 前三季度 and 前三个季度 begin alike.
    ['that which begins alike', [whole, stated('6', { scope: '前三季度' })], { scopes: ['前三个月'] }, ['6']],
    ['none that only ends alike', [whole, stated('6', { scope: '本三季度' })], { scopes: ['前三季度'] }, []],
    ['none where it is not told', [whole, five], { scopes: ['上半年'] }, []],
    ['the last year of a plan that is not named', [planned, whole], { scopes: ['十三五'] }, ['5']],
  ])('is %s', (_what, made, asked, values) => {
    expect(valuesOf(made, asked)).toEqual(values)
  })
})

describe('size and growth', () => {
  const size = stated('1')
  const both = stated('2', { change: '+5%', indicator: '游客' })
  const growth = { ...size, figure: { ...size.figure, value: null, unit: null, change: '+5%' } }
  it.each<[string, readonly StatedFigure[], Asked, readonly (string | null)[]]>([
    ['either where nothing is said', [size, both], {}, ['1', '2']],
    ['that which is asked for', [size, both], { measure: 'change' }, ['2']],
    ['the other where it is not told', [size], { measure: 'change' }, ['1']],
    ['the size', [growth, both], { measure: 'value' }, ['2']],
  ])('are %s', (_what, made, asked, values) => {
    expect(valuesOf(made, asked)).toEqual(values)
  })
})

it('shows a figure that is said twice once, with its growth where one of them has it', () => {
  const plain = stated('1')
  const grown = stated('1', { change: '+5%' })
  const kept = (...made: StatedFigure[]): (string | null)[] =>
    chooseFiguresOf(made).map(({ figure }) => figure.change)
  const chooseFiguresOf = (made: StatedFigure[]): readonly StatedFigure[] =>
    chooseFigures(made, REPORTS, {
      query: { text: '', named: [], filters: NO_FILTERS, preferences: { places: [], years: [] } },
      kind: 'actual',
      measure: null,
      years: null,
      scopes: [],
      words: [],
    } as unknown as FigureQuestion)
  expect(kept(plain, grown)).toEqual(['+5%'])
  expect(kept(grown, plain)).toEqual(['+5%'])
  expect(kept(grown, stated('1', { change: '+6%' }))).toEqual(['+5%'])
  expect(kept(plain, plain)).toEqual([null])
  // Growth alone is another figure where it is another growth.
  const alone = (change: string): StatedFigure => ({
    ...plain,
    figure: { ...plain.figure, value: null, unit: null, change },
  })
  expect(kept(alone('+5%'), alone('+6%'), alone('+5%'))).toEqual(['+5%', '+6%'])
  expect(kept(plain, stated('2'))).toHaveLength(2)
})

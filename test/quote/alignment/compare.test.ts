/** Of several places the one that a quote stands in, and the stretches of reports that it is looked for in. */
import { describe, expect, it } from 'vitest'
import {
  findClosest,
  findVerbatim,
  isSimilar,
  locate,
  openContexts,
} from '../../../src/quote/alignment/compare.ts'
import { readQuote } from '../../../src/quote/alignment/exact.ts'
import { unitText } from '../../../src/quote/alignment/units.ts'
import { passageContext, type QuoteContext } from '../../../src/quote/context.ts'
import type { ReportSummary } from '../../../src/search/backend.ts'
import { report, smallSearcher } from '../small-searcher.ts'

const quoteOf = (text: string) => readQuote(unitText(text))
/** Each text is the only paragraph of a report of its own: r0, r1, … */
const contextsOf = (...texts: readonly string[]): QuoteContext[] =>
  texts.map((text, at) => {
    const [passage] = report(`r${at}`, {}, `# 政府工作报告\n\n${text}`).passages
    if (passage === undefined) throw new Error('no passage')
    return passageContext(passage, { id: `r${at}` } as ReportSummary)
  })
const verbatim = (typed: string, texts: readonly string[], named = '') =>
  findVerbatim(quoteOf(typed), contextsOf(...texts), ({ id }) => id === named)

describe('findVerbatim', () => {
  it.each([
    ['the first of equal ones', '修路三条', ['修路三条。', '修路三条。'], '', 'r0'],
    ['that of the report that is named', '修路三条', ['修路三条。', '修路三条。'], 'r1', 'r1'],
    ['one that cuts no qualifier', '修路5条', ['修路5条以上。', '修路5条。'], '', 'r1'],
    ['the named one before that', '修路5条', ['修路5条以上。', '修路5条。'], 'r0', 'r0'],
    ['one that leaves out less', '修路…三条', ['修路六里，造林三条。', '修路，三条。'], '', 'r1'],
    ['one without a qualifier before that', '修路…5条', ['修路，5条以上。', '修路六里，造林5条。'], '', 'r1'],
    ['one that is printed as typed', '修路ABC', ['修路abc。', '修路ABC。'], '', 'r1'],
    ['one that leaves out less before that', '修路…ABC', ['修路多多ABC。', '修路多abc。'], '', 'r1'],
  ])('takes %s', (_, typed, texts, named, id) => {
    expect(verbatim(typed, texts, named)?.hit.report.id).toBe(id)
    // Whichever comes first.
    const other = verbatim(typed, [...texts].reverse(), named === 'r0' ? 'r1' : named === 'r1' ? 'r0' : '')
    if (id === 'r1' && named === '') expect(other?.hit.report.id).toBe('r0')
  })

  it('tells the other places', () => {
    expect(
      verbatim('修路三条', ['修路三条。', '造林。', '修路三条多。'])?.others.map(({ report: { id } }) => id),
    ).toEqual(['r2'])
    expect(verbatim('修路四条', ['修路三条。'])).toBeNull()
  })

  it.each([
    ['5%', '增长15%。', '15%'],
    ['增长1', '增长15%。', '15%'],
    ['15%', '增长15%。', null],
    ['5', '15', '15'],
    ['1', '15', '15'],
    ['长1', '15，长15.5亿', '15.5'],
    ['15', '15', null],
    ['亿元以上', '10亿元以上', '10亿'],
    ['长15', '长15万米', '15万'],
    ['长15万', '长15万米', null],
  ])('tells that %s cuts a figure of %s: %s', (typed, text, figure) => {
    expect(verbatim(typed, [text])?.cutFigure ?? null).toBe(figure)
  })

  it.each([
    ['增长5%', '增长5%以上。', '以上'],
    ['5%', '约5%。', '约'],
    ['5%…6%', '约5%，到6%左右。', '左右'],
    ['5%…6%', '约5%，到6%。', '约'],
    ['增长5%', '增长5%。', null],
  ])('tells that %s cuts off a qualifier of %s: %s', (typed, text, qualifier) => {
    expect(verbatim(typed, [text])?.cutQualifier ?? null).toBe(qualifier)
  })
})

describe('findClosest', () => {
  it('takes the place that is the most alike, the first of equal ones', () => {
    const closest = (typed: string, ...texts: string[]) => findClosest(quoteOf(typed), contextsOf(...texts))
    expect(closest('全县粮食丰收增产', '全县粮食歉收减产', '全县粮食歉收增产')?.hit.report.id).toBe('r1')
    expect(closest('全县粮食丰收增产', '全县粮食歉收增产', '全县粮食歉收减产')?.hit.report.id).toBe('r0')
    expect(closest('全县粮食丰收增产', '全县粮食歉收增产', '全县粮食丰收减产')?.hit.report.id).toBe('r0')
    expect(closest('全县粮食丰收增产', '修路造林')).toBeNull()
  })

  it('is six tenths alike at the least, or as much as is asked for', () => {
    const alike = (least?: number) =>
      findClosest(quoteOf('甲乙丙丁戊'), contextsOf('甲乙丙子丑'), least)?.similarity ?? null
    expect(alike()).toBeCloseTo(0.6)
    expect(alike(0.6)).toBeCloseTo(0.6)
    expect(alike(0.61)).toBeNull()
    expect(findClosest(quoteOf('甲乙丙丁戊'), contextsOf('甲乙子丑寅'))).toBeNull()
    expect(findClosest(quoteOf('甲乙丙丁戊'), contextsOf('甲乙子丑寅'), 0)?.similarity).toBeCloseTo(0.4)
  })
})

describe('openContexts', () => {
  const paragraphs = Array.from({ length: 9 }, (_, at) => `第${'一二三四五六七八九'[at]}段。`)
  const made = report(
    'yunling-2024',
    {},
    `# 政府工作报告\n\n## 全力抓好粮食生产\n\n${paragraphs.slice(0, 5).join('\n\n')}\n\n## 大力推进道路建设\n\n${paragraphs.slice(5).join('\n\n')}`,
  )
  const summary = { id: 'yunling-2024' } as ReportSummary
  const open = async (typed: string, ...numbers: number[]): Promise<string[]> => {
    const places = numbers.flatMap((number) => {
      const passage = made.passages[number - 1]
      return passage === undefined ? [] : [{ passage, report: summary }]
    })
    const contexts = await openContexts(smallSearcher([made]), quoteOf(typed), places)
    return contexts.map(({ segments }) => {
      const numbersOf = segments.map(({ passage }) => passage.paragraph)
      return `${numbersOf[0]}-${numbersOf.at(-1)}`
    })
  }

  it('reaches as far as the quote is long, and without end where words are left out', async () => {
    expect(await open('甲乙', 4)).toEqual(['3-5'])
    expect(await open('甲乙丙丁戊己', 4)).toEqual(['2-6'])
    expect(await open('甲…乙', 4)).toEqual(['1-9'])
  })

  it('opens what is covered once', async () => {
    expect(await open('甲乙', 4, 4)).toEqual(['3-5'])
    expect(await open('甲乙', 3, 4)).toEqual(['2-4', '3-5'])
    expect(await open('甲乙丙丁戊己', 4, 5)).toEqual(['2-6'])
  })

  it.each([
    ['全力抓好粮食生产', 5, 1],
    ['全力抓好粮食产业', 5, 1],
    ['粮食', 5, 1],
    ['甲乙', 5, 4],
    ['大力推进道路建设', 9, 3],
    ['大力推进道路建设', 5, 2],
    ['全力抓好粮食生产', 9, 6],
  ])(
    'for %s at paragraph %i begins at %i, where it is like the heading above',
    async (typed, number, from) => {
      expect((await open(typed, number))[0]?.split('-')[0]).toBe(`${from}`)
    },
  )

  it('passes over a report that is gone', async () => {
    const [passage] = made.passages
    if (passage === undefined) throw new Error('no passage')
    const gone = { passage, report: { id: 'none' } as ReportSummary }
    expect(await openContexts(smallSearcher([made]), quoteOf('甲'), [gone])).toEqual([])
  })
})

it('says how much alike a text has to be', () => {
  expect(isSimilar(quoteOf('甲乙丙丁戊'), '甲乙丙子丑', 0.6)).toBe(true)
  expect(isSimilar(quoteOf('甲乙丙丁戊'), '甲乙丙子丑', 0.61)).toBe(false)
  expect(isSimilar(quoteOf('甲乙'), '子丑', 0.5)).toBe(false)
  expect(isSimilar(quoteOf('甲乙'), '乙甲', 0.9)).toBe(false)
})

it('tells each part of a place as a match of its passage', () => {
  const [context] = contextsOf('修路三条，造林两亩。')
  if (context === undefined) throw new Error('no context')
  const { hit, range } = locate(context, [
    [0, 2],
    [5, 7],
  ])
  expect(range).toEqual([0, 2])
  expect(hit).toMatchObject({ score: 1 })
  expect(hit.matches).toEqual([
    { range: [0, 2], weight: 1, term: 0 },
    { range: [5, 7], weight: 1, term: 0 },
  ])
  expect(() => locate(context, [])).toThrow('no paragraph of r0')
})

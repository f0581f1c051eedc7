/** Which chart an answer becomes, and which sentences a card shows. */
import { describe, expect, it } from 'vitest'
import { answerFigures, type FiguresAnswer } from '../../src/answer/figures/answer-figures.ts'
import { countPhrase } from '../../src/counts/count.ts'
import { trendOf } from '../../src/counts/trend.ts'
import type { BarChart, LineChart } from '../../src/pictures/chart.ts'
import { countChart } from '../../src/pictures/count-chart.ts'
import { extractsOf, isPart } from '../../src/pictures/extract.ts'
import { figureChart } from '../../src/pictures/figure-chart.ts'
import { cardLabels } from '../../src/pictures/labels.ts'
import type { StatedFigure } from '../../src/search/backend.ts'
import { keyText as labels } from '../key-text.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

/** A report of a place and a year with what it says of the year before and plans for its own. */
const said = (place: string, year: number, done: string, planned = '') =>
  report(`p${place.codePointAt(0)}-${year}`, { place, level: '县', year, reviews: year - 1, plans: year }, [
    `## ${year - 1}年工作回顾`,
    done,
    ...(planned === '' ? [] : [`## ${year}年工作安排`, planned]),
  ])

async function chartOf(reports: Parameters<typeof openSmallCorpus>[0], question: string) {
  const searcher = await openSmallCorpus(reports)
  return figureChart((await answerFigures(searcher, question)) as FiguresAnswer, labels)
}

describe('figures', () => {
  const three = ['甲县', '乙县', '丙县'].map((place, index) =>
    said(place, 2023, `旅游收入${index + 2}.5亿元。`),
  )

  it('of many places and one year are bars, the numbers as printed', async () => {
    const chart = (await chartOf(three, '各县2022年旅游收入')) as BarChart
    expect(chart).toMatchObject({
      form: 'bars',
      title: '旅游收入',
      subtitle: 'figures-of-year 2022 · kind-actual',
      notes: ['chart-source'],
      kinds: { actual: 'kind-actual', target: 'kind-target' },
      name: 'picture-name',
    })
    expect(chart.bars.map(({ label, amount, text }) => [label, amount, text]).sort()).toEqual([
      ['丙县', 4.5, '4.5亿元'],
      ['乙县', 3.5, '3.5亿元'],
      ['甲县', 2.5, '2.5亿元'],
    ])
    expect(chart.bars.some(({ isTarget }) => isTarget)).toBe(false)
  })

  it('of one place over three years are a line, results and targets, the later report right', async () => {
    const years = [2021, 2022, 2023].map((year) =>
      said('甲县', year, `旅游收入${year - 2018}亿元。`, `力争旅游收入达到${year - 2016}亿元。`),
    )
    const chart = (await chartOf(years, '甲县历年旅游收入')) as LineChart
    expect(chart).toMatchObject({ form: 'lines', title: '甲县 · 旅游收入', subtitle: 'chart-unit 亿元' })
    const [only, ...others] = chart.series
    expect(others).toEqual([])
    expect(only?.name).toBe('甲县')
    expect(only?.points.map(({ year, amount, isTarget }) => [year, amount, isTarget])).toEqual([
      [2020, 3, false],
      [2021, 4, false],
      [2022, 5, false],
      [2023, 7, true],
    ])
  })

  it.each([
    ['9999.9万元', '9999.9', '万元'],
    ['1亿元', '1', '亿元'],
    ['0.9999万元', '9999', '元'],
    ['1万元', '1', '万元'],
  ])('have an axis in the unit in which %s is %s %s', async (most, amount, unit) => {
    const years = [2021, 2022, 2023].map((year) =>
      said('甲县', year, `旅游收入${year === 2023 ? most : '0.5万元'}。`),
    )
    const chart = (await chartOf(years, '甲县历年旅游收入')) as LineChart
    expect(chart.subtitle).toContain(`chart-unit ${unit}`)
    expect(chart.series[0]?.points.at(-1)?.amount).toBeCloseTo(Number(amount))
  })

  it('of one place over two years are bars, each with its year', async () => {
    const years = [2022, 2023].map((year) => said('甲县', year, `旅游收入${year - 2018}亿元。`))
    const chart = (await chartOf(years, '甲县历年旅游收入')) as BarChart
    expect([chart.form, chart.title]).toEqual(['bars', '甲县 · 旅游收入'])
    expect(chart.bars.map(({ label }) => label).sort()).toEqual([
      'figures-of-year 2021',
      'figures-of-year 2022',
    ])
  })

  it('of which there is but one, or which are not of one kind of number, are none', async () => {
    expect(await chartOf(three.slice(0, 1), '甲县旅游收入')).toBeNull()
  })

  it.each([
    [24, []],
    [25, ['chart-more 1']],
    [27, ['chart-more 3']],
  ])('more than fit are left out, and their number is told: %d', async (length, more) => {
    const many = Array.from({ length }, (_, index) =>
      said(`${String.fromCodePoint(0x4e00 + index)}山县`, 2023, `旅游收入${index + 2}亿元。`),
    )
    const chart = (await chartOf(many, '各县旅游收入')) as BarChart
    expect(chart.bars).toHaveLength(24)
    expect(chart.notes).toEqual(['chart-source', ...more])
  })

  /** Of a place and a year as a report of another year states it. */
  const stated = (place: string, year: number, value: string, of: number, kind = 'actual') =>
    ({
      figure: {
        indicator: '旅游收入',
        year,
        kind,
        value,
        unit: '元',
        bound: 'exact',
        change: null,
        subject: null,
        scope: null,
      },
      report: { place, year: of },
    }) as unknown as StatedFigure
  const linesOf = (rows: readonly StatedFigure[]): LineChart =>
    figureChart({ rows, indicator: '旅游收入' } as unknown as FiguresAnswer, labels) as LineChart

  it('are joined in the order of the years, of each what the latest report states, results before targets', () => {
    const chart = linesOf([
      stated('甲县', 2023, '7', 2023, 'target'),
      stated('甲县', 2023, '6', 2024),
      stated('甲县', 2021, '3', 2023),
      stated('甲县', 2021, '2', 2022),
      stated('甲县', 2022, '4', 2023),
      stated('甲县', 2022, '5', 2023),
    ])
    expect(chart.series[0]?.points.map(({ year, text, isTarget }) => [year, text, isTarget])).toEqual([
      [2021, '3元', false],
      [2022, '5元', false],
      [2023, '6元', false],
      [2023, '7元', true],
    ])
    // Two that are corrected are left out.
    expect(chart.notes).toEqual(['chart-source', 'chart-more 2'])
  })

  it.each([
    [6, []],
    [7, ['chart-more 3']],
  ])('of %d places are six lines at most', (length, more) => {
    const rows = Array.from({ length }, (_, index) =>
      [2021, 2022, 2023].map((year) => stated(`${index}县`, year, '3', year + 1)),
    ).flat()
    const chart = linesOf(rows)
    expect([chart.series.length, chart.notes]).toEqual([6, ['chart-source', ...more]])
  })
})

describe('counts', () => {
  const chartOfPhrases = async (reports: Parameters<typeof openSmallCorpus>[0], ...phrases: string[]) => {
    const { backend } = await openSmallCorpus(reports)
    return countChart(
      await Promise.all(phrases.map(async (one) => trendOf(await countPhrase(backend, one)))),
      labels,
    )
  }

  it('over three years are a line a phrase, years of few reports marked', async () => {
    const reports = [2021, 2022, 2023].map((year) => said('甲县', year, '绿水青山。'.repeat(year - 2020)))
    const chart = (await chartOfPhrases(reports, '绿水', '青山', '没有')) as LineChart
    expect(chart).toMatchObject({
      form: 'lines',
      title: '绿水、青山',
      subtitle: 'chart-rate',
      notes: ['chart-source', 'trend-thin'],
      markedYears: [2021, 2022, 2023],
      kinds: null,
    })
    expect(chart.series.map(({ name }) => name)).toEqual(['绿水', '青山'])
    for (const { points } of chart.series)
      for (const { amount, text, isTarget } of points) {
        expect([text, isTarget]).toEqual([amount.toFixed(2), false])
        expect(amount).toBeGreaterThan(0)
      }
  })

  it('say of years of few reports that these are few, and of others nothing', async () => {
    const count = { phrase: '绿水', total: 9, reports: [], without: [] }
    const notesOf = (...reports: number[]): readonly string[] | undefined =>
      countChart(
        [
          {
            count,
            years: reports.map((many, index) => ({ year: 2021 + index, reports: many, per10000: 1 })),
          },
        ] as never,
        labels,
      )?.notes
    expect(notesOf(90, 90, 90)).toEqual(['chart-source'])
    expect(notesOf(90, 1, 90)).toEqual(['chart-source', 'trend-thin'])
  })

  it('of fewer years are bars by report, the most first, those that never say it too', async () => {
    const reports = [
      said('甲县', 2023, '绿水。'),
      said('乙县', 2023, '绿水，绿水。'),
      said('丙县', 2022, '青山。'),
    ]
    const chart = (await chartOfPhrases(reports, '绿水')) as BarChart
    expect(chart).toMatchObject({
      form: 'bars',
      title: '绿水',
      subtitle: 'chart-times',
      notes: ['chart-source'],
    })
    expect(chart.bars.map(({ label, amount, text }) => [label, amount, text])).toEqual([
      ['乙县 2023', 2, '2'],
      ['甲县 2023', 1, '1'],
      ['丙县 2022', 0, '0'],
    ])
  })

  it('that are none, of one report, or of two phrases in few years, are no chart', async () => {
    const reports = [said('甲县', 2023, '绿水。'), said('乙县', 2023, '绿水青山。')]
    expect(await chartOfPhrases(reports, '没有')).toBeNull()
    expect(await chartOfPhrases(reports, '绿水', '青山')).toBeNull()
    expect(await chartOfPhrases(reports.slice(1), '绿水')).toBeNull()
    expect(await chartOfPhrases(reports, '青山')).not.toBeNull()
  })

  it('more than fit are left out, and their number is told', async () => {
    const many = Array.from({ length: 26 }, (_, index) =>
      said(`${String.fromCodePoint(0x4e00 + index)}山县`, 2023, '绿水。'),
    )
    const chart = (await chartOfPhrases(many, '绿水')) as BarChart
    expect([chart.bars.length, chart.notes]).toEqual([24, ['chart-source', 'chart-more 2']])
  })
})

it('names one sentence of a card, or the first and the last', () => {
  const { extract } = cardLabels(labels)
  const told = (first: number, last: number): string => extract({ range: [0, 1], first, last, count: 8 })
  expect([told(2, 2), told(2, 3)]).toEqual(['card-sentence 2 8', 'card-sentences 2 3 8'])
})

describe('the sentences of a card', () => {
  const text = '一一。二二。三三。'
  const told = (...pointed: [number, number][]) =>
    [...extractsOf(text, pointed)].map((one) => [text.slice(...one.range), one.first, one.last, isPart(one)])

  it('are all, or else as many from the start as find room', () => {
    expect(told()).toEqual([
      ['一一。二二。三三。', 1, 3, false],
      ['一一。二二。', 1, 2, true],
      ['一一。', 1, 1, true],
    ])
  })

  it.each<[string, [number, number][], unknown[]]>([
    ['one', [[4, 5]], ['二二。', 2, 2, true]],
    ['one, at its very ends', [[3, 6]], ['二二。', 2, 2, true]],
    ['two', [[2, 4]], ['一一。二二。', 1, 2, true]],
    [
      'the first and the last',
      [
        [7, 8],
        [0, 1],
      ],
      ['一一。二二。三三。', 1, 3, false],
    ],
  ])('are those that are pointed at: %s', (_what, pointed, expected) => {
    expect(told(...pointed)).toEqual([expected])
  })
})

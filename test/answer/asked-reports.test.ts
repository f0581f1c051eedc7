/** Whose figures a question asks for, and in which order. */
import { expect, it } from 'vitest'
import { askedReports } from '../../src/answer/figures/asked-reports.ts'
import type { FigureQuestion } from '../../src/answer/figures/figure-question.ts'
import { PROVINCIAL } from '../../src/corpus/rank.ts'
import type { ReportSummary } from '../../src/search/backend.ts'
import { NO_FILTERS } from '../../src/search/filter.ts'

const report = (place: string, level: string, year: number, date = '') =>
  ({
    id: `${place}${year}${date}`,
    place,
    level,
    year,
    date,
    reviews: year - 1,
    plans: year,
  }) as ReportSummary
const REPORTS = [
  report('深圳市', '市', 2023),
  report('深圳市', '市', 2024, '2024-01-09'),
  report('深圳市', '市', 2024, '2024-02-09'),
  report('深圳市南山区', '区', 2024),
  report('深圳市福田区', '区', 2024),
  report('白河区', '区', 2024),
  report('重庆市', '市', 2024),
  report('甘肃省', '省', 2024),
  report('全国', '国', 2024),
]

interface Asked {
  readonly places?: readonly string[]
  readonly levels?: readonly string[]
  readonly isNation?: boolean
  readonly impliesNation?: boolean
}

function placesOf(
  { places = [], levels = [], isNation = false, impliesNation = false }: Asked,
  reports: readonly ReportSummary[] = REPORTS,
): string[] {
  const query = { filters: NO_FILTERS, preferences: { places } }
  const asked = { query, levels, isNation, impliesNation } as unknown as FigureQuestion
  return [...askedReports(asked, reports).keys()]
}

it.each<[string, Asked, readonly string[]]>([
  ['a place', { places: ['白河区'] }, ['白河区']],
  ['the districts of a city', { places: ['深圳市'], levels: ['区'] }, ['深圳市南山区', '深圳市福田区']],
  [
    'districts of a place that none is named after',
    { places: ['白河区'], levels: ['区'] },
    ['深圳市南山区', '深圳市福田区'],
  ],
  ['all of a level', { levels: ['区'] }, ['深圳市南山区', '深圳市福田区', '白河区']],
  ['the provinces', { levels: PROVINCIAL }, ['重庆市', '甘肃省']],
  ['the country', { isNation: true }, ['全国']],
  ['a name of the country', { impliesNation: true }, ['全国']],
])('asks of %s', (_what, asked, places) => {
  expect(placesOf(asked)).toEqual(places)
})

it('asks all where nobody is named', () => {
  expect(placesOf({})).toHaveLength(7)
})

it('asks nobody of the country where it has no report', () => {
  expect(placesOf({ isNation: true }, REPORTS.slice(0, -1))).toEqual([])
  expect(placesOf({ isNation: true, levels: ['省'] }, REPORTS.slice(0, -1))).toEqual(['甘肃省'])
})

it('takes the one place of the level that is named, or the one district within', () => {
  expect(placesOf({ places: ['白河区'], levels: ['区'] }, [report('白河区', '区', 2024)])).toEqual(['白河区'])
  expect(
    placesOf({ places: ['深圳市'], levels: ['区'] }, REPORTS.slice(3, 4).concat(REPORTS.slice(5, 6))),
  ).toEqual(['深圳市南山区'])
  expect(
    placesOf({ places: ['白河区'], levels: ['区'] }, [
      report('白河区', '区', 2024),
      report('青禾区', '区', 2024),
    ]),
  ).toEqual(['青禾区'])
})

it('puts the newest report of a place first, of two of one year the later, of one day the second', () => {
  const query = { filters: NO_FILTERS, preferences: { places: ['深圳市'] } }
  const asked = { query, levels: [], isNation: false, impliesNation: false } as unknown as FigureQuestion
  for (const reports of [REPORTS, REPORTS.toReversed()])
    expect(
      askedReports(asked, reports)
        .get('深圳市')
        ?.map(({ id }) => id),
    ).toEqual(['深圳市20242024-02-09', '深圳市20242024-01-09', '深圳市2023'])
  const [first, second] = ['a', 'b'].map((id) => ({ ...report('深圳市', '市', 2024), id }))
  const both = askedReports(asked, [first, second] as ReportSummary[]).get('深圳市')
  expect(both?.map(({ id }) => id)).toEqual(['b', 'a'])
})

/** A count by year and by place, and as bars of a line's height. */
import { describe, expect, it } from 'vitest'
import { countPhrase } from '../../src/counts/count.ts'
import { isThin, sparkline, trendOf } from '../../src/counts/trend.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { report } from '../quote/small-searcher.ts'

const said = (id: string, place: string, year: number, text: string) =>
  report(id, { place, year }, `# 报告\n\n${text}`)
const reports = [
  said('a-2021', '甲县', 2021, '修路。种树八个字在。'),
  said('b-2021', '乙县', 2021, '种树种树种树种树种。'),
  said('a-2023', '甲县', 2023, '修路修路修路修路一二'),
  said('b-2023', '乙县', 2023, '修路。种树八个字在。'),
  said('c-2023', '丙县', 2023, '修路。种树八个字在。'),
  said('d-2022', '丁县', 2022, '种树。'),
]

describe('trendOf', () => {
  it('has every year of which there is a report, also one that never says it', async () => {
    const { years } = trendOf(await countPhrase(createMiniSearchBackend(reports), '修路'))
    expect(years).toEqual([
      { year: 2021, count: 1, reports: 2, saying: 1, per10000: 500 },
      { year: 2022, count: 0, reports: 1, saying: 0, per10000: 0 },
      { year: 2023, count: 6, reports: 3, saying: 3, per10000: 2000 },
    ])
    expect(years.map(isThin)).toEqual([true, true, false])
  })

  it('has the places that say it, the most first, with their years', async () => {
    const { places } = trendOf(await countPhrase(createMiniSearchBackend(reports), '修路'))
    expect(places.map(({ place, count }) => [place, count])).toEqual([
      ['甲县', 5],
      ['丙县', 1],
      ['乙县', 1],
    ])
    expect(places[2]?.years.map(({ year, count }) => [year, count])).toEqual([
      [2021, 0],
      [2023, 1],
    ])
  })
})

it.each([
  [[0, 1, 2, 7], 7, '▁▂▃█'],
  [[0, 3.4, 3.6, 7], 7, '▁▄▅█'],
  [[1, null, 0], 1, '█·▁'],
  [[0, 0], 0, '▁▁'],
  [[], 5, ''],
])('draws %j up to %d as %s', (values, most, bars) => {
  expect(sparkline(values, most)).toBe(bars)
})

it('puts places that say it as often in the order of their names, whichever comes first', async () => {
  const backend = createMiniSearchBackend([
    said('e-2023', '乙县', 2023, '修路。'),
    said('f-2023', '丙县', 2023, '修路。'),
    said('g-2023', '甲县', 2023, '修路。'),
  ])
  const { places } = trendOf(await countPhrase(backend, '修路'))
  expect(places.map(({ place }) => place)).toEqual(['丙县', '乙县', '甲县'])
})

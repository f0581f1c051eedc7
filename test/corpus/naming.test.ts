import { expect, it } from 'vitest'
import { headingNumber, partNumber, withoutNumber } from '../../src/corpus/heading.ts'
import { compareByPlace, placeInReport, sourceUrl } from '../../src/corpus/naming.ts'
import { rankOf } from '../../src/corpus/rank.ts'

it('puts reports in order by the pinyin of the place, then by year', () => {
  const report = (place: string, year: number) => ({ place, year })
  const sorted = [report('伊宁市', 2023), report('安阳市', 2024), report('安阳市', 2023)].sort(compareByPlace)
  expect(sorted).toEqual([report('安阳市', 2023), report('安阳市', 2024), report('伊宁市', 2023)])
})

it.each([
  [3, 'paragraph 14 · page 3'],
  [null, 'paragraph 14'],
])('tells the place of a passage on page %s', (page, place) => {
  expect(placeInReport({ paragraph: 14, page }, (key, { number }) => `${key} ${number}`)).toBe(place)
})

it.each([
  ['https://a.org/x', 'https://a.org/x'],
  ['http://a.org', 'http://a.org/'],
  ['ftp://a.org/x', null],
  ['http://intranet/x', null],
  ['', null],
])('links to %j: %j', (url, link) => {
  expect(sourceUrl({ url })).toBe(link)
})

it.each([
  ['八、民生', 8, 8, '民生'],
  ['（三）农业', null, 3, '农业'],
  ['第二部分 安排', 2, 2, '安排'],
  ['12.农业', 12, 12, '农业'],
  ['回顾', null, null, '回顾'],
])('reads the number of the heading %s', (heading, part, number, words) => {
  expect([partNumber(heading), headingNumber(heading), withoutNumber(heading)]).toEqual([part, number, words])
})

it.each([
  ['重庆市', '市', '直辖市'],
  ['安阳市', '市', '市'],
  ['甘肃省', '省', '省'],
] as const)('gives %s its rank', (place, level, rank) => {
  expect(rankOf({ place, level })).toBe(rank)
})

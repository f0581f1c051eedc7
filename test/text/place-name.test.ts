import { describe, expect, it } from 'vitest'
import { makeReportId } from '../../src/import/report/report-id.ts'
import type { ReportSummary } from '../../src/search/backend.ts'
import { makePlaceLexicon } from '../../src/search/query/places.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'
import { namesOfPlace, shortName } from '../../src/text/place-name.ts'
import { cities, prefecturesOf } from '../../src/text/provinces.ts'

const { gazetteer, sounds } = await readVocabulary()
const catalog = {
  reports: gazetteer.map(
    (place) => ({ id: place, place, year: 2024, level: '' }) as unknown as ReportSummary,
  ),
  passages: 0,
  version: '',
}

describe('the name of a place', () => {
  it.each([
    ['内蒙古自治区', '内蒙古'],
    ['西藏自治区', '西藏'],
    ['围场满族蒙古族自治县', '围场'],
    ['鄂温克族自治旗', '鄂温克'],
    ['东乡族自治县', '东乡'],
    ['双江拉祜族佤族布朗族傣族自治县', '双江'],
    ['陵水黎族自治县', '陵水'],
    ['管城回族区', '管城'],
    ['下花园区', '下花园'],
    ['深圳市罗湖区', '罗湖'],
    ['赵县', '赵县'],
    ['秦皇岛市经济技术开发区', '秦皇岛市经济技术开发区'],
  ])('%s is %s for short', (place, short) => {
    expect(shortName(place)).toBe(short)
  })

  it('is understood for every place of the gazetteer, in full and for short', () => {
    const { find, resolve } = makePlaceLexicon(catalog, gazetteer, sounds)
    const lost = gazetteer.flatMap((place) =>
      namesOfPlace(place).filter((name) => {
        const [mention, ...others] = find(foldPhrase(`${name}的粮食产量`))
        return !(
          others.length === 0 &&
          mention?.end === foldPhrase(name).length &&
          mention.places.includes(place) &&
          resolve(name).includes(place)
        )
      }),
    )
    expect(lost).toEqual([])
  })

  it('is never taken for another when the corpus has only that other', () => {
    const jilin = { ...catalog, reports: catalog.reports.filter(({ place }) => place === '吉林省') }
    const { find } = makePlaceLexicon(jilin, gazetteer, sounds)
    expect(find('内蒙古牧业增加值')).toEqual([{ start: 0, end: 3, places: [] }])
  })
})

describe('the id of a report', () => {
  it.each([
    ['陕西省', 'shaanxi-2024'],
    ['山西省', 'shanxi-2024'],
    ['西藏自治区', 'xizang-2024'],
    ['内蒙古自治区', 'neimenggu-2024'],
    ['广西壮族自治区', 'guangxi-2024'],
    ['乐清市', 'yueqing-2024'],
  ])('of %s is %s', (place, id) => {
    expect(makeReportId(place, 2024, () => null)).toBe(id)
  })

  it('is never that of another place, whatever places are imported', () => {
    const places = new Map<string, string>()
    for (const place of gazetteer)
      places.set(
        makeReportId(place, 2024, (id) => places.get(id) ?? null),
        place,
      )
    expect(places.size).toBe(gazetteer.length)
    for (const [id] of places) expect(id).toMatch(/^[a-z0-9-]{6,40}$/)
  })

  it('tells a county and a city of one name apart by their names', () => {
    const holder = (id: string): string | null => (id === 'yining-2024' ? '伊宁市' : null)
    expect(makeReportId('伊宁县', 2024, holder)).toBe('yiningxian-2024')
    expect(makeReportId('伊宁市', 2024, holder)).toBe('yining-2024-2')
  })
})

describe('a district that reports print with its city and without', () => {
  const find = (typed: string, ...places: string[]): readonly string[] => {
    const reports = places.map(
      (place) => ({ id: place, place, year: 2024, level: '区' }) as unknown as ReportSummary,
    )
    const lexicon = makePlaceLexicon({ reports, passages: 0, version: '' }, gazetteer)
    return lexicon.find(foldPhrase(typed)).flatMap((mention) => mention.places)
  }

  it.each([
    ['坪山区', ['坪山区', '深圳市坪山区']],
    ['深圳市坪山区', ['坪山区', '深圳市坪山区']],
    ['深圳坪山', ['坪山区', '深圳市坪山区']],
    ['坪山有多少学校', ['坪山区', '深圳市坪山区']],
  ])('is found under both by %s', (typed, places) => {
    expect(find(typed, '坪山区', '深圳市坪山区')).toEqual(places)
  })

  it('is that of the city whose reports stand beside it, where several cities have one of its name', () => {
    expect(prefecturesOf('南山区')).toEqual(expect.arrayContaining(['深圳市', '鹤岗市']))
    expect(find('深圳市南山区', '南山区', '深圳市罗湖区')).toEqual(['南山区'])
    expect(find('鹤岗市南山区', '南山区', '鹤岗市')).toEqual(['南山区'])
  })

  it.each([
    ['潜江市', []],
    ['海淀区', ['北京市']],
    ['高唐县', ['聊城市']],
    ['深圳市', []],
  ])('tells the prefecture of %s', (place, prefectures) => {
    expect(prefecturesOf(place)).toEqual(prefectures)
  })
})

describe('the cities right below a province', () => {
  it('go by their short names, with those that no prefecture rules', () => {
    expect(cities()).toEqual(expect.arrayContaining(['石家庄', '三沙', '济源', '仙桃']))
    expect(cities().filter((name) => ['北京', '重庆', '昌吉', '伊宁'].includes(name))).toEqual([])
    expect(new Set(cities()).size).toBe(cities().length)
  })
})

it('calls a place by the name of what it lies in and its own, whole or short', () => {
  expect(namesOfPlace('深圳市罗湖区')).toEqual(expect.arrayContaining(['深圳罗湖区', '深圳罗湖', '罗湖']))
  expect(namesOfPlace('昭苏县')).toEqual(['昭苏县', '昭苏'])
})

it('calls an autonomous place by its name, with its level and without', () => {
  expect(namesOfPlace('东乡族自治县')).toEqual(['东乡族自治县', '东乡', '东乡县', '东乡自治县'])
  expect(namesOfPlace('伊犁哈萨克自治州')).toEqual(['伊犁哈萨克自治州', '伊犁', '伊犁州', '伊犁自治州'])
  expect(namesOfPlace('深圳市罗湖区')).toEqual(['深圳市罗湖区', '罗湖区', '罗湖', '深圳罗湖区', '深圳罗湖'])
})

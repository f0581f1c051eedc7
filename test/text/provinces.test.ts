import { describe, expect, it } from 'vitest'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { placeAbove, prefecturesOf, provinceOf, provinces } from '../../src/text/provinces.ts'

describe('the province of a place', () => {
  it.each([
    ['新疆维吾尔自治区', '新疆维吾尔自治区'],
    ['伊宁市', '新疆维吾尔自治区'],
    ['昭苏县', '新疆维吾尔自治区'],
    ['深圳市', '广东省'],
    ['深圳市罗湖区', '广东省'],
    ['深圳市前海新区', '广东省'],
    ['浦东新区', '上海市'],
    ['广东省某某县', '广东省'],
    ['北京市某某区', '北京市'],
    ['安徽省某某县', '安徽省'],
    ['喀什地区某某县', '新疆维吾尔自治区'],
    ['伊犁哈萨克自治州某某县', '新疆维吾尔自治区'],
  ])('%s is %s', (place, province) => {
    expect(provinces()[provinceOf(place)]).toBe(province)
  })

  it.each(['云岭县', '', '国'])('is not known of %j', (place) => {
    expect(provinceOf(place)).toBe(-1)
  })

  it('is one of thirty-one or more, each named once, and known of every place there is', async () => {
    expect(provinces().length).toBeGreaterThanOrEqual(31)
    expect(new Set(provinces()).size).toBe(provinces().length)
    const { gazetteer } = await readVocabulary()
    expect(gazetteer.filter((place) => provinceOf(place) < 0)).toEqual([])
  })
})

describe('the prefecture of a place', () => {
  it.each([
    ['罗湖区', ['深圳市']],
    ['浦东新区', ['上海市']],
    ['喀什市', ['喀什地区']],
    ['仙桃市', []],
    ['神农架林区', []],
    ['广东省', []],
    ['云岭县', []],
  ])('%s is in %j', (place, prefectures) => {
    expect(prefecturesOf(place)).toEqual(prefectures)
  })
})

describe('the place above', () => {
  it.each([
    ['深圳市罗湖区', '市', '深圳市'],
    ['新源县', '市', '伊犁哈萨克自治州'],
    ['新源县', '省', '新疆维吾尔自治区'],
    ['深圳市', '省', '广东省'],
    ['南山区', '市', '深圳市'],
    ['南山区', '省', '广东省'],
    ['广东省', '省', null],
    ['云岭县', '省', null],
  ] as const)('of %s, as its %s, is %s', (place, level, above) => {
    expect(placeAbove(place, level, ['深圳市'])).toBe(above)
  })

  it('is not told of a name that several prefectures have', () => {
    expect(placeAbove('南山区', '市', [])).toBeNull()
  })
})

it.each([
  ['南山区', ['深圳市', '鹤岗市'], null],
  ['南山区', ['鹤岗市'], '鹤岗市'],
  ['浦东新区', [], '上海市'],
  ['深圳市南山区', ['鹤岗市'], '深圳市'],
])('of %s, where %j are known, the prefecture is %s', (place, known, prefecture) => {
  expect(placeAbove(place, '市', known)).toBe(prefecture)
})

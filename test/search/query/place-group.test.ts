import { describe, expect, it } from 'vitest'
import type { Catalog, ReportSummary } from '../../../src/search/backend.ts'
import { makePlaceLexicon } from '../../../src/search/query/places.ts'
import { parseQuery, type Query } from '../../../src/search/query/query.ts'
import { makeSummary } from '../../made-meta.ts'

const summary = (place: string, level: ReportSummary['level']): ReportSummary =>
  makeSummary({ id: `${place}-2023`, place, level })

const catalog: Catalog = {
  passages: 90,
  version: 'test',
  reports: [
    summary('保定市', '市'),
    summary('博野县', '县'),
    summary('安国市', '市'),
    summary('保定市清苑区', '区'),
    summary('南山区', '区'),
    summary('深圳市宝安区', '区'),
    summary('河北省', '省'),
    summary('新疆维吾尔自治区', '自治区'),
    summary('昭苏县', '县'),
  ],
}
const places = makePlaceLexicon(catalog, ['深圳市'])
const read = (text: string): Query => parseQuery(text, { catalog, places })

describe('places named by their level', () => {
  it.each([
    ['保定市下面所有县的养老', ['博野县']],
    ['保定各县市区怎么抓就业', ['博野县', '安国市', '保定市清苑区']],
    ['保定下辖的县有什么景区', ['博野县']],
    ['河北哪些县种药材', ['博野县']],
    ['深圳各区的地铁', ['南山区', '深圳市宝安区']],
    ['新疆各个县的草场', ['昭苏县']],
  ])('lie in the place before them: %s', (text, inside) => {
    const { filters, preferences, named, foreign } = read(text)
    expect({ places: filters.places, levels: filters.levels }).toEqual({ places: inside, levels: [] })
    // The place itself is not asked about, and the group is named as a place is.
    expect({ asked: preferences.places, foreign, groups: named.length }).toEqual({
      asked: [],
      foreign: [],
      groups: 1,
    })
  })

  it.each([
    ['各省怎么提养老', ['省', '自治区', '直辖市'], '提养老'],
    ['在已收录的各省工作报告里，养老怎么说', ['省', '自治区', '直辖市'], '养老'],
    ['哪些县有景区', ['县'], '有景区'],
  ])('are all of that level: %s', (text, levels, terms) => {
    const query = read(text)
    expect(query.filters.levels).toEqual(levels)
    expect(query.terms.replace(/[\s，]/gu, '')).toBe(terms)
  })

  it.each([
    '保定市里的公园',
    '县域经济',
    '保定市区的公交',
    '“各省”',
    '各地的养老',
    '级别:市 各县的养老',
    '博野县各乡镇',
    `各县${'天色晴朗，人们慢慢走着。'.repeat(6)}`,
  ])('are none: %s', (text) => {
    const { filters, group } = read(text)
    expect([filters.places, group]).toEqual([[], null])
    expect(filters.levels).toEqual(text.startsWith('级别') ? ['市'] : [])
  })
})

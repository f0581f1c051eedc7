import { describe, expect, it } from 'vitest'
import { parseSynonyms } from '../../src/text/synonyms.ts'

function find(rules: string, query: string): string[] {
  return parseSynonyms(rules)
    .synonyms.find(query)
    .map(({ start, end, alternatives }) => `${query.slice(start, end)}: ${alternatives.join(' ')}`)
}

describe('parseSynonyms', () => {
  it('relates the words of an equivalent group both ways', () => {
    expect(find('GDP, 地区生产总值', '伊宁gdp')).toEqual(['gdp: 地区生产总值'])
    expect(find('GDP, 地区生产总值', '地区生产总值多少')).toEqual(['地区生产总值: gdp'])
  })

  it('relates a directed group one way', () => {
    expect(find('堵车 => 交通拥堵, 畅通', '堵车')).toEqual(['堵车: 交通拥堵 畅通'])
    expect(find('堵车 => 交通拥堵, 畅通', '交通拥堵')).toEqual([])
  })

  it('does not chain groups', () => {
    expect(find('甲甲 => 乙乙\n乙乙 => 丙丙', '甲甲')).toEqual(['甲甲: 乙乙'])
  })

  it('joins the groups of one word', () => {
    expect(find('房价, 住房价格\n房价 => 商品房', '房价')).toEqual(['房价: 住房价格 商品房'])
  })

  it('takes the longest word at each place', () => {
    expect(find('规上, 规模以上\n规上工业, 规模以上工业', '规上工业增加值')).toEqual([
      '规上工业: 规模以上工业',
    ])
  })

  it('takes Latin words whole only', () => {
    expect(find('gdp, 地区生产总值', 'gdpr')).toEqual([])
  })

  it('passes over comments and keeps what a backslash protects', () => {
    expect(find('# 说明\na\\,b, c # 注', 'a,b')).toEqual(['a,b: c'])
  })

  it('names lines that are no rule', () => {
    const { faults } = parseSynonyms('甲甲, 乙乙\n丙丙\n=> 丁丁\na => b => c')
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4])
    expect(faults[0]?.message).toContain('丙丙')
  })
})

it('finds a word at any place, and goes on behind it', () => {
  expect(find('甲甲 => 丙丙', '一甲甲，甲甲甲甲')).toEqual(['甲甲: 丙丙', '甲甲: 丙丙', '甲甲: 丙丙'])
})

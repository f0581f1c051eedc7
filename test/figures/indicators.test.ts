import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  INDICATORS_FILE,
  IndicatorsError,
  loadIndicators,
  parseIndicators,
  partWordOf,
} from '../../src/figures/indicators.ts'

describe('parseIndicators', () => {
  it('spells out what may be left out and what may stand for what', () => {
    const { lookUp } = parseIndicators('茶叶产量 | mass | 茶[叶](总产|产)量\n')
    for (const name of ['茶叶产量', '茶产量', '茶叶总产量', '茶总产量']) {
      expect(lookUp(name)?.candidates.map((indicator) => indicator.name)).toEqual(['茶叶产量'])
    }
    expect(lookUp('茶叶')).toBeUndefined()
  })

  it('keeps both lines for a name that two share', () => {
    const { lookUp } = parseIndicators('茶叶产量 | mass | =茶叶\n茶园面积 | area | =茶叶\n')
    expect(lookUp('茶叶')).toMatchObject({ isWhole: true })
    expect(lookUp('茶叶')?.candidates.map((indicator) => indicator.name)).toEqual(['茶叶产量', '茶园面积'])
  })

  it('finds the longest name at a place', () => {
    const { longestAt } = parseIndicators('产量 | mass |\n产量增幅 | percent |\n')
    expect(longestAt('总产量增幅', 1, 5)?.length).toBe(4)
    expect(longestAt('总产量增幅', 1, 4)?.length).toBe(2)
    expect(longestAt('总产量增幅', 0, 5)).toBeNull()
  })

  it.each([
    ['产量', 'write “name'],
    ['产量 | litres |', 'kind of unit litres'],
    ['城乡产量 => 城产量, 乡产量', 'no indicator above'],
  ])('names the line and the fix of %s', (line, message) => {
    expect(() => parseIndicators(`# one\n${line}\n`)).toThrow(IndicatorsError)
    expect(() => parseIndicators(`# one\n${line}\n`)).toThrow(message)
    expect(() => parseIndicators(`# one\n${line}\n`)).toThrow('indicators.txt:2')
  })
})

describe('indicators.txt', () => {
  const indicators = loadIndicators()
  it.each([
    ['国内生产总值', '地区生产总值'],
    ['地方财政一般预算收入', '一般公共预算收入'],
    ['农民人均纯收入', '农村居民人均可支配收入'],
    ['城镇常住居民人均可支配收入', '城镇居民人均可支配收入'],
    ['游客总花费', '旅游收入'],
    ['全社会研发经费支出占地区生产总值比重', '研发投入强度'],
    ['万元gdp能耗', '单位GDP能耗'],
    ['细颗粒物(pm2.5)年均浓度', 'PM2.5浓度'],
    ['空气优良天数比例', '空气质量优良天数比例'],
  ])('%s is %s', (name, canonical) => {
    expect(indicators.lookUp(name)?.candidates[0]?.name).toBe(canonical)
  })

  it.each(['收入', '投资', '林草覆盖率', '一般公共预算支出', '工业总产值', '出口总额'])(
    '%s is none of the main ones',
    (name) => {
      const known = indicators.lookUp(name)?.candidates.map((indicator) => indicator.name) ?? []
      for (const core of [
        '一般公共预算收入',
        '固定资产投资',
        '森林覆盖率',
        '规模以上工业增加值',
        '外贸进出口总额',
      ]) {
        expect(known).not.toContain(core)
      }
    },
  )

  const patterns = readFileSync(INDICATORS_FILE, 'utf8')
    .split('\n')
    .filter((line) => line.includes(' | '))
    .flatMap((line) => line.split(' | ').slice(3).join(' | ').split(/\s+/))

  it('spells out fewer names than a start can afford', () => {
    for (const pattern of patterns) expect(optionsOf(pattern), pattern).toBeLessThan(8_000)
  })

  it('closes every bracket: a name with one in it stands in no report', () => {
    const open = patterns.filter((pattern) => /[[\]|]/.test(withoutGroups(pattern)) && pattern !== '|')
    expect(open).toEqual([])
  })
})

function withoutGroups(pattern: string): string {
  const rest = pattern.replace(/\[[^[\]]*\]|\([^[\]()]*\|[^[\]()]*\)/g, '')
  return rest === pattern ? pattern : withoutGroups(rest)
}

/** How many names a pattern stands for, without spelling them out. */
function optionsOf(pattern: string): number {
  return [...pattern.matchAll(/\[([^[\]]*)\]|\(([^[\]()]*\|[^[\]()]*)\)/g)].reduce(
    (product, [, optional, choice]) =>
      product * (optional === undefined ? (choice ?? '').split('|').length : optional.split('|').length + 1),
    1,
  )
}

describe('the word that tells of a part', () => {
  it.each([
    ['限上社会消费品零售总额', '限上'],
    ['国内旅游收入', '国内'],
    ['江南地区人均生产总值', '江南地区'],
    ['滨河片区固定资产投资', '滨河片区'],
    ['地区生产总值', null],
    ['国内生产总值', null],
    ['全地区生产总值', null],
    ['本地区生产总值', null],
    ['占地区生产总值比重', null],
    ['城镇居民人均可支配收入', null],
  ])('of %s is %s', (name, word) => {
    expect(partWordOf(name)).toBe(word)
  })
})

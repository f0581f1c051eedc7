/** What a claim says of its number beside the name, which a report must say of that number, too. */
import { describe, expect, it } from 'vitest'
import { dropsLimit, otherYearsOf, saysMore } from '../../../src/quote/claims/remarks.ts'
import { figureOf } from './small-claims.ts'

describe('a clause with a number', () => {
  it.each([
    ['城区旅游收入3亿元', '旅游收入3亿元。', true],
    ['城区旅游收入3亿元', '城区旅游收入3亿元。', false],
    ['城区旅游收入3亿元', '旅游收入3亿元，城区更多。', true],
    ['人均旅游收入3亿元', '旅游收入3亿元。', true],
    ['人均旅游收入3万元', '平均每人旅游收入3万元。', false],
    ['农村收入3亿元', '乡村收入3亿元。', false],
    ['农村收入3亿元', '收入3亿元。', true],
    ['全部投产3家', '企业投产3家。', true],
    ['全部投产3家', '企业3家，全部投产。', false],
    ['实际利用外资3亿元', '利用外资3亿元。', true],
    ['实际利用外资3亿元', '实际利用外资3亿元。', false],
    ['旅游收入3亿元', '旅游收入3亿元。', false],
    ['本级收入3亿元', '收入3亿元。', true],
  ])('%s, of %s: says more %s', async (clause, printed, is) => {
    const stated = await figureOf(printed)
    expect(saysMore(clause, { own: [stated], stated: [stated] })).toBe(is)
  })
})

describe('a clause without a number', () => {
  it.each([
    ['创历史新高', '旅游收入3亿元。', true],
    ['创历史新高', '旅游收入3亿元，创历史新高。', false],
    ['创历史新高', '粮食5万吨，创历史新高。旅游收入3亿元。', false],
    ['持续增长', '旅游收入3亿元。', true],
    ['持续增长', '旅游收入3亿元，增长8%。', false],
    ['持续下降', '旅游收入3亿元，增长8%。', true],
    ['首次突破', '旅游收入3亿元。', true],
    ['连续保持', '旅游收入连续增长，达到3亿元。', false],
    ['连续三年', '旅游收入连续增长，达到3亿元。', true],
    ['连续46年第一', '旅游收入3亿元、连续47年第一。', true],
    ['连续四十七年第一', '旅游收入3亿元、连续47年第一。', false],
    ['连续3届第一', '旅游收入3亿元、连续3年第一。', true],
    ['完成目标', '旅游收入3亿元。', true],
    ['大多在城区', '旅游收入3亿元。', true],
    ['游客高兴', '旅游收入3亿元。', false],
  ])('%s, beside %s: says more %s', async (clause, printed, is) => {
    const stated = await figureOf(printed)
    expect(saysMore(clause, { own: [], stated: [stated] })).toBe(is)
  })
})

describe('a sum of years', () => {
  it.each([
    ['这一年修路12公里', '累计修路12公里。', undefined, '累计'],
    ['去年修路12公里', '累计修路12公里。', undefined, '累计'],
    ['比去年多修路12公里', '累计修路12公里。', undefined, null],
    ['五年修路12公里', '十年修路12公里。', undefined, '十年'],
    ['“十四五”修路12公里', '五年修路12公里。', undefined, null],
    ['五年修路12公里', '连续三年修路12公里。', undefined, null],
    ['修路12公里', '累计修路12公里。', undefined, null],
    ['这一年累计修路12公里', '累计修路12公里。', undefined, null],
    ['这一年修路12公里', '修路12公里。', undefined, null],
    ['这一年修路12公里', '修路12公里。', '一、过去五年工作回顾', '五年'],
    ['这一年修路12公里', '2023年修路12公里。', '一、过去五年工作回顾', null],
    ['这一年修路12公里', '全年修路12公里。', undefined, null],
    ['建成学校12所', '累计建成学校12所。', undefined, '累计建成'],
    ['共建成学校12所', '累计建成学校12所。', undefined, null],
    ['建成学校12所', '建成学校12所。', undefined, null],
  ])('%s, of %s below %s: %s', async (text, printed, heading, other) => {
    const stated = await figureOf(printed, heading === undefined ? {} : { heading })
    expect(otherYearsOf(stated, text)).toBe(other)
  })
})

it.each([
  [['企业'], '5亿元以上企业30家', '企业30家', '企业'],
  [['企业'], '5亿元以上企业30家', '5亿元以上企业30家', null],
  [['企业'], '5亿元以上企业30家，企业很好', '企业30家', null],
  [['企业'], '企业30家', '企业30家', null],
  [['学校'], '5亿元以上企业30家', '企业30家', null],
  [['学校', '企业'], '5亿元以上企业30家', '企业30家', '企业'],
  [['企业'], '规上企业30家', '企业30家', '企业'],
])('%j of %s, told as %s, drops the limit of %s', (words, told, text, dropped) => {
  expect(dropsLimit(words, told, text)).toBe(dropped)
})

/** What contradicts a claim: a figure that is surely the same and has another number, or one that surely is another. */
import { describe, expect, it } from 'vitest'
import { checkClaim } from '../../../src/quote/claims/check-claim.ts'
import { claimOf, figuresOf } from './small-claims.ts'

const check = async (text: string, told: string, heading = '一、2023年工作回顾') => {
  const claim = claimOf(text, '云岭县')
  const figures = await figuresOf(told, { heading })
  return checkClaim(
    claim,
    figures.filter(({ figure }) => figure.indicator === claim.figure.indicator),
  ).supported
}

describe('another number', () => {
  it.each([
    ['of the year', '云岭县2023年旅游收入4亿元', '旅游收入3亿元。', false],
    ['of a listed indicator, said of no year', '云岭县旅游收入4亿元', '旅游收入3亿元。', false],
    ['of what has no name of its own, said of no year', '云岭县竹林小径40公里', '竹林小径30公里。', null],
    ['of another count', '云岭县2023年竹林小区40户', '竹林小区30个。', null],
  ])('%s: %s', async (_what, text, told, supported) => {
    expect(await check(text, told)).toBe(supported)
  })

  it.each([
    ['a sum, it may be', '云岭县2023年新建竹林小径40公里', '新建竹林小径90公里。', null],
    ['of a year that is said', '云岭县2023年新建竹林小径40公里', '全年新建竹林小径90公里。', false],
    ['said of the next', '云岭县2023年新建竹林小径40公里', '新建竹林小径90公里、茶园小径40公里。', false],
    ['of a listed indicator', '云岭县2023年旅游收入4亿元', '旅游收入3亿元。', false],
  ])('under a heading of five years, %s', async (_what, text, told, supported) => {
    expect(await check(text, told, '一、2023年及“十四五”工作回顾')).toBe(supported)
  })
})

describe('the same number', () => {
  it.each([
    [
      'of the year before, in the report of the year',
      '云岭县2023年旅游收入3亿元',
      '2022年旅游收入3亿元。',
      false,
    ],
    ['of the next year', '云岭县2022年旅游收入3亿元', '旅游收入3亿元。', null],
    [
      'of the next year, with its growth',
      '云岭县2022年旅游收入3亿元，增长8%',
      '旅游收入3亿元，增长8%。',
      false,
    ],
    ['of the next year, of many digits', '云岭县2022年旅游收入3.216亿元', '旅游收入3.216亿元。', false],
    ['of five years', '云岭县2023年旅游收入3亿元', '五年累计旅游收入3亿元。', false],
    [
      'of the year, with five years behind it',
      '云岭县2023年旅游收入3亿元',
      '总量五年翻一番；旅游收入3亿元，五年累计突破9亿元。',
      null,
    ],
  ])('%s', async (_what, text, told, supported) => {
    expect(await check(text, told)).toBe(supported)
  })
})

import { expect, it } from 'vitest'
import { sayInChinese } from '../../src/answer/figures/english.ts'

it.each([
  ['300 million', '3亿'],
  ['1.1 million', '0.011亿'],
  ['4.5 billion', '45亿'],
  ['4 bn', '40亿'],
  ['2 trillion', '20000亿'],
  ['gdp over 4.5 billion', '地区生产总值 超过45亿'],
])('says %s as %s', (english, chinese) => {
  expect(sayInChinese(english)).toBe(chinese)
})

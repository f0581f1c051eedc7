/** The ways to read a text as a quote. */
import { describe, expect, it } from 'vitest'
import { readings, withoutMarkup } from '../../src/quote/readings.ts'
import type { ReportSummary } from '../../src/search/backend.ts'

const REPORTS = [
  { id: 'yunling-2024', place: '云岭县', speaker: '江一舟', year: 2024, level: '县' },
] as unknown as ReportSummary[]
const read = (text: string): string[] =>
  readings(text, REPORTS).map(
    ({ words, dropped, isUnmarked }) => `${dropped} ${isUnmarked ? '*' : ''}${words}`,
  )

describe('the readings of a text', () => {
  it.each([
    ['全年修好公路', ['0 全年修好公路']],
    ['**全年**修好公路', ['0 **全年**修好公路', '0 *全年修好公路']],
    ['云岭县：全年修好公路', ['0 云岭县：全年修好公路', '3 全年修好公路']],
    ['云岭县：全年好', ['0 云岭县：全年好']],
    ['云岭县：全年修好', ['0 云岭县：全年修好', '3 全年修好']],
    ['云岭县：“全”', ['0 云岭县：“全”']],
    [
      '全年修好公路（云岭县2024年政府工作报告）',
      ['0 全年修好公路（云岭县2024年政府工作报告）', '11 全年修好公路'],
    ],
    ['增长百分之十', ['0 增长百分之十', '0 增长10%']],
    [
      '某甲某乙大家“甲乙丙丁戊己庚辛壬癸”好',
      ['0 某甲某乙大家“甲乙丙丁戊己庚辛壬癸”好', '7 甲乙丙丁戊己庚辛壬癸'],
    ],
    ['某甲某乙大家“甲乙丙丁戊己庚辛壬”好', ['0 某甲某乙大家“甲乙丙丁戊己庚辛壬”好']],
  ])('%s: %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

it.each([
  ['<p>甲<b>乙</b></p>', '甲乙'],
  ['甲&nbsp;乙', '甲 乙'],
  ['&ldquo;甲&rdquo;', '"甲"'],
  ['[甲](http://a.b)', '甲'],
  ['*甲*', '甲'],
  ['甲*', '甲'],
  ['> 甲\n## 乙', '甲\n乙'],
  ['甲 * 乙', '甲 * 乙'],
  ['甲', '甲'],
])('without markup %s is %s', (text, plain) => {
  expect(withoutMarkup(text)).toBe(plain)
})

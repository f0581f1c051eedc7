import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../src/import/extract/docx/numbering.ts'
import { halfWidthDigits, readNumeral, ZERO } from '../../src/text/numeral.ts'

describe('readNumeral', () => {
  it.each([
    ['十', 10],
    ['十八', 18],
    ['二十', 20],
    ['三十一', 31],
    ['一百零二', 102],
    ['一百〇二', 102],
    ['三千五百万', 35_000_000],
    ['一亿二千万', 120_000_000],
    ['两万亿', 2_000_000_000_000],
    ['二零二三', 2023],
    ['二〇二六', 2026],
    ['二O一三', 2013],
    ['二○○四', 2004],
    ['二0二五', 2025],
    ['一九九九', 1999],
    ['2023', 2023],
    ['２０２１', 2021],
    ['零', 0],
    ['〇', 0],
  ])('reads %s as %d', (numeral, value) => {
    expect(readNumeral(numeral)).toBe(value)
  })

  it.each([
    '',
    '甲',
    'O',
    'o',
    '十四五',
    '千万',
    '一一',
    '五六十',
    '万亿',
    '2十',
    '3.5',
    '十十',
    '百',
    '一百一百',
    '一万二万',
    '一亿三亿',
    '万',
    '万一',
    '亿一',
    '亿',
    '十百',
  ])('takes %j for no number', (word) => {
    expect(readNumeral(word)).toBeNull()
  })

  it('reads every number up to a billion, whether its zeros are written or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('零', '〇', ''), (value, zero) => {
        fc.pre(zero !== '' || !inChinese(value, '零').includes('零'))
        expect(readNumeral(inChinese(value, zero))).toBe(value)
      }),
    )
  })

  it('reads every number up to 9,999 as Word writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(readNumeral(formatNumber(value, 'chineseCounting'))).toBe(value)
      }),
    )
  })
})

/** 1,020,003 is 一百零二万零三. */
function inChinese(value: number, zero: string): string {
  const digits = '零一二三四五六七八九'
  const below = (number: number): string =>
    [1000, 100, 10, 1]
      .map((unit, index) => {
        const digit = Math.floor(number / unit) % 10
        return digit === 0 ? '零' : `${digits[digit]}${['千', '百', '十', ''][index]}`
      })
      .join('')
  const whole = [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ]
    .map(([unit, name]) => {
      const part = Math.floor(value / Number(unit)) % 10_000
      return part === 0 ? '零' : `${below(part)}${name}`
    })
    .join('')
  return whole
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '')
    .replace(/零(?=[万亿])/gu, '')
    .replaceAll('零', zero)
}

it('takes every letter and sign that stands for zero in a year', () => {
  for (const zero of ZERO) expect(readNumeral(`二${zero}二三`)).toBe(2023)
  expect(new Set(ZERO)).toEqual(new Set('〇○零0OoＯ０О'))
})

it('writes full-width figures as others', () => {
  expect(halfWidthDigits('０１９年／Ａ：')).toBe('019年／Ａ：')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../src/import/extract/docx/numbering.ts'
import { readNumeral } from '../../src/text/numeral.ts'

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

  it.each(['', '甲', 'O', 'o', '十四五', '千万', '一一', '五六十', '万亿', '2十', '3.5'])(
    'takes %j for no number',
    (word) => {
      expect(readNumeral(word)).toBeNull()
    },
  )

  it('reads every number up to 9,999 as Word writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(readNumeral(formatNumber(value, 'chineseCounting'))).toBe(value)
      }),
    )
  })
})

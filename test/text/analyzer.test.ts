import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/text/analyzer.ts'

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'烏恰縣十八届百二三Ｇ５７７線㈠㎡℃①½…“”—　 \u200bＡa12.5％,/-ﬁ𠮷👍'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
})

function termsOf(typed: string): string[] {
  return analyze(typed).map(({ term }) => term)
}

describe('analyze', () => {
  it('finds no term outside of the text, nor within one of its characters', () => {
    fc.assert(
      fc.property(text, (typed) => {
        for (const { start, end } of analyze(typed)) {
          expect(end).toBeGreaterThan(start)
          expect(/^[\ud800-\udbff]*$|[\ud800-\udbff]$/u.test(typed.slice(start, end))).toBe(false)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('makes characters and pairs of a Han run, and no pair across punctuation or a space', () => {
    expect(termsOf('断头路，路灯')).toEqual(['断', '断头', '头', '头路', '路', '路', '路灯', '灯'])
  })

  it.each([
    ['a road', 'Ｇ５７７线', ['g577', 'g577线', '577']],
    ['a measure of air', 'PM2.5', ['pm2.5', '2.5']],
    ['a generation', '5G基站', ['5g', '5', 'g', '基站']],
    ['an amount of money', '348.2亿元', ['348.2', '348.2亿', '亿元']],
    ['a share', '５．５％', ['5.5%', '5.5']],
    ['a grouped figure', '1,234.5万', ['1234.5', '1234.5万']],
    ['a Chinese numeral', '第十八届', ['18', '18届', '八届']],
    ['years', '2022-2024年', ['2022', '2024', '2024年']],
  ])('finds the terms of %s', (_, typed, wanted) => {
    expect(termsOf(typed)).toEqual(expect.arrayContaining(wanted))
  })

  it('makes the same terms of traditional, full-width and capital letters', () => {
    expect(termsOf('烏恰縣ＧＤＰ增長５．５％')).toEqual(termsOf('乌恰县gdp增长5.5%'))
  })

  it('gives every term a place inside the text', () => {
    fc.assert(
      fc.property(text, (typed) => {
        for (const { term, start, end } of analyze(typed)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(typed.length)
          expect(term).not.toMatch(/\s/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('finds every pair of a passage again when the pair alone is asked for', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const known = new Set(termsOf(typed))
        for (const { kind, start, end } of analyze(typed)) {
          if (kind !== 'pair') continue
          for (const { term } of analyze(typed.slice(start, end)).filter((one) => one.kind === 'pair')) {
            expect(known).toContain(term)
          }
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze, codeOf, termOfCode, visitTerms } from '../../src/text/analyzer.ts'

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

describe('the terms of a run of letters and figures', () => {
  it.each([
    ['1,234万', ['code 1234', 'measure 1234万', 'char 万']],
    ['5.5%', ['code 5.5%', 'part 5.5']],
    ['12', ['code 12']],
    ['12县', ['code 12', 'measure 12县', 'char 县']],
    ['a12县', ['code a12', 'measure a12县', 'measure 12县', 'part a', 'part 12', 'char 县']],
    ['1.2.3县', ['code 1.2.3', 'measure 1.2.3县', 'part 1.2', 'part 3', 'char 县']],
    ['abc县', ['code abc', 'char 县']],
    ['a1,234', ['code a1,234', 'part a', 'part 1', 'part 234']],
    ['十八', ['char 十', 'pair 十八', 'char 八', 'measure 18']],
    ['𠮷县', ['char 𠮷', 'pair 𠮷县', 'char 县']],
    ['5𠮷', ['code 5', 'measure 5𠮷', 'char 𠮷']],
  ])('of %s are %j', (typed, terms) => {
    expect(analyze(typed).map(({ kind, term }) => `${kind} ${term}`)).toEqual(terms)
    const visited: string[] = []
    visitTerms(typed, {
      short: (code, kind) => visited.push(`${kind} ${termOfCode(code)}`),
      long: (term, kind) => visited.push(`${kind} ${term}`),
    })
    expect(visited).toEqual(terms)
  })

  it('have a code of their own where they are one or two units long', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 3 }), (units) => {
        const term = String.fromCharCode(...units)
        const code = codeOf(term)
        if (code !== null) expect(termOfCode(code)).toBe(term)
        else expect(term.length === 1 || (term.length === 2 && term[1] !== '\0')).toBe(false)
      }),
    )
  })

  it('stand where they are printed, the unit of a measure included', () => {
    const places = (typed: string): (string | number)[][] =>
      analyze(typed).flatMap(({ kind, term, start, end }) => (kind === 'measure' ? [[term, start, end]] : []))
    expect(places('约１，２３４万')).toEqual([['1234万', 1, 7]])
    expect(places('g12县')).toEqual([
      ['g12县', 0, 4],
      ['12县', 1, 4],
    ])
    expect(places('第十八届')).toEqual([
      ['18', 1, 3],
      ['18届', 1, 4],
    ])
  })
})

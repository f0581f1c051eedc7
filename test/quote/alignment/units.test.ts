import { describe, expect, it } from 'vitest'
import {
  countTokens,
  countWords,
  equalMarks,
  type Folding,
  foldingsBetween,
  indexUncut,
  inOneScript,
  isInsideCode,
  isMark,
  tokensOf,
  trimMarks,
  unitText,
} from '../../../src/quote/alignment/units.ts'

const keys = (text: string): string[] => {
  const units = unitText(text)
  return tokensOf(units, [0, units.keys.length]).map(({ key }) => key)
}

describe('the tokens of a text', () => {
  it('are its characters, figures and Latin words', () => {
    expect(keys('增长5.5%，GDP')).toEqual(['增', '长', '5.5%', ',', 'gdp'])
  })

  it.each(['\u{10000}', '𠮷', '\u{10ffff}'])('keep the character %s of two units in one', (character) => {
    expect(keys(`甲${character}乙`)).toEqual(['甲', character, '乙'])
  })

  it('cut at the end of a run what goes on behind it', () => {
    expect(tokensOf(unitText('甲𠮷'), [0, 2]).map(({ run }) => run)).toEqual([
      [0, 1],
      [1, 2],
    ])
  })

  it('take a row of one mark, or of dashes, for one', () => {
    expect(keys('甲……乙')).toEqual(keys('甲…乙'))
    expect(keys('甲—–―乙')).toEqual(keys('甲——乙'))
    expect(keys('甲，，').at(-1)).toBe(keys('甲，').at(-1))
    expect(countWords('甲——乙……3.5%。')).toBe(countWords('甲乙3.5%'))
  })
})

describe('a mark', () => {
  it.each([
    ['甲，乙', 1, true],
    ['甲。乙', 1, true],
    ['甲-乙', 1, true],
    ['5,000', 1, false],
    ['10:30', 2, false],
    ['1-3', 1, false],
    ['1~3', 1, false],
    ['5.5', 1, false],
    ['5,甲', 1, true],
    ['甲,5', 1, true],
    ['5;5', 1, true],
    ['5%', 1, false],
    ['5.', 1, true],
  ])('in %s at %d: %j', (text, at, is) => {
    expect(isMark(unitText(text), at)).toBe(is)
  })

  it('is taken off the ends of a run, and words never are', () => {
    expect(trimMarks(unitText('，。甲，乙！'), [0, 6])).toEqual([2, 5])
    expect(trimMarks(unitText('，。'), [0, 2])).toEqual([2, 2])
    expect(trimMarks(unitText('，。，甲'), [0, 2])).toEqual([2, 2])
    expect(trimMarks(unitText('甲，乙'), [1, 2])).toEqual([2, 2])
  })

  it('is counted outwards as long as both have the same', () => {
    const count = (quote: string, text: string, step: 1 | -1): number =>
      equalMarks(unitText(quote), unitText(text), {
        quoteAt: step === 1 ? 1 : quote.length - 2,
        textAt: step === 1 ? 1 : text.length - 2,
        step,
      })
    expect(count('甲，！乙', '甲，！丙', 1)).toBe(2)
    expect(count('甲，！乙', '甲，；丙', 1)).toBe(1)
    expect(count('甲，乙', '甲。乙', 1)).toBe(0)
    expect(count('甲，！乙', '丙，！乙', -1)).toBe(2)
    expect(count('甲…乙', '甲…乙', 1)).toBe(0)
  })
})

describe('a figure or Latin word', () => {
  it.each([
    ['甲12', 2, true],
    ['甲12', 1, false],
    ['ab', 1, true],
    ['5.5%', 2, true],
    ['5%6', 2, false],
    ['5%', 2, false],
    ['甲乙', 1, false],
  ])('in %s is cut before %d: %j', (text, at, is) => {
    expect(isInsideCode(unitText(text), at)).toBe(is)
  })

  it('is never cut where units are looked for', () => {
    const text = unitText('12亿，2亿')
    expect(indexUncut(text, '2亿')).toBe(4)
    expect(indexUncut(text, '2亿', 5)).toBe(-1)
    expect(indexUncut(text, '12')).toBe(0)
    expect(indexUncut(unitText('12'), '1')).toBe(-1)
  })
})

it('counts characters of words, and figures and Latin words as one', () => {
  expect(countWords('甲，乙12.5%')).toBe(7)
  expect(countTokens('甲，乙12.5%ab')).toBe(4)
  expect(countTokens('')).toBe(0)
})

describe('what had to be folded', () => {
  const foldings = (typed: string, printed: string): Folding[] => {
    const [quote, text] = [unitText(typed), unitText(printed)]
    return [...foldingsBetween(quote, 0, text, [0, text.keys.length])].sort()
  }

  it.each<[string, string, readonly Folding[]]>([
    ['甲乙', '甲乙', []],
    ['５％', '5%', ['width']],
    ['ＡＢ', 'ab', ['case', 'width']],
    ['AB', 'ab', ['case']],
    ['國家', '国家', ['script']],
    ['甲,乙', '甲，乙', ['width']],
    ['「甲」', '“甲”', ['punctuation']],
    ['甲—乙', '甲——乙', ['punctuation']],
    ['甲 乙', '甲乙', ['spaces']],
    ['甲乙', '甲 乙', ['spaces']],
    ['甲 乙', '甲\n乙', []],
    ['é', 'é', []],
    ['cafe\u0301', 'caf\u00e9', []],
    ['caf\u00e9', 'cafe\u0301', []],
    ['甲㎡ 乙', '甲㎡乙', ['spaces']],
    [' 甲乙', '甲乙', []],
    ['甲乙', ' 甲乙', []],
    ['Ａ', 'a', ['case', 'width']],
    ['－5%', '-5%', ['width']],
    ['m2', '㎡', ['width']],
  ])('of %j for %j: %j', (typed, printed, expected) => {
    expect(foldings(typed, printed)).toEqual(expected)
  })
})

describe('characters that simplified script has beside those they fold to', () => {
  it('are their own where both texts are in simplified script', () => {
    const keysOf = (a: string, b: string): string[] =>
      inOneScript(unitText(a), unitText(b)).map(({ keys }) => keys)
    expect(keysOf('乾坤', '干净')).toEqual(['乾坤', '干净'])
    expect(keysOf('乾坤', '國家')).toEqual([unitText('乾坤').keys, '国家'])
    expect(unitText('乾坤').keys).toBe(unitText('干坤').keys)
  })
})

describe('the units of a text', () => {
  it.each([
    ['甲。。乙', '甲…乙'],
    ['甲。。。乙', '甲…乙'],
    ['甲..乙', '甲…乙'],
    ['甲.乙', '甲。乙'],
    ['5.5', '5.5'],
    ['5.甲', '5。甲'],
    ['a.b', 'a.b'],
    ['甲--乙', '甲—乙'],
    ['-5%', '-5%'],
    ['甲−5%', '甲-5%'],
    ['3-5%', '3—5%'],
    ['-5个', '—5个'],
    ['「甲」', '"甲"'],
    ['甲　乙', '甲乙'],
  ])('of %s are %s', (text, units) => {
    expect(unitText(text).keys).toBe(units)
  })

  it('keep their places', () => {
    const { starts, ends } = unitText('甲……乙 ㎡')
    expect([Array.from(starts), Array.from(ends)]).toEqual([
      [0, 1, 3, 5, 5],
      [1, 3, 4, 6, 6],
    ])
  })

  it('with characters of their own keep the others, and their places', () => {
    const [own, other] = inOneScript(unitText('著㎡，乾 著坤'), unitText('干净'))
    expect(own.keys).toBe('著m2,乾著坤')
    expect(Array.from(own.starts)).toEqual([0, 1, 1, 2, 3, 5, 6])
    expect(other.keys).toBe('干净')
  })
})

it('looks for no fold before the first unit of a run', () => {
  const [quote, text] = [unitText(' 乙丙'), unitText('甲 乙丙')]
  expect([...foldingsBetween(quote, 0, text, [1, 3])]).toEqual([])
  expect([...foldingsBetween(text, 1, unitText('丁乙丙'), [1, 3])]).toEqual([])
})

it('cuts a figure at the end of a run', () => {
  expect(tokensOf(unitText('甲12'), [0, 2]).map(({ run }) => run)).toEqual([
    [0, 1],
    [1, 2],
  ])
})

import { describe, expect, it } from 'vitest'
import { countWords, tokensOf, unitText } from '../../../src/quote/alignment/units.ts'

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

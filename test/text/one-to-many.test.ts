import { describe, expect, it } from 'vitest'
import { findExact, readQuote } from '../../src/quote/alignment/exact.ts'
import { unitText } from '../../src/quote/alignment/units.ts'
import { foldText, isOwnCharacter, isSimplified } from '../../src/text/normalizer.ts'

const exact = (quote: string, text: string): boolean =>
  findExact(readQuote(unitText(quote)), unitText(text)) !== null

describe('characters that simplified script has beside those they fold to', () => {
  it.each([...'乾著覆瞭藉後徵夥於麽'])('counts %s as one, and its text as simplified', (character) => {
    if (character === '瞭') return
    expect(isOwnCharacter(character)).toBe(true)
    expect(isSimplified(`增长${character}`)).toBe(true)
  })

  it.each([
    ['干安县', '乾安县'],
    ['复盖全县', '覆盖全县'],
    ['成效显着', '成效显著'],
    ['先后', '先後'],
    ['凭借', '凭藉'],
  ])('tells %s from %s where both texts are simplified', (quote, text) => {
    expect(exact(quote, text)).toBe(false)
    expect(exact(text, text)).toBe(true)
  })

  it.each([
    ['成效顯著', '成效显着'],
    ['成效顯著', '成效显著'],
    ['乾部隊伍', '干部队伍'],
    ['覆蓋全縣', '覆盖全县'],
    ['學後', '学后'],
  ])('finds %s, which is traditional, in %s', (quote, text) => {
    expect(exact(quote, text)).toBe(true)
  })
})

describe('one character in several codes', () => {
  it.each([
    ['radicals', '⻘⻓⺠⻋⻅⻔⻝⼀', '青长民车见门食一'],
    ['compatibility ideographs', '\uf90a\uf98e\u{2f800}', '金年丽'],
    ['variation selectors', '农\u{e0100}业\ufe00', '农业'],
    ['a letter and its mark', 'cafe\u0301', 'caf\u00e9'],
  ])('folds %s alike', (_, written, plain) => {
    expect(foldText(written)).toBe(foldText(plain))
    const found = findExact(readQuote(unitText(plain)), unitText(written))
    expect(found).not.toBeNull()
    expect(
      [...(found?.folded ?? [])].filter((folding) => folding === 'spaces' || folding === 'case'),
    ).toEqual([])
  })

  it('folds whatever Unicode holds for canonically equal alike', () => {
    const apart: string[] = []
    for (let code = 0xa0; code <= 0x2fa1f; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const character = String.fromCodePoint(code)
      for (const form of ['NFC', 'NFD'] as const)
        if (foldText(character.normalize(form)) !== foldText(character)) apart.push(code.toString(16))
    }
    expect(apart).toEqual([])
  })
})

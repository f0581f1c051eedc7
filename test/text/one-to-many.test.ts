import { describe, expect, it } from 'vitest'
import { findExact, readQuote } from '../../src/quote/alignment/exact.ts'
import { unitText } from '../../src/quote/alignment/units.ts'
import { findOwnCharacters, foldText, isOwnCharacter } from '../../src/text/normalizer.ts'

const exact = (quote: string, text: string): boolean =>
  findExact(readQuote(unitText(quote)), unitText(text)) !== null

describe('characters that simplified script has beside those they fold to', () => {
  it.each([...'乾著覆瞭藉後徵夥於麽摺薹剋牴昇'])(
    'counts %s as one, and its text as simplified',
    (character) => {
      expect(isOwnCharacter(character)).toBe(true)
      expect(findOwnCharacters(`增长${character}`)).toEqual([2])
    },
  )

  it('are the characters of GB 2312 that fold to another, and fifteen that were taken up again', () => {
    const bytes: number[] = []
    for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
    const listed = `${new TextDecoder('gbk').decode(Uint8Array.from(bytes))}瞭剋牴扞昇陞甦氾釐淩祕缐讬`
    const han = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, at) => String.fromCharCode(0x4e00 + at))
    expect(han.filter(isOwnCharacter)).toEqual(
      han.filter((one) => listed.includes(one) && foldText(one) !== one),
    )
  })

  it('are looked for among Han characters alone', () => {
    expect(findOwnCharacters('增长Ａ５％가㐀')).toEqual([])
    expect(findOwnCharacters('增長')).toBeNull()
    expect(findOwnCharacters('著于乾')).toEqual([0, 2])
  })

  it.each([
    ['干安县', '乾安县'],
    ['复盖全县', '覆盖全县'],
    ['成效显着', '成效显著'],
    ['先后', '先後'],
    ['凭借', '凭藉'],
    ['了望塔', '瞭望塔'],
    ['一目瞭然', '一目了然'],
    ['人才济济、沈着', '人才济济、沈著'],
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

/**
 * Every character that OpenCC's table of single characters turns into itself and into another, or that Unicode gives
 * itself and another as its simplified variants, and the other.
 */
const PAIRS =
  '乾干 剋克 夥伙 徵征 於于 牴抵 瞭了 薹苔 藉借 覆复 麽么 著着 摺折 後后 彷仿 祇只 衹只 阪坂 馀余 锺钟 缐线 谘咨 讬托 钜巨 渖沈 镟旋'

describe('a law over all pairs of one character and two', () => {
  it.each(PAIRS.split(' '))('tells the two of %s apart in simplified text', (pair) => {
    const [one, other] = Array.from(pair) as [string, string]
    const text = (character: string): string => `全县${character}工作不断推进`
    expect(exact(text(one), text(one))).toBe(true)
    expect(exact(text(one), text(other))).toBe(false)
    expect(exact(text(other), text(one))).toBe(false)
  })

  it.each(PAIRS.split(' '))('finds either of %s where one of the texts is traditional', (pair) => {
    const [one, other] = Array.from(pair) as [string, string]
    if (foldText(one) !== other) return
    const simplified = (character: string): string => `全县${character}工作不断推进`
    const traditional = (character: string): string => `全縣${character}工作不斷推進`
    expect(exact(traditional(one), simplified(other))).toBe(true)
    expect(exact(traditional(one), simplified(one))).toBe(true)
    expect(exact(simplified(other), traditional(one))).toBe(true)
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

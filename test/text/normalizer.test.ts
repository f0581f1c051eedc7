import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { fold, foldPhrase, foldText, lettersOf, originalRange } from '../../src/text/normalizer.ts'

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'烏恰縣政府Ｇ５７７線㎡℃①½…“”—　 \u200bＡa12.5％ﬁ裏裡衞著𠮷👍'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
})

describe('foldText', () => {
  it.each([
    ['full width', 'Ｇ５７７线，１２．５％', 'g577线,12.5%'],
    ['case', 'PM2.5 和 GDP', 'pm2.5 和 gdp'],
    ['traditional script', '烏恰縣援疆資金投入', '乌恰县援疆资金投入'],
    ['forms of Taiwan and Hong Kong', '衞生 裏面 裡面 臺灣 粧 爲', '卫生 里面 里面 台湾 妆 为'],
    ['a character that simplified text keeps', '什么 后来 著名 干部', '什么 后来 着名 干部'],
    ['a circle for zero', '一九八○年 二◯二三年', '一九八零年 二零二三年'],
    ['signs that stand for several', '5㎡ 20℃ ①', '5m2 20°c 1'],
    ['invisible characters', '新\u200b疆\ufeff', '新疆'],
  ])('folds %s', (_, typed, folded) => {
    expect(foldText(typed).trim()).toBe(folded)
  })

  it('gives a text that needs no folding back as it is', () => {
    expect(foldText('全县地区生产总值')).toBe('全县地区生产总值')
  })

  it.each([3, 16_384, 16_385, 40_000])('folds each of several texts of %i units by itself', (length) => {
    const [wide, plain] = ['烏'.repeat(length), '县'.repeat(length)]
    const folded = [wide, plain, wide, `${wide}　`, wide].map((one) => foldText(one))
    const narrow = '乌'.repeat(length)
    expect(folded).toEqual([narrow, plain, narrow, `${narrow} `, narrow])
  })

  it('folds every simplified character like each of its traditional forms', () => {
    const forms = (['t', 'tw', 'hk'] as const).map((to) => Converter({ from: 'cn', to }))
    const apart: string[] = []
    for (let code = 0x4e00; code <= 0x9fff; code++) {
      const simple = String.fromCharCode(code)
      for (const form of forms.map((convert) => convert(simple))) {
        if (foldText(form) !== foldText(simple)) apart.push(`${simple} ${form}`)
      }
    }
    expect(apart).toEqual([])
  })

  it('is settled after one round', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(foldText(foldText(typed))).toBe(foldText(typed))
      }),
    )
  })

  it('folds a cut as it folds the whole: no character looks at its neighbours', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(!/[\ud800-\udbff]$/.test(a))
        expect(foldText(a + b)).toBe(foldText(a) + foldText(b))
      }),
    )
  })

  it.each([
    ['𐐀', '𐐨'],
    ['𝟿\u{1d7ff}', '99'],
    ['甲\ud801', '甲\ud801'],
    ['\ufacf', '\u{2284a}'],
    ['a\u3000b c', 'a b c'],
    ['\u0000甲\u0007', '甲'],
  ])('folds %j to %j, beyond the basic plane, too', (typed, folded) => {
    expect(foldText(typed)).toBe(folded)
    expect(fold(typed).text).toBe(folded)
    expect(foldText(typed, { dropSpaces: true })).toBe(folded.replaceAll(' ', ''))
    expect(foldText(typed, { punctuation: 'keep' })).toBe(folded)
  })

  it('keeps spaces where marks go, and drops both where both are to', () => {
    expect(foldText('甲， 乙', { punctuation: 'drop' })).toBe('甲 乙')
    expect(foldText('甲， 乙', { punctuation: 'drop', dropSpaces: true })).toBe('甲乙')
    expect(foldText('甲、 乙', { punctuation: 'unify', dropSpaces: true })).toBe('甲,乙')
    expect(foldText('甲、 乙', { punctuation: 'unify' })).toBe('甲, 乙')
  })

  it('unifies or drops punctuation when asked', () => {
    expect(foldText('“马上办”—「办就办好」。', { punctuation: 'unify' })).toBe('"马上办"-"办就办好".')
    expect(foldText('“马上办”——12.5%，', { punctuation: 'drop' })).toBe('马上办125%')
  })
})

describe('fold', () => {
  it('points every unit at the original character it comes from', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (typed, dropSpaces) => {
        const folded = fold(typed, { dropSpaces })
        expect(folded.text).toBe(foldText(typed, { dropSpaces }))
        expect(folded.starts).toHaveLength(folded.text.length)
        for (let unit = 0; unit < folded.text.length; unit++) {
          const [start, end] = originalRange(folded, unit, unit + 1)
          expect(end).toBeGreaterThan(start)
          expect(foldText(typed.slice(start, end))).toContain(folded.text[unit])
        }
      }),
    )
  })

  it('knows the places of texts of every length, whether a character grows or none does', () => {
    for (let length = 0; length < 80; length++) {
      const places = Array.from({ length }, (_, at) => at)
      const plain = fold('县'.repeat(length))
      expect([[...Array.from(plain.starts)], [...Array.from(plain.ends)]]).toEqual([
        places,
        places.map((at) => at + 1),
      ])
      const grown = fold('ﷺ'.repeat(length))
      expect(grown.text).toBe('صلى الله عليه وسلم'.repeat(length))
      expect(Array.from(grown.starts)).toEqual(places.flatMap((at) => Array<number>(18).fill(at)))
    }
  })

  it('knows the places around characters of two units, spaces and what is invisible', () => {
    const folded = fold('𠮷 Ａ\u200b𐐀乙')
    expect(folded.text).toBe('𠮷 a𐐨乙')
    expect(Array.from(folded.starts)).toEqual([0, 0, 2, 3, 5, 5, 7])
    expect(Array.from(folded.ends)).toEqual([2, 2, 3, 4, 7, 7, 8])
    const dense = fold('甲 乙', { dropSpaces: true })
    expect([dense.text, [...Array.from(dense.starts)], [...Array.from(dense.ends)]]).toEqual([
      '甲乙',
      [0, 2],
      [1, 3],
    ])
  })

  it('gives nothing of an empty text', () => {
    expect(originalRange(fold(''), 0, 0)).toEqual([0, 0])
    expect(lettersOf('甲、乙 1.5%')).toBe('甲乙15')
  })

  it('keeps offsets when a sign stands for several characters', () => {
    const folded = fold('约5㎡地')
    expect(folded.text).toBe('约5m2地')
    expect(originalRange(folded, 2, 4)).toEqual([2, 3])
    expect(originalRange(folded, 4, 5)).toEqual([3, 4])
  })
})

describe('foldPhrase', () => {
  it('drops the spaces of a text that was just folded with them, and keeps them when it is folded so again', () => {
    const text = '旅遊\n收 入\u3000Ａ'
    expect([foldText(text), foldPhrase(text), foldText(text)]).toEqual([
      '旅游\n收 入 a',
      '旅游收入a',
      '旅游\n收 入 a',
    ])
    expect(fold(text).starts).toHaveLength(text.length)
  })

  it('ignores white space of every kind', () => {
    expect(foldPhrase('增长 8　%\u00a0以上\n')).toBe('增长8%以上')
    for (const space of '\t\n\r \u00a0\u1680\u2003\u2028\u202f\u3000')
      expect(foldPhrase(`甲${space}乙`)).toBe('甲乙')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeNeedles, NO_FIND } from '../../../src/search/rank/needles.ts'
import { isLatin, isWholeAt } from '../../../src/text/occurrences.ts'

function places(words: readonly string[], text: string): number[][] {
  const needles = makeNeedles(words)
  needles.scan('甲乙甲乙1.5a')
  needles.scan(text)
  return words.map((_, word) => {
    const found: number[] = []
    for (let find = needles.first(word); find !== NO_FIND; find = needles.next(find))
      found.push(needles.place(find))
    return found
  })
}

describe('needles', () => {
  it('are found wherever they stand, overlapping and inside one another', () => {
    expect(places(['甲', '甲甲', '乙', '甲甲乙', '丙'], '甲甲甲乙')).toEqual([
      [0, 1, 2],
      [0, 1],
      [3],
      [1],
      [],
    ])
  })

  it('of letters and figures are found only as a whole', () => {
    expect(places(['5', '5.5', 'g', 'g577', '577线'], '5.5% 15.5 g577线 5')).toEqual([
      [16],
      [0],
      [],
      [10],
      [],
    ])
  })

  it('are all found, however often they stand there', () => {
    const text = '甲乙，'.repeat(300)
    const [first, second] = places(['甲', '甲乙'], text)
    expect(first).toEqual(Array.from({ length: 300 }, (_, time) => 3 * time))
    expect(second).toEqual(first)
  })

  it('stand where a search for each of them finds it', () => {
    const word = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', '1', '.', 'a', '😀'),
      minLength: 1,
      maxLength: 4,
    })
    const text = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', '1', '.', 'a', '😀', '，'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), text, (words, inText) => {
        const expected = words.map((one) => {
          const found: number[] = []
          for (let at = inText.indexOf(one); at >= 0; at = inText.indexOf(one, at + 1))
            if (!isLatin(one) || isWholeAt(inText, at, at + one.length)) found.push(at)
          return found
        })
        expect(places(words, inText)).toEqual(expected)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FoldedTexts, layOutTexts } from '../../../src/search/embedded/folded-texts.ts'

// 䅁 and 䉁 share bytes with A and B across a unit's border: a search by bytes must not find them there.
const text = fc.string({ unit: fc.constantFrom('农', '业', '2', '，', '䅁', '䉁', '𠮷', 'A'), maxLength: 20 })

describe('FoldedTexts', () => {
  it('finds exactly the texts that hold a phrase', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 12 }),
        text.filter((phrase) => phrase !== ''),
        (texts, phrase) => {
          const expected = texts.flatMap((one, number) => (one.includes(phrase) ? [number] : []))
          const folded = new FoldedTexts(layOutTexts(texts))
          expect(folded.scan(phrase)).toEqual(expected)
          expect([...texts.keys()].map((number) => folded.textOf(number))).toEqual(texts)
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('finds any run of a text in that text, and no run across two', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (texts, a, b) => {
        const number = a % texts.length
        const whole = texts[number] ?? ''
        fc.pre(whole !== '')
        const run = whole.slice(b % whole.length)
        const found = new FoldedTexts(layOutTexts(texts)).scan(run)
        expect(found).toContain(number)
        for (const other of found) expect(texts[other]).toContain(run)
      }),
    )
  })
})

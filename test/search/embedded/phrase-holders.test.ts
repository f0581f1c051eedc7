import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FoldedTexts, layOutTexts } from '../../../src/search/embedded/folded-texts.ts'
import { findHolders } from '../../../src/search/embedded/phrase-holders.ts'
import { FrozenIndex } from '../../../src/search/embedded/scorer.ts'
import { TermCounter } from '../../../src/search/embedded/term-counter.ts'
import { FIELDS, passageTerms } from '../../../src/search/indexing/fields.ts'
import { foldPhrase } from '../../../src/text/normalizer.ts'

const units = ['农', '業', '业', '旅', '々', '𠮷', '5', 'A', 'ａ', '，', '-', ' ', '\u3000', '\n', '⑤', 'é']
const cuts = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 })
const text = fc.string({ unit: fc.constantFrom(...units), maxLength: 12 })

it('finds exactly the texts that hold all of some phrases, whatever is cut out of them', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), cuts, (texts, cut) => {
      const counter = new TermCounter(FIELDS)
      for (const one of texts) counter.add(passageTerms({ text: one, section: ['旅业'] }, counter))
      const folded = texts.map(foldPhrase)
      const searched = {
        index: new FrozenIndex(FIELDS, counter.finish()),
        texts: new FoldedTexts(layOutTexts(folded)),
      }
      const all = texts.join('')
      const phrases = cut.map(([from, length]) => {
        const start = from % (all.length + 1)
        return foldPhrase(all.slice(start, start + 1 + (length % 6)))
      })
      fc.pre(!phrases.includes(''))
      const expected = folded.flatMap((one, number) =>
        phrases.every((phrase) => one.includes(phrase)) ? [number] : [],
      )
      expect(findHolders(phrases, searched)).toEqual(expected)
    }),
    { numRuns: 2_000 },
  )
})

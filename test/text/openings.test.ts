import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeOpenings } from '../../src/text/openings.ts'

const text = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('山', '水', '乡', 'a'), minLength, maxLength })

it('tells at every place the longest word that opens with the two units there, or the one of one unit', () => {
  fc.assert(
    fc.property(fc.array(text(1, 4), { maxLength: 5 }), text(1, 8), (words, given) => {
      const longestFrom = makeOpenings(words)
      for (let at = 0; at < given.length; at++) {
        const pair = given.slice(at, at + 2)
        const longer = words.filter((word) => pair.length === 2 && word.startsWith(pair))
        const single = words.includes(given[at] as string) ? 1 : 0
        const expected = longer.length === 0 ? single : Math.max(...longer.map((word) => word.length))
        expect(longestFrom(given, at)).toBe(expected)
      }
    }),
  )
})

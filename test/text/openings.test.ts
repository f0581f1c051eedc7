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

it('takes no two openings for one another', () => {
  // Units that share their lower eleven bits.
  const longestFrom = makeOpenings(['\u4e00山'])
  expect([longestFrom('\u4e00山', 0), longestFrom('\u5600山', 0), longestFrom('\u4e00水', 0)]).toEqual([
    2, 0, 0,
  ])
})

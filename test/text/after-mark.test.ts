import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterMark } from '../../src/text/after-mark.ts'

it('is the place behind the last mark before another place, and 0 without one', () => {
  const text = fc.string({ unit: fc.constantFrom('山', '。', '，', '；'), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(text, fc.constantFrom('。', '。；', '，。；'), fc.nat(), (given, marks, place) => {
      const end = 1 + (place % given.length)
      const before = [...given.slice(0, end)].findLastIndex((character) => marks.includes(character))
      expect(afterMark(given, marks, end)).toBe(before + 1)
    }),
  )
})

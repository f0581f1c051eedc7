import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterMark, beforeMark, sentenceAround } from '../../src/text/after-mark.ts'

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

it('is the beginning where nothing stands before the place, and the end of the text where the place lies beyond', () => {
  expect(['。山', '山'].map((text) => afterMark(text, '。', 0))).toEqual([0, 0])
  expect(afterMark('。山', '。', -1)).toBe(0)
  expect(afterMark('山。', '。', 9)).toBe(2)
})

it.each([
  ['一、二。三', '、。', 0, 1],
  ['一、二。三', '、。', 1, 1],
  ['一、二。三', '、。', 2, 3],
  ['一、二。三', '、。', 4, 5],
  ['', '、', 0, 0],
])('in %s the first of %s from %i on stands at %i, or the text ends there', (text, marks, start, at) => {
  expect(beforeMark(text, marks, start)).toBe(at)
})

it.each([
  ['甲。乙，丙；丁', 3, 4, '乙，丙'],
  ['甲;乙', 0, 1, '甲'],
  ['甲;乙', 2, 3, '乙'],
  ['甲乙', 0, 2, '甲乙'],
])('takes from %s what stands between two stops around %i to %i: %s', (text, start, end, sentence) => {
  expect(sentenceAround(text, start, end)).toBe(sentence)
})

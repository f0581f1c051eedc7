import { expect, it } from 'vitest'
import { eachOccurrence, escapePattern, isLatin, occursIn } from '../../src/text/occurrences.ts'

it.each([
  ['茶园', '茶园增收，茶园扩面', [0, 5]],
  ['茶茶', '茶茶茶', [0, 1]],
  ['g577', 'g577线，g5771线', [0]],
  ['5', '15.5', []],
  ['1', '10，01，1', [6]],
  ['a9', 'a90，za9，a9{', [8]],
  ['桑园', '茶园增收', []],
  ['5', '5:30', [0]],
  ['5', '1,5', []],
  ['5', '1:5', [2]],
  ['2', '1a.2', [3]],
  ['5', '10.5，9.5，:.5', [11]],
  ['5', '5.0，5.9，5.x', [8]],
  ['a', '`a{', [1]],
  ['§5', '§50', [0]],
] as const)('%s stands in %s at %j', (term, text, places) => {
  const found: number[] = []
  eachOccurrence(text, term, (start) => found.push(start))
  expect(found).toEqual(places)
  expect(occursIn(text, term)).toBe(places.length > 0)
})

it.each([
  ['a', true],
  ['9', true],
  ['\u007f', true],
  ['\u0080', false],
  ['县', false],
])('takes %j for a beginning of ASCII: %s', (term, isTold) => {
  expect(isLatin(term)).toBe(isTold)
})

it('makes a pattern that stands for its own characters', () => {
  const text = 'a.*+?^$(){}|[]\\z'
  expect(new RegExp(`^${escapePattern(text)}$`, 'u').test(text)).toBe(true)
})

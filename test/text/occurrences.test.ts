import { expect, it } from 'vitest'
import { eachOccurrence, occursIn } from '../../src/text/occurrences.ts'

it.each([
  ['茶园', '茶园增收，茶园扩面', [0, 5]],
  ['茶茶', '茶茶茶', [0, 1]],
  ['g577', 'g577线，g5771线', [0]],
  ['5', '15.5', []],
  ['1', '10，01，1', [6]],
  ['a9', 'a90，za9，a9{', [8]],
  ['桑园', '茶园增收', []],
] as const)('%s stands in %s at %j', (term, text, places) => {
  const found: number[] = []
  eachOccurrence(text, term, (start) => found.push(start))
  expect(found).toEqual(places)
  expect(occursIn(text, term)).toBe(places.length > 0)
})

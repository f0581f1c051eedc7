import { expect, it } from 'vitest'
import { addTo, countUp, getOrMake, groupBy } from '../../src/text/maps.ts'

it('makes what stands under a key once', () => {
  const map = new Map<string, number>()
  const made: string[] = []
  const make = (name: string) => () => made.push(name)
  expect([getOrMake(map, 'a', make('a')), getOrMake(map, 'a', make('b'))]).toEqual([1, 1])
  expect(made).toEqual(['a'])
})

it('keeps lists and counts under keys', () => {
  const lists = new Map<string, number[]>()
  for (const item of [1, 2, 3]) addTo(lists, item === 2 ? 'even' : 'odd', item)
  expect([...lists]).toEqual([
    ['odd', [1, 3]],
    ['even', [2]],
  ])
  const counts = new Map<string, number>()
  countUp(counts, 'a')
  countUp(counts, 'a')
  countUp(counts, 'b', 3)
  expect([...counts]).toEqual([
    ['a', 2],
    ['b', 3],
  ])
})

it('groups items by their keys, in the order of the first of each', () => {
  expect([...groupBy(['乙一', '甲一', '乙二'], (item) => item[0])]).toEqual([
    ['乙', ['乙一', '乙二']],
    ['甲', ['甲一']],
  ])
})

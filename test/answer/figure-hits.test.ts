/** The passages that state figures come first, and each range is told the kinds of its figures. */
import { expect, it } from 'vitest'
import { findKinds, withFiguresFirst } from '../../src/answer/figures/figure-hits.ts'
import type { StatedFigure } from '../../src/search/backend.ts'
import type { Hit, Searcher } from '../../src/search/searcher.ts'
import type { Range } from '../../src/text/runs.ts'

const row = (passage: string, numbers: readonly Range[], kind = 'actual'): StatedFigure =>
  ({
    figure: { passage, numbers, kind },
    passage: { id: passage },
    report: { place: '甲县' },
  }) as unknown as StatedFigure
const hit = (id: string, score: number, weight: number): Hit =>
  ({ passage: { id }, report: {}, score, matches: [{ range: [4, 6], weight, term: 0 }] }) as unknown as Hit

it('puts the passages of the rows first, their numbers heavier than all else', () => {
  const rows = [
    row('c', [
      [9, 11],
      [1, 3],
    ]),
    row('b', [[0, 2]]),
    row('c', [[20, 22]]),
  ]
  const hits = withFiguresFirst([hit('a', 7, 2), hit('b', 5, 3)], rows)
  expect(hits.map(({ passage, score }) => [passage.id, score])).toEqual([
    ['c', 7],
    ['b', 5],
    ['a', 7],
  ])
  expect(hits.map(({ matches }) => matches)).toEqual([
    [
      { range: [1, 3], weight: 6, term: -1 },
      { range: [9, 11], weight: 6, term: -1 },
    ],
    [
      { range: [0, 2], weight: 12, term: -1 },
      { range: [4, 6], weight: 3, term: 0 },
    ],
    [{ range: [4, 6], weight: 2, term: 0 }],
  ])
})

it('gives the numbers a weight where no hit has any', () => {
  expect(withFiguresFirst([], [row('c', [[1, 3]])])).toMatchObject([
    { score: 0, matches: [{ range: [1, 3], weight: 2 }] },
  ])
})

it('tells the kinds of the figures in the first range that holds any', async () => {
  const stated = [row('a', [[2, 4]], 'target'), row('a', [[6, 8]]), row('b', [[0, 1]], 'target')]
  let asked = 0
  const searcher = {
    backend: {
      figures: async () => {
        asked++
        return stated
      },
    },
  } as unknown as Searcher
  const kindsOf = await findKinds(searcher, ['a'])
  const within = (...ranges: readonly Range[]) => kindsOf('a', ...ranges.map((range) => () => range))
  expect(within([2, 4])).toEqual(['target'])
  expect(within([3, 9])).toEqual(['actual'])
  expect(within([2, 8])).toEqual(['actual', 'target'])
  expect(within([0, 2], [2, 4])).toEqual(['target'])
  expect(within([0, 3])).toEqual([])
  expect(kindsOf('b', () => [0, 5])).toEqual(['target'])
  expect(kindsOf('c', () => [0, 5])).toEqual([])
  expect((await findKinds(searcher, []))('a', () => [0, 9])).toEqual([])
  expect(asked).toBe(1)
})

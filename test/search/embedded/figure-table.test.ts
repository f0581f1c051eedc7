/** Figures laid out flat are those that were given, found by indicator and by passage, also where tables are put together. */
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../src/figures/figure.ts'
import {
  type FigureArrays,
  layOutFigures,
  mergeFigures,
  openFigureTable,
} from '../../../src/search/embedded/figure-table.ts'

const TEXT = '粮食总产12.5万吨，增长3.8%；力争旅游收入突破3亿元。'
const source = (passage: number) => ({ id: `p${passage}`, paragraph: passage + 1, text: TEXT })

function figure(passage: number, fields: Partial<Figure>): Figure {
  const { id, paragraph } = source(passage)
  const [start, end] = [0, 15]
  return {
    ...{ indicator: '粮食产量', name: '粮食总产', kind: 'actual', year: 2023, value: '12.5', unit: '万吨' },
    ...{ change: '+3.8%', bound: 'exact', subject: null, scope: null, passage: id, paragraph, start, end },
    ...{ quote: TEXT.slice(start, end), numbers: [[4, 10] as const, [12, 16] as const] },
    ...fields,
  } as Figure
}

const income = {
  indicator: '旅游收入',
  name: '旅游收入',
  start: 16,
  end: 26,
  quote: TEXT.slice(16, 26),
  numbers: [[22, 26] as const],
}
/** By passage: the first, the third and the fifth of five state something. */
const FIGURES: readonly (readonly Figure[])[] = [
  [
    figure(0, {}),
    figure(0, {
      ...income,
      kind: 'target',
      year: 2024,
      change: null,
      value: '3',
      unit: '亿元',
      bound: 'over',
    }),
  ],
  [],
  [
    figure(2, { ...income, subject: '全县', scope: '累计', value: null }),
    figure(2, { indicator: '𠮷林产值', name: '𠮷林' }),
  ],
  [],
  [figure(4, { year: 2019 })],
]

function readAll(arrays: FigureArrays): Figure[] {
  const table = openFigureTable(arrays)
  const [first, end] = table.inPassages(0, FIGURES.length)
  return Array.from({ length: end - first }, (_, at) =>
    table.read(first + at, source(table.passage(first + at))),
  )
}

describe('a table of figures', () => {
  it('gives back what was laid out', () => {
    expect(readAll(layOutFigures(FIGURES))).toEqual(FIGURES.flat())
    expect(readAll(layOutFigures([]))).toEqual([])
  })

  it('finds the figures of an indicator and of passages, with their years and kinds', () => {
    const table = openFigureTable(layOutFigures(FIGURES))
    expect([...table.ofIndicator('粮食产量')]).toEqual([0, 4])
    expect([...table.ofIndicator('旅游收入')]).toEqual([1, 2])
    expect([...table.ofIndicator('𠮷林产值')]).toEqual([3])
    expect([...table.ofIndicator('棉花产量')]).toEqual([])
    expect(table.inPassages(1, 2)).toEqual([2, 2])
    expect(table.inPassages(2, 4)).toEqual([2, 4])
    expect([0, 1, 2, 3, 4].map(table.kind)).toEqual(['actual', 'target', 'actual', 'actual', 'actual'])
    expect([0, 1, 2, 3, 4].map(table.year)).toEqual([2023, 2024, 2023, 2023, 2019])
    expect([0, 1, 2, 3, 4].map(table.passage)).toEqual([0, 0, 2, 2, 4])
  })

  it.each([
    [[5], [[0, 5]]],
    [
      [2, 5],
      [
        [0, 2],
        [2, 5],
      ],
    ],
    [
      [1, 3, 4, 5],
      [
        [0, 1],
        [1, 3],
        [3, 4],
        [4, 5],
      ],
    ],
  ] as [number[], [number, number][]][])('is the same put together of stretches up to %j', (_, stretches) => {
    const whole = layOutFigures(FIGURES)
    const merged = mergeFigures(stretches.map(([from, to]) => ({ arrays: whole, from, to, start: from })))
    expect(merged).toEqual(whole)
  })

  it('is the same put together of tables of their own, in whatever order they were made', () => {
    const [behind, before] = [layOutFigures(FIGURES.slice(2)), layOutFigures(FIGURES.slice(0, 2))]
    const merged = mergeFigures([
      { arrays: before, from: 0, to: 2, start: 0 },
      { arrays: behind, from: 0, to: 3, start: 2 },
    ])
    expect(merged).toEqual(layOutFigures(FIGURES))
    expect(readAll(merged)).toEqual(FIGURES.flat())
  })
})

import { expect, it } from 'vitest'
import { comparableAmounts } from '../../src/answer/figures/comparable-amounts.ts'
import type { StatedFigure } from '../../src/search/backend.ts'

type Said = readonly [indicator: string, value: string | null, unit: string | null, change?: string]

it.each<[string, readonly Said[], readonly [string, string, ...number[]] | null]>([
  [
    'values',
    [
      ['粮食', '12', '万吨'],
      ['粮食', '3', '吨'],
    ],
    ['value', '吨', 120_000, 3],
  ],
  [
    'changes',
    [
      ['粮食', null, null, '+3%'],
      ['粮食', '3', '吨', '-2%'],
    ],
    ['change', '%', 3, -2],
  ],
  [
    'three',
    [
      ['粮食', '1', '吨'],
      ['粮食', '2', '吨'],
      ['粮食', '3', '吨'],
    ],
    ['value', '吨', 1, 2, 3],
  ],
  ['one alone', [['粮食', '12', '万吨']], null],
  [
    'two things',
    [
      ['粮食', '12', '万吨'],
      ['棉花', '3', '万吨'],
    ],
    null,
  ],
  [
    'two units',
    [
      ['粮食', '12', '万吨'],
      ['粮食', '3', '亿元'],
    ],
    null,
  ],
  [
    'a value and a change',
    [
      ['粮食', '12', '万吨'],
      ['粮食', null, null, '+3%'],
    ],
    null,
  ],
])('sets side by side, or not: %s', (_what, said, expected) => {
  const rows = said.map(
    ([indicator, value, unit, change = null]) =>
      ({ figure: { indicator, value, unit, change } }) as StatedFigure,
  )
  const found = comparableAmounts(rows)
  expect(found && [found.measure, found.unit, ...rows.map((row) => found.amounts.get(row))]).toEqual(expected)
})

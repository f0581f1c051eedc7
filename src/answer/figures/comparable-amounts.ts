/** Reads figures as amounts that can be set side by side: of one indicator, in one unit; their sizes, or else their changes. */
import { type Amount, readChange, readValue } from '../../figures/quantity.ts'
import type { StatedFigure } from '../../search/backend.ts'

export interface ComparableAmounts {
  readonly measure: 'value' | 'change'
  /** Without magnitude: 元, 人次, %. */
  readonly unit: string
  /** In single units. */
  readonly amounts: ReadonlyMap<StatedFigure, number>
}

/** null where there is nothing to compare, or not in one unit. */
export function comparableAmounts(rows: readonly StatedFigure[]): ComparableAmounts | null {
  const isOfOneThing = new Set(rows.map(({ figure }) => figure.indicator)).size === 1
  if (rows.length < 2 || !isOfOneThing) return null
  return (
    read(rows, 'value', ({ figure }) => readValue(figure)) ??
    read(rows, 'change', ({ figure }) => readChange(figure))
  )
}

function read(
  rows: readonly StatedFigure[],
  measure: ComparableAmounts['measure'],
  amountOf: (row: StatedFigure) => Amount | null,
): ComparableAmounts | null {
  const amounts = new Map<StatedFigure, number>()
  const units = new Set<string>()
  for (const row of rows) {
    const amount = amountOf(row)
    if (amount === null) return null
    units.add(amount.unit)
    amounts.set(row, amount.number)
  }
  const [unit] = units
  return units.size === 1 && unit !== undefined ? { measure, unit, amounts } : null
}

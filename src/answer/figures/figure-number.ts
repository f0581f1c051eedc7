/** Writes a figure's value and change for people: 56.4亿元，增长12%; its bound stands where the report has it. */
import type { Bound, Figure } from '../../figures/figure.ts'

const AFTER: Readonly<Record<Bound, string>> = {
  exact: '',
  about: '左右',
  'at-least': '以上',
  'at-most': '以内',
  over: '',
}

const SIGNS: Readonly<Record<Bound, string>> = {
  exact: '',
  about: '≈',
  'at-least': '≥',
  'at-most': '≤',
  over: '>',
}

/** The size, or without one the growth, in few columns: ≥39.6亿元. */
export function shortNumber({ value, unit, change, bound }: Figure): string {
  return SIGNS[bound] + (value === null ? (change ?? '') : `${value}${unit ?? ''}`)
}

/** 56.4亿元（+12%）; without a value the change alone: +8%以上. */
export function figureNumber({ value, unit, change, bound }: Figure): string {
  const before = bound === 'over' ? '超' : ''
  if (value === null) return `${before}${change ?? ''}${AFTER[bound]}`
  const size = `${before}${value}${unit ?? ''}${AFTER[bound]}`
  return change === null ? size : `${size}（${change}）`
}

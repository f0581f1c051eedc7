/** Writes a figure's value and change for people: 56.4亿元，增长12%; its bound stands where the report has it. */
import { type Bound, type Figure, firstNumber } from '../../figures/figure.ts'

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
export function figureNumber(figure: Figure): string {
  const { kind, value, unit, change, bound, quote, start } = figure
  const words = quote.slice(0, firstNumber(figure)[0] - start)
  // 预计完成60.7亿元: a result that is not in yet when the report is given.
  const reckoned = kind === 'actual' && words.includes('预计') ? '预计' : ''
  // 近100万辆 is less, and 100万辆左右 may be more.
  const isNear = bound === 'about' && words.trimEnd().endsWith('近')
  const before = `${reckoned}${isNear ? '近' : bound === 'over' ? '超' : ''}`
  const after = isNear ? '' : AFTER[bound]
  if (value === null) return `${before}${change ?? ''}${after}`
  const size = `${before}${value}${unit ?? ''}${after}`
  return change === null ? size : `${size}（${change}）`
}

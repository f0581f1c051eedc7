/** Turns printed values and changes into numbers that can be compared and set in order: 7.4亿元, 1,920万美元, +24.19%, 15—20. */
import type { Figure } from './figure.ts'
import { readQuantity } from './quantity.ts'

export interface Amount {
  /** In single units: 56.4亿元 is 5,640,000,000. Of a range the middle. */
  readonly number: number
  /** The unit without its magnitude: 元, 美元, 人次, %; '' where none is printed. Amounts of two units are never compared. */
  readonly unit: string
}

/** What people say of units, beside the names that `readQuantity` knows. */
const SPOKEN_UNITS: Readonly<Record<string, string>> = { 块钱: '元', 块: '元', 钱: '元', 个: '' }

/** The value of a figure; null where it states a change only. */
export function readValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): Amount | null {
  return value === null ? null : readAmount(value, unit ?? '')
}

/** The change of a figure: growth in %, or a difference in units; negative where it falls. */
export function readChange({ change }: Pick<Figure, 'change'>): Amount | null {
  const match = /^([+-]?)([\d.—-]+)(.*)$/u.exec(change ?? '')
  if (match === null) return null
  const amount = readAmount(match[2] ?? '', match[3] ?? '')
  return amount === null || match[1] !== '-' ? amount : { ...amount, number: -amount.number }
}

/** Reads a printed number with its unit; null where it is no number. */
export function readAmount(printed: string, printedUnit: string): Amount | null {
  const quantity = readQuantity(printed, printedUnit)
  if (quantity === null) return null
  const { low, high, unit } = quantity
  return { number: (low + high) / 2, unit: SPOKEN_UNITS[unit] ?? unit }
}

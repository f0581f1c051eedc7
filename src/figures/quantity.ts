/** Turns printed numbers with their units into quantities that are found equal however they are written, and into amounts that can be compared and set in order: 7.4亿元, 1,920万美元, +24.19%, 15—20. */
import { foldText } from '../text/normalizer.ts'
import { readNumeral } from '../text/numeral.ts'
import type { Figure } from './figure.ts'

export interface Quantity {
  /** In single units: 2.3亿元 and 23000万元 are 230,000,000. Other than `high` only for a range. */
  readonly low: number
  readonly high: number
  /** Without magnitude, one word for each unit: 元, 人, %; '' where none is printed. */
  readonly unit: string
}

const MAGNITUDES = new Map([
  ['十', 10],
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
])
/** What a unit is of another. */
const UNITS: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  成: ['%', 10],
  倍: ['%', 100],
  '‰': ['%', 0.1],
  百分点: ['个百分点', 1],
  名: ['人', 1],
  位: ['人', 1],
  家: ['个', 1],
  公斤: ['吨', 1e-3],
  千克: ['吨', 1e-3],
  斤: ['吨', 5e-4],
  公顷: ['亩', 15],
  平: ['平方米', 1],
  平米: ['平方米', 1],
  平方千米: ['平方公里', 1],
  千米: ['公里', 1],
  度: ['千瓦时', 1],
  千瓦时: ['千瓦时', 1],
  元人民币: ['元', 1],
  人民币: ['元', 1],
}

/** null where no number is read. */
export function readQuantity(printed: string, printedUnit = ''): Quantity | null {
  const number = foldText(printed, { dropSpaces: true }).replaceAll(',', '').replace('·', '.')
  const fraction = FRACTION.exec(number)?.groups
  if (fraction !== undefined) return shareOf(fraction)
  const isPercent = number.startsWith('百分之')
  const [low, high = low] = number.replace(/^百分之/u, '').split(/[-—–―─~至到]+/u)
  const [from, to] = [readOne(low ?? ''), readOne(high ?? '')]
  if (from === null || to === null) return null
  let factor = 1
  let unit = foldText(isPercent ? '%' : printedUnit, { dropSpaces: true })
  // 百分点, 千克 and 千米 are units by themselves.
  while (UNITS[unit] === undefined && MAGNITUDES.has(unit[0] ?? '')) {
    factor *= MAGNITUDES.get(unit[0] ?? '') ?? 1
    unit = unit.slice(1)
  }
  const [name, size] = UNITS[unit] ?? [unit, 1]
  return { low: from * factor * size, high: to * factor * size, unit: name }
}

/** 四分之一. */
const FRACTION = /^(?<whole>[二两三四五六七八九十千])分之(?<part>[一二三四五六七八九十])$/u

function shareOf({ whole = '', part = '' }: Readonly<Record<string, string>>): Quantity | null {
  const [of, some] = [readOne(whole), readOne(part)]
  if (of === null || some === null) return null
  return { low: (100 * some) / of, high: (100 * some) / of, unit: '%' }
}

/** Equal but for the error of floating point. */
export function isSameQuantity(a: Quantity, b: Quantity): boolean {
  // 收入超10亿: what is left out can be nothing but 元.
  const isSameUnit = a.unit === b.unit || (a.low >= MIN_UNITLESS && [a.unit, b.unit].sort().join() === ',元')
  return isSameUnit && isClose(a.low, b.low) && isClose(a.high, b.high)
}

const MIN_UNITLESS = 1e6

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))
}

/** 三点五, 3.5, 二百六十. */
function readOne(number: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(number)) return Number(number)
  // 突破百亿.
  const mark = number.length === 1 ? MAGNITUDES.get(number) : undefined
  if (mark !== undefined) return mark
  const [whole = '', decimals] = number.split('点')
  const value = whole === '' ? null : readNumeral(whole)
  if (value === null || decimals === undefined) return value
  const digits = Array.from(decimals, (digit) => readNumeral(digit))
  return digits.includes(null) ? null : Number(`${value}.${digits.join('')}`)
}

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

/** Turns printed values and changes into numbers that can be compared and set in order: 7.4亿元, 1,920万美元, +24.19%, 15—20. */
import { foldText } from '../text/normalizer.ts'
import { readNumeral } from '../text/numeral.ts'
import type { Figure } from './figure.ts'

export interface Amount {
  /** In single units: 56.4亿元 is 5,640,000,000. Of a range the middle. */
  readonly number: number
  /** The unit without its magnitude: 元, 美元, 人次, %; '' where none is printed. Amounts of two units are never compared. */
  readonly unit: string
}

const MAGNITUDES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
}
const MAGNITUDE = /^(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百|十)/u
/** Words for one unit, and what a unit is a multiple of. */
const UNITS: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  元人民币: ['元', 1],
  块钱: ['元', 1],
  块: ['元', 1],
  钱: ['元', 1],
  公斤: ['吨', 0.001],
  斤: ['吨', 0.0005],
  公顷: ['亩', 15],
  人次: ['人次', 1],
  名: ['人', 1],
  个: ['', 1],
  平方千米: ['平方公里', 1],
  千米: ['公里', 1],
  度: ['千瓦时', 1],
  '‰': ['%', 0.1],
}

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
  const number = readNumber(foldText(printed, { dropSpaces: true }).replaceAll(',', ''))
  if (number === null) return null
  const folded = foldText(printedUnit, { dropSpaces: true })
  const magnitude = MAGNITUDE.exec(folded)?.[0] ?? ''
  const rest = folded.slice(magnitude.length)
  const [unit, factor] = UNITS[rest] ?? [rest, 1]
  return { number: number * (MAGNITUDES[magnitude] ?? 1) * factor, unit }
}

function readNumber(folded: string): number | null {
  const [low, high] = folded.split(/[-—–~至]/u).filter((part) => part !== '')
  if (low === undefined) return null
  const first = readOne(low)
  if (first === null || high === undefined) return first
  const second = readOne(high)
  return second === null ? null : (first + second) / 2
}

function readOne(text: string): number | null {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : readNumeral(text)
}

/** Turns a figure into its numbers, the value and the change, each with its qualifier, so that each can be confirmed by itself. */
import type { Bound, Figure } from '../../figures/figure.ts'
import { isSameQuantity, type Quantity, readQuantity } from '../../figures/quantity.ts'
import { foldText } from '../../text/normalizer.ts'

export interface FigurePart {
  readonly of: 'value' | 'change'
  readonly quantity: Quantity
  readonly isFall: boolean
  readonly bound: Bound
  /** The number with its unit as printed, and whether it is a rise or a fall: 2.3亿元, 增长8%以上. */
  readonly printed: string
}

/** A number that cannot be read is no part. `text`: what the figure's places are in. */
export function readParts(figure: Figure, text: string): FigurePart[] {
  const { value, unit, change } = figure
  const parts: FigurePart[] = []
  if (value !== null) add(parts, 'value', { number: value, unit: unit ?? '', figure, text })
  const moved = /^([+-]?)(百分之[^%]+|[\d.,—-]+|[^\d%]*?[零〇一二三四五六七八九两十百千点])([^\d]*)$/u.exec(
    change ?? '',
  )
  if (moved !== null)
    add(parts, 'change', { number: moved[2] ?? '', unit: moved[3] ?? '', figure, text, sign: moved[1] ?? '' })
  return parts
}

interface Printed {
  readonly number: string
  readonly unit: string
  readonly figure: Figure
  readonly text: string
  readonly sign?: string
}

function add(parts: FigurePart[], of: FigurePart['of'], { number, unit, figure, text, sign }: Printed): void {
  const quantity = readQuantity(number, unit)
  if (quantity === null) return
  const range = rangeOf(number, figure, { text, isLast: of === 'change' })
  const around = range === null ? 'exact' : boundAround(text, range)
  // A figure has one qualifier, that of its value; that of a change stands beside it.
  const isOwn = of === 'value' || figure.value === null
  const bound = isOwn && figure.bound !== 'exact' ? figure.bound : around
  const way = sign === undefined ? '' : sign === '-' ? '下降' : '增长'
  const printed = range === null ? `${number}${unit}` : printedWithBound(text, range)
  parts.push({ of, quantity, isFall: sign === '-', bound, printed: way + printed })
}

function rangeOf(
  number: string,
  { numbers }: Figure,
  { text, isLast }: { readonly text: string; readonly isLast: boolean },
): readonly [number, number] | null {
  const digits = number.replace(/[-—–~].*$/u, '')
  const found = numbers.filter(([start, end]) =>
    foldText(text.slice(start, end), { dropSpaces: true }).replaceAll(',', '').startsWith(digits),
  )
  return (isLast ? found.at(-1) : found[0]) ?? null
}

const BOUNDS: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:左右|上下)/u, 'about'],
  [/^(?:及以上|以上|之上)/u, 'at-least'],
  [/^(?:以内|以下|之内)/u, 'at-most'],
]
const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/(?:不低于|不少于|至少)$/u, 'at-least'],
  [/(?:不超过|不高于|不多于|不到|不足)$/u, 'at-most'],
  [/(?:超过|超|突破|逾)了?$/u, 'over'],
  [/(?:约|近|接近|大约|将近)$/u, 'about'],
]
const CLOSING = /^(?:左右|上下|及以上|以上|之上|以内|以下|之内)/u

/** What the words beside a number say of it. */
function boundAround(text: string, [start, end]: readonly [number, number]): Bound {
  const after = BOUNDS.find(([pattern]) => pattern.test(text.slice(end, end + 3).trimStart()))
  const before = BEFORE.find(([pattern]) => pattern.test(text.slice(Math.max(0, start - 4), start).trimEnd()))
  if (after !== undefined) return after[1]
  if (before !== undefined) return before[1]
  return /[余多]/u.test(text.slice(start, end)) ? 'over' : 'exact'
}

function printedWithBound(text: string, [start, end]: readonly [number, number]): string {
  return text.slice(start, end) + (CLOSING.exec(text.slice(end))?.[0] ?? '')
}

/** `claimed`: 56.4亿 without its unit is 56.4亿元, as people write it. */
export function isSamePart(claimed: FigurePart, part: FigurePart): boolean {
  if (claimed.of !== part.of || claimed.isFall !== part.isFall) return false
  const { quantity } = claimed
  const isBare = quantity.unit === '' && /[万亿]/u.test(claimed.printed)
  return isSameQuantity(isBare ? { ...quantity, unit: part.quantity.unit } : quantity, part.quantity)
}

/** The numbers of a figure as the report prints them: 56.4亿元, 增长8%以上. */
export function printedParts(figure: Figure, text: string): string[] {
  return readParts(figure, text).map(({ printed }) => printed)
}

/** Turns a figure into its numbers, the value and the change, each with its qualifier, so that each can be confirmed by itself; and finds what says which ones it counts. */

import { type Bound, type Figure, firstNumber } from '../../figures/figure.ts'
import { boundBefore } from '../../figures/lexicon.ts'
import { boundBehind } from '../../figures/number.ts'
import { isSameQuantity, type Quantity, readQuantity } from '../../figures/quantity.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { getOrMake } from '../../text/maps.ts'
import { foldText } from '../../text/normalizer.ts'
import { overlap, type Range } from '../../text/runs.ts'
import { afterMark, beforeMark } from '../../text/sentences.ts'
import { isRemoved } from './deeds.ts'
import { MARKS } from './stretch.ts'

export interface FigurePart {
  readonly of: 'value' | 'change'
  readonly quantity: Quantity
  readonly isFall: boolean
  readonly bound: Bound
  /** By 约 or 近, not by 左右. */
  readonly isNearly: boolean
  /** The number with its unit as printed, and whether it is a rise or a fall: 2.3亿元, 增长8%以上. */
  readonly printed: string
  /** The same with the word before it that bounds it: 突破2.3亿元. */
  readonly bounded: string
}

/** A number that cannot be read is no part. `text`: what the figure's places are in. */
export function readParts(figure: Figure, text: string): FigurePart[] {
  const { value, unit, change } = figure
  const parts: FigurePart[] = []
  if (value !== null) add(parts, 'value', { number: value, unit: unit ?? '', figure, text })
  const moved = /^([+-]?)(.分之[^%]+|[\d.,—-]+|[^\d%]*?[零〇一二三四五六七八九两十百千点])([^\d]*)$/u.exec(
    change ?? '',
  )
  if (moved !== null)
    add(parts, 'change', { number: moved[2] ?? '', unit: moved[3] ?? '', figure, text, sign: moved[1] ?? '' })
  return parts
}

const parts = new WeakMap<StatedFigure, FigurePart[]>()

/** Those of a report's figure: every claim beside it asks for them. */
export function partsOf(stated: StatedFigure): readonly FigurePart[] {
  return getOrMake(parts, stated, () => readParts(stated.figure, stated.passage.text))
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
  const before = range && boundBefore(text, range[0])
  const behind = range && boundBehind(text, range[1])
  const words = range === null ? `${number}${unit}` : text.slice(...range)
  const around = (behind ?? before)?.[1] ?? (range !== null && /[余多]/u.test(words) ? 'over' : 'exact')
  // A figure has one qualifier, that of its value; that of a change stands beside it.
  const isOwn = of === 'value' || figure.value === null
  const bound = isOwn && figure.bound !== 'exact' ? figure.bound : around
  const way = sign === undefined ? '' : sign === '-' ? '下降' : '增长'
  const printed = `${way}${words}${behind?.[0] ?? ''}`
  const bounded = behind === null ? `${way}${before?.[0] ?? ''}${words}` : printed
  parts.push({
    of,
    quantity,
    isFall: sign === '-',
    bound,
    isNearly: before?.[1] === 'about',
    printed,
    bounded,
  })
}

function rangeOf(
  number: string,
  { numbers }: Figure,
  { text, isLast }: { readonly text: string; readonly isLast: boolean },
): Range | null {
  const digits = number.replace(/[-—–~].*$/u, '')
  const found = numbers.filter(([start, end]) =>
    foldText(text.slice(start, end), { dropSpaces: true }).replaceAll(',', '').startsWith(digits),
  )
  return (isLast ? found.at(-1) : found[0]) ?? null
}

/** `claimed`: 56.4亿 without its unit is 56.4亿元, as people write it. */
export function isSamePart(claimed: FigurePart, part: FigurePart): boolean {
  if (claimed.of !== part.of || claimed.isFall !== part.isFall) return false
  const quantity = { ...claimed.quantity, unit: counted(claimed.quantity.unit, part.quantity.unit) }
  // 引进人才42万, and 42万人.
  const isBare = [claimed, part].some((one) => one.quantity.unit === '' && /[万亿]/u.test(one.printed))
  // 每月2130元 is 2130元/月, and 24微克 24微克/立方米.
  const isPer = quantity.unit !== '' && part.quantity.unit.startsWith(`${quantity.unit}/`)
  return isSameQuantity(isBare || isPer ? { ...quantity, unit: part.quantity.unit } : quantity, part.quantity)
}

/** 869部 for 869台 of what both count: pieces are counted by several words, people by 个, too, and 496块 may be no money. */
function counted(unit: string, printed: string): string {
  if (unit === '元' && printed === '块') return printed
  return PIECES.has(unit) && (PIECES.has(printed) || (unit === '个' && printed === '人')) ? printed : unit
}

const PIECES = new Set(Array.from('个台部辆架座处所栋幢条件项支根盏间套张'))

/** Numbers of two units contradict each other only where one may stand for the other: 50亿元 for 50亿美元, 438万人 for 438万人次, 26微克 for 26微克/立方米. */
export function isComparable({ quantity: a }: FigurePart, { quantity: b }: FigurePart): boolean {
  const sort = (unit: string): string =>
    SORTS.find((units) => units.test(unit))?.source ?? unit.replace(/\/.*/u, '')
  return sort(a.unit) === sort(b.unit) || isSameQuantity(a, { ...b, unit: a.unit })
}

const SORTS = [/^(?:|.*元|英镑|卢布)$/u, /^人次?$/u, /^(?:%|个百分点)$/u]

/**
 * 两成多 of 21.8%, 近三成 of 28.8%, 突破百亿元 of 100.6亿元, 三成以上 of 36.1%: the last figure of the claim's number is as near as
 * it says.
 *
 * @param isDone 以上 is a word of targets, too: there it must be printed.
 */
export function isRounded(printed: FigurePart, claimed: FigurePart, isDone: boolean): boolean {
  const [{ quantity: exact }, { quantity: round }] = [printed, claimed]
  if (printed.of !== claimed.of || printed.isFall !== claimed.isFall || printed.bound !== 'exact')
    return false
  const isOfUnit =
    exact.unit === round.unit ||
    (round.unit === '' && (round.low >= MIN_UNITLESS || /[万亿]/u.test(claimed.printed)))
  if (!isOfUnit || exact.low !== exact.high || round.low !== round.high) return false
  const step = stepOf(claimed)
  const difference = exact.low - round.low
  if (claimed.bound === 'over' || (claimed.bound === 'at-least' && isDone))
    return difference > 0 && difference < step
  // 不足3300元 of 3262元.
  if (claimed.bound === 'at-most' && isDone) return difference < 0 && -difference < step
  // 左右 is the word of targets.
  return claimed.bound === 'about' && claimed.isNearly && difference !== 0 && Math.abs(difference) <= step / 2
}

const MIN_UNITLESS = 1e6

/** A bound that a number lies so many times beyond tells of another one. */
const MAX_BEYOND = 5

/** So much of a number may be rounded off, that nobody is told another one. */
const MAX_ROUNDED_OFF = 0.01

/** 760万 of 760.16万: the number is the report's, rounded, and nothing says so; or 超千亿元 of 2967亿元, which lies beyond its bound. */
export function isRoundedOff(printed: FigurePart, claimed: FigurePart): boolean {
  const [exact, round] = [printed.quantity.low, claimed.quantity.low]
  const isBeyond =
    claimed.bound === 'over' || claimed.bound === 'at-least'
      ? exact > round
      : claimed.bound === 'at-most' && exact < round
  if (isBeyond) {
    const isOfOne =
      printed.of === claimed.of && printed.isFall === claimed.isFall && printed.bound === 'exact'
    // 超过50万元 of 56亿元 is a slip of the unit.
    const isNear = Math.max(exact, round) < MAX_BEYOND * Math.min(exact, round)
    return isOfOne && isNear && isComparable(printed, claimed)
  }
  return (
    claimed.bound === 'exact' &&
    Math.abs(exact - round) <= MAX_ROUNDED_OFF * Math.abs(exact) &&
    isRounded(printed, { ...claimed, bound: 'about', isNearly: true }, true)
  )
}

/** What the last digit counts: 100 for 300, 0.1 for 4.5; of 四分之一 one in a hundred. */
function stepOf({ quantity: { low: value }, printed }: FigurePart): number {
  if (/[^百]分之/u.test(printed)) return 1
  const digits = value.toPrecision(12)
  const [whole = '', decimals = ''] = digits.split('.')
  const part = decimals.replace(/0+$/u, '')
  if (part !== '') return 10 ** -part.length
  return 10 ** (/0*$/u.exec(whole)?.[0].length ?? 0)
}

/** The numbers of a figure as the report prints them: 56.4亿元, 增长8%以上. */
export function printedParts(figure: Figure, text: string): string[] {
  return readParts(figure, text).map(({ printed }) => printed)
}

const AMOUNT = '(?<!\\d)(?:\\d[\\d.,]*|[一二两三四五六七八九十百千万亿]+)[十百千万亿]*(?![\\d十百千万亿])'
/** What says which ones are counted, before their noun: 亿元以上项目, 超千万元的企业. */
const WHICH = new RegExp(
  [
    `(?<from>${AMOUNT})(?<unit>(?:(?![年月日号百千万亿])\\p{sc=Han}){0,4}?)(?<way>以上|以下|以内)的?(?=\\p{sc=Han})(?!目标|增[速幅长]|速度|水平)`,
    `(?<beyond>超过?|超出|突破|逾|(?<!通)过|(?<![以之网线路马])上|不足|不到|低于)(?<than>${AMOUNT})(?<of>(?:[美欧]?元|[吨亩岁人户]|平方米|千瓦)?)(?:的|(?<=[百千万亿]元?))(?=\\p{sc=Han}{2})(?!元|大关|关口|台阶)`,
  ].join('|'),
  'gu',
)

/** A bound of those that a figure counts. */
export interface Limit {
  readonly printed: string
  readonly at: Range
  readonly isUpper: boolean
  readonly quantity: Quantity | null
}

/** Those of a text, but for what is said of these numbers themselves. */
export function limitsIn(text: string, numbers: readonly Range[]): Limit[] {
  return Array.from(text.matchAll(WHICH), ({ 0: printed, index, groups = {} }): Limit => {
    const amount = /^(?<digits>.*?)(?<magnitude>[十百千万亿]*)$/u.exec(
      groups.from ?? groups.than ?? '',
    )?.groups
    const unit = (amount?.magnitude ?? '') + (groups.unit ?? groups.of ?? '')
    return {
      printed,
      at: [index, index + printed.length],
      isUpper: /[下内不低]/u.test(groups.way ?? groups.beyond ?? ''),
      quantity: readQuantity(amount?.digits || '1', unit),
    }
  }).filter(({ at }) => !numbers.some((one) => overlap(at, one)))
}

export function isSameLimit(one: Limit, other: Limit): boolean {
  if (one.quantity === null || other.quantity === null) return one.printed === other.printed
  return one.isUpper === other.isUpper && isSameQuantity(one.quantity, other.quantity)
}

/** What a claim says around its number of what that counts. */
export interface Around {
  /** Which ones, 亿元以上 of 亿元以上项目8个: by its clause, and by the whole text. */
  readonly limits: readonly Limit[]
  readonly all: readonly Limit[]
  /** The text may tell of them as done away with. */
  readonly isRemoved: boolean
}

export function aroundOf(text: string, figure: Figure): Around {
  const [from, to] = firstNumber(figure)
  const all = limitsIn(text, figure.numbers)
  const [start, end] = [afterMark(text, MARKS, from), beforeMark(text, MARKS, to)]
  const limits = all.filter(({ at }) => start <= at[0] && at[1] <= end)
  return { limits, all, isRemoved: isRemoved(text) }
}

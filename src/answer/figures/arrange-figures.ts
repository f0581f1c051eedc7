/** Puts the chosen figures in the order asked for, and leaves out what a threshold shuts out. */

import type { Bound } from '../../figures/figure.ts'
import { loadIndicators } from '../../figures/indicators.ts'
import { type Amount, readChange, readValue } from '../../figures/quantity.ts'
import { compareText, type StatedFigure } from '../../search/backend.ts'
import { countUp } from '../../text/maps.ts'
import type { FigureQuestion } from './figure-question.ts'
import type { Measure, Threshold } from './figure-words.ts'

export function arrangeFigures(
  stated: readonly StatedFigure[],
  asked: FigureQuestion,
): readonly StatedFigure[] {
  const passing = stated.filter((one) => passesThreshold(one, asked) && passesSign(one, asked))
  const isOrdered = asked.order !== null || asked.threshold !== null || asked.sign !== null
  const isAcrossPlaces = new Set(passing.map(({ report }) => report.place)).size > 1
  if (!isOrdered && (asked.years === 'all' || !isAcrossPlaces)) return passing
  const hasBothKinds = new Set(passing.map(({ figure }) => figure.kind)).size > 1
  if (!isOrdered && hasBothKinds) return placeByPlace(passing, asked)
  const by = asked.order?.by ?? asked.threshold?.by ?? asked.measure ?? commonMeasure(passing)
  const isDescending = asked.order?.isDescending ?? asked.sign !== -1
  const sorted = sortBy(passing, { by, isDescending, isOfAnyKind: asked.ranksSubjects })
  return asked.order?.first == null ? sorted : firstPlaces(sorted, asked.order.first)
}

/** The places in the order of their results, each with its targets behind it; those without results last. */
function placeByPlace(stated: readonly StatedFigure[], { measure }: FigureQuestion): StatedFigure[] {
  const sorted = sortBy(stated, { by: measure ?? commonMeasure(stated), isDescending: true })
  const places = [...new Set(sorted.map(({ report }) => report.place))]
  const placeRank = ({ report }: StatedFigure): number => places.indexOf(report.place)
  return sorted.sort((a, b) => placeRank(a) - placeRank(b) || resultsFirst(a, b))
}

/** Sizes are compared where most reports state them. */
function commonMeasure(stated: readonly StatedFigure[]): Measure {
  const sized = stated.filter(({ figure }) => figure.value !== null).length
  return sized * 2 >= stated.length ? 'value' : 'change'
}

/**
 * By indicator and kind, unless kinds are told together, then by amount. Amounts of one unit only are compared: of several
 * units the one that most are in comes first, and what states no amount comes last.
 */
function sortBy(
  stated: readonly StatedFigure[],
  {
    by,
    isDescending,
    isOfAnyKind = false,
  }: { readonly by: Measure; readonly isDescending: boolean; readonly isOfAnyKind?: boolean },
): StatedFigure[] {
  const amounts = new Map(stated.map((one) => [one, amountOf(one, by)]))
  const counts = new Map<string | null, number>()
  for (const amount of amounts.values()) if (amount !== null) countUp(counts, amount.unit)
  const unitRank = (one: StatedFigure): number => counts.get(amounts.get(one)?.unit ?? null) ?? 0
  const sizeOf = (one: StatedFigure): number => amounts.get(one)?.number ?? 0
  const indicators = [...new Set(stated.map(({ figure }) => figure.indicator))]
  return [...stated].sort(
    (a, b) =>
      indicators.indexOf(a.figure.indicator) - indicators.indexOf(b.figure.indicator) ||
      (isOfAnyKind ? 0 : resultsFirst(a, b)) ||
      unitRank(b) - unitRank(a) ||
      (isDescending ? sizeOf(b) - sizeOf(a) : sizeOf(a) - sizeOf(b)),
  )
}

/** Puts results before targets. */
function resultsFirst({ figure: a }: StatedFigure, { figure: b }: StatedFigure): number {
  return compareText(a.kind, b.kind)
}

function amountOf({ figure }: StatedFigure, by: Measure): Amount | null {
  return by === 'value' ? readValue(figure) : readChange(figure)
}

function firstPlaces(stated: readonly StatedFigure[], first: number): StatedFigure[] {
  const places = [...new Set(stated.map(({ report }) => report.place))].slice(0, first)
  return places.length < 2
    ? stated.slice(0, first)
    : stated.filter(({ report }) => places.includes(report.place))
}

function passesThreshold(one: StatedFigure, { threshold }: FigureQuestion): boolean {
  if (threshold === null) return true
  // A rate is a value in %: 城镇化率超过60%.
  const isRate =
    loadIndicators().get(one.figure.indicator)?.unit === 'percent' && threshold.amount.unit === '%'
  const amount = amountOf(one, isRate ? 'value' : threshold.by)
  return amount !== null && isBeyond(amount, one.figure.bound, threshold)
}

function isBeyond(amount: Amount, printed: Bound, { is, amount: bound }: Threshold): boolean {
  const isOver = printed === 'over'
  const isUnitless = bound.unit === ''
  if (!isUnitless && amount.unit !== bound.unit) return false
  // 超过10% of the report is over 10%.
  const difference = amount.number - bound.number || (isOver ? Number.EPSILON : 0)
  switch (is) {
    case 'equal':
      return difference === 0
    case 'about':
      return difference === 0 && printed === 'about'
    case 'above':
      return difference > 0
    case 'at-least':
      return difference >= 0
    case 'below':
      return difference < 0
    case 'at-most':
      return difference <= 0
  }
}

function passesSign(one: StatedFigure, { sign }: FigureQuestion): boolean {
  if (sign === null) return true
  const change = readChange(one.figure)
  return change !== null && Math.sign(change.number) === sign
}

/** Stable: years and kinds stay in the order chosen. */
export function inReadingOrder(rows: readonly StatedFigure[]): StatedFigure[] {
  return [...rows].sort(
    (one, other) =>
      one.figure.year - other.figure.year ||
      resultsFirst(one, other) ||
      (one.report.id === other.report.id
        ? one.figure.paragraph - other.figure.paragraph || one.figure.start - other.figure.start
        : 0),
  )
}

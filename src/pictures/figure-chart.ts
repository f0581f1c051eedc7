/** Turns an answer of figures into a chart: lines where a place is told of over years, else bars by place. */
import type { FiguresAnswer } from '../answer/figures/answer-figures.ts'
import { type ComparableAmounts, comparableAmounts } from '../answer/figures/comparable-amounts.ts'
import { shortNumber } from '../answer/figures/figure-number.ts'
import { compareText, type StatedFigure } from '../search/backend.ts'
import { groupBy } from '../text/maps.ts'
import type { Translate } from '../text/translate.ts'
import { type Chart, type ChartPoint, type ChartSeries, MAX_BARS, MAX_SERIES } from './chart.ts'

/** null where the figures are not of one thing in one unit, or there is but one. */
export function figureChart(answer: FiguresAnswer, t: Translate): Chart | null {
  const { rows } = answer
  const comparable = comparableAmounts(rows)
  if (comparable === null) return null
  const { unit, divisor } = axisUnit(comparable)
  const amountOf = (row: StatedFigure): number => (comparable.amounts.get(row) as number) / divisor
  const { frame, measured, labelOf } = frameOf(answer, comparable, t)
  const series = seriesOf(rows, amountOf)
  const notes = (left: number): string[] => [
    t('chart-source'),
    ...(left > 0 ? [t('chart-more', { count: left })] : []),
  ]
  if (series !== null) {
    const drawn = series.slice(0, MAX_SERIES)
    return {
      ...frame,
      form: 'lines',
      subtitle: [...measured, ...(unit === '' ? [] : [t('chart-unit', { unit })])].join(' · '),
      notes: notes(rows.length - drawn.reduce((sum, { points }) => sum + points.length, 0)),
      series: drawn,
      markedYears: [],
    }
  }
  const drawn = rows.slice(0, MAX_BARS)
  return {
    ...frame,
    form: 'bars',
    subtitle: measured.join(' · '),
    notes: notes(rows.length - drawn.length),
    bars: drawn.map((row) => ({
      label: labelOf(row),
      amount: amountOf(row),
      text: shortNumber(row.figure),
      isTarget: row.figure.kind === 'target',
    })),
  }
}

/** What stands above the chart, and what tells its bars apart: each says what the other does not. */
function frameOf({ rows, indicator }: FiguresAnswer, { measure }: ComparableAmounts, t: Translate) {
  const ofYear = (year: number): string => t('figures-of-year', { year: String(year) })
  const kinds = new Set(rows.map(({ figure }) => figure.kind))
  const years = new Set(rows.map(({ figure }) => figure.year))
  const places = new Set(rows.map(({ report }) => report.place))
  return {
    frame: {
      title: [...(places.size === 1 ? places : []), indicator].join(' · '),
      kinds: { actual: t('kind-actual'), target: t('kind-target') },
      name: t('picture-name'),
    },
    measured: [
      ...(measure === 'change' ? [t('chart-change')] : []),
      ...(years.size === 1 ? [...years].map(ofYear) : []),
      ...(kinds.size === 1 ? [...kinds].map((kind) => t(`kind-${kind}`)) : []),
    ],
    labelOf: ({ report, figure: { subject, scope, year } }: StatedFigure): string =>
      [
        ...(places.size === 1 ? [] : [report.place]),
        ...(subject === null ? [] : [subject]),
        ...(scope === null ? [] : [scope]),
        ...(years.size === 1 ? [] : [ofYear(year)]),
      ].join(' '),
  }
}

/** So that the numbers of the axis are short: 亿 and 万 as the reports print them. */
function axisUnit({ unit, amounts }: ComparableAmounts): { readonly unit: string; readonly divisor: number } {
  const most = Math.max(...[...amounts.values()].map(Math.abs))
  if (most >= 1e8) return { unit: `亿${unit}`, divisor: 1e8 }
  return most >= 1e4 ? { unit: `万${unit}`, divisor: 1e4 } : { unit, divisor: 1 }
}

/** A line needs so many years to be one. */
const MIN_YEARS = 3

/** A line a place, of its own figures of whole years; null where no place has enough of them. */
function seriesOf(
  rows: readonly StatedFigure[],
  amountOf: (row: StatedFigure) => number,
): readonly ChartSeries[] | null {
  const own = rows.filter(({ figure }) => figure.subject === null && figure.scope === null)
  const byPlace = groupBy(own, ({ report }) => report.place)
  const isLong = (some: readonly StatedFigure[]): boolean =>
    new Set(some.map(({ figure }) => figure.year)).size >= MIN_YEARS
  if (![...byPlace.values()].some(isLong)) return null
  return [...byPlace].map(([name, ofPlace]) => ({
    name,
    points: newest(ofPlace).map(
      (row): ChartPoint => ({
        year: row.figure.year,
        amount: amountOf(row),
        text: shortNumber(row.figure),
        isTarget: row.figure.kind === 'target',
      }),
    ),
  }))
}

/** What two reports state of one year, the later one corrects. */
function newest(rows: readonly StatedFigure[]): StatedFigure[] {
  const inTurn = rows.toSorted((a, b) => a.report.year - b.report.year)
  const latest = new Map(inTurn.map((row) => [`${row.figure.year} ${row.figure.kind}`, row]))
  return [...latest].sort(([a], [b]) => compareText(a, b)).map(([, row]) => row)
}

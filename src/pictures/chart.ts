/** What a chart shows: bars by place, or lines by year; results and targets are told apart. */

interface ChartFrame {
  readonly title: string
  /** What is measured, and of when, where that is the same for all. */
  readonly subtitle: string
  /** Below the chart: where the numbers are from, and what is left out. */
  readonly notes: readonly string[]
  /** 实绩, 目标; null where there are no kinds, as of counts. */
  readonly kinds: { readonly actual: string; readonly target: string } | null
  /** 引据 */
  readonly name: string
}

interface ChartNumber {
  readonly amount: number
  /** As printed. */
  readonly text: string
  readonly isTarget: boolean
}

export interface ChartBar extends ChartNumber {
  readonly label: string
}

export interface ChartPoint extends ChartNumber {
  readonly year: number
}

export interface ChartSeries {
  readonly name: string
  /** By year; of one year the result before the target. */
  readonly points: readonly ChartPoint[]
}

export interface BarChart extends ChartFrame {
  readonly form: 'bars'
  readonly bars: readonly ChartBar[]
}

export interface LineChart extends ChartFrame {
  readonly form: 'lines'
  readonly series: readonly ChartSeries[]
  /** Years with a mark beside them, which a note explains. */
  readonly markedYears: readonly number[]
}

export type Chart = BarChart | LineChart

/** More bars than these do not stand on a telephone's screen. */
export const MAX_BARS = 24
/** More lines than these cannot be told apart. */
export const MAX_SERIES = 6

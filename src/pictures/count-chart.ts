/** Turns counts of phrases into a chart: lines by year, or bars by report where there are too few years. */
import { reportName } from '../corpus/naming.ts'
import { isThin, type Trend } from '../counts/trend.ts'
import type { Translate } from '../text/translate.ts'
import { type Chart, MAX_BARS, MAX_SERIES } from './chart.ts'

/** A line needs so many years to be one. */
const MIN_YEARS = 3

/** What a chart of either form says alike. */
type Frame = Pick<Chart, 'title' | 'kinds' | 'name'>

/** null where nothing was counted, or there is but one number to show. */
export function countChart(trends: readonly Trend[], t: Translate): Chart | null {
  const said = trends.filter(({ count }) => count.total > 0).slice(0, MAX_SERIES)
  const [only] = said
  if (only === undefined) return null
  const frame: Frame = {
    title: said.map(({ count }) => count.phrase).join('、'),
    kinds: null,
    name: t('picture-name'),
  }
  if (only.years.length >= MIN_YEARS) return linesOf(said, only, frame, t)
  const { count } = only
  if (said.length > 1 || count.reports.length + count.without.length < 2) return null
  return barsOf(count, frame, t)
}

/** Years that only a few reports stand for are marked, by the first phrase's. */
function linesOf(said: readonly Trend[], first: Trend, frame: Frame, t: Translate): Chart {
  const thin = first.years.filter(isThin).map(({ year }) => year)
  return {
    ...frame,
    form: 'lines',
    subtitle: t('chart-rate'),
    notes: [t('chart-source'), ...(thin.length > 0 ? [t('trend-thin')] : [])],
    series: said.map(({ count, years }) => ({
      name: count.phrase,
      points: years.map(({ year, per10000 }) => ({
        year,
        amount: per10000,
        text: per10000.toFixed(2),
        isTarget: false,
      })),
    })),
    markedYears: thin,
  }
}

/** The reports that say the phrase most often come first. */
function barsOf(count: Trend['count'], frame: Frame, t: Translate): Chart {
  const all = [
    ...count.reports.map(({ report, count: times }) => ({ report, times })),
    ...count.without.map((report) => ({ report, times: 0 })),
  ].sort((a, b) => b.times - a.times)
  const drawn = all.slice(0, MAX_BARS)
  return {
    ...frame,
    form: 'bars',
    subtitle: t('chart-times'),
    notes: [
      t('chart-source'),
      ...(drawn.length < all.length ? [t('chart-more', { count: all.length - drawn.length })] : []),
    ],
    bars: drawn.map(({ report, times }) => ({
      label: reportName(report),
      amount: times,
      text: String(times),
      isTarget: false,
    })),
  }
}

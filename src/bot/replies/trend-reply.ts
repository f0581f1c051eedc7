/** Shows how often phrases are said, year by year and place by place. */

import { FormattedString } from '@grammyjs/parse-mode'
import { isThin, sparkline, type Trend, type TrendPlace, type TrendYear } from '../../counts/trend.ts'
import { countChart } from '../../pictures/count-chart.ts'
import { clip } from '../../text/clip.ts'
import type { Translate } from '../../text/translate.ts'
import { button, fitReply, lines, pageRow, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { questionHeading } from './notices.ts'
import type { Setting } from './source-line.ts'
import { takeButtons } from './take-away.ts'

const YEARS_SHOWN = 10
const PLACES_A_PAGE = 12
const MAX_PHRASE_UTF16 = 24
/** Years in a row of bars. */
const MAX_BARS = 30

/** The first page tells the years, those after it the places. */
export function trendReply(trends: readonly Trend[], state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const [only] = trends
  const places = trends.length === 1 && only !== undefined ? only.places : []
  const pages = 1 + Math.ceil(places.length / PLACES_A_PAGE)
  const page = Math.min(state.offset, pages - 1)
  const hasChart = countChart(trends, t) !== null
  const isNothing = trends.every(({ count }) => count.total === 0)
  const shown = places.slice((page - 1) * PLACES_A_PAGE, page * PLACES_A_PAGE)
  const body =
    page === 0 ? yearLines(trends, t) : [t('trend-places'), ...shown.map((place) => placeLine(place, t))]
  return fitReply({
    text: lines(
      questionHeading(state, setting),
      ...trends.map((trend) => summaryLine(trend, t)),
      ...(isNothing ? [] : ['', ...body]),
    ),
    keyboard: [
      isNothing ? [] : pageRow(page, pages, (to) => ({ kind: 'trend', offset: to })),
      isNothing || trends.length !== 1
        ? []
        : [
            ...button(t('button-mentions'), { kind: 'mentions', offset: 0 }),
            ...button(t('button-kwic'), { kind: 'kwic', sort: 'date', offset: 0 }),
          ],
      isNothing ? [] : takeButtons(hasChart ? ['chart', 'csv'] : ['csv'], setting),
    ],
  })
}

function summaryLine({ count, years }: Trend, t: Translate): FormattedString {
  const phrase = clip(count.phrase, MAX_PHRASE_UTF16)
  const asked = count.reports.length + count.without.length
  if (count.total === 0) return FormattedString.b(t('mentions-none', { phrase }))
  const bars = sparkOf(years)
  const text = t('trend-summary', { total: count.total, reports: count.reports.length, asked })
  return FormattedString.join([FormattedString.b(phrase), ` ${bars}\n${text}`])
}

/** From two years before the first that says it; years without a report are dots. */
function sparkOf(years: readonly TrendYear[]): string {
  const first = years.find(({ count }) => count > 0)?.year
  const last = years.at(-1)?.year
  if (first === undefined || last === undefined) return ''
  const from = Math.max(years[0]?.year ?? first, first - 2, last - MAX_BARS + 1)
  const rates = new Map(years.map(({ year, per10000 }) => [year, per10000]))
  const values = Array.from({ length: last - from + 1 }, (_, at) => rates.get(from + at) ?? null)
  return `${from} ${sparkline(values, Math.max(...values.map((value) => value ?? 0)))} ${last}`
}

function yearLines(trends: readonly Trend[], t: Translate): (FormattedString | string)[] {
  const all = trends[0]?.years ?? []
  const first = Math.min(
    ...trends.map(({ years }) => years.find(({ count }) => count > 0)?.year ?? Number.POSITIVE_INFINITY),
  )
  const told = all.filter(({ year }) => year >= first - 1).slice(-YEARS_SHOWN)
  const rows = [...told].reverse().map((year) => {
    const mark = isThin(year) ? t('trend-thin-mark') : ''
    if (trends.length === 1) {
      const { count, saying, reports, per10000 } = year
      return `${year.year}${mark}${t('trend-year', { count, saying, reports, rate: per10000.toFixed(2) })}`
    }
    const rates = trends.map(
      ({ years }) => years.find((one) => one.year === year.year)?.per10000.toFixed(2) ?? '–',
    )
    return `${year.year}${mark}：${rates.join(' | ')}`
  })
  const earlier = all.filter(({ year }) => year < (told[0]?.year ?? 0))
  const columns = trends.map(({ count }) => clip(count.phrase, MAX_PHRASE_UTF16)).join(' | ')
  return [
    trends.length === 1
      ? FormattedString.b(t('trend-by-year'))
      : FormattedString.b(`${t('trend-rates')}${columns}`),
    ...rows,
    ...(earlier.length === 0
      ? []
      : [
          t('trend-earlier', {
            from: String(earlier[0]?.year ?? ''),
            to: String(earlier.at(-1)?.year ?? ''),
            counts: trends.map((trend) => countUpTo(trend, earlier)).join(' | '),
          }),
        ]),
    ...(told.some(isThin) ? [t('trend-thin')] : []),
  ]
}

function countUpTo({ years }: Trend, earlier: readonly TrendYear[]): number {
  const last = earlier.at(-1)?.year ?? 0
  return years.filter(({ year }) => year <= last).reduce((sum, { count }) => sum + count, 0)
}

function placeLine({ place, years }: TrendPlace, t: Translate): string {
  const told = years.slice(-MAX_BARS)
  const [first, last] = [told[0]?.year, told.at(-1)?.year]
  const bars = sparkline(
    told.map(({ count }) => count),
    Math.max(...told.map(({ count }) => count)),
  )
  const counts = told.slice(-YEARS_SHOWN).map(({ count }) => count)
  return `${place} ${first === last ? first : `${first}–${last}`} ${bars} ${counts.join(t('list-comma'))}`
}

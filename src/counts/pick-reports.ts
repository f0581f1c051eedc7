/** Finds the two reports that words name: a place's last two, those of two years, or the last of two places. */
import type { ReportSummary } from '../search/backend.ts'
import type { YearRange } from '../search/filter.ts'
import type { Searcher } from '../search/searcher.ts'
import { byDate } from './count.ts'

/** `place`: no report of what is named; `year`: none of that year; `single`: nothing earlier to compare with. */
export type PickProblem = 'place' | 'year' | 'single'

export type PickedReports =
  | { readonly a: ReportSummary; readonly b: ReportSummary; readonly problem?: never }
  | { readonly problem: PickProblem }

export async function pickReports(searcher: Searcher, words: string): Promise<PickedReports> {
  const { reports } = await searcher.catalog()
  const sorted = [...reports].sort(byDate)
  const ids = words.split(/\s+/u).flatMap((word) => sorted.filter(({ id }) => id === word))
  const [a, b] = ids
  if (a !== undefined && b !== undefined) return { a, b }
  const { query } = await searcher.search(words, { limit: 1 })
  const { years } = query.preferences
  const [one, other] = placesOf(query.preferences.places, query.named.length, sorted)
  if (one === undefined) return { problem: 'place' }
  if (other === undefined)
    return ofOnePlace(
      sorted.filter(({ place }) => place === one),
      years,
    )
  const [before, after] = [latest(sorted, one, years[0]), latest(sorted, other, years[1] ?? years[0])]
  return before === undefined || after === undefined ? { problem: 'year' } : { a: before, b: after }
}

/** One name may mean several places (伊宁): the one with the most reports is meant. */
function placesOf(
  places: readonly string[],
  names: number,
  reports: readonly ReportSummary[],
): readonly string[] {
  if (names > 1 || places.length < 2) return places
  const countOf = (name: string): number => reports.filter(({ place }) => place === name).length
  return [...places].sort((x, y) => countOf(y) - countOf(x)).slice(0, 1)
}

/** `own`: the place's reports by date. */
function ofOnePlace(own: readonly ReportSummary[], years: readonly YearRange[]): PickedReports {
  const [first, second] = years
  const isRange = first !== undefined && first.from < first.to
  const [from, to] = isRange ? [first.from, first.to] : [first?.from, second?.from]
  if (from !== undefined && to !== undefined) {
    const [a, b] = [from, to]
      .sort((x, y) => x - y)
      .map((year) => own.findLast((report) => report.year === year))
    return a === undefined || b === undefined ? { problem: 'year' } : { a, b }
  }
  const place = from === undefined ? own.length - 1 : own.findLastIndex((report) => report.year === from)
  const [a, b] = [own[place - 1], own[place]]
  if (b === undefined) return { problem: 'year' }
  return a === undefined ? { problem: 'single' } : { a, b }
}

function latest(
  reports: readonly ReportSummary[],
  name: string,
  year: YearRange | undefined,
): ReportSummary | undefined {
  return reports.findLast(
    ({ place, year: own }) => place === name && (year === undefined || (own >= year.from && own <= year.to)),
  )
}

/** Names the reports of a place that a figure is asked of and that do not state it, each with the year that it was to be of. */
import { calendarOf } from '../../figures/section-frame.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { acceptsYears } from '../../search/filter.ts'
import { yearsAskedOf } from '../../search/query/place-years.ts'
import type { FigureQuestion } from './figure-question.ts'

/** A report that was asked about and does not state it. */
export interface Silent {
  readonly report: ReportSummary
  /** The year asked about. */
  readonly year: number
  /** Whether the report tells of that year at all, or plans (reviews) it where that is asked; if not, no report of the place does. */
  readonly isCovered: boolean
}

/** Of the years named the reports that review or plan them; else the newest of the place. */
export function silentReports(
  reports: readonly ReportSummary[],
  { query, kind, years: told }: FigureQuestion,
): Silent[] {
  const [newest] = reports
  if (newest === undefined) return []
  const named = [...query.filters.years, ...yearsAskedOf(query, newest.place)]
  // 明年 and 前年 are years that its report neither plans nor reviews.
  const apart =
    told === 'next'
      ? calendarOf(newest).plans + 1
      : told === 'before-last'
        ? calendarOf(newest).reviews - 1
        : null
  const years = named.length > 0 || apart === null ? named : [{ from: apart, to: apart }]
  const yearOf = (report: ReportSummary): number =>
    calendarOf(report)[kind === 'target' || (kind === null && told === 'this') ? 'plans' : 'reviews']
  if (years.length === 0) return [{ report: newest, year: yearOf(newest), isCovered: true }]
  const about = reports.flatMap((report): Silent[] => {
    const own =
      kind === 'target'
        ? [report.plans]
        : kind === 'actual'
          ? [report.reviews]
          : [report.reviews, report.plans]
    const year = own.find((one) => acceptsYears({ years }, [one]))
    return year == null ? [] : [{ report, year, isCovered: true }]
  })
  if (about.length > 0) return about
  return [{ report: newest, year: years[0]?.from ?? yearOf(newest), isCovered: false }]
}

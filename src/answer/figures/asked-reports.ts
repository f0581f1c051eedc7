/** Which reports a question for figures asks about, of the places, levels and filters that it names or all, and which of them do not state the figure. */

import { isOfLevel } from '../../corpus/rank.ts'
import { calendarOf } from '../../figures/section-frame.ts'
import { compareText, type ReportSummary } from '../../search/backend.ts'
import { acceptsReport, acceptsYears } from '../../search/filter.ts'
import { yearsAskedOf } from '../../search/query/place-years.ts'
import { groupBy } from '../../text/maps.ts'
import type { FigureQuestion } from './figure-question.ts'
import type { RelativeYear } from './figure-words.ts'

/** The reports by place, the newest of each first. */
export type ReportsByPlace = ReadonlyMap<string, readonly ReportSummary[]>

export function askedReports(asked: FigureQuestion, reports: readonly ReportSummary[]): ReportsByPlace {
  const { filters, preferences } = asked.query
  const passing = reports.filter((report) => acceptsReport(filters, report))
  const isOfNation = asked.isNation || asked.impliesNation
  const nation = isOfNation ? reports.filter(({ level }) => level === '国').map(({ place }) => place) : []
  const named = [...new Set([...preferences.places, ...nation])]
  // What is asked of the country is told by none of its places.
  if (asked.isNation && named.length === 0 && asked.levels.length === 0) return new Map()
  const ofNamed = passing.filter(({ place }) => named.includes(place))
  const ofLevel =
    asked.levels.length === 0 ? passing : passing.filter((report) => isOfLevel(report, asked.levels))
  // 坪山和盐田哪个区: of those two.
  const isOfNamed = asked.levels.length === 0 || named.length > 1
  const chosen = named.length === 0 ? ofLevel : isOfNamed ? ofNamed : within(named, ofLevel)
  const byPlace = groupBy(chosen, ({ place }) => place)
  // Of two of one day the one that is listed later.
  for (const ofPlace of byPlace.values())
    ofPlace.reverse().sort((a, b) => b.year - a.year || compareText(b.date, a.date))
  return byPlace
}

/** 深圳各区: the districts whose name says so; where none does, all of that level, for no report tells what it lies in. */
function within(named: readonly string[], ofLevel: readonly ReportSummary[]): readonly ReportSummary[] {
  const inside = ofLevel.filter(({ place }) => named.some((name) => place !== name && place.startsWith(name)))
  return inside.length > 0
    ? inside
    : ofLevel.filter(({ place }) => !named.includes(place) || ofLevel.length === 1)
}

/** The year that is meant, by the report that plans the present one and reviews the one before. */
export function yearTold(told: Exclude<RelativeYear, 'all'>, report: ReportSummary): number {
  const { plans, reviews } = calendarOf(report)
  return { this: plans, next: plans + 1, last: reviews, 'before-last': reviews - 1 }[told]
}

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
  const apart = told === 'next' || told === 'before-last' ? yearTold(told, newest) : null
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

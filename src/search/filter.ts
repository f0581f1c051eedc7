/** Tells whether filters let a report through by its particulars, or a passage by its years. */
import { rankOf } from '../corpus/rank.ts'
import type { ReportMeta } from '../corpus/report.ts'
import { readNumeral } from '../text/numeral.ts'

/** What must hold of a passage's report (or, for years, of the year the passage speaks about). Lists are alternatives. */
export interface Filters {
  /** Full names of places, resolved from what was typed (伊宁 → 伊宁市, 伊宁县 if both are known). */
  readonly places: readonly string[]
  readonly years: readonly YearRange[]
  /** Levels of reports; 直辖市 are the four cities with the rank of a province, whose level is 市. */
  readonly levels: readonly string[]
  /** Report ids. */
  readonly reports: readonly string[]
  /** Numbers of a congress: 届:十八 and 届:18 are 18. */
  readonly congresses: readonly number[]
}

/** An inclusive range of years; a single year has `from === to`. */
export interface YearRange {
  readonly from: number
  readonly to: number
}

export const NO_FILTERS: Filters = { places: [], years: [], levels: [], reports: [], congresses: [] }

export function isUnfiltered(filters: Filters): boolean {
  return Object.values(filters).every((values) => values.length === 0)
}

/** Everything but the years, which are a matter of the passage. */
export function acceptsReport(filters: Filters, report: ReportMeta): boolean {
  const { places, levels, reports, congresses } = filters
  if (!isOfPlaces(report, places)) return false
  if (levels.length > 0 && !levels.includes(report.level) && !levels.includes(rankOf(report))) return false
  if (reports.length > 0 && !reports.includes(report.id)) return false
  return congresses.length === 0 || congresses.includes(congressOf(report) ?? -1)
}

export function acceptsYears(
  { years: ranges }: Pick<Filters, 'years'>,
  years: readonly (number | null)[],
): boolean {
  return (
    ranges.length === 0 ||
    ranges.some(({ from, to }) => years.some((year) => year !== null && year >= from && year <= to))
  )
}

/** Of one of the places, or of any where none is named. */
export function isOfPlaces({ place }: Pick<ReportMeta, 'place'>, places: readonly string[]): boolean {
  return places.length === 0 || places.includes(place)
}

/** @param years Those that the report is given in or tells of, as far as they matter. */
export function isOfPlaceAndYear(
  report: Pick<ReportMeta, 'place' | 'year'>,
  wanted: Pick<Filters, 'places' | 'years'>,
  years: readonly (number | null)[] = [report.year],
): boolean {
  return isOfPlaces(report, wanted.places) && acceptsYears(wanted, years)
}

/** Number of the people's congress whose session heard the report: 第十八届 is 18; null where the meeting does not say. */
export function congressOf(report: ReportMeta): number | null {
  const match = /([〇零一二两三四五六七八九十百]+|\d+)\s*届/u.exec(report.meeting)
  return match?.[1] === undefined ? null : readNumeral(match[1])
}

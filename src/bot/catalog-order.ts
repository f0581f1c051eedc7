/** Turns a catalog into its reports in the order that a list shows them in; sorted once a catalog, for there may be tens of thousands. */

import { compareByPlace } from '../corpus/naming.ts'
import { type Catalog, newestFirst, type ReportCount, type ReportSummary } from '../search/backend.ts'
import { getOrMake } from '../text/maps.ts'

type Reports = readonly ReportSummary[]

export const reportsByPlace = sortedOnce(compareByPlace)

/** The most recent first. */
export const reportsByDate = sortedOnce(newestFirst)

/** The years that reports tell of, the latest first: each reviews one and plans another. */
export function yearsTold(reports: readonly ReportCount[]): number[] {
  const years = reports.flatMap(({ report: { year, reviews, plans } }) => [plans ?? year, reviews ?? year])
  return [...new Set(years)].sort((a, b) => b - a)
}

function sortedOnce(compare: (a: ReportSummary, b: ReportSummary) => number): (catalog: Catalog) => Reports {
  const known = new WeakMap<Catalog, Reports>()
  return (catalog) => getOrMake(known, catalog, () => [...catalog.reports].sort(compare))
}

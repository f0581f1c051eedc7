/** Turns a catalog into its reports in the order that a list shows them in; sorted once a catalog, for there may be tens of thousands. */

import { type Catalog, compareText, type ReportSummary } from '../search/backend.ts'
import { getOrMake } from '../text/maps.ts'

type Reports = readonly ReportSummary[]

// The same order whatever the machine's language is: by pinyin.
const PINYIN = new Intl.Collator('zh-Hans-CN')

/** By place, then by year. */
export function compareByPlace(a: ReportSummary, b: ReportSummary): number {
  return PINYIN.compare(a.place, b.place) || a.year - b.year
}

export const reportsByPlace = sortedOnce(compareByPlace)

/** The most recent first. */
export const reportsByDate = sortedOnce(
  (a, b) => b.year - a.year || compareText(b.date, a.date) || compareText(a.id, b.id),
)

function sortedOnce(compare: (a: ReportSummary, b: ReportSummary) => number): (catalog: Catalog) => Reports {
  const known = new WeakMap<Catalog, Reports>()
  return (catalog) => getOrMake(known, catalog, () => [...catalog.reports].sort(compare))
}

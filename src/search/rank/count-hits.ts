/** Turns hits into how many of them each report has. */
import type { ReportCount, ReportSummary } from '../backend.ts'

/** In the order in which the reports come first. */
export function countHits(hits: readonly { readonly report: ReportSummary }[]): ReportCount[] {
  const counts = new Map<string, { report: ReportSummary; count: number }>()
  for (const { report } of hits) {
    const known = counts.get(report.id)
    if (known === undefined) counts.set(report.id, { report, count: 1 })
    else known.count++
  }
  return [...counts.values()]
}

/** Most first. */
export function byCount(counts: readonly ReportCount[]): ReportCount[] {
  return [...counts].sort((a, b) => b.count - a.count || (a.report.id < b.report.id ? -1 : 1))
}

/** Counts and changes as the command line and the HTTP API print them. */
import type { Change } from './changes.ts'
import type { Count, CountedReport } from './count.ts'
import type { ReportChanges } from './report-changes.ts'

export function countToJson({ phrase, total, reports, without, first }: Count): object {
  return {
    phrase,
    total,
    reports: reports.map(rowToJson),
    without: without.map(({ id }) => id),
    first:
      first === null ? null : { report: first.report.id, year: first.report.year, passage: first.first.id },
  }
}

function rowToJson({ report, count, per10000, first }: CountedReport): object {
  const { id, place, level, year } = report
  return { report: id, place, level, year, count, per_10000: per10000, first: first.id }
}

/** The pairs of sentences in the order of the later report, and what it says first. */
export function changesToJson({ changes, terms }: ReportChanges): {
  readonly changes: readonly object[]
  readonly terms: readonly object[]
} {
  return {
    changes: changes.map(({ kind, a, b, diff }) => ({ kind, a: sideToJson(a), b: sideToJson(b), diff })),
    terms: terms.map(({ term, count, passage }) => ({ term, count, passage })),
  }
}

function sideToJson(side: Change['a']): object | null {
  if (side === null) return null
  const { passage, start, end, text } = side
  return { passage, start, end, text }
}

/** Counts how often a phrase stands in each report: exactly, by its folded characters. */
import { type Backend, compareText, type Mentions, type ReportSummary } from '../search/backend.ts'
import { acceptsReport, acceptsYears, type Filters } from '../search/filter.ts'

import { foldPhrase } from '../text/normalizer.ts'

/** How often a report says it: at least once. */
export interface CountedReport extends Mentions {
  /** Per 10,000 characters of the report, white space left out; two decimals. */
  readonly per10000: number
}

export interface Count {
  /** As asked for. */
  readonly phrase: string
  /** Other wordings that were counted as well; empty when none were. */
  readonly alternatives: readonly string[]
  readonly total: number
  /** By date, the earliest first. */
  readonly reports: readonly CountedReport[]
  /** The reports that never say it, by date. */
  readonly without: readonly ReportSummary[]
  /** The earliest report that says it; null when none does. */
  readonly first: CountedReport | null
}

export interface CountOptions {
  /** Wordings that count as the phrase. Default none. */
  readonly alternatives?: readonly string[]
  /** The reports to look at; `years` are the years of the reports. Default all. */
  readonly filters?: Filters
  /** Which of them. Default all. */
  readonly accepts?: (report: ReportSummary) => boolean
}

/** Counts a phrase over the corpus. A phrase without a character stands nowhere. */
export async function countPhrase(
  backend: Backend,
  phrase: string,
  { alternatives = [], filters, accepts = () => true }: CountOptions = {},
): Promise<Count> {
  const phrases = [phrase, ...alternatives].map(foldPhrase).filter((one) => one !== '')
  const [{ reports }, mentions] = await Promise.all([backend.catalog(), backend.mentions(phrases)])
  const asked = reports.filter((report) => isAsked(report, filters) && accepts(report)).sort(byDate)
  const mentionsOf = new Map(mentions.map((one) => [one.report.id, one]))
  const counted = asked.flatMap((report): CountedReport[] => {
    const found = mentionsOf.get(report.id)
    if (found === undefined) return []
    const { count, first } = found
    return [{ report, count, per10000: perTenThousand(count, report.characters), first }]
  })
  return {
    phrase,
    alternatives,
    total: counted.reduce((sum, { count }) => sum + count, 0),
    reports: counted,
    without: asked.filter(({ id }) => !mentionsOf.has(id)),
    first: counted[0] ?? null,
  }
}

function isAsked(report: ReportSummary, filters: Filters | undefined): boolean {
  return filters === undefined || (acceptsReport(filters, report) && acceptsYears(filters, [report.year]))
}

/** By year, then by day; a report without a day comes after those of its year that have one. */
export function byDate(a: ReportSummary, b: ReportSummary): number {
  return a.year - b.year || compareText(a.date || '9999', b.date || '9999') || compareText(a.id, b.id)
}

/** How often per 10,000 characters, to two decimals. A report has some. */
export function perTenThousand(count: number, characters: number): number {
  return Math.round((count * 1_000_000) / characters) / 100
}

/** What a claim says otherwise than a report, and whether it is of another time: another year, another period, planned or done. */
import type { ReportSummary, StatedFigure } from '../../search/backend.ts'
import type { Claim } from './read-claims.ts'

/** One way in which what is said is not what a report says. */
export interface Conflict {
  readonly kind: 'place' | 'year' | 'kind' | 'bound' | 'figure' | 'words'
  readonly said: string
  readonly source: string
}

/** Of the period: a year, or years together. */
export function scopeConflictsOf(
  { figure: claimed, year, base }: Claim,
  { figure }: StatedFigure,
): Conflict[] {
  // Said of no time at all.
  if (year === null && claimed.scope === null && sortOf(figure.scope) === 'period') return []
  // A比2020年下降65%，B下降58%: the base may be that of both.
  if (claimed.scope === null && base !== null && figure.scope === base) return []
  // 2020年年均增长5.4%: a mean is none of one year.
  if (isSameScope(claimed.scope, figure.scope) && !MEAN_OF_YEAR.test(claimed.quote)) return []
  return [{ kind: 'words', said: claimed.scope ?? '', source: figure.scope ?? '' }]
}

const MEAN_OF_YEAR = /^[^\d至到—-]{0,16}(?:19|20)\d{2}年(?![来间以底末])[^\d,，五]*(?:年均|平均每年)/u

/** Of year and kind. */
export function timeConflictsOf(claim: Pick<Claim, 'year' | 'kind'>, stated: StatedFigure): Conflict[] {
  const { kind } = stated.figure
  const year = yearConflict(claim, stated)
  const own: Conflict[] = year === null ? [] : [year]
  if (claim.kind === null || claim.kind === kind) return own
  return [...own, { kind: 'kind', said: KINDS[claim.kind], source: KINDS[kind] }]
}

const KINDS = { actual: '实绩', target: '目标' } as const

function yearConflict({ year }: Pick<Claim, 'year'>, { figure, report }: StatedFigure): Conflict | null {
  if (year === null) return null
  const meant = year.is === 'named' ? year.year : todayOf(report) + year.year
  return figure.year === meant ? null : { kind: 'year', said: `${meant}年`, source: `${figure.year}年` }
}

function todayOf(report: ReportSummary): number {
  return report.plans ?? report.year
}

/** A sum or mean over years is not a year's figure; how the period is called does not matter. */
function isSameScope(a: string | null, b: string | null): boolean {
  return sortOf(a) === sortOf(b)
}

function sortOf(scope: string | null): string {
  if (scope === null) return ''
  if (/年均|平均|递增/u.test(scope)) return 'mean'
  if (/半年|季度|月/u.test(scope)) return scope
  return 'period'
}

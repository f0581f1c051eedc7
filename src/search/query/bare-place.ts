/** Tells whether a question is a place and nothing that is asked about it. */
import type { Filters } from '../filter.ts'
import type { Query } from './query.ts'

export interface BarePlace {
  readonly filters: Filters
  /** Whether every year that is named beside the place is one that its reports may speak of. */
  readonly hasYears: boolean
}

/** 伊宁市, 昭苏县政府工作报告, 伊宁2022: a place and perhaps years, and nothing that is asked about them. */
export function readBarePlace({
  terms,
  filters,
  preferences,
  foreign,
  intent,
  part,
}: Query): BarePlace | null {
  const { places, years } = preferences
  const rest = years.length > 0 ? terms.replace(/\d{4}|年/gu, '') : terms
  const isBare =
    places.length > 0 &&
    foreign.length === 0 &&
    intent === null &&
    part === null &&
    !/[\p{L}\p{N}]/u.test(rest)
  return isBare && filters.places.length === 0
    ? { filters: { ...filters, places, years: [...filters.years, ...years] }, hasYears: years.length > 0 }
    : null
}

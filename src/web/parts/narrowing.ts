/** Filters that links put on a question: they become filters of the query, in front, where no unclosed quotation mark can swallow them. */
import { REPORT_ID } from '../../corpus/report.ts'

export interface Narrowing {
  readonly place: string | null
  readonly year: string | null
  readonly report: string | null
}

const NAMES = { place: '地区', year: '年份', report: '报告' } as const

/** What is no name or number is left out: it could change the question. */
export function readNarrowing(query: URLSearchParams): Narrowing {
  const read = (name: string, pattern: RegExp): string | null => {
    const value = query.get(name)
    return value !== null && pattern.test(value) ? value : null
  }
  return {
    place: read('place', /^[\p{L}\p{N}·]{1,30}$/u),
    year: read('year', /^(?:19|20)\d\d$/),
    report: read('report', REPORT_ID),
  }
}

export function narrowQuery(question: string, narrowing: Narrowing): string {
  const filters = Object.entries(NAMES).flatMap(([name, filter]) => {
    const value = narrowing[name as keyof Narrowing]
    return value === null ? [] : [`${filter}:${value}`]
  })
  return [...filters, question].join(' ')
}

export function isNarrowed({ place, year, report }: Narrowing): boolean {
  return place !== null || year !== null || report !== null
}

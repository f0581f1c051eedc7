import { describe, expect, it } from 'vitest'
import type { ReportMeta } from '../../src/corpus/report.ts'
import {
  acceptsReport,
  acceptsYears,
  type Filters,
  isUnfiltered,
  NO_FILTERS,
} from '../../src/search/filter.ts'
import { candidatesBody } from '../../src/search/opensearch/query.ts'
import { report } from './small-corpus.ts'

const REPORT: ReportMeta = report(
  'yunling-2023',
  { place: '云岭县', level: '县', meeting: '云岭县第十八届人民代表大会第三次会议' },
  ['全年接待游客120万人次。'],
)

/** For every filter a value that lets the report through, and one that does not. A new filter needs its line. */
const FILTERS: { readonly [Name in keyof Filters]: readonly [Filters[Name], Filters[Name]] } = {
  places: [['海滨市', '云岭县'], ['海滨市']],
  years: [[{ from: 2020, to: 2023 }], [{ from: 2024, to: 2024 }]],
  levels: [['县'], ['市', '直辖市']],
  reports: [['yunling-2023'], ['yunling-2024']],
  congresses: [[17, 18], [17]],
}

describe('a filter', () => {
  it.each(Object.entries(FILTERS))('of %s lets through what it names alone', (name, [right, wrong]) => {
    const accepts = (values: Filters[keyof Filters]): boolean => {
      const filters: Filters = { ...NO_FILTERS, [name]: values }
      return acceptsReport(filters, REPORT) && acceptsYears(filters, [2022, 2023])
    }
    expect(accepts(right)).toBe(true)
    expect(accepts(wrong)).toBe(false)
    expect(isUnfiltered({ ...NO_FILTERS, [name]: wrong })).toBe(false)
  })

  it.each(Object.entries(FILTERS))('of %s is asked of a cluster, too', (name, [, wrong]) => {
    const request = { groups: [], phrases: [], excluded: [], prefer: null, limit: 5 }
    const body = (filters: Filters): string => JSON.stringify(candidatesBody({ ...request, filters }, []))
    expect(body({ ...NO_FILTERS, [name]: wrong })).not.toBe(body(NO_FILTERS))
  })
})

/** Turns what a person typed into a Query: free text, phrases, exclusions and filters, and what plain words ask for. */

import { PROVINCIAL } from '../../corpus/rank.ts'
import { FIRST_YEAR, isYear, LAST_YEAR, LEVELS } from '../../corpus/report.ts'
import { foldText } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import { findFormer } from '../backend.ts'
import type { Filters, YearRange } from '../filter.ts'
import { readOperators, type TypedFilter } from './operators.ts'
import type { PlaceGroup } from './place-group.ts'
import type { QueryContext } from './places.ts'
import { type PlainText, readPlainText } from './plain-text.ts'

/** Something in the query that could not be taken as it was meant, to be told to the user. */
export interface QueryFault {
  readonly kind:
    | 'unknown-filter'
    | 'unknown-place'
    | 'unknown-report'
    | 'unknown-level'
    | 'bad-year'
    | 'bad-congress'
    | 'too-long'
  /** The words at fault, as typed. */
  readonly text: string
}

/** `terms` is what is left for the analyzer when operators and filters are taken out, too. */
export interface Query extends Omit<PlainText, 'group' | 'spoken'> {
  /** As typed, trimmed, and cut at MAX_QUERY_UTF16. */
  readonly text: string
  /** Exact phrases, as typed, without their quotation marks. */
  readonly phrases: readonly string[]
  /** Words (-word) and phrases (-“phrase”) that a passage must not hold. */
  readonly excluded: readonly string[]
  readonly filters: Filters
  /** The level by which places that lie in another are named (县市区), or null. */
  readonly group: string | null
  readonly faults: readonly QueryFault[]
}

/** Longer than any paragraph of the reports at hand and than a Telegram message. */
export const MAX_QUERY_UTF16 = 5000

/** Reads a query. Never fails: what cannot be understood stays a word to search for, and faults say so. */
export function parseQuery(typed: string, context: QueryContext): Query {
  const trimmed = typed.trim()
  const text = trimmed.slice(0, MAX_QUERY_UTF16)
  const operators = readOperators(text)
  const faults: QueryFault[] = operators.unknown.map((word) => ({ kind: 'unknown-filter', text: word }))
  if (trimmed.length > MAX_QUERY_UTF16) faults.push({ kind: 'too-long', text: `${text.slice(0, 20)}…` })
  const { group, spoken, ...plain } = readPlainText(operators.free, context)
  return {
    ...plain,
    text,
    phrases: [...new Set(operators.phrases)],
    excluded: [...new Set(operators.excluded)],
    filters: withPlain(resolveFilters(operators.filters, context, faults), group, spoken),
    group: group === null || group.places.length === 0 ? null : group.unit,
    faults,
  }
}

/** Whether the question is about a topic: not who somebody is or how something is had at a counter. */
export function asksForTopic({ intent }: Query): boolean {
  return intent === null || intent === 'figure' || intent === 'definition' || intent === 'date'
}

/** What is typed as a filter outdoes plain words. */
function withPlain(filters: Filters, group: PlaceGroup | null, spoken: readonly string[]): Filters {
  const { places, levels, reports } = filters
  if (places.length + levels.length + reports.length > 0) return filters
  return { ...filters, places: group?.places ?? [], levels: group?.levels ?? [], reports: spoken }
}

/** A value that nothing resolves stays in the filter, so that it lets nothing through, and is a fault. */
function resolveFilters(typed: readonly TypedFilter[], context: QueryContext, faults: QueryFault[]): Filters {
  const places: string[] = []
  const years: YearRange[] = []
  const levels: string[] = []
  const reports: string[] = []
  const congresses: number[] = []
  for (const filter of typed) {
    for (const value of filter.values) {
      if (filter.name === 'place') places.push(...resolvePlace(value, filter, context, faults))
      if (filter.name === 'year') years.push(resolveYear(value, filter, faults))
      if (filter.name === 'level') levels.push(...resolveLevels(value, filter, faults))
      if (filter.name === 'report') reports.push(resolveReport(value, filter, context, faults))
      if (filter.name === 'congress') congresses.push(resolveCongress(value, filter, faults))
    }
  }
  return { places: [...new Set(places)], years, levels, reports, congresses }
}

function resolvePlace(
  value: string,
  filter: TypedFilter,
  context: QueryContext,
  faults: QueryFault[],
): string[] {
  const places = context.places.resolve(value)
  if (places.length > 0) return places
  faults.push({ kind: 'unknown-place', text: filter.text })
  return [value]
}

const NO_YEAR: YearRange = { from: 0, to: 0 }

/** 2022, 2022年, 二〇二二, 2022-2024, 2022至2024年, 2022-, -2024. */
function resolveYear(value: string, filter: TypedFilter, faults: QueryFault[]): YearRange {
  const folded = foldText(value).replace(/年度?/gu, '')
  const [from, to, ...rest] = folded.split(/[-—–~〜至到]+/u).map(readYear)
  const range = { from: from ?? FIRST_YEAR, to: to === undefined ? (from ?? LAST_YEAR) : (to ?? LAST_YEAR) }
  const isRange = /[-—–~〜至到]/u.test(folded)
  const isReadable =
    rest.length === 0 && (isRange ? from !== undefined && (from !== null || to !== null) : from !== null)
  if (isReadable && isYear(range.from) && isYear(range.to) && range.from <= range.to) return range
  faults.push({ kind: 'bad-year', text: filter.text })
  return NO_YEAR
}

/** null for an empty side of a range, NaN for what is no year. */
function readYear(side: string): number | null {
  const trimmed = side.trim()
  if (trimmed === '') return null
  if (/^\d{4}$/.test(trimmed)) return Number(trimmed)
  return readNumeral(trimmed) ?? Number.NaN
}

const ENGLISH_LEVELS: Readonly<Record<string, string>> = {
  nation: '国',
  national: '国',
  province: '省',
  region: '自治区',
  prefecture: '州',
  city: '市',
  municipality: '直辖市',
  county: '县',
  district: '区',
  township: '乡',
}

function resolveLevels(value: string, filter: TypedFilter, faults: QueryFault[]): readonly string[] {
  const folded = foldText(value)
  if (/^(?:省级|provincial)$/u.test(folded)) return PROVINCIAL
  const bare = folded.replace(/级$/u, '')
  const level = ENGLISH_LEVELS[bare] ?? bare.replace(/^自治(?=[州县])/u, '').replace(/^国家$/u, '国')
  if (level !== '直辖市' && !(LEVELS as readonly string[]).includes(level))
    faults.push({ kind: 'unknown-level', text: filter.text })
  return [level]
}

function resolveReport(
  value: string,
  filter: TypedFilter,
  context: QueryContext,
  faults: QueryFault[],
): string {
  const id = foldText(value).replace(/\.md$/, '')
  const { reports } = context.catalog
  if (reports.some((report) => report.id === id)) return id
  const [current] = findFormer(reports, id)
  if (current === undefined) faults.push({ kind: 'unknown-report', text: filter.text })
  return current?.id ?? id
}

function resolveCongress(value: string, filter: TypedFilter, faults: QueryFault[]): number {
  const folded = foldText(value).replace(/^第|届$/gu, '')
  const number = readNumeral(folded)
  if (number !== null && number > 0) return number
  faults.push({ kind: 'bad-congress', text: filter.text })
  return 0
}

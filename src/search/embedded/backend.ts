/** Turns a built index into a Backend that holds it in this process: flat postings rank, the texts themselves verify phrases. */

import { createHash } from 'node:crypto'
import type { Passage, Report } from '../../corpus/report.ts'
import { getOrMake } from '../../text/maps.ts'
import type {
  Backend,
  BackendRequest,
  BackendResponse,
  Candidate,
  Catalog,
  ReportCount,
  ReportSummary,
  TermGroup,
} from '../backend.ts'
import type { Filters } from '../filter.ts'
import { acceptsReport, acceptsYears, isUnfiltered } from '../filter.ts'
import { BM25, COORDINATION } from '../indexing/bm25.ts'
import { FIELD_BOOST } from '../indexing/fields.ts'
import { keptForQuestion } from '../question-time.ts'
import { buildIndex } from './builder.ts'
import { makeFigureFinder } from './figure-finder.ts'
import { openFigureTable } from './figure-table.ts'
import { countMentions } from './mentions.ts'
import type { IndexArrays, SavedIndex } from './pack.ts'
import { findHolders } from './phrase-holders.ts'
import type { QueryTerm } from './scorer.ts'
import { openStore, type Store } from './store.ts'

/** Builds the index of these reports and opens it. */
export function createMiniSearchBackend(reports: readonly Report[]): Backend {
  return openMiniSearchBackend(buildIndex(reports))
}

/** Opens a built or loaded index. */
export function openMiniSearchBackend(saved: SavedIndex): Backend {
  const { arrays, reports } = saved
  const store = openStore(saved)
  const { summaries, index } = store
  const reportNumber = new Map(reports.map(({ id }, number) => [id, number]))
  let version: string | null = null
  const catalog: Catalog = {
    reports: summaries,
    passages: store.passages.length,
    // Worked out when first asked for: only the pages need it.
    get version() {
      version ??= nameVersion(reports)
      return version
    },
  }
  const report = (id: string): Report | null => reports[reportNumber.get(id) ?? -1] ?? null
  const figures = makeFigureFinder(openFigureTable(arrays), store)
  return {
    name: 'minisearch',
    search: async (request) => search(request, store),
    figures: async (request) => figures(request),
    catalog: async () => catalog,
    frequencies: async (terms) => terms.map((term) => index.documentFrequency(term)),
    mentions: async (phrases) => countMentions(phrases, store),
    report: async (id) => report(id),
    passage: async (id) => {
      const number = store.numberOf(id)
      return number < 0 ? null : candidateOf(number, 0, store)
    },
    isReady: async () => true,
    close: async () => {},
  }
}

/** Ids of passages are made of their texts, so that the ids stand for the words. */
function nameVersion(reports: readonly Report[]): string {
  const hash = createHash('sha256')
  for (const { passages, ...rest } of reports) {
    hash.update(JSON.stringify(rest))
    for (const { id, page, section } of passages) hash.update(`${id} ${page}\n${section.join('\n')}\n`)
  }
  return hash.digest('hex').slice(0, VERSION_DIGITS)
}

const VERSION_DIGITS = 16

function search(request: BackendRequest, store: Store): BackendResponse {
  const { filters, phrases, prefer, limit } = request
  const terms = queryTerms(request.groups)
  const except = new Set(request.excluded.flatMap((phrase) => findHolders([phrase], store)))
  const best = (among?: readonly number[]): (readonly [number: number, score: number])[] => {
    if (terms.length === 0) return []
    const query = { terms, boost: FIELD_BOOST, bm25: BM25, coordination: COORDINATION, limit, except }
    const { documents } = store.index.search(among === undefined ? query : { ...query, among })
    return documents.map(({ document, score }) => [document, score])
  }
  const isWords = terms.length > 0 && phrases.length === 0
  if (isWords) {
    const all = best(isUnfiltered(filters) ? undefined : passing([filters], store))
    const preferred = prefer === null ? [] : best(passing([filters, prefer], store))
    const scores = new Map([...all, ...preferred])
    return respond([...scores.keys()], scores, store)
  }
  const found = holders(phrases, store, filters) ?? passing([filters], store)
  const matching = except.size === 0 ? found : found.filter((number) => !except.has(number))
  const scores = new Map(best(matching))
  // Passages that match by phrase or filter alone have no score and come after, in reading order.
  for (const number of matching) {
    if (scores.size >= limit) break
    if (!scores.has(number)) scores.set(number, 0)
  }
  return respond(matching, scores, store)
}

function respond(
  matching: readonly number[],
  scores: ReadonlyMap<number, number>,
  store: Store,
): BackendResponse {
  return {
    total: matching.length,
    // Only who pages through what matches exactly wants to know: it takes a look at every report.
    get counts() {
      return countReports(matching, store)
    },
    candidates: [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([number, score]) => candidateOf(number, score, store)),
  }
}

function countReports(matching: readonly number[], { summaries, reportNumbers }: Store): ReportCount[] {
  const counts = new Uint32Array(summaries.length)
  for (const number of matching) {
    const report = reportNumbers[number] as number
    counts[report] = (counts[report] as number) + 1
  }
  return summaries.flatMap((report, number) =>
    counts[number] === 0 ? [] : [{ report, count: counts[number] as number }],
  )
}

function candidateOf(
  number: number,
  score: number,
  { passages, summaries, reportNumbers }: Store,
): Candidate {
  const report = summaries[reportNumbers[number] as number] as ReportSummary
  return { passage: passages[number] as Passage, report, score }
}

function queryTerms(groups: readonly TermGroup[]): QueryTerm[] {
  return groups.flatMap(({ terms }, group) => terms.map(({ term, weight }) => ({ term, weight, group })))
}

/** Numbers of the passages that hold every phrase, among those that the filters let through; undefined without a phrase. */
function holders(phrases: readonly string[], store: Store, filters: Filters): readonly number[] | undefined {
  if (phrases.length === 0) return undefined
  if (!isUnfiltered(filters)) return findHolders(phrases, store, passesBy(filters, store))
  // The check of a quote asks again for what the question asked for.
  const kept = keptForQuestion(store, () => new Map<string, readonly number[]>())
  return getOrMake(kept, phrases.join('\n'), () => findHolders(phrases, store))
}

/** Numbers of the passages that all of the filters let through, in order. */
function passing(filters: readonly Filters[], { summaries, arrays }: Store): number[] {
  const passed: number[] = []
  let next = 0
  for (const report of summaries) {
    const end = next + report.passages
    if (filters.every((one) => acceptsReport(one, report)))
      for (; next < end; next++) if (filters.every((one) => isOfYear(one, next, arrays))) passed.push(next)
    next = end
  }
  return passed
}

/** Whether the filters let a passage through; each report is looked up once. */
function passesBy(
  filters: Filters,
  { summaries, reportNumbers, arrays }: Store,
): (passage: number) => boolean {
  const accepted = summaries.map((report) => acceptsReport(filters, report))
  return (number) => accepted[reportNumbers[number] as number] === true && isOfYear(filters, number, arrays)
}

function isOfYear(filters: Filters, passage: number, { years, yearStarts }: IndexArrays): boolean {
  if (filters.years.length === 0) return true
  return acceptsYears(filters, [...years.subarray(yearStarts[passage], yearStarts[passage + 1])])
}

/** A built index in, a Backend out that holds it in this process: flat postings rank, the texts themselves verify phrases. */
import type { Passage, Report } from '../corpus/report.ts'
import type {
  Backend,
  BackendRequest,
  BackendResponse,
  Candidate,
  Catalog,
  ReportCount,
  ReportSummary,
  TermGroup,
} from './backend.ts'
import { BM25, COORDINATION, FIELD_BOOST, FIELDS } from './fields.ts'
import { acceptsReport, acceptsYears } from './filter.ts'
import { FoldedTexts } from './folded-texts.ts'
import { FrozenIndex, type QueryTerm } from './frozen-index.ts'
import { buildIndex, encodeTerm } from './index-builder.ts'
import type { IndexArrays, SavedIndex } from './index-file.ts'
import type { Filters } from './query.ts'

/** Builds the index of these reports and opens it. */
export function createMiniSearchBackend(reports: readonly Report[]): Backend {
  return openMiniSearchBackend(buildIndex(reports))
}

/** Opens a built or loaded index. */
export function openMiniSearchBackend({ arrays, reports }: SavedIndex): Backend {
  const store = openStore(arrays, reports)
  const { summaries, index } = store
  const reportOf = new Map(reports.map((report) => [report.id, report]))
  const numberOf = new Map(store.passages.map(({ id }, number) => [id, number]))
  const catalog: Catalog = { reports: summaries, passages: store.passages.length }
  return {
    name: 'minisearch',
    search: async (request) => search(request, store),
    catalog: async () => catalog,
    frequencies: async (terms) => terms.map((term) => index.documentFrequency(encodeTerm(term))),
    report: async (id) => reportOf.get(id) ?? null,
    passage: async (id) => {
      const number = numberOf.get(id)
      return number === undefined ? null : makeCandidate(store, number, 0)
    },
    isReady: async () => true,
    close: async () => {},
  }
}

interface Store {
  /** A passage's number is its place here. */
  readonly passages: readonly Passage[]
  readonly summaries: readonly ReportSummary[]
  /** Place in `summaries` of each passage's report. */
  readonly reportNumbers: Uint32Array
  readonly index: FrozenIndex
  readonly texts: FoldedTexts
  readonly arrays: IndexArrays
}

function openStore(arrays: IndexArrays, reports: readonly Report[]): Store {
  const passages = reports.flatMap((report) => report.passages)
  const reportNumbers = new Uint32Array(passages.length)
  let start = 0
  reports.forEach((report, number) => {
    reportNumbers.fill(number, start, start + report.passages.length)
    start += report.passages.length
  })
  return {
    passages,
    summaries: reports.map(summarize),
    reportNumbers,
    index: new FrozenIndex(FIELDS, arrays),
    texts: new FoldedTexts(arrays),
    arrays,
  }
}

function summarize({ sections: _, passages, ...meta }: Report): ReportSummary {
  return { ...meta, passages: passages.length }
}

function makeCandidate(
  { passages, summaries, reportNumbers }: Store,
  number: number,
  score: number,
): Candidate {
  return {
    passage: passages[number] as Passage,
    report: summaries[reportNumbers[number] as number] as ReportSummary,
    score,
  }
}

function search(request: BackendRequest, store: Store): BackendResponse {
  const terms = queryTerms(request.groups)
  const passes = filterTest(request.filters, store)
  const excluded = new Set(request.excluded.flatMap((phrase) => store.texts.scan(phrase)))
  const accepts = (number: number): boolean => passes(number) && !excluded.has(number)
  const counts = new Uint32Array(store.summaries.length)
  const count = (number: number): void => {
    const report = store.reportNumbers[number] as number
    counts[report] = (counts[report] as number) + 1
  }
  const ranking = { terms, boost: FIELD_BOOST, bm25: BM25, coordination: COORDINATION, limit: request.limit }
  const scores = new Map<number, number>()
  const rank = (test: (number: number) => boolean): void => {
    for (const { document, score } of store.index.search({ ...ranking, accepts: test }).documents)
      scores.set(document, score)
  }
  if (terms.length > 0 && request.phrases.length === 0) {
    rank((number) => {
      if (!accepts(number)) return false
      count(number)
      return true
    })
    if (request.prefer !== null) {
      const prefers = filterTest(request.prefer, store)
      rank((number) => prefers(number) && accepts(number))
    }
  } else {
    const matching = holders(request.phrases, store).filter(accepts)
    matching.forEach(count)
    const isMatching = new Set(matching)
    if (terms.length > 0) rank((number) => isMatching.has(number))
    // Passages that match by phrase or filter alone have no score and come after, in reading order.
    for (const number of matching) {
      if (scores.size >= request.limit) break
      if (!scores.has(number)) scores.set(number, 0)
    }
  }
  return {
    total: counts.reduce((sum, one) => sum + one, 0),
    counts: store.summaries.flatMap((report, number): ReportCount[] => {
      const matches = counts[number] as number
      return matches === 0 ? [] : [{ report, count: matches }]
    }),
    candidates: [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([number, score]) => makeCandidate(store, number, score)),
  }
}

function queryTerms(groups: readonly TermGroup[]): QueryTerm[] {
  return groups.flatMap(({ terms }, group) =>
    terms.map(({ term, weight }) => ({ term: encodeTerm(term), weight, group })),
  )
}

/** Numbers of the passages that hold every phrase; of all passages when there is none. */
function holders(phrases: readonly string[], { texts, passages }: Store): number[] {
  const [first, ...others] = phrases.map((phrase) => texts.scan(phrase))
  if (first === undefined) return Array.from(passages.keys())
  return others.reduce((common, next) => {
    const held = new Set(next)
    return common.filter((number) => held.has(number))
  }, first)
}

/** The filter as a test of a passage's number; it looks each report up once. */
function filterTest(
  filters: Filters,
  { summaries, reportNumbers, arrays }: Store,
): (number: number) => boolean {
  const reports = summaries.map((report) => acceptsReport(filters, report))
  return (number) => {
    if (reports[reportNumbers[number] as number] !== true) return false
    if (filters.years.length === 0) return true
    const { years, yearStarts } = arrays
    return acceptsYears(filters, [...years.subarray(yearStarts[number], yearStarts[number + 1])])
  }
}

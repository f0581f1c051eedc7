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
import { acceptsReport, acceptsYears, isUnfiltered } from './filter.ts'
import { FoldedTexts } from './folded-texts.ts'
import { type Choice, FrozenIndex, type QueryTerm } from './frozen-index.ts'
import { buildIndex } from './index-builder.ts'
import type { IndexArrays, SavedIndex } from './index-file.ts'
import { findHolders } from './phrase-holders.ts'
import type { Filters } from './query.ts'

/** Builds the index of these reports and opens it. */
export function createMiniSearchBackend(reports: readonly Report[]): Backend {
  return openMiniSearchBackend(buildIndex(reports))
}

/** Opens a built or loaded index. */
export function openMiniSearchBackend({ arrays, reports }: SavedIndex): Backend {
  const store = openStore(arrays, reports)
  const { summaries, index } = store
  const reportNumber = new Map(reports.map(({ id }, number) => [id, number]))
  const catalog: Catalog = { reports: summaries, passages: store.passages.length }
  const report = (id: string): Report | null => reports[reportNumber.get(id) ?? -1] ?? null
  return {
    name: 'minisearch',
    search: async (request) => search(request, store),
    catalog: async () => catalog,
    frequencies: async (terms) => terms.map((term) => index.documentFrequency(term)),
    report: async (id) => report(id),
    passage: async (id) => {
      // A passage's id begins with its report's.
      const number = reportNumber.get(id.slice(0, id.indexOf('_')))
      const passage = reports[number ?? -1]?.passages.find((one) => one.id === id)
      if (number === undefined || passage === undefined) return null
      return { passage, report: summaries[number] as ReportSummary, score: 0 }
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

function search(request: BackendRequest, store: Store): BackendResponse {
  const terms = queryTerms(request.groups)
  const passes = filterTest(request.filters, store)
  const excluded = new Set(request.excluded.flatMap((phrase) => findHolders(phrase, store)))
  const accepts: Choice = excluded.size === 0 ? passes : (number) => passes(number) && !excluded.has(number)
  const best = (choices: readonly Choice[]): Map<number, number> => {
    const { limit } = request
    const query = { terms, boost: FIELD_BOOST, bm25: BM25, coordination: COORDINATION, limit, choices }
    const found = terms.length === 0 ? [] : store.index.search(query).best.flat()
    return new Map(found.map(({ document, score }) => [document, score]))
  }
  if (terms.length > 0 && request.phrases.length === 0) {
    const prefers = request.prefer === null ? null : filterTest(request.prefer, store)
    const scores = best([accepts, ...(prefers === null ? [] : [preferring(prefers, accepts)])])
    return respond([...scores.keys()], scores, store)
  }
  const matching = matchingPhrases(request.phrases, store).filter(accepts)
  const isMatching = new Uint8Array(store.passages.length)
  for (const number of matching) isMatching[number] = 1
  const scores = best([(number) => isMatching[number] === 1])
  // Passages that match by phrase or filter alone have no score and come after, in reading order.
  for (const number of matching) {
    if (scores.size >= request.limit) break
    if (!scores.has(number)) scores.set(number, 0)
  }
  return respond(matching, scores, store)
}

function preferring(prefers: Choice, accepts: Choice): Choice {
  return (number) => prefers(number) && accepts(number)
}

function respond(
  matching: readonly number[],
  scores: ReadonlyMap<number, number>,
  { passages, summaries, reportNumbers }: Store,
): BackendResponse {
  const counts = new Uint32Array(summaries.length)
  for (const number of matching) {
    const report = reportNumbers[number] as number
    counts[report] = (counts[report] as number) + 1
  }
  return {
    total: matching.length,
    counts: summaries.flatMap((report, number): ReportCount[] => {
      const count = counts[number] as number
      return count === 0 ? [] : [{ report, count }]
    }),
    candidates: [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(
        ([number, score]): Candidate => ({
          passage: passages[number] as Passage,
          report: summaries[reportNumbers[number] as number] as ReportSummary,
          score,
        }),
      ),
  }
}

function queryTerms(groups: readonly TermGroup[]): QueryTerm[] {
  return groups.flatMap(({ terms }, group) => terms.map(({ term, weight }) => ({ term, weight, group })))
}

/** Numbers of the passages that hold every phrase; of all passages when there is none. */
function matchingPhrases(phrases: readonly string[], store: Store): number[] {
  const [first, ...others] = phrases.map((phrase) => findHolders(phrase, store))
  if (first === undefined) return Array.from(store.passages.keys())
  return others.reduce((common, next) => {
    const held = new Set(next)
    return common.filter((number) => held.has(number))
  }, first)
}

/** The filter as a test of a passage's number; it looks each report up once. */
function filterTest(filters: Filters, { summaries, reportNumbers, arrays }: Store): Choice {
  if (isUnfiltered(filters)) return () => true
  const reports = summaries.map((report) => acceptsReport(filters, report))
  return (number) => {
    if (reports[reportNumbers[number] as number] !== true) return false
    if (filters.years.length === 0) return true
    const { years, yearStarts } = arrays
    return acceptsYears(filters, [...years.subarray(yearStarts[number], yearStarts[number + 1])])
  }
}

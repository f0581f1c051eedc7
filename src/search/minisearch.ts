/** Reports in, a Backend out that holds them in this process: MiniSearch builds the index, flat postings answer. */
import MiniSearch from 'minisearch'
import type { Passage, Report } from '../corpus/report.ts'
import { foldPhrase } from '../text/normalizer.ts'
import { passageYears } from './aspect.ts'
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
import { BM25, COORDINATION, FIELD_BOOST, FIELDS, passageFields } from './fields.ts'
import { acceptsReport, acceptsYears } from './filter.ts'
import { FrozenIndex, freeze, type QueryTerm } from './frozen-index.ts'
import type { Filters } from './query.ts'

/** A passage as the index keeps it; its number is its place in the list. */
interface Entry {
  readonly passage: Passage
  /** Place of its report in the catalog. */
  readonly report: number
  readonly years: readonly number[]
  /** The text in the form in which phrases are compared. */
  readonly folded: string
}

/** Builds the index. Entries stand in the order of report ids and paragraphs, so a lower number wins a tie. */
export function createMiniSearchBackend(reports: readonly Report[]): Backend {
  const sorted = [...reports].sort((a, b) => (a.id < b.id ? -1 : 1))
  const summaries = sorted.map(summarize)
  const catalog: Catalog = {
    reports: summaries,
    passages: summaries.reduce((sum, report) => sum + report.passages, 0),
  }
  const entries = sorted.flatMap((report, number) =>
    report.passages.map(
      (passage): Entry => ({
        passage,
        report: number,
        years: passageYears(passage, report),
        folded: foldPhrase(passage.text),
      }),
    ),
  )
  const numberOf = new Map(entries.map((entry, number) => [entry.passage.id, number]))
  const index = buildIndex(entries)
  const candidate = (number: number, score: number): Candidate => {
    const entry = entries[number] as Entry
    return { passage: entry.passage, report: summaries[entry.report] as ReportSummary, score }
  }
  return {
    name: 'minisearch',
    search: async (request) => search(request, { entries, summaries, index, candidate }),
    catalog: async () => catalog,
    frequencies: async (terms) => terms.map((term) => index.documentFrequency(encodeTerm(term))),
    report: async (id) => sorted.find((report) => report.id === id) ?? null,
    passage: async (id) => {
      const number = numberOf.get(id)
      return number === undefined ? null : candidate(number, 0)
    },
    isReady: async () => true,
    close: async () => {},
  }
}

function summarize({ sections: _, passages, ...meta }: Report): ReportSummary {
  return { ...meta, passages: passages.length }
}

function buildIndex(entries: readonly Entry[]): FrozenIndex {
  const mini = new MiniSearch({
    idField: 'number',
    fields: [...FIELDS],
    tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
    processTerm: encodeTerm,
  })
  entries.forEach((entry, number) => {
    mini.add({ number, ...passageFields(entry.passage) })
  })
  return new FrozenIndex(FIELDS, freeze(mini.toJSON(), FIELDS))
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789-_.~!'

/**
 * Writes a term in 41 letters, three for each UTF-16 unit. MiniSearch's radix tree looks through the children of a
 * node one by one, and the root of a Chinese one has thousands: recoded it builds in a third of the time.
 */
function encodeTerm(term: string): string {
  let encoded = ''
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at)
    encoded += ALPHABET[Math.floor(unit / 1681)] as string
    encoded += ALPHABET[Math.floor(unit / 41) % 41] as string
    encoded += ALPHABET[unit % 41] as string
  }
  return encoded
}

interface Store {
  readonly entries: readonly Entry[]
  readonly summaries: readonly ReportSummary[]
  readonly index: FrozenIndex
  readonly candidate: (number: number, score: number) => Candidate
}

function search(request: BackendRequest, store: Store): BackendResponse {
  const accepts = acceptor(request, request.filters, store)
  const terms = queryTerms(request.groups)
  const needsScan = terms.length === 0 || request.phrases.length > 0
  const scanned = needsScan ? store.entries.flatMap((_, number) => (accepts(number) ? [number] : [])) : null
  const counts = new Array<number>(store.summaries.length).fill(0)
  const count = (number: number): void => {
    const report = (store.entries[number] as Entry).report
    counts[report] = (counts[report] ?? 0) + 1
  }
  const scores = new Map<number, number>()
  if (terms.length > 0) {
    const accepted = scanned === null ? null : new Set(scanned)
    const limit = scanned === null ? request.limit : scanned.length
    const run = (limit: number, passes: (number: number) => boolean): void => {
      const query = {
        terms,
        boost: FIELD_BOOST,
        bm25: BM25,
        coordination: COORDINATION,
        limit,
        accepts: passes,
      }
      for (const { document, score } of store.index.search(query).documents) scores.set(document, score)
    }
    run(limit, (number) => {
      const passes = accepted === null ? accepts(number) : accepted.has(number)
      if (passes && accepted === null) count(number)
      return passes
    })
    if (request.prefer !== null && accepted === null)
      run(request.limit, acceptor(request, request.prefer, store, accepts))
  }
  for (const number of scanned ?? []) {
    count(number)
    if (!scores.has(number)) scores.set(number, 0)
  }
  const ordered = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const kept = scanned === null ? ordered : ordered.slice(0, request.limit)
  return {
    total: counts.reduce((sum, one) => sum + one, 0),
    counts: store.summaries.flatMap((report, number): ReportCount[] => {
      const matches = counts[number] ?? 0
      return matches === 0 ? [] : [{ report, count: matches }]
    }),
    candidates: kept.map(([number, score]) => store.candidate(number, score)),
  }
}

function queryTerms(groups: readonly TermGroup[]): QueryTerm[] {
  return groups.flatMap(({ terms }, group) =>
    terms.map(({ term, weight }) => ({ term: encodeTerm(term), weight, group })),
  )
}

/** Filters are looked up by report once; phrases and exclusions on the folded text. */
function acceptor(
  { phrases, excluded }: BackendRequest,
  filters: Filters,
  { entries, summaries }: Store,
  also?: (number: number) => boolean,
): (number: number) => boolean {
  const reports = summaries.map((report) => acceptsReport(filters, report))
  return (number) => {
    const { report, years, folded } = entries[number] as Entry
    if (reports[report] !== true || !acceptsYears(filters, years)) return false
    if (also !== undefined) return also(number)
    return (
      phrases.every((phrase) => folded.includes(phrase)) &&
      !excluded.some((phrase) => folded.includes(phrase))
    )
  }
}

/** The interface behind which the index lives: MiniSearch in this process, or an OpenSearch cluster. */

import type { Passage, Report, ReportMeta } from '../corpus/report.ts'
import type { Figure, Kind } from '../figures/figure.ts'
import type { Filters } from './filter.ts'

/** A report as lists show it. */
export interface ReportSummary extends ReportMeta {
  /** Number of passages. */
  readonly passages: number
  /** Length of its passages and headings in UTF-16 units, folded and without white space: what counts are put in proportion to. */
  readonly characters: number
}

/** Every report that the index holds, by place and year: small enough for memory even at 60,000 reports. */
export interface Catalog {
  readonly reports: readonly ReportSummary[]
  /** Number of passages in all. */
  readonly passages: number
  /** Names this state of the corpus: another one as soon as a word of a report or of its particulars is another. */
  readonly version: string
}

/** In how many passages each of the terms stands, all asked for at once. */
export async function frequenciesOf(
  backend: Pick<Backend, 'frequencies'>,
  terms: readonly string[],
): Promise<(term: string) => number> {
  const asked = [...new Set(terms)]
  const frequencies = await backend.frequencies(asked)
  const known = new Map(asked.map((term, at) => [term, frequencies[at] ?? 0]))
  return (term) => known.get(term) ?? 0
}

/** Puts ids and days in order, whatever the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Puts reports in order: the latest first, those of one day by their ids. */
export function newestFirst(a: ReportMeta, b: ReportMeta): number {
  return b.year - a.year || compareText(b.date, a.date) || compareText(a.id, b.id)
}

/** The reports that had an id before, also as one of several of their place and year (yining-2024-2). */
export function findFormer(reports: readonly ReportSummary[], id: string): ReportSummary[] {
  const base = id.replace(/(?<=-\d{4})-\d+$/u, '')
  return reports.filter(({ formerly = [] }) => formerly.includes(id) || formerly.includes(base))
}

/** A passage as the backend ranks it, before the ranker looks again. */
export interface Candidate {
  readonly passage: Passage
  readonly report: ReportSummary
  /** BM25 score; comparable within one answer only. */
  readonly score: number
}

/** How many of the matching passages a report holds. */
export interface ReportCount {
  readonly report: ReportSummary
  readonly count: number
}

/** How often a report says something, in its passages and headings; the title is a name and says nothing. */
export interface Mentions {
  readonly report: ReportSummary
  /** Runs that equal one of the phrases: from left to right, the longest where several begin, none overlapping another. */
  readonly count: number
  /** The first passage that holds one, or that stands first below the heading that does. */
  readonly first: Passage
}

/** The index cannot be asked at the moment (cluster down, timeout). The message is for the log; the bot says it in its own words. */
export class BackendUnavailableError extends Error {
  override readonly name = 'BackendUnavailableError'
}

/** One weighted group of terms; a passage matches the group by any of its terms, each with its own weight. */
export interface TermGroup {
  readonly terms: readonly { readonly term: string; readonly weight: number }[]
}

export interface BackendRequest {
  /**
   * A passage is a candidate when it holds a term of any group. Its score is the sum over all terms and fields
   * (see fields.ts) of weight × field boost × BM25+, times (number of groups it matches) to the power COORDINATION.
   */
  readonly groups: readonly TermGroup[]
  /** Phrases that must all stand in the passage, made by foldPhrase(); verified on the text. */
  readonly phrases: readonly string[]
  /** Texts that must not stand in the passage, made by foldPhrase(). */
  readonly excluded: readonly string[]
  readonly filters: Filters
  /** What the user prefers: the best `limit` passages that pass it are candidates too, however low they rank overall. */
  readonly prefer: Filters | null
  /** How many candidates at the most, for the whole corpus and again for `prefer`. */
  readonly limit: number
}

export interface BackendResponse {
  /** How many passages match, when the request has phrases or nothing but filters; else how many candidates there are. */
  readonly total: number
  /** The matching passages by report, counted like `total`; in the order of the catalog. */
  readonly counts: readonly ReportCount[]
  /** Best first; ties in the order of report ids and paragraphs. Requests without groups and phrases give reading order. */
  readonly candidates: readonly Candidate[]
}

/** What is asked of the figures: all that pass every part of it that there is. Without indicators and passages none do. */
export interface FigureRequest {
  /** Canonical names, or printed ones of indicators that are not listed. */
  readonly indicators?: readonly string[] | undefined
  /** Ids of passages. */
  readonly passages?: readonly string[] | undefined
  /** As for a search, but for the years: they are those of the figures. */
  readonly filters?: Filters
  /** Default null, both. */
  readonly kind?: Kind | null
}

/** A figure with the passage and the report that state it. */
export interface StatedFigure {
  readonly figure: Figure
  readonly passage: Passage
  readonly report: ReportSummary
}

export interface Backend {
  readonly name: 'minisearch' | 'opensearch'
  search(request: BackendRequest): Promise<BackendResponse>
  /** In the order of report ids, paragraphs, and reading. */
  figures(request: FigureRequest): Promise<readonly StatedFigure[]>
  catalog(): Promise<Catalog>
  /** In how many passages each of these terms stands: the most over the fields, in the order given; 0 for an unknown one. */
  frequencies(terms: readonly string[]): Promise<readonly number[]>
  /** How often each report says any of these phrases, made by foldPhrase(); in the order of the catalog, without those that never do. */
  mentions(phrases: readonly string[]): Promise<readonly Mentions[]>
  /** The whole report with its outline and passages; null for an unknown id. */
  report(id: string): Promise<Report | null>
  /** null for an unknown or outdated id. */
  passage(id: string): Promise<Candidate | null>
  /** True when a search would be answered. Never throws. */
  isReady(): Promise<boolean>
  close(): Promise<void>
}

/** Asks again for a report or passage by the report's present id when the id's report is one that a report had before. */
export async function withCurrentId<T>(
  id: string,
  backend: Backend,
  ask: (id: string) => Promise<T | null>,
): Promise<T | null> {
  const [report = '', ...rest] = id.split('_')
  const { reports } = await backend.catalog()
  for (const current of findFormer(reports, report)) {
    // Two reports may have had one id: the hash of the text tells whose passage is meant.
    const found = await ask.call(backend, [current.id, ...rest].join('_'))
    if (found !== null) return found
  }
  return null
}

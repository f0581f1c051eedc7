/** A question in, ranked hits out: parses, asks the backend, ranks, and says how well it matches. */
import type { Passage, Report } from '../corpus/report.ts'
import type { Backend, Candidate, Catalog, ReportCount, ReportSummary } from './backend.ts'
import type { Query } from './query.ts'

/** `strong`: the hits answer; `weak`: they touch the question; `none`: nothing in the corpus does. */
export type Match = 'strong' | 'weak' | 'none'

/** A half-open range `[start, end)` in UTF-16 units. */
export type Range = readonly [start: number, end: number]

export interface Hit {
  readonly passage: Passage
  readonly report: ReportSummary
  readonly score: number
  /** Places in `passage.text` that the query's terms and phrases match; sorted, merged. */
  readonly matches: readonly WeightedRange[]
}

export interface WeightedRange {
  readonly range: Range
  /** Weight of the query term that matches here, for the choice of the snippet. */
  readonly weight: number
  /** Which term of the query it is, so that a window counts every term once. */
  readonly term: number
}

export type Suggestion =
  /** Words of the corpus near the query; `query` is what to ask instead. */
  | { readonly kind: 'term'; readonly label: string; readonly query: string }
  /** The same question without the filter that leaves nothing. */
  | {
      readonly kind: 'drop-filter'
      readonly label: string
      readonly query: string
    }

export interface SearchResult {
  readonly query: Query
  readonly match: Match
  /** How many passages match well enough to be shown, over all pages. */
  readonly total: number
  /** The page asked for, best first; ties in reading order. */
  readonly hits: readonly Hit[]
  /** Matching passages by report, most first. */
  readonly reports: readonly ReportCount[]
  readonly suggestions: readonly Suggestion[]
}

export interface SearchOptions {
  /** How many hits. Default 5. */
  readonly limit?: number
  /** How many hits to pass over. Default 0. */
  readonly offset?: number
}

/** Everything above the search layer asks through this, whatever the backend. */
export interface Searcher {
  readonly backend: Backend
  search(text: string, options?: SearchOptions): Promise<SearchResult>
  catalog(): Promise<Catalog>
  report(id: string): Promise<Report | null>
  passage(id: string): Promise<Candidate | null>
}

/** The straight way down: a question in, an Answer out, with snippets, citations and the quote check. */
import type { Query } from '../search/query.ts'
import type { Hit, Match, Range, ReportCount, Searcher, Suggestion } from '../search/searcher.ts'
import type { QuoteCheck } from './quote-check.ts'
import type { Snippet } from './snippet.ts'

export interface AnsweredHit extends Hit {
  readonly snippet: Snippet
  /** One line: place, year, title, date, meeting, speaker, heading path, paragraph, page. See citation.ts. */
  readonly citation: string
}

export interface Answer {
  readonly query: Query
  readonly match: Match
  readonly total: number
  readonly hits: readonly AnsweredHit[]
  readonly reports: readonly ReportCount[]
  readonly suggestions: readonly Suggestion[]
  /** Set when the question looks like a pasted quote. */
  readonly quote: QuoteCheck | null
}

export interface AnswerOptions {
  /** How many hits. Default 5. */
  readonly limit?: number
  /** How many hits to pass over. Default 0. */
  readonly offset?: number
}

export declare function answer(searcher: Searcher, text: string, options?: AnswerOptions): Promise<Answer>

/** One report's best passage for the words compared. */
export interface ComparedHit extends AnsweredHit {
  /** Figures with their units in `snippet.text`, to be set in bold. */
  readonly figures: readonly Range[]
}

export interface Comparison {
  readonly query: Query
  readonly match: Match
  /** One a report, by place and year. */
  readonly hits: readonly ComparedHit[]
}

/** The best passage of every report for the same words, side by side. */
export declare function compare(searcher: Searcher, words: string): Promise<Comparison>

/** The straight way down: a question in, an Answer out, with snippets, citations and the quote check. */
import type { ReportCount } from '../search/backend.ts'
import type { Query } from '../search/query.ts'
import type { Hit, Match, Range, Searcher, SearchResult, Suggestion } from '../search/searcher.ts'
import { citePassage } from './citation.ts'
import { findFigures } from './figures.ts'
import { checkQuote, type QuoteCheck, resemblance } from './quote-check.ts'
import { unitText } from './quote-text.ts'
import { makeSnippet, type Snippet } from './snippet.ts'

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

export async function answer(searcher: Searcher, text: string, options: AnswerOptions = {}): Promise<Answer> {
  const result = await searcher.search(text, options)
  const quote = await recognizeQuote(searcher, text, result)
  const isFound = quote !== null && quote.kind !== 'not-found'
  return {
    ...result,
    match: isFound ? 'strong' : result.match,
    hits: result.hits.map(answerHit),
    quote,
  }
}

function answerHit(hit: Hit): AnsweredHit {
  return {
    ...hit,
    snippet: makeSnippet(hit.passage, hit.matches),
    citation: citePassage(hit.passage, hit.report),
  }
}

/** Fewer characters than these are words to look for, not a quote: the reports' set phrases are as long. */
const MIN_QUOTE_UNITS = 12
const MIN_MARKED_QUOTE_UNITS = 8
/** A text this long that reads as prose is a quote even when nothing is like it. */
const MIN_PROSE_UNITS = 30
/** Below this, question and passage share words, not wording. */
const MIN_RESEMBLANCE = 0.75

const MARKED = /^\s*["“「『‘][^"“”「」『』]*["”」』’]\s*$/u
const ASKS = /[?？吗呢]\s*$|什么|多少|几[个家所条座]|哪[些里个年]|谁|怎[么样]|如何|是否|有没有|请问/u
const PROSE = /[，,；;。].*[，,；;。]/su

/** A quote check of a text that looks like a pasted quote; null for a question or a list of words. */
async function recognizeQuote(
  searcher: Searcher,
  text: string,
  { query, hits }: SearchResult,
): Promise<QuoteCheck | null> {
  if (isFiltered(query)) return null
  const units = unitText(text).keys.length
  const isMarked = MARKED.test(text)
  if (units < (isMarked ? MIN_MARKED_QUOTE_UNITS : MIN_QUOTE_UNITS)) return null
  const isProse = units >= MIN_PROSE_UNITS && PROSE.test(text) && !ASKS.test(text)
  if (!isMarked && !isProse && resemblance(text, hits) < MIN_RESEMBLANCE) return null
  return checkQuote(searcher, text)
}

function isFiltered({ filters, excluded }: Query): boolean {
  return excluded.length > 0 || Object.values(filters).some((values: readonly unknown[]) => values.length > 0)
}

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

/** How many hits are gone through for a report's first. */
const MAX_COMPARED_HITS = 300

/** The best passage of every report for the same words, side by side. */
export async function compare(searcher: Searcher, words: string): Promise<Comparison> {
  const { query, match, hits } = await searcher.search(words, { limit: MAX_COMPARED_HITS })
  const best = new Map<string, Hit>()
  for (const hit of hits) {
    if (!best.has(hit.report.id)) best.set(hit.report.id, hit)
  }
  const compared = [...best.values()].sort(
    (a, b) => a.report.place.localeCompare(b.report.place, 'zh') || a.report.year - b.report.year,
  )
  return { query, match, hits: compared.map(compareHit) }
}

function compareHit(hit: Hit): ComparedHit {
  const answered = answerHit(hit)
  return { ...answered, figures: findFigures(answered.snippet.text) }
}

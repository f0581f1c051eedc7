/** The straight way down: a question in, an Answer out, with snippets, citations and the quote check. */
import type { ReportCount } from '../search/backend.ts'
import type { Query } from '../search/query.ts'
import type { Hit, Match, Range, Searcher, SearchResult, Suggestion } from '../search/searcher.ts'
import { citePassage } from './citation.ts'
import { findFigures } from './figures.ts'
import type { QuoteCheck } from './quote-check.ts'
import { recognizeQuote } from './recognize-quote.ts'
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
  if (quote === null || quote.kind === 'not-found') {
    return { ...result, hits: result.hits.map(answerHit), quote }
  }
  const hits = options.offset ? result.hits : withQuoteFirst(result, quote.hit)
  return {
    ...result,
    // Whoever asks for an exact phrase is told what holds it, not what is like it.
    match: hits.length > 0 ? 'strong' : result.match,
    total: Math.max(result.total, hits.length),
    hits: hits.map((hit) => answerHit(quote.kind === 'verbatim' ? markQuote(hit, quote) : hit)),
    quote,
  }
}

/** The passage of a pasted quote is the first hit, whatever its words alone would rank first; an exact phrase shuts it out. */
function withQuoteFirst({ hits, query }: SearchResult, quoted: Hit): readonly Hit[] {
  const ranked = hits.find(({ passage }) => passage.id === quoted.passage.id)
  const others = hits.filter((hit) => hit !== ranked)
  if (ranked !== undefined) return [ranked, ...others]
  if (query.phrases.length > 0) return hits
  return [
    { ...quoted, score: hits[0]?.score ?? quoted.score },
    ...others.slice(0, Math.max(0, hits.length - 1)),
  ]
}

/** The words of a verbatim quote are one match, from its first character to its last. */
function markQuote(hit: Hit, quote: Extract<QuoteCheck, { kind: 'verbatim' }>): Hit {
  const { id } = hit.passage
  const ranges = [
    ...quote.places.filter(({ passage }) => passage.id === id).map(({ range }) => range),
    ...quote.others
      .filter(({ passage }) => passage.id === id)
      .flatMap(({ matches }) => matches.map(({ range }) => range)),
  ]
  const matches = ranges
    .filter(([start, end]) => start < end)
    .map((range, term) => ({ range, weight: 1, term }))
  return matches.length > 0 ? { ...hit, matches } : hit
}

function answerHit(hit: Hit): AnsweredHit {
  return {
    ...hit,
    snippet: makeSnippet(hit.passage, hit.matches),
    citation: citePassage(hit.passage, hit.report),
  }
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

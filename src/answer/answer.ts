/** The straight way down: a question in, an Answer out, with snippets, citations and the quote check. */

import { setImmediate } from 'node:timers/promises'
import { findMentions, type Mentions } from '../counts/mentions.ts'
import type { QuoteCheck } from '../quote/check.ts'
import { findFigures } from '../quote/numbers.ts'
import { recognizeQuote } from '../quote/recognize.ts'
import type { ReportCount } from '../search/backend.ts'
import type { Query } from '../search/query/query.ts'
import type { Range } from '../search/rank/matches.ts'
import type { Hit, Missing, Searcher, SearchResult, Suggestion } from '../search/searcher.ts'
import type { Match } from '../search/verdict/judge.ts'
import { citePassage } from './citation.ts'
import { pickSentence, type Sentence } from './sentence.ts'
import { makeSnippet, type Snippet } from './snippet.ts'

export interface AnsweredHit extends Hit {
  readonly snippet: Snippet
  /** The sentence of the passage that answers. */
  readonly sentence: Sentence
  /** One line: place, year, title, date, meeting, speaker, heading path, paragraph, page. See citation.ts. */
  readonly citation: string
}

export interface Answer {
  readonly query: Query
  readonly match: Match
  readonly total: number
  readonly hits: readonly AnsweredHit[]
  readonly reports: readonly ReportCount[]
  /** Places and years asked about that the corpus lacks. */
  readonly missing?: readonly Missing[]
  readonly suggestions: readonly Suggestion[]
  /** Set when the question looks like a pasted quote. */
  readonly quote: QuoteCheck | null
  /** Set when the question is who says a phrase, since when or how often: the hits are then the passages that say it. */
  readonly mentions: Mentions | null
}

export interface AnswerOptions {
  /** How many hits. Default 5. */
  readonly limit?: number
  /** How many hits to pass over. Default 0. */
  readonly offset?: number
}

export async function answer(searcher: Searcher, text: string, options: AnswerOptions = {}): Promise<Answer> {
  const result = await searcher.search(text, options)
  const mentions = await findMentions(searcher, result.query)
  if (mentions !== null) return await answerMentions(searcher, { result, mentions }, options)
  const quote = await recognizeQuote(searcher, text, result)
  if (quote === null || quote.kind === 'not-found') {
    return { ...result, hits: result.hits.map((hit) => answerHit(hit, result.query)), quote, mentions }
  }
  const hits = options.offset ? result.hits : withQuoteFirst(result, quote.hit)
  return {
    ...result,
    // Whoever asks for an exact phrase is told what holds it, not what is like it.
    match: hits.length > 0 ? 'strong' : result.match,
    total: Math.max(result.total, hits.length),
    hits: hits.map((hit) => answerHit(quote.kind === 'differs' ? hit : markQuote(hit, quote), result.query)),
    quote,
    mentions,
  }
}

/** Reports named in one filter: enough for all provinces of several years, and short enough for a query. */
const MAX_REPORTS_FILTERED = 150

/** What nothing says has no passages: those that come near would be taken for it. */
async function answerMentions(
  searcher: Searcher,
  { result, mentions }: { readonly result: SearchResult; readonly mentions: Mentions },
  options: AnswerOptions,
): Promise<Answer> {
  const { phrase, reports } = mentions.count
  const ids = reports.slice(0, MAX_REPORTS_FILTERED).map(({ report }) => report.id)
  // The words of the question itself are not what is missing.
  const missing = result.missing?.filter(({ kind }) => kind !== 'word') ?? []
  const silent = {
    ...result,
    missing,
    match: 'none',
    total: 0,
    hits: [],
    reports: [],
    quote: null,
    mentions,
  } as const
  if (ids.length === 0) return silent
  const words = phrase.replace(/[“”"]/gu, '')
  const said = await searcher.search(`报告:${ids.join(',')} “${words}”`, options)
  const { match, total, hits } = said
  return {
    ...silent,
    match: total > 0 ? match : 'strong',
    total,
    hits: hits.map((hit) => answerHit(hit, said.query)),
    reports: said.reports,
    suggestions: [],
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

/** The words of a quote that stands there are one match, from its first character to its last. */
function markQuote(hit: Hit, quote: Extract<QuoteCheck, { kind: 'verbatim' | 'pieced' }>): Hit {
  const { id } = hit.passage
  const hits = quote.kind === 'verbatim' ? quote.others : quote.pieces.map((piece) => piece.hit)
  const ranges = [
    ...quote.places.filter(({ passage }) => passage.id === id).map(({ range }) => range),
    ...hits
      .filter(({ passage }) => passage.id === id)
      .flatMap(({ matches }) => matches.map(({ range }) => range)),
  ]
  const matches = ranges
    .filter(([start, end]) => start < end)
    .map((range, term) => ({ range, weight: 1, term }))
  return matches.length > 0 ? { ...hit, matches } : hit
}

function answerHit(hit: Hit, query: Query): AnsweredHit {
  return {
    ...hit,
    snippet: makeSnippet(hit.passage, hit.matches),
    sentence: pickSentence(hit.passage, hit.matches, { wantsFigure: query.intent === 'figure' }),
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

/** How many of the best hits are gone through for the reports that speak of the words. */
const MAX_HITS = 300
/** Of more reports than these only those among the best hits are compared: each costs a search. */
const MAX_REPORTS = 150
/** Searches under way at once: a cluster answers them side by side. */
const BATCH = 4

/** Compares reports by their best passages; a report that does not speak of the words is left out. */
export async function compare(searcher: Searcher, words: string): Promise<Comparison> {
  const overall = await searcher.search(words, { limit: MAX_HITS })
  const best = await bestByReport(searcher, words, overall)
  const hits = best.sort(
    (a, b) => a.report.place.localeCompare(b.report.place, 'zh') || a.report.year - b.report.year,
  )
  return {
    query: overall.query,
    match: overall.match,
    hits: hits.map((hit) => compareHit(hit, overall.query)),
  }
}

async function bestByReport(
  searcher: Searcher,
  words: string,
  { query, match, hits }: SearchResult,
): Promise<Hit[]> {
  if (match === 'none') return []
  const first = firstByReport(hits)
  // A report: filter in the words would widen that of each report.
  if (query.filters.reports.length > 0) return first
  const { reports } = await searcher.catalog()
  const compared = reports.length <= MAX_REPORTS ? reports : first.map(({ report }) => report)
  const best: Hit[] = []
  for (let at = 0; at < compared.length; at += BATCH) {
    const results = await Promise.all(
      compared.slice(at, at + BATCH).map(({ id }) => searcher.search(`报告:${id} ${words}`, { limit: 1 })),
    )
    for (const result of results) {
      const [hit] = result.hits
      if (hit !== undefined && hit.matches.length > 0 && isAsGood(result.match, match)) best.push(hit)
    }
    // A hundred searches in one go would keep everybody else waiting.
    await setImmediate()
  }
  return best
}

function firstByReport(hits: readonly Hit[]): Hit[] {
  const first = new Map<string, Hit>()
  for (const hit of hits) {
    if (hit.matches.length > 0 && !first.has(hit.report.id)) first.set(hit.report.id, hit)
  }
  return [...first.values()]
}

/** Where some report answers strongly, one that only touches the words has nothing to compare. */
function isAsGood(match: Match, overall: Match): boolean {
  return match === 'strong' || (match === 'weak' && overall === 'weak')
}

function compareHit(hit: Hit, query: Query): ComparedHit {
  const answered = answerHit(hit, query)
  return { ...answered, figures: findFigures(answered.snippet.text) }
}

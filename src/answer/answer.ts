/** Leads from a question to an Answer, with snippets, citations and the quote check. */

import { findMentions, type Mentions } from '../counts/mentions.ts'
import { loadAskedNames } from '../figures/asked.ts'
import type { QuoteCheck } from '../quote/check.ts'
import { recognizePhrase, recognizeQuote } from '../quote/recognize.ts'
import type { ReportCount } from '../search/backend.ts'
import { readOperators } from '../search/query/operators.ts'
import type { Query } from '../search/query/query.ts'
import { keptForQuestion } from '../search/question-time.ts'
import type { Missing, Searcher, SearchOptions, SearchResult, Suggestion } from '../search/searcher.ts'
import { askedQuantity, type Match } from '../search/verdict/judge.ts'
import { getOrMake } from '../text/maps.ts'
import { foldPhrase, foldText, lettersOf } from '../text/normalizer.ts'
import { withoutOpenEnds } from '../text/sentences.ts'
import { type AnsweredHit, answerHits } from './answered-hit.ts'
import { type Item, withListFirst } from './enumeration.ts'
import { answerFigures, type FiguresAnswer } from './figures/answer-figures.ts'
import { withFiguresFirst } from './figures/figure-hits.ts'
import { hasYear, readFigureQuestion } from './figures/figure-question.ts'
import {
  isHalfRemembered,
  lacksMarks,
  MIN_REMEMBERED,
  markQuote,
  mayBeRemembered,
  withQuoteFirst,
} from './quote-hits.ts'
import { findSpeltOut, type SpeltOut } from './spelt-out.ts'
import { asksWhetherDone, findOtherTime, findUnreviewed } from './unreviewed.ts'

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
  /** Set when figures answer the question, or when the reports are silent on the figure that it asks for. */
  readonly figures: FiguresAnswer | null
  /** What the sentence of the first hit only leads in to, one by one; empty where it lists nothing. */
  readonly items: readonly Item[]
}

/** What an answer has of none of these. */
const ELSE = { quote: null, mentions: null, figures: null, items: [] } as const

/** How many hits a page has. */
const DEFAULT_LIMIT = 5

/** Whatever of one message asks the same again has the same answer. */
export function answer(
  searcher: Searcher,
  text: string,
  { limit = DEFAULT_LIMIT, offset = 0 }: SearchOptions = {},
): Promise<Answer> {
  const kept = keptForQuestion(searcher, () => new Map<string, Promise<Answer>>())
  return getOrMake(kept, `${limit} ${offset} ${text}`, () => answerAnew(searcher, text, { limit, offset }))
}

async function answerAnew(
  searcher: Searcher,
  text: string,
  options: Required<SearchOptions>,
): Promise<Answer> {
  // Side by side, so that a cluster is asked once.
  const [asked, ofPhrase] = await Promise.all([
    searcher.search(text, options),
    recognizePhrase(searcher, text),
  ])
  const mentions = await findMentions(searcher, asked.query)
  const isUnsaid = mentions !== null && mayBeRemembered(mentions)
  const words = isUnsaid ? `“${mentions.question.phrase.replace(/\s+/gu, '，')}”` : text
  const known = words === text ? ofPhrase : null
  const checked =
    mentions === null || isUnsaid ? (known ?? (await recognizeQuote(searcher, words, asked))) : null
  const isRemembered = mentions === null || isHalfRemembered(mentions) || lacksMarks(checked)
  const quote = isRemembered ? checked : null
  // What no marks hold together may be a question after all.
  const isCounted = mentions !== null && (!isRemembered || mentions.question.isQuoted)
  if (isCounted && quote?.kind !== 'differs')
    return await answerMentions(searcher, { result: asked, mentions }, options)
  const mayAsk = quote === null || asksForFigure(asked.query)
  const figures = mayAsk ? await findFiguresAsked(searcher, text, asked) : null
  if (quote === null || (figures !== null && figures.rows.length > 0))
    return await answerWithFigures(searcher, { result: asked, text, options, quote: null, figures })
  const result = await withNearest(searcher, { text, asked, options, quote })
  if (quote.kind === 'not-found')
    return await answerWithFigures(searcher, { result, text, options, quote, figures: null })
  const hits = options.offset ? result.hits : withQuoteFirst(result, quote.hit)
  const marked = hits.map((hit) => (quote.kind === 'differs' ? hit : markQuote(hit, quote)))
  return {
    ...result,
    ...ELSE,
    match: hits.length > 0 && (result === asked || quote.kind !== 'differs') ? 'strong' : result.match,
    total: Math.max(result.total, hits.length),
    hits: await answerHits(searcher, marked, result.query),
    quote,
  }
}

/**
 * A quotation in marks that no passage holds is half remembered: what its words lead to is not what was asked for, and may be
 * what was meant. Whoever looks for a term in marks is told that nothing holds it.
 */
async function withNearest(
  searcher: Searcher,
  {
    text,
    asked,
    options,
    quote,
  }: { text: string; asked: SearchResult; options: SearchOptions; quote: QuoteCheck },
): Promise<SearchResult> {
  const { total, query } = asked
  const isLong = query.phrases.some((phrase) => lettersOf(phrase).length >= MIN_REMEMBERED)
  if (total > 0 || !(isLong || (query.phrases.length > 0 && lacksMarks(quote)))) return asked
  const { free, phrases } = readOperators(text)
  const near = await searcher.search([free, ...phrases].join(' '), options)
  return { ...near, match: near.hits.length > 0 ? 'weak' : 'none' }
}

/** Reports named in one filter: enough for all provinces of several years, and short enough for a query. */
const MAX_REPORTS_FILTERED = 150

/** What nothing says has no passages: those that come near would be taken for it. */
async function answerMentions(
  searcher: Searcher,
  { result, mentions }: { readonly result: SearchResult; readonly mentions: Mentions },
  options: SearchOptions,
): Promise<Answer> {
  const { phrase, reports } = mentions.count
  const ids = reports.slice(0, MAX_REPORTS_FILTERED).map(({ report }) => report.id)
  // The words of the question itself are not what is missing, nor is what they ask of a topic.
  const missing = result.missing?.filter(({ kind }) => kind === 'place' || kind === 'year') ?? []
  const silent = {
    ...result,
    ...ELSE,
    mentions,
    missing,
    match: 'none',
    total: 0,
    hits: [],
    reports: [],
  } as const
  if (ids.length === 0) return silent
  const words = phrase.replace(/[“”"]/gu, '')
  const said = await searcher.search(`报告:${ids.join(',')} “${words}”`, options)
  const { total, hits } = said
  return {
    ...silent,
    match: 'strong',
    total,
    hits: await answerHits(searcher, hits, said.query),
    reports: said.reports,
    suggestions: [],
  }
}

/** Figures that no one asked for are none; what the reports do not state is told of a figure only that surely was. */
async function findFiguresAsked(
  searcher: Searcher,
  text: string,
  { query, match }: SearchResult,
): Promise<FiguresAnswer | null> {
  const figures = await answerFigures(searcher, text, { query })
  if (figures === null) return null
  const { rows, absent, asked } = figures
  // A count of things that were done is no word on whether this was.
  if (asked.indicators.length === 0 && asked.kind !== 'both' && asksWhetherDone(foldText(query.text)))
    return null
  const isOfAll = rows.length > 0 && rows.every(({ figure }) => TELLS_ALL.test(figure.quote))
  if (match !== 'strong' && asksForAll(query) && !isOfAll) return null
  if (rows.length > 0) return asked.isSure || asked.isNamed || asked.kind !== null ? figures : null
  return asked.isSure && absent.length > 0 ? figures : null
}

/** 按GDP增速排：宝安2018年、罗湖2013年 and 2000年 国家财政收入 are no quotations: they ask for figures, and nothing else is said. */
function asksForFigure(query: Query): boolean {
  const asked = readFigureQuestion(query)
  const isOfListed = asked !== null && asked.indicators.length > 0 && asked.words.length === 0
  if (asked === null || !(isOfListed || asked.share !== null)) return false
  const states = /\d/u.test(foldText(query.text).replace(/(?:19|20)\d\d/gu, ''))
  return asked.order !== null || asked.isSeveral || (hasYear(query) && !states)
}

/** 有多少个镇: the four that a plan is made for are not all of them, unless a passage says so. */
function asksForAll(query: Query): boolean {
  const isListed = loadAskedNames().find(foldText(query.text)).length > 0
  return !isListed && askedQuantity(query)?.isTotal === true
}

/** 还有63万失能老人, 恢复至42只: how many there are. */
const TELLS_ALL = /[还现共拥尚仍]有|总[数量]|达到?\d|(?:恢复|增加?|上升|提高|发展)[到至]/u

interface SearchedAnswer extends Pick<Answer, 'quote' | 'figures'> {
  readonly result: SearchResult
  readonly text: string
  readonly options: Required<SearchOptions>
}

/** The passages that state the figures come first; where the reports are silent, no passage is called an answer. */
async function answerWithFigures(
  searcher: Searcher,
  { result, text, options, quote, figures }: SearchedAnswer,
): Promise<Answer> {
  const { offset, limit } = options
  const rows = figures?.rows ?? []
  if (rows.length === 0) return await answerPassages(searcher, { result, text, options, quote, figures })
  // What is put first moves all others on, over the pages too.
  const ranked = offset === 0 ? result.hits : (await searcher.search(text, { limit: offset + limit })).hits
  const all = withFiguresFirst(ranked, rows)
  const hits = await answerHits(searcher, all.slice(offset, offset + limit), result.query)
  const undone = await findUnreviewed(searcher, result.query, hits)
  // 最大 is no word that the reports lack: the figures are put in order. Nor is a year that they tell of.
  const lacking =
    result.missing?.filter(
      ({ kind, text }) =>
        kind !== 'word' && !(kind === 'year' && rows.some(({ figure }) => String(figure.year) === text)),
    ) ?? []
  return {
    ...result,
    ...ELSE,
    match: 'strong',
    missing: [...lacking, ...undone],
    total: Math.max(result.total, all.length),
    hits,
    suggestions: [],
    quote,
    figures,
  }
}

/** The passages found, with what they do not tell. */
async function answerPassages(
  searcher: Searcher,
  { result, text, options, quote, figures }: SearchedAnswer,
): Promise<Answer> {
  const spelt = options.offset === 0 && figures === null ? await findSpeltOut(searcher, result) : null
  if (spelt !== null) return await answerSpeltOut(searcher, result, spelt)
  const hits = await answerHits(searcher, result.hits, result.query)
  const other = figures === null && result.match === 'strong' ? await findOtherTime(searcher, result) : null
  const match = result.match === 'strong' && (figures !== null || other !== null) ? 'weak' : result.match
  const unsaid = other === null && quote === null ? await findUnsaid(searcher, result) : null
  // Who turns the page looks for more hits.
  const isListed = match === 'strong' && quote === null && options.offset === 0
  const listed = isListed ? await withListFirst(searcher, { text, hits }) : { hits, items: [] }
  const known = other ?? (unsaid === null ? (result.missing ?? []) : [unsaid])
  // Of what no report has a word nothing was planned either.
  const isUnknown = known.some(({ kind }) => kind === 'word' || kind === 'place')
  const undone = isUnknown ? [] : await findUnreviewed(searcher, result.query, hits)
  return { ...result, ...listed, missing: [...known, ...undone], match, quote, mentions: null, figures }
}

/** The passage that spells out what is asked about comes first. */
async function answerSpeltOut(
  searcher: Searcher,
  result: SearchResult,
  { hit, isSure }: SpeltOut,
): Promise<Answer> {
  const others = result.hits.filter(({ passage }) => passage.id !== hit.passage.id)
  const hits = await answerHits(
    searcher,
    [hit, ...others].slice(0, Math.max(1, result.hits.length)),
    result.query,
  )
  const match = isSure || result.match === 'none' ? 'strong' : result.match
  return { ...result, ...ELSE, match, hits, total: Math.max(result.total, hits.length) }
}

/** A longer quotation is checked as one. */
const MARKED = /[“「『"](?<words>[^“”「」『』"]{2,16})[”」』"]/u

/** Words in quotation marks that stand in no passage found: what is like them is shown, and that they are not there is said. */
async function findUnsaid(searcher: Searcher, { query, match, hits }: SearchResult): Promise<Missing | null> {
  const phrase = withoutOpenEnds(query.phrases[0] ?? MARKED.exec(query.text)?.groups?.words ?? '')
  if (phrase === '' || match === 'strong' || hits.length === 0) return null
  const folded = foldPhrase(phrase)
  if (hits.some(({ passage }) => foldPhrase(passage.text).includes(folded))) return null
  const { reports } = await searcher.search(`“${phrase}”`, { limit: 1 })
  return { kind: 'word', text: phrase, places: query.preferences.places, reports: reports.length }
}

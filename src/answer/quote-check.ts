/** A pasted quote in; out: whether it stands in a report in these words, and if not, what differs. */
import type { Candidate } from '../search/backend.ts'
import type { Filters } from '../search/query.ts'
import type { Hit, Range, Searcher } from '../search/searcher.ts'
import { foldPhrase } from '../text/normalizer.ts'
import type { DiffPart } from './quote-align.ts'
import {
  covers,
  dropHeadingStops,
  passageContext,
  placesOf,
  type QuoteContext,
  type QuotePlace,
  surroundings,
} from './quote-context.ts'
import { diffQuote } from './quote-diff.ts'
import { type Exact, findExact, type Quote, readQuote } from './quote-exact.ts'
import { type Folding, isInsideCode, isMark, type UnitRun, type UnitText, unitText } from './quote-text.ts'

export type QuoteCheck =
  /** The quote stands there. `range` is its place in `hit.passage.text`, `places` are all of them in reading order. */
  | {
      readonly kind: 'verbatim'
      readonly hit: Hit
      readonly range: Range
      /** More than one when the quote runs on into the next paragraph, or leaves words out with …. */
      readonly places: readonly QuotePlace[]
      /** Without repeats; empty when the quote equals the text as it is. */
      readonly folded: readonly Folding[]
      /** The figure, as printed, that the quote begins or ends inside of: 15% for a quote that begins with its 5%. null when it cuts none. */
      readonly cutFigure: string | null
      /** Other passages that hold the same words. */
      readonly others: readonly Hit[]
      /** The words in quotation marks that were checked, where the text around them is the asker's own. */
      readonly part?: string
    }
  /** It stands there in other words. `range` and `places` hold the true wording; `similarity` is from 0 to 1. */
  | {
      readonly kind: 'differs'
      readonly hit: Hit
      readonly range: Range
      readonly places: readonly QuotePlace[]
      readonly similarity: number
      /** Over several paragraphs a line break stands between them. */
      readonly diff: readonly DiffPart[]
      /** True when every word and figure is right and only punctuation differs. */
      readonly onlyPunctuation: boolean
      readonly part?: string
    }
  | { readonly kind: 'not-found'; readonly nearest: Hit | null }

/** A quote less alike than this is not said to stand anywhere. */
const MIN_SIMILARITY = 0.6
/** A passage this much alike is the one; no further search is needed. */
const SURE_SIMILARITY = 0.9
/** How many stretches of reports are compared character by character: of those found by whole phrases, and by words. */
const MAX_NEAR = 3
const MAX_LIKE = 8
const MAX_OTHERS = 10

/**
 * Checks any text as a quote, as /verify asks for. `known` are hits of the text as a question, where there are any.
 *
 * Of a sentence that quotes (县长说，“…”), the words in quotation marks are checked when all that it has beside them is its own.
 */
export async function checkQuote(
  searcher: Searcher,
  text: string,
  known: readonly Hit[] = [],
): Promise<QuoteCheck> {
  const whole = await checkWhole(searcher, text, known)
  const part = isFramed(whole) ? longestQuotation(text) : null
  if (part === null) return whole
  const check = await checkWhole(searcher, part, [])
  return check.kind === 'not-found' ? whole : { ...check, part }
}

/** True when nothing of the text stands in a report, or when it only adds words before and after what does. */
function isFramed(check: QuoteCheck): boolean {
  if (check.kind !== 'differs') return check.kind === 'not-found'
  const inner = check.diff.slice(
    check.diff[0]?.kind === 'added' ? 1 : 0,
    check.diff.at(-1)?.kind === 'added' ? -1 : undefined,
  )
  return inner.length < check.diff.length && inner.every(({ kind }) => kind === 'same')
}

/** A shorter one is a name or a catchword. */
const MIN_QUOTATION_UNITS = 10
const QUOTATION = /“[^“”]+”|「[^「」]+」|『[^『』]+』|"[^"]+"/gu

function longestQuotation(text: string): string | null {
  const found = Array.from(text.matchAll(QUOTATION), ([words]) => words.slice(1, -1))
  const [longest] = found.sort((a, b) => b.length - a.length)
  return longest !== undefined && unitText(longest).keys.length >= MIN_QUOTATION_UNITS ? longest : null
}

async function checkWhole(searcher: Searcher, text: string, known: readonly Hit[]): Promise<QuoteCheck> {
  const quote = readQuote(unitText(text))
  if (quote.parts.length === 0) return { kind: 'not-found', nearest: null }
  const phrases = longestStretches(quote)
  const holders = await findHolders(searcher, phrases)
  const exact = verbatim(
    quote,
    holders.map(({ passage, report }) => passageContext(passage, report)),
  )
  if (exact !== null) return exact
  const near = [...holders, ...(phrases.length > 1 ? await findNear(searcher, phrases) : [])]
  const found = await checkAround(searcher, quote, [...near.slice(0, MAX_NEAR), ...known.slice(0, MAX_LIKE)])
  if (found?.kind === 'verbatim' || (found?.kind === 'differs' && found.similarity >= SURE_SIMILARITY))
    return found
  const hits = known.length > 0 ? known : await findLike(searcher, text)
  const other = known.length > 0 ? null : await checkAround(searcher, quote, hits)
  return moreAlike(found, other) ?? { kind: 'not-found', nearest: hits[0] ?? null }
}

async function checkAround(
  searcher: Searcher,
  quote: Quote,
  candidates: readonly Pick<Hit, 'passage' | 'report'>[],
): Promise<Found | null> {
  const contexts = await openContexts(searcher, quote, candidates)
  return verbatim(quote, contexts) ?? closest(quote, contexts)
}

type Found = Exclude<QuoteCheck, { kind: 'not-found' }>

function moreAlike(a: Found | null, b: Found | null): Found | null {
  if (a === null || b === null) return a ?? b
  return likeness(b) > likeness(a) ? b : a
}

function likeness(found: Found): number {
  return found.kind === 'verbatim' ? 1 : found.similarity
}

/** How much a text is like the most similar of some passages, from 0 to 1: 1 when it stands there word for word. */
export function resemblance(text: string, hits: readonly Hit[]): number {
  const quote = readQuote(unitText(text))
  const alike = hits.map(({ passage }) => diffQuote(quote, unitText(passage.text))?.similarity ?? 0)
  return Math.max(0, ...alike)
}

const NO_FILTERS: Filters = { places: [], years: [], levels: [], reports: [], congresses: [] }
/** The longest stretches between marks tell passages apart; a short one beside them only costs time. */
const MAX_PHRASES = 4
const MIN_FURTHER_PHRASE_UNITS = 4
/** Words for the search: a question of this length is answered fast, and more words tell no more. */
const MAX_WORDS_UTF16 = 400

function longestStretches(quote: Quote): string[] {
  return quote.parts
    .flatMap((part) => stretchesOf(quote.text, part))
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_PHRASES)
    .filter((phrase, index) => index === 0 || phrase.length >= MIN_FURTHER_PHRASE_UNITS)
}

/** The passages that hold all these phrases word for word. */
async function findHolders(searcher: Searcher, phrases: readonly string[]): Promise<readonly Candidate[]> {
  const request = { groups: [], excluded: [], filters: NO_FILTERS, prefer: null, limit: MAX_OTHERS + 1 }
  const { candidates } = await searcher.backend.search({ ...request, phrases })
  return candidates
}

/** The passages that hold any of them, those with the most first: a misquote is right in the rest of its words. */
async function findNear(searcher: Searcher, phrases: readonly string[]): Promise<readonly Candidate[]> {
  const found = await Promise.all(phrases.map((phrase) => findHolders(searcher, [phrase])))
  const units = new Map<string, { readonly candidate: Candidate; held: number }>()
  found.forEach((candidates, index) => {
    for (const candidate of candidates) {
      const known = units.get(candidate.passage.id) ?? { candidate, held: 0 }
      // A set phrase that many reports hold tells little of where the quote is from.
      known.held += (phrases[index]?.length ?? 0) / candidates.length
      units.set(candidate.passage.id, known)
    }
  })
  return [...units.values()].sort((a, b) => b.held - a.held).map(({ candidate }) => candidate)
}

/** The passages that share the most words. */
async function findLike(searcher: Searcher, text: string): Promise<readonly Hit[]> {
  const words = plainWords(text).slice(0, MAX_WORDS_UTF16)
  const { hits } = await searcher.search(words, { limit: MAX_LIKE })
  return hits
}

function stretchesOf(text: UnitText, [start, end]: UnitRun): string[] {
  const stretches: string[] = []
  let from = start
  for (let unit = start; unit <= end; unit++) {
    if (unit < end && !isMark(text, unit)) continue
    if (unit > from) stretches.push(foldPhrase(text.raw.slice(text.starts[from], text.ends[unit - 1])))
    from = unit + 1
  }
  return stretches
}

/** In a quote the operators of the query language are only words. */
function plainWords(text: string): string {
  return text
    .replace(/["“”„‟«»「」『』《》〈〉:：]/g, ' ')
    .replace(/(^|\s)[-－—–]+/g, '$1')
    .trim()
}

/** The stretches of the reports around the candidates; a quote with … may go on far from where it begins. */
async function openContexts(
  searcher: Searcher,
  quote: Quote,
  candidates: readonly Pick<Hit, 'passage' | 'report'>[],
): Promise<QuoteContext[]> {
  const reach = quote.parts.length > 1 ? Number.POSITIVE_INFINITY : quote.text.raw.length
  const ids = [...new Set(candidates.map(({ report }) => report.id))]
  const reports = new Map(await Promise.all(ids.map(async (id) => [id, await searcher.report(id)] as const)))
  const contexts: QuoteContext[] = []
  for (const { passage, report } of candidates) {
    const whole = reports.get(report.id)
    if (whole === undefined || whole === null) continue
    if (contexts.some((context) => context.report.id === report.id && covers(context, passage))) continue
    contexts.push(surroundings(whole, report, { paragraph: passage.paragraph, reach }))
  }
  return contexts
}

function verbatim(quote: Quote, contexts: readonly QuoteContext[]): Found | null {
  const found = contexts.flatMap((context) => {
    const exact = findExact(readQuote(dropHeadingStops(quote.text, context)), context.text)
    return exact === null ? [] : [{ exact, context, ...hitAt(context, exact.runs) }]
  })
  // Where the same words stand more than once, the place that is printed as they were typed.
  const [first, ...rest] = found.sort((a, b) => a.exact.folded.size - b.exact.folded.size)
  if (first === undefined) return null
  const { hit, range, places, exact, context } = first
  const others = rest.map((other) => other.hit).filter((other) => other.passage.id !== hit.passage.id)
  const folded = ORDER.filter((folding) => exact.folded.has(folding))
  return { kind: 'verbatim', hit, range, places, folded, cutFigure: cutFigureOf(context.text, exact), others }
}

const ORDER: readonly Folding[] = ['width', 'case', 'script', 'spaces', 'punctuation']

function cutFigureOf(text: UnitText, { runs }: Exact): string | null {
  for (const [start, end] of runs) {
    for (const edge of [start, end]) {
      if (!isInsideCode(text, edge) || edge === 0 || edge === text.keys.length) continue
      let from = edge
      let to = edge
      while (from > 0 && isInsideCode(text, from)) from--
      while (to < text.keys.length && isInsideCode(text, to)) to++
      return text.raw.slice(text.starts[from], text.ends[to - 1])
    }
  }
  return null
}

function closest(quote: Quote, contexts: readonly QuoteContext[]): Found | null {
  const found = contexts.flatMap((context) => {
    const diff = diffQuote(readQuote(dropHeadingStops(quote.text, context)), context.text)
    return diff === null ? [] : [{ diff, context }]
  })
  const [best] = found.sort((a, b) => b.diff.similarity - a.diff.similarity)
  if (best === undefined || best.diff.similarity < MIN_SIMILARITY) return null
  const { runs, similarity, parts, onlyPunctuation } = best.diff
  return { kind: 'differs', ...hitAt(best.context, runs), similarity, diff: parts, onlyPunctuation }
}

/** The passage in which the quote begins, as a hit whose matches are the quote's words. */
function hitAt(
  context: QuoteContext,
  runs: readonly UnitRun[],
): { hit: Hit; range: Range; places: readonly QuotePlace[] } {
  const places = runs.flatMap((run) => placesOf(context, run))
  const [first] = places
  if (first === undefined)
    throw new Error(`quote check: no paragraph of ${context.report.id} holds the run that was found`)
  const matches = places
    .filter((place) => place.passage === first.passage)
    .map((place) => ({ range: place.range, weight: 1, term: 0 }))
  return {
    hit: { passage: first.passage, report: context.report, score: 1, matches },
    range: first.range,
    places,
  }
}

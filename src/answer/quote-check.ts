/** A pasted quote in; out: whether it stands in a report in these words, and if not, what differs. */
import type { Passage, Report } from '../corpus/report.ts'
import type { Hit, Range, Searcher } from '../search/searcher.ts'
import { lettersOf, passageText } from '../search/text-cache.ts'
import { foldText } from '../text/normalizer.ts'
import type { DiffPart } from './quote-align.ts'
import { findHolders, findLike, findNear, longestStretches, MAX_LIKE } from './quote-candidates.ts'
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
import { type Folding, isInsideCode, type UnitRun, type UnitText, unitText } from './quote-text.ts'

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
/** Of the passages that hold phrases of the quote, so many are compared character by character. */
const MAX_NEAR = 3

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
  const part = whole.kind === 'verbatim' ? null : longestQuotation(text)
  if (part === null) return whole
  const check = await checkWhole(searcher, part, [])
  return isBetter(check, whole) ? { ...check, part } : whole
}

/** Words around a quotation that are wrong themselves are no frame: then a right quotation does not speak for the whole. */
function isBetter(part: QuoteCheck, whole: QuoteCheck): part is Found {
  if (part.kind === 'not-found' || whole.kind === 'verbatim') return false
  if (whole.kind === 'not-found') return true
  const [first, last] = [whole.diff[0], whole.diff.at(-1)]
  if (part.kind === 'differs') {
    return part.similarity > whole.similarity && (first?.kind === 'added' || last?.kind === 'added')
  }
  return whole.diff.every(
    (diff) => diff.kind === 'same' || (diff.kind === 'added' && (diff === first || diff === last)),
  )
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

/** How much a text is like the most similar of some passages or their headings, from 0 to 1: 1 when it stands there word for word. */
export function resemblance(text: string, hits: readonly Hit[]): number {
  const quote = readQuote(unitText(text))
  const pairs = letterPairs(text)
  let most = 0
  for (const { passage, report } of hits) {
    const { letters, heading } = passageText(passage, report)
    if (mayBeLike(pairs, letters)) most = Math.max(most, similarity(quote, passage.text))
    if (!mayBeLike(pairs, lettersOf(heading))) continue
    for (const words of passage.section) most = Math.max(most, similarity(quote, words))
  }
  return most
}

function letterPairs(text: string): readonly string[] {
  const letters = lettersOf(foldText(text))
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
}

/** A wrong character breaks two pairs: with fewer pairs than these no text is alike enough to be called a quote. */
const MIN_PAIRS_SHARE = 0.3

/** Tells most questions from quotes without comparing them character by character. */
function mayBeLike(pairs: readonly string[], letters: string): boolean {
  const held = pairs.filter((pair) => letters.includes(pair)).length
  return held >= MIN_PAIRS_SHARE * pairs.length
}

function similarity(quote: Quote, words: string): number {
  return diffQuote(quote, unitText(words))?.similarity ?? 0
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
    contexts.push(surroundings(whole, report, { paragraph: headedBy(whole, passage, quote), reach }))
  }
  return contexts
}

/** A heading that is like the quote stands above the first paragraph of its section. */
function headedBy({ sections }: Report, { paragraph }: Passage, quote: Quote): number {
  const section = sections.find(
    ({ first, last, heading }) =>
      first <= paragraph && paragraph <= last && similarity(quote, heading) >= MIN_SIMILARITY,
  )
  return section?.first ?? paragraph
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
  const { runs, parts, ...rest } = best.diff
  return { kind: 'differs', ...hitAt(best.context, runs), ...rest, diff: parts }
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

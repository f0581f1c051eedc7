/** A pasted quote in; out: whether it stands in a report in these words, and if not, what differs. */
import type { ReportSummary } from '../search/backend.ts'
import type { Hit, Searcher } from '../search/searcher.ts'
import { findLike, findNear, findQuoteHolders, longestStretches, MAX_LIKE } from './candidates.ts'
import {
  type Differs,
  findClosest,
  findVerbatim,
  openContexts,
  type Place,
  type Verbatim,
} from './compare.ts'
import { passageContext } from './context.ts'
import { type Quote, readQuote } from './exact.ts'
import {
  type Attribution,
  countWords,
  type Framed,
  isAskedAbout,
  longestQuotation,
  readAttribution,
  unframe,
} from './frame.ts'
import { withoutMarkup } from './markup.ts'
import { markMoved } from './moved.ts'
import { writeFigures } from './numerals.ts'
import { findPieces, type Pieced } from './pieces.ts'
import { findSource } from './source.ts'
import { unitText } from './units.ts'

/** What was taken for the quote, and whose it was said to be. */
interface Checked {
  /** The words that were checked, where the text around them is the asker's own. */
  readonly part?: string
  /** The place or speaker that the text around them names, when the words are from another report. */
  readonly misattributed?: string
}

type Found =
  | (Verbatim & { /** How many passages hold the words. */ readonly holders: number })
  | Pieced
  | (Differs & {
      /** True when only the way of writing numbers differs: 百分之十 for 10%. */ readonly sameValues: boolean
    })

export type QuoteCheck = (Found & Checked) | { readonly kind: 'not-found'; readonly nearest: Hit | null }

type NotFound = Extract<QuoteCheck, { kind: 'not-found' }>

/** A passage this much alike is the one; no further search is needed. */
const SURE_SIMILARITY = 0.9
/** Of the passages that hold phrases of the quote, so many are compared character by character. */
const MAX_NEAR = 3
/** A quote that adds more than so much to what it is most like may be put together from several places. */
const MIN_FOREIGN_UNITS = 5

/**
 * Checks any text as a quote, as /verify asks for. `known` are hits of the text as a question, where there are any.
 *
 * Where the text as it is stands nowhere, its markup (see quote-markup.ts) is no part of the quote.
 * Of a sentence that quotes (县长说，“…”; 核对引文：…), the quoted words are checked when all that it has beside them is its own.
 */
export async function checkQuote(
  searcher: Searcher,
  text: string,
  known: readonly Hit[] = [],
): Promise<QuoteCheck> {
  const asTyped = await checkWords(searcher, text, { known, attribution: null })
  if (asTyped.kind === 'verbatim') return asTyped
  const plain = withoutMarkup(text)
  const whole = plain === text ? asTyped : await checkWords(searcher, plain, { known: [], attribution: null })
  const check = await checkReadings(searcher, plain, whole)
  if (check.kind === 'differs') return await explain(searcher, check)
  if (check.kind !== 'verbatim' || plain === text) return check
  return { ...check, folded: [...new Set([...check.folded, 'punctuation' as const])] }
}

/** The best of the ways to read a text that stands nowhere as a whole: with a source behind the quote, or other words of the asker's own. */
async function checkReadings(searcher: Searcher, text: string, whole: Found | NotFound): Promise<QuoteCheck> {
  if (whole.kind === 'verbatim') return whole
  const { reports } = await searcher.catalog()
  const sourced = await checkBeforeSource(searcher, text, reports)
  if (sourced !== null && (sourced.kind !== 'differs' || likeness(sourced) > likeness(whole))) return sourced
  let best: QuoteCheck = whole
  for (const framed of framesOf(text, reports)) {
    const attribution = readAttribution(framed, reports)
    const check = await checkWords(searcher, framed.words, { known: [], attribution })
    if (check.kind === 'not-found' || !isBetter(check, best, framed)) continue
    best = attribute(check, framed.words, attribution)
    if (check.kind === 'verbatim') break
  }
  return best
}

/** null when no source stands behind the words, or they are not found. */
async function checkBeforeSource(
  searcher: Searcher,
  text: string,
  reports: readonly ReportSummary[],
): Promise<QuoteCheck | null> {
  const end = findSource(text, reports)
  const words = text.slice(0, end ?? 0)
  if (end === null || countWords(words) < MIN_FRAMED_UNITS) return null
  const attribution = readAttribution({ before: '', after: text.slice(end) }, reports)
  const whole = await checkWords(searcher, words, { known: [], attribution })
  const check = await checkReadings(searcher, words, whole)
  return check.kind === 'not-found' ? null : attribute(check, check.part ?? words, attribution)
}

function attribute(
  check: Exclude<QuoteCheck, NotFound>,
  words: string,
  attribution: Attribution | null,
): QuoteCheck {
  const isForeign = attribution !== null && !attribution.isSource(check.hit.report)
  return { ...check, part: words.trim(), ...(isForeign ? { misattributed: attribution.name } : {}) }
}

/** Fewer words beside the asker's own are none to check. */
const MIN_FRAMED_UNITS = 4
/** A shorter quotation in the midst of a sentence is a name or a catchword. */
const MIN_QUOTATION_UNITS = 10

function framesOf(text: string, reports: readonly ReportSummary[]): Framed[] {
  const quotation = longestQuotation(text)
  const isQuoted =
    quotation !== null &&
    (isAskedAbout(quotation) || unitText(quotation.words).keys.length >= MIN_QUOTATION_UNITS)
  return [...(isQuoted ? [quotation] : []), ...unframe(text, reports)].filter(
    ({ words, before, after, isMarked }) =>
      countWords(words) >= (isMarked ? 1 : MIN_FRAMED_UNITS) && countWords(before + after) > 0,
  )
}

/** Words around a quotation that are wrong themselves are no frame: then a right quotation does not speak for the whole. */
function isBetter(check: Found, best: QuoteCheck, framed: Framed): boolean {
  if (best.kind === 'not-found') return true
  if (best.part !== undefined) {
    const left = countWords(best.part) - countWords(framed.words)
    const isOwn = framed.isMarked || best.kind !== 'differs' || addedAround(best) >= left
    return isOwn && likeness(check) > likeness(best)
  }
  if (best.kind !== 'differs') {
    return framed.isMarked ? isAskedAbout(framed) : check.kind === 'verbatim'
  }
  if (framed.isMarked && isAskedAbout(framed)) return isAskersOwn(framed, best)
  if (check.kind === 'differs') return check.similarity > best.similarity && addedAround(best) > 0
  return framed.isMarked ? isOnlyFramed(best) : isAskersOwn(framed, best)
}

/** A whole that is more alike than this is a quote by itself, with what stands before its quotation marks. */
const MAX_FRAMED_SIMILARITY = 0.85

/**
 * The report does not have the words around: a wrong character in 总书记指出，… makes its beginning no lead of the asker's,
 * nor does one right behind the 2023年 with which a sentence of the report begins.
 */
function isAskersOwn({ before, after }: Framed, whole: Differs): boolean {
  const isUnlike = whole.similarity < MAX_FRAMED_SIMILARITY && (before === '' || ENDS_LEAD.test(before))
  return isUnlike || addedAround(whole) >= countWords(before) + countWords(after)
}

/** A mark or a space parts a lead from what it leads to. */
const ENDS_LEAD = /[^\p{L}\p{N}]$/u

/** How many words are added before or after what stands there. */
function addedAround({ diff }: Differs): number {
  const kinds = diff.map(({ kind }) => kind)
  const [first, last] = [kinds.indexOf('same'), kinds.lastIndexOf('same')]
  return [...diff.slice(0, first), ...diff.slice(last + 1)]
    .filter(({ kind }) => kind === 'added')
    .reduce((sum, { text }) => sum + countWords(text), 0)
}

/** And nothing else is wrong. */
function isOnlyFramed({ diff }: Differs): boolean {
  return diff.every(
    (part, at) => part.kind === 'same' || (part.kind === 'added' && (at === 0 || at === diff.length - 1)),
  )
}

async function explain(
  searcher: Searcher,
  check: Extract<QuoteCheck, { kind: 'differs' }>,
): Promise<QuoteCheck> {
  return { ...check, ...(await markMoved(searcher, check)) }
}

interface CheckOptions {
  readonly known: readonly Hit[]
  /** Of equal places that of the report that the asker names is meant. */
  readonly attribution: Attribution | null
}

async function checkWords(
  searcher: Searcher,
  text: string,
  options: CheckOptions,
): Promise<Found | NotFound> {
  const quote = readQuote(unitText(text))
  if (quote.parts.length === 0) return { kind: 'not-found', nearest: null }
  const isNamed = (report: ReportSummary): boolean => options.attribution?.isSource(report) ?? false
  const phrases = longestStretches(quote)
  const { candidates, total } = await findQuoteHolders(searcher, quote, phrases)
  const exact = findVerbatim(
    quote,
    candidates.map(({ passage, report }) => passageContext(passage, report)),
    isNamed,
  )
  if (exact !== null) return withHolders(exact, phrases.length === 1 ? total : 0)
  const near = [...candidates, ...(phrases.length > 1 ? await findNear(searcher, phrases) : [])]
  const around = [...near.slice(0, MAX_NEAR), ...options.known.slice(0, MAX_LIKE)]
  const found = await checkAround(searcher, quote, { places: around, isNamed })
  if (found?.kind === 'verbatim' || (found?.kind === 'differs' && found.similarity >= SURE_SIMILARITY))
    return found
  const hits = options.known.length > 0 ? options.known : await findLike(searcher, text)
  const other =
    options.known.length > 0 ? null : await checkAround(searcher, quote, { places: hits, isNamed })
  const closest = moreAlike(found, other)
  if (closest?.kind === 'verbatim') return closest
  if (closest === null || addsMuch(closest)) {
    const pieced = await findPieces(searcher, quote)
    if (pieced !== null) return pieced
  }
  const byValue = await checkByValue(searcher, quote, closest)
  return byValue ?? closest ?? { kind: 'not-found', nearest: hits[0] ?? null }
}

type Compared = Exclude<Found, Pieced>

async function checkAround(
  searcher: Searcher,
  quote: Quote,
  { places, isNamed }: { readonly places: readonly Place[]; isNamed(report: ReportSummary): boolean },
): Promise<Compared | null> {
  const contexts = await openContexts(searcher, quote, places)
  const exact = findVerbatim(quote, contexts, isNamed)
  if (exact !== null) return withHolders(exact, 0)
  const closest = findClosest(quote, contexts)
  return closest === null ? null : { ...closest, sameValues: false }
}

function withHolders(exact: Verbatim, total: number): Compared {
  return { ...exact, holders: Math.max(total, exact.others.length + 1) }
}

function moreAlike(a: Compared | null, b: Compared | null): Compared | null {
  if (a === null || b === null) return a ?? b
  return likeness(b) > likeness(a) ? b : a
}

function likeness(found: QuoteCheck): number {
  if (found.kind === 'verbatim') return 1
  return found.kind === 'differs' ? found.similarity : 0
}

function addsMuch({ diff }: Differs): boolean {
  return diff.some(({ kind, text }) => kind === 'added' && countWords(text) >= MIN_FOREIGN_UNITS)
}

/** Numbers that are written out in the quote are compared by their value; what differs is still shown as typed. */
async function checkByValue(
  searcher: Searcher,
  quote: Quote,
  closest: Compared | null,
): Promise<Found | null> {
  const written = writeFigures(quote.text.raw)
  if (written === null) return null
  const check = await checkWords(searcher, written, { known: [], attribution: null })
  if (
    (check.kind !== 'verbatim' && check.kind !== 'differs') ||
    likeness(check) <= (closest ? likeness(closest) : 0)
  )
    return null
  const contexts = await openContexts(searcher, quote, [check.hit])
  const found = findClosest(quote, contexts, 0)
  return found === null ? null : { ...found, sameValues: check.kind === 'verbatim' }
}

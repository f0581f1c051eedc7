/** Checks a pasted quote: whether it stands in a report in these words, and if not, what differs. */
import type { Candidate, ReportSummary } from '../search/backend.ts'
import type { Hit, Searcher } from '../search/searcher.ts'
import { findChanges, isSameInValue } from './alignment/changes.ts'
import {
  type Differs,
  findClosest,
  findVerbatim,
  openContexts,
  type Place,
  type Verbatim,
} from './alignment/compare.ts'
import { type Quote, readQuote } from './alignment/exact.ts'
import { markMoved } from './alignment/moved.ts'
import { findPieces, type Pieced } from './alignment/pieces.ts'
import { countWords, isMark, tokensOf, unitText } from './alignment/units.ts'
import { findLike, findNear, findQuoteHolders, longestStretches, MAX_LIKE } from './candidates.ts'
import { passageContext } from './context.ts'
import { type Attribution, readAttribution } from './frame.ts'
import { type Reading, readings } from './readings.ts'

/** What was taken for the quote, and whose it was said to be. */
interface Taken {
  /** The words that were checked, where the text around them is the user's own. */
  readonly part?: string
  /** The place or speaker that the text around them names, when the words are from another report. */
  readonly misattributed?: string
}

interface Held extends Verbatim {
  /** How many passages hold the words. */
  readonly holders: number
}

interface Reworded extends Differs {
  /** True when only the way of writing numbers differs: 百分之十 for 10%. */
  readonly sameValues: boolean
}

type Matched = Held | Pieced | Reworded

type NotFound = { readonly kind: 'not-found'; readonly nearest: Hit | null }

export type QuoteCheck = (Matched & Taken) | NotFound

/** A check of this outcome. */
export type CheckOf<Kind extends QuoteCheck['kind']> = Extract<QuoteCheck, { kind: Kind }>

/** Checks any text as a quote, as /verify asks for. `known` are hits of the text as a question, where there are any. */
export async function checkQuote(
  searcher: Searcher,
  text: string,
  known: readonly Hit[] = [],
): Promise<QuoteCheck> {
  const { reports } = await searcher.catalog()
  let best: Checked | null = null
  for (const reading of readings(text, reports)) {
    // The readings that follow drop at least as much.
    if (best !== null && best.price <= priceOfDropped(reading)) break
    const attribution = readAttribution(reading, reports)
    const check = await checkReading(searcher, reading, {
      known: reading.words === text ? known : [],
      attribution,
    })
    const checked = { ...check, reading, attribution }
    if (best === null || checked.price < best.price) best = checked
  }
  if (best === null || best.found.kind === 'not-found')
    return best?.found ?? { kind: 'not-found', nearest: null }
  return await tell(searcher, { ...best, found: best.found })
}

interface Checked {
  readonly reading: Reading
  readonly attribution: Attribution | null
  readonly found: Matched | NotFound
  /** How far the text is from the report; see `WORD_PRICE`. */
  readonly price: number
}

/**
 * The check of one text that costs the least is the best; at the same price the one whose reading drops less.
 *
 * A wrong, missing or added word or figure costs 1, a mark a quarter, a joint between clauses that do not stand together
 * 5, and a word that the reading takes for the writer's own half: so a lead that the report has too is no lead of the
 * writer's when a character in it is wrong, and one that the report has not is.
 */
const WORD_PRICE = 1
const MARK_PRICE = 0.25
const JOINT_PRICE = 5
const DROPPED_PRICE = 0.5

function priceOfDropped({ dropped }: Reading): number {
  return DROPPED_PRICE * dropped
}

function priceOfFound(found: Matched | NotFound): number {
  switch (found.kind) {
    case 'verbatim':
      return 0
    case 'pieced':
      return JOINT_PRICE * (found.pieces.length - 1)
    case 'differs':
      return findChanges(found.diff).reduce(
        (sum, { printed, typed }) => sum + Math.max(priceOfText(printed), priceOfText(typed)),
        0,
      )
    case 'not-found':
      return Number.POSITIVE_INFINITY
  }
}

function priceOfText(text: string): number {
  const units = unitText(text)
  return tokensOf(units, [0, units.keys.length]).reduce(
    (sum, { run }) => sum + (isMark(units, run[0]) ? MARK_PRICE : WORD_PRICE),
    0,
  )
}

/** What the reading says of the text as it was typed. */
async function tell(
  searcher: Searcher,
  { found, reading, attribution }: Checked & { readonly found: Matched },
): Promise<QuoteCheck> {
  const isForeign = attribution !== null && !attribution.isSource(found.hit.report)
  const taken = {
    ...(reading.dropped > 0 ? { part: reading.typed.trim() } : {}),
    ...(isForeign ? { misattributed: attribution.name } : {}),
  }
  if (found.kind === 'differs') return { ...found, ...(await markMoved(searcher, found)), ...taken }
  if (found.kind === 'pieced' || !reading.isUnmarked) return { ...found, ...taken }
  return { ...found, ...taken, folded: [...new Set([...found.folded, 'punctuation' as const])] }
}

interface CheckOptions {
  readonly known: readonly Hit[]
  /** Of equal places that of the report that the user names is meant. */
  readonly attribution: Attribution | null
}

async function checkReading(
  searcher: Searcher,
  reading: Reading,
  options: CheckOptions,
): Promise<Pick<Checked, 'found' | 'price'>> {
  const found = await checkWords(searcher, reading.words, options)
  const price = priceOfFound(found) + priceOfDropped(reading)
  const isCompared = found.kind === 'verbatim' || found.kind === 'differs'
  if (reading.words === reading.typed || !isCompared) return { found, price }
  // Found by the values of its numbers; what differs is shown as typed.
  const typed = readQuote(unitText(reading.typed))
  const closest = findClosest(typed, await openContexts(searcher, typed, [found.hit]), 0)
  if (closest === null)
    return { found: { kind: 'not-found', nearest: found.hit }, price: Number.POSITIVE_INFINITY }
  return { found: { ...closest, sameValues: found.kind === 'verbatim' }, price }
}

/** A passage this much alike is the one; no further search is needed. */
const SURE_SIMILARITY = 0.9
/** Of the passages that hold phrases of the quote, so many are compared character by character. */
const MAX_NEAR = 3
/** A quote that adds more than so much to what it is most like may be put together from several places. */
const MIN_FOREIGN_UNITS = 5

async function checkWords(
  searcher: Searcher,
  text: string,
  { known, attribution }: CheckOptions,
): Promise<Matched | NotFound> {
  const quote = readQuote(unitText(text))
  if (quote.parts.length === 0) return { kind: 'not-found', nearest: null }
  const isNamed = (report: ReportSummary): boolean => attribution?.isSource(report) ?? false
  const { exact, phrases, candidates } = await findExactly(searcher, quote, isNamed)
  if (exact !== null) return exact
  const near = [...candidates, ...(phrases.length > 1 ? await findNear(searcher, phrases) : [])]
  const around = [...near.slice(0, MAX_NEAR), ...known.slice(0, MAX_LIKE)]
  const found = await checkAround(searcher, quote, { places: around, isNamed })
  if (found?.kind === 'verbatim' || (found?.kind === 'differs' && found.similarity >= SURE_SIMILARITY))
    return found
  const hits = known.length > 0 ? known : await findLike(searcher, text)
  const other = known.length > 0 ? null : await checkAround(searcher, quote, { places: hits, isNamed })
  const closest = moreAlike(found, other)
  if (closest === null || (closest.kind === 'differs' && addsMuch(closest))) {
    const pieced = await findPieces(searcher, quote)
    if (pieced !== null) return pieced
  }
  return closest ?? { kind: 'not-found', nearest: hits[0] ?? null }
}

/** In one paragraph: a fraction of the time that a whole check takes. */
async function findExactly(
  searcher: Searcher,
  quote: Quote,
  isNamed: (report: ReportSummary) => boolean,
): Promise<{ exact: Compared | null; phrases: readonly string[]; candidates: readonly Candidate[] }> {
  const phrases = longestStretches(quote)
  const { candidates, total } = await findQuoteHolders(searcher, quote, { phrases, isNamed })
  const passages = candidates.map(({ passage, report }) => passageContext(passage, report))
  const exact = findVerbatim(quote, passages, isNamed)
  return { exact: exact && withHolders(exact, phrases.length === 1 ? total : 0), phrases, candidates }
}

/** The check of a text that stands in one paragraph of a report as it is; null for every other one. */
export async function checkVerbatim(searcher: Searcher, text: string): Promise<CheckOf<'verbatim'> | null> {
  const quote = readQuote(unitText(text))
  if (quote.parts.length === 0) return null
  const { exact } = await findExactly(searcher, quote, () => false)
  return exact?.kind === 'verbatim' ? exact : null
}

type Compared = Exclude<Matched, Pieced>

async function checkAround(
  searcher: Searcher,
  quote: Quote,
  { places, isNamed }: { readonly places: readonly Place[]; isNamed(report: ReportSummary): boolean },
): Promise<Compared | null> {
  const contexts = await openContexts(searcher, quote, places)
  const exact = findVerbatim(quote, contexts, isNamed)
  if (exact !== null) return withHolders(exact, 0)
  const closest = findClosest(quote, contexts)
  return closest === null ? null : { ...closest, sameValues: isSameInValue(closest.diff) }
}

function withHolders(exact: Verbatim, total: number): Compared {
  return { ...exact, holders: Math.max(total, exact.others.length + 1) }
}

function moreAlike(a: Compared | null, b: Compared | null): Compared | null {
  if (a === null || b === null) return a ?? b
  return likeness(b) > likeness(a) ? b : a
}

function likeness(found: Compared): number {
  return found.kind === 'verbatim' ? 1 : found.similarity
}

function addsMuch({ diff }: Differs): boolean {
  return diff.some(({ kind, text }) => kind === 'added' && countWords(text) >= MIN_FOREIGN_UNITS)
}

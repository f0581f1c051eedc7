/** A pasted quote in; out: whether it stands in a report in these words, and if not, what differs. */
import type { Candidate, ReportSummary } from '../search/backend.ts'
import type { Filters } from '../search/query.ts'
import type { Hit, Range, Searcher } from '../search/searcher.ts'
import { foldPhrase } from '../text/normalizer.ts'
import { type DiffPart, diffQuote } from './quote-align.ts'
import {
  dropHeadingStops,
  passageContext,
  placesOf,
  type QuoteContext,
  type QuotePlace,
  surroundings,
} from './quote-context.ts'
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
    }
  | { readonly kind: 'not-found'; readonly nearest: Hit | null }

/** A quote less alike than this is not said to stand anywhere. */
const MIN_SIMILARITY = 0.6
/** How many of the nearest passages are compared character by character. */
const MAX_COMPARED = 4
const MAX_OTHERS = 10

/** Checks any text as a quote, as /verify asks for. */
export async function checkQuote(searcher: Searcher, text: string): Promise<QuoteCheck> {
  const quote = readQuote(unitText(text))
  if (quote.parts.length === 0) return { kind: 'not-found', nearest: null }
  const holders = await findHolders(searcher, quote)
  const exact = verbatim(
    quote,
    holders.map(({ passage, report }) => passageContext(passage, report)),
  )
  if (exact !== null) return exact
  const { hits } = await searcher.search(plainWords(text), { limit: 2 * MAX_COMPARED })
  const contexts = await openContexts(searcher, quote, [...holders, ...hits])
  return (
    verbatim(quote, contexts) ?? closest(quote, contexts) ?? { kind: 'not-found', nearest: hits[0] ?? null }
  )
}

/** How much a text is like the most similar of some passages, from 0 to 1: 1 when it stands there word for word. */
export function resemblance(text: string, hits: readonly Hit[]): number {
  const quote = readQuote(unitText(text))
  const likeness = hits.map(({ passage, report }) => {
    const context = passageContext(passage, report)
    return diffQuote(quote, context.text)?.similarity ?? 0
  })
  return Math.max(0, ...likeness)
}

const NO_FILTERS: Filters = { places: [], years: [], levels: [], reports: [], congresses: [] }
/** The longest stretches tell passages apart; a short one beside them only costs time. */
const MAX_PHRASES = 3
const MIN_FURTHER_PHRASE_UNITS = 4

/** The passages that hold the longest stretches of the quote between its marks, word for word. */
async function findHolders(searcher: Searcher, quote: Quote): Promise<readonly Candidate[]> {
  const phrases = quote.parts
    .flatMap((part) => stretchesOf(quote.text, part))
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_PHRASES)
    .filter((phrase, index) => index === 0 || phrase.length >= MIN_FURTHER_PHRASE_UNITS)
  if (phrases.length === 0) return []
  const request = {
    groups: [],
    phrases,
    excluded: [],
    filters: NO_FILTERS,
    prefer: null,
    limit: MAX_OTHERS + 1,
  }
  const { candidates } = await searcher.backend.search(request)
  return candidates
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

/** Opens the reports around the best candidates; a quote with … may go on far from where it begins. */
async function openContexts(
  searcher: Searcher,
  quote: Quote,
  candidates: readonly Pick<Hit, 'passage' | 'report'>[],
): Promise<QuoteContext[]> {
  const reach = quote.parts.length > 1 ? Number.POSITIVE_INFINITY : quote.text.raw.length
  const opened: { report: ReportSummary; paragraph: number }[] = []
  for (const { passage, report } of candidates) {
    const isOpen = opened.some(
      (other) =>
        other.report.id === report.id &&
        (reach === Number.POSITIVE_INFINITY || other.paragraph === passage.paragraph),
    )
    if (!isOpen && opened.length < MAX_COMPARED) opened.push({ report, paragraph: passage.paragraph })
  }
  const contexts = await Promise.all(
    opened.map(async ({ report, paragraph }) => {
      const whole = await searcher.report(report.id)
      return whole === null ? [] : [surroundings(whole, report, { paragraph, reach })]
    }),
  )
  return contexts.flat()
}

function verbatim(quote: Quote, contexts: readonly QuoteContext[]): QuoteCheck | null {
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

function closest(quote: Quote, contexts: readonly QuoteContext[]): QuoteCheck | null {
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

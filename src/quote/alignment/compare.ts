/** Turns a quote and passages that it may stand into where it stands word for word, or in which of them it stands in the most alike words. */

import type { Passage, Report } from '../../corpus/report.ts'
import type { ReportSummary } from '../../search/backend.ts'
import type { Hit, Searcher } from '../../search/searcher.ts'
import type { Range } from '../../text/runs.ts'
import {
  bodyOf,
  covers,
  dropHeadingStops,
  placesOf,
  type QuoteContext,
  type QuotePlace,
  runsInStretch,
  surroundings,
} from '../context.ts'
import { cutQualifier } from '../qualifiers.ts'
import { unitsOf } from '../report-units.ts'
import type { DiffPart } from './align.ts'
import { diffQuote, mostSimilar, type QuoteDiff } from './diff.ts'
import { type Exact, findExact, type Quote, readQuote } from './exact.ts'
import { findOmissions, type Omission, omittedLength } from './omissions.ts'
import { type Folding, isInsideCode, type UnitRun, type UnitText } from './units.ts'

/** Where a quote stands. */
export interface Located {
  /** The passage in which the quote begins; its matches are the quote's words. */
  readonly hit: Hit
  /** In `hit.passage.text`. */
  readonly range: Range
  /** In reading order. More than one when the quote runs on into the next paragraph, or leaves words out. */
  readonly places: readonly QuotePlace[]
}

export interface Verbatim extends Located {
  readonly kind: 'verbatim'
  /** What the … of the quote leave out of the text between its parts, in order; empty when it is one run. */
  readonly omissions: readonly Omission[]
  /** Without repeats; empty when the quote equals the text as it is. */
  readonly folded: readonly Folding[]
  /** The figure, as printed, that the quote begins or ends inside of: 15% for a quote that begins with its 5%. null when it cuts none. */
  readonly cutFigure: string | null
  /** 以上, 左右, 不低于, as printed, where it stands beside a figure at an end of the quote and is not in it; null when none is. */
  readonly cutQualifier: string | null
  /** Other passages that hold the same words, ten at the most. */
  readonly others: readonly Hit[]
}

/** `range` and `places` hold the true wording. */
export interface Differs extends Located {
  readonly kind: 'differs'
  /** From 0 to 1. */
  readonly similarity: number
  /** Over several paragraphs a line break stands between them. */
  readonly diff: readonly DiffPart[]
  /** True when every word and figure is right and only punctuation differs. */
  readonly onlyPunctuation: boolean
}

/** A quote less alike than this is not said to stand anywhere. */
const MIN_SIMILARITY = 0.6

export type Place = Pick<Hit, 'passage' | 'report'>

/** The stretches of the reports around the candidates; a quote with … may go on far from where it begins. */
export async function openContexts(
  searcher: Searcher,
  quote: Quote,
  candidates: readonly Place[],
): Promise<QuoteContext[]> {
  const reach = quote.parts.length > 1 ? Number.POSITIVE_INFINITY : quote.text.raw.length
  const ids = [...new Set(candidates.map(({ report }) => report.id))]
  const reports = new Map(await Promise.all(ids.map(async (id) => [id, await searcher.report(id)] as const)))
  const contexts: QuoteContext[] = []
  for (const { passage, report } of candidates) {
    const whole = reports.get(report.id)
    if (whole === undefined || whole === null) continue
    // A paragraph may say much the same as its heading, and be far from it.
    for (const paragraph of [headedBy(whole, passage, quote), passage.paragraph]) {
      if (contexts.some((context) => context.report.id === report.id && covers(context, paragraph))) continue
      contexts.push(surroundings(whole, report, { paragraph, reach }))
    }
  }
  return contexts
}

/** A heading that is like the quote stands above the first paragraph of its section. */
function headedBy({ sections }: Report, { paragraph }: Passage, quote: Quote): number {
  const section = sections.find(
    ({ first, last, heading }) =>
      first <= paragraph &&
      paragraph <= last &&
      (isSimilar(quote, heading, MIN_SIMILARITY) || findExact(quote, unitsOf(heading)) !== null),
  )
  return section?.first ?? paragraph
}

/** Whether a quote is this much like some words of a report, from 0 to 1. */
export function isSimilar(quote: Quote, words: string, least: number): boolean {
  const text = unitsOf(words)
  if (mostSimilar(quote, text) < least) return false
  return (diffQuote(quote, text)?.similarity ?? 0) >= least
}

/** Of several places the one of the named place's report, that cuts off no qualifier, that leaves out the least, and that is printed as it was typed. */
export function findVerbatim(
  quote: Quote,
  contexts: readonly QuoteContext[],
  isNamed: (report: ReportSummary) => boolean,
): Verbatim | null {
  const found = contexts.flatMap((context) => {
    const exact =
      findExact(readQuote(dropHeadingStops(quote.text, context)), context.text) ??
      findPastHeadings(quote, context)
    if (exact === null) return []
    const omissions = findOmissions(context.text, exact.runs)
    const cut = cutQualifierOf(context.text, exact)
    return [{ exact, context, omissions, cut, ...locate(context, exact.runs) }]
  })
  const [first, ...rest] = found.sort(
    (a, b) =>
      Number(isNamed(b.context.report)) - Number(isNamed(a.context.report)) ||
      Number(a.cut !== null) - Number(b.cut !== null) ||
      omittedLength(a.omissions) - omittedLength(b.omissions) ||
      a.exact.folded.size - b.exact.folded.size,
  )
  if (first === undefined) return null
  const { hit, range, places, exact, context, omissions, cut: cutQualifier } = first
  const others = rest.map((other) => other.hit).filter((other) => other.passage.id !== hit.passage.id)
  const folded = ORDER.filter((folding) => exact.folded.has(folding))
  const cutFigure = cutFigureOf(context.text, exact)
  return { kind: 'verbatim', hit, range, places, omissions, folded, cutFigure, cutQualifier, others }
}

/** A quote that goes on into the next section without its heading leaves the heading out, as if there were an …. */
function findPastHeadings(quote: Quote, context: QuoteContext): Exact | null {
  const body = bodyOf(context)
  const exact = body === null ? null : findExact(quote, body.text)
  if (body === null || exact === null) return null
  return { ...exact, runs: exact.runs.flatMap((run) => runsInStretch(body, run)) }
}

const ORDER: readonly Folding[] = ['width', 'case', 'script', 'spaces', 'punctuation']

function cutFigureOf(text: UnitText, { runs }: Exact): string | null {
  for (const [start, end] of runs) {
    for (const edge of [start, end]) {
      if (edge === 0 || edge === text.keys.length) continue
      const isInside = [isInsideCode, isMultiplied].find((isIn) => isIn(text, edge))
      if (isInside === undefined) continue
      let from = edge
      let to = edge
      while (from > 0 && isInside(text, from)) from--
      while (to < text.keys.length && isInside(text, to)) to++
      return text.raw.slice(text.starts[from], text.ends[to - 1])
    }
  }
  return null
}

/** Between a number and what it is multiplied by: 10 | 亿元以上. */
function isMultiplied({ keys }: UnitText, unit: number): boolean {
  return (
    /[\d.一二三四五六七八九十百千]/u.test(keys.charAt(unit - 1)) &&
    /[\d.十百千万亿%]/u.test(keys.charAt(unit))
  )
}

function cutQualifierOf({ raw, starts, ends }: UnitText, { runs }: Exact): string | null {
  const [first, last] = [runs[0], runs.at(-1)]
  if (first === undefined || last === undefined) return null
  return cutQualifier(raw, [starts[first[0]] ?? 0, ends[last[1] - 1] ?? raw.length])
}

/** The place that is the most like the quote; null when none is like it enough. */
export function findClosest(
  quote: Quote,
  contexts: readonly QuoteContext[],
  minSimilarity = MIN_SIMILARITY,
): Differs | null {
  let best: { readonly diff: QuoteDiff; readonly context: QuoteContext } | null = null
  for (const context of contexts) {
    const text = dropHeadingStops(quote.text, context)
    const own = text === quote.text ? quote : readQuote(text)
    // Most places cannot be more like it than the one that was found first.
    if (mostSimilar(own, context.text) < Math.max(minSimilarity, best?.diff.similarity ?? 0)) continue
    const diff = diffQuote(own, context.text)
    if (diff !== null && diff.similarity > (best?.diff.similarity ?? -1)) best = { diff, context }
  }
  if (best === null || best.diff.similarity < minSimilarity) return null
  const { runs, parts, ...rest } = best.diff
  return { kind: 'differs', ...locate(best.context, runs), ...rest, diff: parts }
}

export function locate(context: QuoteContext, runs: readonly UnitRun[]): Located {
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

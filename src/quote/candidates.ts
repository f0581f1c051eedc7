/** Turns a quote into the passages that it may stand in: those with its phrases word for word, then those with its words. */

import type { Candidate, ReportSummary } from '../search/backend.ts'
import { NO_FILTERS } from '../search/filter.ts'

import type { Hit, Searcher } from '../search/searcher.ts'
import { getOrMake } from '../text/maps.ts'
import { foldPhrase } from '../text/normalizer.ts'
import type { Quote } from './alignment/exact.ts'
import { isMark, trimMarks, type UnitRun, type UnitText } from './alignment/units.ts'

/** How many passages are named that hold a quote word for word, and how many are compared that share its words. */
const MAX_HOLDERS = 11
export const MAX_LIKE = 8
/** The longest stretches between marks tell passages apart; a short one beside them only costs time. */
const MAX_PHRASES = 4
const MIN_FURTHER_PHRASE_UNITS = 4
/** Words for the search: a question of this length is answered fast, and more words tell no more. */
const MAX_WORDS_UTF16 = 400

export function longestStretches(quote: Quote): string[] {
  return quote.parts
    .flatMap((part) => stretchesOf(quote.text, part))
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_PHRASES)
    .filter((phrase, index) => index === 0 || phrase.length >= MIN_FURTHER_PHRASE_UNITS)
}

export interface Holders {
  /** Eleven at the most. */
  readonly candidates: readonly Candidate[]
  readonly total: number
}

/** The passages that hold all these phrases word for word, in some reports or, where none is named, in all. */
export async function findHolders(
  searcher: Searcher,
  phrases: readonly string[],
  reports: readonly string[] = [],
): Promise<Holders> {
  const filters = { ...NO_FILTERS, reports }
  const request = { groups: [], excluded: [], filters, prefer: null, limit: MAX_HOLDERS }
  const { candidates, total } = await searcher.backend.search({ ...request, phrases })
  return { candidates, total }
}

/** The passages that hold a quote's longest stretches; of too many those of the reports that are named for it, too. */
export async function findQuoteHolders(
  searcher: Searcher,
  quote: Quote,
  { phrases, isNamed }: { readonly phrases: readonly string[]; isNamed(report: ReportSummary): boolean },
): Promise<Holders> {
  const found = await findRarest(searcher, quote, phrases)
  const { candidates, total } = found
  if (total <= candidates.length || candidates.some(({ report }) => isNamed(report))) return found
  const named = (await searcher.catalog()).reports.filter(isNamed).map(({ id }) => id)
  if (named.length === 0) return found
  const own = await findHolders(searcher, phrases, named)
  return { candidates: [...own.candidates, ...candidates].slice(0, MAX_HOLDERS), total }
}

/** Of too many those with the marks of the quote as well: 国家、自治区 is rarer than 自治区. */
async function findRarest(searcher: Searcher, quote: Quote, phrases: readonly string[]): Promise<Holders> {
  const found = await findHolders(searcher, phrases)
  if (found.total <= MAX_HOLDERS) return found
  const parts = quote.parts.map((part) => {
    const [start, end] = trimMarks(quote.text, part)
    return foldPhrase(quote.text.raw.slice(quote.text.starts[start], quote.text.ends[end - 1]))
  })
  if (parts.every((part) => phrases.includes(part))) return found
  const marked = await findHolders(searcher, parts)
  return marked.total > 0 ? marked : found
}

/** The passages that hold any of them, those with the most first: a misquote is right in the rest of its words. */
export async function findNear(
  searcher: Searcher,
  phrases: readonly string[],
): Promise<readonly Candidate[]> {
  const found = await Promise.all(phrases.map((phrase) => findHolders(searcher, [phrase])))
  const units = new Map<string, { readonly candidate: Candidate; held: number }>()
  found.forEach(({ candidates }, index) => {
    for (const candidate of candidates) {
      const known = getOrMake(units, candidate.passage.id, () => ({ candidate, held: 0 }))
      // A set phrase that many reports hold tells little of where the quote is from.
      known.held += (phrases[index] as string).length / candidates.length
    }
  })
  return [...units.values()].sort((a, b) => b.held - a.held).map(({ candidate }) => candidate)
}

/** The passages that share the most words. */
export async function findLike(searcher: Searcher, text: string): Promise<readonly Hit[]> {
  const words = plainWords(text).slice(0, MAX_WORDS_UTF16)
  const { hits } = await searcher.search(words, { limit: MAX_LIKE })
  return hits
}

/** The folded runs between the marks of a run. */
export function stretchesOf(text: UnitText, [start, end]: UnitRun): string[] {
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

/** Puts the passage of a pasted quote first among the hits with its words marked, and tells words that are half remembered, which what says them nearly answers, from a term that no report has. */

import type { Mentions } from '../counts/mentions.ts'
import { findChanges } from '../quote/alignment/changes.ts'
import type { CheckOf, QuoteCheck } from '../quote/check.ts'
import type { Hit, SearchResult } from '../search/searcher.ts'
import { foldText, lettersOf } from '../text/normalizer.ts'

/** The passage of a pasted quote is the first hit, whatever its words alone would rank first; whoever asks for an exact phrase is told what holds it. */
export function withQuoteFirst({ hits, query }: SearchResult, quoted: Hit): readonly Hit[] {
  const { places } = query.preferences
  // A place that is named is not answered from another's report, whose words are the same.
  const isOfOther = places.length > 0 && !places.includes(quoted.report.place)
  if (isOfOther && hits.some(({ report }) => places.includes(report.place)))
    return [...hits].sort(
      (a, b) => Number(places.includes(b.report.place)) - Number(places.includes(a.report.place)),
    )
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
export function markQuote(hit: Hit, quote: CheckOf<'verbatim' | 'pieced'>): Hit {
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

/** “路虽远行则将至”: no term, if a report says it with the marks that are left out. */
export function lacksMarks(check: QuoteCheck | null): boolean {
  return (
    check?.kind === 'differs' &&
    findChanges(check.diff).every(
      ({ printed, typed }) => lettersOf(foldText(printed)) === lettersOf(foldText(typed)),
    )
  )
}

/** Where nothing says the words as they are typed. */
export function mayBeRemembered({ count, question }: Mentions): boolean {
  return count.total === 0 && lettersOf(question.phrase).length >= MIN_UNMARKED
}

/** In characters: two short clauses. */
const MIN_UNMARKED = 6

/** Where nothing says the words in marks, what says them nearly is told with what differs. */
export function isHalfRemembered({ count, question: { isQuoted, phrase } }: Mentions): boolean {
  const letters = lettersOf(phrase).length
  const isSentence = isQuoted || letters >= MIN_SENTENCE || /\p{L}[\p{P}\s]+\p{L}/u.test(phrase)
  return isSentence && count.total === 0 && letters >= MIN_REMEMBERED
}

/** In characters: fewer are a term to look for. */
export const MIN_REMEMBERED = 8

/** In characters: no term is as long. */
const MIN_SENTENCE = 10

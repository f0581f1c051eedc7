/** Turns a pasted text into the ways to read it as a quote: whole, and without what its writer put around the quoted words. */
import type { ReportSummary } from '../search/backend.ts'
import { countTokens, countWords } from './alignment/units.ts'
import { isAskedAbout, longestQuotation, unframe } from './frame.ts'
import { writeFigures } from './numerals.ts'
import { findSource } from './source.ts'

export interface Reading {
  /** What is checked. */
  readonly words: string
  /** The same as typed; other than `words` only where these have written-out numbers in figures. */
  readonly typed: string
  /** The text around them that this reading takes for the writer's own. */
  readonly before: string
  readonly after: string
  /** How many words that is: the price of the reading, see `WORD_PRICE` of check.ts. */
  readonly dropped: number
  /** True when marks of Markdown or HTML were taken off. */
  readonly isUnmarked: boolean
}

/** Fewer words beside the writer's own are none to check. */
const MIN_WORDS = 4
/** A shorter quotation in the midst of a sentence is a name or a catchword. */
const MIN_QUOTATION_WORDS = 10

/** Those that drop the least first, so that nobody who finds the text verbatim needs the rest. */
export function readings(text: string, reports: readonly ReportSummary[]): Reading[] {
  const whole: Reading = { words: text, typed: text, before: '', after: '', dropped: 0, isUnmarked: false }
  const plain = withoutMarkup(text)
  const unmarked = plain === text ? whole : { ...whole, words: plain, typed: plain, isUnmarked: true }
  const bases = [unmarked, ...withoutSource(unmarked, reports)]
  const read = [...bases, ...bases.flatMap((base) => withoutFrame(base, reports))]
  const written = read.flatMap((reading) => withFigures(reading) ?? [])
  return [...(unmarked === whole ? [] : [whole]), ...read, ...written].sort((a, b) => a.dropped - b.dropped)
}

const MARKUP: readonly (readonly [markup: RegExp, as: string])[] = [
  [/<\/?[a-z][^<>]{0,200}>/giu, ''],
  [/&(?:nbsp|ensp|emsp|#160);/gu, ' '],
  [/&(?:[lr]dquo|quot);/gu, '"'],
  [/!?\[([^[\]\n]+)\]\([^()\s]*\)/gu, '$1'],
  [/\*{2,3}|__|~~/gu, ''],
  [/\*(?=\S)([^*\n]+)(?<=\S)\*/gu, '$1'],
  [/\*(?=\s*$)/gu, ''],
  [/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)+/gmu, ''],
]

/** Takes the marks of Markdown and HTML off; the text itself when it has none. */
export function withoutMarkup(text: string): string {
  return MARKUP.reduce((plain, [markup, as]) => plain.replace(markup, as), text)
}

function withoutSource(reading: Reading, reports: readonly ReportSummary[]): Reading[] {
  const end = findSource(reading.words, reports)
  if (end === null) return []
  const cut = narrow(reading, reading.words.slice(0, end), ['', reading.words.slice(end)])
  return countWords(cut.words) < MIN_WORDS ? [] : [cut]
}

function withoutFrame(reading: Reading, reports: readonly ReportSummary[]): Reading[] {
  const quotation = longestQuotation(reading.words)
  const isQuoted =
    quotation !== null && (isAskedAbout(quotation) || countWords(quotation.words) >= MIN_QUOTATION_WORDS)
  return [...(isQuoted ? [quotation] : []), ...unframe(reading.words, reports)]
    .filter(({ words, isMarked }) => countWords(words) >= (isMarked ? 1 : MIN_WORDS))
    .map(({ words, before, after }) => narrow(reading, words, [before, after]))
    .filter(({ dropped }) => dropped > reading.dropped)
}

function narrow(reading: Reading, words: string, [before, after]: readonly [string, string]): Reading {
  const outer = { before: reading.before + before, after: after + reading.after }
  const dropped = countTokens(outer.before) + countTokens(outer.after)
  return { ...reading, ...outer, words, typed: words, dropped }
}

/** Written-out numbers are found by their value. */
function withFigures(reading: Reading): Reading | null {
  const words = writeFigures(reading.words)
  return words === null ? null : { ...reading, words }
}

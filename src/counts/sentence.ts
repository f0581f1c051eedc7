/** Turns a report into its sentences, each with the tokens by which it is compared. */
import type { Report } from '../corpus/report.ts'
import type { Kind } from '../figures/figure.ts'
import { frameSections } from '../figures/section-frame.ts'
import { type CompareToken, tokenizeForComparison } from './compare-tokens.ts'

/** A sentence of a report, with its place. */
export interface Sentence {
  /** Id of its passage. */
  readonly passage: string
  /** Place in the passage's text, in UTF-16 units, without white space at its ends. */
  readonly start: number
  readonly end: number
  /** As printed. */
  readonly text: string
  /** Number of its paragraph, from 1. */
  readonly paragraph: number
  readonly tokens: readonly CompareToken[]
  /** What its part of the report tells: what was done in a year or in several, or what is planned. */
  readonly tells: Kind | 'years'
}

/** All sentences in reading order. A run without a letter or figure is no sentence. */
export function sentencesOf(report: Report): Sentence[] {
  const frames = frameSections(report)
  return report.passages.flatMap(({ id, text, paragraph }, index) => {
    const frame = frames[index]
    const tells = frame?.period === undefined ? (frame?.kind ?? 'actual') : 'years'
    return cutSentences(text).flatMap(([from, to]): Sentence[] => {
      const raw = text.slice(from, to)
      if (!/[\p{L}\p{N}]/u.test(raw)) return []
      const start = from + raw.length - raw.trimStart().length
      const printed = raw.trim()
      const place = { passage: id, start, end: start + printed.length, text: printed, paragraph }
      return [{ ...place, tokens: tokenizeForComparison(printed), tells }]
    })
  })
}

/** A stop, what closes behind it (”）》), and white space. A point between figures (5.5) or in a name (U.S.) is none. */
const SENTENCE = /[^。！？!?｡]*(?:[。！？!?｡]+[”’」』）)》〉\]】]*\s*|$)/gu

/** `[start, end)` of the sentences of a paragraph, in UTF-16 units; put together they are the paragraph. White space behind a sentence belongs to it. */
export function cutSentences(text: string): (readonly [start: number, end: number])[] {
  return [...text.matchAll(SENTENCE)]
    .filter(([sentence]) => sentence !== '')
    .map(({ 0: sentence, index }) => [index, index + sentence.length] as const)
}

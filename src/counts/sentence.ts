/** Turns a report into its sentences, each with the tokens by which it is compared. */

import type { Report } from '../corpus/report.ts'
import type { Kind } from '../figures/figure.ts'
import { frameSections } from '../figures/section-frame.ts'
import { findSentences } from '../text/sentences.ts'
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
    return findSentences(text).flatMap(([start, end]): Sentence[] => {
      const printed = text.slice(start, end)
      if (!/[\p{L}\p{N}]/u.test(printed)) return []
      const place = { passage: id, start, end, text: printed, paragraph }
      return [{ ...place, tokens: tokenizeForComparison(printed), tells }]
    })
  })
}

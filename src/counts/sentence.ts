/** Turns a report into its sentences, each with the tokens by which it is compared. */
import type { Report } from '../corpus/report.ts'
import { cutSentences } from '../text/sentences.ts'
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
  /** The clauses between commas, semicolons and stops, as runs of `tokens`; marks left out. */
  readonly clauses: readonly (readonly [start: number, end: number])[]
}

/** All sentences in reading order. A run without a letter or figure is no sentence. */
export function sentencesOf({ passages }: Pick<Report, 'passages'>): Sentence[] {
  return passages.flatMap(({ id, text, paragraph }) =>
    cutSentences(text).flatMap(([from, to]): Sentence[] => {
      const raw = text.slice(from, to)
      if (!/[\p{L}\p{N}]/u.test(raw)) return []
      const start = from + raw.length - raw.trimStart().length
      const printed = raw.trim()
      const tokens = tokenizeForComparison(printed)
      const place = { passage: id, start, end: start + printed.length, text: printed, paragraph }
      return [{ ...place, tokens, clauses: clausesOf(tokens) }]
    }),
  )
}

function clausesOf(tokens: readonly CompareToken[]): (readonly [number, number])[] {
  const clauses: (readonly [number, number])[] = []
  let start = 0
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at]
    if (token !== undefined && !(token.kind === 'mark' && /^[,;:。!?.]/u.test(token.key))) continue
    if (at > start) clauses.push([start, at])
    start = at + 1
  }
  return clauses
}

/** One statement of one indicator: what a passage says in figures, with whose, of when, and whether done or planned. */
import type { Range } from '../text/runs.ts'

/** `actual`: a result (实绩); `target`: what is planned, expected or demanded (目标). */
export type Kind = 'actual' | 'target'

/**
 * How the number is meant: `about` (左右, 约, 近), `at-least` (以上, 不低于), `at-most` (以内, 不超过), `over` (超过, 突破, 余, 多).
 * It belongs to the value, or to the change where there is no value.
 */
export type Bound = 'exact' | 'about' | 'at-least' | 'at-most' | 'over'

export interface Figure {
  /** Canonical name as in indicators.txt; the printed name where the indicator is not listed there. */
  readonly indicator: string
  /** The name as printed; in a list with the shared head (城乡居民人均可支配收入). */
  readonly name: string
  readonly kind: Kind
  /** The year that the figure is about; of a period its last. */
  readonly year: number
  /** As printed, without spaces and thousands marks: `56.4`, `15—20`; null where only a change is stated. */
  readonly value: string | null
  /** Unit of the value, magnitude included: `亿元`, `万人次`, `%`; null without a value or where none is printed. */
  readonly unit: string | null
  /** Growth or difference with its sign and unit: `+3.8%`, `-5%`, `+6500吨`, `+0.3个百分点`; null where not stated. */
  readonly change: string | null
  readonly bound: Bound
  /** Whose figure it is when not the place's of the report (生产建设兵团, a project); null for the place itself. */
  readonly subject: string | null
  /** A period that is not one year (五年累计, 年均, 上半年, 每人每月); null for the year as a whole. */
  readonly scope: string | null
  /** Id of the passage. */
  readonly passage: string
  /** Number of the paragraph in its report, from 1. */
  readonly paragraph: number
  /** `[start, end)` of `quote` in the passage's text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** The part of the sentence that says so, character for character: `text.slice(start, end)`. */
  readonly quote: string
  /** Where the printed numbers of value and change stand in the passage's text, in reading order. */
  readonly numbers: readonly Range[]
}

/** Where its first number stands; where none does, the figure itself. */
export function firstNumber({ numbers, start, end }: Figure): Range {
  return numbers[0] ?? [start, end]
}

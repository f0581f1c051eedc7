/** A pasted quote in; out: whether it stands in a report in these words, and if not, what differs. */
import type { Passage } from '../corpus/report.ts'
import type { Hit, Range, Searcher } from '../search/searcher.ts'

/** What had to be folded before the quote equalled the text. */
export type Folding = 'width' | 'case' | 'script' | 'spaces' | 'punctuation'

/** Words that the quote stands for, in one paragraph. A quote that runs on into the next paragraph, or leaves words out with …, has several. */
export interface QuotePlace {
  readonly passage: Passage
  /** In `passage.text`. */
  readonly range: Range
}

/** One run of the comparison, in the order of the true text. */
export interface DiffPart {
  readonly kind: 'same' | 'missing' | 'added' | 'cut'
  /** `same` and `missing` (left out by the quote): as printed in the report; `added`: as typed; `cut`: the … of a quote that says that it leaves words out. */
  readonly text: string
}

export type QuoteCheck =
  /** The quote stands there. `range` is its place in `hit.passage.text`, `places` are all of them in reading order. */
  | {
      readonly kind: 'verbatim'
      readonly hit: Hit
      readonly range: Range
      readonly places: readonly QuotePlace[]
      /** Without repeats, in the order of the type; empty when the quote equals the text as it is. */
      readonly folded: readonly Folding[]
    }
  /** It stands there in other words. `range` and `places` hold the true wording; `similarity` is from 0 to 1. */
  | {
      readonly kind: 'differs'
      readonly hit: Hit
      readonly range: Range
      readonly places: readonly QuotePlace[]
      readonly similarity: number
      readonly diff: readonly DiffPart[]
      /** True when every word and figure is right and only punctuation differs. */
      readonly onlyPunctuation: boolean
    }
  | { readonly kind: 'not-found'; readonly nearest: Hit | null }

/** Checks any text as a quote (what /verify asks for). */
export declare function checkQuote(searcher: Searcher, text: string): Promise<QuoteCheck>

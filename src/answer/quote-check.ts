/** A pasted quote in; out: whether it stands in a report in these words, and if not, what differs. */
import type { Hit, Range } from "../search/searcher.ts";

/** What had to be folded before the quote equalled the text. */
export type Folding = "width" | "case" | "script" | "spaces" | "punctuation";

/** One run of the comparison, in the order of the true text. */
export interface DiffPart {
	readonly kind: "same" | "missing" | "added";
	/** `same` and `missing` (left out by the quote): as printed in the report; `added`: as typed. */
	readonly text: string;
}

export type QuoteCheck =
	/** The quote stands there. `range` is its place in `hit.passage.text`. */
	| {
			readonly kind: "verbatim";
			readonly hit: Hit;
			readonly range: Range;
			readonly folded: readonly Folding[];
	  }
	/** It stands there in other words. `similarity` from 0 to 1; `range` is the true wording in `hit.passage.text`. */
	| {
			readonly kind: "differs";
			readonly hit: Hit;
			readonly range: Range;
			readonly similarity: number;
			readonly diff: readonly DiffPart[];
	  }
	| { readonly kind: "not-found"; readonly nearest: Hit | null };

/** The straight way down: a question in, an Answer out, with snippets, citations and the quote check. */

import type { Query } from "../search/query.ts";
import type {
	Hit,
	Match,
	ReportCount,
	Searcher,
	Suggestion,
} from "../search/searcher.ts";
import type { QuoteCheck } from "./quote-check.ts";
import type { Snippet } from "./snippet.ts";

export interface AnsweredHit extends Hit {
	readonly snippet: Snippet;
	/** One line: place, year, title, date, meeting, speaker, heading path, paragraph, page. See cite.ts. */
	readonly citation: string;
}

export interface Answer {
	readonly query: Query;
	readonly match: Match;
	readonly total: number;
	readonly hits: readonly AnsweredHit[];
	readonly reports: readonly ReportCount[];
	readonly suggestions: readonly Suggestion[];
	/** Set when the question looks like a pasted quote. */
	readonly quote: QuoteCheck | null;
}

export interface AnswerOptions {
	/** How many hits. Default 5. */
	readonly limit?: number;
	/** How many hits to pass over. Default 0. */
	readonly offset?: number;
}

export declare function answer(
	searcher: Searcher,
	text: string,
	options?: AnswerOptions,
): Promise<Answer>;

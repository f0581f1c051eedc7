/** A passage and the places that match in, the fragment to show out. Rendering is somebody else's. */
import type { Range } from "../search/searcher.ts";

export interface Snippet {
	/** A run of the passage's text, character for character, with `…` put before or after where it is cut. */
	readonly text: string;
	/** Matches in `text`: sorted, merged, never on an added `…`. */
	readonly highlights: readonly Range[];
}

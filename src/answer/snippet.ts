/** A passage and the places that match in, the fragment to show out. Rendering is somebody else's. */
import type { Passage } from '../corpus/report.ts'
import type { Range, WeightedRange } from '../search/searcher.ts'

export interface Snippet {
  /** A run of the passage's text, character for character, with `…` put before or after where it is cut. */
  readonly text: string
  /** Matches in `text`: sorted, merged, never on an added `…`. */
  readonly highlights: readonly Range[]
  /** The run that is shown, in `passage.text`. */
  readonly range: Range
}

export interface SnippetOptions {
  /** Longest snippet, its … included, in UTF-16 units. Default 200. */
  readonly limit?: number
}

export declare function makeSnippet(
  passage: Passage,
  matches: readonly WeightedRange[],
  options?: SnippetOptions,
): Snippet

/** Cuts a paragraph into its sentences; put together they are the paragraph. */

/** A half-open run of a text, in UTF-16 units. */
export type SentenceRange = readonly [start: number, end: number]

/** A stop, what closes behind it (”）》), and white space. A point between figures (5.5) or in a name (U.S.) is none. */
const SENTENCE = /[^。！？!?｡]*(?:[。！？!?｡]+[”’」』）)》〉\]】]*\s*|$)/gu

/** The sentences of a text in order. White space behind a sentence belongs to it. A text without a stop is one sentence. */
export function cutSentences(text: string): SentenceRange[] {
  return [...text.matchAll(SENTENCE)]
    .filter(([sentence]) => sentence !== '')
    .map(({ 0: sentence, index }) => [index, index + sentence.length] as const)
}

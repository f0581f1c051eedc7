/** Makes a quick test of how long a word from a list may be that begins at a place of a text; 0 where none can. */

/**
 * Of all the words that open with the two units at a place, the length of the longest. Most places of a text open no
 * word at all, and are passed over without cutting a piece out for every length that a word may have.
 */
export function makeOpenings(words: Iterable<string>): (text: string, at: number) => number {
  const longest = new Map<number, number>()
  for (const word of words) {
    const opening = openingAt(word, 0)
    longest.set(opening, Math.max(longest.get(opening) ?? 0, word.length))
  }
  return (text, at) => longest.get(openingAt(text, at)) ?? longest.get(text.charCodeAt(at)) ?? 0
}

/** One unit, where no other follows, or two. */
function openingAt(text: string, at: number): number {
  return at + 1 < text.length ? (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1) : text.charCodeAt(at)
}

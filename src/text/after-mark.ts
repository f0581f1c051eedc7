/** Finds where the clause or sentence begins and ends that a place of a text lies in. */

/** The place behind the last of these marks before `end`, in UTF-16 units; 0 where there is none. */
export function afterMark(text: string, marks: string, end: number): number {
  let at = Math.max(0, Math.min(end, text.length))
  while (at > 0 && !marks.includes(text.charAt(at - 1))) at--
  return at
}

/** The place of the first of these marks from `start` on; the length of the text where there is none. */
export function beforeMark(text: string, marks: string, start: number): number {
  let at = start
  while (at < text.length && !marks.includes(text.charAt(at))) at++
  return at
}

/** Where something else begins to be told: what follows a semicolon is another sentence as well. */
export const STOPS = '。；;！？'

/** Where the sentence begins that goes on at this place. */
export function sentenceStart(text: string, at: number): number {
  return afterMark(text, STOPS, at)
}

/** Between two stops. */
export function sentenceAround(text: string, start: number, end: number): string {
  return text.slice(sentenceStart(text, start), beforeMark(text, STOPS, end))
}

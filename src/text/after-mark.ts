/** Finds where the clause or sentence begins and ends that a place of a text lies in. */

/** The place behind the last of these marks before `end`, in UTF-16 units; 0 where there is none. */
export function afterMark(text: string, marks: string, end: number): number {
  return Math.max(...Array.from(marks, (mark) => text.lastIndexOf(mark, end - 1))) + 1
}

/** The place of the first of these marks from `start` on; the length of the text where there is none. */
export function beforeMark(text: string, marks: string, start: number): number {
  let at = start
  while (at < text.length && !marks.includes(text.charAt(at))) at++
  return at
}

/** Between two stops: what follows a semicolon is told of something else. */
export function sentenceAround(text: string, start: number, end: number): string {
  return text.slice(afterMark(text, '。；;', start), beforeMark(text, '。；;', end))
}

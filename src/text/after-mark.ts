/** Finds where the clause or sentence begins that a place of a text lies in. */

/** The place behind the last of these marks before `end`, in UTF-16 units; 0 where there is none. */
export function afterMark(text: string, marks: string, end: number): number {
  return Math.max(...Array.from(marks, (mark) => text.lastIndexOf(mark, end - 1))) + 1
}

/** Cuts a text into its sentences, and tells which of them a run of it reaches into. */
import type { Run } from './runs.ts'

const STOP = /[。！？!?｡]+[”’」』）》】〉)\]"]*|\n+/gu
const OPENING = '“‘「『（《【'
const CLOSING = '”’」』）》】'

/** Cuts a text into sentences without the white space around them; none ends inside quotation marks or brackets. */
export function findSentences(text: string): Run[] {
  const sentences: Run[] = []
  let start = 0
  const add = (end: number): void => {
    const piece = text.slice(start, end)
    const from = start + (piece.length - piece.trimStart().length)
    const to = start + piece.trimEnd().length
    if (from < to) sentences.push([from, to])
    start = end
  }
  for (const { index, 0: stop } of text.matchAll(STOP)) {
    const end = index + stop.length
    if (!isInside(text, start, end)) add(end)
  }
  add(text.length)
  return sentences.length > 0 ? sentences : [[0, text.length]]
}

/** Whether a mark that opens in the sentence so far is still to be closed; a mark that nothing closes is a slip of the pen. */
function isInside(text: string, start: number, end: number): boolean {
  const open: string[] = []
  for (const character of text.slice(start, end)) {
    const kind = OPENING.indexOf(character)
    if (kind >= 0) open.push(CLOSING[kind] as string)
    else if (open.at(-1) === character) open.pop()
  }
  return open.some((closing) => text.includes(closing, end))
}

/** Numbers of the first and last sentence that a run of the text reaches into, from 0. */
export function sentencesAcross(text: string, [from, to]: Run): readonly [first: number, last: number] {
  const sentences = findSentences(text)
  const first = Math.max(
    0,
    sentences.findLastIndex(([start]) => start <= from),
  )
  return [
    first,
    Math.max(
      first,
      sentences.findLastIndex(([start]) => start < to),
    ),
  ]
}

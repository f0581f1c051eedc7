/** Finds where the clause or sentence begins and ends that a place of a text lies in, and cuts a text into its sentences. */
import type { Range } from './runs.ts'

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

const STOP = /[。！？!?｡]+[”’」』）》】〉)\]"]*|\n+/gu
const OPENING = '“‘「『（《【'
const CLOSING = '”’」』）》】'

/** Cuts a text into sentences without the white space around them; none ends inside quotation marks or brackets. */
export function findSentences(text: string): Range[] {
  const sentences: Range[] = []
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
export function sentencesAcross(text: string, [from, to]: Range): readonly [first: number, last: number] {
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

/** A phrase as far as it is remembered: 大道至简，政简 of 大道至简，政简……. */
export function withoutOpenEnds(phrase: string): string {
  return phrase.replace(/^[.…。]{2,}|[,，、\s]*[.…。]{2,}$/gu, '')
}

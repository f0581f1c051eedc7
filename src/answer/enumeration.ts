/** Turns a passage that numbers what it says (1.…2.…, 一是…二是…) into the sentences of one of these. */
import { readNumeral } from '../text/numeral.ts'
import { findSentences } from './sentence.ts'

const HAN = '[一二三四五六七八九十]{1,3}'
/** Numbers in brackets or circles, with a stop, or as 一是 and 第一. */
const MARK = new RegExp(
  `[（(](?:\\d{1,2}|${HAN})[）)]|[①-⑳]|(?<![\\d.])\\d{1,2}[.．、](?!\\d)|(?<=^|[。；;：:，,\\s])(?:第?${HAN}(?:是(?!一)|要|[、，])|其${HAN}[是，])`,
  'gu',
)

/** Numbers of the first and last sentence of that item; null where the text does not count up to it. */
export function findItem(text: string, number: number): readonly [first: number, last: number] | null {
  const starts = new Map<number, number>()
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const read = numberOf(mark)
    // Each item follows the one before: 30. of a figure is none.
    if (read === starts.size + 1) starts.set(read, index)
  }
  const start = starts.get(number)
  if (start === undefined || starts.size < 2) return null
  const end = starts.get(number + 1) ?? text.length
  const sentences = findSentences(text)
  const first = sentences.findLastIndex(([from]) => from <= start)
  const last = starts.has(number + 1) ? sentences.findLastIndex(([from]) => from < end) : first
  return [Math.max(0, first), Math.max(0, first, last)]
}

/** The number of the item that just these sentences tell; null where they tell none. */
export function itemAt(text: string, [first, last]: readonly [first: number, last: number]): number | null {
  for (let number = 1; ; number++) {
    const item = findItem(text, number)
    if (item === null) return null
    if (item[0] === first && item[1] === last) return number
  }
}

function numberOf(mark: string): number {
  if (/^[①-⑳]/u.test(mark)) return mark.charCodeAt(0) - '①'.charCodeAt(0) + 1
  return readNumeral(/\d+|[一二三四五六七八九十]+/u.exec(mark)?.[0] ?? '') ?? 0
}

/** Turns a passage that numbers what it says (1.…2.…, 一是…二是…) into the sentences of one of these, or into how each begins. */
import { readNumeral } from '../text/numeral.ts'
import { findSentences } from './sentence.ts'

const HAN = '[一二三四五六七八九十]{1,3}'
/** Numbers in brackets or circles, with a stop, or as 一是 and 第一. */
const MARK = new RegExp(
  `[（(](?:\\d{1,2}|${HAN})[）)]|[①-⑳]|(?<![\\d.])\\d{1,2}[.．、](?!\\d)|(?<=^|[。；;：:，,\\s])(?:第?${HAN}(?:是(?!一)|要|[、，])|其${HAN}[是，])`,
  'gu',
)

/** 四个百万是哪四个, 有哪些问题: asks what there is of something. */
const ASKS_WHICH = /哪|分别|(?:有|是|指|包括|包含)(?:些|了)?(?:什么|啥)|都有/u
/** 四大产业, 四个百万. */
const COUNTED =
  /(?<number>[两二三四五六七八九]|十[一二三四五]?|1?\d)[个大条项件类点种](?!是|吗|呢|[\p{P}\s]|$)\p{L}{2}/gu
/** A passage may number a thing or two that comes behind those asked for. */
const MAX_MORE = 2
/** In UTF-16 units: what an item is about stands in so many, or is cut there. */
const BEGINNING = /^.{1,40}?(?=[，。；：,;:！!？?]|$)|^.{40}/su

/**
 * How each of the things begins that a question asks for by their number (四大产业是哪四个), where the passage tells them one after
 * the other behind their name. Each is a run of the text; empty where it does not.
 */
export function listItems(question: string, text: string): string[] {
  if (!ASKS_WHICH.test(question)) return []
  for (const { 0: name, groups } of question.matchAll(COUNTED)) {
    const count = readNumeral(groups?.number ?? '')
    const named = text.lastIndexOf(name)
    if (count === null || named < 0) continue
    const starts = findAlike(text, named, count) ?? findNumbered(text, named, count)
    if (starts !== null) return starts.map((start) => BEGINNING.exec(text.slice(start))?.[0] ?? '')
  }
  return []
}

/** Where the name opens what is numbered. */
function findNumbered(text: string, named: number, count: number): number[] | null {
  const starts = [...findStarts(text).values()]
  const isTold = starts.length >= count && starts.length <= count + MAX_MORE
  return isTold && (starts[0] ?? -1) > named ? starts : null
}

/** 大力发展新能源，…。大力发展新材料，…。: of the sentences behind it as many as are asked for begin like the next one. */
function findAlike(text: string, named: number, count: number): number[] | null {
  const starts = findSentences(text)
    .map(([start]) => start)
    .filter((start) => start > named)
  const beginning = (start: number): string => text.slice(start, start + 4)
  const alike = starts.filter((start) => beginning(start) === beginning(starts[0] ?? 0))
  return alike.length === count ? alike : null
}

function findStarts(text: string): ReadonlyMap<number, number> {
  const starts = new Map<number, number>()
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const read = numberOf(mark)
    // Each item follows the one before: 30. of a figure is none.
    if (read === starts.size + 1) starts.set(read, index)
  }
  return starts
}

/** Numbers of the first and last sentence of that item; null where the text does not count up to it. */
export function findItem(text: string, number: number): readonly [first: number, last: number] | null {
  const starts = findStarts(text)
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

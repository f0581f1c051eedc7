/** Turns a text into its words, as Intl.Segmenter cuts them by its dictionary; what stands between words is an item of its own. */

import { getOrMake } from './maps.ts'
import { RecentMap } from './recent-map.ts'

export interface Word {
  /** Where it begins in the text. */
  readonly index: number
  readonly segment: string
  readonly isWordLike: boolean
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** A text longer than this is cut in pieces. */
const PIECE_UTF16 = 64
/**
 * Two characters between which a word ends whatever stands further off: Han and ASCII or a Chinese mark, and a space and
 * what follows it. No dictionary word goes over them (Unicode Standard Annex 29, WB4 and WB999).
 */
const SURE_END =
  /^(?:[\u4e00-\u9fff][\x20-\x7e，。、；：！？“”（）《》]|[\x20-\x7e，。、；：！？“”（）《》][\u4e00-\u9fff]| [\p{L}\p{N}])$/u
/** A question is cut at several steps of its answer, and so are the passages of one after the other: some 4 KB a piece. */
const KEPT_PIECES = 500

/** Some of it was typed: nothing of that stays in memory for longer. */
const KEPT_MS = 10_000

const kept = new RecentMap<string, readonly Word[]>(KEPT_PIECES, KEPT_MS)

/**
 * Cuts a text into words; put together they are the text.
 *
 * V8 gives every word a copy of the whole text that it comes from: cut in one piece, a page of 4,000 characters costs 20 MB
 * of garbage, and a text that folding makes long costs seconds.
 */
export function cutWords(text: string): readonly Word[] {
  const words: Word[] = []
  for (let from = 0; from < text.length; ) {
    const end = sureEndFrom(text, from + PIECE_UTF16)
    words.push(...wordsBetween(text, from, end))
    from = end
  }
  return words
}

/** The words of the shortest stretch around a run that begins and ends where words surely do. */
export function cutWordsAround(text: string, start: number, end: number): readonly Word[] {
  let from = start
  while (from > 0 && !isSureEnd(text, from)) from--
  return wordsBetween(text, from, sureEndFrom(text, end))
}

/**
 * The words of a text but for those left out, with single characters side by side as one: a word that the dictionary lacks falls
 * apart into characters.
 *
 * @param begins What is left out and yet begins such a word: 前 of 前海.
 */
export function cutJoined(text: string, isLeftOut: (word: string) => boolean, begins?: RegExp): string[] {
  const words: string[] = []
  let end = -1
  let before = { character: '', end: -1 }
  for (const { segment, index, isWordLike } of cutWords(text)) {
    if (!isWordLike || isLeftOut(segment)) {
      if (begins?.test(segment)) before = { character: segment, end: index + 1 }
      continue
    }
    const isSingle = segment.length === 1
    if (isSingle && end === index) words.push(`${words.pop()}${segment}`)
    else words.push(isSingle && before.end === index ? before.character + segment : segment)
    end = isSingle ? index + 1 : -1
  }
  return words
}

function wordsBetween(text: string, from: number, end: number): readonly Word[] {
  const words = cutPiece(text.slice(from, end))
  return from === 0 ? words : words.map((word) => ({ ...word, index: from + word.index }))
}

function cutPiece(piece: string): readonly Word[] {
  return getOrMake(kept, piece, () =>
    Array.from(segmenter.segment(piece), ({ index, segment, isWordLike }) => ({
      index,
      segment,
      isWordLike: isWordLike === true,
    })),
  )
}

function sureEndFrom(text: string, from: number): number {
  let at = from
  while (at < text.length && !isSureEnd(text, at)) at++
  return Math.min(at, text.length)
}

function isSureEnd(text: string, at: number): boolean {
  return SURE_END.test(text.slice(at - 1, at + 1))
}

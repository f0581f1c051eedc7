/** Turns a text into its words, as Intl.Segmenter cuts them by its dictionary; what stands between words is an item of its own. */

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
 * Places where a word ends whatever stands further off: between Han and ASCII or a Chinese mark, and behind a space. No
 * dictionary word goes over them (Unicode Standard Annex 29, WB4 and WB999).
 */
const SURE_END =
  /(?<=[\u4e00-\u9fff])(?=[\x20-\x7e，。、；：！？“”（）《》])|(?<=[\x20-\x7e，。、；：！？“”（）《》])(?=[\u4e00-\u9fff])|(?<= )(?=[\p{L}\p{N}])/gu

/**
 * Cuts a text into words; put together they are the text.
 *
 * V8 gives every word a copy of the whole text that it comes from: cut in one piece, a page of 4,000 characters costs 20 MB
 * of garbage, and a text that folding makes long costs seconds.
 */
export function cutWords(text: string): Word[] {
  const words: Word[] = []
  const add = (from: number, to: number): void => {
    for (const { index, segment, isWordLike } of segmenter.segment(text.slice(from, to)))
      words.push({ index: from + index, segment, isWordLike: isWordLike === true })
  }
  let from = 0
  if (text.length > PIECE_UTF16) {
    for (const { index } of text.matchAll(SURE_END)) {
      if (index - from < PIECE_UTF16) continue
      add(from, index)
      from = index
    }
  }
  add(from, text.length)
  return words
}

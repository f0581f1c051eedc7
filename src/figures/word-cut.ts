/** Tells whether a word of the grammar, by which a noun would be cut, is only the beginning of a longer word: 创|新团队, 中|央财政. */
import { getOrMake } from '../text/maps.ts'
import { RecentMap } from '../text/recent-map.ts'
import { cutWords } from '../text/words.ts'

/** How much of the text behind the cut is looked at: cutting into words is dear. */
const BEHIND_UTF16 = 2
/** Answers kept at the least; the same words come again and again. */
const KEPT = 10_000
/** Words that the dictionary does not have. */
const UNKNOWN = /^(?:可再生|可持|并网|营收|到位)/
const kept = new RecentMap<string, boolean>(KEPT)

/** Does a word go over `cut`, that begins at `start` or within the text between? */
export function isWithinWord(text: string, start: number, cut: number): boolean {
  const around = text.slice(start, cut + BEHIND_UTF16)
  const at = cut - start
  return getOrMake(
    kept,
    `${at}${around}`,
    () =>
      UNKNOWN.test(around) ||
      cutWords(around).some(({ index, segment }) => index < at && index + segment.length > at),
  )
}

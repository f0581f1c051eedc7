/** Puts a numbered heading that stands over two paragraphs together. */
import { GLOSSARY_HEADING, isDashed, isMarked, isNumbered, startsBlock } from '../lines/marks.ts'
import type { Paragraph } from '../lines/unwrap.ts'

/** Both halves together. */
const MAX_WHOLE_UTF16 = 60

/**
 * The second half is told by what a subheading never is: the only one of its section, right below its heading. A division
 * into one divides nothing.
 */
export function joinSplitHeadings(items: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = []
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Paragraph
    const next = items[index + 1]
    if (next !== undefined && isFirstHalf(item) && isSecondHalf(item, index + 1, items)) {
      joined.push({ ...item, text: item.text + next.text })
      index++
    } else joined.push(item)
  }
  return joined
}

/** Without a mark of punctuation that ends a clause. */
function isOpenLine({ text, isTableRow, isNote }: Paragraph): boolean {
  return !isTableRow && !isNote && !/[。！？；：:;!?]|[，、,…]$/u.test(text)
}

function isFirstHalf(item: Paragraph): boolean {
  // A heading that itself has two clauses is whole.
  return isMarked(item.text) && isOpenLine(item) && !GLOSSARY_HEADING.test(item.text)
}

function isSecondHalf(first: Paragraph, at: number, items: readonly Paragraph[]): boolean {
  const item = items[at]
  const below = items[at + 1]
  if (item === undefined || below === undefined || !isOpenLine(item)) return false
  // 二、2025年主要任务 with ——攻坚克难 below it has a subtitle; several dashes are a list.
  if (startsBlock(item.text) && !isDashed(item.text)) return false
  if (isDashed(item.text) && isDashed(below.text)) return false
  // A quotation that stands open is cut text.
  if (/[“（《「][^”）》」]*$/u.test(item.text)) return false
  if (first.text.length + item.text.length > MAX_WHOLE_UTF16 || !/^[\p{Script=Han}—－-]/u.test(item.text))
    return false
  // The format says of both what they are.
  if (item.heading !== null && item.heading !== first.heading) return false
  for (const other of items.slice(at + 1)) {
    if (isMarked(other.text)) return true
    if (isOpenLine(other) && !isNumbered(other.text) && !isDashed(other.text) && other.text.length >= 4)
      return false
  }
  return true
}

/** Puts the entries of a glossary together that stray line breaks, or links in the page, cut. */
import { ANNEX_HEADING, GLOSSARY_HEADING, isNumbered } from '../lines/marks.ts'
import type { Paragraph } from '../lines/unwrap.ts'

/** [1] ［1］ 〔1〕 一、 */
const NUMBERED_ENTRY =
  /^[*＊※\s]*(?:[[［〔【(（]?\d{1,3}[\]］〕】)）.．、]|[一二三四五六七八九十]{1,4}[、．.])/u
/** 林长制：… “三区三线”：… 《条例》，指… */
const NAMED_ENTRY = /^[*＊※\s]*(?:[“《「].{1,40}[”》」]|[^，。；：:]{2,24}[：:])/u
const FINISHED = /[。！？；!?;][”’」』）)】》]*$/u

/** What opens no entry, below what is not finished, goes on with it. */
export function joinGlossaryEntries(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const start = paragraphs.findIndex(({ text }) => GLOSSARY_HEADING.test(text))
  if (start < 0) return paragraphs
  const entries = paragraphs.slice(start + 1)
  const numbered = entries.filter(({ text }) => isNumberedEntry(text)).length
  // Where entries have numbers, only a number opens one.
  const isNumberedList = numbered >= 2
  const opensEntry = (text: string): boolean =>
    isNumberedEntry(text) || (!isNumberedList && NAMED_ENTRY.test(text))
  const joined = paragraphs.slice(0, start + 1)
  for (const [index, paragraph] of entries.entries()) {
    const above = joined.at(-1) as Paragraph
    const isApart =
      index === 0 ||
      paragraph.isTableRow ||
      above.isTableRow ||
      paragraph.heading !== null ||
      above.heading !== null ||
      isHeading(paragraph.text) ||
      isHeading(above.text) ||
      !isEntryBegun(above.text) ||
      FINISHED.test(above.text) ||
      opensEntry(paragraph.text)
    if (isApart) joined.push(paragraph)
    else joined[joined.length - 1] = { ...above, text: above.text + paragraph.text }
  }
  return joined
}

function isNumberedEntry(text: string): boolean {
  return isNumbered(text) || NUMBERED_ENTRY.test(text)
}

/** An entry says what its word means; a heading among them does not. */
function isEntryBegun(text: string): boolean {
  return (isNumberedEntry(text) || NAMED_ENTRY.test(text)) && /[：:，—]/u.test(text)
}

function isHeading(text: string): boolean {
  return GLOSSARY_HEADING.test(text) || ANNEX_HEADING.test(text)
}

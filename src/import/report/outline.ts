/** Turns paragraphs into the outline: headings with their levels, run-in headings on a line of their own, entries apart. */

import {
  ANNEX_HEADING,
  ENUMERATION_MARK,
  GLOSSARY_HEADING,
  isDashed,
  isNumbered,
  isSectionMarked,
  markNumber,
  PART_MARK,
  SALUTATION,
  SECTION_MARK,
  SUBSECTION_MARK,
  startsBlock,
  YEAR_HEADING,
} from '../lines/marks.ts'
import { splitGlued } from '../lines/split-glued.ts'
import type { Paragraph } from '../lines/unwrap.ts'
import { findNestedSections } from './nested-sections.ts'
import { joinSplitHeadings } from './split-headings.ts'

/** A heading (level 2 and below; 1 is the title's) or a paragraph (level 0) of the report file. */
export interface Block {
  readonly level: number
  readonly text: string
  /** Number of the source line. */
  readonly line: number
  readonly page: number | null
}

/** A numbered heading on a line of its own is not longer than this, in UTF-16 units. */
const MAX_HEADING_UTF16 = 72
/** A run-in heading is not longer than this: the longest of the first five reports has 39. */
const MAX_RUN_IN_UTF16 = 60
/** An unnumbered heading is not longer than this. */
const MAX_PLAIN_HEADING_UTF16 = 36
/** What follows an unnumbered heading is a paragraph of at least this length. */
const MIN_BODY_UTF16 = 36
const DEEPEST = 6
/** A numbered heading this many paragraphs below an unnumbered one belongs to it. */
const MAX_NEAR = 5

const CLOSED = /[。！？；，、：:;,!?…][”’」』）)]*$/u
/** Divides the body of a report into headings and paragraphs. */
export function outline(paragraphs: readonly Paragraph[]): Block[] {
  const items = joinSplitHeadings(paragraphs.flatMap(splitGlued))
  const nested = findNestedSections(items.map((item) => (item.isTableRow || item.isNote ? '' : item.text)))
  const state = new Outline(items, nested)
  return withoutEmptyHeadings(items.flatMap((item, index) => state.blocksOf(item, index)))
}

/** A heading under which nothing stands is a paragraph; 附件 right above 名词解释 takes it in. */
function withoutEmptyHeadings(blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  // From the last block up, so that what stands below each is known: `kept` is in reverse order.
  for (const block of [...blocks].reverse()) {
    const next = kept.at(-1)
    const isEmpty = block.level > 0 && (next === undefined || (next.level > 0 && next.level <= block.level))
    if (isEmpty && next !== undefined && ANNEX_HEADING.test(block.text) && GLOSSARY_HEADING.test(next.text)) {
      kept[kept.length - 1] = { ...next, level: block.level + 1 }
      kept.push(block)
    } else kept.push(isEmpty ? { ...block, level: 0 } : block)
  }
  return kept.reverse()
}

/** Walks through the paragraphs and knows which headings stand open. */
class Outline {
  readonly #items: readonly Paragraph[]
  readonly #nested: ReadonlySet<number>
  readonly #hasParts: boolean
  readonly #topFormatLevel: number
  /** For each paragraph the index of the next numbered one below it, or -1. */
  readonly #nextMark: readonly number[]
  /** Level of the last numbered heading, or of an unnumbered one that stands beside the outermost. */
  #numbered = 1
  /** Level of the last numbered heading that is no item of a nested list. */
  #outer = 1
  #isOpeningNested = false
  /** Level of the items of the nested list that stands open, or 0. */
  #list = 0
  /** Columns before the colon of the first unnumbered heading of level 2: 站在新起点：… and 开启新征程：… are alike. */
  #colonAt = -1
  #isGlossary = false
  #isAnnex = false

  constructor(items: readonly Paragraph[], nested: ReadonlySet<number>) {
    this.#items = items
    this.#nested = nested
    this.#hasParts = items.filter((item) => PART_MARK.test(item.text) && isTitleLike(item.text)).length >= 2
    this.#topFormatLevel = items.reduce((top, item) => Math.min(top, item.heading ?? DEEPEST), DEEPEST)
    this.#nextMark = findNextMarks(items, this.#hasParts)
  }

  blocksOf(item: Paragraph, index: number): Block[] {
    const { text, line, page } = item
    this.#isOpeningNested = this.#nested.has(index)
    const level = this.#headingLevel(item, index)
    if (level !== null)
      return [{ level: this.#open(level, text), text: text.replace(/[：:]$/u, ''), line, page }]
    const runIn = this.#splitRunIn(text, index)
    if (runIn === null) return [{ level: 0, text, line, page }]
    return [
      { level: this.#open(runIn.level, runIn.heading), text: runIn.heading, line, page },
      { level: 0, text: runIn.rest, line, page },
    ]
  }

  #open(level: number, heading: string): number {
    if (markLevel(heading, this.#hasParts) !== null || level <= 2) this.#numbered = level
    if (this.#isOpeningNested) this.#list = level
    else if (markLevel(heading, this.#hasParts) !== null && level !== this.#list + 1) this.#outer = level
    if (kindOf(heading) !== 'subsection' && !this.#isOpeningNested) this.#list = 0
    if (level <= 2) {
      this.#isGlossary = GLOSSARY_HEADING.test(heading)
      this.#isAnnex = ANNEX_HEADING.test(heading)
    }
    return Math.min(level, DEEPEST)
  }

  #headingLevel(item: Paragraph, index: number): number | null {
    const { text } = item
    if (item.isTableRow || item.isNote || SALUTATION.test(text)) return null
    if (GLOSSARY_HEADING.test(text) || (ANNEX_HEADING.test(text) && text.length <= MAX_PLAIN_HEADING_UTF16))
      return 2
    const marked = this.#levelOfMark(text, index)
    if (marked !== null) return this.#isHeadingLine(text, index) ? marked : null
    if (this.#isGlossary) return null
    if (this.#isEnumerationHeading(text, index)) return Math.min(this.#numbered + 1, DEEPEST)
    if (YEAR_HEADING.test(text) && this.#isFollowed(index)) return 2
    if (item.heading !== null && text.length <= MAX_HEADING_UTF16) return this.#plainLevel(item, index)
    return this.#isPlainHeading(item, index) ? this.#plainLevel(item, index) : null
  }

  #levelOfMark(text: string, index: number): number | null {
    const level = markLevel(text, this.#hasParts)
    if (level === null) return null
    if (this.#isAnnex) return Math.min(level + 1, DEEPEST)
    if (this.#nested.has(index)) return Math.min(this.#outer + 1, DEEPEST)
    // （一） below an item of a list that a section holds.
    return level === this.#list && kindOf(text) === 'subsection' ? Math.min(level + 1, DEEPEST) : level
  }

  /** A numbered line that is a heading from end to end. */
  #isHeadingLine(text: string, index: number): boolean {
    if (text.length > MAX_HEADING_UTF16) return false
    // A full stop within, and none at the end: a paragraph that was cut.
    if (/[。；]./u.test(text)) return false
    if (!CLOSED.test(text)) return !isEntry(text) || this.#isFollowed(index)
    // （一）加快发展。 or （一）加快发展： alone on its line is a heading when a body follows, and an item of a list when another item does.
    return (
      /[。：:]$/u.test(text) &&
      text.length <= MAX_RUN_IN_UTF16 &&
      this.#isFollowed(index) &&
      !this.#isGlossary
    )
  }

  /** 一是加快产业升级，增强发展后劲 alone on its line, with its text below it. */
  #isEnumerationHeading(text: string, index: number): boolean {
    if (!ENUMERATION_MARK.test(text) || text.length > MAX_PLAIN_HEADING_UTF16 || this.#isAnnex) return false
    const next = this.#items[index + 1]?.text ?? ''
    // A line that breaks off, or is a sentence, is one of the list.
    if (/[。；;！？!?，、,…]$|[。；]./u.test(text) || ENUMERATION_MARK.test(next)) return false
    return next.length >= MIN_BODY_UTF16 && this.#isFollowed(index)
  }

  /** Running text stands below. */
  #isFollowed(index: number): boolean {
    const next = this.#items[index + 1]
    if (next === undefined) return false
    if (kindOf(next.text) === kindOf(this.#items[index]?.text ?? '') && kindOf(next.text) !== 'plain')
      return false
    return next.text.length >= MIN_BODY_UTF16 || startsBlock(next.text) || CLOSED.test(next.text)
  }

  #isPlainHeading(item: Paragraph, index: number): boolean {
    const { text } = item
    if (this.#isAnnex || CLOSED.test(text) || text.length > MAX_PLAIN_HEADING_UTF16 || text.length < 4)
      return false
    if (isNumbered(text) && /[：:]/u.test(text)) return false
    // A quotation that goes on below, or a remark in brackets.
    if (/[“（《][^”）》]*$|^[（(].*[）)]$/u.test(text)) return false
    if (ENUMERATION_MARK.test(text) || /[。；]/u.test(text) || !/\p{Script=Han}{2}/u.test(text)) return false
    const before = this.#items[index - 1]
    const next = this.#items[index + 1]
    // Below running text that breaks off stands the rest of it.
    if (before !== undefined && !CLOSED.test(before.text) && isRunningText(before.text)) return false
    if (next === undefined || SALUTATION.test(next.text)) return false
    return next.text.length >= MIN_BODY_UTF16 || isSectionMarked(next.text)
  }

  /** An unnumbered heading that numbered ones follow from the start stands beside 一、; any other below the open heading. */
  #plainLevel(item: Paragraph, index: number): number {
    const markAt = this.#nextMark[index] ?? -1
    const mark = this.#items[markAt]
    const isFirst = mark !== undefined && markNumber(mark.text) === 1
    if (isFirst && SECTION_MARK.test(mark.text)) return 2
    const colonAt = item.text.search(/[：:]/u)
    if (colonAt > 1 && colonAt === this.#colonAt) return 2
    if (this.#numbered === 1) {
      this.#colonAt = colonAt
      return 2
    }
    if (isFirst && this.#numbered <= 2 && markAt - index <= MAX_NEAR) return 2
    if (item.heading !== null && item.heading === this.#topFormatLevel && isFirst) return 2
    return Math.min(this.#numbered + 1, DEEPEST)
  }

  /** （一）坚持项目带动。坚定不移… → heading and paragraph; the full stop leaves with the heading. */
  #splitRunIn(text: string, index: number): { level: number; heading: string; rest: string } | null {
    if (this.#isGlossary || this.#isAnnex || this.#items[index]?.isTableRow) return null
    if (this.#items[index]?.isNote) return null
    const level = this.#levelOfMark(text, index)
    if (level === null || isEntry(text)) return null
    const match = /^([^。！？；]{3,}?)([。！？])(.+)$/su.exec(text)
    const heading = match?.[1] ?? ''
    if (match === null || heading.length > MAX_RUN_IN_UTF16 || /\d+(?:\.\d+)?[%％亿万]/u.test(heading))
      return null
    return { level, heading: match[2] === '。' ? heading : heading + match[2], rest: match[3] ?? '' }
  }
}

type Kind = 'part' | 'section' | 'subsection' | 'number' | 'dash' | 'plain'

function kindOf(text: string): Kind {
  if (PART_MARK.test(text)) return 'part'
  if (SECTION_MARK.test(text)) return 'section'
  if (SUBSECTION_MARK.test(text)) return 'subsection'
  if (isNumbered(text)) return 'number'
  return isDashed(text) ? 'dash' : 'plain'
}

/** 第一部分 and 一、 are level 2 and （一） level 3; with parts above them 一、 is 3 and （一） 4. */
function markLevel(text: string, hasParts: boolean): number | null {
  const kind = kindOf(text)
  const shift = hasParts ? 1 : 0
  if (kind === 'part') return 2
  if (kind === 'section') return 2 + shift
  if (kind === 'subsection') return 3 + shift
  return null
}

/** 1. and —— are paragraphs first and headings only on a line of their own. */
function isEntry(text: string): boolean {
  const kind = kindOf(text)
  return kind === 'number' || kind === 'dash'
}

/** No heading: too long, or a clause behind a comma without a number before it. */
function isRunningText(text: string): boolean {
  return text.length > MAX_PLAIN_HEADING_UTF16 || (/，.{6,}，/u.test(text) && kindOf(text) === 'plain')
}

function isTitleLike(text: string): boolean {
  return text.length <= MAX_HEADING_UTF16 && !CLOSED.test(text)
}

function findNextMarks(items: readonly Paragraph[], hasParts: boolean): number[] {
  const next = items.map(() => -1)
  for (let index = items.length - 2; index >= 0; index--)
    next[index] =
      markLevel(items[index + 1]?.text ?? '', hasParts) === null ? (next[index + 1] ?? -1) : index + 1
  return next
}

/** Paragraphs in, the outline out: headings with their levels, run-in headings on a line of their own, entries apart. */
import { readNumber } from './chinese-number.ts'
import {
  ANNEX_HEADING,
  ENUMERATION_MARK,
  GLOSSARY_HEADING,
  isDashed,
  isNumbered,
  PART_MARK,
  SALUTATION,
  SECTION_MARK,
  SUBSECTION_MARK,
  startsBlock,
} from './marks.ts'
import { splitGlued } from './split-glued.ts'
import type { Paragraph } from './unwrap.ts'

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

const CLOSED = /[。！？；，、：:;,!?…][”’」』）)]*$/u
const YEAR_HEADING =
  /^(?:(?:过去|今后|未来).{1,3}年|(?:19|20)\d\d年|[“"]?十.五[”"]?(?:时期|期间)?).{0,26}(?:回顾|安排|任务|目标|思路|重点|总结|打算|要求|工作|成就|部署|情况)$/u

/** Divides the body of a report into headings and paragraphs. */
export function outline(paragraphs: readonly Paragraph[]): Block[] {
  const items = paragraphs.flatMap(splitGlued)
  const nested = findNestedSections(items)
  const state = new Outline(items, nested)
  return items.flatMap((item, index) => state.blocksOf(item, index))
}

/** Walks through the paragraphs and knows which headings stand open. */
class Outline {
  readonly #items: readonly Paragraph[]
  readonly #nested: ReadonlySet<number>
  readonly #hasParts: boolean
  readonly #topFormatLevel: number
  /** Level of the last numbered heading, and of the last heading at all. */
  #numbered = 1
  #isGlossary = false
  #isAnnex = false

  constructor(items: readonly Paragraph[], nested: ReadonlySet<number>) {
    this.#items = items
    this.#nested = nested
    this.#hasParts = items.filter((item) => PART_MARK.test(item.text) && isTitleLike(item.text)).length >= 2
    this.#topFormatLevel = Math.min(...items.map((item) => item.heading ?? DEEPEST))
  }

  blocksOf(item: Paragraph, index: number): Block[] {
    const { text, line, page } = item
    const level = this.#headingLevel(item, index)
    if (level !== null) return [{ level: this.#open(level, text), text: text.replace(/[：:]$/u, ''), line, page }]
    const runIn = this.#splitRunIn(text, index)
    if (runIn === null) return [{ level: 0, text, line, page }]
    return [
      { level: this.#open(runIn.level, runIn.heading), text: runIn.heading, line, page },
      { level: 0, text: runIn.rest, line, page },
    ]
  }

  #open(level: number, heading: string): number {
    if (markLevel(heading, this.#hasParts) !== null || level <= 2) this.#numbered = level
    if (level <= 2) {
      this.#isGlossary = GLOSSARY_HEADING.test(heading)
      this.#isAnnex = ANNEX_HEADING.test(heading)
    }
    return Math.min(level, DEEPEST)
  }

  #headingLevel(item: Paragraph, index: number): number | null {
    const { text } = item
    if (item.isTableRow || SALUTATION.test(text)) return null
    if (GLOSSARY_HEADING.test(text) || (ANNEX_HEADING.test(text) && text.length <= MAX_PLAIN_HEADING_UTF16)) return 2
    const marked = this.#levelOfMark(text, index)
    if (marked !== null) return this.#isHeadingLine(text, index) ? marked : null
    if (this.#isGlossary) return null
    if (YEAR_HEADING.test(text) && this.#isFollowed(index)) return 2
    if (item.heading !== null && text.length <= MAX_HEADING_UTF16) return this.#plainLevel(item, index)
    return this.#isPlainHeading(item, index) ? this.#plainLevel(item, index) : null
  }

  #levelOfMark(text: string, index: number): number | null {
    const level = markLevel(text, this.#hasParts)
    return level !== null && this.#nested.has(index) ? Math.min(this.#numbered + 1, DEEPEST) : level
  }

  /** A numbered line that is a heading from end to end. */
  #isHeadingLine(text: string, index: number): boolean {
    if (text.length > MAX_HEADING_UTF16) return false
    if (!CLOSED.test(text)) return !isEntry(text) || this.#isFollowed(index)
    // （一）加快发展。 or （一）加快发展： alone on its line is a heading when a body follows, and an item of a list when another item does.
    return /[。：:]$/u.test(text) && !/[。；]./u.test(text) && text.length <= MAX_RUN_IN_UTF16 && this.#isFollowed(index) && !this.#isGlossary
  }

  /** Running text stands below. */
  #isFollowed(index: number): boolean {
    const next = this.#items[index + 1]
    if (next === undefined) return false
    if (kindOf(next.text) === kindOf(this.#items[index]?.text ?? '') && kindOf(next.text) !== 'plain') return false
    return next.text.length >= MIN_BODY_UTF16 || startsBlock(next.text) || CLOSED.test(next.text)
  }

  #isPlainHeading(item: Paragraph, index: number): boolean {
    const { text } = item
    if (this.#isAnnex || CLOSED.test(text) || text.length > MAX_PLAIN_HEADING_UTF16 || text.length < 4) return false
    if (ENUMERATION_MARK.test(text) || /[。；]/u.test(text) || !/\p{Script=Han}{2}/u.test(text)) return false
    const before = this.#items[index - 1]
    const next = this.#items[index + 1]
    if (before !== undefined && !CLOSED.test(before.text) && before.text.length > MAX_PLAIN_HEADING_UTF16) return false
    if (next === undefined || SALUTATION.test(next.text)) return false
    return next.text.length >= MIN_BODY_UTF16 || SECTION_MARK.test(next.text) || SUBSECTION_MARK.test(next.text)
  }

  /** An unnumbered heading that numbered ones follow from the start stands beside 一、; any other below the open heading. */
  #plainLevel(item: Paragraph, index: number): number {
    const below = this.#items.slice(index + 1)
    const mark = below.find((other) => markLevel(other.text, this.#hasParts) !== null)
    const isFirst = mark !== undefined && markNumber(mark.text) === 1
    if (isFirst && SECTION_MARK.test(mark.text)) return 2
    if (isFirst && this.#numbered <= 2 && this.#numbered !== 1 && item.heading === null && isNear(below, mark)) return 2
    if (this.#numbered === 1) return 2
    if (item.heading !== null && item.heading === this.#topFormatLevel && isFirst) return 2
    return Math.min(this.#numbered + 1, DEEPEST)
  }

  /** （一）坚持项目带动。坚定不移… → heading and paragraph; the full stop leaves with the heading. */
  #splitRunIn(text: string, index: number): { level: number; heading: string; rest: string } | null {
    if (this.#isGlossary || this.#isAnnex || this.#items[index]?.isTableRow) return null
    const level = this.#levelOfMark(text, index)
    if (level === null || isEntry(text)) return null
    const match = /^([^。！？；]{3,}?)([。！？])(.+)$/su.exec(text)
    const heading = match?.[1] ?? ''
    if (match === null || heading.length > MAX_RUN_IN_UTF16 || /\d+(?:\.\d+)?[%％亿万]/u.test(heading)) return null
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

function isTitleLike(text: string): boolean {
  return text.length <= MAX_HEADING_UTF16 && !CLOSED.test(text)
}

function isNear(below: readonly Paragraph[], mark: Paragraph): boolean {
  return below.indexOf(mark) <= 4
}

function markNumber(text: string): number {
  const match = /^[第（(]?([一二三四五六七八九十百]{1,4})/u.exec(text)
  return match === null ? Number.NaN : readNumber(match[1] ?? '')
}

/** 一、 to 十、 between 二、 and 三、 number a list within 二、 and are no sections. */
function findNestedSections(items: readonly Paragraph[]): Set<number> {
  const marks = items.flatMap((item, index) => (SECTION_MARK.test(item.text) ? [{ index, value: markNumber(item.text) }] : []))
  const nested = new Set<number>()
  let outer = 0
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]
    if (mark === undefined || nested.has(mark.index)) continue
    const resume = marks.findIndex((other, later) => later > at && other.value === outer + 1)
    if (mark.value === 1 && outer >= 1 && resume > 0 && marks[resume]?.value !== 2) {
      for (const other of marks.slice(at, resume)) nested.add(other.index)
    } else if (mark.value === 1 && outer === 1 && resume > 0 && marks.filter((other) => other.value === 2).length === 2) {
      const second = marks.findLastIndex((other) => other.value === 2)
      for (const other of marks.slice(at, second)) nested.add(other.index)
    } else outer = mark.value
  }
  return nested
}

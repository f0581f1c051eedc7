/** Turns lines of text into whole paragraphs: hard wraps and page breaks are undone by the page's own width. */

import type { Line } from './clean.ts'
import { type Continuity, measureContinuity } from './continuity.ts'
import { EM_COLUMNS, removeLayoutSpaces } from './line.ts'
import { isSectionMarked, markNumber, SALUTATION, startsBlock } from './marks.ts'
import { type Measure, measureLines } from './measure.ts'
import { CELL_BORDER } from './tables.ts'

/** Text as the author divided it: a paragraph or a heading. */
export interface Paragraph {
  readonly text: string
  /** Number of the source line on which it starts. */
  readonly line: number
  readonly page: number | null
  /** Heading level that the format or a Markdown mark states, or null. */
  readonly heading: number | null
  /** UTF-16 units at the start of `text` that are set in bold. */
  readonly boldStart: number
  readonly isTableRow: boolean
  /** It is a note at the foot of a page. */
  readonly isNote: boolean
}

const CLOSED = /[。！？!?…][”’」』）)】》]*$/u
const PAUSED = /[，、；：:,;“‘（(《][”’]?$/u
/** A first line is indented by two ems. */
const INDENT_COLUMNS = 2 * EM_COLUMNS
/** Letters and figures are narrower than their columns say. */
const SLACK_COLUMNS = 2
/** Where lines are not wrapped, a shorter line without a full stop is a heading and not the top of a cut paragraph. */
const MIN_CUT_UTF16 = 34
/** From this many surely cut paragraphs on, page breaks are what cuts this source. */
const MIN_CUTS = 3
/** The two characters belong together as in a word. */
const STRONG_NATS = 1.2
/** Lines of an open paragraph’s either end that are looked at. */
const MAX_END_LINES = 4
/** No heading runs over more lines. */
const MAX_HEADING_LINES = 4
/** A stray piece of a sentence that a link in the page put on a line of its own. */
const MAX_PIECE_UTF16 = 26

/** Joins lines to paragraphs. */
export function unwrap(lines: readonly Line[]): Paragraph[] {
  const measures = measureLines(lines)
  const continuity = measureContinuity(lines.map((line) => line.text))
  const joiner = new Joiner(lines, measures, continuity)
  const paragraphs: Line[][] = []
  lines.forEach((line, index) => {
    const open = paragraphs.at(-1)
    if (open !== undefined && joiner.joins(open, index)) open.push(line)
    else paragraphs.push([line])
  })
  return paragraphs.map(joinLines)
}

/** Beginning and end of what stands in the open paragraph: all that the judgement looks at, however long it grew. */
function endsOf(open: readonly Line[]): string {
  const lines =
    open.length <= 2 * MAX_END_LINES ? open : [...open.slice(0, MAX_END_LINES), ...open.slice(-MAX_END_LINES)]
  return lines.map((line) => line.text).join('')
}

/** Decides line by line whether the open paragraph goes on. */
class Joiner {
  readonly #lines: readonly Line[]
  readonly #measures: readonly (Measure | null)[]
  readonly #continuity: Continuity
  #sentences: Sentences | null = null
  readonly #hasPageBreaks: boolean
  readonly #hasLinks: boolean
  readonly #hasBlanks: boolean

  constructor(lines: readonly Line[], measures: readonly (Measure | null)[], continuity: Continuity) {
    this.#lines = lines
    this.#measures = measures
    this.#continuity = continuity
    this.#hasLinks = countPieces(lines, continuity) >= MIN_CUTS
    this.#hasPageBreaks = countCuts(lines, continuity) >= MIN_CUTS
    this.#hasBlanks = setsBlanks(lines)
  }

  joins(open: readonly Line[], index: number): boolean {
    const a = open.at(-1)
    const b = this.#lines[index]
    if (a === undefined || b === undefined) return false
    if (a.isBlock || b.isBlock || a.isTableRow || b.isTableRow || a.heading !== null || b.heading !== null)
      return false
    // Where a heading fills the last line of a page, print does not show that the next one opens.
    if (isSectionMarked(a.text) && isSectionMarked(b.text) && !/[，。；]/u.test(a.text)) return false
    const next = this.#lines[index + 1]
    // A heading that stands as far left as wrapped lines do; a paragraph's last line ends in a mark.
    if (isSectionMarked(b.text) && CLOSED.test(a.text) && !CLOSED.test(b.text) && next?.opens === true)
      return false
    if (b.opens !== null) return !b.opens
    if (SALUTATION.test(b.text)) return false
    if (/^[，。、；：！？”’）》,;:]/u.test(b.text)) return true
    const measure = this.#measures[index - 1] ?? null
    if (measure !== null && measure === this.#measures[index])
      return (
        !(this.#hasBlanks && isBlankBetween(a, b) && CLOSED.test(a.text)) &&
        joinsWrapped(a, b, { next, open, measure, continuity: this.#continuity })
      )
    return this.#joinsCut(endsOf(open), a, b, next)
  }

  /** Lines that are paragraphs, save where a page break or a link cut one. */
  #joinsCut(text: string, a: Line, b: Line, next: Line | undefined): boolean {
    if (startsBlock(b.text)) return false
    if (isOpenQuote(text)) return true
    // 筑牢生态屏障。… and 深化污染防治。… are two of a list, though the first lost its full stop.
    if (/[”’」』）)》]$/u.test(text) && hasLead(text) && hasLead(b.text)) return false
    if (CLOSED.test(text)) return joinsLead(a, b)
    if (this.#hasLinks && this.#joinsPiece(a, b, next)) return true
    if (text.length < MIN_CUT_UTF16 && !/[。；]/u.test(text)) return false
    if (PAUSED.test(text)) return !/[：:；;]$/u.test(text)
    if (startsBlock(text) && !/[。；]/u.test(text)) return false
    const isPiece = b.text.length <= MAX_PIECE_UTF16 && !CLOSED.test(b.text)
    if (isPiece && next !== undefined) {
      return (
        this.#continuity(a.text, b.text) > 0 ||
        this.#continuity(b.text, next.text) > 0 ||
        !this.#looksFinished(a.text, b.text)
      )
    }
    return this.#hasPageBreaks || this.#continuity(a.text, b.text) > 0 || !this.#looksFinished(a.text, b.text)
  }

  /** A link is a piece of a sentence: it goes on where it stands before the rest, and so does what stands before it. */
  #joinsPiece(a: Line, b: Line, next: Line | undefined): boolean {
    const isPiece = (line: Line): boolean =>
      line.text.length <= MAX_PIECE_UTF16 && !CLOSED.test(line.text) && !startsBlock(line.text)
    if (isPiece(a) && !isPiece(b)) return this.#continuity(a.text, b.text) > STRONG_NATS
    return (
      isPiece(b) &&
      next !== undefined &&
      this.#continuity(b.text, next.text) > STRONG_NATS &&
      this.#continuity(a.text, b.text) > 0
    )
  }

  /** A full stop is missing, rather than the rest of a sentence: both ends occur beside full stops elsewhere. */
  #looksFinished(a: string, b: string): boolean {
    this.#sentences ??= readSentences(this.#lines)
    const opening = b.slice(0, 2)
    return this.#sentences.endings.has(a.slice(-2)) && (this.#sentences.openings.get(opening) ?? 0) >= 2
  }
}

interface Sentences {
  /** Pairs of characters before a full stop. */
  readonly endings: ReadonlySet<string>
  /** How often a sentence or a line begins with a pair of characters. */
  readonly openings: ReadonlyMap<string, number>
}

function readSentences(lines: readonly Line[]): Sentences {
  const endings = new Set<string>()
  const openings = new Map<string, number>()
  for (const { text } of lines) {
    for (const sentence of text.split('。'))
      openings.set(sentence.slice(0, 2), (openings.get(sentence.slice(0, 2)) ?? 0) + 1)
    for (const sentence of text.split('。').slice(0, -1)) endings.add(sentence.slice(-2))
  }
  return { endings, openings }
}

/** Opens with a short sentence that says what the paragraph is about. */
function hasLead(text: string): boolean {
  return /^[^，。；：]{4,14}。./u.test(text)
}

/** A quotation mark or bracket stands open at the very end: the sentence goes on. */
function isOpenQuote(text: string): boolean {
  return /[“‘（《〈「『【〔][^”’）》〉」』】〕]{0,40}$/u.test(text) && text.length >= MAX_PIECE_UTF16
}

function isBlankBetween(a: Line | undefined, b: Line): boolean {
  return a !== undefined && b.number > a.number + 1
}

/** Blank lines divide the paragraphs: they do not stand below each line, nor within sentences, as page breaks do. */
function setsBlanks(lines: readonly Line[]): boolean {
  const above = lines.slice(0, -1).filter((line, index) => isBlankBetween(line, lines[index + 1] as Line))
  const open = above.filter(({ text }) => text.length >= MIN_CUT_UTF16 && !CLOSED.test(text))
  return above.length < lines.length * 0.5 && open.length < above.length * 0.1
}

/** Lines of running text that stop in mid-sentence where the next line goes on. */
function countCuts(lines: readonly Line[], continuity: Continuity): number {
  return lines.filter((line, index) => {
    const next = lines[index + 1]
    if (
      next === undefined ||
      line.isBlock ||
      CLOSED.test(line.text) ||
      line.text.length < MIN_CUT_UTF16 ||
      startsBlock(next.text)
    )
      return false
    return /[。，]/u.test(line.text) && (/[，、]$/u.test(line.text) || continuity(line.text, next.text) > 1)
  }).length
}

/** Short lines that go on from the line above and into the line below: links that the page set apart. */
function countPieces(lines: readonly Line[], continuity: Continuity): number {
  return lines.filter((line, index) => {
    const before = lines[index - 1]
    const next = lines[index + 1]
    if (before === undefined || next === undefined || line.isBlock || line.text.length > MAX_PIECE_UTF16)
      return false
    if (CLOSED.test(line.text) || CLOSED.test(before.text) || !/[，。；]/u.test(before.text + next.text))
      return false
    return continuity(before.text, line.text) > 0 && continuity(line.text, next.text) > 0
  }).length
}

/** A bold lead that a page break cut from its paragraph: the paragraph takes the lead's own words up again. */
function joinsLead(a: Line, b: Line): boolean {
  if (a.boldStart === 0 || a.boldStart < a.text.length || b.boldStart > 0 || b.text.length < MIN_CUT_UTF16)
    return false
  const clause = (a.text.split(/[，、：]/u).at(-1) ?? '').replace(/[^\p{Script=Han}]/gu, '')
  return [...clause].slice(1).some((char, index) => b.text.includes((clause[index] ?? '') + char))
}

interface Wrapped {
  readonly next: Line | undefined
  /** The lines of the open paragraph. */
  readonly open: readonly Line[]
  readonly measure: Measure
  readonly continuity: Continuity
}

function joinsWrapped(a: Line, b: Line, { next, open, measure, continuity }: Wrapped): boolean {
  const width = measure.width(a.text)
  const capacity = measure.columns - (open.length === 1 ? INDENT_COLUMNS : 0)
  const isFull = width + measure.width(firstUnit(b.text)) > capacity - SLACK_COLUMNS
  if (!isFull) return false
  if (measure.indent !== null) return b.indent < measure.indent
  const first = open[0]?.text ?? ''
  const isHeading =
    open.length <= MAX_HEADING_LINES &&
    isSectionMarked(first) &&
    !open.some((line) => line.text.includes('。'))
  if (CLOSED.test(a.text))
    return !startsBlock(b.text) && !goesOnCounting(first, b.text) && !looksLikeFirstLine(b, next, measure)
  if (!isHeading) return true
  // Below a heading that fills its line may stand its second line, another heading, or the text.
  if (isSectionMarked(b.text) || looksLikeFirstLine(b, next, measure)) return false
  return !isSentence(b.text) || continuity(a.text, b.text) > STRONG_NATS
}

/** Short running text of its own: 2023年，我们将重点抓好以下11个方面工作。 */
function isSentence(text: string): boolean {
  return /^[^。]{12,}[。：]$/u.test(text)
}

/** 六是… above, 七是… below. */
function goesOnCounting(first: string, next: string): boolean {
  return [first, next].every((line) => COUNTED.test(line)) && markNumber(first) + 1 === markNumber(next)
}

const COUNTED = /^[一二三四五六七八九十]{1,3}[是要]/u

/** A first line is full at two ems less than the others. */
function looksLikeFirstLine(b: Line, next: Line | undefined, measure: Measure): boolean {
  const width = measure.width(b.text)
  if (next === undefined || width < measure.columns - INDENT_COLUMNS - EM_COLUMNS) return false
  const couldTakeMore = width + measure.width(firstUnit(next.text)) <= measure.columns
  return width <= measure.columns - INDENT_COLUMNS + 1.5 && couldTakeMore
}

/** What a line break must keep together: a figure, a word, a character with the marks that cannot open a line. */
function firstUnit(text: string): string {
  return /^(?:[“‘（(《「]*(?:[\dA-Za-z.,%+/-]+|.)[，。、；：！？”’）》」,.;:!?)%]*)/u.exec(text)?.[0] ?? ''
}

function joinLines(lines: readonly Line[]): Paragraph {
  const first = lines[0] as Line
  const text = lines
    .map((line, index) => gap(lines[index - 1]?.text ?? '', line.text) + line.text)
    .join('')
    .split(CELL_BORDER)
    .map(removeLayoutSpaces)
    .join(CELL_BORDER)
  return {
    text,
    line: first.number,
    page: first.page,
    heading: first.heading,
    boldStart: Math.min(first.boldStart, text.length),
    isTableRow: first.isTableRow,
    isNote: first.isNote,
  }
}

/** Between two Latin words a line break stands for a space; anywhere else for nothing. */
function gap(before: string, after: string): string {
  return /[A-Za-z,.;]/.test(before.slice(-1)) && /^[A-Za-z]/.test(after) ? ' ' : ''
}

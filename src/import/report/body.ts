/** Divides the lines of a source into the report's head (title, meeting, speaker), its body, and what stands above and below them. */

import { lettersOf, withoutSpaces } from '../../text/normalizer.ts'
import { HEADS_OF_GOVERNMENT } from '../../text/place-name.ts'
import type { Dropped, Line } from '../lines/clean.ts'
import { cutGlued, furnitureReason, opensTail } from '../lines/furniture.ts'
import {
  ANNEX_HEADING,
  isMarked,
  isNumbered,
  SALUTATION,
  SECTION_MARK,
  startsBlock,
  TITLE,
  YEAR_HEADING,
} from '../lines/marks.ts'
import { DAY } from './read-date.ts'

export interface DividedLines {
  /** Lines above the body that tell title, meeting, date and speaker; the rest of them is in `dropped`. */
  readonly head: readonly Line[]
  readonly body: readonly Line[]
  readonly dropped: readonly Dropped[]
}

/** A line with at least this many UTF-16 units and a mark of punctuation is running text. */
const MIN_PROSE_UTF16 = 28
/** A teaser stands above the text. */
const MAX_TEASER_LINE = 60
/** So many letters of a teaser are looked for below it. */
const TEASER_LETTERS = 14

/** The head above a later copy of a report; none where it names no meeting: a date alone is the page's. */
export function findHeadAgain(lines: readonly Line[]): Line[] {
  return lines.some((line) => isMeetingLine(withoutSpaces(line.text))) ? findHead(lines) : []
}

/** Finds where the report begins and ends. */
export function divideLines(lines: readonly Line[]): DividedLines {
  const summaries = lines.filter(
    (line, index) => index < MAX_TEASER_LINE && isSummary(line, lines, index + 1),
  )
  const contents = findContents(lines)
  const isGone = new Set([...summaries, ...contents])
  const { lines: unglued, dropped: glued } = cutGluedEnds(lines.filter((line) => !isGone.has(line)))
  const split = unglued.flatMap(splitGluedHead)
  const start = withHeadingAbove(split, findStart(split))
  const end = findEnd(split, start)
  const head = findHead(split.slice(0, start))
  const isHead = new Set(head)
  const above = split.slice(0, start).filter((line) => !isHead.has(line))
  // Every copy of a page, and some pages on their own, print the title again.
  const headTexts = new Set(head.map((line) => withoutSpaces(line.text)))
  const isTitleAgain = (line: Line): boolean => isTitle(line) && headTexts.has(withoutSpaces(line.text))
  const body = split.slice(start, end)
  return {
    head,
    body: body.filter((line) => !isTitleAgain(line)),
    dropped: [
      ...summaries.map((line) => drop(line, 'teaser of the text below')),
      ...contents.map((line) => drop(line, 'table of contents')),
      ...glued,
      ...above.map((line) => drop(line, 'above the report')),
      ...body.filter(isTitleAgain).map((line) => drop(line, 'title again')),
      ...split.slice(end).map((line) => drop(line, 'below the report')),
    ].filter((item) => lettersOf(item.text) !== ''),
  }
}

function drop(line: Line, fallback: string): Dropped {
  return { line: line.number, text: line.text, reason: furnitureReason(line.text, 'edge') ?? fallback }
}

/** Watermarks glued to the first and the last lines. */
function cutGluedEnds(lines: readonly Line[]): { lines: Line[]; dropped: Dropped[] } {
  const dropped: Dropped[] = []
  const lastProse = lines.findLastIndex((line) => line.text.length > 60)
  const cut = lines.map((line, index) => {
    if (index > 2 && index < lines.length - 3 && index < lastProse) return line
    const { text, glued } = cutGlued(line.text)
    if (glued === '') return line
    dropped.push({
      line: line.number,
      text: glued.trim(),
      reason: furnitureReason(glued, 'anywhere') ?? 'advertising',
    })
    return { ...line, text }
  })
  return { lines: cut, dropped }
}

/** True for running text, as against navigation, captions and headings. */
function isProse(line: Line): boolean {
  return (
    line.text.length >= MIN_PROSE_UTF16 &&
    /[，。；,;]/u.test(line.text) &&
    furnitureReason(line.text, 'edge') === null
  )
}

/** 政府工作报告——2025年…会议上市长某某各位代表：… stands on one line where the source lost its line breaks. */
const GLUED_HEAD =
  /^(.{4,400}?(?:会议上?|报告).{0,60}?)((?:各位代表|各位委员|同志们)[^。：:！]{0,12}[：:].*)$/su

function splitGluedHead(line: Line): Line[] {
  const match = GLUED_HEAD.exec(line.text)
  if (match === null || SALUTATION.test(line.text)) return [line]
  return [
    { ...line, text: (match[1] ?? '').trim() },
    { ...line, text: match[2] ?? '', indent: 0, boldStart: 0 },
  ]
}

/** The salutation, or where there is none the first running text or numbered heading below the title. */
function findStart(lines: readonly Line[]): number {
  const salutation = lines.findIndex((line) => SALUTATION.test(line.text))
  const title = lastTitle(lines.slice(0, salutation < 0 ? Math.min(40, lines.length) : salutation))
  const from = title + 1
  const prose = lines.findIndex(
    (line, index) => index >= from && opensText(line, lines.slice(index + 1, index + 5)),
  )
  if (salutation < 0) return prose < 0 ? lines.length : prose
  if (prose < 0 || prose >= salutation) return salutation
  // Text above the first salutation: a caption or a summary is one line, a report whose head was cut has many.
  const above = lines.slice(prose, salutation).filter((line) => isProse(line))
  return above.length >= 2 || above.some((line) => line.text.length > 200) ? prose : salutation
}

/** A heading above the first running text belongs to the body: 2022年政府工作回顾. */
function withHeadingAbove(lines: readonly Line[], start: number): number {
  const before = lines[start - 1]
  if (before === undefined || SALUTATION.test(lines[start]?.text ?? '')) return start
  return YEAR_HEADING.test(withoutSpaces(before.text)) || SECTION_MARK.test(before.text) ? start - 1 : start
}

/** `below` are the next few lines. */
function opensText(line: Line, below: readonly Line[]): boolean {
  if (SECTION_MARK.test(line.text)) return below.some(isProse)
  return isProse(line) && !isMeetingLine(line.text)
}

/** The last line that is a title and nothing else, or -1. */
function lastTitle(lines: readonly Line[]): number {
  return lines.findLastIndex(isTitle)
}

function isTitle(line: Line): boolean {
  return (
    TITLE.test(withoutSpaces(line.text)) &&
    line.text.length < 80 &&
    furnitureReason(line.text, 'edge') === null
  )
}

/** A teaser repeats the first words of what stands below and ends in dots. */
function isSummary(line: Line, lines: readonly Line[], from: number): boolean {
  if (!/(?:\.{3}|…)$/u.test(line.text)) return false
  const words = lettersOf(line.text).slice(0, TEASER_LETTERS)
  return (
    words.length === TEASER_LETTERS &&
    lettersOf(
      lines
        .slice(from)
        .map((other) => other.text)
        .join(''),
    ).includes(words)
  )
}

/** Headings that stand again below: with the number of their page behind them, or below the word 目录. */
function findContents(lines: readonly Line[]): Line[] {
  const keys = lines.map((line) => withoutSpaces(line.text))
  const title = keys.indexOf('目录')
  return lines.slice(0, MAX_TEASER_LINE).filter((_, index) => {
    const key = keys[index] ?? ''
    const heading = key.replace(/[.…·—-]*\d{1,3}$/u, '')
    const isListed = heading === key ? title >= 0 && index > title && isMarked(key) : heading.length >= 4
    return isListed && keys.indexOf(heading, index + 1) > 0
  })
}

const HEAD_LINE =
  /第?[一二三四五六七八九十\d]+(?:届|次).{0,30}(?:大会|会议)|(?:人大|人民代表大会).{0,20}会议/u
const POST = new RegExp(`(?:${HEADS_OF_GOVERNMENT})`, 'u')

/** A line that names the meeting; running text may name one too but is longer. */
function isMeetingLine(text: string): boolean {
  return text.length < 110 && HEAD_LINE.test(text)
}

/**
 * Picks the lines that name title, meeting, date and speaker: those around the last title above the
 * body.
 */
function findHead(above: readonly Line[]): Line[] {
  const title = lastTitle(above)
  const isHeadLine = (line: Line): boolean => {
    const packed = withoutSpaces(line.text)
    if (furnitureReason(line.text, 'edge') !== null && !KEYED.test(packed)) return false
    return (
      TITLE.test(packed) ||
      isMeetingLine(packed) ||
      KEYED.test(packed) ||
      (packed.length < 60 && (POST.test(packed) || HEAD_DATE.test(packed)))
    )
  }
  const keyed = above.filter((line) => KEYED.test(withoutSpaces(line.text)) || isMeetingLine(line.text))
  const below = title < 0 ? above : above.slice(title)
  const meeting = below.findLastIndex((line) => isMeetingLine(withoutSpaces(line.text)) || isTitle(line))
  const named = below.filter(
    (line, index) => isHeadLine(line) || (meeting >= 0 && index > meeting && isNamePart(line)),
  )
  const titles = above.filter((line) => isTitle(line))
  const found = new Set([...keyed, ...named, ...titles])
  return above.filter((line) => found.has(line))
}

/** 标题：… 报告人：… lines of a collection's own header. */
const KEYED = /^(?:标题|报告人|发文单位|来源URL|年份|原文链接|网址)[:：]/u
const HEAD_DATE = new RegExp(`^[—–\\-－(（]*${DAY}`, 'u')

/** A name alone, or a piece of the speaker's line that a link cut off. */
function isNamePart(line: Line): boolean {
  const packed = withoutSpaces(line.text)
  return /^[\p{Script=Han}·•・.]{1,16}$/u.test(packed) && furnitureReason(line.text, 'edge') === null
}

/** Where the body ends: at the page's tail, or after the last line that is text, an entry or a table row. */
function findEnd(lines: readonly Line[], start: number): number {
  let end = lines.length
  let speechBelow = 0
  for (let index = lines.length - 1; index > start; index--) {
    const line = lines[index]
    if (line === undefined) continue
    if (opensTail(line.text)) end = index
    if (isSpeech(line)) speechBelow += 1
    if (speechBelow >= 2) break
  }
  const annex = lines.findIndex((line, index) => index > start && ANNEX_HEADING.test(line.text))
  while (end > start + 1 && !belongs(lines[end - 1], annex >= 0 && end - 1 > annex)) end -= 1
  end = cutAfterSpeech(lines, start, end)
  while (end > start + 1 && ANNEX_HEADING.test(lines[end - 1]?.text ?? '')) end -= 1
  return end
}

/** Below the last running text the first line of furniture ends the report, unless an annex or its entries follow. */
function cutAfterSpeech(lines: readonly Line[], start: number, end: number): number {
  const last = lines.slice(0, end).findLastIndex(isSpeech)
  if (last < start) return end
  const tail = lines.slice(last + 1, end)
  const cut = tail.findIndex(
    (line) => furnitureReason(line.text, 'edge') !== null && !/^\d+$/.test(line.text),
  )
  const isAnnex = tail.some(
    (line) => line.isTableRow || isNumbered(line.text) || ANNEX_HEADING.test(line.text),
  )
  return cut < 0 || isAnnex ? end : last + 1 + cut
}

/** Running text that closes with a full stop; a list of links does not. */
function isSpeech(line: Line): boolean {
  return isProse(line) && /[。！]/u.test(line.text)
}

function belongs(line: Line | undefined, inAnnex: boolean): boolean {
  if (line === undefined) return false
  const reason = furnitureReason(line.text, 'edge')
  if (reason !== null) return false
  if (inAnnex || line.isTableRow) return true
  return (
    /[。！？；!?;”）)…]$/u.test(line.text) ||
    isProse(line) ||
    startsBlock(line.text) ||
    isNumbered(line.text) ||
    line.heading !== null
  )
}

/** Turns source lines into lines of text, beside what was dropped and why: layout read off, escapes undone, furniture gone. */

import { addTo } from '../../text/maps.ts'
import { lettersOf, withoutSpaces } from '../../text/normalizer.ts'
import type { SourceLine } from '../source/source.ts'
import { type Continuity, measureContinuity } from './continuity.ts'
import { furnitureReason, PAGE_NUMBER } from './furniture.ts'
import { columns, decodeLeftovers } from './line.ts'
import { startsBlock } from './marks.ts'

/** A line with its layout read off and taken away. */
export interface Line {
  readonly text: string
  /** Number of the source line, from 1. */
  readonly number: number
  /** Columns of white space before the first character. */
  readonly indent: number
  /** Page of the original, or null. */
  readonly page: number | null
  /** A page of the original begins here, as far as page numbers tell. */
  readonly opensPage: boolean
  /** Heading level that the format or a Markdown mark states, or null. */
  readonly heading: number | null
  /** UTF-16 units at the start of `text` that are set in bold. */
  readonly boldStart: number
  /** The format says that the line is a paragraph by itself. */
  readonly isBlock: boolean
  readonly isTableRow: boolean
  /** It is of a note at the foot of a page. */
  readonly isNote: boolean
  /** Whether the line begins a paragraph, where the format knows. */
  readonly opens: boolean | null
}

/** Something of the source that is not in the report file. */
export interface Dropped {
  /** Number of the source line, from 1. */
  readonly line: number
  readonly text: string
  readonly reason: string
}

export interface CleanLines {
  readonly lines: readonly Line[]
  readonly dropped: readonly Dropped[]
}

/** Reads off the layout of each line, undoes written-out escapes, and takes furniture away. */
export function cleanLines(source: readonly SourceLine[]): CleanLines {
  const dropped: Dropped[] = []
  const lines: Line[] = []
  const pageBreaks = new Set<number>()
  let inComment = false
  source.forEach((raw, index) => {
    for (const part of decodeLeftovers(raw.text).split('\n')) {
      const comment = cutComments(part, inComment)
      inComment = comment.isOpen
      if (comment.cut !== '')
        dropped.push({ line: index + 1, text: comment.cut.trim(), reason: 'comment of the page' })
      const line = readLine(comment.text, raw, index + 1)
      if (line.text === '') continue
      const reason =
        raw.isRunning === true ? 'page number or running head' : furnitureReason(line.text, 'anywhere')
      if (reason === null) lines.push(line)
      else dropped.push({ line: line.number, text: line.text, reason })
      if (reason === PAGE_NUMBER) pageBreaks.add(lines.length)
    }
  })
  const paged = lines.map((line, index) => {
    const before = lines[index - 1]
    const opensPage = pageBreaks.has(index) || (before !== undefined && before.page !== line.page)
    return opensPage ? { ...line, opensPage } : line
  })
  const kept = dropRunningLines(paged, dropped, pageBreaks)
  return { lines: kept, dropped: dropped.filter((item) => lettersOf(item.text) !== '') }
}

/** HTML comments may run over many lines. */
function cutComments(text: string, wasOpen: boolean): { text: string; cut: string; isOpen: boolean } {
  let rest = wasOpen ? `<!--${text}` : text
  let kept = ''
  let cut = ''
  for (let open = rest.indexOf('<!--'); open >= 0; open = rest.indexOf('<!--')) {
    kept += rest.slice(0, open)
    const close = rest.indexOf('-->', open + 4)
    if (close < 0) return { text: kept, cut: cut + rest.slice(open + 4), isOpen: true }
    cut += rest.slice(open, close + 3)
    rest = rest.slice(close + 3)
  }
  return { text: kept + rest, cut, isOpen: false }
}

/** Markdown's # and ** become facts about the line; so does its indentation. */
function readLine(part: string, raw: SourceLine, number: number): Line {
  // A tab at the head of a table row is an empty cell.
  const trim = (text: string): string => (raw.isTableRow === true ? trimSpaces(text) : text.trim())
  const trimmed = trim(part)
  const hashes = /^(#{1,6})\s+/u.exec(trimmed)
  const marked = hashes === null ? trimmed : withoutHashes(trimmed.slice(hashes[0].length))
  const bold = /^[—\-\s]*(?:\*\*|__)(.+?)(?:\*\*|__)/u.exec(marked)
  const text = trim(marked.replace(/\*\*|(?<![\w])__|__(?![\w])/g, ''))
  const fromFormat = raw.bold?.find(([start]) => start === 0)?.[1] ?? 0
  return {
    text,
    number,
    indent: columns(/^\s*/u.exec(part)?.[0] ?? ''),
    page: raw.page ?? null,
    opensPage: false,
    heading: raw.heading ?? hashes?.[1]?.length ?? null,
    boldStart: Math.min(text.length, bold === null ? fromFormat : bold[0].replaceAll('*', '').length),
    isBlock: raw.isBlock ?? false,
    isTableRow: raw.isTableRow ?? false,
    isNote: raw.isNote ?? false,
    opens: raw.opens ?? null,
  }
}

/** Without white space at both ends, tabs excepted. */
function trimSpaces(text: string): string {
  return text.replace(/^[^\S\t]+|[^\S\t]+$/gu, '')
}

/** A Markdown heading may close with hashes as it opened. */
function withoutHashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '#') end -= 1
  return text.slice(0, end).trimEnd()
}

/** Page numbers stand further apart than the numbers of a list. */
const MIN_PAGE_LINES = 9
const MIN_REPEATS = 3
/** The page's number on one line with its head: 某县政府工作报告 第0页共0页. */
const HEAD_WITH_NUMBER = /第0页(?:[,，/]?共0页)?$|^第0页/u

/** Takes away bare page numbers and the running heads that repeat on every page, also where they cut a sentence. */
function dropRunningLines(
  lines: readonly Line[],
  dropped: Dropped[],
  pageBreaks: ReadonlySet<number>,
): Line[] {
  const bare = lines.flatMap((line, index) => (/^\d{1,3}$/.test(line.text) ? [index] : []))
  const pageNumbers = new Set(
    bare.filter((at, order) => {
      const before = bare[order - 1] ?? -MIN_PAGE_LINES
      const after = bare[order + 1] ?? lines.length + MIN_PAGE_LINES
      return (
        at - before >= MIN_PAGE_LINES &&
        after - at >= MIN_PAGE_LINES &&
        bare.length >= 2 &&
        isRising(at, before, lines)
      )
    }),
  )
  const places = new Map<string, number[]>()
  lines.forEach((line, index) => {
    const key = withoutSpaces(line.text).replace(/\d+/g, '0')
    if (!/[。！；，：:]$/u.test(key) && !startsBlock(line.text)) addTo(places, key, index)
  })
  const repeated = [...places].filter(([, found]) => found.length >= MIN_REPEATS)
  const continuity = repeated.length === 0 ? () => 0 : measureContinuity(lines.map((line) => line.text))
  const isRunning = (key: string, found: readonly number[]): boolean =>
    HEAD_WITH_NUMBER.test(key) ||
    found.filter((at) => pageBreaks.has(at) || pageBreaks.has(at + 1)).length * 2 > found.length ||
    cutsSentences(found, lines, continuity)
  const running = new Set(repeated.flatMap(([key, found]) => (isRunning(key, found) ? found : [])))
  return lines.filter((line, index) => {
    const reason = pageNumbers.has(index) ? PAGE_NUMBER : running.has(index) ? 'running head' : null
    if (reason !== null) dropped.push({ line: line.number, text: line.text, reason })
    return reason === null
  })
}

function isRising(at: number, before: number, lines: readonly Line[]): boolean {
  const previous = Number(lines[before]?.text ?? 0)
  return Number.isNaN(previous) || Number(lines[at]?.text) > previous
}

/**
 * A running head cuts sentences: the line above goes on in the line below, and neither goes on in it. Words of a
 * sentence that a link set apart go on both ways; a repeated heading stands between sentences.
 */
function cutsSentences(places: readonly number[], lines: readonly Line[], continuity: Continuity): boolean {
  const cuts = places.filter((at) => {
    const [before, line, after] = [
      lines[at - 1]?.text ?? '',
      lines[at]?.text ?? '',
      lines[at + 1]?.text ?? '',
    ]
    if (!/[\p{Script=Han}，、]$/u.test(before) || !/[，。、；]/u.test(before)) return false
    const goesOn = continuity(before, after)
    return goesOn > 0.5 && goesOn > continuity(before, line) + continuity(line, after)
  })
  return cuts.length * 2 > places.length
}

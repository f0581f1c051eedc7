/** Turns a passage and the places that match into the fragment to show. Rendering is somebody else's. */

import type { Passage } from '../corpus/report.ts'
import type { WeightedRange } from '../search/rank/matches.ts'
import { safeCut } from '../text/clip.ts'
import type { Range } from '../text/runs.ts'
import { cutWords } from '../text/words.ts'
import { markWords } from './highlights.ts'

export interface Snippet {
  /** A run of the passage's text, character for character, with `…` put before or after where it is cut. */
  readonly text: string
  /** Matches in `text`: sorted, merged, never on an added `…`. */
  readonly highlights: readonly Range[]
  /** The run that is shown, in `passage.text`. */
  readonly range: Range
}

export interface SnippetOptions {
  /** Longest snippet, its … included, in UTF-16 units. Default 200, at least 16. */
  readonly limit?: number
}

const DEFAULT_LIMIT_UTF16 = 200
const MIN_LIMIT_UTF16 = 16

/** A window may begin at `start` or stop at `end`; a stop leaves out the comma, a beginning comes after it. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly rank: CutRank
}

/** How well a cut reads: between words, behind a thing of a list, a clause, a part, a sentence. */
type CutRank = 0 | 1 | 2 | 3 | 4
const WORD_CUT = 0
const SENTENCE_CUT = 4

/** What a window's beginning is worth beside the weight it covers, as a share of all the query's weight. */
const START_BONUS = [0, 0.01, 0.03, 0.05, 0.08] as const
/** What all the matches beyond each term's best are worth. */
const AGAIN_BONUS = 0.1
/** What a window as long as the limit is worth. */
const FILL_BONUS = 0.05
/** What a window costs that has nothing but a lead-in before its first match. */
const LEAD_IN_PRICE = 0.1
/** What a window costs at the end of the paragraph beside an equal one at its beginning. */
const LATE_PRICE = 0.05
/** So much of a match counts as the whole of it. */
const LONG_MATCH_UTF16 = 100
/** The least that a match weighs beside the heaviest. */
const MIN_WEIGHT = 0.05
/** A stop at a better cut may leave this share of the limit unused. */
const STOP_SLACK = 0.12

/**
 * Cuts the best window out of a long paragraph: the one that covers the most of the query's weight, every term
 * counted once, and that begins just before its matches, because the answer mostly stands right after them.
 * A paragraph within the limit is shown whole.
 */
export function makeSnippet(
  passage: Passage,
  matches: readonly WeightedRange[],
  options: SnippetOptions = {},
): Snippet {
  const { text } = passage
  const limit = Math.max(options.limit ?? DEFAULT_LIMIT_UTF16, MIN_LIMIT_UTF16)
  const range: Range = text.length <= limit ? [0, text.length] : bestWindow(text, matches, limit)
  const [start, end] = range
  const before = start > 0 ? '…' : ''
  const after = end < text.length ? '…' : ''
  const shown = text.slice(start, end)
  const highlights = markWords(
    shown,
    matches.map(({ range: [from, to] }): Range => [Math.max(from, start) - start, Math.min(to, end) - start]),
  ).map(([from, to]): Range => [from + before.length, to + before.length])
  return { text: before + shown + after, highlights, range }
}

function bestWindow(text: string, found: readonly WeightedRange[], limit: number): Range {
  const cuts = findCuts(text, limit)
  const windowAt = ({ start }: Cut, index: number): Range => [
    start,
    stopOf(cuts, index, text.length, limit) ?? hardStop(text, start, limit),
  ]
  // Without a match in the text (the heading matched) a paragraph introduces itself best.
  if (found.length === 0) return windowAt(cuts[0] as Cut, 0)
  const heaviest = Math.max(...found.map(({ weight }) => weight)) || 1
  // A match without weight of its own is still better shown than nothing.
  const matches = found.map((match) => ({ ...match, weight: Math.max(match.weight, MIN_WEIGHT * heaviest) }))
  const coverage = coverageOf(matches)
  const all = coverage(0, text.length)
  const windows = cuts.slice(0, -1).map((cut, index) => {
    const range = windowAt(cut, index)
    const [start, end] = range
    const { once, again, first } = coverage(start, end)
    const score =
      once / all.once +
      AGAIN_BONUS * (again / (all.again || 1)) +
      START_BONUS[cut.rank] +
      FILL_BONUS * ((end - start) / limit) -
      LATE_PRICE * (start / text.length) -
      // What stands before the first match costs room behind the last, unless the paragraph ends there.
      (end < text.length ? LEAD_IN_PRICE * ((first - start) / limit) : 0)
    return { range, score }
  })
  return windows.reduce((best, one) => (one.score > best.score + 1e-9 ? one : best)).range
}

/** The furthest stop within the limit, or a better-reading one that wastes little; null when no cut is near enough. */
function stopOf(cuts: readonly Cut[], from: number, length: number, limit: number): number | null {
  const start = cuts[from]?.start ?? 0
  const room = limit - (start > 0 ? 1 : 0)
  if (length - start <= room) return length
  let furthest: Cut | undefined
  let best: Cut | undefined
  for (let index = from + 1; index < cuts.length; index++) {
    const cut = cuts[index]
    if (cut === undefined || cut.end - start > room - 1) break
    furthest = cut
    if (best === undefined || cut.rank >= best.rank) best = cut
  }
  if (furthest === undefined || best === undefined) return null
  return furthest.end - best.end <= limit * STOP_SLACK ? best.end : furthest.end
}

/** A word longer than the limit, as an address of the web, has to be cut somewhere: never inside a surrogate pair. */
function hardStop(text: string, start: number, limit: number): number {
  return safeCut(text, start + limit - (start > 0 ? 2 : 1))
}

interface Covered {
  /** Weight of the terms matched: each term's best match. */
  readonly once: number
  /** Of all their other matches. */
  readonly again: number
  /** Where the first match begins. */
  readonly first: number
}

/** Weighs the matches inside [start, end), for one window of a passage after the other. */
function coverageOf(matches: readonly WeightedRange[]): (start: number, end: number) => Covered {
  const numbers = new Map<number, number>()
  for (const { term } of matches) if (!numbers.has(term)) numbers.set(term, numbers.size)
  const terms = matches.map(({ term }) => numbers.get(term) as number)
  const best = new Float64Array(numbers.size)
  return (start, end) => {
    const matched: number[] = []
    let all = 0
    let first = end
    for (let at = 0; at < matches.length; at++) {
      const { range, weight } = matches[at] as WeightedRange
      const from = range[0]
      const to = range[1]
      if (from >= end || to <= start) continue
      // Of a match longer than a window, as of a pasted quote, any window can show only a part.
      const size = Math.min(to - from, LONG_MATCH_UTF16)
      const seen = weight * Math.min(1, (Math.min(to, end) - Math.max(from, start)) / size)
      all += seen
      first = Math.min(first, Math.max(from, start))
      const term = terms[at] as number
      const most = best[term] as number
      if (seen <= most) continue
      if (most === 0) matched.push(term)
      best[term] = seen
    }
    let once = 0
    for (const term of matched) {
      once += best[term] as number
      best[term] = 0
    }
    return { once, again: all - once, first }
  }
}

/** Closing marks stay with the sentence that they close. */
const CUT_MARKS = /([。！？!?]+|[；;：:]|[，,]|、|\.(?=\s|[”’」』）)"]|$)|…+|\s+)([”’」』）》】〉)\]"]*)/gu
const MARKS_BY_RANK = [' ', '、', '：:，,…', '；;', '。！？!?.']

function rankOf(mark: string): CutRank {
  const rank = MARKS_BY_RANK.findIndex((marks) => marks.includes(mark.charAt(0)))
  return Math.max(WORD_CUT, rank) as CutRank
}

/** Every place at which the text may be cut, in order, with its beginning and its end. */
function findCuts(text: string, limit: number): Cut[] {
  const cuts: Cut[] = [{ start: 0, end: 0, rank: SENTENCE_CUT }]
  for (const match of text.matchAll(CUT_MARKS)) {
    const [whole, mark = '', closers = ''] = match
    const start = match.index + whole.length
    if (start >= text.length || isInsideFigure(text, match.index, start)) continue
    const rank = rankOf(mark)
    const keepsMark = rank === SENTENCE_CUT || closers !== '' || mark.startsWith('…')
    addCuts(cuts, text, { start, end: keepsMark ? start : match.index, rank }, limit)
  }
  addCuts(cuts, text, { start: text.length, end: text.length, rank: SENTENCE_CUT }, limit)
  return cuts
}

/** Adds a cut; before it, where no mark stands for long, the ends of words. */
function addCuts(cuts: Cut[], text: string, cut: Cut, limit: number): void {
  const from = cuts.at(-1)?.start ?? 0
  if (cut.end - from > limit / 2) cuts.push(...wordCuts(text, from, cut.end))
  cuts.push(cut)
}

/** With what groups its digits, and the signs behind it that belong to it. */
const FIGURE = /[\p{N}\p{sc=Latin}\p{M}]+(?:[.．,:\s]\p{N}+)*[%％‰℃万亿千百]*/gu

function wordCuts(text: string, from: number, to: number): Cut[] {
  const piece = text.slice(from, to)
  const inFigure = new Set<number>()
  for (const { index, 0: figure } of piece.matchAll(FIGURE))
    for (let at = index + 1; at < index + figure.length; at++) inFigure.add(at)
  return [...cutWords(piece)]
    .filter(({ index }) => index > 0 && !inFigure.has(index))
    .map(({ index }) => ({ start: from + index, end: from + index, rank: WORD_CUT }))
}

/** 1,000 and 10:30 are no clause ends, nor are the spaces in 1 000. */
function isInsideFigure(text: string, start: number, end: number): boolean {
  return (
    /[,:.\s]/.test(text[start] ?? '') &&
    /[0-9０-９A-Za-z]/.test(text[start - 1] ?? '') &&
    /[0-9０-９A-Za-z]/.test(text[end] ?? '')
  )
}

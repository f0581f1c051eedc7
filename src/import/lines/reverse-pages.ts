/** Puts the lines of a wrapped text in reading order: a page whose lines stand bottom-up is turned over. */
import type { Line } from './clean.ts'
import { type Continuity, measureContinuity } from './continuity.ts'
import { EM_COLUMNS } from './line.ts'
import { startsBlock } from './marks.ts'
import type { Measure } from './measure.ts'

/** A run of lines that reads properly only from the bottom up; indices into the lines, `to` included. */
export interface ReversedRun {
  readonly from: number
  readonly to: number
}

/** Fewer lines than this are never turned: a list of short lines reads as well in both directions. */
const MIN_RUN_LINES = 5
/** A printed page has some 25 to 45 lines; extraction spoils a page at a time. */
const MAX_RUN_LINES = 80
/** Least gain a line, in nats: the reversed page of the first five reports gains 1.6, chance stays below 0.2. */
const MIN_GAIN_PER_LINE = 0.5
/** More than this the edges of a run cannot add: two joints fixed, two pages begun. */
const MAX_EDGES_NATS = 14
/** Least gain of a whole run, in nats. */
const MIN_GAIN = 8

/**
 * Finds reversed pages, which converters make of pages that were printed or scanned upside down: one of the first five reports
 * has one, and who imports would see no sign of it. They are told by how well each line's end continues in the next line's start.
 *
 * A line break that falls inside a word leaves two characters that elsewhere in the same text stand side by side.
 * The continuation of line x in line y scores the logarithm of how much oftener the pair occurs within lines than
 * chance would have it. A run is turned over when that makes the whole text continue much better.
 */
export function findReversedRuns(source: readonly Line[], measure: Measure): ReversedRun[] {
  const lines = source.map((line) => line.text)
  const score = scoreLayout(measureContinuity(lines), measure)
  const opensPage = (index: number): boolean => source[index]?.opensPage !== false
  const swap = lines.map((line, index) => {
    const before = lines[index - 1]
    return before === undefined ? 0 : score(line, before) - score(before, line)
  })
  const runs: ReversedRun[] = []
  let start = 0
  while (start < lines.length) {
    const best = bestRunFrom(start, { lines, score, opensPage, swap })
    if (best === null) start += 1
    else {
      runs.push({ from: best.from, to: best.to })
      start = best.to + 1
    }
  }
  return runs
}

/** Puts the lines of each run in the opposite order. */
export function turnRuns<T>(items: readonly T[], runs: readonly ReversedRun[]): T[] {
  const turned = [...items]
  for (const run of runs) {
    const page = items.slice(run.from, run.to + 1).reverse()
    turned.splice(run.from, page.length, ...page)
  }
  return turned
}

interface ScoredText {
  readonly lines: readonly string[]
  readonly score: Continuity
  /** Whether a page begins at this line, as at the end of the text. */
  readonly opensPage: (index: number) => boolean
  /** What is won between a line and the one above it when the two change places. */
  readonly swap: readonly number[]
}

interface ScoredRun extends ReversedRun {
  readonly gain: number
}

/** The best run among those that begin at `start` or, where they overlap it, a little later. */
function bestRunFrom(start: number, text: ScoredText): ScoredRun | null {
  const first = longestGain(start, text)
  if (first === null) return null
  let best = first
  for (let from = start + 1; from <= first.to - MIN_RUN_LINES + 1; from++) {
    const run = longestGain(from, text)
    if (run !== null && run.gain > best.gain) best = run
  }
  return best
}

/** No run goes over the edge of a page: two pages that stand bottom-up one behind the other are in order. */
function longestGain(from: number, { lines, score, opensPage, swap }: ScoredText): ScoredRun | null {
  const at = (index: number): string => lines[index] ?? ''
  let best: ScoredRun | null = null
  let inner = 0
  for (let to = from + 1; !opensPage(to) && to - from < MAX_RUN_LINES; to++) {
    inner += swap[to] ?? 0
    const least = Math.max(MIN_GAIN, MIN_GAIN_PER_LINE * (to - from + 1))
    if (to - from + 1 < MIN_RUN_LINES || inner + MAX_EDGES_NATS < least) continue
    const joints =
      score(at(from - 1), at(to)) +
      score(at(from), at(to + 1)) -
      score(at(from - 1), at(from)) -
      score(at(to), at(to + 1))
    const pages = [from, to + 1].filter(opensPage).length
    const gain = inner + joints + PAGE_NATS * pages
    if (gain >= least && (best === null || gain > best.gain)) best = { from, to, gain }
  }
  return best
}

const CLOSED = /[。！？!?：:][”’」』）)]*$/u
/** What a wrong join of lines by their shape costs, in nats. */
const MISFIT_NATS = 1

/** Adds what the shape of the lines tells: a paragraph ends in a short line, and begins with a shorter first one. */
function scoreLayout(continuity: Continuity, { columns: full, width }: Measure): Continuity {
  const indent = 2 * EM_COLUMNS
  return (x, y) => {
    if (x === '' || y === '') return 0
    const isShort = width(x) < full - indent - EM_COLUMNS
    // Below a heading anything may stand.
    if (isShort && startsBlock(x) && !CLOSED.test(x)) return 0
    const opens = startsBlock(y) || width(y) <= full - indent + 1
    if (CLOSED.test(x)) return isShort && !opens ? -MISFIT_NATS : 0
    if (startsBlock(y)) return isShort ? 0 : -MISFIT_NATS
    return isShort ? -MISFIT_NATS : continuity(x, y)
  }
}

/** What the edge of a page, told by its number, is worth as the edge of a run, in nats. */
const PAGE_NATS = 4

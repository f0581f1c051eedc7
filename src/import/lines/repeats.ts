/** Takes out of a source what it prints twice: duplicated paragraphs and teasers of the text. */
import { withoutSpaces } from '../../text/normalizer.ts'
import type { Dropped, Line } from './clean.ts'

/** Shorter lines may well be said twice. */
const MIN_REPEAT_UTF16 = 30
/** The head of a report has no more lines, and no longer ones. */
const MAX_HEAD_LINES = 8
const MAX_HEAD_UTF16 = 110
/** From this share of repeated running text on the source is duplicated as a whole; below it the speaker repeats himself. */
const MIN_SHARE = 0.25

export interface WithoutRepeats {
  readonly lines: readonly Line[]
  readonly dropped: readonly Dropped[]
  /** Short lines that stand only above the later copies: their heads may tell what the first copy leaves out. */
  readonly heads: readonly Line[]
  /** Words for the person who imports, or null. */
  readonly warning: string | null
}

/** Keeps the first copy of each paragraph of a source that prints its text twice. */
export function dropRepeats(lines: readonly Line[]): WithoutRepeats {
  const firstAt = new Map<string, number>()
  const repeatOf = new Map<number, number>()
  let long = 0
  lines.forEach((line, index) => {
    const key = withoutSpaces(line.text)
    if (key.length < MIN_REPEAT_UTF16) return
    long += key.length
    const first = firstAt.get(key)
    if (first === undefined) firstAt.set(key, index)
    else repeatOf.set(index, first)
  })
  const repeated = [...repeatOf.keys()].reduce((sum, index) => sum + (lines[index]?.text.length ?? 0), 0)
  if (repeated < long * MIN_SHARE || repeatOf.size === 0)
    return { lines, dropped: [], heads: [], warning: null }
  const gone = new Set(repeatOf.keys())
  addShortLines(lines, gone)
  const dropped = [...gone]
    .sort((a, b) => a - b)
    .map((index) => {
      const line = lines[index] as Line
      const first = lines[repeatOf.get(index) ?? index]?.number ?? line.number
      return { line: line.number, text: line.text, reason: `repeats line ${first}` }
    })
  return {
    lines: lines.filter((_, index) => !gone.has(index)),
    dropped,
    heads: findHeads(lines, gone),
    warning: `the source prints its text twice: ${repeatOf.size} repeated paragraphs left out`,
  }
}

/** The kept lines right above the first line of a later copy. */
function findHeads(lines: readonly Line[], gone: ReadonlySet<number>): Line[] {
  const heads: Line[] = []
  lines.forEach((_, index) => {
    if (!gone.has(index) || gone.has(index - 1)) return
    for (let at = index - 1; at >= 0 && !gone.has(at) && index - at <= MAX_HEAD_LINES; at--) {
      const line = lines[at] as Line
      if (line.text.length > MAX_HEAD_UTF16 || /[。！？；]$/u.test(line.text)) break
      heads.unshift(line)
    }
  })
  return heads
}

/** Short lines that were printed before belong to the second copy when they stand next to its paragraphs. */
function addShortLines(lines: readonly Line[], gone: Set<number>): void {
  const seen = new Set<string>()
  let waiting: number[] = []
  let wasGone = false
  lines.forEach((line, index) => {
    const key = withoutSpaces(line.text)
    if (key.length >= MIN_REPEAT_UTF16) {
      wasGone = gone.has(index)
      if (wasGone) for (const before of waiting) gone.add(before)
      waiting = []
    } else if (seen.has(key)) {
      if (wasGone) gone.add(index)
      else waiting.push(index)
    } else {
      seen.add(key)
      wasGone = false
      waiting = []
    }
  })
}

/** Turns a quote and a stretch of a report into the runs of it that the quote stands for, and what differs. */
import { alignRuns, type DiffPart, type Runs } from './align.ts'
import { findChain } from './blocks.ts'
import type { Quote } from './exact.ts'
import {
  equalMarks,
  inOneScript,
  isInsideCode,
  isMark,
  tokensOf,
  trimMarks,
  type UnitRun,
  type UnitText,
} from './units.ts'

export interface QuoteDiff {
  /** The runs of the text that the quote's parts stand for. */
  readonly runs: readonly UnitRun[]
  /** `same` and `missing` put together are those runs as printed. */
  readonly parts: readonly DiffPart[]
  /** Share of the characters and figures of both that are the same, from 0 to 1. */
  readonly similarity: number
  /** True when every word and figure is right and only punctuation differs. */
  readonly onlyPunctuation: boolean
}

/** Finds where the quote's parts stand, one after the other, and compares; null when nothing of it is there. */
export function diffQuote(given: Quote, givenText: UnitText): QuoteDiff | null {
  const [quoteText, text] = inOneScript(given.text, givenText)
  const quote = { ...given, text: quoteText }
  const runs: UnitRun[] = []
  const parts: DiffPart[] = []
  let [same, total, onlyPunctuation, from] = [0, 0, true, 0]
  for (const [index, part] of quote.parts.entries()) {
    const runsOfPart = findRuns(quote.text, part, text, from)
    const run = runsOfPart.textRun
    const diff = alignRuns(runsOfPart)
    if (index > 0) parts.push({ kind: 'cut', text: '……' })
    parts.push(...diff.parts)
    same += diff.same
    total += diff.total
    onlyPunctuation &&= diff.onlyPunctuation
    if (run[0] === run[1]) continue
    runs.push(run)
    from = run[1]
  }
  if (runs.length === 0) return null
  return { runs, parts, similarity: same / total, onlyPunctuation }
}

/** What a quote has to be found in a text, counted once for all texts. */
interface Counted {
  /** Its characters, figures and Latin words, without the marks at the ends of its parts. */
  readonly tokens: readonly string[]
  readonly marksAtEnds: number
}

const counted = new WeakMap<Quote, Counted>()

function countTokens(quote: Quote): Counted {
  const known = counted.get(quote)
  if (known !== undefined) return known
  const words = quote.parts.map((part) => trimMarks(quote.text, part))
  const tokens = words.flatMap((run) => tokensOf(quote.text, run).map(({ key }) => key))
  const marksAtEnds = quote.parts.reduce(
    (sum, [start, end], index) => sum + end - start - ((words[index]?.[1] ?? 0) - (words[index]?.[0] ?? 0)),
    0,
  )
  const made = { tokens, marksAtEnds }
  counted.set(quote, made)
  return made
}

/**
 * No text is more like the quote than this, which takes a fraction of the time that comparing them takes: of the tokens
 * that are the same there are at most as many as the text has units, and as many as it has at any place.
 */
export function mostSimilar(quote: Quote, text: UnitText): number {
  const { tokens, marksAtEnds } = countTokens(quote)
  let held = 0
  for (const token of tokens) if (text.keys.includes(token)) held++
  const most = text.keys.length
  const marks = Math.min(marksAtEnds, Math.max(0, most - held))
  const same = Math.min(held + marks, most)
  return (2 * same) / (same + tokens.length + marks)
}

/** The part of the quote and the run of the text that it stands for, both with the marks at their ends that are the same in both. */
function findRuns(quote: UnitText, part: UnitRun, text: UnitText, from: number): Runs {
  const words = trimMarks(quote, part)
  const blocks = findChain(quote.keys, words, text.keys, [from, text.keys.length])
  const first = blocks[0]
  const last = blocks.at(-1)
  if (first === undefined || last === undefined) {
    return { quote, quoteRun: words, text, textRun: [from, from], blocks }
  }
  const start = extendBack({ quote, wrong: [words[0], first.quote], text, limit: from }, first.text)
  const wrongEnd: UnitRun = [last.quote + last.length, words[1]]
  const end = extendOn({ quote, wrong: wrongEnd, text, limit: text.keys.length }, last.text + last.length)
  const before = equalMarks(quote, text, { quoteAt: words[0] - 1, textAt: start - 1, step: -1 })
  const after = equalMarks(quote, text, { quoteAt: words[1], textAt: end, step: 1 })
  return {
    quote,
    quoteRun: [words[0] - before, words[1] + after],
    text,
    textRun: [start - before, end + after],
    blocks,
  }
}

/** Up to this many wrong units at an end of the quote stand for as many of the text; more are foreign to it. */
const MAX_WRONG_END_UNITS = 4
const SENTENCE_END = /[。!?;]/u
const STOP = /[,、;:。!?]/u

interface WrongEnd {
  readonly quote: UnitText
  /** The units at the end of the quote that the equal blocks leave over. */
  readonly wrong: UnitRun
  readonly text: UnitText
  /** The text's unit that it may not go beyond. */
  readonly limit: number
}

function extendBack({ quote, wrong, text, limit }: WrongEnd, at: number): number {
  let start = at
  const steps = wrong[1] - wrong[0] <= MAX_WRONG_END_UNITS ? wrong[1] - wrong[0] : 0
  for (let step = 1; step <= steps && start > limit; step++) {
    if (!standsFor(quote, wrong[1] - step, text, start - 1)) break
    start--
  }
  while (start > limit && start < at && isInsideCode(text, start)) start--
  return start
}

function extendOn({ quote, wrong, text, limit }: WrongEnd, at: number): number {
  let end = at
  const steps = wrong[1] - wrong[0] <= MAX_WRONG_END_UNITS ? wrong[1] - wrong[0] : 0
  for (let step = 0; step < steps && end < limit; step++) {
    if (!standsFor(quote, wrong[0] + step, text, end)) break
    end++
  }
  while (end < limit && end > at && isInsideCode(text, end)) end++
  return end
}

/** A wrong word stands for a word, a wrong stop for a stop; what comes after the end of a sentence is not missing. */
function standsFor(quote: UnitText, typed: number, text: UnitText, printed: number): boolean {
  if (SENTENCE_END.test(text.keys[printed] ?? '')) return false
  return isMark(text, printed) ? STOP.test(quote.keys[typed] ?? '') : !isMark(quote, typed)
}

/** Turns a quote and a stretch of a report into the runs of it that the quote stands for, and what differs. */
import { getOrMake } from '../../text/maps.ts'
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
  const words = quote.parts.map((part) => trimMarks(quote.text, part))
  const tokens = words.flatMap((run) => tokensOf(quote.text, run).map(({ key }) => key))
  const marksAtEnds = quote.parts.reduce((sum, [start, end], index) => {
    const [from, to] = words[index] as UnitRun
    return sum + from - start + end - to
  }, 0)
  return { tokens, marksAtEnds }
}

/**
 * No text is more like the quote than this, which takes a fraction of the time that comparing them takes: of the tokens
 * that are the same there are at most as many as the text has units, and as many as it has at any place.
 */
export function mostSimilar(quote: Quote, text: UnitText): number {
  const { tokens, marksAtEnds } = getOrMake(counted, quote, () => countTokens(quote))
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
  const wrongStart: UnitRun = [words[0], first.quote]
  const start = extend({ quote, wrong: wrongStart, text, limit: from, step: -1 }, first.text)
  const wrongEnd: UnitRun = [last.quote + last.length, words[1]]
  const limit = text.keys.length
  const end = extend({ quote, wrong: wrongEnd, text, limit, step: 1 }, last.text + last.length)
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
  /** -1 before the equal blocks, 1 behind them. */
  readonly step: 1 | -1
}

function extend({ quote, wrong: [start, end], text, limit, step }: WrongEnd, from: number): number {
  const most = end - start <= MAX_WRONG_END_UNITS ? end - start : 0
  // A step back passes the unit before the place, one on that behind it.
  const unit = step === 1 ? 0 : -1
  const first = (step === 1 ? start : end) + unit
  let at = from
  for (let steps = 0; steps < most && at !== limit; steps++) {
    if (!standsFor(quote, first + steps * step, text, at + unit)) break
    at += step
  }
  while (at !== limit && at !== from && isInsideCode(text, at)) at += step
  return at
}

/** A wrong word stands for a word, a wrong stop for a stop; what comes after the end of a sentence is not missing. */
function standsFor(quote: UnitText, typed: number, text: UnitText, printed: number): boolean {
  if (SENTENCE_END.test(text.keys[printed] ?? '')) return false
  return isMark(text, printed) ? STOP.test(quote.keys[typed] ?? '') : !isMark(quote, typed)
}

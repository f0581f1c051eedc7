/** A quote and a text in, the run of the text that the quote stands for out, and a diff of the two by characters and whole figures. */
import { diffArrays } from 'diff'
import type { Quote } from './quote-exact.ts'
import { equalMarks, isInsideCode, isMark, trimMarks, type UnitRun, type UnitText } from './quote-text.ts'

/** One run of the comparison, in the order of the true text. */
export interface DiffPart {
  readonly kind: 'same' | 'missing' | 'added' | 'cut'
  /** `same` and `missing` (left out by the quote): as printed in the report; `added`: as typed; `cut`: the … of a quote that says that it leaves words out. */
  readonly text: string
}

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
export function diffQuote(quote: Quote, text: UnitText): QuoteDiff | null {
  const runs: UnitRun[] = []
  const parts: DiffPart[] = []
  let [same, total, onlyPunctuation, from] = [0, 0, true, 0]
  for (const [index, part] of quote.parts.entries()) {
    const [quoteRun, run] = findRuns(quote.text, part, text, from)
    const diff = diffRuns(quote.text, quoteRun, text, run)
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

/** The part of the quote and its run of the text, both with the marks at their ends that are the same in both. */
function findRuns(quote: UnitText, part: UnitRun, text: UnitText, from: number): [UnitRun, UnitRun] {
  const words = trimMarks(quote, part)
  const run = findRun(quote, words, text, [from, text.keys.length])
  if (run === null) return [words, [from, from]]
  const before = equalMarks(quote, text, { quoteAt: words[0] - 1, textAt: run[0] - 1, step: -1 })
  const after = equalMarks(quote, text, { quoteAt: words[1], textAt: run[1], step: 1 })
  return [
    [words[0] - before, words[1] + after],
    [run[0] - before, run[1] + after],
  ]
}

/** A run of equal units: `quote + i` equals `text + i` for every i below `length`. */
interface Block {
  readonly quote: number
  readonly text: number
  readonly length: number
}

/** Shortest run that counts as found: two characters in a short quote, four in a long one, where chance finds pairs. */
const LONG_QUOTE_UNITS = 300
const SHORT_BLOCK = 2
const LONG_BLOCK = 4

/**
 * Finds where the quote's run stands in the text, wrong characters, missing and foreign clauses allowed:
 * the chain of equal blocks in the same order in both that covers the most of the quote, less its gaps.
 */
function findRun(quote: UnitText, quoteRun: UnitRun, text: UnitText, textRun: UnitRun): UnitRun | null {
  const units = quoteRun[1] - quoteRun[0]
  const minLength = units > LONG_QUOTE_UNITS ? LONG_BLOCK : SHORT_BLOCK
  const blocks = findBlocks(quote.keys, quoteRun, text.keys, { run: textRun, minLength })
  const chain = bestChain(blocks)
  const first = chain[0]
  const last = chain.at(-1)
  if (first === undefined || last === undefined) return null
  const start = extendBack(text, first.text, first.quote - quoteRun[0], textRun[0])
  const quoteEnd = last.quote + last.length
  const end = extendOn(text, last.text + last.length, quoteRun[1] - quoteEnd, textRun[1])
  return [start, end]
}

/** All maximal runs of at least `minLength` equal units. */
function findBlocks(
  quote: string,
  quoteRun: UnitRun,
  text: string,
  options: { readonly run: UnitRun; readonly minLength: number },
): Block[] {
  const { run, minLength } = options
  const places = new Map<string, number[]>()
  for (let at = quoteRun[0]; at + minLength <= quoteRun[1]; at++) {
    const gram = quote.slice(at, at + minLength)
    const known = places.get(gram)
    if (known === undefined) places.set(gram, [at])
    else known.push(at)
  }
  const blocks: Block[] = []
  for (let at = run[0]; at + minLength <= run[1]; at++) {
    for (const place of places.get(text.slice(at, at + minLength)) ?? []) {
      // The middle of a block that began earlier.
      if (place > quoteRun[0] && at > run[0] && quote[place - 1] === text[at - 1]) continue
      let length = minLength
      while (
        place + length < quoteRun[1] &&
        at + length < run[1] &&
        quote[place + length] === text[at + length]
      ) {
        length++
      }
      blocks.push({ quote: place, text: at, length })
    }
  }
  return blocks
}

/** More blocks than this come from hostile repetition; the longest are kept. */
const MAX_BLOCKS = 1_500

/** The chain with the most units found, less a price for what lies between: a long gap costs little more than a short one. */
function bestChain(found: readonly Block[]): Block[] {
  const blocks =
    found.length <= MAX_BLOCKS
      ? [...found]
      : [...found].sort((a, b) => b.length - a.length).slice(0, MAX_BLOCKS)
  blocks.sort((a, b) => a.text - b.text || a.quote - b.quote)
  const scores: number[] = []
  const previous: number[] = []
  let best = -1
  blocks.forEach((block, index) => {
    let score = block.length
    let from = -1
    for (let before = 0; before < index; before++) {
      const gain = (scores[before] ?? 0) + gainAfter(blocks[before], block)
      if (gain > score) {
        score = gain
        from = before
      }
    }
    scores.push(score)
    previous.push(from)
    if (best < 0 || score > (scores[best] ?? 0)) best = index
  })
  const chain: Block[] = []
  for (let at = best; at >= 0; at = previous[at] ?? -1) {
    const block = blocks[at]
    if (block !== undefined) chain.unshift(block)
  }
  return chain
}

function gainAfter(before: Block | undefined, block: Block): number {
  if (before === undefined) return 0
  const overlap = Math.max(
    0,
    before.quote + before.length - block.quote,
    before.text + before.length - block.text,
  )
  const gain = block.length - overlap
  if (gain <= 0 || block.text < before.text || block.quote < before.quote) return Number.NEGATIVE_INFINITY
  const quoteGap = block.quote + overlap - before.quote - before.length
  const textGap = block.text + overlap - before.text - before.length
  const unequal = Math.abs(quoteGap - textGap)
  return gain - 0.3 * Math.min(quoteGap, textGap) - (unequal === 0 ? 0 : 1 + 0.1 * unequal)
}

/** Up to this many wrong units at an end of the quote stand for as many of the text; more are foreign to it. */
const MAX_WRONG_END_UNITS = 4
const SENTENCE_END = /[。!?;]/u

function extendBack(text: UnitText, at: number, wrong: number, limit: number): number {
  let start = at
  const steps = wrong <= MAX_WRONG_END_UNITS ? wrong : 0
  for (let step = 0; step < steps && start > limit && !SENTENCE_END.test(text.keys[start - 1] ?? ''); step++)
    start--
  while (start > limit && start < at && isInsideCode(text, start)) start--
  return start
}

function extendOn(text: UnitText, at: number, wrong: number, limit: number): number {
  let end = at
  const steps = wrong <= MAX_WRONG_END_UNITS ? wrong : 0
  for (let step = 0; step < steps && end < limit && !SENTENCE_END.test(text.keys[end] ?? ''); step++) end++
  while (end < limit && end > at && isInsideCode(text, end)) end++
  return end
}

/** A character, or a whole figure or Latin word. */
interface DiffToken {
  readonly key: string
  readonly run: UnitRun
}

interface RunDiff {
  readonly parts: readonly DiffPart[]
  /** Numbers of tokens, both sides counted. */
  readonly same: number
  readonly total: number
  readonly onlyPunctuation: boolean
}

/** Compares by characters, figures and Latin words kept whole. */
function diffRuns(quote: UnitText, quoteRun: UnitRun, text: UnitText, textRun: UnitRun): RunDiff {
  const typed = tokensOf(quote, quoteRun)
  const printed = tokensOf(text, textRun)
  const changes = diffArrays(
    printed.map((token) => token.key),
    typed.map((token) => token.key),
  )
  const edits: Edit[] = []
  let atPrinted = 0
  let atTyped = 0
  for (const { added, removed, count } of changes) {
    const kind = added ? 'added' : removed ? 'missing' : 'same'
    edits.push({ kind, printed: added ? 0 : count, typed: removed ? 0 : count })
    atPrinted += added ? 0 : count
    atTyped += removed ? 0 : count
  }
  const tidy = tidyEdits(edits, (at) => isMark(text, printed[at]?.run[0] ?? 0))
  return partsOf(tidy, { quote, typed, text, printed, total: atPrinted + atTyped })
}

function tokensOf(text: UnitText, [start, end]: UnitRun): DiffToken[] {
  const tokens: DiffToken[] = []
  for (let at = start; at < end; ) {
    let to = at + 1
    while (to < end && isInsideCode(text, to)) to++
    if (isHighSurrogate(text.keys, at) && to < end) to++
    tokens.push({ key: text.keys.slice(at, to), run: [at, to] })
    at = to
  }
  return tokens
}

function isHighSurrogate(keys: string, at: number): boolean {
  const code = keys.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}

/** Numbers of tokens on either side. */
interface Edit {
  readonly kind: 'same' | 'missing' | 'added' | 'changed'
  readonly printed: number
  readonly typed: number
}

/** Joins what was edited between two runs that are the same; a word that is equal by chance between edits joins them. */
function tidyEdits(edits: readonly Edit[], isMarkAt: (printed: number) => boolean): Edit[] {
  const joined: Edit[] = []
  let at = 0
  edits.forEach((edit, index) => {
    const last = joined.at(-1)
    const isSame = edit.kind === 'same' && (isMarkAt(at) || !isChance(last, edit, changeAfter(edits, index)))
    at += edit.printed
    if (last === undefined || last.kind === 'same' || isSame) {
      joined.push(edit.kind === 'same' ? edit : { ...edit, kind: 'changed' })
      return
    }
    const [printed, typed] = [last.printed + edit.printed, last.typed + edit.typed]
    joined[joined.length - 1] = { kind: 'changed', printed, typed }
  })
  return joined
}

/** The edits up to the next run that is the same, as one. */
function changeAfter(edits: readonly Edit[], index: number): Edit {
  let [printed, typed] = [0, 0]
  for (let at = index + 1; at < edits.length && edits[at]?.kind !== 'same'; at++) {
    printed += edits[at]?.printed ?? 0
    typed += edits[at]?.typed ?? 0
  }
  return { kind: 'changed', printed, typed }
}

/** One equal token in the middle of at least so many edited ones is chance. */
const MIN_EDITED_AROUND = 5

function isChance(before: Edit | undefined, same: Edit, after: Edit): boolean {
  if (same.printed > 1 || before?.kind !== 'changed' || after.printed + after.typed === 0) return false
  // 天职 for 职责: one character is missing on one side and added on the other, as if 职 had moved.
  const isShift = (before.typed === 0 && after.printed === 0) || (before.printed === 0 && after.typed === 0)
  return isShift || before.printed + before.typed + after.printed + after.typed >= MIN_EDITED_AROUND
}

interface Compared {
  readonly quote: UnitText
  readonly typed: readonly DiffToken[]
  readonly text: UnitText
  readonly printed: readonly DiffToken[]
  readonly total: number
}

function partsOf(edits: readonly Edit[], { quote, typed, text, printed, total }: Compared): RunDiff {
  const parts: DiffPart[] = []
  let same = 0
  let onlyPunctuation = true
  let atPrinted = 0
  let atTyped = 0
  for (const edit of edits) {
    const printedTokens = printed.slice(atPrinted, atPrinted + edit.printed)
    const typedTokens = typed.slice(atTyped, atTyped + edit.typed)
    atPrinted += edit.printed
    atTyped += edit.typed
    // What is the same is shown as printed. White space after a run belongs to it, so that the parts put together are the text.
    const next = printed[atPrinted]
    const printedText = surfaceOf(text, printedTokens, next)
    if (edit.kind === 'same') {
      same += edit.printed
      parts.push({ kind: 'same', text: printedText })
      continue
    }
    onlyPunctuation &&= areMarks(text, printedTokens) && areMarks(quote, typedTokens)
    if (printedText !== '') parts.push({ kind: 'missing', text: printedText })
    const typedText = surfaceOf(quote, typedTokens, undefined)
    if (typedText !== '') parts.push({ kind: 'added', text: typedText })
  }
  return { parts, same: 2 * same, total, onlyPunctuation }
}

function surfaceOf(text: UnitText, tokens: readonly DiffToken[], next: DiffToken | undefined): string {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) return ''
  const end = next === undefined ? text.ends[last.run[1] - 1] : text.starts[next.run[0]]
  return text.raw.slice(text.starts[first.run[0]], end)
}

function areMarks(text: UnitText, tokens: readonly DiffToken[]): boolean {
  return tokens.every(({ run }) => isMark(text, run[0]))
}

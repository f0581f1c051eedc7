/** Turns a run of a quote and the run of the text that it stands for into their differences, by characters and whole figures. */
import type { Passage } from '../../corpus/report.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { diffTokens, type Edit, joinEdits } from '../../text/token-edits.ts'
import type { Block } from './blocks.ts'
import { isMark, type Token, tokensOf, type UnitRun, type UnitText } from './units.ts'

/** One run of the comparison, in the order of the true text. */
export type DiffPart =
  | {
      readonly kind: 'same' | 'missing' | 'added' | 'cut'
      /** `same` and `missing` (left out by the quote): as printed in the report; `added`: as typed; `cut`: the … of a quote that says that it leaves words out. */
      readonly text: string
    }
  | {
      /** As typed: the report has these words, but at another place. */
      readonly kind: 'moved'
      readonly text: string
      readonly at: { readonly passage: Passage; readonly report: ReportSummary }
    }

/** The comparison of one run of a quote with one run of a text. */
export interface RunDiff {
  readonly parts: readonly DiffPart[]
  /** Numbers of tokens, both sides counted. */
  readonly same: number
  readonly total: number
  /** True when every word and figure is right and only punctuation differs. */
  readonly onlyPunctuation: boolean
}

/** The quote and the text, with the runs to compare and the blocks known to be equal in both. */
export interface Runs {
  readonly quote: UnitText
  readonly quoteRun: UnitRun
  readonly text: UnitText
  readonly textRun: UnitRun
  readonly blocks: readonly Block[]
}

/** Compares by characters, figures and Latin words kept whole; only what lies between the equal blocks is searched. */
export function alignRuns({ quote, quoteRun, text, textRun, blocks }: Runs): RunDiff {
  const typed = tokensOf(quote, quoteRun)
  const printed = tokensOf(text, textRun)
  const typedAt = new Map(typed.map((token, index) => [token.run[0], index]))
  const printedAt = new Map(printed.map((token, index) => [token.run[0], index]))
  const edits: Edit[] = []
  let [atPrinted, atTyped] = [0, 0]
  const diffUpTo = (toPrinted: number, toTyped: number): void => {
    edits.push(...diffBetween(printed.slice(atPrinted, toPrinted), typed.slice(atTyped, toTyped)))
    atPrinted = toPrinted
    atTyped = toTyped
  }
  for (const block of blocks) {
    for (let unit = 0; unit < block.length; unit++) {
      const [p, t] = [printedAt.get(block.text + unit), typedAt.get(block.quote + unit)]
      if (p === undefined || t === undefined || printed[p]?.key !== typed[t]?.key) continue
      diffUpTo(p, t)
      edits.push({ isSame: true, a: 1, b: 1 })
      atPrinted = p + 1
      atTyped = t + 1
    }
  }
  diffUpTo(printed.length, typed.length)
  const tidy = tidyEdits(joinSame(edits), (at) => isMark(text, (printed[at] as Token).run[0]))
  return partsOf(tidy, { quote, typed, text, printed })
}

/** More edits than these are not worth telling apart. */
const MAX_EDITS = 400

/** From the printed tokens, a, to the typed ones, b. */
function diffBetween(printed: readonly Token[], typed: readonly Token[]): Edit[] {
  if (printed.length === 0 && typed.length === 0) return []
  const [a, b] = [printed.map(keyOf), typed.map(keyOf)]
  const known = new Set(a)
  // What shares nothing, as a wrong character for a right one, needs no search for what it shares.
  if (!b.some((key) => known.has(key))) return [{ isSame: false, a: a.length, b: b.length }]
  return diffTokens(a, b, MAX_EDITS)
}

function keyOf({ key }: Token): string {
  return key
}

function joinSame(edits: readonly Edit[]): Edit[] {
  return joinEdits(edits, (before, edit) => before.isSame && edit.isSame)
}

/** Joins what was edited between two runs that are the same; a word that is equal by chance between edits joins them. */
function tidyEdits(edits: readonly Edit[], isMarkAt: (printed: number) => boolean): Edit[] {
  let at = 0
  return joinEdits(edits, (before, edit, index) => {
    at += edits[index - 1]?.a ?? 0
    const isSame = edit.isSame && (isMarkAt(at) || !isChance(before, edit, changeAfter(edits, index)))
    return !before.isSame && !isSame
  })
}

/** The edits up to the next run that is the same, as one. */
function changeAfter(edits: readonly Edit[], index: number): Edit {
  let [a, b] = [0, 0]
  for (const edit of edits.slice(index + 1)) {
    if (edit.isSame) break
    a += edit.a
    b += edit.b
  }
  return { isSame: false, a, b }
}

/** One equal token in the middle of at least so many edited ones is chance. */
const MIN_EDITED_AROUND = 5

function isChance(before: Edit, same: Edit, after: Edit): boolean {
  if (same.a > 1 || before.isSame || after.a + after.b === 0) return false
  // 天职 for 职责: one character is missing on one side and added on the other, as if 职 had moved.
  const isShift = (before.b === 0 && after.a === 0) || (before.a === 0 && after.b === 0)
  return isShift || before.a + before.b + after.a + after.b >= MIN_EDITED_AROUND
}

interface Compared {
  readonly quote: UnitText
  readonly typed: readonly Token[]
  readonly text: UnitText
  readonly printed: readonly Token[]
}

function partsOf(edits: readonly Edit[], { quote, typed, text, printed }: Compared): RunDiff {
  const parts: DiffPart[] = []
  let same = 0
  let onlyPunctuation = true
  let atPrinted = 0
  let atTyped = 0
  for (const edit of edits) {
    const printedTokens = printed.slice(atPrinted, atPrinted + edit.a)
    const typedTokens = typed.slice(atTyped, atTyped + edit.b)
    atPrinted += edit.a
    atTyped += edit.b
    // What is the same is shown as printed. White space after a run belongs to it, so that the parts put together are the text.
    const next = printed[atPrinted]
    const printedText = surfaceOf(text, printedTokens, next)
    if (edit.isSame) {
      same += edit.a
      parts.push({ kind: 'same', text: printedText })
      continue
    }
    onlyPunctuation &&= areMarks(text, printedTokens) && areMarks(quote, typedTokens)
    if (printedText !== '') parts.push({ kind: 'missing', text: printedText })
    const typedText = surfaceOf(quote, typedTokens, undefined)
    if (typedText !== '') parts.push({ kind: 'added', text: typedText })
  }
  return { parts, same: 2 * same, total: printed.length + typed.length, onlyPunctuation }
}

function surfaceOf(text: UnitText, tokens: readonly Token[], next: Token | undefined): string {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (first === undefined || last === undefined) return ''
  const end = next === undefined ? text.ends[last.run[1] - 1] : text.starts[next.run[0]]
  return text.raw.slice(text.starts[first.run[0]], end)
}

function areMarks(text: UnitText, tokens: readonly Token[]): boolean {
  return tokens.every(({ run }) => isMark(text, run[0]))
}

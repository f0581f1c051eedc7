/** Turns a run of a quote and the run of the text that it stands for into their differences, by characters and whole figures. */
import { diffArrays } from 'diff'
import type { Passage } from '../../corpus/report.ts'
import type { ReportSummary } from '../../search/backend.ts'
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
    edits.push(...diffTokens(printed.slice(atPrinted, toPrinted), typed.slice(atTyped, toTyped)))
    atPrinted = toPrinted
    atTyped = toTyped
  }
  for (const block of blocks) {
    for (let unit = 0; unit < block.length; unit++) {
      const [p, t] = [printedAt.get(block.text + unit), typedAt.get(block.quote + unit)]
      if (p === undefined || t === undefined || printed[p]?.key !== typed[t]?.key) continue
      diffUpTo(p, t)
      edits.push({ kind: 'same', printed: 1, typed: 1 })
      atPrinted = p + 1
      atTyped = t + 1
    }
  }
  diffUpTo(printed.length, typed.length)
  const tidy = tidyEdits(joinSame(edits), (at) => isMark(text, printed[at]?.run[0] ?? 0))
  return partsOf(tidy, { quote, typed, text, printed })
}

/** Edits beyond this many are not worth telling apart: all is changed. */
const MAX_EDITS = 400

function diffTokens(printed: readonly Token[], typed: readonly Token[]): Edit[] {
  if (printed.length === 0 && typed.length === 0) return []
  const known = new Set(printed.map((token) => token.key))
  // What shares nothing, as a wrong character for a right one, needs no search for what it shares.
  if (!typed.some((token) => known.has(token.key)))
    return [{ kind: 'changed', printed: printed.length, typed: typed.length }]
  const changes = diffArrays(
    printed.map((token) => token.key),
    typed.map((token) => token.key),
    { maxEditLength: MAX_EDITS },
  )
  if (changes === undefined) return [{ kind: 'changed', printed: printed.length, typed: typed.length }]
  return changes.map(({ added, removed, count }) => ({
    kind: added || removed ? 'changed' : 'same',
    printed: added ? 0 : count,
    typed: removed ? 0 : count,
  }))
}

function joinSame(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    if (last?.kind === 'same' && edit.kind === 'same') {
      joined[joined.length - 1] = {
        kind: 'same',
        printed: last.printed + edit.printed,
        typed: last.typed + edit.typed,
      }
    } else joined.push(edit)
  }
  return joined
}

/** Numbers of tokens on either side. */
interface Edit {
  readonly kind: 'same' | 'changed'
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
      joined.push(edit)
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

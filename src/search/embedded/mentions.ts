/** Counts how often each report says one of several phrases, over the folded texts. */
import type { Passage } from '../../corpus/report.ts'
import { findRuns } from '../../text/runs.ts'
import type { Mentions, ReportSummary } from '../backend.ts'
import type { Heading } from '../indexing/headings.ts'
import type { FoldedTexts } from './folded-texts.ts'
import { findPossibleHolders } from './phrase-holders.ts'
import type { FrozenIndex } from './scorer.ts'

interface Counted {
  readonly passages: readonly Passage[]
  readonly summaries: readonly ReportSummary[]
  /** Place in `summaries` of each passage's report. */
  readonly reportNumbers: Uint32Array
  readonly headings: readonly (readonly Heading[])[]
  readonly index: FrozenIndex
  readonly texts: FoldedTexts
}

/** See Backend.mentions. */
export function countMentions(phrases: readonly string[], counted: Counted): Mentions[] {
  const { summaries, headings } = counted
  const longestFirst = [...new Set(phrases)].filter(Boolean).sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return []
  const counts = new Uint32Array(summaries.length)
  const firsts: (Passage | undefined)[] = []
  const add: Add = (report, count, passage) => {
    if (count === 0) return
    counts[report] = (counts[report] as number) + count
    const first = firsts[report]
    if (first === undefined || passage.paragraph < first.paragraph) firsts[report] = passage
  }
  countTexts(longestFirst, counted, add)
  headings.forEach((own, report) => {
    for (const { text, below } of own) {
      // Most headings say none of it.
      if (longestFirst.some((phrase) => text.includes(phrase)))
        add(report, findRuns(text, longestFirst).length, below)
    }
  })
  return summaries.flatMap((report, number): Mentions[] => {
    const first = firsts[number]
    return first === undefined ? [] : [{ report, count: counts[number] as number, first }]
  })
}

type Add = (report: number, count: number, passage: Passage) => void

function countTexts(phrases: readonly string[], counted: Counted, add: Add): void {
  const { passages, reportNumbers, index, texts } = counted
  const addTo = (number: number, count: number): void =>
    add(reportNumbers[number] as number, count, passages[number] as Passage)
  const [only = ''] = phrases
  // A character stands in most texts, and the index has counted it.
  if (phrases.length === 1 && /^\p{Script=Han}$/u.test(only)) {
    index.visit(only, 'chars', addTo)
    return
  }
  const numbers = new Set(phrases.flatMap((phrase) => findPossibleHolders(phrase, counted)))
  for (const number of Uint32Array.from(numbers).sort()) addTo(number, texts.count(number, phrases))
}

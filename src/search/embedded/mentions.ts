/** Counts how often each report says one of several phrases, over the folded texts. */
import type { Passage } from '../../corpus/report.ts'
import { findRuns } from '../../text/runs.ts'
import type { Mentions, ReportSummary } from '../backend.ts'
import type { Heading } from '../indexing/headings.ts'
import type { FoldedTexts } from './folded-texts.ts'
import { findHolders } from './phrase-holders.ts'
import type { FrozenIndex } from './scorer.ts'

interface Counted {
  readonly passages: readonly Passage[]
  readonly summaries: readonly ReportSummary[]
  readonly reportNumbers: Uint32Array
  readonly headings: readonly (readonly Heading[])[]
  readonly index: FrozenIndex
  readonly texts: FoldedTexts
}

/** See Backend.mentions. */
export function countMentions(phrases: readonly string[], counted: Counted): Mentions[] {
  const { texts, reportNumbers, summaries, passages, headings } = counted
  const longestFirst = [...new Set(phrases)].filter(Boolean).sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return []
  const counts = new Uint32Array(summaries.length)
  const firsts: (Passage | undefined)[] = []
  const add = (report: number, count: number, passage: Passage): void => {
    if (count === 0) return
    counts[report] = (counts[report] as number) + count
    const first = firsts[report]
    if (first === undefined || passage.paragraph < first.paragraph) firsts[report] = passage
  }
  for (const number of holdersOf(longestFirst, counted)) {
    add(reportNumbers[number] as number, texts.count(number, longestFirst), passages[number] as Passage)
  }
  headings.forEach((own, report) => {
    for (const { text, below } of own) add(report, findRuns(text, longestFirst).length, below)
  })
  return summaries.flatMap((report, number): Mentions[] => {
    const first = firsts[number]
    return first === undefined ? [] : [{ report, count: counts[number] as number, first }]
  })
}

function holdersOf(phrases: readonly string[], counted: Counted): number[] {
  const holders = phrases.map((phrase) => findHolders(phrase, counted))
  return holders.length === 1 ? holders.flat() : [...new Set(holders.flat())]
}

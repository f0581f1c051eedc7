/** Counts how often each report says one of several phrases, over the folded texts. */
import type { Passage } from '../../corpus/report.ts'
import { findRuns } from '../../text/runs.ts'
import type { Mentions, ReportSummary } from '../backend.ts'
import type { Heading } from '../indexing/headings.ts'
import type { FoldedTexts } from './folded-texts.ts'

interface Counted {
  readonly passages: readonly Passage[]
  readonly summaries: readonly ReportSummary[]
  /** Place in `summaries` of each passage's report. */
  readonly reportNumbers: Uint32Array
  readonly headings: readonly (readonly Heading[])[]
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

/** The runs of all texts, in order: each falls into the text that began last. */
function countTexts(phrases: readonly string[], { passages, reportNumbers, texts }: Counted, add: Add): void {
  let number = 0
  let nextText = texts.startOf(1)
  let end = 0
  visitRuns(phrases, texts, (at, length) => {
    if (at < end) return
    end = at + length
    while (nextText <= at) {
      number++
      nextText = texts.startOf(number + 1)
    }
    add(reportNumbers[number] as number, 1, passages[number] as Passage)
  })
}

/** All places of all phrases from left to right, the longest first where several begin. */
function visitRuns(
  phrases: readonly string[],
  texts: FoldedTexts,
  visit: (at: number, length: number) => void,
): void {
  const [only, ...others] = phrases
  if (only !== undefined && others.length === 0) {
    texts.visitPlaces(only, (at) => visit(at, only.length))
    return
  }
  const runs: { readonly at: number; readonly length: number }[] = []
  for (const phrase of phrases) {
    texts.visitPlaces(phrase, (at) => runs.push({ at, length: phrase.length }))
  }
  runs.sort((a, b) => a.at - b.at || b.length - a.length)
  for (const { at, length } of runs) visit(at, length)
}

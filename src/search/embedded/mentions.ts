/** Counts how often each report says one of several phrases, over the folded texts. */
import type { Passage } from '../../corpus/report.ts'
import { findRuns } from '../../text/runs.ts'
import type { Mentions } from '../backend.ts'
import { findPossibleHolders } from './phrase-holders.ts'
import type { Store } from './store.ts'

/** See Backend.mentions. */
export function countMentions(phrases: readonly string[], store: Store): Mentions[] {
  const { summaries, headings } = store
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
  countTexts(longestFirst, store, add)
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

function countTexts(phrases: readonly string[], store: Store, add: Add): void {
  const { passages, reportNumbers, index, texts } = store
  const addTo = (number: number, count: number): void =>
    add(reportNumbers[number] as number, count, passages[number] as Passage)
  const [only = ''] = phrases
  // A character stands in most texts, and the index has counted it.
  if (phrases.length === 1 && /^\p{Script=Han}$/u.test(only)) {
    index.visit(only, 'chars', addTo)
    return
  }
  const numbers = new Set(phrases.flatMap((phrase) => findPossibleHolders(phrase, store)))
  for (const number of Uint32Array.from(numbers).sort())
    addTo(number, findRuns(texts.textOf(number), phrases).length)
}

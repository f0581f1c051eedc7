/** Shows a phrase in the midst of its words, wherever it stands. */
import { compareNames } from '../corpus/naming.ts'
import type { Passage, Report } from '../corpus/report.ts'
import type { Backend, ReportSummary } from '../search/backend.ts'
import { fold, foldPhrase, originalRange } from '../text/normalizer.ts'
import { findRuns } from '../text/runs.ts'
import type { Count } from './count.ts'

export interface ConcordanceLine {
  readonly report: ReportSummary
  /** The passage that says it, or that stands first below the heading that does. */
  readonly passage: Passage
  /** As printed; a cut is marked by …. */
  readonly before: string
  readonly words: string
  readonly after: string
}

/** By date, the newest first; by what follows; by what precedes, read from the phrase outwards. */
export type ConcordanceOrder = 'date' | 'after' | 'before'

export interface ConcordanceOptions {
  /** Characters shown on each side. Default 20. */
  readonly context?: number
  /** Default date. */
  readonly order?: ConcordanceOrder
}

/** Reports are read until there are so many lines. */
const MAX_LINES = 2_000

/** The lines of a count, at most 2,000. */
export async function findConcordance(
  backend: Backend,
  { phrase, alternatives, reports }: Count,
  { context = 20, order = 'date' }: ConcordanceOptions = {},
): Promise<ConcordanceLine[]> {
  const phrases = [phrase, ...alternatives].map(foldPhrase)
  const lines: ConcordanceLine[] = []
  for (const { report: summary } of [...reports].reverse()) {
    if (lines.length >= MAX_LINES) break
    const report = await backend.report(summary.id)
    if (report !== null) lines.push(...linesOf(report, summary, { phrases, context }))
  }
  return sorted(lines.slice(0, MAX_LINES), order)
}

function linesOf(
  report: Report,
  summary: ReportSummary,
  { phrases, context }: { readonly phrases: readonly string[]; readonly context: number },
): ConcordanceLine[] {
  const linesIn = (text: string, passage: Passage): ConcordanceLine[] => {
    const folded = fold(text, { dropSpaces: true })
    return findRuns(folded.text, phrases).map(([from, to]) => {
      const [start, end] = originalRange(folded, from, to)
      const [left, right] = [Math.max(0, start - context), Math.min(text.length, end + context)]
      return {
        report: summary,
        passage,
        before: `${left > 0 ? '…' : ''}${text.slice(left, start)}`,
        words: text.slice(start, end),
        after: `${text.slice(end, right)}${right < text.length ? '…' : ''}`,
      }
    })
  }
  const headings = report.sections.filter(({ level }) => level > 1)
  return report.passages.flatMap((passage) => [
    ...headings
      .filter(({ first }) => first === passage.paragraph)
      .flatMap(({ heading }) => linesIn(heading, passage)),
    ...linesIn(passage.text, passage),
  ])
}

function sorted(lines: readonly ConcordanceLine[], order: ConcordanceOrder): ConcordanceLine[] {
  if (order === 'date') return [...lines]
  const keyOf = (line: ConcordanceLine): string =>
    order === 'after' ? line.after : Array.from(line.before).reverse().join('')
  return lines
    .map((line) => ({ line, key: foldPhrase(keyOf(line)) }))
    .sort((a, b) => compareNames(a.key, b.key))
    .map(({ line }) => line)
}

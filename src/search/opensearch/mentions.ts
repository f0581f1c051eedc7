/** Counts how often each report says one of several phrases: the cluster finds where, and here the folded text is counted. */
import type { Passage } from '../../corpus/report.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { findRuns } from '../../text/runs.ts'
import type { Mentions } from '../backend.ts'
import type { Cluster } from './cluster.ts'
import { headingHoldersBody, holdersBody } from './query.ts'
import { type FigureSource, type ReportDocument, toPassage } from './schema.ts'
import { readAll, readReport, reportOfHit, type SearchHit, type Snapshot } from './snapshot.ts'

type HeadingSource = Pick<ReportDocument, 'report' | 'sections'>

/** See Backend.mentions. */
export async function countMentions(
  cluster: Cluster,
  snapshot: Snapshot,
  phrases: readonly string[],
): Promise<Mentions[]> {
  const asked = [...new Set(phrases)].filter((phrase) => phrase !== '')
  if (asked.length === 0) return []
  const [passages, headings] = await Promise.all([
    readAll<FigureSource>(cluster, snapshot.index, holdersBody(asked)),
    readAll<HeadingSource>(cluster, snapshot.index, headingHoldersBody(asked)),
  ])
  for (const { _source } of passages) reportOfHit(snapshot, _source)
  const found = countPassages(passages, asked)
  for (const { _source } of headings) {
    const [count, paragraph] = countHeadings(_source, asked)
    if (count === 0) continue
    const known = found.get(_source.report)
    const isFirst = known === undefined || paragraph < known.first.paragraph
    const first = isFirst ? await readParagraph(cluster, snapshot, _source.report, paragraph) : known.first
    if (first !== null) found.set(_source.report, { count: (known?.count ?? 0) + count, first })
  }
  return snapshot.catalog.reports.flatMap((report): Mentions[] => {
    const own = found.get(report.id)
    return own === undefined ? [] : [{ report, ...own }]
  })
}

function countPassages(
  hits: readonly SearchHit<FigureSource>[],
  phrases: readonly string[],
): Map<string, { count: number; first: Passage }> {
  const found = new Map<string, { count: number; first: Passage }>()
  for (const { _id, _source } of hits) {
    const count = findRuns(foldPhrase(_source.passage.text), phrases).length
    const known = found.get(_source.report)
    if (known !== undefined) known.count += count
    else if (count > 0) found.set(_source.report, { count, first: toPassage(_id, _source) })
  }
  return found
}

/** How often the headings say it, and the first paragraph below the first that does. */
function countHeadings(
  { sections }: HeadingSource,
  phrases: readonly string[],
): [count: number, paragraph: number] {
  const counts = sections
    .filter(({ level }) => level > 1)
    .map(({ heading, first }) => ({ first, count: findRuns(foldPhrase(heading), phrases).length }))
    .filter(({ count }) => count > 0)
  return [counts.reduce((sum, { count }) => sum + count, 0), counts[0]?.first ?? 0]
}

async function readParagraph(
  cluster: Cluster,
  snapshot: Snapshot,
  report: string,
  paragraph: number,
): Promise<Passage | null> {
  const whole = await readReport(cluster, snapshot, report)
  return whole?.passages[paragraph - 1] ?? null
}

/** A question about the speech itself (who spoke, when, at which meeting) in; out: the opening passages that answer it. */
import type { Passage, Report } from '../corpus/report.ts'
import type { Backend, Candidate, ReportSummary } from './backend.ts'
import type { Query } from './query.ts'

/** More reports than this one question cannot mean. */
const MAX_OPENINGS = 5
/** The salutation and the sentence 现在，我代表… stand at the very beginning. */
const OPENING_PASSAGES = 6
const OFFICE = /省长|州长|市长|县长|区长|主席|主任|专员|旗长|盟长|镇长|乡长|总理/u

/** The latest reports first. Empty when the question is not about a speech or names a place that no report has. */
export async function findOpenings(query: Query, backend: Backend): Promise<Candidate[]> {
  if (query.intent !== 'opening' || query.foreign.length > 0) return []
  const { reports } = await backend.catalog()
  const meant = reports
    .filter((report) => isMeant(report, query))
    .sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_OPENINGS)
  const whole = await Promise.all(
    meant.map(async (summary) => ({ summary, report: await backend.report(summary.id) })),
  )
  return whole.flatMap(({ summary, report }): Candidate[] => {
    const passage = report === null ? null : openingOf(report)
    return passage === null ? [] : [{ passage, report: summary, score: 1 }]
  })
}

function isMeant(report: ReportSummary, { text, preferences }: Query): boolean {
  const office = OFFICE.exec(text)?.[0]
  if (office !== undefined && !report.post.includes(office)) return false
  if (preferences.places.length > 0 && !preferences.places.includes(report.place)) return false
  if (preferences.places.length === 0 && office === undefined) return false
  const { years } = preferences
  return years.length === 0 || years.some(({ from, to }) => report.year >= from && report.year <= to)
}

function openingOf(report: Report): Passage | null {
  const first = report.passages.slice(0, OPENING_PASSAGES)
  return first.find(({ text }) => /代表.*(?:报告|汇报)/u.test(text)) ?? first[0] ?? null
}

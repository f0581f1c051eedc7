/** Makes the metadata of a report that no file states, for tests of what reads metadata alone. */
import type { ReportMeta } from '../src/corpus/report.ts'
import type { ReportSummary } from '../src/search/backend.ts'

/** A county's report that reviews the year before its own and plans its own, unless `fields` tell otherwise. */
export function makeMeta(fields: Partial<ReportMeta>): ReportMeta {
  const year = fields.year ?? 2023
  return {
    id: 'a-2023',
    title: '政府工作报告',
    place: '',
    level: '县',
    meeting: '',
    date: '',
    year,
    reviews: year - 1,
    plans: year,
    speaker: '',
    post: '',
    note: '',
    url: '',
    source: '',
    sha256: '',
    from: {},
    ...fields,
  }
}

export function makeSummary({
  passages = 10,
  characters = 1_000,
  ...fields
}: Partial<ReportSummary>): ReportSummary {
  return { ...makeMeta(fields), passages, characters }
}

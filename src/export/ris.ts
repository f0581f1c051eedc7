/** A passage's citation as an RIS record, as reference managers read it. */
import { type Access, pathTo, readAt } from '../answer/citation.ts'
import type { Passage, ReportMeta } from '../corpus/report.ts'
import { tidy } from '../text/normalizer.ts'

/** Lines end in CR LF, as the format asks. */
export function citeRis(passage: Passage, report: ReportMeta, access?: Access): string {
  const { url, day } = readAt(report, access)
  const fields: [tag: string, value: string][] = [
    ['TY', 'RPRT'],
    ['ID', passage.id],
    ['AU', report.speaker],
    ['TI', report.title],
    ['PB', report.meeting || report.place],
    ['CY', report.place],
    ['PY', String(report.year)],
    ['DA', report.date.replaceAll('-', '/')],
    ['SP', passage.page === null ? '' : String(passage.page)],
    ['N1', pathTo(passage)],
    ['LA', 'zh'],
    ['UR', url],
    ['Y2', day.replaceAll('-', '/')],
  ]
  const lines = fields
    .filter(([, value]) => value !== '')
    // A line break would begin another field.
    .map(([tag, value]) => `${tag}  - ${tidy(value)}`)
  return [...lines, 'ER  - ', ''].join('\r\n')
}

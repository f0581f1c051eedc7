/** A passage's citation as an item of CSL-JSON, as citeproc and Zotero read it. */
import { type Access, pathTo, readAt } from '../answer/citation.ts'
import type { Passage, ReportMeta } from '../corpus/report.ts'

/** Makes the list of one item that programs import, as JSON text. */
export function citeCslJson(passage: Passage, report: ReportMeta, access?: Access): string {
  const { url, day } = readAt(report, access)
  const item = {
    id: passage.id,
    type: 'report',
    title: report.title,
    // A literal name is not taken apart: 哈米提·阿克木 has no family name.
    ...(report.speaker !== '' && { author: [{ literal: report.speaker }] }),
    publisher: report.meeting || report.place,
    'publisher-place': report.place,
    issued: { 'date-parts': [report.date === '' ? [report.year] : dateParts(report.date)] },
    ...(passage.page !== null && { page: String(passage.page) }),
    note: pathTo(passage),
    language: 'zh',
    ...(url !== '' && { URL: url }),
    ...(day !== '' && { accessed: { 'date-parts': [dateParts(day)] } }),
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

function dateParts(day: string): number[] {
  return day.split('-').map(Number)
}

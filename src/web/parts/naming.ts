/** Short names of reports, passages and headings, as lists and links show them. */
import type { Passage, ReportMeta } from '../../corpus/report.ts'
import type { Translate } from '../texts.ts'

/** 伊宁市 2023 */
export function shortName(report: ReportMeta): string {
  return `${report.place} ${report.year}`
}

/** 第14段 · 第3页 */
export function placeInReport(passage: Passage, t: Translate): string {
  const paragraph = t('paragraph', { number: String(passage.paragraph) })
  return passage.page === null ? paragraph : `${paragraph} · ${t('page', { number: String(passage.page) })}`
}

/** Words of others that a line of ours names: longer ones would push the line's own words out of sight. */
const MAX_NAMED_UTF16 = 40

/** Shortens a label to so many UTF-16 units, with … for the cut. Not for quotes: they are cut by the snippet maker. */
export function clip(text: string, units = MAX_NAMED_UTF16): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= units) return line
  const end = units - 1
  const isPairCut = /[\uDC00-\uDFFF]/.test(line[end] ?? '')
  return `${line.slice(0, isPairCut ? end - 1 : end)}…`
}

/** The source's address when it is one to link to. */
export function sourceUrl(report: ReportMeta): string | null {
  const url = URL.canParse(report.url) ? new URL(report.url) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : null
}

/** Short names of reports and passages, as lines and links show them. */
import type { Passage, ReportMeta } from './report.ts'

/** 伊宁市 2023 */
export function reportName({ place, year }: Pick<ReportMeta, 'place' | 'year'>): string {
  return `${place} ${year}`
}

/** Puts names in order by pinyin, whatever the language of the machine is. */
export const compareNames = new Intl.Collator('zh-Hans-CN').compare

/** By place, then by year. */
export function compareByPlace(a: Pick<ReportMeta, 'place' | 'year'>, b: typeof a): number {
  return compareNames(a.place, b.place) || a.year - b.year
}

/**
 * 第14段 · 第3页
 *
 * @param t Looks up the texts `paragraph` and `page` in the reader's language.
 */
export function placeInReport(
  { paragraph, page }: Pick<Passage, 'paragraph' | 'page'>,
  t: (key: 'paragraph' | 'page', variables: { readonly number: string }) => string,
): string {
  const place = t('paragraph', { number: String(paragraph) })
  return page === null ? place : `${place} · ${t('page', { number: String(page) })}`
}

/** The source's address when it is one to link to: browsers and Telegram's buttons open no other. */
export function sourceUrl(report: Pick<ReportMeta, 'url'>): string | null {
  const url = URL.canParse(report.url) ? new URL(report.url) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : null
}

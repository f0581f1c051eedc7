/** Turns a passage and its report into its citation, in the styles that people need. */
import type { Passage, ReportMeta } from '../corpus/report.ts'
import { safeCut } from '../text/clip.ts'

/**
 * One line for a reader, made of what the front matter tells and nothing else:
 * 伊宁市2023年政府工作报告（2023年1月12日在伊宁市第十八届人民代表大会第三次会议上，市长哈米提·阿克木） › 2022年工作回顾 › 第12段.
 *
 * `last` is set for words that run on to a later paragraph: 第12—13段.
 */
export function citePassage(passage: Passage, report: ReportMeta, last: Passage = passage): string {
  return [sourceOf(report), pathTo(passage, last)].join(' › ')
}

/** The report with its occasion and speaker, and the year first where neither tells it. */
function sourceOf(report: ReportMeta): string {
  const head = reportName(report)
  const year = `${report.year}年`
  const notes = [occasion(report), report.post + report.speaker].filter((note) => note !== '')
  if (![head, ...notes].some((words) => words.includes(year))) notes.unshift(year)
  return notes.length > 0 ? `${head}（${notes.join('，')}）` : head
}

/** 2022年工作回顾 › 第12段（第3页）; of words that run on to a later paragraph 第12—13段. */
export function pathTo(passage: Passage, last: Passage = passage): string {
  const to = last.paragraph > passage.paragraph ? `—${last.paragraph}` : ''
  const page = passage.page === null ? '' : `（第${passage.page}页）`
  return [...passage.section, `第${passage.paragraph}${to}段${page}`].join(' › ')
}

/** 伊宁市2023年政府工作报告; a title that already names its place stays as printed: 2022年乌恰县政府工作报告. */
function reportName(report: ReportMeta): string {
  const { title, place, year } = report
  if (title.includes(place)) return title
  return YEAR_IN_TITLE.test(title) ? place + title : `${place}${year}年${title}`
}

/** In digits or in Chinese numerals: 2009年, 二〇〇九年, 二00九年. */
const YEAR_IN_TITLE = /[0-9０-９〇○零一二三四五六七八九O]{4}年/u

/** 2023年1月12日在伊宁市第十八届人民代表大会第三次会议上, as the reports themselves print it. */
function occasion({ date, meeting }: ReportMeta): string {
  if (date === '') return meeting
  const [year, month, day] = date.split('-').map(Number)
  const chineseDate = `${year}年${month}月${day}日`
  return meeting === '' ? chineseDate : `${chineseDate}在${meeting}上`
}

/**
 * GB/T 7714—2015, 4.1.2 and 4.6.2: 主要责任者. 题名[R]. 出版地: 出版者, 出版年: 引文页码. 获取和访问路径.
 *
 * A report is given to a congress, so its meeting stands for the publisher, as is usual for these reports. The marks
 * [R/OL] and the address stand where the URL is known; the paragraph stands in for a page that is not.
 */
export function citeGbt7714(passage: Passage, report: ReportMeta, access?: Access): string {
  return gbt7714(passage, report, readAt(report, access))
}

/** A report as a whole: as the standard has it, and as one line for a reader. */
export function citeReport(report: ReportMeta): { readonly gbt: string; readonly plain: string } {
  return { gbt: gbt7714(null, report, { url: report.url }), plain: sourceOf(report) }
}

/** Where and when a passage was read on the web. */
export interface Access {
  /** Address of the passage's page, for reports whose own address is not known; null when there is none. */
  readonly url: string | null
  /** ISO 8601. */
  readonly day: string
}

/** The day of access stands only beside an address, as the standard has it; '' for what is not known. */
export function readAt(report: ReportMeta, access?: Access): { readonly url: string; readonly day: string } {
  const url = report.url || (access?.url ?? '')
  return { url, day: url === '' ? '' : (access?.day ?? '') }
}

function gbt7714(
  passage: Passage | null,
  report: ReportMeta,
  { url, day = '' }: { readonly url: string; readonly day?: string },
): string {
  const author = report.speaker === '' ? '' : `${report.speaker}. `
  const type = url === '' ? '[R]' : '[R/OL]'
  const publisher = report.meeting === '' ? '[出版者不详]' : report.meeting
  const issued = report.date === '' ? String(report.year) : report.date
  const page = passage?.page == null ? '' : `${passage.page}, `
  const pinpoint = passage === null ? '' : `: ${page}第${passage.paragraph}段`
  const path = url === '' ? '' : ` ${url}.`
  const accessed = day === '' ? '' : `[${day}]`
  return `${author}${report.title}${type}. ${report.place}: ${publisher}, ${issued}${pinpoint}${accessed}.${path}`
}

export interface CopyOptions {
  /** The words to put before the citation when they fit. Default: the whole passage. */
  readonly quote?: string
  /** Longest text, in UTF-16 units. Default 256, Telegram's limit for CopyTextButton. */
  readonly limit?: number
}

/** What one tap copies: the quote in “” when it fits, and the GB/T 7714 citation, without its URL when that is too long. */
export function copyCitation(passage: Passage, report: ReportMeta, options: CopyOptions = {}): string {
  const { limit = 256, quote = passage.text } = options
  const citations = [report.url, ''].map((url) => gbt7714(passage, report, { url }))
  const bare = citations[1] ?? ''
  const cut = `${bare.slice(0, safeCut(bare, limit - 1))}…`
  const citation = citations.find((text) => text.length <= limit) ?? cut
  const text = `“${quote}”\n${citation}`
  return text.length <= limit ? text : citation
}

/** A passage and its report in; its citation out, in the styles that people need. */
import type { Passage, ReportMeta } from '../corpus/report.ts'

/** One line for a reader: 伊宁市2023年政府工作报告（2023年1月12日在伊宁市第十八届人民代表大会第三次会议上，市长哈米提·阿克木）› heading › 第12段. */
export declare function citePassage(passage: Passage, report: ReportMeta): string

/** GB/T 7714—2015 as a report: [R], or [R/OL] where its URL is known. */
export declare function citeGbt7714(passage: Passage, report: ReportMeta): string

/** A BibTeX @techreport entry. */
export declare function citeBibtex(passage: Passage, report: ReportMeta): string

export interface CopyOptions {
  /** The words to put before the citation when they fit; without it, or when too long, the whole passage is tried. */
  readonly quote?: string
  /** Longest text, in UTF-16 units. Default 256, Telegram's limit for CopyTextButton. */
  readonly limit?: number
}

/** What one tap copies: the quote in “” when it fits, and the GB/T 7714 citation. */
export declare function copyCitation(passage: Passage, report: ReportMeta, options?: CopyOptions): string

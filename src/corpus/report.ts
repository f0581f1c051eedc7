/** A report and its parts as the rest of the program sees them; made from a report file by parse-report.ts. */

/** One thing wrong with a report file: where, what, and the fix. */
export interface ReportFault {
  /** Line of the file, from 1. */
  readonly line: number
  readonly message: string
}

/** What a report is called by: the name of its file without `.md`. */
export const REPORT_ID = /^[a-z0-9-]{1,40}$/

/** Before the first no government of these reports was, and after the last nobody plans. */
export const FIRST_YEAR = 1949
export const LAST_YEAR = 2100

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR
}

/** Administrative level of a place, as the report file writes it. */
export const LEVELS = ['国', '省', '自治区', '州', '市', '县', '区', '乡'] as const
export type Level = (typeof LEVELS)[number]

/** The front matter of a report file. Empty strings and nulls stand for what neither text nor file name tells. */
export interface ReportMeta {
  /** The report's id, of the form REPORT_ID. */
  readonly id: string
  /** The title as printed. */
  readonly title: string
  /** Full name of the place, for example 伊宁市. */
  readonly place: string
  readonly level: Level | ''
  /** The meeting in full, for example 伊宁市第十八届人民代表大会第三次会议. */
  readonly meeting: string
  /** Day of delivery, ISO 8601 (`2023-01-12`), or '' when unknown. */
  readonly date: string
  /** Year of the meeting. */
  readonly year: number
  /** The year that the report looks back on, or null. */
  readonly reviews: number | null
  /** The year that the report plans, or null. */
  readonly plans: number | null
  readonly speaker: string
  /** The speaker's post as printed. */
  readonly post: string
  /** What the source prints about its text (此文有删减, 摘登), or '': who cites it must know. */
  readonly note: string
  /** Where it was published, or ''. */
  readonly url: string
  /** Path of the original, relative to the corpus folder, or ''. */
  readonly source: string
  /** Ids that the report had before; links with them are still understood. */
  readonly formerly?: readonly string[]
  /** SHA-256 of the original in hex, or ''. */
  readonly sha256: string
  /** Fields that the text does not state, with where they come from: `{ year: 'file name' }`. */
  readonly from: Readonly<Record<string, string>>
}

/** A heading and what stands under it. */
export interface Section {
  /** The heading as printed, without marks. */
  readonly heading: string
  /** Headings from the outermost to this one. */
  readonly path: readonly string[]
  /** 1 for the title, 2 for 一、, 3 for （一）, and so on. */
  readonly level: number
  /** Numbers of the first and last paragraph under it, those of its subsections included; last < first when empty. */
  readonly first: number
  readonly last: number
}

/** The citable unit: one paragraph. */
export interface Passage {
  /** `<report id>_<hash of the text>`, see passageId(); at most 64 of `[A-Za-z0-9_-]`. */
  readonly id: string
  /** The report's id. */
  readonly report: string
  /** Number of the paragraph in its report, from 1. */
  readonly paragraph: number
  /** Heading path without the title; its last item is the lead when the paragraph opens with one. */
  readonly section: readonly string[]
  /** The paragraph, character for character as in the report file. */
  readonly text: string
  /** Page of the original on which it begins, where known. */
  readonly page: number | null
}

export interface Report extends ReportMeta {
  readonly sections: readonly Section[]
  /** In reading order: `passages[n - 1]` is paragraph n. */
  readonly passages: readonly Passage[]
}

/** Reads the day of delivery off the lines of a report's head. */
import { isYear } from '../../corpus/report.ts'
import { HAN_YEAR, readNumeral } from '../../text/numeral.ts'

/** 2024年1月16日, 2024年元月16日, 2024.1.16, 2024-1-16, 2024/1/16. */
const ARABIC_DATE =
  /(?<![\d.])((?:19|20)\d\d)\s*(?:年\s*(\d{1,2}|元|正)\s*月\s*(\d{1,2})\s*[日号]|([.．\-－/])(\d{1,2})\4(\d{1,2})(?![\d.．-]))/u
const CHINESE_DATE = new RegExp(
  `(${HAN_YEAR})年([一二三四五六七八九十元正\\d]{1,3})月([一二三四五六七八九十\\d]{1,3})[日号]`,
  'u',
)

/** A day however it is printed, and however badly: the source of a regular expression. */
export const DAY = `(?:[12１２][\\d０-９]{3}|${HAN_YEAR})年.{1,3}月.{1,3}?[日号]`

export interface FoundDate {
  /** ISO 8601, or '' when no line tells. */
  readonly date: string
  readonly year: number | null
}

/** The date on the line that is most likely to tell it, or anywhere in the joined head. */
export function readDeliveryDate(lines: readonly string[], joined: string): FoundDate {
  return readDate(dateLine(lines) ?? joined)
}

/** The date of delivery stands with the meeting or the speaker; a date alone above the title is the page's. */
function dateLine(lines: readonly string[]): string | undefined {
  const dated = lines.filter((line) => readDate(line).date !== '')
  return (
    dated.find((line) => /届|会议|大会/u.test(line)) ??
    dated.find((line) => line.replace(/[\d年月日〇○零一二三四五六七八九十（）()—-]/gu, '').length >= 2) ??
    dated.at(-1)
  )
}

function readDate(text: string): FoundDate {
  const arabic = ARABIC_DATE.exec(text)
  const chinese = CHINESE_DATE.exec(text)
  const match = arabic === null || (chinese !== null && chinese.index < arabic.index) ? chinese : arabic
  if (match === null) return { date: '', year: null }
  const [, yearText = '', month1, day1, , month2, day2] = match
  const [year, month, day] = [yearText, month1 ?? month2 ?? '', day1 ?? day2 ?? ''].map((text) =>
    readNumeral(text.replace(/[正元]/u, '一')),
  ) as [number, number, number]
  if (!(isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return { date: '', year: null }
  return { date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, year }
}

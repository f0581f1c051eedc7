/** Reads a report's metadata off its head, body and file name, with where each guessed field comes from. */

import type { Level } from '../../corpus/report.ts'
import { withoutSpaces } from '../../text/normalizer.ts'
import { halfWidthDigits } from '../../text/numeral.ts'
import { levelOf } from './place.ts'
import { readDeliveryDate } from './read-date.ts'
import { readMeeting } from './read-meeting.ts'
import { readPlace } from './read-place.ts'
import { readPeriods, readYear, warnOfYear } from './read-year.ts'
import { readSpeaker } from './speaker.ts'

/** What is known about a report; '' and null where nothing tells. */
export interface Metadata {
  readonly title: string
  readonly place: string
  readonly level: Level | ''
  readonly meeting: string
  readonly date: string
  readonly year: number | null
  readonly reviews: number | null
  readonly plans: number | null
  readonly speaker: string
  readonly post: string
  readonly url: string
  /** Fields that the report itself does not state: `file name` or `text`. */
  readonly from: Readonly<Record<string, string>>
  readonly warnings: readonly string[]
}

export interface MetadataInput {
  /** Lines above the body, layout spaces still in them. */
  readonly head: readonly string[]
  /** Lines above the second copy of a report that its page prints twice. Default none. */
  readonly headAgain?: readonly string[]
  readonly headings: readonly string[]
  /** Paragraphs of the body. */
  readonly body: readonly string[]
  readonly fileName: string
}

/** Reads what the report says of itself; what it does not say is taken from its second copy, and from the file's name. */
export function readMetadata(input: MetadataInput): Metadata {
  const { head, headAgain = [] } = input
  const first = readOnce(input)
  if (headAgain.length === 0) return first
  const both = readOnce({ ...input, head: [...head, ...headAgain] })
  return {
    ...both,
    // What the first copy says stands.
    ...(first.from.title === undefined && { title: first.title }),
    ...(first.date !== '' && { date: first.date, year: first.year }),
    ...(first.meeting !== '' && first.from.meeting === undefined && { meeting: first.meeting }),
    ...(first.speaker !== '' &&
      first.from.speaker === undefined && { speaker: first.speaker, post: first.post }),
  }
}

function readOnce({ head, headings, body, fileName }: MetadataInput): Metadata {
  const from: Record<string, string> = {}
  const warnings: string[] = []
  const lines = head.map((line) => withoutSpaces(halfWidthDigits(line)))
  const keyed = readKeyed(head)
  const joined = lines
    .filter((line) => !/^(?:来源URL|年份|发文单位|发文时间|原文链接)[:：]/u.test(line))
    .join('')
  const opening = body.slice(0, 4).join('')
  const named = fileName.replace(/\.[a-z]+$/iu, '')

  const { date, year: dateYear } = readDeliveryDate(lines, joined)
  const place = readPlace({ joined, opening, body, publisher: keyed.publisher, named }, from, warnings)
  const printed = readMeeting(joined, place)
  const meeting = printed || readMeeting(withoutSpaces(named), place)
  if (printed === '' && meeting !== '') from.meeting = 'file name'
  const year = dateYear ?? readYear({ lines, headings, named, keyedYear: keyed.year }, from)
  if (dateYear !== null) warnOfYear(dateYear, named, warnings)
  const speaker = readSpeaker({ lines: head, keyed: keyed.speaker, named, place }, from)
  const { reviews, plans } = readPeriods(headings, year, lines)
  return {
    title: readTitle(lines, keyed.title, named, from),
    place,
    level: levelOf(place),
    meeting,
    date,
    year,
    reviews,
    plans,
    speaker: speaker.name,
    post: speaker.post,
    url: keyed.url,
    from,
    warnings,
  }
}

/** 标题：… 报告人：… 来源URL：…: the header that a collection puts above its texts. */
function readKeyed(head: readonly string[]) {
  const value = (key: RegExp): string => {
    const line = head.find((text) => key.test(text))
    return line === undefined ? '' : line.replace(key, '').trim()
  }
  return {
    title: value(/^标题[:：]/u),
    speaker: value(/^报告人[:：]/u),
    publisher: value(/^发文单位[:：]/u),
    url: /^https?:\/\/\S+/u.exec(value(/^(?:来源URL|原文链接|网址)[:：]/iu))?.[0] ?? '',
    year: value(/^年份[:：]/u),
  }
}

/** The title as printed: the last line that is one; the part before the dash that opens the meeting. */
function readTitle(
  lines: readonly string[],
  keyed: string,
  named: string,
  from: Record<string, string>,
): string {
  const titles = lines
    .filter((line) => /工作报告/u.test(line) && !/^(?:标题|来源URL|发文单位)[:：]/u.test(line))
    .map((line) => /^([^，。：]{0,34}?(?:政府|委员会|管委会)?工作报告)/u.exec(line)?.[1] ?? '')
    .filter((title) => title !== '' && !/会议上/u.test(title))
    .map((title) => title.replace(/^.{0,30}的(?=政府工作报告$)/u, ''))
  const printed = titles.at(-1)
  if (printed !== undefined) return printed.replace(/^[《“【]/u, '')
  from.title = keyed !== '' ? 'header' : /报告/u.test(named) ? 'file name' : 'kind of text'
  const other = /[^_\-\d（(]{0,20}(?:\d{4}年)?[^_\-（(]{0,20}工作报告/u.exec(
    keyed === '' ? named : keyed,
  )?.[0]
  return other ?? '政府工作报告'
}

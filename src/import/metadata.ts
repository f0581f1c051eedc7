/** The lines above a report's body in, its metadata out. */
import type { Level } from '../corpus/report.ts'
import type { Paragraph } from './unwrap.ts'

/** What the text says about itself; '' and null where it is silent. */
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
}

const MEETING = /((?:[\p{Script=Han}]{2,20}?)第[一二三四五六七八九十]+届人民代表大会第[一二三四五六七八九十]+次会议)/u
const DATE = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日/u
const SPEAKER = /^(.*?(?:县长|市长|州长|区长|省长|主席|总理|专员))[\s:：]*([\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}(?:·[\p{Script=Han}]{1,12}){1,3})$/u

/** Reads the head (title, meeting line, speaker line) and, for the years, the headings. */
export function readMetadata(head: readonly Paragraph[], headings: readonly string[]): Metadata {
  const texts = head.map((paragraph) => paragraph.text)
  const joined = texts.join('\n')
  const meeting = MEETING.exec(joined.replace(/^.*日在?/gmu, ''))?.[1] ?? ''
  const date = DATE.exec(joined)
  const place = /^(.*?)第/u.exec(meeting)?.[1] ?? ''
  const speaker = texts.map((text) => SPEAKER.exec(text)).find((match) => match !== null)
  const year = date === null ? null : Number(date[1])
  const years = headings.map((text) => /((?:19|20)\d\d)年/u.exec(text)?.[1]).filter((text) => text !== undefined).map(Number)
  return {
    title: texts.find((text) => /政府工作报告$/u.test(text)) ?? '政府工作报告',
    place,
    level: levelOf(place),
    meeting,
    date: date === null ? '' : `${date[1]}-${(date[2] ?? '').padStart(2, '0')}-${(date[3] ?? '').padStart(2, '0')}`,
    year,
    reviews: years.find((value) => year !== null && value < year) ?? null,
    plans: years.find((value) => value === year) ?? null,
    speaker: speaker?.[2] ?? '',
    post: speaker?.[1] ?? '',
  }
}

function levelOf(place: string): Level | '' {
  if (/自治区$/u.test(place)) return '自治区'
  const last = place.at(-1) ?? ''
  return (['省', '州', '市', '县', '区', '乡'] as const).find((level) => level === last) ?? ''
}

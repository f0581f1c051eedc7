/** Cuts a paragraph where the source lost line breaks: a heading glued to its body, a run of headings in one line. */
import { readNumeral } from '../../text/numeral.ts'
import { isSectionMarked, SECTION_MARK } from './marks.ts'
import type { Paragraph } from './unwrap.ts'

/** Only a paragraph longer than this, in UTF-16 units, can be several that lost their line breaks. */
const MIN_GLUED_UTF16 = 1200

/** Words with which a heading ends, and words with which the text below one begins. */
const HEADING_ENDS = '回顾|总结|要求|目标|任务|安排|重点|措施|建设|情况|打算|成就|思路|工作|部署|水平|成效'
const BODY_BEGINS =
  '今年|去年|过去|刚刚|当前|20\\d\\d年|19\\d\\d年|(?:的)?一年来|我们|全面|新的一年|围绕|按照|面对|做好|坚持|根据|实现|完成|各位|要|必须|进一步|把|在|从'
const GLUED_HEADING = new RegExp(
  `^(.{2,4}[^。，；：]{4,36}?(?:${HEADING_ENDS}))(?=(?:${BODY_BEGINS}))([^。]{12,}.*)$`,
  'su',
)

/** Cuts a paragraph where headings stand glued in it. */
export function splitGlued(paragraph: Paragraph): Paragraph[] {
  const pieces = paragraph.text.length >= MIN_GLUED_UTF16 ? splitAtMarks(paragraph.text) : [paragraph.text]
  const parts = pieces.flatMap(splitHeading)
  if (parts.length === 1) return [paragraph]
  return parts.map((text, index) => ({
    ...paragraph,
    text,
    heading: index === 0 ? paragraph.heading : null,
    boldStart: index === 0 ? Math.min(paragraph.boldStart, text.length) : 0,
  }))
}

/** 一、2011年工作回顾过去的一年，… has lost the line break behind 回顾. */
function splitHeading(text: string): string[] {
  if (!SECTION_MARK.test(text)) return [text]
  const match = GLUED_HEADING.exec(text)
  return match === null ? [text] : [match[1] ?? '', match[2] ?? '']
}

/** Cuts before each of 一、二、三、 or （一）（二）（三） that follow one another behind full stops. */
function splitAtMarks(text: string): string[] {
  const cuts = [
    ...series(text, /(?<=[。！”：:])(?:（|\()([一二三四五六七八九十]{1,3})(?:）|\))/gu),
    ...series(text, /(?<=[。！”])([一二三四五六七八九十]{1,3})、/gu),
    ...[...text.matchAll(/(?<=[。！])各位代表[！：，]/gu)].map(({ index }) => index),
  ].sort((a, b) => a - b)
  if (cuts.length === 0) return [text]
  return [0, ...cuts]
    .map((from, index) => text.slice(from, cuts[index] ?? text.length))
    .filter((part) => part !== '')
}

/** Places of the marks 1, 2, 3, … of one series; empty when fewer than two follow one another. */
function series(text: string, mark: RegExp): number[] {
  const found = [...text.matchAll(mark)].map((match) => ({
    at: match.index,
    value: readNumeral(match[1] ?? ''),
  }))
  const opening = /^[（(]?([一二三四五六七八九十]{1,3})[）)、]/u.exec(text)
  let expected = opening !== null && isSectionMarked(text) ? (readNumeral(opening[1] ?? '') ?? 0) + 1 : 1
  const places: number[] = []
  for (const { at, value } of found) {
    if (value === null || (value !== expected && value !== 1)) continue
    places.push(at)
    expected = value + 1
  }
  return places.length >= 2 ? places : []
}

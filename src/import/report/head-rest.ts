/** Finds the words of a line above the report that the metadata does not keep. */

import type { ReportMeta } from '../../corpus/report.ts'
import { lettersOf, withoutSpaces } from '../../text/normalizer.ts'
import { DAY } from './read-date.ts'

const DATE = new RegExp(DAY, 'gu')
/** Words that only tie title, date, meeting and speaker together. */
const TIES =
  /^(?:在|于|上|会议上|大会上|的|作|讲话|同志|各位|报告人|标题|来源URL|发文单位|网址|原文链接|年份|年|人民政府)+$/u

/** Takes title, date, meeting, place, post, speaker and address away. */
export function readHeadRest(line: string, meta: ReportMeta): string {
  let rest = withoutSpaces(line)
  if (meta.date !== '') rest = rest.replace(DATE, '|')
  const kept = [
    meta.url,
    meta.title,
    meta.meeting,
    meta.post,
    meta.speaker,
    meta.place,
    ...meta.note.split('；'),
    String(meta.year),
    '政府工作报告',
  ]
  for (const words of kept) if (words !== '') rest = rest.replaceAll(withoutSpaces(words), '|')
  const pieces = rest
    .split(/[|—–\-－()（）《》“”:：/，、]+/u)
    // A meeting or a post that wraps stands on two lines, each a part of what is kept.
    .map((piece) => withoutKeptStart(piece, kept))
    .filter((piece) => lettersOf(piece) !== '' && !TIES.test(piece))
  return pieces.join(' ')
}

/** 大会第二次会议上 begins with words of the meeting: only 上 is left of it. */
function withoutKeptStart(piece: string, kept: readonly string[]): string {
  const longest = Math.max(...kept.map((words) => words.length))
  for (let length = Math.min(piece.length, longest); length >= 2; length--) {
    if (kept.some((words) => words.includes(piece.slice(0, length)))) return piece.slice(length)
  }
  return piece
}

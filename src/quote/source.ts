/** Turns a text into where the source begins that its writer put behind the quoted words. */

import type { ReportSummary } from '../search/backend.ts'
import { getOrMake } from '../text/maps.ts'
import { fold, foldText } from '../text/normalizer.ts'
import { HEADS_OF_GOVERNMENT, shortName } from '../text/place-name.ts'

/** What a source begins with: a line of its own, a bracket, a dash, or the end of quotation marks. */
const BEGINS = /\n|[(【[〔]|[—–―─-]+|(?<=[”」』"])/gu
/** A citation line with title, meeting, post, speaker and heading path. */
const MAX_SOURCE_UTF16 = 400
/** 政府工作报告提出… is no source but a sentence; the mark of GB/T 7714 may follow any title, on a line of its own. */
const REPORT = /^(?<before>.*?)政府工作报告(?![\p{L}\p{N}])|^\n[^,;!?。\n]{0,60}\[r(?:\/ol)?\]/su
const SENTENCE = /[。!?].*\p{sc=Han}/su
/** What may stand beside the names of a place and a speaker. */
const BESIDE_NAMES = new RegExp(
  `来源|出处|[出摘引选]自|[说讲]过?|表示|指出|强调|报告|(?:代理?|副)?(?:${HEADS_OF_GOVERNMENT}|书记)|[县市州区省委]|政府|常委|党组|(?:19|20)[0-9]{2}年?|[0-9]{1,2}[月日]`,
  'gu',
)

/** In UTF-16 units of the text, for the longest source; null when the text ends in none. */
export function findSource(text: string, reports: readonly ReportSummary[]): number | null {
  const folded = fold(text)
  const names = namesIn(folded.text, reports)
  for (const { index } of folded.text.matchAll(BEGINS)) {
    const rest = folded.text.slice(index)
    if (index > 0 && rest.length <= MAX_SOURCE_UTF16 && isSource(rest, names)) {
      return folded.starts[index] ?? null
    }
  }
  return null
}

function isSource(rest: string, names: readonly string[]): boolean {
  const report = REPORT.exec(rest)
  if (report !== null) return namesOnly(report.groups?.before ?? '', names) && !SENTENCE.test(rest)
  return names.some((name) => rest.includes(name)) && namesOnly(rest, names)
}

/** Says whose words and when, and nothing else. */
function namesOnly(text: string, names: readonly string[]): boolean {
  const beside = names.reduce((left, name) => left.replaceAll(name, ''), text).replace(BESIDE_NAMES, '')
  return foldText(beside, { punctuation: 'drop' }).trim() === ''
}

/** The names of places and speakers, as the reports and as people write them, that stand in a folded text, longest first. */
export function namesIn(text: string, reports: readonly ReportSummary[]): string[] {
  return getOrMake(allNames, reports, () => readNames(reports)).filter((name) => text.includes(name))
}

/** A check asks for them several times, and a catalog stays while its index is in use. */
const allNames = new WeakMap<readonly ReportSummary[], readonly string[]>()

function readNames(reports: readonly ReportSummary[]): readonly string[] {
  const names = reports.flatMap(({ place, speaker }) => [
    foldText(place),
    shortName(place),
    foldText(speaker),
  ])
  return [...new Set(names)].filter(({ length }) => length >= 2).sort((a, b) => b.length - a.length)
}

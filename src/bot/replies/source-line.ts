/** Turns a passage and its report into the line that says where it stands. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { Answer } from '../../answer/answer.ts'
import type { AnsweredHit } from '../../answer/answered-hit.ts'
import { placeInReport, reportName } from '../../corpus/naming.ts'
import type { Passage } from '../../corpus/report.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { isOfPlaces } from '../../search/filter.ts'
import { clip } from '../../text/clip.ts'
import type { Translate } from '../../text/translate.ts'
import { button, type Keyboard } from '../reply.ts'

/** What every reply is made with. */
export interface Setting {
  readonly t: Translate
  readonly botUsername: string
  /** Whether the bot has an inline mode: sharing needs it, and its owner may have forgotten /setinline. */
  readonly canShare: boolean
  /** Whether quote cards and charts can be drawn. */
  readonly canDraw: boolean
  /** The pages, where they are served under an address; null without. */
  readonly pages: PagesLink | null
}

/** How a message links to the pages. */
export interface PagesLink {
  /** PUBLIC_URL, without a final slash. */
  readonly root: string
  /** In a private chat a page opens within Telegram, in its colours; elsewhere Telegram takes only links. */
  readonly isPrivate: boolean
}

/** Headings longer than this are shortened in lines that only point the way. */
const MAX_HEADING_UTF16 = 28

/** A button for each report, which opens its outline. */
export function reportButtons(reports: readonly ReportSummary[]): Keyboard[number] {
  const names = distinctNames(reports)
  return reports.flatMap((report) =>
    button(names.get(report.id) ?? '', { kind: 'outline', report: report.id, page: 0 }),
  )
}

/** The names of reports by their ids; of two of one place and year each has its day, meeting or id beside it. */
export function distinctNames(reports: readonly ReportSummary[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const report of reports) counts.set(reportName(report), (counts.get(reportName(report)) ?? 0) + 1)
  return new Map(
    reports.map((report) => {
      const name = reportName(report)
      if (counts.get(name) === 1) return [report.id, name]
      const twins = reports.filter((other) => reportName(other) === name)
      const isTold = (of: (report: ReportSummary) => string): boolean =>
        of(report) !== '' && new Set(twins.map(of)).size === twins.length
      const mark = isTold(({ date }) => date)
        ? report.date
        : isTold(({ meeting }) => meeting)
          ? clip(report.meeting, 30)
          : report.id
      return [report.id, `${name} · ${mark}`]
    }),
  )
}

/** The link that opens a passage (or a report's outline) in the bot, for anyone. */
export function deepLink(id: string, botUsername: string): string {
  return `https://t.me/${botUsername}?start=${id}`
}

/** Words that open it. */
export function linkTo(words: FormattedString | string, id: string, botUsername: string): FormattedString {
  return FormattedString.link(words, deepLink(id, botUsername))
}

/** 伊宁市 2023 › 2022年工作回顾 › 第14段 · 第3页, linked to the passage itself. */
export function sourceLine(
  passage: Passage,
  report: ReportSummary,
  { t, botUsername }: Setting,
): FormattedString {
  const path = [reportName(report), ...passage.section.map((heading) => clip(heading, MAX_HEADING_UTF16))]
  const line = `${path.join(' › ')} › ${placeInReport(passage, t)}`
  return linkTo(line, passage.id, botUsername)
}

/** Whether the answer is who spoke, when and where. */
export function isAboutSpeech({ query, match }: Answer): boolean {
  return query.intent === 'opening' && match === 'strong'
}

/** Who spoke, when and where, before the words of the opening, which do not say it. */
export function speakerLines({ query, hits }: Answer, { botUsername }: Setting): FormattedString[] {
  return openingsOf({ query, hits }).flatMap(({ report }) => {
    if (report.speaker === '') return []
    const name = FormattedString.b(`${report.post}${report.speaker}`)
    return [FormattedString.join([linkTo(name, report.id, botUsername), ` · ${sittingOf(report)}`])]
  })
}

/** Where a place is named whose reports tell no speaker: which they are, when and where they were given. */
export function sittingLines({ query, hits }: Answer, { botUsername }: Setting): FormattedString[] {
  const isPlaced = query.preferences.places.length > 0
  return openingsOf({ query, hits })
    .filter(({ report }) => isPlaced && report.speaker === '')
    .map(({ passage, report }) => linkTo(sittingOf(report), passage.id, botUsername))
}

/** The first hit of each report of the places asked about. */
function openingsOf({ query, hits }: Pick<Answer, 'query' | 'hits'>): readonly AnsweredHit[] {
  const { places } = query.preferences
  const asked = hits.filter(({ report }) => isOfPlaces(report, places))
  return asked.filter((hit) => asked.find(({ report }) => report.id === hit.report.id) === hit)
}

function sittingOf(report: ReportSummary): string {
  return [reportName(report), report.date, report.meeting].filter((part) => part !== '').join(' · ')
}

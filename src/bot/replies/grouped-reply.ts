/** The best passage of every report in, the message that shows them report by report out. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Answer, AnsweredHit, ComparedHit, Comparison } from '../../answer/answer.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { button, embolden, fitReply, lines, numberRow, pageRow, quoteBlock, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { faultLines, notices, questionHeading } from './notices.ts'
import { widenButton } from './results-reply.ts'
import { placeInReport, type Setting, shortName, sourceLine } from './source-line.ts'

/** Reports on a page: as many as there are number buttons. */
export const REPORTS_A_PAGE = 5

/** What one report has to say to the question. */
export interface ReportAnswer {
  readonly report: ReportSummary
  /** How many of its passages match. */
  readonly count: number
  readonly best: AnsweredHit | null
}

/** Where the hits are, most first; the number buttons narrow to a report. */
export function groupedReply(
  answer: Answer,
  page: readonly ReportAnswer[],
  state: ViewState,
  setting: Setting,
): Reply {
  const { t } = setting
  const head = lines(
    questionHeading(state, setting),
    ...notices(answer, state, t),
    t('group-summary', { total: answer.total, reports: answer.reports.length }),
    answer.match === 'weak' ? t('only-weak') : null,
  )
  const items = page.map((item, index) => groupText(item, index + 1, setting))
  const pages = Math.ceil(answer.reports.length / REPORTS_A_PAGE)
  return fitReply({
    text: FormattedString.join([head, ...items], '\n\n'),
    keyboard: [
      numberRow(
        page.map(({ report }) => ({ kind: 'narrow', narrowing: { by: 'report', value: report.id } })),
      ),
      pageRow(pageOf(state), pages, (to) => ({ kind: 'group', offset: to * REPORTS_A_PAGE })),
      [...button(t('button-results'), { kind: 'list', offset: 0 }), ...widenButton(state, answer.reports, t)],
    ],
  })
}

/** Every report's best passage by place and year, the figures in bold; the number buttons open the passages. */
export function comparisonReply(comparison: Comparison, state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const pages = Math.ceil(comparison.hits.length / REPORTS_A_PAGE)
  const hits = comparison.hits.slice(state.offset, state.offset + REPORTS_A_PAGE)
  const head = lines(
    questionHeading(state, setting),
    ...faultLines(comparison.query, t),
    comparison.hits.length === 0
      ? t('results-none')
      : t('compare-summary', { reports: comparison.hits.length }),
    comparison.match === 'weak' ? t('only-weak') : null,
  )
  const items = hits.map((hit, index) => comparedText(hit, index + 1, setting))
  return fitReply({
    text: FormattedString.join([head, ...items], '\n\n'),
    keyboard: [
      numberRow(hits.map(({ passage }) => ({ kind: 'open', passage: passage.id, page: 0 }))),
      pageRow(pageOf(state), pages, (to) => ({ kind: 'compare', offset: to * REPORTS_A_PAGE })),
      comparison.hits.length === 0 ? [] : button(t('button-results'), { kind: 'list', offset: 0 }),
    ],
  })
}

function pageOf(state: ViewState): number {
  return Math.floor(state.offset / REPORTS_A_PAGE)
}

function groupText({ report, count, best }: ReportAnswer, number: number, { t }: Setting): FormattedString {
  const title = FormattedString.b(`${number} ${shortName(report)}`)
  const parts = [title, ' · ', t('passages-counted', { count })]
  if (best === null) return FormattedString.join(parts)
  const quote = quoteBlock(embolden(best.snippet.text, best.snippet.highlights), false)
  return lines(FormattedString.join([...parts, ' · ', placeInReport(best.passage, t)]), quote)
}

function comparedText(hit: ComparedHit, number: number, setting: Setting): FormattedString {
  return lines(
    FormattedString.join([
      FormattedString.b(String(number)),
      ' ',
      sourceLine(hit.passage, hit.report, setting),
    ]),
    quoteBlock(embolden(hit.snippet.text, hit.figures), false),
  )
}

/** Turns the best passage of every report into the message that shows them report by report. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { Answer } from '../../answer/answer.ts'
import type { AnsweredHit } from '../../answer/answered-hit.ts'
import { makeSnippet } from '../../answer/snippet.ts'
import { placeInReport, reportName } from '../../corpus/naming.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { button, embolden, fitReply, lines, numberRow, pageRow, quoteBlock, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { withKinds } from './figures-reply.ts'
import { notices, questionHeading } from './notices.ts'
import { widenButton } from './results-reply.ts'
import type { Setting } from './source-line.ts'

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

function pageOf(state: ViewState): number {
  return Math.floor(state.offset / REPORTS_A_PAGE)
}

/** Of each, so that a screen holds a page of them. */
const SHOWN_UTF16 = 100

function groupText({ report, count, best }: ReportAnswer, number: number, { t }: Setting): FormattedString {
  const title = FormattedString.b(`${number} ${reportName(report)}`)
  const parts = [title, ' · ', t('passages-counted', { count })]
  if (best === null) return FormattedString.join(parts)
  const { text, highlights } = makeSnippet(best.passage, best.matches, { limit: SHOWN_UTF16 })
  const quote = quoteBlock(embolden(text, highlights))
  return lines(
    withKinds(FormattedString.join([...parts, ` · ${placeInReport(best.passage, t)}`]), best, t),
    quote,
  )
}

/** Shows a phrase in the midst of its words, line by line, each with its source. */

import { FormattedString } from '@grammyjs/parse-mode'
import { placeInReport, reportName } from '../../corpus/naming.ts'
import type { ConcordanceLine } from '../../counts/concordance.ts'
import type { Count } from '../../counts/count.ts'
import { clip } from '../../text/clip.ts'
import type { KwicSort } from '../callback-data.ts'
import { button, fitReply, lines, numberRow, pageOf, pageRow, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { questionHeading } from './notices.ts'
import { linkTo, type Setting } from './source-line.ts'
import { takeButtons } from './take-away.ts'

const LINES_A_PAGE = 8
const MAX_PHRASE_UTF16 = 24

export interface Kwic {
  readonly count: Count
  readonly lines: readonly ConcordanceLine[]
  readonly sort: KwicSort
}

/** One page of the concordance. */
export function kwicReply(kwic: Kwic | null, state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const heading = questionHeading(state, setting)
  if (kwic === null || kwic.lines.length === 0) {
    const phrase = clip(kwic?.count.phrase ?? state.query, MAX_PHRASE_UTF16)
    return fitReply({ text: lines(heading, t('mentions-none', { phrase })), keyboard: [] })
  }
  const { count, sort } = kwic
  const { page, pages, shown } = pageOf(kwic.lines, Math.floor(state.offset / LINES_A_PAGE), LINES_A_PAGE)
  const summary = t('kwic-summary', { total: count.total, reports: count.reports.length })
  const sorts = (['date', 'after', 'before'] as const).filter((other) => other !== sort)
  return fitReply({
    text: FormattedString.join(
      [
        lines(heading, `${summary} · ${t(`kwic-sort-${sort}`)}`),
        ...shown.map((line, index) => lineText(line, index + 1, setting)),
      ],
      '\n',
    ),
    keyboard: [
      numberRow(shown.map(({ passage }) => ({ kind: 'open', passage: passage.id, page: 0 }))),
      pageRow(page, pages, (to) => ({ kind: 'kwic', sort, offset: to * LINES_A_PAGE })),
      sorts.flatMap((other) => button(t(`kwic-sort-${other}`), { kind: 'kwic', sort: other, offset: 0 })),
      takeButtons(['csv'], setting),
    ],
  })
}

function lineText(line: ConcordanceLine, number: number, { t, botUsername }: Setting): FormattedString {
  const { report, passage, before, words, after } = line
  const source = linkTo(`${reportName(report)} ${placeInReport(passage, t)}`, passage.id, botUsername)
  return FormattedString.join([`${number} ${before}`, FormattedString.b(words), `${after}\n   `, source])
}

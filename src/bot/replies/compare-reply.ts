/** Turns reports set side by side into the message that shows of each the passage that speaks of the words. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { AnsweredHit } from '../../answer/answered-hit.ts'
import type { Comparison } from '../../answer/compare.ts'
import { makeSnippet } from '../../answer/snippet.ts'
import { reportName } from '../../corpus/naming.ts'
import { findFigures } from '../../quote/numbers.ts'
import { clip } from '../../text/clip.ts'
import type { Translate } from '../../text/translate.ts'
import { button, embolden, fitReply, lines, numberRow, pageRow, quoteBlock, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { nameSome, withKinds } from './figures-reply.ts'
import { faultLines, questionHeading } from './notices.ts'
import { type Setting, sourceLine } from './source-line.ts'
import { takeButtons } from './take-away.ts'

/** Reports on a page: as many as there are number buttons. */
const REPORTS_A_PAGE = 5
/** Of each, so that a screen holds a page of them. */
const COMPARED_UTF16 = 100

/** The number buttons open the passages. */
export function comparisonReply(comparison: Comparison, state: ViewState, setting: Setting): Reply {
  const { t } = setting
  const pages = Math.ceil(comparison.hits.length / REPORTS_A_PAGE)
  const hits = comparison.hits.slice(state.offset, state.offset + REPORTS_A_PAGE)
  const head = lines(
    questionHeading(state, setting),
    ...faultLines(comparison.query, t),
    summary(comparison, t),
    withoutLine(comparison, t),
  )
  const items = hits.map((hit, index) => comparedText(hit, index + 1, setting))
  return fitReply({
    text: FormattedString.join([head, ...items], '\n\n'),
    keyboard: [
      numberRow(hits.map(({ passage }) => ({ kind: 'open', passage: passage.id, page: 0 }))),
      pageRow(Math.floor(state.offset / REPORTS_A_PAGE), pages, (to) => ({
        kind: 'compare',
        offset: to * REPORTS_A_PAGE,
      })),
      comparison.hits.length === 0
        ? []
        : [...button(t('button-results'), { kind: 'list', offset: 0 }), ...takeButtons(['csv'], setting)],
    ],
  })
}

function summary({ query, isSaid, hits }: Comparison, t: Translate): string {
  if (hits.length === 0) return t('results-none')
  return isSaid
    ? t('compare-summary', { reports: hits.length })
    : t('compare-none', { words: clip(query.terms, 40) })
}

function withoutLine({ without }: Comparison, t: Translate): string | null {
  if (without.length === 0) return null
  return t('compare-without', { reports: nameSome(without.map(reportName), t) })
}

function comparedText(hit: AnsweredHit, number: number, setting: Setting): FormattedString {
  const { text } = makeSnippet(hit.passage, hit.matches, { limit: COMPARED_UTF16 })
  return lines(
    FormattedString.join([
      FormattedString.b(String(number)),
      ' ',
      withKinds(sourceLine(hit.passage, hit.report, setting), hit, setting.t),
    ]),
    quoteBlock(embolden(text, findFigures(text))),
  )
}

/** Turns a passage into its citation in every style, as text to copy. */

import { FormattedString } from '@grammyjs/parse-mode'
import { citeGbt7714, citePassage, citeReport } from '../../answer/citation.ts'
import { placeInReport, reportName } from '../../corpus/naming.ts'
import type { Passage } from '../../corpus/report.ts'
import { citeBibtex } from '../../export/bibtex.ts'
import type { ReportSummary } from '../../search/backend.ts'
import type { Translate } from '../../text/translate.ts'
import { button, copyButton, fitReply, type Keyboard, lines, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { questionHeading } from './notices.ts'
import { linkTo, type Setting } from './source-line.ts'

const GBT = 'GB/T 7714—2015'
const BIBTEX = 'BibTeX'

/** `state`: the question that the passage answers, so that a reply to its citation finds it. */
export function citationReply(
  passage: Passage,
  report: ReportSummary,
  setting: Setting,
  state: ViewState | null = null,
): Reply {
  const { t, botUsername } = setting
  const title = `${reportName(report)} · ${placeInReport(passage, t)}`
  return stylesReply(t, {
    title: linkTo(FormattedString.b(title), passage.id, botUsername),
    heading: state === null ? null : questionHeading(state, setting),
    styles: [
      [GBT, citeGbt7714(passage, report)],
      [BIBTEX, citeBibtex(passage, report)],
      [t('cite-plain'), citePassage(passage, report)],
    ],
    open: button(t('button-open'), { kind: 'open', passage: passage.id, page: 0 }),
  })
}

/** The same for a report as a whole. */
export function reportCitationReply(report: ReportSummary, { t, botUsername }: Setting): Reply {
  const { gbt, plain } = citeReport(report)
  return stylesReply(t, {
    title: linkTo(FormattedString.b(reportName(report)), report.id, botUsername),
    heading: null,
    styles: [
      [GBT, gbt],
      [t('cite-plain'), plain],
    ],
    open: button(t('button-outline'), { kind: 'outline', report: report.id, page: 0 }),
  })
}

interface Cited {
  readonly title: FormattedString
  readonly heading: FormattedString | null
  readonly styles: readonly (readonly [name: string, text: string])[]
  readonly open: Keyboard[number]
}

function stylesReply(t: Translate, { title, heading, styles, open }: Cited): Reply {
  return fitReply({
    text: lines(
      FormattedString.join(['❝ ', title]),
      heading,
      t('cite-hint'),
      ...styles.flatMap(([name, text]) => [
        '',
        FormattedString.b(name),
        // The name of a language has it highlighted.
        name === BIBTEX ? FormattedString.pre(text, 'bibtex') : FormattedString.pre(text),
      ]),
    ),
    keyboard: [styles.flatMap(([name, text]) => copyButton(`📋 ${name}`, text)), open],
  })
}

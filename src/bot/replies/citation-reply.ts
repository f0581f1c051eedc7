/** Turns a passage into its citation in every style, as text to copy. */

import { FormattedString } from '@grammyjs/parse-mode'
import { citeGbt7714, citePassage, citeReport } from '../../answer/citation.ts'
import { placeInReport, reportName } from '../../corpus/naming.ts'
import type { Passage } from '../../corpus/report.ts'
import { citeBibtex } from '../../export/bibtex.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { button, copyButton, fitReply, type Keyboard, lines, type Reply } from '../reply.ts'
import type { ViewState } from '../state-link.ts'
import { questionHeading } from './notices.ts'
import { linkTo, type Setting } from './source-line.ts'

/** `state`: the question that the passage answers, so that a reply to its citation finds it. */
export function citationReply(
  passage: Passage,
  report: ReportSummary,
  setting: Setting,
  state: ViewState | null = null,
): Reply {
  const title = `${reportName(report)} · ${placeInReport(passage, setting.t)}`
  return stylesReply(
    linkTo(FormattedString.b(title), passage.id, setting.botUsername),
    [
      { name: GBT, text: citeGbt7714(passage, report), language: '' },
      { name: 'BibTeX', text: citeBibtex(passage, report), language: 'bibtex' },
      { name: setting.t('cite-plain'), text: citePassage(passage, report), language: '' },
    ],
    {
      setting,
      open: button(setting.t('button-open'), { kind: 'open', passage: passage.id, page: 0 }),
      heading: state === null ? null : questionHeading(state, setting),
    },
  )
}

/** The same for a report as a whole. */
export function reportCitationReply(report: ReportSummary, setting: Setting): Reply {
  const { gbt, plain } = citeReport(report)
  return stylesReply(
    linkTo(FormattedString.b(reportName(report)), report.id, setting.botUsername),
    [
      { name: GBT, text: gbt, language: '' },
      { name: setting.t('cite-plain'), text: plain, language: '' },
    ],
    {
      setting,
      open: button(setting.t('button-outline'), { kind: 'outline', report: report.id, page: 0 }),
      heading: null,
    },
  )
}

const GBT = 'GB/T 7714—2015'

interface Style {
  readonly name: string
  readonly text: string
  /** For highlighting; '' for none. */
  readonly language: string
}

interface Frame {
  readonly setting: Setting
  readonly open: Keyboard[number]
  readonly heading: FormattedString | null
}

function stylesReply(
  title: FormattedString,
  styles: readonly Style[],
  { setting: { t }, open, heading }: Frame,
): Reply {
  return fitReply({
    text: lines(
      FormattedString.join(['❝ ', title]),
      heading,
      t('cite-hint'),
      ...styles.flatMap(({ name, text, language }) => [
        '',
        FormattedString.b(name),
        language === '' ? FormattedString.pre(text) : FormattedString.pre(text, language),
      ]),
    ),
    keyboard: [styles.flatMap(({ name, text }) => copyButton(`📋 ${name}`, text)), open],
  })
}

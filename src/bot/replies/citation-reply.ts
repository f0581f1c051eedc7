/** A passage in, its citation in every style out, as text to copy. */
import { FormattedString } from '@grammyjs/parse-mode'
import { citeGbt7714, citePassage } from '../../answer/citation.ts'
import type { Passage } from '../../corpus/report.ts'
import { citeBibtex } from '../../export/bibtex.ts'
import type { ReportSummary } from '../../search/backend.ts'
import { button, copyButton, fitReply, lines, type Reply } from '../reply.ts'
import { deepLink, placeInReport, type Setting, shortName } from './source-line.ts'

export function citationReply(passage: Passage, report: ReportSummary, { t, botUsername }: Setting): Reply {
  const styles = [
    { name: 'GB/T 7714—2015', text: citeGbt7714(passage, report), language: '' },
    { name: 'BibTeX', text: citeBibtex(passage, report), language: 'bibtex' },
    { name: t('cite-plain'), text: citePassage(passage, report), language: '' },
  ]
  const title = `${shortName(report)} · ${placeInReport(passage, t)}`
  return fitReply({
    text: lines(
      FormattedString.join([
        '❝ ',
        FormattedString.link(FormattedString.b(title), deepLink(passage.id, botUsername)),
      ]),
      t('cite-hint'),
      ...styles.flatMap(({ name, text, language }) => [
        '',
        FormattedString.b(name),
        language === '' ? FormattedString.pre(text) : FormattedString.pre(text, language),
      ]),
    ),
    keyboard: [
      styles.flatMap(({ name, text }) => copyButton(`📋 ${name}`, text)),
      button(t('button-open'), { kind: 'open', passage: passage.id, page: 0 }),
    ],
  })
}

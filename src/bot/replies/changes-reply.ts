/** Shows what changed between two reports: first what matters, then each kind of change page by page. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { MessageEntity } from 'grammy/types'
import type { Change, ChangeSide } from '../../counts/changes.ts'
import { clipChange } from '../../counts/clip-change.ts'
import type { ChangePart } from '../../counts/compare-sentences.ts'
import type { NewTerm } from '../../counts/new-terms.ts'
import { countKinds, nameOfPair, type ReportChanges } from '../../counts/report-changes.ts'
import { clip } from '../../text/clip.ts'
import type { ChangesPart } from '../callback-data.ts'
import { button, fitReply, lines, pageOf, pageRow, pairRows, type Reply } from '../reply.ts'
import { firstPage, writeStateLink } from '../state-link.ts'
import { linkTo, type Setting } from './source-line.ts'
import { takeButtons } from './take-away.ts'

const CHANGES_A_PAGE = 5
const TERMS_A_PAGE = 30
/** On the first page. */
const TERMS_FIRST = 10
const FIGURES_FIRST = 4
const MAX_CHANGE_UTF16 = 110
const MAX_FIRST_UTF16 = 70

/** The reports ride in the message's link, which the buttons read. */
export function changesReply(
  found: ReportChanges,
  part: ChangesPart,
  offset: number,
  setting: Setting,
): Reply {
  const { t } = setting
  const body =
    part === 'overview'
      ? overview(found, setting)
      : part === 'terms'
        ? termsPage(found, offset, setting)
        : changesPage(found, part, offset, setting)
  const parts = (['figure', 'new', 'dropped', 'reworded', 'terms'] as const).flatMap((other) => {
    const count = other === 'terms' ? found.terms.length : changesOf(found, other).length
    return count === 0 || other === part
      ? []
      : button(t(`changes-button-${other}`, { count }), { kind: 'changes', part: other, offset: 0 })
  })
  return fitReply({
    text: lines(heading(found, setting), ...body.text),
    keyboard: [
      pageRow(body.page, body.pages, (to) => ({ kind: 'changes', part, offset: to * body.aPage })),
      ...pairRows(parts),
      part === 'overview'
        ? []
        : button(t('changes-button-overview'), { kind: 'changes', part: 'overview', offset: 0 }),
      takeButtons(['docx', 'html'], setting),
    ],
  })
}

interface Body {
  readonly text: readonly (FormattedString | string | null)[]
  readonly page: number
  readonly pages: number
  readonly aPage: number
}

function heading({ a, b }: ReportChanges, { t, botUsername }: Setting): FormattedString {
  const link = writeStateLink(firstPage('changes', `${a.id} ${b.id}`), botUsername)
  const title = FormattedString.b(`${nameOfPair({ a, b })} ${t('changes-title')}`)
  return FormattedString.join(['📝 ', link === null ? title : FormattedString.link(title, link)])
}

function overview(found: ReportChanges, setting: Setting): Body {
  const { t } = setting
  const { changes, terms, figures, earlier } = found
  const named = terms.slice(0, TERMS_FIRST).map((term) => termText(term, setting))
  const shown = figures
    .slice(0, FIGURES_FIRST)
    .map((change, index) => changeText(change, index + 1, { found, setting, limit: MAX_FIRST_UTF16 }))
  return {
    text: [
      t('changes-summary', countKinds(changes)),
      named.length === 0
        ? null
        : lines(
            '',
            FormattedString.b(t('changes-terms')),
            FormattedString.join(named, t('list-comma')),
            t('changes-terms-scope', { reports: earlier }),
          ),
      shown.length === 0
        ? null
        : lines('', FormattedString.b(t('changes-figures')), ...shown, t('changes-legend')),
    ],
    page: 0,
    pages: 1,
    aPage: 1,
  }
}

function termsPage({ terms, earlier }: ReportChanges, offset: number, setting: Setting): Body {
  const { t } = setting
  const { page, pages, shown } = pageOf(terms, Math.floor(offset / TERMS_A_PAGE), TERMS_A_PAGE)
  const named = shown.map((term) => termText(term, setting))
  return {
    text: [t('changes-terms-scope', { reports: earlier }), '', FormattedString.join(named, t('list-comma'))],
    page,
    pages,
    aPage: TERMS_A_PAGE,
  }
}

function termText({ term, count, passage }: NewTerm, { botUsername }: Setting): FormattedString {
  const link = linkTo(term, passage, botUsername)
  return count === 1 ? link : FormattedString.join([link, `×${count}`])
}

function changesOf(
  { changes, figures }: ReportChanges,
  part: Exclude<ChangesPart, 'overview' | 'terms'>,
): readonly Change[] {
  return part === 'figure' ? figures : changes.filter(({ kind }) => kind === part)
}

function changesPage(
  found: ReportChanges,
  part: Exclude<ChangesPart, 'overview' | 'terms'>,
  offset: number,
  setting: Setting,
): Body {
  const { t } = setting
  const all = changesOf(found, part)
  const { page, pages, first, shown } = pageOf(all, Math.floor(offset / CHANGES_A_PAGE), CHANGES_A_PAGE)
  const isCompared = part === 'figure' || part === 'reworded'
  return {
    text: [
      FormattedString.b(t(`changes-part-${part}`, { count: all.length })),
      isCompared ? t('changes-legend') : null,
      ...shown.map((change, index) =>
        changeText(change, first + index + 1, { found, setting, limit: MAX_CHANGE_UTF16 }),
      ),
    ],
    page,
    pages,
    aPage: CHANGES_A_PAGE,
  }
}

interface ChangeOptions {
  readonly found: ReportChanges
  readonly setting: Setting
  readonly limit: number
}

/** A change with where it stands in either report. */
function changeText(
  { a, b, diff, clauses }: Change,
  number: number,
  { found, setting, limit }: ChangeOptions,
): FormattedString {
  const { t } = setting
  const words =
    diff.length > 0
      ? diffText(clipChange(clauses.length > 0 ? clauses : diff, limit))
      : new FormattedString(clip((b ?? a)?.text ?? '', limit))
  const sources = [sideText(a, found.a.year, setting), sideText(b, found.b.year, setting)].filter(
    (source) => source !== null,
  )
  return FormattedString.join([
    `${number} `,
    words,
    t('changes-source-gap'),
    FormattedString.join(sources, ' → '),
  ])
}

function sideText(
  side: ChangeSide | null,
  year: number,
  { t, botUsername }: Setting,
): FormattedString | null {
  if (side === null) return null
  const label = `${year} ${t('paragraph', { number: String(side.paragraph) })}`
  return linkTo(label, side.passage, botUsername)
}

/** What went is struck out, what came underlined. */
function diffText(diff: readonly ChangePart[]): FormattedString {
  return FormattedString.join(
    diff.map(({ kind, text }) => {
      if (kind === 'same') return text
      const type = kind === 'removed' ? 'strikethrough' : 'underline'
      const entity: MessageEntity = { type, offset: 0, length: text.length }
      return new FormattedString(text, [entity])
    }),
  )
}

/** Turns the catalog, a report's outline or one of its sections into the message to leaf through it. */

import { FormattedString } from '@grammyjs/parse-mode'
import { placeInReport, reportName, sourceUrl } from '../../corpus/naming.ts'
import type { Passage, Report, Section } from '../../corpus/report.ts'
import type { Catalog, StatedFigure } from '../../search/backend.ts'
import { clip, safeCut } from '../../text/clip.ts'
import type { Translate } from '../../text/translate.ts'
import type { Action } from '../callback-data.ts'
import { reportsByPlace } from '../catalog-order.ts'
import {
  button,
  excerpt,
  fitReply,
  type Keyboard,
  lines,
  numberRow,
  numberRows,
  pageOf,
  pageRow,
  pairRows,
  quoteBlock,
  type Reply,
} from '../reply.ts'
import { reportTreeReply, TREE_FROM_REPORTS } from './report-tree.ts'
import { linkTo, reportButtons, type Setting } from './source-line.ts'
import { pageButton } from './take-away.ts'

const REPORTS_A_PAGE = 10
const MAX_REPORTS_NARROWED = 40
const SECTIONS_A_PAGE = 10
/** Paragraphs on a page of a section: as many as there are number buttons, and as fit. */
const PARAGRAPHS_A_PAGE = 5
const MAX_PAGE_UTF16 = 2_800

const ROOT = { level: '', province: -1, place: '', page: 0 } as const

/** The reports as buttons, by place and year; `words` narrow the list to places, years or ids that hold them. */
export function reportListReply(
  catalog: Catalog,
  { page, words = '' }: { readonly page: number; readonly words?: string },
  setting: Setting,
): Reply {
  const { t } = setting
  if (words.trim() === '' && catalog.reports.length > TREE_FROM_REPORTS)
    return reportTreeReply(catalog, ROOT, setting)
  const wanted = words.split(/\s+/).filter((word) => word !== '')
  const reports = reportsByPlace(catalog).filter((report) =>
    wanted.every((word) => `${reportName(report)} ${report.id}`.includes(word)),
  )
  const buttons = reportButtons(reports)
  const list = pageOf(buttons, page, REPORTS_A_PAGE)
  // The buttons of a narrowed list hold no words to page by: its first page is longer instead.
  const shown = wanted.length > 0 ? buttons.slice(0, MAX_REPORTS_NARROWED) : list.shown
  return fitReply({
    text: lines(
      FormattedString.b(`📚 ${t('reports-title')}`),
      listSummary(catalog, reports.length, { t, wanted }),
    ),
    keyboard: [
      ...pairRows(shown, 24),
      wanted.length > 0
        ? button(t('button-all-reports'), { kind: 'reports', page: 0 })
        : pageRow(list.page, list.pages, (at) => ({ kind: 'reports', page: at })),
    ],
  })
}

function listSummary(
  catalog: Catalog,
  found: number,
  { t, wanted }: { readonly t: Translate; readonly wanted: readonly string[] },
): string {
  if (catalog.reports.length === 0) return t('reports-empty')
  if (wanted.length > 0) return t('reports-narrowed', { words: clip(wanted.join(' '), 40), reports: found })
  return t('reports-summary', { reports: found, passages: catalog.passages })
}

/** A report's front matter and its sections as buttons. */
export function outlineReply(
  report: Report,
  page: number,
  setting: Setting,
  figures: readonly StatedFigure[] = [],
): Reply {
  const { t, botUsername } = setting
  const sections = report.sections.flatMap((section, index) =>
    section.level > 1 && section.last >= section.first ? [{ section, index }] : [],
  )
  const list = pageOf(sections, page, SECTIONS_A_PAGE)
  const buttons = list.shown.map(({ section, index }) =>
    button(sectionLabel(section), { kind: 'section', report: report.id, section: index, page: 0 }),
  )
  const first = report.passages[0]
  const url = sourceUrl(report)
  return fitReply({
    text: lines(
      FormattedString.join(['📖 ', linkTo(FormattedString.b(reportName(report)), report.id, botUsername)]),
      report.title,
      report.meeting || null,
      [report.date, `${report.post} ${report.speaker}`.trim()].filter((part) => part !== '').join(' · ') ||
        null,
      // An index that an earlier version made has no note.
      report.note ? t('outline-note', { note: report.note }) : null,
      ...figures.map(figureLine(setting)),
      t('outline-summary', { passages: report.passages.length, sections: sections.length }),
    ),
    keyboard: [
      ...buttons,
      pageRow(list.page, list.pages, (to) => ({ kind: 'outline', report: report.id, page: to })),
      [
        ...(first === undefined
          ? []
          : button(t('button-from-start'), { kind: 'open', passage: first.id, page: 0 })),
        ...(first === undefined ? [] : button(t('button-cite'), { kind: 'cite-report', report: report.id })),
        ...pageButton(`/reports/${report.id}`, setting),
        ...(url === null ? [] : [{ text: t('button-source'), url }]),
      ],
      button(t('button-all-reports'), { kind: 'reports', page: 0 }),
    ],
  })
}

/** · 实现地区生产总值348.2亿元，增长0.6% 第6段, linked to the paragraph. */
function figureLine({ t, botUsername }: Setting): (stated: StatedFigure) => FormattedString {
  return ({ figure, passage }) =>
    FormattedString.join([
      `· ${clip(figure.quote, 60)} `,
      linkTo(t('paragraph', { number: String(passage.paragraph) }), passage.id, botUsername),
    ])
}

/** Subsections are told from sections by a dot: labels are centred, so setting them in would not show. */
function sectionLabel({ heading, level }: Section): string {
  return `${level > 2 ? '· ' : ''}${clip(heading, 34)}`
}

/** One page of a section, paragraph by paragraph; null when the report has no such section. */
export function sectionReply(
  report: Report,
  sectionIndex: number,
  page: number,
  setting: Setting,
): Reply | null {
  const section = report.sections[sectionIndex]
  if (section === undefined || section.last < section.first) return null
  const pages = paginate(report.passages.slice(section.first - 1, section.last))
  const shown = Math.min(page, pages.length - 1)
  const passages = pages[shown] ?? []
  const { t } = setting
  const paragraphs = passages.map((passage, index) => paragraphText(passage, index + 1, setting))
  const head = lines(FormattedString.b(`📖 ${reportName(report)}`), section.path.join(' › '))
  return fitReply({
    text: FormattedString.join([head, ...paragraphs], '\n\n'),
    keyboard: [
      numberRow(passages.map((passage) => ({ kind: 'open', passage: passage.id, page: 0 }))),
      pageRow(shown, pages.length, (to) => ({
        kind: 'section',
        report: report.id,
        section: sectionIndex,
        page: to,
      })),
      neighbourRow(report, sectionIndex),
      button(t('button-outline'), { kind: 'outline', report: report.id, page: 0 }),
    ],
  })
}

/** The headings of some of a report's sections, each to be read by its number. */
export function partReply(report: Report, sections: readonly number[], { t }: Setting): Reply {
  const headings = sections.map((index, at) =>
    FormattedString.join([FormattedString.b(String(at + 1)), ` ${report.sections[index]?.heading ?? ''}`]),
  )
  const actions = sections.map(
    (section): Action => ({ kind: 'section', report: report.id, section, page: 0 }),
  )
  return fitReply({
    text: lines(FormattedString.b(`📖 ${reportName(report)}`), ...headings),
    keyboard: [
      ...numberRows(actions),
      button(t('button-outline'), { kind: 'outline', report: report.id, page: 0 }),
    ],
  })
}

function paragraphText(passage: Passage, number: number, { t }: Setting): FormattedString {
  const { text } = passage
  const end = text.length > MAX_PAGE_UTF16 ? safeCut(text, MAX_PAGE_UTF16) : text.length
  return lines(
    FormattedString.join([FormattedString.b(String(number)), ' ', placeInReport(passage, t)]),
    quoteBlock(excerpt(text, [0, end])),
  )
}

/** Fills pages with whole paragraphs, by number and by length. */
function paginate(passages: readonly Passage[]): Passage[][] {
  const pages: Passage[][] = []
  let room = 0
  for (const passage of passages) {
    const page = pages.at(-1)
    if (page === undefined || page.length === PARAGRAPHS_A_PAGE || passage.text.length > room) {
      pages.push([passage])
      room = MAX_PAGE_UTF16 - passage.text.length
    } else {
      page.push(passage)
      room -= passage.text.length
    }
  }
  return pages
}

/** Buttons to the sections before and after, by their headings. */
function neighbourRow(report: Report, index: number): Keyboard[number] {
  const isReadable = (section: Section): boolean => section.level > 1 && section.last >= section.first
  const before = report.sections.findLastIndex((section, at) => at < index && isReadable(section))
  const after = report.sections.findIndex((section, at) => at > index && isReadable(section))
  const to = (at: number, label: (heading: string) => string): Keyboard[number] => {
    const section = report.sections[at]
    if (section === undefined) return []
    return button(label(clip(section.heading, 14)), {
      kind: 'section',
      report: report.id,
      section: at,
      page: 0,
    })
  }
  return [...to(before, (heading) => `‹ ${heading}`), ...to(after, (heading) => `${heading} ›`)]
}

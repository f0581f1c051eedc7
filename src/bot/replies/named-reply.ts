/** Turns what words name (reports, a section, a paragraph) into the message that shows it. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { Named } from '../../answer/named-report.ts'
import { reportName } from '../../corpus/naming.ts'
import type { Report } from '../../corpus/report.ts'
import type { ReportSummary, StatedFigure } from '../../search/backend.ts'
import { NO_FILTERS } from '../../search/filter.ts'
import type { Searcher } from '../../search/searcher.ts'
import { clip } from '../../text/clip.ts'
import { placePassage } from '../passage-lookup.ts'
import { button, fitReply, type Keyboard, lines, pairRows, type Reply } from '../reply.ts'
import { passageReply } from './passage-reply.ts'
import { outlineReply, partReply, reportListReply, sectionReply } from './reports-reply.ts'
import { reportButtons, type Setting } from './source-line.ts'

const MAX_CHOICES = 24
/** Indicators by which a report is known at a glance, as far as it states them. */
const MAIN = [
  '地区生产总值',
  '一般公共预算收入',
  '固定资产投资',
  '社会消费品零售总额',
  '城镇居民人均可支配收入',
  '农村居民人均可支配收入',
]
const MAX_MAIN = 4

export async function namedReply(searcher: Searcher, named: Named, setting: Setting): Promise<Reply | null> {
  switch (named.kind) {
    case 'catalog':
      return reportListReply(await searcher.catalog(), { page: 0 }, setting)
    case 'reports':
      return await reportsReply(searcher, named.reports, setting)
    case 'paragraph': {
      const id = named.report.passages[named.paragraph - 1]?.id
      const placed = id === undefined ? null : await placePassage(searcher, id, null)
      return placed === null ? null : passageReply(placed, { page: 0, state: null }, setting)
    }
    case 'sections': {
      const [only, ...others] = named.sections
      if (only === undefined) return null
      if (others.length === 0) return sectionReply(only.report, only.section, 0, setting)
      if (others.every(({ report }) => report === only.report)) {
        return partReply(
          only.report,
          named.sections.map(({ section }) => section),
          setting,
        )
      }
      return chooseSection(named.sections, setting)
    }
  }
}

/** The card of the latest report, with buttons to those of other years; a choice, where the words name several places. */
async function reportsReply(
  searcher: Searcher,
  reports: readonly ReportSummary[],
  setting: Setting,
): Promise<Reply | null> {
  const [latest, ...others] = reports
  if (latest === undefined) return null
  if (others.some(({ place }) => place !== latest.place))
    return choice(`📚 ${setting.t('reports-title')}`, reportButtons(reports), setting)
  const report = await searcher.report(latest.id)
  if (report === null) return null
  const card = outlineReply(report, 0, setting, await mainFigures(searcher, latest))
  return { ...card, keyboard: [...card.keyboard, ...choices(reportButtons(others))] }
}

/** Under what they are, and how many. */
function choice(title: string, buttons: Keyboard[number], { t }: Setting): Reply {
  return fitReply({
    text: lines(FormattedString.b(title), t('choose-report', { count: buttons.length })),
    keyboard: choices(buttons),
  })
}

function choices(buttons: Keyboard[number]): Keyboard {
  return pairRows(buttons.slice(0, MAX_CHOICES), 24)
}

function chooseSection(
  sections: readonly { readonly report: Report; readonly section: number }[],
  setting: Setting,
): Reply {
  const headings = new Set(sections.map(({ report, section }) => report.sections[section]?.heading ?? ''))
  const heading = headings.size === 1 ? clip([...headings].join(), 40) : setting.t('reports-title')
  const buttons = sections.flatMap(({ report, section }) =>
    button(reportName(report), { kind: 'section', report: report.id, section, page: 0 }),
  )
  return choice(`📖 ${heading}`, buttons, setting)
}

/** The results that the report states for the place as a whole, word for word, with their paragraphs. */
async function mainFigures(searcher: Searcher, { id, reviews }: ReportSummary): Promise<StatedFigure[]> {
  const stated = await searcher.backend.figures({
    indicators: MAIN,
    filters: { ...NO_FILTERS, reports: [id] },
    kind: 'actual',
  })
  return MAIN.flatMap((name) =>
    stated
      .filter(
        ({ figure }) =>
          figure.indicator === name &&
          figure.subject === null &&
          figure.scope === null &&
          (reviews === null || figure.year === reviews),
      )
      .slice(0, 1),
  ).slice(0, MAX_MAIN)
}

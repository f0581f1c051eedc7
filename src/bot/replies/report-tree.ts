/** Turns a catalog of hundreds of reports and a branch of its tree (level, province, place) into the message that shows it. */

import { FormattedString } from '@grammyjs/parse-mode'
import { reportName } from '../../corpus/naming.ts'
import { LEVELS } from '../../corpus/report.ts'
import type { Catalog, ReportSummary } from '../../search/backend.ts'
import { groupBy } from '../../text/maps.ts'
import { provinceOf, provinces } from '../../text/provinces.ts'
import type { Branch } from '../callback-data.ts'
import { reportsByPlace } from '../catalog-order.ts'
import { button, fitReply, type Keyboard, lines, pageOf, pageRow, pairRows, type Reply } from '../reply.ts'
import { reportButtons, type Setting } from './source-line.ts'

/** Fewer reports are listed one below the other. */
export const TREE_FROM_REPORTS = 40
const BUTTONS_A_PAGE = 24
/** Fewer places of a level are listed without the step over their provinces. */
const MAX_PLACES_AT_ONCE = 24
const LONG_LABEL_UTF16 = 18

export function reportTreeReply(catalog: Catalog, branch: Branch, { t }: Setting): Reply {
  const reports = reportsByPlace(catalog).filter((report) => isOn(branch, report, catalog))
  const buttons = buttonsOf(reports, branch)
  const { shown, page, pages } = pageOf(buttons, branch.page, BUTTONS_A_PAGE)
  const path = [branch.level, provinces()[branch.province] ?? '', reports[0]?.place ?? ''].slice(
    0,
    depthOf(branch),
  )
  return fitReply({
    text: lines(
      FormattedString.b(`📚 ${[t('reports-title'), ...path.filter((name) => name !== '')].join(' › ')}`),
      t('reports-summary', {
        reports: reports.length,
        passages: reports.reduce((sum, { passages }) => sum + passages, 0),
      }),
    ),
    keyboard: [
      ...pairRows(shown, LONG_LABEL_UTF16),
      pageRow(page, pages, (to) => ({ kind: 'tree', branch: { ...branch, page: to } })),
      depthOf(branch) === 0 ? [] : button(t('button-all-reports'), { kind: 'reports', page: 0 }),
    ],
  })
}

function depthOf({ level, province, place }: Branch): number {
  return place !== '' ? 3 : province >= 0 ? 2 : level !== '' ? 1 : 0
}

function isOn({ level, province, place }: Branch, report: ReportSummary, { reports }: Catalog): boolean {
  if (place !== '') return report.place === reports.find(({ id }) => id === place)?.place
  if (level !== '' && report.level !== level) return false
  return province < 0 || provinceOf(report.place) === province
}

function buttonsOf(reports: readonly ReportSummary[], branch: Branch): Keyboard[number] {
  const to = (change: Partial<Branch>): Branch => ({ ...branch, page: 0, ...change })
  if (branch.place !== '') return reportButtons(reports)
  if (branch.level === '') {
    return LEVELS.flatMap((level) => {
      const count = reports.filter((report) => report.level === level).length
      return count === 0 ? [] : button(`${level} · ${count}`, { kind: 'tree', branch: to({ level }) })
    })
  }
  const byPlace = groupBy(reports, ({ place }) => place)
  if (branch.province < 0 && byPlace.size > MAX_PLACES_AT_ONCE) {
    return [...groupBy(reports, ({ place }) => provinceOf(place))]
      .sort(([a], [b]) => a - b)
      .flatMap(([province, some]) =>
        province < 0
          ? some.flatMap((report) =>
              button(reportName(report), { kind: 'outline', report: report.id, page: 0 }),
            )
          : button(`${provinces()[province] ?? ''} · ${some.length}`, {
              kind: 'tree',
              branch: to({ province }),
            }),
      )
  }
  return [...byPlace.values()].flatMap((some) => {
    const [first] = some
    if (first === undefined) return []
    return some.length === 1
      ? button(reportName(first), { kind: 'outline', report: first.id, page: 0 })
      : button(`${first.place} · ${some.length}`, { kind: 'tree', branch: to({ place: first.id }) })
  })
}

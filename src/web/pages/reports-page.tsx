/** The list of reports, by place, each place's years side by side; narrowed by words where they are given. */

import type { Catalog, ReportSummary } from '../../search/backend.ts'
import { groupBy } from '../../text/maps.ts'
import { KeepLanguage } from '../parts/keep-language.tsx'
import { Pages } from '../parts/pages.tsx'
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

/** Places on a page: a list of thousands is nobody's to read. */
const PLACES_A_PAGE = 200

interface ReportsPageProps {
  readonly visit: Visit
  readonly catalog: Catalog
  /** Part of a place's name, a title or a year; '' for all. */
  readonly words: string
  /** From 1. */
  readonly page: number
}

export const ReportsPage = ({ visit, catalog, words, page }: ReportsPageProps) => {
  const { t, to } = visit
  const places = [...byPlace(catalog.reports.filter((report) => isNamed(report, words)))]
  const pages = Math.max(1, Math.ceil(places.length / PLACES_A_PAGE))
  const at = Math.min(page, pages)
  return (
    <Layout
      visit={visit}
      title={t('reports-title')}
      description={t('web-lead')}
      canonical={words === '' && page === 1 ? { path: '/reports' } : null}
    >
      <h1>{t('reports-title')}</h1>
      <p class="summary">
        {t('web-corpus', { reports: catalog.reports.length, passages: catalog.passages })}
      </p>
      <form class="inline" action={to('/reports')} method="get">
        <label for="words">{t('web-reports-filter')}</label>
        <input id="words" type="search" name="w" value={words} />
        <KeepLanguage visit={visit} />
        <button type="submit">{t('web-filter-button')}</button>
      </form>
      {places.length === 0 ? (
        <p>{catalog.reports.length === 0 ? t('reports-empty') : t('web-reports-none', { words })}</p>
      ) : (
        <table class="reports">
          <thead>
            <tr>
              <th scope="col">{t('web-place')}</th>
              <th scope="col">{t('web-reports-column')}</th>
            </tr>
          </thead>
          <tbody>
            {places.slice((at - 1) * PLACES_A_PAGE, at * PLACES_A_PAGE).map(([place, reports]) => (
              <PlaceRow visit={visit} place={place} reports={reports} />
            ))}
          </tbody>
        </table>
      )}
      <Pages visit={visit} path="/reports" parameters={{ w: words }} page={at} pages={pages} />
    </Layout>
  )
}

interface PlaceRowProps extends Pick<ReportsPageProps, 'visit'> {
  readonly place: string
  readonly reports: readonly ReportSummary[]
}

const PlaceRow = ({ visit: { to }, place, reports }: PlaceRowProps) => (
  <tr>
    <th scope="row">{place}</th>
    <td>
      {reports.map((report) => (
        <a href={to(`/reports/${report.id}`)} title={report.meeting}>
          {String(report.year)}
        </a>
      ))}
    </td>
  </tr>
)

function isNamed({ place, title, year, id }: ReportSummary, words: string): boolean {
  return words
    .split(/\s+/)
    .every((word) => [place, title, String(year), id].some((name) => name.includes(word)))
}

function byPlace(reports: readonly ReportSummary[]): Map<string, ReportSummary[]> {
  const places = groupBy(reports, ({ place }) => place)
  for (const list of places.values()) list.sort((a, b) => a.year - b.year)
  return places
}

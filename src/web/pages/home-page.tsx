/** The way in: what this is, a field to ask in, examples, and the reports there are. */
import { reportName } from '../../corpus/naming.ts'
import { type Catalog, newestFirst, type ReportSummary } from '../../search/backend.ts'
import type { Visit } from '../site.ts'
import { Layout, SearchForm } from './layout.tsx'

/** Of a larger corpus the newest are named here, the others in the list of reports. */
const MAX_REPORTS = 12

export const HomePage = ({ visit, catalog }: { readonly visit: Visit; readonly catalog: Catalog }) => {
  const { t, to } = visit
  const newest = [...catalog.reports].sort(newestFirst)
  const [sample] = newest
  return (
    <Layout
      visit={visit}
      title={t('web-name')}
      description={t('web-lead')}
      canonical={{ path: '/' }}
      isHome={true}
    >
      <div class="front">
        <h1>{t('web-slogan')}</h1>
        <p class="lead">{t('web-lead')}</p>
        <SearchForm visit={visit} asked="" />
        {sample === undefined ? null : (
          <nav class="chips" aria-label={t('web-examples')}>
            <span class="label">{t('web-examples')}</span>
            {examples(sample, visit).map((question) => (
              <a href={to('/search', { q: question })} lang="zh">
                {question}
              </a>
            ))}
          </nav>
        )}
      </div>
      <section class="index" aria-labelledby="reports">
        <h2 id="reports">{t('reports-title')}</h2>
        {catalog.reports.length === 0 ? <p>{t('reports-empty')}</p> : null}
        <ul class="report-list">
          {newest.slice(0, MAX_REPORTS).map((report) => (
            <li>
              <a href={to(`/reports/${report.id}`)}>{reportName(report)}</a>
              <small>{report.meeting}</small>
            </li>
          ))}
        </ul>
        {catalog.reports.length > MAX_REPORTS ? (
          <p>
            <a href={to('/reports')}>{t('web-all-reports', { count: catalog.reports.length })}</a>
          </p>
        ) : null}
      </section>
    </Layout>
  )
}

function examples({ place, year }: ReportSummary, { t }: Visit): string[] {
  return [t('example-1', { place, year: String(year) }), t('example-2', { place }), t('example-3', { place })]
}

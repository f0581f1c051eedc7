/** How often the reports say a phrase, which say it first, and which never do. */
import { reportName } from '../../corpus/naming.ts'
import type { Count } from '../../counts/count.ts'
import { trendOf } from '../../counts/trend.ts'
import { countChart } from '../../pictures/count-chart.ts'
import { ChartFigure, chartPreview } from '../parts/chart-figure.tsx'
import { CountTable } from '../parts/count-table.tsx'
import type { Sorting } from '../parts/sorting.tsx'
import type { Visit } from '../site.ts'
import { AskingPage } from './asking-page.tsx'

/** Reports that never say it are named up to here, and counted beyond. */
const MAX_WITHOUT = 60

interface CountPageProps {
  readonly visit: Visit
  readonly phrase: string
  /** null before anything is asked. */
  readonly count: Count | null
  readonly sorting: Sorting
}

export const CountPage = ({ visit, phrase, count, sorting }: CountPageProps) => {
  const { t, to } = visit
  const chart = count === null ? null : countChart([trendOf(count)], t)
  const image = chartPreview(visit, chart, { path: '/charts/count.png', question: phrase })
  return (
    <AskingPage visit={visit} path="/count" asked={phrase} image={image}>
      {count === null ? null : (
        <>
          <p class="summary">
            {t('web-counted', {
              total: count.total,
              reports: count.reports.length,
              all: count.reports.length + count.without.length,
            })}
          </p>
          <ChartFigure visit={visit} chart={chart} path="/charts/count.png" question={phrase} />
          {count.reports.length === 0 ? null : <CountTable visit={visit} count={count} sorting={sorting} />}
          {count.without.length === 0 || count.reports.length === 0 ? null : (
            <p class="summary">
              {t('web-without', { count: count.without.length })}
              {count.without.slice(0, MAX_WITHOUT).map((report, at) => (
                <>
                  {at === 0 ? '' : t('list-comma')}
                  <a href={to(`/reports/${report.id}`)}>{reportName(report)}</a>
                </>
              ))}
              {count.without.length > MAX_WITHOUT ? '…' : ''}
            </p>
          )}
          <p class="actions">
            <a href={to('/search', { q: `“${phrase}”` })}>{t('web-search-phrase')}</a>
            <a href={to('/api/count', { q: phrase, format: 'csv' })}>{t('web-csv')}</a>
            {count.total === 0 ? null : (
              <a href={to('/api/concordance', { q: phrase, format: 'csv' })}>{t('web-concordance-csv')}</a>
            )}
          </p>
        </>
      )}
    </AskingPage>
  )
}

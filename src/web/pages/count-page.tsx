/** How often the reports say a phrase, which say it first, and which never do. */
import type { Count, CountedReport } from '../../counts/count.ts'
import { Bar } from '../parts/bar.tsx'
import { shortName } from '../parts/naming.ts'
import { QuestionForm } from '../parts/question-form.tsx'
import { SortHead, type Sorting, sortRows } from '../parts/sorting.tsx'
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

export const COUNT_COLUMNS = ['place', 'year', 'count', 'share'] as const
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
  const title = phrase === '' ? t('web-nav-count') : `${phrase} - ${t('web-nav-count')}`
  return (
    <Layout visit={visit} title={title} canonical={phrase === '' ? { path: '/count' } : null}>
      <h1>{t('web-nav-count')}</h1>
      <p class="lead">{t('web-count-lead')}</p>
      <QuestionForm visit={visit} path="/count" value={phrase} label={t('web-count-label')} />
      {count === null ? null : (
        <>
          <p class="summary">
            {t('web-counted', {
              total: count.total,
              reports: count.reports.length,
              all: count.reports.length + count.without.length,
            })}
          </p>
          {count.reports.length === 0 ? null : (
            <CountTable visit={visit} phrase={phrase} count={count} sorting={sorting} />
          )}
          {count.without.length === 0 || count.reports.length === 0 ? null : (
            <p class="summary">
              {t('web-without', { count: count.without.length })}
              {count.without.slice(0, MAX_WITHOUT).map((report, at) => (
                <>
                  {at === 0 ? '' : t('list-comma')}
                  <a href={to(`/reports/${report.id}`)}>{shortName(report)}</a>
                </>
              ))}
              {count.without.length > MAX_WITHOUT ? '…' : ''}
            </p>
          )}
          <p class="actions">
            <a href={to('/search', { q: `“${phrase}”` })}>{t('web-search-phrase')}</a>
          </p>
        </>
      )}
    </Layout>
  )
}

const CountTable = ({ visit, phrase, count, sorting }: CountPageProps & { readonly count: Count }) => {
  const { t, to } = visit
  const head = { visit, sorting, path: '/count', parameters: { q: phrase } }
  const most = Math.max(...count.reports.map(({ count: one }) => one))
  return (
    <table class="counts">
      <caption lang="zh">{phrase}</caption>
      <thead>
        <tr>
          <SortHead {...head} column="place">
            {t('web-place')}
          </SortHead>
          <SortHead {...head} column="year">
            {t('web-year')}
          </SortHead>
          <SortHead {...head} column="count" isNumber={true}>
            {t('web-times')}
          </SortHead>
          <SortHead {...head} column="share" isNumber={true}>
            {t('web-per-10000')}
          </SortHead>
          <th scope="col">{t('web-first-place')}</th>
        </tr>
      </thead>
      <tbody>
        {sortRows(count.reports, sorting, columnValue).map(({ report, count: times, per10000, first }) => (
          <tr>
            <th scope="row" lang="zh">
              <a href={to(`/reports/${report.id}`, { q: `“${phrase}”` })}>{report.place}</a>
            </th>
            <td data-label={t('web-year')}>{String(report.year)}</td>
            <td class="number" data-label={t('web-times')}>
              {times}
              <Bar share={times / most} />
            </td>
            <td class="number" data-label={t('web-per-10000')}>
              {per10000.toFixed(2)}
            </td>
            <td data-label={t('web-first-place')}>
              <a href={to(`/passages/${first.id}`, { q: `“${phrase}”` })}>
                {t('paragraph', { number: String(first.paragraph) })}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function columnValue({ report, count, per10000 }: CountedReport, column: string): number | string {
  if (column === 'year') return report.year
  if (column === 'count') return count
  return column === 'share' ? per10000 : report.place
}

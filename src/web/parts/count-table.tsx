/** How often each report says a phrase, as a table to sort. */
import type { Count, CountedReport } from '../../counts/count.ts'
import type { Visit } from '../site.ts'
import { Bar } from './bar.tsx'
import { SortHeads, type Sorting, sortRows } from './sorting.tsx'

const COLUMNS = [
  { column: 'place', label: 'web-place' },
  { column: 'year', label: 'web-year' },
  { column: 'count', label: 'web-times', isNumber: true },
  { column: 'share', label: 'web-per-10000', isNumber: true },
] as const
export const COUNT_COLUMNS = COLUMNS.map(({ column }) => column)

interface CountTableProps {
  readonly visit: Visit
  readonly count: Count
  readonly sorting: Sorting
  /** At most so many rows. Default all. */
  readonly limit?: number
}

export const CountTable = ({ visit, count, sorting, limit }: CountTableProps) => {
  const { phrase } = count
  const head = { visit, sorting, path: '/count', parameters: { q: phrase } }
  const most = Math.max(...count.reports.map(({ count: one }) => one))
  return (
    <table class="counts">
      <caption lang="zh">{phrase}</caption>
      <SortHeads {...head} columns={COLUMNS} last="web-first-place" />
      <tbody>
        {sortRows(count.reports, sorting, columnValue)
          .slice(0, limit)
          .map((counted) => (
            <CountRow visit={visit} phrase={phrase} counted={counted} share={counted.count / most} />
          ))}
      </tbody>
    </table>
  )
}

interface CountRowProps extends Pick<CountTableProps, 'visit'> {
  readonly phrase: string
  readonly counted: CountedReport
  /** Of the longest bar. */
  readonly share: number
}

const CountRow = ({ visit: { t, to }, phrase, counted, share }: CountRowProps) => {
  const { report, count, per10000, first } = counted
  const parameters = { q: `“${phrase}”` }
  return (
    <tr>
      <th scope="row" lang="zh">
        <a href={to(`/reports/${report.id}`, parameters)}>{report.place}</a>
      </th>
      <td data-label={t('web-year')}>{String(report.year)}</td>
      <td class="number" data-label={t('web-times')}>
        {count}
        <Bar share={share} />
      </td>
      <td class="number" data-label={t('web-per-10000')}>
        {per10000.toFixed(2)}
      </td>
      <td data-label={t('web-first-place')}>
        <a href={to(`/passages/${first.id}`, parameters)}>
          {t('paragraph', { number: String(first.paragraph) })}
        </a>
      </td>
    </tr>
  )
}

function columnValue({ report, count, per10000 }: CountedReport, column: string): number | string {
  if (column === 'year') return report.year
  if (column === 'count') return count
  return column === 'share' ? per10000 : report.place
}

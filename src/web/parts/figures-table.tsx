/** Rows of figures: whose, of which year, done or planned, how much, and the words that say so. */

import { citePassage } from '../../answer/citation.ts'
import type { FiguresAnswer } from '../../answer/figures/answer-figures.ts'
import { comparableAmounts } from '../../answer/figures/comparable-amounts.ts'
import { figureNumber } from '../../answer/figures/figure-number.ts'
import { reportName } from '../../corpus/naming.ts'
import { readChange, readValue } from '../../figures/quantity.ts'
import type { StatedFigure } from '../../search/backend.ts'
import type { Visit } from '../site.ts'
import { Bar } from './bar.tsx'
import { CopyButton } from './passage-actions.tsx'
import { SortHeads, type Sorting, sortRows } from './sorting.tsx'

const COLUMNS = [
  { column: 'place', label: 'web-whose' },
  { column: 'year', label: 'web-year' },
  { column: 'kind', label: 'web-kind' },
  { column: 'value', label: 'web-value', isNumber: true },
] as const
export const FIGURE_COLUMNS = COLUMNS.map(({ column }) => column)

interface FiguresTableProps {
  readonly visit: Visit
  readonly answer: FiguresAnswer
  readonly question: string
  readonly sorting: Sorting
  /** At most so many rows. Default all. */
  readonly limit?: number
}

export const FiguresTable = ({ visit, answer, question, sorting, limit }: FiguresTableProps) => {
  const head = { visit, sorting, path: '/figures', parameters: { q: question } }
  const rows = sortRows(answer.rows, sorting, columnValue).slice(0, limit)
  const shares = sharesOf(answer.rows)
  return (
    <table class="figures">
      <caption>{answer.indicator}</caption>
      <SortHeads {...head} columns={COLUMNS} last="web-words" />
      <tbody>
        {rows.map((one) => (
          <FigureRow visit={visit} stated={one} share={shares?.get(one) ?? null} />
        ))}
      </tbody>
    </table>
  )
}

interface FigureRowProps extends Pick<FiguresTableProps, 'visit'> {
  readonly stated: StatedFigure
  /** Of the longest bar; null for no bar. */
  readonly share: number | null
}

const FigureRow = ({ visit, stated: { figure, passage, report }, share }: FigureRowProps) => {
  const { t, to } = visit
  return (
    <tr>
      <th scope="row" lang="zh">
        {report.place}
        {figure.subject === null ? null : <small> {figure.subject}</small>}
      </th>
      <td data-label={t('web-year')}>
        {String(figure.year)}
        {figure.scope === null ? null : <small lang="zh"> {figure.scope}</small>}
      </td>
      <td data-label={t('web-kind')}>
        <span class={`kind ${figure.kind}`}>{t(`web-kind-${figure.kind}`)}</span>
      </td>
      <td class="number" data-label={t('web-value')} lang="zh">
        {figureNumber(figure)}
        {share === null ? null : <Bar share={share} isTarget={figure.kind === 'target'} />}
      </td>
      <td class="words">
        <q lang="zh">{figure.quote}</q>{' '}
        <a href={to(`/passages/${figure.passage}#mark`, { mark: `${figure.start}-${figure.end}` })}>
          {reportName(report)} › {t('paragraph', { number: String(figure.paragraph) })}
        </a>{' '}
        <CopyButton visit={visit} copied={`“${figure.quote}”\n${citePassage(passage, report)}`} />
      </td>
    </tr>
  )
}

/** Which reports were asked about and are silent, and what all of them leave out. */
export const FiguresNotes = ({ visit, answer }: Pick<FiguresTableProps, 'visit' | 'answer'>) => {
  const { t } = visit
  const { absent, lacking } = answer
  const covered = absent.filter(({ isCovered }) => isCovered)
  const uncovered = absent.filter(({ isCovered }) => !isCovered)
  return (
    <>
      {lacking === null ? null : <p class="notices">{t(`web-lacking-${lacking}`)}</p>}
      <SilentReports visit={visit} lead={t('web-absent')} silent={covered} />
      <SilentReports visit={visit} lead={t('web-uncovered')} silent={uncovered} />
    </>
  )
}

interface SilentReportsProps extends Pick<FiguresTableProps, 'visit'> {
  readonly lead: string
  readonly silent: FiguresAnswer['absent']
}

const SilentReports = ({ visit: { t, to }, lead, silent }: SilentReportsProps) =>
  silent.length === 0 ? null : (
    <p class="summary">
      {lead}
      {silent.map(({ report, year }, at) => (
        <>
          {at === 0 ? '' : t('list-comma')}
          <a href={to(`/reports/${report.id}`)}>
            {t('web-absent-year', { place: report.place, year: String(year) })}
          </a>
        </>
      ))}
    </p>
  )

function columnValue({ figure, report }: StatedFigure, column: string): number | string | null {
  switch (column) {
    case 'year':
      return figure.year
    case 'kind':
      return figure.kind === 'actual' ? 0 : 1
    case 'value':
      return (readValue(figure) ?? readChange(figure))?.number ?? null
    default:
      return report.place
  }
}

/** Each row's length of the longest; null where there is nothing to compare, or not in one unit. */
function sharesOf(rows: readonly StatedFigure[]): ReadonlyMap<StatedFigure, number> | null {
  const amounts = comparableAmounts(rows)?.amounts
  if (amounts === undefined) return null
  const most = Math.max(...[...amounts.values()].map(Math.abs))
  return most === 0 ? null : new Map([...amounts].map(([row, number]) => [row, number / most]))
}

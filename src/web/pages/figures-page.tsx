/** What the reports state in figures: a table to sort, with what is silent, to take away as CSV. */
import type { FiguresAnswer } from '../../answer/figures/answer-figures.ts'
import { figureChart } from '../../pictures/figure-chart.ts'
import { ChartFigure, chartPreview } from '../parts/chart-figure.tsx'
import { FiguresNotes, FiguresTable } from '../parts/figures-table.tsx'
import type { Sorting } from '../parts/sorting.tsx'
import type { Visit } from '../site.ts'
import { AskingPage } from './asking-page.tsx'

interface FiguresPageProps {
  readonly visit: Visit
  readonly question: string
  /** null where the question is none for figures, or there is none. */
  readonly answer: FiguresAnswer | null
  readonly sorting: Sorting
  /** Places of the corpus, for examples. */
  readonly sample: string
}

export const FiguresPage = ({ visit, question, answer, sorting, sample }: FiguresPageProps) => {
  const { t, to } = visit
  const chart = answer === null ? null : figureChart(answer, t)
  const image = chartPreview(visit, chart, { path: '/charts/figures.png', question })
  return (
    <AskingPage visit={visit} path="/figures" asked={question} image={image}>
      {question === '' ? <Examples visit={visit} sample={sample} /> : null}
      {question !== '' && (answer === null || answer.rows.length === 0) ? (
        <p class="summary weak">
          {t(answer === null ? 'web-figures-none-asked' : 'web-figures-none', {
            indicator: answer?.indicator ?? '',
          })}{' '}
          <a href={to('/search', { q: question })}>{t('web-search-instead')}</a>
        </p>
      ) : null}
      {answer === null ? null : <FiguresNotes visit={visit} answer={answer} />}
      {answer === null || answer.rows.length === 0 ? null : (
        <>
          <ChartFigure visit={visit} chart={chart} path="/charts/figures.png" question={question} />
          <FiguresTable visit={visit} answer={answer} question={question} sorting={sorting} />
          <p class="actions">
            <a href={to('/api/figures', { q: question, format: 'csv' })}>{t('web-csv')}</a>
            <a href={to('/search', { q: question })}>{t('button-results')}</a>
          </p>
        </>
      )}
    </AskingPage>
  )
}

const Examples = ({ visit: { t, to }, sample }: Pick<FiguresPageProps, 'visit' | 'sample'>) => (
  <nav class="chips" aria-label={t('web-examples')}>
    <span class="label">{t('web-examples')}</span>
    {['web-figures-example-1', 'web-figures-example-2', 'web-figures-example-3'].map((key) => {
      const question = t(key, { place: sample })
      return (
        <a href={to('/figures', { q: question })} lang="zh">
          {question}
        </a>
      )
    })}
  </nav>
)

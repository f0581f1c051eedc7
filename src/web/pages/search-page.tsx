/** The answer to a question: verdict on a quote, what was found and how well, the passages, ways to narrow and to go on. */

import type { Answer } from '../../answer/answer.ts'
import type { Named } from '../../answer/named-report.ts'
import { reportName } from '../../corpus/naming.ts'
import { SHAPES } from '../../pictures/card-layout.ts'
import type { TextVerdict } from '../../quote/verify-text.ts'
import type { ReportCount } from '../../search/backend.ts'
import { Checked } from '../parts/checked.tsx'
import { CountTable } from '../parts/count-table.tsx'
import { FiguresNotes, FiguresTable } from '../parts/figures-table.tsx'
import { HitCard } from '../parts/hit-card.tsx'
import { NamedLinks } from '../parts/named-links.tsx'
import { isNarrowed, type Narrowing, narrowQuery } from '../parts/narrowing.ts'
import { Notices } from '../parts/notices.tsx'
import { Pages } from '../parts/pages.tsx'
import { UNSORTED } from '../parts/sorting.tsx'
import { NotFound } from '../parts/verdict.tsx'
import { hasPictures, type Visit } from '../site.ts'
import { Layout, type PreviewImage } from './layout.tsx'

export const HITS_A_PAGE = 10
/** Reports offered as filters. */
const MAX_FACETS = 12

export interface SearchPageProps {
  readonly visit: Visit
  /** As typed. */
  readonly question: string
  readonly narrowing: Narrowing
  readonly answer: Answer
  /** From 1. */
  readonly page: number
  /** What the words name rather than ask for. */
  readonly named: Named | null
  /** On words that are a pasted quote, or state something; null where they ask. */
  readonly verdict: TextVerdict | null
}

export const SearchPage = (props: SearchPageProps) => {
  const { visit, question, narrowing, answer, page, named, verdict } = props
  const { t } = visit
  return (
    <Layout
      visit={visit}
      title={t('web-search-title', { question })}
      asked={question}
      canonical={null}
      image={previewOf(props)}
    >
      <h1 class="quiet">{t('web-search-heading', { question })}</h1>
      {named === null ? <Notices answer={answer} t={t} /> : <NamedLinks visit={visit} named={named} />}
      {verdict === null ? null : <Checked visit={visit} sentences={verdict.sentences} />}
      {verdict === null && answer.quote?.kind === 'not-found' ? (
        <NotFound visit={visit} check={answer.quote} />
      ) : null}
      <Figures {...props} />
      <MentionsShown {...props} />
      <p class={`summary ${answer.match}`}>{summaryText(props)}</p>
      <Suggestions {...props} />
      <Facets {...props} />
      {answer.hits.map((hit) => (
        <HitCard visit={visit} hit={hit} question={question} />
      ))}
      {answer.total > 1 ? (
        <p class="actions">
          <a href={visit.to('/api/search', { q: narrowQuery(question, narrowing), format: 'csv' })}>
            {t('web-csv')}
          </a>
        </p>
      ) : null}
      <Pages
        visit={visit}
        path="/search"
        parameters={{ q: question, ...narrowing }}
        page={page}
        pages={Math.ceil(answer.total / HITS_A_PAGE)}
      />
    </Layout>
  )
}

/** The sentence that answers. */
function previewOf({ visit, answer }: SearchPageProps): PreviewImage | null {
  const [best] = answer.hits
  if (best === undefined || answer.match !== 'strong' || !hasPictures(visit.site)) return null
  const parameters = { mark: best.sentence.range.join('-') }
  return { path: `/cards/${best.passage.id}.png`, parameters, size: SHAPES.wide }
}

/** More rows than these are on a page of their own. */
const MAX_FIGURES = 8

const Figures = ({ visit, answer: { figures }, question, narrowing, page }: SearchPageProps) => {
  if (page > 1 || figures === null || figures.rows.length + figures.absent.length === 0) return null
  const asked = narrowQuery(question, narrowing)
  const count = figures.rows.length
  return (
    <section class="stated-figures" aria-label={visit.t('web-nav-figures')}>
      {count === 0 ? null : (
        <FiguresTable
          {...{ visit, question: asked }}
          answer={figures}
          sorting={UNSORTED}
          limit={MAX_FIGURES}
        />
      )}
      <FiguresNotes visit={visit} answer={figures} />
      {count > MAX_FIGURES ? (
        <p>
          <a href={visit.to('/figures', { q: asked })}>{visit.t('web-all-figures', { count })}</a>
        </p>
      ) : null}
    </section>
  )
}

/** Who says a phrase, since when and how often. */
const MentionsShown = ({ visit, answer: { mentions } }: SearchPageProps) => {
  if (mentions === null) return null
  const { count } = mentions
  return (
    <section class="stated-figures" aria-label={visit.t('web-nav-count')}>
      <p class="summary">
        {visit.t('web-counted', {
          total: count.total,
          reports: count.reports.length,
          all: count.reports.length + count.without.length,
        })}{' '}
        <a href={visit.to('/count', { q: count.phrase })}>{visit.t('web-count-more')}</a>
      </p>
      {count.reports.length === 0 ? null : (
        <CountTable visit={visit} count={count} sorting={UNSORTED} limit={MAX_FIGURES} />
      )}
    </section>
  )
}

function summaryText({ visit: { t }, question, answer }: SearchPageProps): string {
  if (answer.hits.length > 0) {
    const key = answer.match === 'strong' ? 'web-found' : 'web-found-weak'
    return t(key, { total: answer.total, reports: answer.reports.length })
  }
  if (answer.total > 0) return t('results-past-the-end')
  if (!/[\p{L}\p{N}]/u.test(question)) return t('question-without-words')
  return t('web-found-none')
}

const Suggestions = ({ visit: { t, to }, answer }: SearchPageProps) =>
  answer.suggestions.length === 0 ? null : (
    <nav class="chips" aria-label={t('web-suggestions')}>
      <span class="label">{t('web-suggestions')}</span>
      {answer.suggestions.map(({ label, query, kind }) => (
        <a href={to('/search', { q: query })}>{kind === 'drop-filter' ? `✕ ${label}` : label}</a>
      ))}
    </nav>
  )

/** Filters as links: by report, and off again. */
const Facets = ({ visit: { t, to }, question, narrowing, answer }: SearchPageProps) => {
  if (isNarrowed(narrowing)) {
    const values = [narrowing.place, narrowing.year, nameOf(narrowing.report, answer.reports)]
    return (
      <nav class="chips" aria-label={t('web-filters')}>
        <span class="label">{t('narrowed', { to: values.filter((value) => value !== null).join(' ') })}</span>
        <a href={to('/search', { q: question })}>{t('web-widen')}</a>
      </nav>
    )
  }
  if (answer.reports.length < 2) return null
  return (
    <nav class="chips" aria-label={t('web-filters')}>
      <span class="label">{t('web-only-in')}</span>
      {answer.reports.slice(0, MAX_FACETS).map(({ report, count }) => (
        <a href={to('/search', { q: question, report: report.id })}>
          {reportName(report)} <small>{count}</small>
        </a>
      ))}
    </nav>
  )
}

function nameOf(id: string | null, reports: readonly ReportCount[]): string | null {
  const known = reports.find(({ report }) => report.id === id)
  return known === undefined ? id : reportName(known.report)
}

/** What one report says otherwise than another: sentence by sentence, with the terms that it says first. */

import { reportName } from '../../corpus/naming.ts'
import type { Change, ChangeKind } from '../../counts/changes.ts'
import { countKinds, type ReportChanges } from '../../counts/report-changes.ts'
import type { Catalog, ReportSummary } from '../../search/backend.ts'
import { KeepLanguage } from '../parts/keep-language.tsx'
import { Pages } from '../parts/pages.tsx'
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

export const CHANGE_KINDS = ['figure', 'reworded', 'new', 'dropped', 'kept'] as const
/** A list to choose from is no use beyond so many: there an id is typed. */
const MAX_CHOICES = 500
const SENTENCES_A_PAGE = 80

interface ChangesPageProps {
  readonly visit: Visit
  readonly catalog: Catalog
  readonly a: string
  readonly b: string
  /** null before anything is asked. */
  readonly found: ReportChanges | null
  /** The kind that is shown; null for all but the sentences that are kept. */
  readonly kind: ChangeKind | null
  /** From 1. */
  readonly page: number
}

export const ChangesPage = (props: ChangesPageProps) => {
  const { visit, found } = props
  const { t } = visit
  return (
    <Layout
      visit={visit}
      title={t('web-nav-changes')}
      canonical={found === null ? { path: '/changes' } : null}
    >
      <h1>{t('web-nav-changes')}</h1>
      <p class="lead">{t('web-changes-lead')}</p>
      <Choice {...props} />
      {found === null ? null : <ChangesFound {...props} found={found} />}
    </Layout>
  )
}

const Choice = ({ visit, catalog, a, b }: ChangesPageProps) => {
  const { t, to } = visit
  const field = (name: string, value: string, label: string) => (
    <div>
      <label for={name}>{label}</label>
      {catalog.reports.length > MAX_CHOICES ? (
        <input id={name} type="search" name={name} value={value} />
      ) : (
        <select id={name} name={name}>
          {catalog.reports.map((report: ReportSummary) => (
            <option value={report.id} selected={report.id === value} lang="zh">
              {reportName(report)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
  return (
    <form class="choice" action={to('/changes')} method="get">
      {field('a', a, t('web-changes-from'))}
      {field('b', b, t('web-changes-to'))}
      <KeepLanguage visit={visit} />
      <button type="submit">{t('web-changes-button')}</button>
    </form>
  )
}

const ChangesFound = ({
  visit,
  found,
  a,
  b,
  kind,
  page,
}: ChangesPageProps & { readonly found: ReportChanges }) => {
  const { t, to } = visit
  const counts = countKinds(found.changes)
  const shown = found.changes.filter((change) =>
    kind === null ? change.kind !== 'kept' : change.kind === kind,
  )
  return (
    <>
      {found.terms.length === 0 ? null : <NewTerms visit={visit} found={found} />}
      <p class="actions">
        <a href={to('/api/changes', { a, b, format: 'docx' })}>{t('web-changes-docx')}</a>
        <a href={to('/api/changes', { a, b, format: 'html' })}>{t('web-changes-html')}</a>
      </p>
      <nav class="chips" aria-label={t('web-filters')}>
        <span class="label">{t('web-only-in')}</span>
        {CHANGE_KINDS.map((one) => (
          <a href={to('/changes', { a, b, kind: one })} {...(one === kind && { 'aria-current': 'true' })}>
            {t(`web-change-${one}`)} <small>{counts[one]}</small>
          </a>
        ))}
        {kind === null ? null : <a href={to('/changes', { a, b })}>{t('web-widen')}</a>}
      </nav>
      <div class="changes">
        {shown.slice((page - 1) * SENTENCES_A_PAGE, page * SENTENCES_A_PAGE).map((change) => (
          <ChangeRow visit={visit} change={change} />
        ))}
      </div>
      <Pages
        visit={visit}
        path="/changes"
        parameters={{ a, b, kind }}
        page={page}
        pages={Math.ceil(shown.length / SENTENCES_A_PAGE)}
      />
    </>
  )
}

const NewTerms = ({ visit: { t, to }, found }: { readonly visit: Visit; readonly found: ReportChanges }) => (
  <section class="terms">
    <h2>{t('web-new-terms', { report: reportName(found.b) })}</h2>
    <p>
      {found.terms.map(({ term, count, passage }) => (
        <a href={to(`/passages/${passage}`, { q: `“${term}”` })} lang="zh">
          {term}
          {count > 1 ? <small> {count}</small> : null}
        </a>
      ))}
    </p>
  </section>
)

const ChangeRow = ({ visit: { t, to }, change }: { readonly visit: Visit; readonly change: Change }) => {
  const { kind, a, b, diff } = change
  return (
    <div class={`change ${kind}`}>
      <p class="source">
        <span class={`kind ${kind}`}>{t(`web-change-${kind}`)}</span>
        {[a, b].map((side) =>
          side === null ? null : (
            <a href={to(`/passages/${side.passage}#mark`, { mark: `${side.start}-${side.end}` })}>
              {t('paragraph', { number: String(side.paragraph) })}
            </a>
          ),
        )}
      </p>
      <blockquote lang="zh">
        {diff.length === 0
          ? (b ?? a)?.text
          : diff.map((part) => {
              if (part.kind === 'added') return <ins>{part.text}</ins>
              return part.kind === 'removed' ? <del>{part.text}</del> : part.text
            })}
      </blockquote>
    </div>
  )
}

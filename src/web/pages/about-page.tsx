/** What this is, what it promises, what it knows of its visitors, and what the corpus holds. */
import type { Catalog } from '../../search/backend.ts'
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

interface AboutPageProps {
  readonly visit: Visit
  readonly catalog: Catalog
}

export const AboutPage = ({ visit, catalog }: AboutPageProps) => {
  const { t } = visit
  const bot = visit.site.botUsername()
  return (
    <Layout
      visit={visit}
      title={t('web-nav-about')}
      description={t('about-text')}
      canonical={{ path: '/about' }}
    >
      <div class="prose">
        <h1>{t('web-nav-about')}</h1>
        <p class="lead">{t('web-about-text')}</p>
        <h2>{t('web-promises')}</h2>
        <ul>
          {PROMISES.map((key) => (
            <li>{t(key)}</li>
          ))}
        </ul>
        <h2>{t('web-how')}</h2>
        <dl class="how">
          {HOW.map((name) => (
            <div>
              <dt lang="zh">{t(`web-how-${name}-example`)}</dt>
              <dd>{t(`web-how-${name}`)}</dd>
            </div>
          ))}
        </dl>
        <h2>{t('web-corpus-heading')}</h2>
        <CorpusInWords visit={visit} catalog={catalog} />
        <h2>{t('privacy-title')}</h2>
        <p>{t('web-privacy')}</p>
        {bot === null ? null : (
          <p>
            <a href={`https://t.me/${bot}`} rel="noopener">
              {t('web-open-bot', { bot })}
            </a>
          </p>
        )}
      </div>
    </Layout>
  )
}

const CorpusInWords = ({ visit: { t }, catalog: { reports, passages } }: AboutPageProps) => {
  if (reports.length === 0) return <p>{t('reports-empty')}</p>
  const years = reports.map(({ year }) => year)
  const newest =
    reports
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? ''
  return (
    <>
      <p>
        {t('about-corpus', {
          reports: reports.length,
          places: new Set(reports.map(({ place }) => place)).size,
          from: String(Math.min(...years)),
          to: String(Math.max(...years)),
          passages,
        })}
      </p>
      {newest === '' ? null : <p>{t('about-newest', { date: newest })}</p>}
    </>
  )
}

const PROMISES = [
  'web-promise-verbatim',
  'web-promise-cited',
  'web-promise-honest',
  'web-promise-open',
] as const
const HOW = ['words', 'phrase', 'without', 'filter', 'quote'] as const

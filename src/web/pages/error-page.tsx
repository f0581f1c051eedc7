/** What a visitor sees when there is nothing to show: what is the case, and where to go on. */
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

/** Reasons that have texts of their own. */
export type Trouble =
  | 'not-found'
  | 'passage'
  | 'report'
  | 'method'
  | 'bad-request'
  | 'too-large'
  | 'unreadable'
  | 'picture'
  | 'too-many'
  | 'unavailable'
  | 'failure'

export const ErrorPage = ({ visit, trouble }: { readonly visit: Visit; readonly trouble: Trouble }) => {
  const { t, to } = visit
  return (
    <Layout visit={visit} title={t(`web-error-${trouble}-title`)} canonical={null}>
      <div class="prose">
        <h1>{t(`web-error-${trouble}-title`)}</h1>
        <p class="lead">{t(`web-error-${trouble}`)}</p>
        <p>
          <a href={to('/')}>{t('web-home')}</a> · <a href={to('/reports')}>{t('web-nav-reports')}</a>
        </p>
      </div>
    </Layout>
  )
}

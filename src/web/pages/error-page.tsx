/** What a visitor sees when there is nothing to show: what is the case, and where to go on. */
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

/** Reasons that have texts of their own, each with its status. */
export const STATUS = {
  'not-found': 404,
  passage: 404,
  report: 404,
  method: 405,
  'bad-request': 400,
  'too-large': 413,
  unreadable: 422,
  picture: 422,
  'too-many': 429,
  unavailable: 503,
  failure: 500,
} as const
export type Trouble = keyof typeof STATUS

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

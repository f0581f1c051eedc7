/** The form that takes a quote to check, and below it what the check found. */
import type { QuoteCheck } from '../../quote/check.ts'
import { Verdict } from '../parts/verdict.tsx'
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

interface VerifyPageProps {
  readonly visit: Visit
  readonly text: string
  /** null before anything is asked. */
  readonly check: QuoteCheck | null
}

export const VerifyPage = ({ visit, text, check }: VerifyPageProps) => {
  const { t, to } = visit
  return (
    <Layout
      visit={visit}
      title={t('web-nav-verify')}
      description={t('web-verify-lead')}
      canonical={text === '' ? { path: '/verify' } : null}
    >
      <h1>{t('web-nav-verify')}</h1>
      <p class="lead">{t('web-verify-lead')}</p>
      <form class="verify" action={to('/verify')} method="post">
        <label for="text">{t('web-verify-label')}</label>
        <textarea id="text" name="text" rows={6} maxlength={5000} required lang="zh">
          {text}
        </textarea>
        <button type="submit">{t('web-verify-button')}</button>
      </form>
      {check === null ? null : <Verdict visit={visit} check={check} />}
    </Layout>
  )
}

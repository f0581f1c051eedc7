/** The form that takes a quote or a draft to check, and below it what the check found. */
import { ALL_ENDINGS } from '../../import/source/source.ts'
import type { CheckedText } from '../checked-text.ts'
import { Checked } from '../parts/checked.tsx'
import type { Visit } from '../site.ts'
import { Layout } from './layout.tsx'

interface VerifyPageProps {
  readonly visit: Visit
  /** What stands in the field. */
  readonly text: string
  /** null before anything is asked. */
  readonly checked: CheckedText | null
}

export const VerifyPage = ({ visit, text, checked }: VerifyPageProps) => {
  const { t, to } = visit
  return (
    <Layout
      visit={visit}
      title={t('web-nav-verify')}
      description={t('web-verify-lead')}
      canonical={checked === null ? { path: '/verify' } : null}
    >
      <h1>{t('web-nav-verify')}</h1>
      <p class="lead">{t('web-verify-lead')}</p>
      <form class="verify" action={to('/verify')} method="post" enctype="multipart/form-data">
        <label for="text">{t('web-verify-label')}</label>
        <textarea id="text" name="text" rows={6} lang="zh">
          {text}
        </textarea>
        <label for="draft">{t('web-draft-label')}</label>
        <input id="draft" type="file" name="draft" accept={ALL_ENDINGS.join(',')} />
        <button type="submit">{t('web-verify-button')}</button>{' '}
        <button type="submit" class="second" name="as" value="docx">
          {t('web-verify-docx')}
        </button>
      </form>
      {checked === null || checked.unchecked === 0 ? null : (
        <p class="notices">{t('web-unchecked', { count: checked.unchecked })}</p>
      )}
      {checked === null ? null : <Checked visit={visit} sentences={checked.sentences} />}
    </Layout>
  )
}

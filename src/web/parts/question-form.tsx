/** A form with one field that asks a page of its own. */
import type { Visit } from '../site.ts'

interface QuestionFormProps {
  readonly visit: Visit
  readonly path: string
  readonly value: string
  readonly label: string
}

export const QuestionForm = ({
  visit: { t, to, query, language },
  path,
  value,
  label,
}: QuestionFormProps) => (
  <form class="question" action={to(path)} method="get">
    <label for="question">{label}</label>
    <input id="question" type="search" name="q" value={value} lang="zh" />
    {query.has('lang') ? <input type="hidden" name="lang" value={language} /> : null}
    <button type="submit">{t('web-search-button')}</button>
  </form>
)

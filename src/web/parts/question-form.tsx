/** A form with one field that asks a page of its own. */
import type { Visit } from '../site.ts'
import { KeepLanguage } from './keep-language.tsx'

interface QuestionFormProps {
  readonly visit: Visit
  readonly path: string
  readonly value: string
  readonly label: string
}

export const QuestionForm = ({ visit, path, value, label }: QuestionFormProps) => (
  <form class="question" action={visit.to(path)} method="get">
    <label for="question">{label}</label>
    <input id="question" type="search" name="q" value={value} lang="zh" />
    <KeepLanguage visit={visit} />
    <button type="submit">{visit.t('web-search-button')}</button>
  </form>
)

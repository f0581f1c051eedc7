/** What a form sends beside its fields, so that its answer is in the language that the visitor chose. */
import type { Visit } from '../site.ts'

export const KeepLanguage = ({ visit: { query, language } }: { readonly visit: Visit }) =>
  query.has('lang') ? <input type="hidden" name="lang" value={language} /> : null

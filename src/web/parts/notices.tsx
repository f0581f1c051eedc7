/** What of a question could not be taken as it was meant, and what of it the corpus lacks. */

import type { Answer } from '../../answer/answer.ts'
import type { Missing } from '../../search/searcher.ts'
import { clip } from '../../text/clip.ts'
import type { Translate } from '../../text/translate.ts'

export const Notices = ({ answer, t }: { readonly answer: Answer; readonly t: Translate }) => {
  const lines = [
    ...answer.query.faults.map(({ kind, text }) => t(`fault-${kind}`, { text: clip(text) })),
    ...(answer.missing ?? []).map((lack) => missingLine(lack, t)),
  ]
  if (lines.length === 0) return null
  return (
    <ul class="notices">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

function missingLine(lack: Missing, t: Translate): string {
  if (lack.kind === 'place') return t('missing-place', { place: clip(lack.text) })
  if (lack.kind === 'word') {
    const word = clip(lack.text)
    if (lack.places.length === 0) return t('missing-word', { word })
    const key = lack.reports > 0 ? 'missing-word-place' : 'missing-word-place-only'
    return t(key, { place: lack.places.join(t('list-comma')), word, reports: lack.reports })
  }
  if (lack.kind !== 'year') return t(`missing-${lack.kind}`, { words: clip(lack.text) })
  const years = lack.years.join(t('list-comma'))
  if (lack.place === null) return t('missing-year-anywhere', { years, year: lack.text })
  return t('missing-year', { place: lack.place, years, year: lack.text })
}

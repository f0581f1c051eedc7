/** Turns what a question asks about and no report covers into a line that says so. */
import type { Missing } from '../search/searcher.ts'
import { clip } from '../text/clip.ts'
import type { Translate } from '../text/translate.ts'

export function missingLine(lack: Missing, t: Translate): string {
  if (lack.kind === 'place') return t('missing-place', { place: clip(lack.text) })
  if (lack.kind === 'word') {
    const word = clip(lack.text)
    if (lack.places.length === 0) return t('missing-word', { word })
    const key = lack.reports > 0 ? 'missing-word-place' : 'missing-word-place-only'
    return t(key, { place: lack.places.join(t('list-comma')), word, reports: lack.reports })
  }
  if (lack.kind === 'review') return t('missing-review', { place: lack.place, year: lack.text })
  if (lack.kind !== 'year') return t(`missing-${lack.kind}`, { words: clip(lack.text) })
  const years = lack.years.join(t('list-comma'))
  if (lack.place === null) return t('missing-year-anywhere', { years, year: lack.text })
  return t('missing-year', { place: lack.place, years, year: lack.text })
}

/** The words of pictures that are not the reports' own, in a language. */
import type { Translate } from '../text/translate.ts'
import type { CardLabels } from './card-layout.ts'

export function cardLabels(t: Translate): CardLabels {
  return {
    name: t('picture-name'),
    verified: t('card-verified'),
    extract: ({ first, last, count }) =>
      first === last
        ? t('card-sentence', { first: String(first), count: String(count) })
        : t('card-sentences', { first: String(first), last: String(last), count: String(count) }),
  }
}

/** Turns a query into what may tell its topic: no place that the reports are not of, and no word of mere talk. */
import { foldText } from '../../text/normalizer.ts'
import { cutWords } from '../../text/words.ts'
import { isFiller } from './filler-words.ts'
import type { Query } from './query.ts'

/** Folded, with spaces for what is left out. */
export function topicText({ terms, foreign }: Pick<Query, 'terms' | 'foreign'>): string {
  const placeless = foreign.reduce((text, place) => text.replaceAll(foldText(place), ' '), foldText(terms))
  return cutWords(placeless)
    .map(({ segment }) => (isFiller(segment) ? ' '.repeat(segment.length) : segment))
    .join('')
}

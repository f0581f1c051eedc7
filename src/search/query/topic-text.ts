/** Turns a query into the words that may tell its topic: without places that no report is of, and without everyday filler. */
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

/** Tells which words of everyday speech stand around what is asked about and say nothing of it, and which words of a query may tell its topic. */

import { foldText } from '../../text/normalizer.ts'
import { readWords } from '../../text/word-list.ts'
import { cutWords } from '../../text/words.ts'
import type { Query } from './query.ts'

const FILLERS = new Set(readWords(new URL('filler-words.txt', import.meta.url)))

/** @param word A word as cutWords gives it, folded. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word)
}

/** Folded, with spaces for what is left out. */
export function topicText({ terms, foreign }: Pick<Query, 'terms' | 'foreign'>): string {
  const placeless = foreign.reduce((text, place) => text.replaceAll(foldText(place), ' '), foldText(terms))
  return cutWords(placeless)
    .map(({ segment }) => (isFiller(segment) ? ' '.repeat(segment.length) : segment))
    .join('')
}

/** Turns a suggestion into the short name by which a button asks for it: the words themselves may not fit into its data. */
import { createHash } from 'node:crypto'
import type { Suggestion } from '../search/searcher.ts'

const HASH_DIGITS = 8

export function suggestionHash({ query }: Pick<Suggestion, 'query'>): string {
  return createHash('sha256').update(query).digest('hex').slice(0, HASH_DIGITS)
}

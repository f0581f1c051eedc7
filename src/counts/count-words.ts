/** Counts what words name: a question's phrase, or phrases set side by side, in the reports of the places and years named with them. */
import { NO_FILTERS } from '../search/filter.ts'
import { readOperators } from '../search/query/operators.ts'
import type { Searcher } from '../search/searcher.ts'
import { type Count, countPhrase } from './count.ts'
import { findMentions } from './mentions.ts'

/** More phrases than these cannot be told apart in one picture. */
const MAX_PHRASES = 4
const BETWEEN = /\s+(?:vs\.?|和|与|對比|对比)\s+|\s*[、，,/|；;]\s*/iu

/** A count a phrase; none for words without one. */
export async function countWords(searcher: Searcher, words: string): Promise<Count[]> {
  const { query } = await searcher.search(words, { limit: 1 })
  const mentions = await findMentions(searcher, query)
  if (mentions !== null) return [mentions.count]
  const { free, phrases } = readOperators(query.text)
  const named = new Set([...query.named, ...query.foreign])
  const parts = free.split(BETWEEN).map((part) => withoutNames(part, named))
  const asked = [...phrases, ...parts].filter((part) => /[\p{L}\p{N}]/u.test(part)).slice(0, MAX_PHRASES)
  const isNarrowed = asked.join(' ') !== [...phrases, free].join(' ').trim()
  const places =
    query.filters.places.length > 0 ? query.filters.places : isNarrowed ? query.preferences.places : []
  const years = query.filters.years
  const filters = { ...NO_FILTERS, ...query.filters, places, years }
  return await Promise.all(asked.map((phrase) => countPhrase(searcher.backend, phrase, { filters })))
}

/** 低空经济 深圳 is 低空经济 in the reports of 深圳; a place alone is the phrase. */
function withoutNames(part: string, named: ReadonlySet<string>): string {
  const words = part.trim().split(/\s+/u)
  const rest = words.filter((word) => !named.has(word))
  return (rest.length === 0 ? words : rest).join(' ')
}

/** Tells whether what answers a question for a number of a year is of that year, and done or planned as asked. */
import { acceptsYears } from '../../search/filter.ts'
import type { Missing, Searcher, SearchResult } from '../../search/searcher.ts'
import { findYears } from '../../search/verdict/missing.ts'

/** So many of the first hits are taken for an answer. */
const ANSWERING_HITS = 3

/**
 * The year asked about, as missing, where the first hits state figures and none of that year: the plan of another year is no
 * answer. Empty where the reports tell of the year otherwise; null where the hits are of it, or none is asked for.
 */
export async function findOtherTime(
  searcher: Searcher,
  { query, hits }: SearchResult,
): Promise<readonly Missing[] | null> {
  const { intent, preferences } = query
  const { aspect, years } = preferences
  if (intent !== 'figure' || years.length === 0) return null
  const stated = await searcher.backend.figures({
    passages: hits.slice(0, ANSWERING_HITS).map(({ passage }) => passage.id),
  })
  const kind = aspect === 'plan' ? 'target' : aspect === 'review' ? 'actual' : null
  const isOfTime = stated.some(
    ({ figure }) => (kind === null || figure.kind === kind) && acceptsYears({ years }, [figure.year]),
  )
  if (stated.length === 0 || isOfTime) return null
  // A year that is reviewed but not planned, or planned but not reviewed, is not one that the reports lack.
  if (kind !== null) return []
  return findYears(query, await searcher.catalog())
}

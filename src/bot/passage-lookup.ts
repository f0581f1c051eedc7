/** Turns a passage's id into the passage in its place in the report. */

import type { Passage } from '../corpus/report.ts'
import { checkQuote } from '../quote/check.ts'
import type { Searcher } from '../search/searcher.ts'
import type { Range } from '../text/runs.ts'
import type { PlacedPassage } from './replies/passage-reply.ts'
import { HITS_A_PAGE } from './replies/results-reply.ts'
import { narrowedQuery, type ViewState } from './state-link.ts'

/**
 * Finds a passage and its neighbours; null for an unknown or outdated id.
 *
 * `state` is the question it is opened from: what matched there is shown in bold.
 */
export async function placePassage(
  searcher: Searcher,
  id: string,
  state: ViewState | null,
): Promise<PlacedPassage | null> {
  const found = await searcher.passage(id)
  if (found === null) return null
  const { passage, report: summary } = found
  const [report, highlights] = await Promise.all([
    searcher.report(passage.report),
    highlightsOf(searcher, passage, state),
  ])
  return {
    passage,
    report: summary,
    previous: report?.passages[passage.paragraph - 2]?.id ?? null,
    next: report?.passages[passage.paragraph]?.id ?? null,
    highlights,
  }
}

/** What to show in bold: the words that matched, or the words that were quoted. */
async function highlightsOf(
  searcher: Searcher,
  { id, report }: Passage,
  state: ViewState | null,
): Promise<readonly Range[]> {
  if (state === null) return []
  if (state.view === 'check') return await quotedRanges(searcher, id, state.query)
  const query = narrowedQuery(state)
  // Groups and comparisons show the best passage of each report.
  const { hits } =
    state.view === 'list'
      ? await searcher.search(query, { limit: HITS_A_PAGE, offset: state.offset })
      : await searcher.search(narrowedQuery({ query, narrowing: { by: 'report', value: report } }), {
          limit: 1,
        })
  return hits.find(({ passage }) => passage.id === id)?.matches.map(({ range }) => range) ?? []
}

async function quotedRanges(searcher: Searcher, id: string, quote: string): Promise<Range[]> {
  const check = await checkQuote(searcher, quote)
  if (check.kind === 'not-found') return []
  return check.places.filter(({ passage }) => passage.id === id).map(({ range }) => range)
}

/** Puts the changed figures first that a reader looks for first: those of the indicators at the head of the list. */
import { loadIndicators } from '../figures/indicators.ts'
import type { Backend } from '../search/backend.ts'
import { NO_FILTERS } from '../search/filter.ts'
import type { Change } from './changes.ts'

/** The changes of the kind `figure`, most important first; those of no listed indicator last, in the order of b. */
export async function headlineChanges(backend: Backend, changes: readonly Change[]): Promise<Change[]> {
  const changed = changes.filter(({ kind }) => kind === 'figure')
  const passages = [...new Set(changed.flatMap(({ b }) => b?.passage ?? []))]
  if (passages.length === 0) return []
  const stated = await backend.figures({ indicators: null, passages, filters: NO_FILTERS, kind: null })
  const rankOf = new Map(loadIndicators().all.map(({ name }, rank) => [name, rank]))
  const ranks = changed.map((change) => {
    const { b } = change
    const own = stated.filter(
      ({ figure, passage }) =>
        b !== null &&
        passage.id === b.passage &&
        figure.subject === null &&
        figure.start >= b.start &&
        figure.end <= b.end,
    )
    return {
      change,
      rank: Math.min(...own.map(({ figure }) => rankOf.get(figure.indicator) ?? UNLISTED), UNLISTED),
    }
  })
  return ranks.sort((a, b) => a.rank - b.rank).map(({ change }) => change)
}

const UNLISTED = 1_000

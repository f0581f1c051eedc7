/** Puts the changed figures first that a reader looks for first: those of the indicators at the head of the list. */
import type { Figure } from '../figures/figure.ts'
import { loadIndicators } from '../figures/indicators.ts'
import type { Backend } from '../search/backend.ts'
import type { Change, ChangeSide } from './changes.ts'

/**
 * The changes of the kind `figure`, most important first: what both sentences state of a listed indicator, both as a result or
 * both as a target, and of as long a time. Then the others in the order of b; a target beside a result is the last.
 */
export async function headlineChanges(backend: Backend, changes: readonly Change[]): Promise<Change[]> {
  const changed = changes.filter(({ kind }) => kind === 'figure')
  const passages = [...new Set(changed.flatMap(({ a, b }) => [a?.passage ?? [], b?.passage ?? []].flat()))]
  const stated = await backend.figures({ passages })
  const statedBy = (side: ChangeSide | null): Figure[] =>
    stated.flatMap(({ figure, passage }) =>
      side !== null &&
      passage.id === side.passage &&
      figure.subject === null &&
      figure.start >= side.start &&
      figure.end <= side.end
        ? [figure]
        : [],
    )
  const rankOf = new Map(loadIndicators().all.map(({ name }, rank) => [name, rank]))
  const ranks = changed.map((change) => {
    const before = new Map(statedBy(change.a).map((figure) => [measureOf(figure), figure]))
    const both = statedBy(change.b).filter((figure) => isOther(before.get(measureOf(figure)), figure))
    const unlisted = change.a?.tells === change.b?.tells ? rankOf.size : Number.POSITIVE_INFINITY
    return {
      change,
      rank: Math.min(...both.map(({ indicator }) => rankOf.get(indicator) ?? unlisted), unlisted),
    }
  })
  return ranks.sort((a, b) => a.rank - b.rank).map(({ change }) => change)
}

function measureOf({ indicator, kind, scope }: Figure): string {
  return [indicator, kind, scope].join(' ')
}

function isOther(before: Figure | undefined, { value, change, bound }: Figure): boolean {
  if (before === undefined) return false
  return before.value !== value || before.change !== change || before.bound !== bound
}

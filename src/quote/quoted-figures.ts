/** Tells what the figures of a quote that stands in a report say otherwise than the claims of the text around it. */
import type { StatedFigure } from '../search/backend.ts'
import type { Range } from '../text/runs.ts'
import { type ClaimCheck, meaningConflictsOf } from './claims/check-claim.ts'
import { type Conflict, scopeConflictsOf, timeConflictsOf } from './claims/conflict.ts'

/** Of figures without a known name the words stand in the report; year and kind are those of its figures there. */
export function timeConflicts(quoted: readonly StatedFigure[], claims: readonly ClaimCheck[]): Conflict[] {
  return claims.flatMap(({ claim }) => {
    const times = quoted.map((one) => [
      ...timeConflictsOf(claim, one),
      // A year that is named is none of several told of together.
      ...(claim.year?.is === 'named' ? scopeConflictsOf(claim, one) : []),
    ])
    return times.some((conflicts) => conflicts.length === 0) ? [] : (times[0] ?? [])
  })
}

/** Cut off the words before it, a number may tell of something else: of what was added, or of a zone. */
export function meaningConflicts(quoted: readonly StatedFigure[], claims: readonly ClaimCheck[]): Conflict[] {
  return claims.flatMap(({ claim }) => quoted.flatMap((one) => meaningConflictsOf(claim, one)).slice(0, 1))
}

/** So many letters beside the figures name what they are told of. */
const MIN_OWNER = 6

export function namesOwner({ range }: { readonly range: Range }, quoted: readonly StatedFigure[]): boolean {
  const told = quoted.reduce((sum, { figure }) => sum + figure.end - figure.start, 0)
  return range[1] - range[0] - told >= MIN_OWNER
}

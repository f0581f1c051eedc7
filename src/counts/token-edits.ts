/** Says which tokens stay, go and come from one list to another. */
import { diffArrays } from 'diff'

/** A run of tokens: how many on either side. */
export interface Edit {
  readonly isSame: boolean
  readonly a: number
  readonly b: number
}

/** From a to b, in order. */
export function diffTokens(a: readonly string[], b: readonly string[]): Edit[] {
  const changes = diffArrays([...a], [...b], { maxEditLength: MAX_EDITS })
  if (changes === undefined) return [{ isSame: false, a: a.length, b: b.length }]
  return changes.map(({ added, removed, count }) => ({
    isSame: !added && !removed,
    a: added ? 0 : count,
    b: removed ? 0 : count,
  }))
}

/** Edits beyond this many are not worth telling apart: all is changed. */
const MAX_EDITS = 600

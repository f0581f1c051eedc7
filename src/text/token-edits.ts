/** Turns two lists of tokens into the runs that stay, go and come from the one to the other. */
import { diffArrays } from 'diff'

/** A run of tokens: how many on either side. */
export interface Edit {
  readonly isSame: boolean
  readonly a: number
  readonly b: number
}

/** From a to b, in order. More edits than `most` are not worth telling apart: then all is changed. Default 600. */
export function diffTokens(a: readonly string[], b: readonly string[], most = 600): Edit[] {
  const changes = diffArrays([...a], [...b], { maxEditLength: most })
  if (changes === undefined) return [{ isSame: false, a: a.length, b: b.length }]
  return changes.map(({ added, removed, count }) => ({
    isSame: !added && !removed,
    a: added ? 0 : count,
    b: removed ? 0 : count,
  }))
}

/**
 * Puts edits together with the one before them.
 *
 * @param joins Whether to; `before` may be several put together, `index` is that of the edit.
 */
export function joinEdits(
  edits: readonly Edit[],
  joins: (before: Edit, edit: Edit, index: number) => boolean,
): Edit[] {
  const joined: Edit[] = []
  edits.forEach((edit, index) => {
    const last = joined.at(-1)
    if (last === undefined || !joins(last, edit, index)) joined.push(edit)
    else
      joined[joined.length - 1] = {
        isSame: last.isSame && edit.isSame,
        a: last.a + edit.a,
        b: last.b + edit.b,
      }
  })
  return joined
}

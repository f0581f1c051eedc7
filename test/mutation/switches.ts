/** Puts mutants into the source that are off until a test asks for one: so a test is run again for each without loading anything again. */
import { insertAll, wrap } from './insertions.ts'
import type { Placed } from './reach.ts'

/** What a switch can turn on in a process that has loaded the file: all but what runs at loading, and names. */
export function canSwitch({ within, isTopLevel }: Placed): boolean {
  return within !== null && !isTopLevel
}

/** `a < b` becomes `(globalThis.__mutant?.('src/x.ts#7') ? (a <= b) : (a < b))`. */
export function insertSwitches(text: string, mutants: readonly Placed[]): string {
  const insertions = mutants.flatMap((mutant) => {
    const [start, end] = mutant.within ?? [0, 0]
    if (/^super\(/u.test(text.slice(start, end))) return []
    const changed =
      mutant.kind === 'call'
        ? 'undefined'
        : text.slice(start, mutant.start) + mutant.replacement + text.slice(mutant.end, end)
    const open = `(globalThis.__mutant?.('${idOf(mutant)}') ? (${changed}) : (`
    return wrap(text, { kind: mutant.kind, within: [start, end] }, { open, close: '))' })
  })
  return insertAll(text, insertions)
}

export function idOf({ path, number }: Pick<Placed, 'path' | 'number'>): string {
  return `${path}#${number}`
}

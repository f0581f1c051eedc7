/** Puts mutants into the source that are off until a test asks for one: so a test is run again for each without loading anything again. */
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
    const isStatement = mutant.kind === 'call'
    const changed = isStatement
      ? 'undefined'
      : text.slice(start, mutant.start) + mutant.replacement + text.slice(mutant.end, end)
    const last = isStatement && text[end - 1] === ';' ? end - 1 : end
    const open = `${isStatement ? 'void ' : ''}(globalThis.__mutant?.('${idOf(mutant)}') ? (${changed}) : (`
    const length = end - start
    return [
      { at: start, text: open, order: 1e9 - length },
      { at: last, text: '))', order: length - 1e9 },
    ]
  })
  insertions.sort((a, b) => a.at - b.at || a.order - b.order)
  let switched = ''
  let from = 0
  for (const { at, text: inserted } of insertions) {
    switched += text.slice(from, at) + inserted
    from = at
  }
  return switched + text.slice(from)
}

export function idOf({ path, number }: Pick<Placed, 'path' | 'number'>): string {
  return `${path}#${number}`
}

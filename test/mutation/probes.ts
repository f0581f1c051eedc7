/** Which test files run which mutants: a copy of the source is given a probe at each, and the tests run over it once. */
import { insertAll, wrap } from './insertions.ts'
import type { Mutant } from './mutants.ts'

/** Wraps each mutant's expression: `a < b` becomes `(globalThis.__reach?.('src/x.ts#7'), a < b)`. */
export function insertProbes(text: string, mutants: readonly Mutant[], path: string): string {
  const insertions = mutants.flatMap(({ kind, within }, number) => {
    if (within === null || /^super\(/u.test(text.slice(...within))) return []
    return wrap(text, { kind, within }, { open: `(globalThis.__reach?.('${path}#${number}'), `, close: ')' })
  })
  return insertAll(text, insertions)
}

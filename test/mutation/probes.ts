/** Which test files run which mutants: a copy of the source is given a probe at each, and the tests run over it once. */
import { insertAll, wrap } from './insertions.ts'
import type { Mutant } from './mutants.ts'

/** Wraps each mutant's expression: `a < b` becomes `(__reach[7] = 1, a < b)`; a loop runs it a million times, so it costs next to nothing. */
export function insertProbes(text: string, mutants: readonly Mutant[], path: string): string {
  const insertions = mutants.flatMap(({ kind, within }, number) => {
    if (within === null || /^super\(/u.test(text.slice(...within))) return []
    return wrap(text, { kind, within }, { open: `(__reach[${number}] = 1, `, close: ')' })
  })
  // A script may begin with the line that names its program.
  const at = /^#!.*\n/u.exec(text)?.[0].length ?? 0
  const head = `const __reach = globalThis.__reachOf?.('${path}', ${mutants.length}) ?? [];`
  return insertAll(text, [{ at, text: head, order: Number.NEGATIVE_INFINITY }, ...insertions])
}

/** Which test files run which mutants: a copy of the source is given a probe at each, and the tests run over it once. */
import type { Mutant } from './mutants.ts'

/** A statement that only calls; `void`, because a line that begins with a bracket would go on with the line above. */
const PROBE = 'globalThis.__reach?.'

interface Insertion {
  readonly at: number
  readonly text: string
  /** What closes comes before what opens at the same place, the inner before the outer, and what opens the other way about. */
  readonly order: number
}

/** Wraps each mutant's expression: `a < b` becomes `(globalThis.__reach?.('src/x.ts#7'), a < b)`. */
export function insertProbes(text: string, mutants: readonly Mutant[], path: string): string {
  const insertions: Insertion[] = []
  for (const [number, mutant] of mutants.entries()) {
    if (mutant.within === null || /^super\(/u.test(text.slice(...mutant.within))) continue
    const [start, end] = mutant.within
    const isStatement = mutant.kind === 'call'
    const hasSemicolon = isStatement && text[end - 1] === ';'
    const length = end - start
    insertions.push({
      at: start,
      text: `${isStatement ? 'void ' : ''}(${PROBE}('${path}#${number}'), `,
      order: 1e9 - length,
    })
    insertions.push({ at: hasSemicolon ? end - 1 : end, text: ')', order: length - 1e9 })
  }
  insertions.sort((a, b) => a.at - b.at || a.order - b.order)
  let probed = ''
  let from = 0
  for (const { at, text: inserted } of insertions) {
    probed += text.slice(from, at) + inserted
    from = at
  }
  return probed + text.slice(from)
}

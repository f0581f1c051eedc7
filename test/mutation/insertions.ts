/** Puts many pieces into a text at once, each at its place in the text as it was. */

import type { Mutant } from './mutants.ts'

interface Insertion {
  readonly at: number
  readonly text: string
  /** What closes comes before what opens at the same place, the inner before the outer, and what opens the other way about. */
  readonly order: number
}

/** The two pieces around what the mutant changes, in order with those of runs inside it and around it. */
export function wrap(
  text: string,
  { kind, within }: Pick<Mutant, 'kind'> & { readonly within: readonly [start: number, end: number] },
  pieces: { readonly open: string; readonly close: string },
): Insertion[] {
  const [start, end] = within
  // A statement that only calls; `void`, because a line that begins with a bracket would go on with the line above.
  const isStatement = kind === 'call'
  const last = isStatement && text[end - 1] === ';' ? end - 1 : end
  const length = end - start
  return [
    { at: start, text: `${isStatement ? 'void ' : ''}${pieces.open}`, order: 1e9 - length },
    { at: last, text: pieces.close, order: length - 1e9 },
  ]
}

export function insertAll(text: string, insertions: readonly Insertion[]): string {
  let inserted = ''
  let from = 0
  for (const { at, text: piece } of [...insertions].sort((a, b) => a.at - b.at || a.order - b.order)) {
    inserted += text.slice(from, at) + piece
    from = at
  }
  return inserted + text.slice(from)
}

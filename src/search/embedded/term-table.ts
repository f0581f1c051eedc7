/** Finds the number of a term among all terms of an index, which stand end to end in order. */
import type { FrozenArrays } from './postings.ts'

/** Looks terms up by binary search over their code units. */
export class TermTable {
  readonly #units: Uint16Array
  readonly #starts: Uint32Array

  constructor({ termUnits, termStarts }: Pick<FrozenArrays, 'termUnits' | 'termStarts'>) {
    this.#units = termUnits
    this.#starts = termStarts
  }

  /** Number of a term, or -1. */
  find(term: string): number {
    let low = 0
    let high = this.#starts.length - 2
    while (low <= high) {
      const middle = (low + high) >>> 1
      const order = this.#compare(term, middle)
      if (order === 0) return middle
      if (order < 0) high = middle - 1
      else low = middle + 1
    }
    return -1
  }

  #compare(term: string, number: number): number {
    const start = this.#starts[number] as number
    const length = (this.#starts[number + 1] as number) - start
    const shared = Math.min(length, term.length)
    for (let at = 0; at < shared; at++) {
      const difference = term.charCodeAt(at) - (this.#units[start + at] as number)
      if (difference !== 0) return difference
    }
    return term.length - length
  }
}

/** Finds the number of a term among all terms of an index, which stand end to end in order. */
import { firstThat } from '../../text/first-that.ts'
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
    const terms = this.#starts.length - 1
    const number = firstThat(0, terms, (one) => this.#compare(term, one) <= 0)
    return number < terms && this.#compare(term, number) === 0 ? number : -1
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

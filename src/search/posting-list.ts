/** A term's coded postings in one field in; out: one posting after the other. */
import type { FrozenArrays } from './postings.ts'

/** The document at which a list stands that has come to its end. */
const AFTER_ALL = 0x7fffffff

/** Reads a list from its first posting on. */
export class PostingList {
  /** The document of the present posting. */
  document = -1
  frequency = 1
  readonly length: number
  readonly #bytes: Uint8Array
  readonly #end: number
  #at: number

  /** @param item the list's place in the arrays, `term * fields + field`. */
  constructor({ postings, postingCounts, postingStarts }: FrozenArrays, item: number) {
    this.#bytes = postings
    this.#at = postingStarts[item] as number
    this.#end = postingStarts[item + 1] as number
    this.length = postingCounts[item] as number
    this.next()
  }

  /** Goes on to the next posting. */
  next(): void {
    if (this.#at === this.#end) {
      this.document = AFTER_ALL
      return
    }
    const code = this.#read()
    this.document += 1 + (code >>> 1)
    this.frequency = (code & 1) === 0 ? 1 : this.#read() + 2
  }

  #read(): number {
    const bytes = this.#bytes
    let number = bytes[this.#at++] as number
    if (number < 0x80) return number
    number &= 0x7f
    for (let shift = 7; ; shift += 7) {
      const byte = bytes[this.#at++] as number
      number |= (byte & 0x7f) << shift
      if (byte < 0x80) return number
    }
  }
}

/** Turns a term's coded postings in one field into one posting after the other, or the first from a document on. */
import { BLOCK_POSTINGS, type CopiedBlocks, type FrozenArrays, SKIP_BYTES } from './postings.ts'

/** The document at which a list stands that has come to its end. */
const AFTER_ALL = 0x7fffffff

/** Reads a list from its first posting on. */
export class PostingList {
  /** The document of the present posting. */
  document = -1
  frequency = 1
  /** Postings decoded so far, the measure of work that the CI guard counts. */
  read = -1
  readonly length: number
  readonly #bytes: Uint8Array
  readonly #skips: number
  readonly #first: number
  readonly #end: number
  #at: number
  #skip: number

  /** @param item the list's place in the arrays, `term * fields + field`. */
  constructor({ postings, postingCounts, postingStarts }: FrozenArrays, item: number) {
    this.length = postingCounts[item] as number
    this.#bytes = postings
    this.#skips = postingStarts[item] as number
    this.#end = postingStarts[item + 1] as number
    this.#first = this.#skips + SKIP_BYTES * Math.floor(Math.max(0, this.length - 1) / BLOCK_POSTINGS)
    this.#skip = this.#skips
    this.#at = this.#first
    this.next()
  }

  /** Goes on to the next posting. */
  next(): void {
    this.read++
    if (this.#at === this.#end) {
      this.document = AFTER_ALL
      return
    }
    const code = this.#decode()
    this.document += 1 + (code >>> 1)
    this.frequency = (code & 1) === 0 ? 1 : this.#decode() + 2
  }

  /** Goes on to the first posting whose document is not before this one. */
  advance(document: number): void {
    let skip = this.#skip
    while (skip < this.#first && this.#word(skip) < document) skip += SKIP_BYTES
    if (skip > this.#skip) {
      this.#skip = skip
      const last = this.#word(skip - SKIP_BYTES)
      // next() may have come farther.
      if (last > this.document) {
        this.document = last
        this.#at = this.#first + this.#word(skip - SKIP_BYTES / 2)
      }
    }
    while (this.document < document) this.next()
  }

  /**
   * Whole blocks from the first one on whose documents all stand before this one: to be copied, where a list is only to be
   * written again. Null where there is none.
   */
  blocksBefore(document: number): CopiedBlocks | null {
    let skip = this.#skips
    while (skip < this.#first && this.#word(skip) < document) skip += SKIP_BYTES
    if (skip === this.#skips) return null
    const bytes = this.#word(skip - SKIP_BYTES / 2)
    return {
      postings: ((skip - this.#skips) / SKIP_BYTES) * BLOCK_POSTINGS,
      last: this.#word(skip - SKIP_BYTES),
      skips: this.#bytes.subarray(this.#skips, skip - SKIP_BYTES),
      bytes: this.#bytes.subarray(this.#first, this.#first + bytes),
    }
  }

  #decode(): number {
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

  #word(at: number): number {
    const bytes = this.#bytes
    const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8)
    return low | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24)
  }
}

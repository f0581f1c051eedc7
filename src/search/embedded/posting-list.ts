/** Turns a term's coded postings in one field into one posting after the other, or the first from a document on. */
import {
  BLOCK_POSTINGS,
  type FrozenArrays,
  lengthOfNumber,
  numberAt,
  type PostingsWriter,
  SKIP_BYTES,
} from './postings.ts'

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
  readonly #first: number
  readonly #end: number
  #at: number
  #skip: number

  /** @param item the list's place in the arrays, `term * fields + field`. */
  constructor({ postings, postingCounts, postingStarts }: FrozenArrays, item: number) {
    this.length = postingCounts[item] as number
    this.#bytes = postings
    this.#skip = postingStarts[item] as number
    this.#end = postingStarts[item + 1] as number
    this.#first = this.#skip + SKIP_BYTES * Math.floor(Math.max(0, this.length - 1) / BLOCK_POSTINGS)
    this.#at = this.#first
    this.next()
  }

  /** Goes on to the next posting. */
  next(): void {
    this.#read(this.document + 1)
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
    this.#read(document)
  }

  /** Writes the postings that are left and stand before a document, each under its number and so many more. */
  writeBefore(document: number, more: number, writer: PostingsWriter): void {
    const bytes = this.#bytes
    while (this.document < document) {
      writer.add(this.document + more, this.frequency)
      // Those that follow are as far from the one before as they were: up to the end of the block their bytes are copied.
      const { room } = writer
      const start = this.#at
      let [at, end, last, count] = [start, start, this.document, 0]
      while (count < room && at < this.#end) {
        const code = numberAt(bytes, at)
        at += lengthOfNumber(code)
        const next = last + 1 + (code >>> 1)
        if (next >= document) break
        if ((code & 1) !== 0) while ((bytes[at++] as number) > 0x7f);
        last = next
        end = at
        count++
      }
      if (count > 0) writer.addCopied(bytes.subarray(start, end), count, last + more)
      this.#at = end
      this.document = last
      this.read += count
      this.next()
    }
  }

  /** Decodes postings up to the first whose document is not before this one. */
  #read(document: number): void {
    const bytes = this.#bytes
    const end = this.#end
    let [at, reached, frequency, read] = [this.#at, this.document, this.frequency, this.read]
    while (reached < document) {
      read++
      if (at === end) {
        reached = AFTER_ALL
        break
      }
      const code = numberAt(bytes, at)
      at += lengthOfNumber(code)
      reached += 1 + (code >>> 1)
      frequency = 1
      if ((code & 1) === 0) continue
      const more = numberAt(bytes, at)
      at += lengthOfNumber(more)
      frequency = more + 2
    }
    this.#at = at
    this.document = reached
    this.frequency = frequency
    this.read = read
  }

  #word(at: number): number {
    const bytes = this.#bytes
    const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8)
    return low | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24)
  }
}

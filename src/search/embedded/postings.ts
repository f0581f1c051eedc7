/** Counted terms in, a slice of the documents at a time; out: flat postings, mostly a byte or two each. */

/** The arrays that make up the index. Every one can be a view on a file's bytes. */
export interface FrozenArrays {
  /** UTF-16 units of all terms, in the order of their code units. */
  readonly termUnits: Uint16Array
  /** Term t is `termUnits[termStarts[t] … termStarts[t + 1])`; one longer than there are terms. */
  readonly termStarts: Uint32Array
  /** In how many documents term t stands in field f: item `t * fields + f`, as of the next. */
  readonly postingCounts: Uint32Array
  /** Where its skips and postings begin among the bytes; one more closes the last. */
  readonly postingStarts: Uint32Array
  /**
   * A posting is the number of documents passed over since the one before, doubled, plus 1 where the term stands more
   * than once: then its frequency, less 2, follows. Numbers are LEB128: seven bits a byte, the lowest first, the eighth
   * bit set where more follow. In front of a list's postings stands a skip for each BLOCK_POSTINGS of them but the first:
   * the document before the block, and where the block begins, in bytes from the first posting; 32 bits each, the lowest
   * byte first.
   */
  readonly postings: Uint8Array
  /** Distinct terms of document d in field f at `f * documents + d`, MiniSearch's measure of length; at most 65,535. */
  readonly fieldLengths: Uint16Array
  readonly averageFieldLengths: Float64Array
}

/** What a slice holds of a term: by field, the frequency in each document that has it, in the order of documents. */
export type CountedTerm = ReadonlyMap<number, ReadonlyMap<number, number>>

/** Reading from a document on takes half a block's decoding; the skips take a tenth of the bytes. */
export const BLOCK_POSTINGS = 64
export const SKIP_BYTES = 8
const MAX_LENGTH = 0xffff

/** Collects postings. Coded as distances, the parts of a list that slices bring are joined by laying them end to end. */
export class PostingsWriter {
  readonly #fields: number
  readonly #slices: Slice[] = []
  readonly #lengths: number[][] = []
  #documents = 0
  /** Of each list, numbered `term * fields + field`: postings, bytes, and the document after the last one. */
  #counts = new Uint32Array(1 << 16)
  #sizes = new Uint32Array(1 << 16)
  #next = new Uint32Array(1 << 16)

  constructor(fields: number) {
    this.#fields = fields
  }

  /**
   * Takes the next slice; its documents are numbered from 0.
   *
   * @param terms with their numbers, see finish().
   * @param lengths of each document's fields.
   */
  add(terms: Iterable<readonly [term: number, counted: CountedTerm]>, lengths: readonly number[][]): void {
    const bytes = new ByteWriter()
    const lists: number[] = []
    const skips: number[] = []
    for (const [term, counted] of terms) {
      this.#reserve((term + 1) * this.#fields)
      for (const [field, frequencies] of counted) {
        const list = term * this.#fields + field
        this.#write(list, frequencies, bytes, skips)
        lists.push(list, bytes.length)
      }
    }
    this.#slices.push({ bytes: bytes.take(), lists: Uint32Array.from(lists), skips: Uint32Array.from(skips) })
    this.#lengths.push(...lengths)
    this.#documents += lengths.length
  }

  #write(list: number, frequencies: ReadonlyMap<number, number>, bytes: ByteWriter, skips: number[]): void {
    let next = this.#next[list] as number
    let count = this.#counts[list] as number
    const before = (this.#sizes[list] as number) - bytes.length
    for (const [inSlice, frequency] of frequencies) {
      const document = this.#documents + inSlice
      if (count > 0 && count % BLOCK_POSTINGS === 0) skips.push(list, next - 1, before + bytes.length)
      bytes.write(2 * (document - next) + (frequency > 1 ? 1 : 0))
      if (frequency > 1) bytes.write(frequency - 2)
      next = document + 1
      count++
    }
    this.#next[list] = next
    this.#counts[list] = count
    this.#sizes[list] = before + bytes.length
  }

  #reserve(lists: number): void {
    if (lists <= this.#counts.length) return
    this.#counts = grown(this.#counts, lists)
    this.#sizes = grown(this.#sizes, lists)
    this.#next = grown(this.#next, lists)
  }

  /** Lays everything out, the terms in order; `terms[n]` is term number n. */
  finish(terms: readonly string[]): FrozenArrays {
    const width = this.#fields
    this.#reserve(terms.length * width)
    const order = Uint32Array.from(terms.keys()).sort((a, b) =>
      (terms[a] as string) < (terms[b] as string) ? -1 : 1,
    )
    const postingCounts = new Uint32Array(order.length * width)
    const postingStarts = new Uint32Array(order.length * width + 1)
    /** Where the next skip and the next part of a list belong. */
    const skipEnds = new Uint32Array(this.#counts.length)
    const ends = new Uint32Array(this.#counts.length)
    let end = 0
    for (let item = 0; item < postingCounts.length; item++) {
      const list = (order[Math.floor(item / width)] as number) * width + (item % width)
      const count = this.#counts[list] as number
      postingCounts[item] = count
      postingStarts[item] = skipEnds[list] = end
      ends[list] = end + SKIP_BYTES * Math.floor(Math.max(0, count - 1) / BLOCK_POSTINGS)
      end = (ends[list] as number) + (this.#sizes[list] as number)
    }
    postingStarts[postingCounts.length] = end
    const postings = new Uint8Array(end)
    const words = new DataView(postings.buffer)
    for (const { bytes, lists, skips } of this.#slices) {
      for (let at = 0; at < skips.length; at += 3) {
        const list = skips[at] as number
        words.setUint32(skipEnds[list] as number, skips[at + 1] as number, true)
        words.setUint32((skipEnds[list] as number) + SKIP_BYTES / 2, skips[at + 2] as number, true)
        skipEnds[list] = (skipEnds[list] as number) + SKIP_BYTES
      }
      let from = 0
      for (let at = 0; at < lists.length; at += 2) {
        const [list, to] = [lists[at] as number, lists[at + 1] as number]
        postings.set(bytes.subarray(from, to), ends[list])
        ends[list] = (ends[list] as number) + to - from
        from = to
      }
    }
    return { ...layOutTerms(order, terms), postingCounts, postingStarts, postings, ...this.#layOutLengths() }
  }

  #layOutLengths(): Pick<FrozenArrays, 'fieldLengths' | 'averageFieldLengths'> {
    const documents = this.#documents
    const fieldLengths = new Uint16Array(documents * this.#fields)
    const averageFieldLengths = new Float64Array(this.#fields)
    for (let field = 0; field < this.#fields; field++) {
      let sum = 0
      for (let document = 0; document < documents; document++) {
        const length = this.#lengths[document]?.[field] ?? 0
        fieldLengths[field * documents + document] = Math.min(length, MAX_LENGTH)
        sum += length
      }
      averageFieldLengths[field] = documents === 0 ? 0 : sum / documents
    }
    return { fieldLengths, averageFieldLengths }
  }
}

interface Slice {
  readonly bytes: Uint8Array
  /** The list that each part belongs to and where the part ends, one after the other. */
  readonly lists: Uint32Array
  /** The list of each skip, and what it holds. */
  readonly skips: Uint32Array
}

function layOutTerms(
  order: Uint32Array,
  terms: readonly string[],
): Pick<FrozenArrays, 'termUnits' | 'termStarts'> {
  const termUnits = new Uint16Array(terms.reduce((sum, term) => sum + term.length, 0))
  const termStarts = new Uint32Array(order.length + 1)
  let unit = 0
  order.forEach((number, place) => {
    const term = terms[number] as string
    for (let at = 0; at < term.length; at++) termUnits[unit++] = term.charCodeAt(at)
    termStarts[place + 1] = unit
  })
  return { termUnits, termStarts }
}

/** Writes LEB128 numbers below 2^31. */
class ByteWriter {
  #bytes = new Uint8Array(1 << 16)
  length = 0

  write(number: number): void {
    if (this.length + 5 > this.#bytes.length) {
      const bytes = new Uint8Array(2 * this.#bytes.length)
      bytes.set(this.#bytes)
      this.#bytes = bytes
    }
    let rest = number
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.length++] = (rest & 0x7f) | 0x80
    this.#bytes[this.length++] = rest
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.length)
  }
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * length)
  larger.set(array)
  return larger
}

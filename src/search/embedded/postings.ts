/** Takes postings list by list, the terms in order, and lays them out flat, mostly a byte or two each. */

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

/** Reading from a document on takes half a block's decoding; the skips take a tenth of the bytes. */
export const BLOCK_POSTINGS = 64
export const SKIP_BYTES = 8
const MAX_LENGTH = 0xffff

/** The number that begins at a place among the bytes of postings. */
export function numberAt(bytes: Uint8Array, place: number): number {
  let number = bytes[place] as number
  if (number < 0x80) return number
  number &= 0x7f
  for (let more = 1; ; more++) {
    const byte = bytes[place + more] as number
    number |= (byte & 0x7f) << (7 * more)
    if (byte < 0x80) return number
  }
}

/** How many bytes it takes there. */
export function lengthOfNumber(number: number): number {
  return number < 0x80 ? 1 : Math.ceil((32 - Math.clz32(number)) / 7)
}

/** Collects the terms and their postings: all lists of a term, a field each, then the term. */
export class PostingsWriter {
  readonly #fields: number
  readonly #terms = new UnitWriter()
  readonly #termStarts = [0]
  readonly #counts: number[] = []
  readonly #starts: number[] = []
  readonly #postings: ByteWriter
  readonly #list = new ByteWriter()
  /** Two words each; `#skipped` of them are of the list. */
  readonly #skips: number[] = []
  #skipped = 0
  #count = 0
  /** The document after the last one of the list. */
  #next = 0

  /** @param expectedBytes of all postings, where that is known about. */
  constructor(fields: number, expectedBytes?: number) {
    this.#fields = fields
    this.#postings = new ByteWriter(expectedBytes)
  }

  /** Adds a posting to the list; documents rise. */
  add(document: number, frequency: number): void {
    const list = this.#list
    if (this.#count % BLOCK_POSTINGS === 0 && this.#count > 0) {
      this.#skips[this.#skipped++] = this.#next - 1
      this.#skips[this.#skipped++] = list.length
    }
    list.write(2 * (document - this.#next) + (frequency > 1 ? 1 : 0))
    if (frequency > 1) list.write(frequency - 2)
    this.#next = document + 1
    this.#count++
  }

  /** So many postings are left until the block is full. */
  get room(): number {
    return (BLOCK_POSTINGS - (this.#count % BLOCK_POSTINGS)) % BLOCK_POSTINGS
  }

  /** Adds postings as they stand in another list, no more than there is room for. @param last document of the last of them. */
  addCopied(bytes: Uint8Array, postings: number, last: number): void {
    this.#list.appendBytes(bytes)
    this.#next = last + 1
    this.#count += postings
  }

  /** Ends the list of a field. */
  endList(): void {
    this.#counts.push(this.#count)
    this.#starts.push(this.#postings.length)
    // Two of three lists: a term stands in one field, most often.
    if (this.#count === 0) return
    for (let at = 0; at < this.#skipped; at++) this.#postings.writeWord(this.#skips[at] as number)
    this.#postings.append(this.#list)
    this.#skipped = 0
    this.#list.length = 0
    this.#count = 0
    this.#next = 0
  }

  /** Ends a term, given itself or in UTF-16 units, after the lists of all fields. One without postings is passed over. */
  endTerm(term: string | Uint16Array): void {
    const first = this.#counts.length - this.#fields
    let postings = 0
    for (let at = first; at < this.#counts.length; at++) postings += this.#counts[at] as number
    if (postings === 0) {
      this.#counts.length = first
      this.#starts.length = first
      return
    }
    this.#terms.append(term)
    this.#termStarts.push(this.#terms.length)
  }

  finish(): Omit<FrozenArrays, 'fieldLengths' | 'averageFieldLengths'> {
    this.#starts.push(this.#postings.length)
    return {
      termUnits: this.#terms.take(),
      termStarts: Uint32Array.from(this.#termStarts),
      postingCounts: Uint32Array.from(this.#counts),
      postingStarts: Uint32Array.from(this.#starts),
      postings: this.#postings.take(),
    }
  }
}

/** Lays out the lengths of fields, given document by document. */
export function layOutLengths(lengths: readonly number[], fields: number): LengthArrays {
  const documents = lengths.length / fields
  const fieldLengths = new Uint16Array(lengths.length)
  lengths.forEach((length, at) => {
    fieldLengths[(at % fields) * documents + Math.floor(at / fields)] = Math.min(length, MAX_LENGTH)
  })
  return withAverages(fieldLengths, fields)
}

export type LengthArrays = Pick<FrozenArrays, 'fieldLengths' | 'averageFieldLengths'>

/** Puts the mean of each field beside the lengths. */
export function withAverages(fieldLengths: Uint16Array, fields: number): LengthArrays {
  const documents = fieldLengths.length / fields
  const averageFieldLengths = Float64Array.from({ length: fields }, (_, field) => {
    let sum = 0
    for (let at = field * documents; at < (field + 1) * documents; at++) sum += fieldLengths[at] as number
    return documents === 0 ? 0 : sum / documents
  })
  return { fieldLengths, averageFieldLengths }
}

class UnitWriter {
  #units = new Uint16Array(1 << 12)
  length = 0

  append(term: string | Uint16Array): void {
    if (this.length + term.length > this.#units.length) {
      const larger = new Uint16Array(2 * (this.length + term.length))
      larger.set(this.#units)
      this.#units = larger
    }
    const isText = typeof term === 'string'
    for (let at = 0; at < term.length; at++)
      this.#units[this.length++] = isText ? term.charCodeAt(at) : (term[at] as number)
  }

  take(): Uint16Array {
    return this.#units.slice(0, this.length)
  }
}

const FEW_BYTES = 32

/** Writes LEB128 numbers below 2^31, and words of 32 bits. */
class ByteWriter {
  #bytes: Uint8Array
  length = 0

  constructor(expectedBytes = 1 << 12) {
    this.#bytes = new Uint8Array(expectedBytes)
  }

  write(number: number): void {
    if (this.length + 5 > this.#bytes.length) this.#grow(5)
    const bytes = this.#bytes
    let rest = number
    for (; rest > 0x7f; rest >>>= 7) bytes[this.length++] = (rest & 0x7f) | 0x80
    bytes[this.length++] = rest
  }

  writeWord(word: number): void {
    if (this.length + 4 > this.#bytes.length) this.#grow(4)
    for (let shift = 0; shift < 32; shift += 8) this.#bytes[this.length++] = (word >>> shift) & 0xff
  }

  append(other: ByteWriter): void {
    const { length } = other
    if (length > FEW_BYTES) {
      this.appendBytes(other.#bytes.subarray(0, length))
      return
    }
    // Most lists hold a byte or two: a loop is faster than a call of the engine's copying.
    if (this.length + length > this.#bytes.length) this.#grow(length)
    for (let at = 0; at < length; at++) this.#bytes[this.length + at] = other.#bytes[at] as number
    this.length += length
  }

  appendBytes(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  take(): Uint8Array {
    return this.#bytes.slice(0, this.length)
  }

  #grow(by: number): void {
    const larger = new Uint8Array(2 * (this.length + by))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** Turns documents cut into terms into their flat postings: MiniSearch counts the terms. */
import MiniSearch from 'minisearch'
import { codeOf, termOfCode } from '../../text/analyzer.ts'
import { getOrMake } from '../../text/maps.ts'
import { type FrozenArrays, layOutLengths, PostingsWriter } from './postings.ts'

/**
 * Counts the terms of documents, which get numbers. What is counted is kept: a large corpus is counted a slice at a time and merged.
 * One counter serves for all slices of a thread: the engine compiles its code anew for what belongs to another one.
 */
export class TermCounter {
  /** The numbers of the terms of headings that were met before. */
  readonly ofHeadings = new Map<string, readonly number[]>()
  readonly #index: Counting
  readonly #terms: string[] = []
  #ofCodes = new CodeTable()
  readonly #ofLong = new Map<string, number>()

  constructor(fields: readonly string[]) {
    this.#index = new Counting(fields)
  }

  /** Adds a document; each field holds the numbers of its terms. */
  add(document: Readonly<Record<string, readonly number[]>>): void {
    this.#index.add(document)
  }

  /** The number of a term. */
  ofTerm(term: string): number {
    const code = codeOf(term)
    return code === null ? getOrMake(this.#ofLong, term, () => this.#terms.push(term)) : this.ofCode(code)
  }

  /** The number of the term that has this code, see codeOf(). */
  ofCode(code: number): number {
    const known = this.#ofCodes.get(code)
    if (known !== 0) return known
    const number = this.#terms.push(termOfCode(code))
    this.#ofCodes.set(code, number)
    return number
  }

  /** Lays the index out, once all documents are added. */
  finish(): FrozenArrays {
    return this.#index.finish(this.#terms, inOrder(this.#terms))
  }

  /** Forgets all documents, so that others can be counted. */
  clear(): void {
    this.ofHeadings.clear()
    this.#terms.length = 0
    this.#ofCodes = new CodeTable()
    this.#ofLong.clear()
    this.#index.removeAll()
  }
}

/** Numbers from 1 on by codes of 32 bits: an open table, in which the next free place is taken where one is held. Half of all terms are of one unit, which is a place by itself. */
class CodeTable {
  readonly #ofUnits = new Int32Array(0x10000)
  #codes = new Int32Array(1 << 12)
  #numbers = new Int32Array(1 << 12)
  #size = 0

  /** 0 where there is none. */
  get(code: number): number {
    const isUnit = (code & 0xffff) === 0
    return (isUnit ? this.#ofUnits[code >>> 16] : this.#numbers[this.#placeOf(code)]) as number
  }

  set(code: number, number: number): void {
    if ((code & 0xffff) === 0) {
      this.#ofUnits[code >>> 16] = number
      return
    }
    if (2 * ++this.#size > this.#codes.length) this.#grow()
    const place = this.#placeOf(code)
    this.#codes[place] = code
    this.#numbers[place] = number
  }

  #placeOf(code: number): number {
    const codes = this.#codes
    const last = codes.length - 1
    // The multiplier of Fibonacci hashing (Knuth, TAOCP 3, 6.4): neighbours come to lie far from each other.
    let place = (Math.imul(code, 0x9e3779b1) >>> 8) & last
    while (this.#numbers[place] !== 0 && codes[place] !== code) place = (place + 1) & last
    return place
  }

  #grow(): void {
    const [codes, numbers] = [this.#codes, this.#numbers]
    this.#codes = new Int32Array(2 * codes.length)
    this.#numbers = new Int32Array(2 * codes.length)
    for (let at = 0; at < codes.length; at++) {
      if (numbers[at] === 0) continue
      const place = this.#placeOf(codes[at] as number)
      this.#codes[place] = codes[at] as number
      this.#numbers[place] = numbers[at] as number
    }
  }
}

/**
 * What MiniSearch keeps for its subclasses, laid end to end as it comes, instead of its radix tree and its maps. It is given each field
 * as one token that stands for all of its terms: it would make a set of the tokens only to know how many terms are distinct.
 */
class Counting extends MiniSearch {
  readonly #fields: number
  #lists: CountedLists

  constructor(fields: readonly string[]) {
    super({
      idField: 'number',
      extractField: (document, field) => (field === 'number' ? this.documentCount : document[field]),
      fields: [...fields],
      stringifyField: (terms) => terms as string,
      tokenize: (terms) => [terms],
      processTerm: (terms) => terms as unknown as string[],
    })
    this.#fields = fields.length
    this.#lists = new CountedLists(fields.length)
    this._index = new ListsOfTerm(this.#lists) as unknown as typeof this._index
  }

  override removeAll(): void {
    super.removeAll()
    this.#lists = new CountedLists(this.#fields)
    this._index = new ListsOfTerm(this.#lists) as unknown as typeof this._index
  }

  override add(document: Readonly<Record<string, unknown>>): void {
    this.#lists.begin()
    super.add(document)
  }

  /** @param order the places of the terms, in the order of the index. */
  finish(terms: readonly string[], order: Uint32Array): FrozenArrays {
    return this.#lists.finish(terms, order)
  }
}

/** Adding a document asks the tree for nothing but the lists of a term, and these for nothing but that of a field: looks like both. */
class ListsOfTerm {
  readonly #lists: CountedLists
  #term = 0

  constructor(lists: CountedLists) {
    this.#lists = lists
  }

  fetch(term: number): this {
    this.#term = term
    return this
  }

  get(field: number): CountedLists {
    return this.#lists.choose(this.#term, field)
  }
}

/** How often each term stands in a field of each document, documents one after the other; looks to MiniSearch like the map of one such list. */
class CountedLists {
  readonly #fields: number
  /** Of each list its last posting; 0 where it has none. */
  #lasts = new Int32Array(1 << 12)
  /** Of each posting, from 1 on, its list and its frequency. */
  #postings = new Int32Array(1 << 16)
  #count = 0
  /** Of each document its first posting. */
  readonly #starts: number[] = []
  /** Distinct terms of each document, by field. */
  readonly #lengths: number[] = []
  #first = 1
  #list = 0
  #field = 0

  constructor(fields: number) {
    this.#fields = fields
  }

  /** Begins a document. */
  begin(): void {
    this.#first = this.#count + 1
    this.#starts.push(this.#first)
    for (let field = 0; field < this.#fields; field++) this.#lengths.push(0)
  }

  choose(term: number, field: number): this {
    this.#field = field
    this.#list = term * this.#fields + field
    if (this.#list >= this.#lasts.length) this.#lasts = grown(this.#lasts, this.#list)
    return this
  }

  /** Of the document that was begun last. */
  get(): number | undefined {
    const last = this.#lasts[this.#list] as number
    return last < this.#first ? undefined : this.#postings[2 * last + 1]
  }

  set(_document: number, frequency: number): void {
    let last = this.#lasts[this.#list] as number
    if (last < this.#first) {
      last = ++this.#count
      if (2 * last + 1 >= this.#postings.length) this.#postings = grown(this.#postings, 2 * last + 1)
      this.#postings[2 * last] = this.#list
      this.#lasts[this.#list] = last
      const length = this.#lengths.length - this.#fields + this.#field
      this.#lengths[length] = (this.#lengths[length] as number) + 1
    }
    this.#postings[2 * last + 1] = frequency
  }

  finish(terms: readonly string[], order: Uint32Array): FrozenArrays {
    const fields = this.#fields
    const { ends, postings } = this.#inOrder(order)
    const writer = new PostingsWriter(fields)
    let at = 0
    // No callbacks here and below: there are a hundred thousand terms.
    for (let next = 0; next < order.length; next++) {
      const place = order[next] as number
      for (let list = (place + 1) * fields; list < (place + 2) * fields; list++) {
        for (const end = ends[list] as number; at < end; at++)
          writer.add(postings[2 * at] as number, postings[2 * at + 1] as number)
        writer.endList()
      }
      writer.endTerm(terms[place] as string)
    }
    return { ...writer.finish(), ...layOutLengths(this.#lengths, fields) }
  }

  /** The postings list by list, each its document and its frequency, and where each list ends among them. */
  #inOrder(order: Uint32Array): { ends: Uint32Array; postings: Int32Array } {
    const [fields, counted] = [this.#fields, this.#postings]
    const ends = new Uint32Array((order.length + 1) * fields)
    for (let posting = 1; posting <= this.#count; posting++) {
      const list = counted[2 * posting] as number
      ends[list] = (ends[list] as number) + 1
    }
    let next = 0
    for (let place = 0; place < order.length; place++) {
      const number = (order[place] as number) + 1
      for (let list = number * fields; list < (number + 1) * fields; list++) {
        const count = ends[list] as number
        // Where it begins; it moves on to where it ends.
        ends[list] = next
        next += count
      }
    }
    const postings = new Int32Array(2 * this.#count)
    let posting = 1
    for (let document = 0; document < this.#starts.length; document++) {
      const end = this.#starts[document + 1] ?? this.#count + 1
      for (; posting < end; posting++) {
        const list = counted[2 * posting] as number
        const at = ends[list] as number
        ends[list] = at + 1
        postings[2 * at] = document
        postings[2 * at + 1] = counted[2 * posting + 1] as number
      }
    }
    return { ends, postings }
  }
}

/** The same with room for a place. */
function grown(numbers: Int32Array, place: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * (place + 1))
  larger.set(numbers)
  return larger
}

/** The places of the terms, in the order of their code units. */
function inOrder(terms: readonly string[]): Uint32Array {
  // Most differ in their first two units: numbers made of these and of a place are sorted far faster than strings.
  const keys = new Float64Array(terms.length)
  for (let place = 0; place < terms.length; place++)
    keys[place] = headOf(terms[place] as string) * MOST_TERMS + place
  keys.sort()
  const order = new Uint32Array(terms.length)
  let [from, lastHead] = [0, -1]
  const settle = (to: number): void => {
    if (to - from < 2) return
    const same = Array.from(order.subarray(from, to), (place) => [terms[place] as string, place] as const)
    same
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .forEach(([, place], at) => {
        order[from + at] = place
      })
  }
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number
    const head = Math.floor(key / MOST_TERMS)
    if (head !== lastHead) {
      settle(at)
      from = at
      lastHead = head
    }
    order[at] = key - head * MOST_TERMS
  }
  settle(keys.length)
  return order
}

/** A key of 53 bits has 32 for two units and leaves so many places. */
const MOST_TERMS = 2 ** 21

function headOf(term: string): number {
  return term.charCodeAt(0) * 0x10000 + (term.length > 1 ? term.charCodeAt(1) : 0)
}

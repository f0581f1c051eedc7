/** Turns documents cut into terms into their flat postings: MiniSearch counts the terms. */
import MiniSearch from 'minisearch'
import { getOrMake } from '../../text/maps.ts'
import { type FrozenArrays, layOutLengths, PostingsWriter } from './postings.ts'

/** Counts the terms of documents. What is counted is kept in objects: a large corpus is counted a slice at a time and merged. */
export class TermCounter {
  readonly #index: Counting
  readonly #fields: readonly string[]
  /** Terms get numbers: MiniSearch asks for each several times, and a number is found far faster than a string. */
  readonly #numbers = new Map<string, number>()

  constructor(fields: readonly string[]) {
    this.#fields = fields
    this.#index = new Counting({
      idField: 'number',
      fields: [...fields],
      // The terms are cut already: joined into a text and cut again they would all be new strings.
      stringifyField: (terms) => terms as string,
      tokenize: (terms) => terms as unknown as string[],
      processTerm: (term) => term,
    })
  }

  /** Adds a document; each field holds its terms. */
  add(document: Readonly<Record<string, readonly string[]>>): void {
    const numbered: Record<string, unknown> = { number: this.#index.documentCount }
    for (const field of this.#fields) numbered[field] = document[field]?.map((term) => this.#numberOf(term))
    this.#index.add(numbered)
  }

  /** From 1 on: MiniSearch takes 0 for no term. */
  #numberOf(term: string): number {
    return getOrMake(this.#numbers, term, () => this.#numbers.size + 1)
  }

  /** Lays the index out, once all documents are added. */
  finish(): FrozenArrays {
    const writer = new PostingsWriter(this.#fields.length)
    for (const [term, number] of inOrder([...this.#numbers])) {
      for (let field = 0; field < this.#fields.length; field++) {
        this.#index.writeList(number, field, writer)
        writer.endList()
      }
      writer.endTerm(term)
    }
    return { ...writer.finish(), ...layOutLengths(this.#index.lengths(), this.#fields.length) }
  }
}

/** What MiniSearch keeps for its subclasses: for its radix tree and its maps the lists of each term, laid end to end as they come. */
class Counting extends MiniSearch {
  readonly #lists: CountedLists

  constructor(options: ConstructorParameters<typeof MiniSearch>[0]) {
    super(options)
    this.#lists = new CountedLists(options.fields.length)
    // Adding a document asks the tree for nothing but the lists of a term, and these for nothing but that of a field.
    let term = 0
    const lists = { get: (field: number) => this.#lists.choose(term, field) }
    const fetch = (number: number): typeof lists => {
      term = number
      return lists
    }
    this._index = { fetch } as unknown as typeof this._index
  }

  /** Writes the list of a term in a field. */
  writeList(term: number, field: number, writer: PostingsWriter): void {
    this.#lists.write(term, field, writer)
  }

  /** By document, by field. */
  lengths(): number[][] {
    return [...this._fieldLength.values()]
  }
}

const NONE = -1

/** How often each term stands in a field of each document, documents one after the other; looks to MiniSearch like the map of one such list. */
class CountedLists {
  readonly #fields: number
  /** Of each list its first posting and its last; NONE where it has none. */
  readonly #firsts: number[] = []
  readonly #lasts: number[] = []
  /** Of each posting. */
  readonly #documents: number[] = []
  readonly #frequencies: number[] = []
  readonly #nexts: number[] = []
  #list = 0

  constructor(fields: number) {
    this.#fields = fields
  }

  choose(term: number, field: number): this {
    while (this.#firsts.length < (term + 1) * this.#fields) {
      this.#firsts.push(NONE)
      this.#lasts.push(NONE)
    }
    this.#list = term * this.#fields + field
    return this
  }

  get(document: number): number | undefined {
    const last = this.#lasts[this.#list] as number
    return last !== NONE && this.#documents[last] === document ? this.#frequencies[last] : undefined
  }

  set(document: number, frequency: number): void {
    const last = this.#lasts[this.#list] as number
    if (last !== NONE && this.#documents[last] === document) {
      this.#frequencies[last] = frequency
      return
    }
    const posting = this.#documents.push(document) - 1
    this.#frequencies.push(frequency)
    this.#nexts.push(NONE)
    this.#lasts[this.#list] = posting
    if (last === NONE) this.#firsts[this.#list] = posting
    else this.#nexts[last] = posting
  }

  write(term: number, field: number, writer: PostingsWriter): void {
    const list = term * this.#fields + field
    for (let at = this.#firsts[list] as number; at !== NONE; at = this.#nexts[at] as number)
      writer.add(this.#documents[at] as number, this.#frequencies[at] as number)
  }
}

type NumberedTerm = readonly [term: string, number: number]

/** In the order of their code units. */
function inOrder(terms: readonly NumberedTerm[]): NumberedTerm[] {
  // Most differ in their first two units: numbers made of these and of a place are sorted far faster than strings.
  const keys = Float64Array.from(terms, ([term], place) => headOf(term) * MOST_TERMS + place).sort()
  const sorted = Array.from(keys, (key) => terms[key % MOST_TERMS] as NumberedTerm)
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1
    while (
      to < sorted.length &&
      Math.floor((keys[to] as number) / MOST_TERMS) === Math.floor((keys[from] as number) / MOST_TERMS)
    )
      to++
    if (to > from + 1) {
      const same = sorted.slice(from, to).sort(([a], [b]) => (a < b ? -1 : 1))
      same.forEach((one, at) => {
        sorted[from + at] = one
      })
    }
    from = to
  }
  return sorted
}

/** A key of 53 bits has 32 for two units and leaves so many places. */
const MOST_TERMS = 2 ** 21

function headOf(term: string): number {
  return term.charCodeAt(0) * 0x10000 + (term.length > 1 ? term.charCodeAt(1) : 0)
}

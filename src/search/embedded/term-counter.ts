/** Documents cut into terms in, their flat postings out: MiniSearch counts the terms, a slice of the documents at a time. */
import MiniSearch from 'minisearch'
import { type CountedTerm, type FrozenArrays, PostingsWriter } from './postings.ts'

/**
 * Documents in a slice. What a slice holds in objects is let go when it is full, so that the memory of a build grows by
 * the postings alone; a tenth or ten times as many take longer.
 */
const SLICE_DOCUMENTS = 1_000

/** Counts the terms of documents as one MiniSearch index over all of them would. */
export class TermCounter {
  readonly #fields: readonly string[]
  readonly #sliceDocuments: number
  readonly #writer: PostingsWriter
  /**
   * The terms in the order in which they come, each with its number in letters. MiniSearch gets these instead: its radix
   * tree looks through the children of a node one by one, and at the root of a Chinese one there are thousands.
   */
  readonly #numbers = new Map<string, string>()
  #slice: Slice

  constructor(fields: readonly string[], sliceDocuments = SLICE_DOCUMENTS) {
    this.#fields = fields
    this.#sliceDocuments = sliceDocuments
    this.#writer = new PostingsWriter(fields.length)
    this.#slice = this.#open()
  }

  /** Adds a document; each field holds its terms, divided by one space. */
  add(document: Readonly<Record<string, string>>): void {
    if (this.#slice.documentCount === this.#sliceDocuments) this.#close()
    this.#slice.add({ ...document, number: this.#slice.documentCount })
  }

  /** Lays the index out, once all documents are added. */
  finish(): FrozenArrays {
    this.#close()
    return this.#writer.finish([...this.#numbers.keys()])
  }

  #open(): Slice {
    return new Slice({
      idField: 'number',
      fields: [...this.#fields],
      tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
      processTerm: (term) => this.#numberOf(term),
    })
  }

  #close(): void {
    this.#writer.add(this.#slice.terms(), this.#slice.lengths())
    this.#slice = this.#open()
  }

  #numberOf(term: string): string {
    const known = this.#numbers.get(term)
    if (known !== undefined) return known
    const number = this.#numbers.size.toString(LETTERS)
    this.#numbers.set(term, number)
    return number
  }
}

/** The widest alphabet in which JavaScript writes numbers. */
const LETTERS = 36

/** What MiniSearch keeps for its subclasses: reading it in place takes a tenth of the time of toJSON(). */
class Slice extends MiniSearch {
  *terms(): Generator<readonly [term: number, counted: CountedTerm]> {
    for (const [letters, counted] of this._index) yield [Number.parseInt(letters, LETTERS), counted]
  }

  /** By document, by field. */
  lengths(): number[][] {
    return [...this._fieldLength.values()]
  }
}

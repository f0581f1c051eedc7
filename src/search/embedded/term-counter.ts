/** Turns documents cut into terms into their flat postings: MiniSearch counts the terms. */
import MiniSearch from 'minisearch'
import { type FrozenArrays, layOutLengths, PostingsWriter } from './postings.ts'

/** How often a term stands in each document: by field, by document. */
type CountedTerm = ReadonlyMap<number, ReadonlyMap<number, number>>

/** Counts the terms of documents. What is counted is kept in objects: a large corpus is counted a slice at a time and merged. */
export class TermCounter {
  readonly #index: Counting
  readonly #fields: number

  constructor(fields: readonly string[]) {
    this.#fields = fields.length
    this.#index = new Counting({
      idField: 'number',
      fields: [...fields],
      tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
      processTerm: (term) => term,
    })
  }

  /** Adds a document; each field holds its terms, divided by one space. */
  add(document: Readonly<Record<string, string>>): void {
    this.#index.add({ ...document, number: this.#index.documentCount })
  }

  /** Lays the index out, once all documents are added. */
  finish(): FrozenArrays {
    const writer = new PostingsWriter(this.#fields)
    for (const [term, counted] of this.#index.terms()) {
      for (let field = 0; field < this.#fields; field++) {
        for (const [document, frequency] of counted.get(field) ?? []) writer.add(document, frequency)
        writer.endList()
      }
      writer.endTerm(Array.from({ length: term.length }, (_, at) => term.charCodeAt(at)))
    }
    return { ...writer.finish(), ...layOutLengths(this.#index.lengths(), this.#fields) }
  }
}

/**
 * What MiniSearch keeps for its subclasses: the terms in a map that is not its radix tree, since that looks through the
 * children of a node one by one, and at the root of a Chinese one there are thousands.
 */
class Counting extends MiniSearch {
  readonly #terms = new TermMap()

  constructor(options: ConstructorParameters<typeof MiniSearch>[0]) {
    super(options)
    // Adding a document asks the map for nothing but fetch().
    this._index = this.#terms as unknown as typeof this._index
  }

  /** In the order of their code units. */
  terms(): (readonly [term: string, counted: CountedTerm])[] {
    return [...this.#terms].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  /** By document, by field. */
  lengths(): number[][] {
    return [...this._fieldLength.values()]
  }
}

class TermMap extends Map<string, CountedTerm> {
  fetch(term: string, initial: () => CountedTerm): CountedTerm {
    const known = this.get(term)
    if (known !== undefined) return known
    const counted = initial()
    this.set(term, counted)
    return counted
  }
}

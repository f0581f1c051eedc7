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
      // The terms are cut already: joined into a text and cut again they would all be new strings.
      stringifyField: (terms) => terms as string,
      tokenize: (terms) => terms as unknown as string[],
      processTerm: (term) => term,
    })
  }

  /** Adds a document; each field holds its terms. */
  add(document: Readonly<Record<string, readonly string[]>>): void {
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
      writer.endTerm(term)
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
    const terms = [...this.#terms]
    // Most differ in their first two units: numbers made of these and of a place are sorted far faster than strings.
    const keys = Float64Array.from(terms, ([term], place) => headOf(term) * MOST_TERMS + place).sort()
    const sorted = Array.from(keys, (key) => terms[key % MOST_TERMS] as (typeof terms)[number])
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

/** A key of 53 bits has 32 for two units and leaves so many places. */
const MOST_TERMS = 2 ** 21

function headOf(term: string): number {
  return term.charCodeAt(0) * 0x10000 + (term.length > 1 ? term.charCodeAt(1) : 0)
}

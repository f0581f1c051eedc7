/** A built MiniSearch index in, flat postings out: the same terms and BM25+ scores without an object for each posting. */
import type { AsPlainObject } from 'minisearch'

/** Parameters of BM25+ as MiniSearch names them (Lv and Zhai, CIKM 2011). */
export interface Bm25Parameters {
  /** Saturation of the term frequency. */
  readonly k: number
  /** Weight of the field length, 0 to 1. */
  readonly b: number
  /** Lower bound added for any match. */
  readonly d: number
}

/** One term asked for. A document's matched groups are counted, so that a synonym does not count twice. */
export interface QueryTerm {
  readonly term: string
  readonly weight: number
  /** Index of the query's term group, below 256. */
  readonly group: number
}

export interface FrozenQuery {
  readonly terms: readonly QueryTerm[]
  /** Boost of each field by name; a field left out is not searched. */
  readonly boost: Readonly<Record<string, number>>
  readonly bm25: Bm25Parameters
  /** The sum of a document's scores is multiplied by (matched groups) to this power; MiniSearch itself uses 1. */
  readonly coordination: number
  /** Documents to return at the most. */
  readonly limit: number
  /** Documents for which it returns false are passed over. Called once for every matching document. */
  readonly accepts?: (document: number) => boolean
}

/** A document's number, in the order of indexing from 0, and its score. */
export interface ScoredDocument {
  readonly document: number
  readonly score: number
}

export interface FrozenAnswer {
  /** Best first; ties in the order of indexing. */
  readonly documents: readonly ScoredDocument[]
  /** How many documents match and are accepted. */
  readonly total: number
  /** Postings read, the measure of work that the CI guard counts. */
  readonly postingsRead: number
}

/** The arrays that make up the index. Every one can be a view on a file's bytes. */
export interface FrozenArrays {
  /** UTF-16 units of all terms, in the order of their code units. */
  readonly termUnits: Uint16Array
  /** Term t is `termUnits[termStarts[t] … termStarts[t + 1])`; one longer than there are terms. */
  readonly termStarts: Uint32Array
  /** Postings of term t in field f begin at `postingStarts[t * fields + f]`; one more closes the last. */
  readonly postingStarts: Uint32Array
  readonly postingDocuments: Uint32Array
  /** Term frequencies; above 65,535 they count as 65,535, where BM25 is saturated. */
  readonly postingFrequencies: Uint16Array
  /** Distinct terms of document d in field f at `d * fields + f`, MiniSearch's measure of length. */
  readonly fieldLengths: Uint32Array
  readonly averageFieldLengths: Float64Array
}

const MAX_FREQUENCY = 0xffff
/** Matched groups are counted in a byte. */
const MAX_GROUPS = 0xff

/** Lays a MiniSearch index out flat. Documents must have been added in order and none removed. */
export function freeze(index: AsPlainObject, fields: readonly string[]): FrozenArrays {
  const terms = [...index.index].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const fieldIds = fields.map((field) => String(index.fieldIds[field]))
  const width = fields.length
  let units = 0
  let postings = 0
  for (const [term, entry] of terms) {
    units += term.length
    for (const field of fieldIds) postings += countOf(entry[field])
  }
  const arrays = {
    termUnits: new Uint16Array(units),
    termStarts: new Uint32Array(terms.length + 1),
    postingStarts: new Uint32Array(terms.length * width + 1),
    postingDocuments: new Uint32Array(postings),
    postingFrequencies: new Uint16Array(postings),
    fieldLengths: new Uint32Array(index.documentCount * width),
    averageFieldLengths: Float64Array.from(fieldIds, (field) => index.averageFieldLength[Number(field)] ?? 0),
  }
  let unit = 0
  let posting = 0
  terms.forEach(([term, entry], t) => {
    arrays.termStarts[t] = unit
    for (let i = 0; i < term.length; i++) arrays.termUnits[unit++] = term.charCodeAt(i)
    fieldIds.forEach((field, f) => {
      arrays.postingStarts[t * width + f] = posting
      for (const [document, frequency] of Object.entries(entry[field] ?? {})) {
        arrays.postingDocuments[posting] = Number(document)
        arrays.postingFrequencies[posting++] = Math.min(Number(frequency), MAX_FREQUENCY)
      }
    })
  })
  arrays.termStarts[terms.length] = unit
  arrays.postingStarts[terms.length * width] = posting
  for (const [document, lengths] of Object.entries(index.fieldLength)) {
    fieldIds.forEach((field, f) => {
      arrays.fieldLengths[Number(document) * width + f] = (lengths as number[])[Number(field)] ?? 0
    })
  }
  return arrays
}

function countOf(entry: object | undefined): number {
  return entry === undefined ? 0 : Object.keys(entry).length
}

/** Searches flat postings. One instance answers one query at a time: its scratch arrays are reused. */
export class FrozenIndex {
  readonly documents: number
  readonly #fields: readonly string[]
  readonly #arrays: FrozenArrays
  readonly #scores: Float64Array
  readonly #groups: Uint8Array
  /** The group that last scored the document, plus one: groups come in order, so each is counted once. */
  readonly #lastGroup: Uint16Array
  readonly #touched: Uint32Array

  constructor(fields: readonly string[], arrays: FrozenArrays) {
    this.documents = arrays.fieldLengths.length / fields.length
    this.#fields = fields
    this.#arrays = arrays
    this.#scores = new Float64Array(this.documents)
    this.#groups = new Uint8Array(this.documents)
    this.#lastGroup = new Uint16Array(this.documents)
    this.#touched = new Uint32Array(this.documents)
  }

  /** Number of documents that hold the term in any of the fields, the largest over the fields. */
  documentFrequency(term: string): number {
    const t = this.#find(term)
    if (t < 0) return 0
    const { postingStarts } = this.#arrays
    let most = 0
    for (let f = 0; f < this.#fields.length; f++) {
      const at = t * this.#fields.length + f
      most = Math.max(most, at32(postingStarts, at + 1) - at32(postingStarts, at))
    }
    return most
  }

  /** Scores equal MiniSearch's for the same terms, boosts and parameters, to rounding. */
  search(query: FrozenQuery): FrozenAnswer {
    const terms = [...query.terms].sort((a, b) => a.group - b.group)
    let touched = 0
    let postingsRead = 0
    for (const { term, weight, group } of terms) {
      const t = this.#find(term)
      if (t < 0) continue
      this.#fields.forEach((field, f) => {
        const boost = query.boost[field] ?? 0
        if (boost === 0) return
        const at = t * this.#fields.length + f
        const start = at32(this.#arrays.postingStarts, at)
        const end = at32(this.#arrays.postingStarts, at + 1)
        if (start === end) return
        postingsRead += end - start
        touched = this.#score({ start, end, f, weight: weight * boost, group, touched, bm25: query.bm25 })
      })
    }
    return { ...this.#select(query, touched), postingsRead }
  }

  #score(run: {
    start: number
    end: number
    f: number
    weight: number
    group: number
    touched: number
    bm25: Bm25Parameters
  }): number {
    const { postingDocuments, postingFrequencies, fieldLengths, averageFieldLengths } = this.#arrays
    const { k, b, d } = run.bm25
    const matching = run.end - run.start
    const inverse = Math.log(1 + (this.documents - matching + 0.5) / (matching + 0.5))
    const weight = run.weight * inverse
    const width = this.#fields.length
    const perLength = (k * b) / (averageFieldLengths[run.f] ?? 1)
    const base = k * (1 - b)
    const mark = run.group + 1
    const scores = this.#scores
    const groups = this.#groups
    const lastGroup = this.#lastGroup
    let touched = run.touched
    for (let p = run.start; p < run.end; p++) {
      const document = postingDocuments[p] as number
      const frequency = postingFrequencies[p] as number
      const length = fieldLengths[document * width + run.f] as number
      const last = lastGroup[document] as number
      if (last === 0) this.#touched[touched++] = document
      if (last !== mark) {
        lastGroup[document] = mark
        groups[document] = (groups[document] as number) + 1
      }
      const score = weight * (d + (frequency * (k + 1)) / (frequency + base + perLength * length))
      scores[document] = (scores[document] as number) + score
    }
    return touched
  }

  /** Takes the best documents out of the scratch arrays and leaves them clean for the next query. */
  #select(query: FrozenQuery, touched: number): { documents: ScoredDocument[]; total: number } {
    const heap = new TopK(query.limit)
    const accepts = query.accepts
    const factors = Float64Array.from({ length: MAX_GROUPS + 1 }, (_, groups) => groups ** query.coordination)
    const scores = this.#scores
    const groups = this.#groups
    let total = 0
    for (let i = 0; i < touched; i++) {
      const document = this.#touched[i] as number
      const score = (scores[document] as number) * (factors[groups[document] as number] as number)
      scores[document] = 0
      groups[document] = 0
      this.#lastGroup[document] = 0
      if (accepts !== undefined && !accepts(document)) continue
      total++
      heap.offer(document, score)
    }
    return { documents: heap.take(), total }
  }

  /** Number of a term by binary search over code units, or -1. */
  #find(term: string): number {
    const { termStarts } = this.#arrays
    let low = 0
    let high = termStarts.length - 2
    while (low <= high) {
      const middle = (low + high) >>> 1
      const order = this.#compare(term, middle)
      if (order === 0) return middle
      if (order < 0) high = middle - 1
      else low = middle + 1
    }
    return -1
  }

  #compare(term: string, t: number): number {
    const { termStarts, termUnits } = this.#arrays
    const start = at32(termStarts, t)
    const length = at32(termStarts, t + 1) - start
    const shared = Math.min(length, term.length)
    for (let i = 0; i < shared; i++) {
      const difference = term.charCodeAt(i) - (termUnits[start + i] as number)
      if (difference !== 0) return difference
    }
    return term.length - length
  }
}

/** A binary heap of the k best, worst on top. A lower document number wins a tie. */
class TopK {
  readonly #limit: number
  readonly #heap: ScoredDocument[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(document: number, score: number): void {
    const heap = this.#heap
    if (heap.length < this.#limit) {
      heap.push({ document, score })
      this.#up(heap.length - 1)
      return
    }
    const worst = heap[0]
    if (worst === undefined || score < worst.score || !isBetter({ document, score }, worst)) return
    heap[0] = { document, score }
    this.#down()
  }

  take(): ScoredDocument[] {
    return [...this.#heap].sort((a, b) => b.score - a.score || a.document - b.document)
  }

  #up(from: number): void {
    const heap = this.#heap
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isBetter(heap[parent] as ScoredDocument, heap[at] as ScoredDocument)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #down(): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isBetter(heap[worst] as ScoredDocument, heap[child] as ScoredDocument)) {
          worst = child
        }
      }
      if (worst === at) return
      this.#swap(at, worst)
      at = worst
    }
  }

  #swap(a: number, b: number): void {
    const kept = this.#heap[a] as ScoredDocument
    this.#heap[a] = this.#heap[b] as ScoredDocument
    this.#heap[b] = kept
  }
}

function isBetter(a: ScoredDocument, b: ScoredDocument): boolean {
  return a.score > b.score || (a.score === b.score && a.document < b.document)
}

function at32(array: Uint32Array, index: number): number {
  return array[index] as number
}

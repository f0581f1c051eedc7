/** Flat postings and weighted terms in; out: the best documents with MiniSearch's BM25+ scores, without an object for each posting. */
import { PostingList } from './posting-list.ts'
import type { FrozenArrays } from './postings.ts'
import { type ScoredDocument, TopK } from './top-k.ts'

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
  /** Index of the query's term group, below 65,535. */
  readonly group: number
}

export interface FrozenQuery {
  readonly terms: readonly QueryTerm[]
  /** Boost of each field by name; a field left out is not searched. */
  readonly boost: Readonly<Record<string, number>>
  readonly bm25: Bm25Parameters
  /** The sum of a document's scores is multiplied by (matched groups) to this power; MiniSearch itself uses 1. */
  readonly coordination: number
  /** Documents to return at the most, for each choice. */
  readonly limit: number
  /** The best are chosen once for each of these, among the documents that it accepts; default once among all. */
  readonly choices?: readonly Choice[]
}

/** Whether a document may be chosen. Asked only about those whose score is high enough. */
export type Choice = (document: number) => boolean

export interface FrozenAnswer {
  /** For each choice the documents, best first; ties in the order of indexing. */
  readonly best: readonly (readonly ScoredDocument[])[]
  /** Postings read, the measure of work that the CI guard counts. */
  readonly postingsRead: number
}

/**
 * All lists are read for so many documents before the next ones have their turn, so that the scores stay in the
 * processor's nearest cache (Lucene's BooleanScorer does the same).
 */
const WINDOW_DOCUMENTS = 2048
/** A document's state: this for each group that matched, plus one more than the number of the last of them. */
const ONE_MATCH = 0x10000

interface WeightedList {
  readonly postings: PostingList
  readonly field: number
  /** Of the term, its field and its rarity. */
  readonly weight: number
  readonly group: number
}

interface ChoiceInProgress {
  readonly accepts: Choice
  readonly best: TopK
}

/** Searches flat postings. One instance answers one query at a time: its scratch arrays are reused. */
export class FrozenIndex {
  readonly documents: number
  readonly #fields: readonly string[]
  readonly #arrays: FrozenArrays
  readonly #scores = new Float64Array(WINDOW_DOCUMENTS)
  readonly #states = new Uint32Array(WINDOW_DOCUMENTS)

  constructor(fields: readonly string[], arrays: FrozenArrays) {
    this.documents = arrays.fieldLengths.length / fields.length
    this.#fields = fields
    this.#arrays = arrays
  }

  /** Number of documents that hold the term in any of the fields, the largest over the fields. */
  documentFrequency(term: string): number {
    const t = this.#find(term)
    if (t < 0) return 0
    const width = this.#fields.length
    return Math.max(...this.#arrays.postingCounts.subarray(t * width, (t + 1) * width))
  }

  /** The documents that hold the term in a field, in order. */
  documentsWith(term: string, field: string): Uint32Array {
    const t = this.#find(term)
    if (t < 0) return new Uint32Array(0)
    const list = new PostingList(this.#arrays, t * this.#fields.length + this.#fields.indexOf(field))
    const documents = new Uint32Array(list.length)
    for (let n = 0; n < documents.length; n++, list.next()) documents[n] = list.document
    return documents
  }

  /** Scores equal MiniSearch's for the same terms, boosts and parameters, to rounding. */
  search(query: FrozenQuery): FrozenAnswer {
    const lists = this.#listsOf(query)
    const choices = (query.choices ?? [() => true]).map((accepts) => ({
      accepts,
      best: new TopK(query.limit),
    }))
    const groups = Math.max(0, ...lists.map(({ group }) => group + 1))
    const factors = Float64Array.from({ length: groups + 1 }, (_, matches) => matches ** query.coordination)
    for (let first = earliest(lists); first < this.documents; first = earliest(lists)) {
      for (const list of lists) this.#score(list, first, query.bm25)
      this.#choose(first, choices, factors)
    }
    return {
      best: choices.map(({ best }) => best.take()),
      postingsRead: lists.reduce((sum, { postings }) => sum + postings.length, 0),
    }
  }

  /** In the order of their groups. */
  #listsOf({ terms, boost }: FrozenQuery): WeightedList[] {
    const lists: WeightedList[] = []
    for (const { term, weight, group } of [...terms].sort((a, b) => a.group - b.group)) {
      const t = this.#find(term)
      if (t < 0) continue
      this.#fields.forEach((name, field) => {
        const boosted = weight * (boost[name] ?? 0)
        const postings = new PostingList(this.#arrays, t * this.#fields.length + field)
        if (boosted === 0 || postings.length === 0) return
        const inverse = Math.log(1 + (this.documents - postings.length + 0.5) / (postings.length + 0.5))
        lists.push({ postings, field, weight: boosted * inverse, group })
      })
    }
    return lists
  }

  /** Adds a list's scores to the documents of the window that begins with `first`. */
  #score({ postings, field, weight, group }: WeightedList, first: number, { k, b, d }: Bm25Parameters): void {
    const { fieldLengths, averageFieldLengths } = this.#arrays
    const perLength = (k * b) / (averageFieldLengths[field] ?? 1)
    const base = k * (1 - b)
    const lengthsFrom = field * this.documents
    const after = first + WINDOW_DOCUMENTS
    const mark = group + 1
    const scores = this.#scores
    const states = this.#states
    for (; postings.document < after; postings.next()) {
      const { document, frequency } = postings
      const at = document - first
      const state = states[at] as number
      if ((state & 0xffff) !== mark) states[at] = (state & ~0xffff) + ONE_MATCH + mark
      const length = fieldLengths[lengthsFrom + document] as number
      const score = weight * (d + (frequency * (k + 1)) / (frequency + base + perLength * length))
      scores[at] = (scores[at] as number) + score
    }
  }

  /** Offers what the window has to the choices, and leaves it clean for the next. */
  #choose(first: number, choices: readonly ChoiceInProgress[], factors: Float64Array): void {
    const scores = this.#scores
    const states = this.#states
    let least = lowest(choices)
    for (let at = 0; at < WINDOW_DOCUMENTS; at++) {
      const state = states[at] as number
      const score = (scores[at] as number) * (factors[state >>> 16] as number)
      if (score <= least || state === 0) continue
      for (const { accepts, best } of choices) {
        if (score > best.least && accepts(first + at)) best.offer(first + at, score)
      }
      least = lowest(choices)
    }
    scores.fill(0)
    states.fill(0)
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
    const start = termStarts[t] as number
    const length = (termStarts[t + 1] as number) - start
    const shared = Math.min(length, term.length)
    for (let i = 0; i < shared; i++) {
      const difference = term.charCodeAt(i) - (termUnits[start + i] as number)
      if (difference !== 0) return difference
    }
    return term.length - length
  }
}

/** The first document that any of the lists has yet to score. */
function earliest(lists: readonly WeightedList[]): number {
  return lists.reduce((least, { postings }) => Math.min(least, postings.document), Number.POSITIVE_INFINITY)
}

/** A score that is not above this one finds no place in any choice. */
function lowest(choices: readonly ChoiceInProgress[]): number {
  return choices.reduce((least, { best }) => Math.min(least, best.least), Number.POSITIVE_INFINITY)
}

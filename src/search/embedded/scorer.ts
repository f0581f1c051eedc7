/** Turns flat postings and weighted terms into the best documents with MiniSearch's BM25+ scores, without an object for each posting. */

import { firstThat } from '../../text/first-that.ts'
import { addTo } from '../../text/maps.ts'
import { type Bm25Parameters, perLengthOf, rarityOf, saturate } from '../indexing/bm25.ts'
import { PostingList } from './posting-list.ts'
import type { FrozenArrays } from './postings.ts'
import { type ScoredDocument, TopK } from './top-k.ts'

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
  /** Documents to return at the most. */
  readonly limit: number
  /** The only documents to score, in order; default all. */
  readonly among?: ArrayLike<number>
  /** Documents to pass over. */
  readonly except?: ReadonlySet<number>
}

export interface FrozenAnswer {
  /** Best first; ties in the order of indexing. */
  readonly documents: readonly ScoredDocument[]
  /** Postings read, the measure of work that the CI guard counts. */
  readonly postingsRead: number
}

/**
 * So many documents are scored before the next ones have their turn, so that the scores stay in the processor's nearest
 * cache (Lucene's BooleanScorer does the same).
 */
const WINDOW_DOCUMENTS = 2048
/** A document's state holds this once for each group that matched, plus the place of the last of them and 1. */
const ONE_MATCH = 0x10000
/** Bounds are summed in another order than scores, and may be too low by so much. */
const ROUNDING = 1 + 1e-9

interface WeightedList {
  readonly postings: PostingList
  /** Of the field, by document. */
  readonly lengths: Uint16Array
  /** Of the term, its field and its rarity. */
  readonly weight: number
  /** What a length of one adds to the saturation. */
  readonly perLength: number
}

/** The lists of a group's terms. */
type WeightedGroup = readonly WeightedList[]

interface Search {
  readonly bm25: Bm25Parameters
  /** Those with the fewest postings first. Every document's score is summed up in this order. */
  readonly groups: readonly WeightedGroup[]
  /** At the most, what the groups from this place on add to a sum. */
  readonly rest: Float64Array
  /** By number of matched groups. */
  readonly factors: Float64Array
  readonly best: TopK
}

/** Searches flat postings. One instance answers one query at a time: its scratch arrays are reused. */
export class FrozenIndex {
  readonly documents: number
  readonly #fields: readonly string[]
  readonly #arrays: FrozenArrays
  /** By field, then by document. */
  readonly #lengths: readonly Uint16Array[]
  readonly #terms: TermTable
  readonly #scores = new Float64Array(WINDOW_DOCUMENTS)
  readonly #states = new Uint32Array(WINDOW_DOCUMENTS)
  /** A bit for each document that any list has scored. */
  readonly #touched = new Int32Array(WINDOW_DOCUMENTS / 32)

  constructor(fields: readonly string[], arrays: FrozenArrays) {
    this.documents = arrays.fieldLengths.length / fields.length
    this.#fields = fields
    this.#arrays = arrays
    this.#lengths = fields.map((_, field) =>
      arrays.fieldLengths.subarray(field * this.documents, (field + 1) * this.documents),
    )
    this.#terms = new TermTable(arrays)
  }

  /** Number of documents that hold the term in any of the fields, the largest over the fields. */
  documentFrequency(term: string): number {
    const t = this.#terms.find(term)
    if (t < 0) return 0
    const { postingCounts } = this.#arrays
    const width = this.#fields.length
    // A slip of the pen is looked for among hundreds of pairs: no list is made for each.
    let most = 0
    for (let list = t * width; list < (t + 1) * width; list++)
      most = Math.max(most, postingCounts[list] as number)
    return most
  }

  /** Visits each document that holds the term in a field, and how often it does, in order. */
  visit(term: string, field: string, visit: (document: number, frequency: number) => void): void {
    const t = this.#terms.find(term)
    if (t < 0) return
    const list = new PostingList(this.#arrays, t * this.#fields.length + this.#fields.indexOf(field))
    for (; list.document < this.documents; list.next()) visit(list.document, list.frequency)
  }

  /** The documents that hold all of these terms in a field, in order. @param terms at least one, the rarest first. */
  documentsWith(terms: readonly string[], field: string): number[] {
    const numbers = terms.map((term) => this.#terms.find(term))
    if (numbers.includes(-1)) return []
    const offset = this.#fields.indexOf(field)
    const [rarest, ...others] = numbers.map(
      (t) => new PostingList(this.#arrays, t * this.#fields.length + offset),
    ) as [PostingList, ...PostingList[]]
    const documents: number[] = []
    for (let wanted = rarest.document; wanted < this.documents; ) {
      let reached = wanted
      for (let other = 0; other < others.length && reached === wanted; other++) {
        const list = others[other] as PostingList
        list.advance(wanted)
        reached = list.document
      }
      if (reached === wanted) {
        documents.push(wanted)
        rarest.next()
      } else rarest.advance(reached)
      wanted = rarest.document
    }
    return documents
  }

  /** Scores equal MiniSearch's for the same terms, boosts and parameters, to rounding. */
  search(query: FrozenQuery): FrozenAnswer {
    const search = this.#prepare(query)
    if (query.among === undefined) this.#searchAll(search, query.except)
    else {
      for (let n = 0; n < query.among.length; n++) {
        const document = query.among[n] as number
        if (query.except?.has(document) !== true) offer(search, document, { from: 0, sum: 0, matches: 0 })
      }
    }
    const lists = search.groups.flat()
    return {
      documents: search.best.take(),
      postingsRead: lists.reduce((sum, { postings }) => sum + postings.read, 0),
    }
  }

  #prepare({ terms, boost, bm25, coordination, limit }: FrozenQuery): Search {
    const byGroup = new Map<number, WeightedList[]>()
    for (const { term, weight, group } of terms)
      for (const list of this.#listsOf(term, weight, { boost, bm25 })) addTo(byGroup, group, list)
    const groups = [...byGroup.values()]
    const length = (lists: WeightedGroup): number =>
      lists.reduce((sum, { postings }) => sum + postings.length, 0)
    groups.sort((a, b) => length(a) - length(b))
    const rest = new Float64Array(groups.length + 1)
    for (let place = groups.length - 1; place >= 0; place--) {
      const most =
        (groups[place] as WeightedGroup).reduce((sum, { weight }) => sum + weight, 0) * (bm25.d + bm25.k + 1)
      rest[place] = (rest[place + 1] as number) + most * ROUNDING
    }
    const factors = Float64Array.from({ length: groups.length + 1 }, (_, matches) => matches ** coordination)
    return { bm25, groups, rest, factors, best: new TopK(limit) }
  }

  #listsOf(
    term: string,
    weight: number,
    { boost, bm25 }: Pick<FrozenQuery, 'boost' | 'bm25'>,
  ): WeightedList[] {
    const t = this.#terms.find(term)
    if (t < 0) return []
    const { averageFieldLengths, postingCounts } = this.#arrays
    const lists: WeightedList[] = []
    for (const [field, name] of this.#fields.entries()) {
      const boosted = weight * (boost[name] ?? 0)
      const item = t * this.#fields.length + field
      // Most terms stand in one field.
      if (boosted === 0 || postingCounts[item] === 0) continue
      const postings = new PostingList(this.#arrays, item)
      const rarity = rarityOf(postings.length, this.documents)
      const lengths = this.#lengths[field] as Uint16Array
      const perLength = perLengthOf(averageFieldLengths[field] ?? 1, bm25)
      lists.push({ postings, lengths, weight: boosted * rarity, perLength })
    }
    return lists
  }

  /**
   * Reads only the groups without which no document can be among the best any more; the others are asked about the
   * documents that these bring (MaxScore: Turtle and Flood 1995).
   */
  #searchAll(search: Search, except: ReadonlySet<number> | undefined): void {
    const { groups, best } = search
    let read = groups.length
    for (;;) {
      while (read > 0 && bound(search, { from: read - 1, sum: 0, matches: 0 }) <= best.least) read--
      let first = this.documents
      for (let place = 0; place < read; place++)
        for (const { postings } of groups[place] as WeightedGroup) first = Math.min(first, postings.document)
      if (first === this.documents) return
      for (let place = 0; place < read; place++)
        for (const list of groups[place] as WeightedGroup) this.#score(list, first, place + 1, search.bm25)
      this.#offerWindow(search, first, { from: read, except })
    }
  }

  /** Adds a list's scores to the documents of the window that begins with `first`; `mark` tells its group. */
  #score(list: WeightedList, first: number, mark: number, bm25: Bm25Parameters): void {
    const { postings } = list
    const after = first + WINDOW_DOCUMENTS
    const scores = this.#scores
    const states = this.#states
    const touched = this.#touched
    for (; postings.document < after; postings.next()) {
      const at = postings.document - first
      const state = states[at] as number
      if ((state & 0xffff) !== mark) {
        states[at] = (state & ~0xffff) + ONE_MATCH + mark
        touched[at >>> 5] = (touched[at >>> 5] as number) | (1 << (at & 31))
      }
      scores[at] = (scores[at] as number) + scorePosting(list, bm25)
    }
  }

  /** Offers the documents of a window that can be among the best, and leaves it clean for the next. */
  #offerWindow(
    search: Search,
    first: number,
    { from, except }: { readonly from: number; readonly except: ReadonlySet<number> | undefined },
  ): void {
    const { groups, factors, best } = search
    const scores = this.#scores
    const states = this.#states
    const touched = this.#touched
    const more = groups.length - from
    const rest = search.rest[from] as number
    for (let word = 0; word < touched.length; word++) {
      for (let bits = touched[word] as number; bits !== 0; bits &= bits - 1) {
        const at = word * 32 + 31 - Math.clz32(bits & -bits)
        const sum = scores[at] as number
        const matches = (states[at] as number) >>> 16
        scores[at] = 0
        states[at] = 0
        if ((sum + rest) * (factors[matches + more] as number) <= best.least) continue
        if (except?.has(first + at) !== true) offer(search, first + at, { from, sum, matches })
      }
      touched[word] = 0
    }
  }
}

/** A document's sum over the groups before a place, and how many of these it matched. */
interface Partial {
  readonly from: number
  readonly sum: number
  readonly matches: number
}

/** The highest score that a document can reach. */
function bound({ groups, rest, factors }: Search, { from, sum, matches }: Partial): number {
  return (sum + (rest[from] as number)) * (factors[matches + groups.length - from] as number)
}

/** Asks the groups that are left about a document, for as long as it can be among the best. */
function offer({ bm25, groups, rest, factors, best }: Search, document: number, partial: Partial): void {
  let { sum, matches } = partial
  for (let place = partial.from; place < groups.length; place++) {
    const most = factors[matches + groups.length - place] as number
    if ((sum + (rest[place] as number)) * most <= best.least) return
    let isMatch = false
    for (const list of groups[place] as WeightedGroup) {
      const { postings } = list
      if (postings.document < document) postings.advance(document)
      if (postings.document !== document) continue
      isMatch = true
      sum += scorePosting(list, bm25)
    }
    if (isMatch) matches++
  }
  if (matches > 0) best.offer(document, sum * (factors[matches] as number))
}

/** BM25+ of the list's present posting. */
function scorePosting({ postings, lengths, weight, perLength }: WeightedList, bm25: Bm25Parameters): number {
  const { document, frequency } = postings
  return weight * saturate(frequency, perLength * (lengths[document] as number), bm25)
}

/** Looks terms up by binary search over their code units. */
class TermTable {
  readonly #units: Uint16Array
  readonly #starts: Uint32Array

  constructor({ termUnits, termStarts }: Pick<FrozenArrays, 'termUnits' | 'termStarts'>) {
    this.#units = termUnits
    this.#starts = termStarts
  }

  /** Number of a term, or -1. */
  find(term: string): number {
    const terms = this.#starts.length - 1
    const number = firstThat(0, terms, (one) => this.#compare(term, one) <= 0)
    return number < terms && this.#compare(term, number) === 0 ? number : -1
  }

  #compare(term: string, number: number): number {
    const start = this.#starts[number] as number
    const length = (this.#starts[number + 1] as number) - start
    const shared = Math.min(length, term.length)
    for (let at = 0; at < shared; at++) {
      const difference = term.charCodeAt(at) - (this.#units[start + at] as number)
      if (difference !== 0) return difference
    }
    return term.length - length
  }
}

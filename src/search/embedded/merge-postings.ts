/** Merges the terms and postings of several indexes into those of one, term by term, without an object for each posting. */
import { firstThat } from '../../text/first-that.ts'
import { PostingList } from './posting-list.ts'
import {
  BLOCK_POSTINGS,
  type FrozenArrays,
  type LengthArrays,
  lengthOfNumber,
  numberAt,
  PostingsWriter,
  withAverages,
} from './postings.ts'

/** Documents that stand side by side in a part, and so in the whole. */
export interface Stretch {
  /** Number of the part. */
  readonly part: number
  /** The part's documents `[from, to)`. */
  readonly from: number
  readonly to: number
  /** Number of the first of them in the whole. */
  readonly start: number
}

/** Merges parts. @param stretches what is taken of them, in the order of the whole; those of one part are in its own order, too. */
export function mergePostings(
  parts: readonly FrozenArrays[],
  stretches: readonly Stretch[],
  fields: number,
): FrozenArrays {
  const bytes = parts.reduce((sum, { postings }) => sum + postings.length, 0)
  const writer = new PostingsWriter(fields, bytes + bytes / EXPECTED_GROWTH)
  const ofParts: Stretch[][] = parts.map(() => [])
  for (const stretch of stretches) ofParts[stretch.part]?.push(stretch)
  const terms = new TermHeap(parts)
  while (terms.advance()) {
    const [first] = terms.holders as [number]
    const isOnly = terms.holders.length === 1
    for (let field = 0; field < fields; field++) {
      if (isOnly)
        copyList(
          parts[first] as FrozenArrays,
          terms.termOf(first) * fields + field,
          ofParts[first] ?? [],
          writer,
        )
      else {
        const runs: Run[] = []
        for (const part of terms.holders) {
          const arrays = parts[part] as FrozenArrays
          const item = terms.termOf(part) * fields + field
          if (arrays.postingCounts[item] !== 0) runs.push(new Run(arrays, item, ofParts[part] ?? []))
        }
        writeList(runs, writer)
      }
      writer.endList()
    }
    writer.endTerm(unitsOf(parts[first] as FrozenArrays, terms.termOf(first)))
  }
  return { ...writer.finish(), ...mergeLengths(parts, stretches, fields) }
}

/** Documents that move apart take a byte more here and there; what is missing is added as it comes. */
const EXPECTED_GROWTH = 50

/** Writes a list that is of one part alone. Most terms stand in a passage or two: these cost no object. */
function copyList(
  arrays: FrozenArrays,
  item: number,
  stretches: readonly Stretch[],
  writer: PostingsWriter,
): void {
  const count = arrays.postingCounts[item] as number
  if (count === 0) return
  if (count > BLOCK_POSTINGS) {
    writeList([new Run(arrays, item, stretches)], writer)
    return
  }
  const bytes = arrays.postings
  const end = arrays.postingStarts[item + 1] as number
  let at = arrays.postingStarts[item] as number
  let [stretch, document] = [stretches[0], -1]
  let place = 0
  while (at < end && stretch !== undefined) {
    const code = numberAt(bytes, at)
    at += lengthOfNumber(code)
    document += 1 + (code >>> 1)
    let frequency = 1
    if ((code & 1) !== 0) {
      frequency = numberAt(bytes, at)
      at += lengthOfNumber(frequency)
      frequency += 2
    }
    if (stretch.to <= document) {
      place = firstEndingAfter(stretches, document, place)
      stretch = stretches[place]
    }
    if (stretch !== undefined && document >= stretch.from)
      writer.add(document - stretch.from + stretch.start, frequency)
  }
}

function writeList(runs: readonly Run[], writer: PostingsWriter): void {
  for (;;) {
    let first: Run | undefined
    for (const run of runs) if (run.document < (first?.document ?? AFTER_ALL)) first = run
    if (first === undefined) return
    first.writeStretch(writer)
  }
}

const AFTER_ALL = 0x7fffffff

/** A list of a part, under the numbers that its documents have in the whole. */
class Run {
  /** The document of the present posting. */
  document = AFTER_ALL
  readonly #list: PostingList
  readonly #stretches: readonly Stretch[]
  #at = 0

  constructor(arrays: FrozenArrays, item: number, stretches: readonly Stretch[]) {
    this.#list = new PostingList(arrays, item)
    this.#stretches = stretches
    this.#settle()
  }

  /** Writes the postings that are left of the present stretch. */
  writeStretch(writer: PostingsWriter): void {
    const { from, to, start } = this.#stretches[this.#at] as Stretch
    this.#list.writeBefore(to, start - from, writer)
    this.#settle()
  }

  /** Goes on to the first posting that is taken. */
  #settle(): void {
    const list = this.#list
    for (;;) {
      this.#at = firstEndingAfter(this.#stretches, list.document, this.#at)
      const stretch = this.#stretches[this.#at]
      this.document = AFTER_ALL
      if (stretch === undefined) return
      if (list.document < stretch.from) list.advance(stretch.from)
      if (list.document >= stretch.to) continue
      this.document = list.document - stretch.from + stretch.start
      return
    }
  }
}

/** Place of the first stretch, from a place on, that does not end before the document. */
function firstEndingAfter(stretches: readonly Stretch[], document: number, from: number): number {
  return firstThat(from, stretches.length, (place) => (stretches[place] as Stretch).to > document)
}

/** The terms of all parts in order: a binary heap holds the next one of each. */
class TermHeap {
  /** The parts that hold the present term. */
  readonly holders: number[] = []
  readonly #parts: readonly FrozenArrays[]
  readonly #next: Uint32Array
  /** The first two units of each part's next term: most comparisons see no further. */
  readonly #heads: Uint32Array
  readonly #heap: number[] = []

  constructor(parts: readonly FrozenArrays[]) {
    this.#parts = parts
    this.#next = new Uint32Array(parts.length)
    this.#heads = new Uint32Array(parts.length)
    parts.forEach((_, part) => {
      this.#push(part)
    })
  }

  /** Goes on to the next term; false when there is none. */
  advance(): boolean {
    for (const part of this.holders) {
      this.#next[part] = (this.#next[part] as number) + 1
      this.#push(part)
    }
    this.holders.length = 0
    const first = this.#heap[0]
    if (first === undefined) return false
    this.holders.push(first)
    this.#pop()
    for (let top = this.#heap[0]; top !== undefined && this.#compare(top, first) === 0; top = this.#heap[0]) {
      this.holders.push(top)
      this.#pop()
    }
    return true
  }

  /** Number of the present term in a part that holds it. */
  termOf(part: number): number {
    return this.#next[part] as number
  }

  #push(part: number): void {
    const { termUnits, termStarts } = this.#parts[part] as FrozenArrays
    const term = this.#next[part] as number
    if (term + 1 >= termStarts.length) return
    const start = termStarts[term] as number
    const isLonger = (termStarts[term + 1] as number) > start + 1
    this.#heads[part] =
      (termUnits[start] as number) * 0x10000 + (isLonger ? (termUnits[start + 1] as number) : 0)
    const heap = this.#heap
    let at = heap.push(part) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#compare(heap[above] as number, part) <= 0) break
      heap[at] = heap[above] as number
      at = above
    }
    heap[at] = part
  }

  #pop(): void {
    const heap = this.#heap
    const last = heap.pop() as number
    if (heap.length === 0) return
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && this.#compare(heap[below + 1] as number, heap[below] as number) < 0)
        below++
      if (this.#compare(last, heap[below] as number) <= 0) break
      heap[at] = heap[below] as number
      at = below
    }
    heap[at] = last
  }

  #compare(a: number, b: number): number {
    const heads = (this.#heads[a] as number) - (this.#heads[b] as number)
    if (heads !== 0) return heads
    const [x, y] = [this.#parts[a] as FrozenArrays, this.#parts[b] as FrozenArrays]
    const [s, t] = [this.#next[a] as number, this.#next[b] as number]
    const [from, other] = [x.termStarts[s] as number, y.termStarts[t] as number]
    const [length, otherLength] = [
      (x.termStarts[s + 1] as number) - from,
      (y.termStarts[t + 1] as number) - other,
    ]
    // The first two are the heads.
    for (let at = 2; at < Math.min(length, otherLength); at++) {
      const difference = (x.termUnits[from + at] as number) - (y.termUnits[other + at] as number)
      if (difference !== 0) return difference
    }
    return length - otherLength
  }
}

function unitsOf({ termUnits, termStarts }: FrozenArrays, term: number): Uint16Array {
  return termUnits.subarray(termStarts[term], termStarts[term + 1])
}

function mergeLengths(
  parts: readonly FrozenArrays[],
  stretches: readonly Stretch[],
  fields: number,
): LengthArrays {
  const documents = stretches.reduce((sum, { from, to }) => sum + to - from, 0)
  const fieldLengths = new Uint16Array(documents * fields)
  for (const { part, from, to, start } of stretches) {
    const own = (parts[part] as FrozenArrays).fieldLengths
    const ownDocuments = own.length / fields
    for (let field = 0; field < fields; field++) {
      const first = field * ownDocuments
      fieldLengths.set(own.subarray(first + from, first + to), field * documents + start)
    }
  }
  return withAverages(fieldLengths, fields)
}

/** Turns scored documents, in the order of their numbers, into the k best. */

/** A document's number, in the order of indexing from 0, and its score. */
export interface ScoredDocument {
  readonly document: number
  readonly score: number
}

/** A binary heap with the worst on top. Of equal scores the document offered first wins. */
export class TopK {
  readonly #limit: number
  readonly #heap: ScoredDocument[] = []
  /** Only a score above this one still finds a place. */
  least = Number.NEGATIVE_INFINITY

  constructor(limit: number) {
    this.#limit = limit
    if (limit < 1) this.least = Number.POSITIVE_INFINITY
  }

  offer(document: number, score: number): void {
    if (score <= this.least) return
    const heap = this.#heap
    if (heap.length < this.#limit) this.#rise({ document, score })
    else this.#sink({ document, score })
    if (heap.length === this.#limit) this.least = (heap[0] as ScoredDocument).score
  }

  /** Best first; ties in the order of documents. */
  take(): ScoredDocument[] {
    return [...this.#heap].sort((a, b) => b.score - a.score || a.document - b.document)
  }

  #rise(added: ScoredDocument): void {
    const heap = this.#heap
    let at = heap.length
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isWorse(added, heap[parent] as ScoredDocument)) break
      heap[at] = heap[parent] as ScoredDocument
      at = parent
    }
    heap[at] = added
  }

  /** Puts it in the place of the worst. */
  #sink(added: ScoredDocument): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      const right = heap[child + 1]
      if (right !== undefined && isWorse(right, heap[child] as ScoredDocument)) child++
      if (!isWorse(heap[child] as ScoredDocument, added)) break
      heap[at] = heap[child] as ScoredDocument
      at = child
    }
    heap[at] = added
  }
}

function isWorse(a: ScoredDocument, b: ScoredDocument): boolean {
  return a.score < b.score || (a.score === b.score && a.document > b.document)
}

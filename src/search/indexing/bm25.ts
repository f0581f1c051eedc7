/** The score of a term in a field, BM25+ (Lv and Zhai, CIKM 2011), which every engine gives alike. */

/** Parameters of BM25+ as MiniSearch names them. */
export interface Bm25Parameters {
  /** Saturation of the term frequency. */
  readonly k: number
  /** Weight of the field length, 0 to 1. */
  readonly b: number
  /** Lower bound added for any match. */
  readonly d: number
}

export const BM25: Bm25Parameters = { k: 1.2, b: 0.6, d: 0.3 }

/** A score is multiplied by the number of matched groups to this power; MiniSearch itself uses 1. */
export const COORDINATION = 0.5

/** The inverse document frequency of a term that stands in so many of the documents. */
export function rarityOf(matching: number, documents: number): number {
  return Math.log(1 + (documents - matching + 0.5) / (matching + 0.5))
}

/** What a length of one adds in saturate(), in a field of this average length. */
export function perLengthOf(average: number, { k, b }: Bm25Parameters): number {
  return (k * b) / average
}

/** How much a term's frequency counts; `length`: of the field, times perLengthOf(). */
export function saturate(frequency: number, length: number, { k, b, d }: Bm25Parameters): number {
  return d + (frequency * (k + 1)) / (frequency + k * (1 - b) + length)
}

/** All passages' folded texts in one array; a phrase in, the numbers of the passages that hold it out. */

/** The texts end to end, each behind a separator that no phrase holds. */
export interface FoldedArrays {
  readonly foldedUnits: Uint16Array
  /** Text n begins at `foldedStarts[n]` and ends one unit, the separator, before `foldedStarts[n + 1]`. */
  readonly foldedStarts: Uint32Array
}

/** A noncharacter: it stands in no text that Unicode allows to be exchanged. */
const SEPARATOR = 0xffff

/** Lays texts out for FoldedTexts. */
export function layOutTexts(texts: readonly string[]): FoldedArrays {
  const foldedStarts = new Uint32Array(texts.length + 1)
  let units = 0
  texts.forEach((text, number) => {
    units += text.length + 1
    foldedStarts[number + 1] = units
  })
  const foldedUnits = new Uint16Array(units)
  texts.forEach((text, number) => {
    const start = foldedStarts[number] as number
    for (let at = 0; at < text.length; at++) foldedUnits[start + at] = text.charCodeAt(at)
    foldedUnits[start + text.length] = SEPARATOR
  })
  return { foldedUnits, foldedStarts }
}

/** Searches for phrases, made by foldPhrase(), by their characters alone: no index can miss a cut. */
export class FoldedTexts {
  readonly #units: Uint16Array
  readonly #bytes: Buffer
  readonly #starts: Uint32Array

  constructor({ foldedUnits, foldedStarts }: FoldedArrays) {
    this.#units = foldedUnits
    this.#bytes = Buffer.from(foldedUnits.buffer, foldedUnits.byteOffset, foldedUnits.byteLength)
    this.#starts = foldedStarts
  }

  /** Numbers of all texts that hold the phrase, in order. One pass at the speed of memory. */
  scan(phrase: string): number[] {
    const numbers: number[] = []
    let from = 0
    for (;;) {
      const found = this.#find(phrase, from)
      if (found < 0) return numbers
      const number = this.#textAt(found)
      numbers.push(number)
      from = this.#starts[number + 1] as number
    }
  }

  /** Whether one text holds the phrase. */
  holds(number: number, phrase: string): boolean {
    const units = this.#units
    const first = phrase.charCodeAt(0)
    const last = (this.#starts[number + 1] as number) - 1 - phrase.length
    for (let start = this.#starts[number] as number; start <= last; start++) {
      if (units[start] !== first) continue
      let at = 1
      while (at < phrase.length && units[start + at] === phrase.charCodeAt(at)) at++
      if (at === phrase.length) return true
    }
    return false
  }

  /** How often one text holds any of the phrases: the longest where several begin, none overlapping another. `phrases`: longest first. */
  count(number: number, phrases: readonly string[]): number {
    const units = this.#units
    const end = (this.#starts[number + 1] as number) - 1
    const firsts = phrases.map((phrase) => phrase.charCodeAt(0))
    let count = 0
    for (let start = this.#starts[number] as number; start < end; ) {
      const unit = units[start]
      let length = 0
      for (let one = 0; one < firsts.length && length === 0; one++) {
        if (unit === firsts[one]) length = this.#lengthAt(start, end, phrases[one] as string)
      }
      if (length > 0) count++
      start += length || 1
    }
    return count
  }

  /** Length in UTF-16 units of text `from` up to, but not with, text `to`. */
  lengthOf(from: number, to: number): number {
    return (this.#starts[to] as number) - (this.#starts[from] as number) - (to - from)
  }

  /** The phrase's length where it stands at `start`, else 0. */
  #lengthAt(start: number, end: number, phrase: string): number {
    if (start + phrase.length > end) return 0
    for (let at = 1; at < phrase.length; at++) {
      if (this.#units[start + at] !== phrase.charCodeAt(at)) return 0
    }
    return phrase.length
  }

  /** Place of the phrase from `from` on, in UTF-16 units, or -1. */
  #find(phrase: string, from: number): number {
    const found = this.#bytes.indexOf(phrase, from * 2, 'utf16le')
    return found < 0 ? -1 : found / 2
  }

  /** The text in which a unit lies. */
  #textAt(unit: number): number {
    let low = 0
    let high = this.#starts.length - 2
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#starts[middle] as number) <= unit) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Holds the folded texts of all passages in one array, and turns a phrase into the numbers of the passages that hold it. */
import { firstThat } from './first-that.ts'

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
    return this.#findIn(number, this.#starts[number] as number, phrase) >= 0
  }

  /**
   * How many runs of one text are one of the phrases: from left to right, none overlapping another. @param phrases the longest
   * first, which is taken where several begin.
   */
  count(number: number, phrases: readonly string[]): number {
    const next = phrases.map((phrase) => ({ phrase, at: -1 }))
    let count = 0
    for (let from = this.#starts[number] as number; ; count++) {
      let first: { readonly phrase: string; readonly at: number } | null = null
      for (const one of next) {
        if (one.at < from) one.at = this.#findIn(number, from, one.phrase)
        if (one.at >= 0 && (first === null || one.at < first.at)) first = one
      }
      if (first === null) return count
      from = first.at + first.phrase.length
    }
  }

  /** Place of the phrase in one text from `from` on, in UTF-16 units of all texts, or -1. */
  #findIn(number: number, from: number, phrase: string): number {
    const units = this.#units
    const first = phrase.charCodeAt(0)
    const last = (this.#starts[number + 1] as number) - 1 - phrase.length
    for (let start = from; start <= last; start++) {
      if (units[start] !== first) continue
      let at = 1
      while (at < phrase.length && units[start + at] === phrase.charCodeAt(at)) at++
      if (at === phrase.length) return start
    }
    return -1
  }

  /** Length in UTF-16 units of text `from` up to, but not with, text `to`. */
  lengthOf(from: number, to: number): number {
    return (this.#starts[to] as number) - (this.#starts[from] as number) - (to - from)
  }

  /** Place of the phrase from `from` on, in UTF-16 units, or -1. */
  #find(phrase: string, from: number): number {
    const found = this.#bytes.indexOf(phrase, from * 2, 'utf16le')
    return found < 0 ? -1 : found / 2
  }

  /** The text in which a unit lies. */
  #textAt(unit: number): number {
    return firstThat(0, this.#starts.length - 2, (number) => (this.#starts[number + 1] as number) > unit)
  }
}

/** Holds the folded texts of all passages in one array, and turns a phrase into the numbers of the passages that hold it. */
import { firstThat } from '../../text/first-that.ts'

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
  readonly #bytes: Buffer
  readonly #starts: Uint32Array

  constructor({ foldedUnits, foldedStarts }: FoldedArrays) {
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

  /** One text, as it was laid out. */
  textOf(number: number): string {
    const end = (this.#starts[number + 1] as number) - 1
    return this.#bytes.toString('utf16le', 2 * (this.#starts[number] as number), 2 * end)
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

/** Turns words into every place of each of them in a text, found in one pass over it however many words there are. */
import { isLatin, isWholeAt } from '../../text/occurrences.ts'

/** What the last pass found: a chain of finds for each word, in the order of the text. */
export interface Needles {
  /** Looks through a text. What was found before is forgotten. */
  scan(text: string): void
  /** The first find of a word, by its number in the order given; NO_FIND when the text does not hold it. */
  first(word: number): number
  /** The next find of the same word; NO_FIND after the last. Finds may overlap. */
  next(find: number): number
  /** Where a find begins, in UTF-16 units. */
  place(find: number): number
}

export const NO_FIND = -1
/** Slots, found by the last bits of a word's first unit: so many that nearly every other unit of a text meets an empty one. */
const SLOTS = 4096
const NONE = -1

/**
 * Prepares a search for many words at once: each unit of a text is looked up in a small table of first units.
 * A word that begins with a letter or figure of ASCII is found only where no letter or figure goes on before or after it.
 */
export function makeNeedles(words: readonly string[]): Needles {
  const { heads, others, firstUnits, secondUnits, mustBeWhole } = noteFirstUnits(words)
  const firsts = new Int32Array(words.length).fill(NO_FIND)
  const lasts = new Int32Array(words.length)
  let nexts = new Int32Array(FEW_FINDS)
  let places = new Int32Array(FEW_FINDS)
  let finds = 0

  const isAt = (text: string, at: number, number: number): boolean => {
    const word = words[number] as string
    if (word.length > 2 && !text.startsWith(word, at)) return false
    return mustBeWhole[number] === 0 || isWholeAt(text, at, at + word.length)
  }
  const note = (word: number, at: number): void => {
    if (finds === places.length) [nexts, places] = [grown(nexts), grown(places)]
    nexts[finds] = NO_FIND
    places[finds] = at
    if (firsts[word] === NO_FIND) firsts[word] = finds
    else nexts[lasts[word] as number] = finds
    lasts[word] = finds++
  }
  const look = (text: string, at: number, from: number): void => {
    const unit = text.charCodeAt(at)
    for (let next = from; next !== 0; next = others[next - 1] as number) {
      const word = next - 1
      if (firstUnits[word] !== unit) continue
      const second = secondUnits[word] as number
      if (second !== NONE && second !== text.charCodeAt(at + 1)) continue
      if (isAt(text, at, word)) note(word, at)
    }
  }
  return {
    scan: (text) => {
      firsts.fill(NO_FIND)
      finds = 0
      // Most units begin no word: all that is done for them is to look at their slot.
      const slots = heads
      for (let at = 0; at < text.length; at++) {
        const from = slots[text.charCodeAt(at) & (SLOTS - 1)] as number
        if (from !== 0) look(text, at, from)
      }
    },
    first: (word) => firsts[word] as number,
    next: (find) => nexts[find] as number,
    place: (find) => places[find] as number,
  }
}

function noteFirstUnits(words: readonly string[]) {
  /** One more than the number of the last word of each slot; 0 where there is none. */
  const heads = new Uint32Array(SLOTS)
  /** The same of the word before it in its slot. */
  const others = new Uint32Array(words.length)
  const firstUnits = new Uint16Array(words.length)
  const secondUnits = new Int32Array(words.length)
  const mustBeWhole = new Uint8Array(words.length)
  words.forEach((word, number) => {
    const unit = word.charCodeAt(0)
    const slot = unit % SLOTS
    others[number] = heads[slot] as number
    heads[slot] = number + 1
    firstUnits[number] = unit
    secondUnits[number] = word.length > 1 ? word.charCodeAt(1) : NONE
    mustBeWhole[number] = Number(isLatin(word))
  })
  return { heads, others, firstUnits, secondUnits, mustBeWhole }
}

const FEW_FINDS = 64

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * array.length)
  longer.set(array)
  return longer
}

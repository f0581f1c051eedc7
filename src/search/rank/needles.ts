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
const NONE = -1
/** Knuth's multiplier, The Art of Computer Programming 6.4: spreads neighbouring code units over the table. */
const SPREAD = 0x9e3779b1
/** Slots for each distinct first unit, so that most units of a text miss at their first slot. */
const SLOTS_A_UNIT = 4

/**
 * Prepares a search for many words at once: each unit of a text is looked up in a small table of first units.
 * A word that begins with a letter or figure of ASCII is found only where no letter or figure goes on before or after it.
 */
export function makeNeedles(words: readonly string[]): Needles {
  const { units, heads, shift } = tableOf(words)
  const mask = units.length - 1
  /** The next word that begins with the same unit. */
  const others = new Int32Array(words.length)
  const seconds = new Int32Array(words.length)
  const mustBeWhole = new Uint8Array(words.length)
  words.forEach((word, number) => {
    const slot = slotOf(word.charCodeAt(0), units, shift)
    others[number] = heads[slot] as number
    heads[slot] = number
    seconds[number] = word.length > 1 ? word.charCodeAt(1) : NONE
    mustBeWhole[number] = Number(isLatin(word))
  })
  const firsts = new Int32Array(words.length)
  const lasts = new Int32Array(words.length)
  const nexts: number[] = []
  const places: number[] = []

  const isAt = (text: string, at: number, number: number): boolean => {
    const word = words[number] as string
    if (word.length > 2 && !text.startsWith(word, at)) return false
    return mustBeWhole[number] === 0 || isWholeAt(text, at, at + word.length)
  }
  const note = (word: number, at: number): void => {
    const find = places.push(at) - 1
    nexts.push(NO_FIND)
    const last = lasts[word] as number
    if (last === NO_FIND) firsts[word] = find
    else nexts[last] = find
    lasts[word] = find
  }
  return {
    scan: (text) => {
      firsts.fill(NO_FIND)
      lasts.fill(NO_FIND)
      places.length = 0
      nexts.length = 0
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        let slot = Math.imul(unit, SPREAD) >>> shift
        while (units[slot] !== unit && units[slot] !== NONE) slot = (slot + 1) & mask
        let word = heads[slot] as number
        if (word === NONE) continue
        const second = at + 1 < text.length ? text.charCodeAt(at + 1) : NONE
        for (; word !== NONE; word = others[word] as number) {
          const wanted = seconds[word] as number
          if ((wanted === NONE || wanted === second) && isAt(text, at, word)) note(word, at)
        }
      }
    },
    first: (word) => firsts[word] as number,
    next: (find) => nexts[find] as number,
    place: (find) => places[find] as number,
  }
}

/** An open table of the words' first units; `heads` begins the chain of the words of each. */
function tableOf(words: readonly string[]): { units: Int32Array; heads: Int32Array; shift: number } {
  const distinct = new Set(words.map((word) => word.charCodeAt(0))).size
  const bits = Math.max(2, Math.ceil(Math.log2(distinct * SLOTS_A_UNIT + 1)))
  const units = new Int32Array(2 ** bits).fill(NONE)
  const heads = new Int32Array(2 ** bits).fill(NONE)
  return { units, heads, shift: 32 - bits }
}

/** The slot of a unit, taken for it when it has none yet. */
function slotOf(unit: number, units: Int32Array, shift: number): number {
  let slot = Math.imul(unit, SPREAD) >>> shift
  while (units[slot] !== NONE && units[slot] !== unit) slot = (slot + 1) & (units.length - 1)
  units[slot] = unit
  return slot
}

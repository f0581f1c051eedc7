/** Says which of many texts hold a character or a pair of neighbours, and how much sharing it tells: for comparing words softly. */

export interface UnitIndex {
  /** How many different units each text has. */
  readonly sizes: Uint32Array
  /** Numbers of the texts that hold the unit, in order. */
  holdersOf(unit: string): Uint32Array
  /** The rarer a unit, the more it tells. */
  weightOf(unit: string): number
}

/** A pair of neighbours says more than the two characters apart. */
const PAIR_WEIGHT = 2
const UTF16_UNITS = 0x1_00_00

/** One sorted list instead of a list for each unit: thousands of texts have a hundred thousand units. */
export function indexUnits(texts: readonly string[]): UnitIndex {
  const postings = sortedPostings(texts)
  const keys: number[] = []
  const starts: number[] = []
  const holders = new Uint32Array(postings.length)
  const sizes = new Uint32Array(texts.length)
  let size = 0
  postings.forEach((posting, place) => {
    if (posting === postings[place - 1]) return
    const key = Math.floor(posting / texts.length)
    if (key !== keys.at(-1)) {
      keys.push(key)
      starts.push(size)
    }
    const number = posting % texts.length
    holders[size] = number
    sizes[number] = (sizes[number] as number) + 1
    size++
  })
  starts.push(size)
  const sortedKeys = Float64Array.from(keys)
  const startOf = Uint32Array.from(starts)
  const holdersOf = (unit: string): Uint32Array => {
    const place = findKey(sortedKeys, keyOf(unit, 0, unit.length > 1))
    return place < 0 ? holders.subarray(0, 0) : holders.subarray(startOf[place], startOf[place + 1])
  }
  return {
    sizes,
    holdersOf,
    weightOf: (unit) =>
      Math.log(1 + texts.length / (1 + holdersOf(unit).length)) * (unit.length > 1 ? PAIR_WEIGHT : 1),
  }
}

/** Every unit of every text as one number: its key, then the text's number. Repeated as often as it stands there. */
function sortedPostings(texts: readonly string[]): Float64Array {
  const postings = new Float64Array(texts.reduce((sum, text) => sum + 2 * text.length, 0))
  let size = 0
  texts.forEach((text, number) => {
    eachUnit(text, (at, isPair) => {
      postings[size] = keyOf(text, at, isPair) * texts.length + number
      size++
    })
  })
  return postings.subarray(0, size).sort()
}

function keyOf(text: string, at: number, isPair: boolean): number {
  return text.charCodeAt(at) * UTF16_UNITS + (isPair ? text.charCodeAt(at + 1) : 0)
}

/** Its place, or -1. */
function findKey(keys: Float64Array, wanted: number): number {
  let low = 0
  for (let high = keys.length; low < high; ) {
    const middle = (low + high) >> 1
    if ((keys[middle] as number) < wanted) low = middle + 1
    else high = middle
  }
  return keys[low] === wanted ? low : -1
}

/** The Han characters of a text and the pairs of neighbours among them, each once. Rare ones beyond the Basic Multilingual Plane are left out. */
export function unitsOf(folded: string): Set<string> {
  const units = new Set<string>()
  eachUnit(folded, (at, isPair) => units.add(folded.slice(at, at + (isPair ? 2 : 1))))
  return units
}

function eachUnit(folded: string, found: (at: number, isPair: boolean) => void): void {
  for (let at = 0; at < folded.length; at++) {
    if (!isHan(folded.charCodeAt(at))) continue
    found(at, false)
    if (at + 1 < folded.length && isHan(folded.charCodeAt(at + 1))) found(at, true)
  }
}

/** Unified ideographs and those of extension A. A pattern of Unicode's script property takes ten times as long over all the rules. */
function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff && (unit <= 0x4dbf || unit >= 0x4e00)
}

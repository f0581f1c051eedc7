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
const NOBODY = new Uint32Array(0)

/** Work that whoever drives it may interrupt between two steps of some milliseconds. */
export type Steps<T> = Generator<void, T>

/** Does what is left of the steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Goes through the items, and rests behind so many. */
export function* eachInSteps<T>(
  items: Iterable<T>,
  most: number,
  visit: (item: T, number: number) => void,
): Steps<void> {
  let number = 0
  for (const item of items) {
    visit(item, number++)
    if (number % most === 0) yield
  }
}

/** Of so many texts the units are read in one step, and so many units are put in order. */
const TEXTS_A_STEP = 256
const UNITS_A_STEP = 65_536

/** Numbers for strings, and one list for all units: thousands of texts have eighty thousand different units. */
export function* indexUnits(texts: readonly string[]): Steps<UnitIndex> {
  const numbers = new Map<number, number>()
  /** By the unit's number. */
  const counts: number[] = []
  const lastTexts: number[] = []
  /** Units of all texts one after the other, each once a text, and where those of each text end. */
  const units: number[] = []
  const ends = new Uint32Array(texts.length)
  yield* eachInSteps(texts, TEXTS_A_STEP, (text, number) => {
    eachUnit(text, (at, isPair) => {
      const key = keyOf(text, at, isPair)
      const unit = numbers.get(key) ?? numbers.size
      if (unit === numbers.size) {
        numbers.set(key, unit)
        counts.push(0)
      }
      if (lastTexts[unit] === number) return
      lastTexts[unit] = number
      counts[unit] = (counts[unit] as number) + 1
      units.push(unit)
    })
    ends[number] = units.length
  })
  const starts = startsOf(counts)
  const holders = yield* groupByUnit(units, ends, starts)
  const holdersOf = (unit: string): Uint32Array => {
    const number = numbers.get(keyOf(unit, 0, unit.length > 1))
    return number === undefined ? NOBODY : holders.subarray(starts[number], starts[number + 1])
  }
  return {
    sizes: ends.map((end, number) => end - (ends[number - 1] ?? 0)),
    holdersOf,
    weightOf: (unit) =>
      Math.log(1 + texts.length / (1 + holdersOf(unit).length)) * (unit.length > 1 ? PAIR_WEIGHT : 1),
  }
}

/** Where the holders of each unit begin, and at last where all end. */
function startsOf(counts: readonly number[]): number[] {
  let end = 0
  return [end, ...counts.map((count) => (end += count))]
}

function* groupByUnit(
  units: readonly number[],
  ends: Uint32Array,
  starts: readonly number[],
): Steps<Uint32Array> {
  const free = [...starts]
  const holders = new Uint32Array(units.length)
  let text = 0
  yield* eachInSteps(units, UNITS_A_STEP, (unit, place) => {
    while ((ends[text] as number) <= place) text++
    holders[free[unit] as number] = text
    free[unit] = (free[unit] as number) + 1
  })
  return holders
}

const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff
const HANS = LAST_HAN - FIRST_HAN + 2

/** A small number, which a map finds at once. */
function keyOf(text: string, at: number, isPair: boolean): number {
  const second = isPair ? text.charCodeAt(at + 1) - FIRST_HAN + 1 : 0
  return (text.charCodeAt(at) - FIRST_HAN) * HANS + second
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
    if (isHan(folded.charCodeAt(at + 1))) found(at, true)
  }
}

/** Unified ideographs and those of extension A. A pattern of Unicode's script property takes ten times as long over all the rules. */
function isHan(unit: number): boolean {
  return unit >= FIRST_HAN && unit <= LAST_HAN && (unit <= 0x4dbf || unit >= 0x4e00)
}

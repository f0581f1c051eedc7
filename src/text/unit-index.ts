/** Says which of many texts hold a character or a pair of neighbours, and how much sharing it tells: for comparing words softly. */

export interface UnitIndex {
  /** Numbers of the texts that hold the unit, in order. */
  holdersOf(unit: string): readonly number[]
  /** The rarer a unit, the more it tells. */
  weightOf(unit: string): number
}

/** A pair of neighbours says more than the two characters apart. */
const PAIR_WEIGHT = 2
const NONE: readonly number[] = []

/** @param texts Each text as its units. */
export function indexUnits(texts: readonly Iterable<string>[]): UnitIndex {
  const holders = new Map<string, number[]>()
  texts.forEach((units, number) => {
    for (const unit of units) {
      const known = holders.get(unit)
      if (known === undefined) holders.set(unit, [number])
      else known.push(number)
    }
  })
  const holdersOf = (unit: string): readonly number[] => holders.get(unit) ?? NONE
  return {
    holdersOf,
    weightOf: (unit) =>
      Math.log(1 + texts.length / (1 + holdersOf(unit).length)) * (unit.length > 1 ? PAIR_WEIGHT : 1),
  }
}

/** The Han characters of a text and the pairs of neighbours among them, each once. Rare ones beyond the Basic Multilingual Plane are left out. */
export function unitsOf(folded: string): Set<string> {
  const units = new Set<string>()
  for (let at = 0; at < folded.length; at++) {
    if (!isHan(folded.charCodeAt(at))) continue
    units.add(folded[at] as string)
    if (at + 1 < folded.length && isHan(folded.charCodeAt(at + 1))) units.add(folded.slice(at, at + 2))
  }
  return units
}

/** Unified ideographs and those of extension A. A pattern of Unicode's script property takes ten times as long over all the rules. */
function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff && (unit <= 0x4dbf || unit >= 0x4e00)
}

/** A Chinese numeral in (folded, 零 for 〇), its value out, or null where it is no number: 十八 → 18, 二零二三 → 2023, 十四五 → null. */

const DIGITS = new Map(
  [...'零一二三四五六七八九'].map((character, value) => [character, value] as const),
).set('两', 2)
const SMALL = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const LARGE = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
])

/** Reads a whole numeral; a part of one is read as a numeral by itself. */
export function readNumeral(numeral: string): number | null {
  if (/^[零一二三四五六七八九]{4}$/.test(numeral)) {
    return Number(Array.from(numeral, (character) => DIGITS.get(character)).join(''))
  }
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastUnit = Number.POSITIVE_INFINITY
  let lastLarge = Number.POSITIVE_INFINITY
  for (const character of numeral) {
    const small = SMALL.get(character)
    const large = LARGE.get(character)
    if (small !== undefined) {
      if (small >= lastUnit || (digit === null && small !== 10)) return null
      section += (digit ?? 1) * small
      lastUnit = small
      digit = null
    } else if (large !== undefined) {
      const isStacked = character === '亿' && section === 0 && digit === null && total > 0
      if (!isStacked && (large >= lastLarge || (section === 0 && digit === null))) return null
      total = isStacked ? total * large : total + (section + (digit ?? 0)) * large
      section = 0
      digit = null
      lastUnit = Number.POSITIVE_INFINITY
      lastLarge = large
    } else {
      const value = DIGITS.get(character)
      if (value === undefined || (digit !== null && digit !== 0)) return null
      digit = value
    }
  }
  return total + section + (digit ?? 0)
}

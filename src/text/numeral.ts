/** Reads numerals: 十八 is 18, 二〇二三 and 二O二三 are 2023, 一亿二千万 is 120,000,000, ２０２１ is 2021; 十四五 is none. */

const HAN = '零一二三四五六七八九'
const DIGITS = new Map([...HAN].map((character, value) => [character, value] as const)).set('两', 2)
const SMALL = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const LARGE = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
])

/** Letters and signs that stand for zero in a year: 二O一三, 二○○四. */
export const ZERO = '〇○零0OoＯ０О'
/** 二〇二三, 二O二三: the source of a regular expression. */
export const HAN_YEAR = `[二一][${ZERO}一二三四五六七八九]{3}`
const ZEROS = new RegExp(`[${ZERO}]`, 'gu')

/** What may stand between a number and its unit, 万 of 3万人 and 余 of 3余人: the source of a regular expression. */
export const MAGNITUDE = '[余多]?[十百千万亿]*[余多]?'

const NO_YEAR = /\d(?!\d{0,3}年)/u

/** Whether there is a number that is no year. */
export function hasNumber(text: string): boolean {
  return NO_YEAR.test(text)
}

/** ２０２１ as 2021. */
export function halfWidthDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** 12 is 十二; below a hundred. */
export function writeHan(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? HAN[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? HAN[ones] : ''}`
}

/** The value of a whole numeral, in Chinese or Arabic figures; null where it is no number. */
export function readNumeral(written: string): number | null {
  const arabic = halfWidthDigits(written)
  if (/^\d+$/.test(arabic)) return Number(arabic)
  const numeral = arabic.replace(ZEROS, '零')
  // A letter alone is no zero.
  if (!/[零一二两三四五六七八九十]/u.test(written) && !written.includes('〇')) return null
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

/** Chinese numerals in, numbers out: 十二, 二十一, 二〇二六, 二O一三, 2023. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  O: 0,
  o: 0,
  Ｏ: 0,
  '０': 0,
  О: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  元: 1,
}

/** Letters and signs that stand for zero in a year: 二O一三, 二○○四. */
export const ZERO = '〇○零0OoＯ０О'

/** Reads a number written in Chinese or Arabic figures; NaN when it is neither. */
export function readNumber(text: string): number {
  const ascii = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  if (/^\d+$/.test(ascii)) return Number(ascii)
  if (/[十百]/.test(ascii)) return readWithTens(ascii)
  let value = 0
  for (const char of ascii) {
    const digit = DIGITS[char] ?? (/\d/.test(char) ? Number(char) : Number.NaN)
    value = value * 10 + digit
  }
  return ascii === '' ? Number.NaN : value
}

function readWithTens(text: string): number {
  const match = /^(?:(.)?百)?零?(?:(.)?十)?(.)?$/u.exec(text)
  if (match === null) return Number.NaN
  const [, hundreds, tens, ones] = match
  const hundred = text.includes('百') ? (hundreds === undefined ? 1 : (DIGITS[hundreds] ?? Number.NaN)) : 0
  const ten = text.includes('十') ? (tens === undefined ? 1 : (DIGITS[tens] ?? Number.NaN)) : 0
  return hundred * 100 + ten * 10 + (ones === undefined ? 0 : (DIGITS[ones] ?? Number.NaN))
}

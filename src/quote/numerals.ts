/** Writes the numbers of a text in figures: 三十七点五% is 37.5%, 百分之十 is 10%, 五成 is 50%. */
import { readNumeral } from '../text/numeral.ts'
import { restoreRadicals } from '../text/radicals.ts'

const DIGIT = '[零〇一二三四五六七八九两]'
const NUMERAL = '[零〇一二三四五六七八九两十百千]+'
const PERCENT = new RegExp(`百分之(${NUMERAL})(?:点(${DIGIT}+))?`, 'gu')
const TENTHS = /([一二三四五六七八九])成(?:([一二三四五六七八九])|(半)?(?=以|[，。、；]|$))/gu
const DECIMAL = new RegExp(`(${NUMERAL})点(${DIGIT}+)`, 'gu')
const WHOLE = new RegExp(`(?<!第)${NUMERAL}(?=[余多]?[万亿%％\\p{L}])`, 'gu')

/** Null when the text has no such number. What a PDF was copied from has ⼋⼗六 in radicals. */
export function writeFigures(text: string): string | null {
  const plain = restoreRadicals(text).text
  const written = plain
    .replace(PERCENT, (all, whole: string, part?: string) => withPoint(whole, part, all, '%'))
    .replace(
      TENTHS,
      (_all, tenths: string, more?: string, half?: string) =>
        `${readNumeral(tenths)}${more === undefined ? (half ? 5 : 0) : readNumeral(more)}%`,
    )
    .replace(DECIMAL, (all, whole: string, part: string) => withPoint(whole, part, all, ''))
    .replace(WHOLE, (all) => (all.length > 1 ? String(readNumeral(all) ?? all) : all))
  return written === plain ? null : written
}

function withPoint(whole: string, part: string | undefined, all: string, unit: string): string {
  const value = readNumeral(whole)
  if (value === null) return all
  const digits = Array.from(part ?? '', (digit) => readNumeral(digit))
  return `${value}${digits.length > 0 ? `.${digits.join('')}` : ''}${unit}`
}

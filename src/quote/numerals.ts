/** Writes the numbers of a text in figures: 三十七点五% is 37.5%, 百分之十 is 10%, 五成 is 50%. */
import { readNumeral } from '../text/numeral.ts'
import { restoreRadicals } from '../text/radicals.ts'

const DIGIT = '[零〇一二三四五六七八九两]'
const NUMERAL = '[零〇一二三四五六七八九两十百千]+'
const PERCENT = new RegExp(`百分之(${NUMERAL})(?:点(${DIGIT}+))?`, 'gu')
const TENTHS = /([一二三四五六七八九])成(?:([一二三四五六七八九])|(半)?(?=以|[，。、；]|$))/gu
const DECIMAL = new RegExp(`(${NUMERAL})点(${DIGIT}+)`, 'gu')
const WHOLE = new RegExp(`(?<!第)${NUMERAL}(?=[余多]?[万亿%％\\p{L}])`, 'gu')

/** Of an amount, by what it counts: 二百三十九个, 八百亿. Without one it may be a name: 十四五, 十六届, 三百六十行. */
const AMOUNT =
  /(?<![第零〇一二三四五六七八九两十百千])(?:[一二三四五六七八九两]?十|[一二三四五六七八九两][百千])?[零一二三四五六七八九两十百千]*(?=[余多来]?(?:[万亿](?!级)|[个名位家户人件项条座所处套台辆部张米亩公平立吨斤元块斤担天次场岁栋幢间只头株棵枚艘宗笔倍]|千瓦))/gu
/** 4亿5600万亩, 2万6000辆: the parts of one number. */
const IN_PARTS = /(?<![\d.])(\d+)(?:亿零?(\d{1,4})万|万零?(\d{1,4})(?=[余多]?\p{L}))/gu
/** 三倍, which reports print as 3倍. */
const TIMES = /(?<![一二三四五六七八九十百千分几成])[两一二三四五六七八九](?=倍)/gu
const SOME_TENTHS =
  /([一二两三四五六七八九])成(?:(半)|([一二三四五六七八九])(?![\p{sc=Han}]{2})|(?=多|左右|上下|以|的|了|[，。、；！？,;!?]|$))/gu

/** 减少一半, 占一半多; 一半的 may be as vague as a word. */
const HALF = /(?<=[少降占减过了的到])一半(?=[，。、；！？,;!?多以左]|$)/gu

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

/** Its amounts as a report prints them, each in one: 四亿五千六百万亩 is 4.56亿亩, 一成半 15%, 一万两千多亿斤 1.2万亿多斤. The text itself where it has none. */
export function tellInFigures(text: string): string {
  return text
    .replace(PERCENT, (all, whole: string, part?: string) => withPoint(whole, part, all, '%'))
    .replace(
      SOME_TENTHS,
      (_all, tenths: string, half?: string, more?: string) =>
        `${readNumeral(tenths)}${half === undefined ? readNumeral(more ?? '零') : 5}%`,
    )
    .replace(DECIMAL, (all, whole: string, part: string) => withPoint(whole, part, all, ''))
    .replace(TIMES, (digit) => String(readNumeral(digit)))
    .replace(AMOUNT, (all, at: number, whole: string) => {
      // 三条, 五家 are words more often than figures.
      const isAmount = all.length > 1 || all === '十' || /[万亿]/u.test(whole.charAt(at + 1))
      return isAmount ? String(readNumeral(all) ?? all) : all
    })
    .replace(IN_PARTS, (_all, whole: string, tenThousands: string | undefined, ones: string | undefined) => {
      const parts = `${whole}.${(tenThousands ?? ones ?? '').padStart(4, '0')}`
      return parts.replace(/\.?0+$/u, '') + (ones === undefined ? '亿' : '万')
    })
    .replace(/(?<=\d万)[余多]亿/gu, '亿多')
    .replace(
      /(?<![.\d])(\d+)万([一二三四五六七八九])千(?!瓦)/gu,
      (_all, whole: string, more: string) => `${whole}.${readNumeral(more)}万`,
    )
    .replace(HALF, '50%')
}

function withPoint(whole: string, part: string | undefined, all: string, unit: string): string {
  const value = readNumeral(whole)
  if (value === null) return all
  const digits = Array.from(part ?? '', (digit) => readNumeral(digit))
  return `${value}${digits.length > 0 ? `.${digits.join('')}` : ''}${unit}`
}

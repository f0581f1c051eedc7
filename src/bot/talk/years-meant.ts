/** Reads the years that a message names, or means by the year that was asked about: 前一年, 那年, 四年后. */
import { readNumeral } from '../../text/numeral.ts'

/** 2014年, 14年, 一九五八年, 2011-2015年; words for a year beside the present one are years of their own. */
export const YEAR =
  /(?:19|20)\d\d\s*(?:年?\s*[-—–~至到]+\s*(?:19|20)\d\d)?\s*年?度?|[一二][〇○零一二三四五六七八九]{3}年|(?<!\d)\d\d年(?![来代期])|(?:去|今|明|前一?|上一?)年/gu

/** The years that the words name, as typed. */
export function yearsIn(text: string): string[] {
  return (text.match(YEAR) ?? []).map((year) => year.trim())
}

export interface YearsMeant {
  /** As a question has them. */
  readonly years: readonly string[]
  /** The words without them. */
  readonly rest: string
}

const COUNT = '(?<count>[一二两三四五六七八九十]{1,3}|\\d{1,2})'
/** How far from the year asked about; longer wordings before what they contain. */
const STEPS: readonly (readonly [said: RegExp, by: -2 | -1 | 0 | 1])[] = [
  [new RegExp(`(?:再?往后|又?过了?|再过)${COUNT}年(?:(?:以|之)?后)?`, 'u'), 1],
  [new RegExp(`${COUNT}年(?:以|之)?后`, 'u'), 1],
  [new RegExp(`(?:再?往前推?|再?早)${COUNT}年`, 'u'), -1],
  [new RegExp(`${COUNT}年(?:以|之)?前`, 'u'), -1],
  [/大前年|前年(?!度)/u, -2],
  [/(?:那|再)?(?:之前|以前|往前|早|头|上|前)的?(?:那?一)?年度?|[去上]年|再往前(?:推|数)?/u, -1],
  [/转过年来?|第二年|[下次隔转来明]一?年|(?:之后|往后|再?后)的?(?:那?一)年/u, 1],
  [
    /(?:就|在|也是|的?)*(?:同一?年|[那这]一?年|当年)(?:里|的时候)?|到?(?:那|这个?)(?:会儿|时候?)|当时|同期/u,
    0,
  ],
]
/** 十二五末: five-year plans end with a year that ends in 5 or 0. */
const PLAN_END = /到?“?十(?<plan>[一二三四五])五”?(?:时?期)?(?:期?末|收官|结束)(?:的?时候?)?/u
/** What only says that another time is meant, beside a year that is named. */
const AROUND_NAMED =
  /(?:再?往[前后](?:推|数)?|又?过了?)(?:几|[一二三四五六七八九十]+多?)?年?[，,\s]*|[那这]?会儿|那时候?|的时候|(?<=年)那时?|也就是|头一年|上一年|那一?年|同一?年/gu

export interface Base {
  /** The year that was asked about; null where none was. */
  readonly asked: number | null
  /** The year that the answer tells of; null where none is known. */
  readonly told: number | null
}

export const NO_YEARS: Base = { asked: null, told: null }

/** The years that the words name, or that they mean by the year asked about, or else by that of the answer. */
export function readYearsMeant(text: string, { asked, told }: Base): YearsMeant {
  const named = yearsIn(text).filter((year) => /\d\d|[〇○零一二三四五六七八九]{2}/u.test(year))
  if (named.length > 0) {
    const rest = named.reduce((left, year) => left.replace(year, ' '), text).replace(AROUND_NAMED, ' ')
    return { years: named, rest }
  }
  const end = PLAN_END.exec(text)
  if (end !== null) {
    const year = 2005 + 5 * '一二三四五'.indexOf(end.groups?.plan ?? '') + 5
    return { years: [`${year}年`], rest: text.replace(end[0], ' ') }
  }
  for (const [said, by] of STEPS) {
    const found = said.exec(text)
    if (found === null) continue
    const base = asked ?? (by === 0 ? null : told)
    if (base === null) return { years: [], rest: by === 0 ? text.replace(found[0], ' ') : text }
    const count = readNumeral(found.groups?.count ?? '') ?? 1
    return { years: [`${base + by * count}年`], rest: text.replace(found[0], ' ') }
  }
  const typed = yearsIn(text)
  return { years: typed, rest: typed.reduce((left, year) => left.replace(year, ' '), text) }
}

/** 2014 of 2014年 and 14年; null of 去年. */
export function numberOfYear(year: string): number | null {
  const [digits = ''] = /\d{4}|\d\d(?=年)/u.exec(year) ?? []
  if (digits.length === 4) return Number(digits)
  if (digits.length === 2) return Number(digits) + (Number(digits) < 50 ? 2000 : 1900)
  return readNumeral(year.replace(/年.*$/u, ''))
}

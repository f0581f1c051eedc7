/** Turns the years that a question names into ranges: 2023年, 2020-2023, 二〇二三年, 24年. */
import { readNumeral } from '../../text/numeral.ts'
import type { Catalog } from '../backend.ts'
import { acceptsYears, type YearRange } from '../filter.ts'
import type { Run } from './question-words.ts'

/** A year, or years together, with 年 or without. */
export const YEARS =
  /(?<![\d.])(?<from>19[5-9]\d|20\d\d)(?:年?\s*[-—–~至到]+\s*(?<to>19[5-9]\d|20\d\d))?(?:年度?|(?![\d.%]))|(?<han>[一二][零一二三四五六七八九]{3})年/gu

/**
 * 24年, 九八年: the last two figures of a year, where a report is of it; no length of time (十年, 15年来, 近20年) and no span of
 * years (七八年了).
 */
const SHORT_YEAR =
  /(?<![\d.零〇一二三四五六七八九十百近前后满每约第用过这长达两几包延再了有共]|[\d.]\s|过去|未来|连续)(?<short>\d{2}|[零〇一二五六七八九][零〇一二三四五六七八九])年(?![代来期内以前多间级龄限纪了来没]|之?后|过去|时间)/gu

/** The years that a folded text names; a number that may count something is one only where a report is of it. */
export function readYears(folded: string, catalog: Catalog): YearRange[] {
  return [...folded.matchAll(YEARS)].flatMap((match) => {
    const { groups } = match
    const from = groups?.han === undefined ? Number(groups?.from) : readNumeral(groups.han)
    if (from === null) return []
    const to = groups?.to === undefined ? from : Number(groups.to)
    const range = { from, to: Math.max(from, to) }
    const isSaid = /年/u.test(match[0]) || !COUNTED.test(folded.slice(match.index + match[0].length))
    return isSaid || isKnownYear(range, catalog) ? [range] : []
  })
}

/** Those of two figures, as runs of the text: of this century, or of the one before from the first report on. */
export function readShortYears(folded: string, catalog: Catalog): (Run & { readonly from: number })[] {
  return [...folded.matchAll(SHORT_YEAR)].flatMap(({ index, 0: match, groups }) => {
    const from = yearOf(groups?.short ?? '')
    return isKnownYear({ from, to: from }, catalog) ? [{ start: index, end: index + match.length, from }] : []
  })
}

/** 22年 as 2022年, where that is one of the years that the question was read to name. */
export function withWholeYears(folded: string, years: readonly YearRange[]): string {
  return folded.replace(SHORT_YEAR, (typed, figures: string) => {
    const year = yearOf(figures)
    return years.some(({ from, to }) => from === year && to === year) ? `${year}年` : typed
  })
}

function yearOf(figures: string): number {
  const year = Number(Array.from(figures, readNumeral).join(''))
  return year + (year < FIRST_YEAR_OF_A_REPORT % 100 ? 2000 : 1900)
}

/** The first report was of this year. */
const FIRST_YEAR_OF_A_REPORT = 1954

/** 2000亩 is no year. */
const COUNTED = /^\s*(?:[多余]|[十百千万亿]|[个亩人户元吨米里度套头只匹场次台座条项家所名件处株平立辆])/u

/** Whether any report is of a year in this range, reviews or plans it. */
export function isKnownYear(range: YearRange, { reports }: Catalog): boolean {
  return reports.some(({ year, reviews, plans }) => acceptsYears({ years: [range] }, [year, reviews, plans]))
}

/** How it is told what was said over the years; a text is its key and what it is given. */
import { describe, expect, it } from 'vitest'
import { trendReply } from '../../src/bot/replies/trend-reply.ts'
import type { ViewState } from '../../src/bot/state-link.ts'
import type { Trend } from '../../src/counts/trend.ts'
import { keyTextWithCommas } from '../key-text.ts'
import { keySetting } from './key-setting.ts'

const setting = { ...keySetting, t: keyTextWithCommas }
const STATE: ViewState = { view: 'trend', query: '新质', narrowing: null, offset: 0 } as never

/** Counts by year from 2000 on, null where there is no report; of many reports unless told otherwise. */
function trend(
  counts: readonly (number | null)[],
  { phrase = '新质', places = [] as object[], reports = 90 } = {},
): Trend {
  const years = counts.flatMap((count, index) =>
    count === null ? [] : [{ year: 2000 + index, count, saying: count, reports, per10000: count / 10 }],
  )
  const total = years.reduce((sum, { count }) => sum + count, 0)
  return {
    count: { phrase, total, reports: [{}, {}], without: [{}], alternatives: [] },
    years,
    places,
  } as never
}

function told(trends: readonly Trend[], offset = 0) {
  const { text, keyboard } = trendReply(trends, { ...STATE, offset }, setting)
  return {
    lines: text.text.split('\n').slice(1),
    rows: keyboard.map((row) => row.map((button) => button.text).join(' ')).filter((row) => row !== ''),
  }
}
const zeros = (count: number): number[] => new Array<number>(count).fill(0)

describe('one phrase', () => {
  it('is told with bars from two years before the first that says it, the newest year first', () => {
    const { lines, rows } = told([trend([0, 0, 0, 0, 5, null, 10])])
    expect(lines[0]).toMatch(/^新质 2002 \S{5} 2006$/u)
    expect(lines.slice(1)).toEqual([
      'trend-summary 15 2 3',
      '',
      'trend-by-year',
      '2006trend-year 10 10 90 1.00',
      '2004trend-year 5 5 90 0.50',
      '2003trend-year 0 0 90 0.00',
      'trend-earlier 2000 2002 0',
    ])
    expect(rows).toEqual(['button-mentions button-kwic', 'button-chart button-csv'])
  })

  it('has bars of thirty years at most, and lines of ten', () => {
    const { lines } = told([trend([0, ...new Array<number>(40).fill(2)])])
    expect(lines[0]).toMatch(/^新质 2011 \S{30} 2040$/u)
    expect(lines.filter((line) => line.includes('trend-year'))).toHaveLength(10)
    expect(lines.at(-1)).toBe('trend-earlier 2000 2030 60')
    expect(told([trend([...zeros(1), ...new Array<number>(9).fill(2)])]).lines.join()).not.toContain(
      'trend-earlier',
    )
    expect(told([trend([...zeros(2), ...new Array<number>(9).fill(2)])]).lines.at(-1)).toBe(
      'trend-earlier 2000 2000 0',
    )
  })

  it('says of years of few reports that they are', () => {
    const { lines } = told([trend([0, 1, 2], { reports: 1 })])
    expect(lines.at(-1)).toBe('trend-thin')
    expect(lines).toContain('2002trend-thin-marktrend-year 2 2 1 0.20')
    expect(told([trend([0, 1, 2])]).lines.join()).not.toContain('thin')
  })

  it('is nothing where none says it', () => {
    const { lines, rows } = told([trend([0, 0])])
    expect([lines, rows]).toEqual([['mentions-none 新质'], []])
  })

  it('cuts a phrase of more than 24 characters', () => {
    const shown = (length: number): string =>
      told([trend([1, 1, 1], { phrase: '新'.repeat(length) })]).lines[0] ?? ''
    expect(shown(24).startsWith(`${'新'.repeat(24)} `)).toBe(true)
    expect(shown(25).startsWith(`${'新'.repeat(23)}… `)).toBe(true)
  })

  it('tells its places behind the years, twelve a page', () => {
    const places = Array.from({ length: 13 }, (_, index) => ({
      place: `${index}县`,
      years: [
        { year: 2000, count: 1 },
        { year: 2001, count: 4 },
      ].slice(index === 0 ? 1 : 0),
    }))
    const page = (offset: number): string[] => told([trend([1, 2, 3], { places })], offset).lines.slice(3)
    expect(page(1)[0]).toBe('trend-places')
    expect(page(1)[1]).toMatch(/^0县 2001 \S 4$/u)
    expect(page(1)[2]).toMatch(/^1县 2000–2001 \S\S 1、4$/u)
    expect([page(1).length, page(2).length, page(9).length]).toEqual([13, 2, 2])
    expect(page(2)[1]).toMatch(/^12县/u)
    expect(told([trend([1, 2, 3], { places })]).rows[0]).toContain('3')
  })
})

describe('several phrases', () => {
  it('are told side by side from the year before the first of them', () => {
    const { lines, rows } = told([trend([0, 0, 4, 2]), trend([0, 0, 0, 6], { phrase: '低空' })])
    expect(lines.slice(-4)).toEqual(
      ['trend-rates新质 | 低空', '2003：0.20 | 0.60', '2002：0.40 | 0.00', '2001：0.00 | 0.00']
        .concat('trend-earlier 2000 2000 0 | 0')
        .slice(-4),
    )
    expect(rows).toEqual(['button-chart button-csv'])
  })

  it('have a dash where one has no report of the year', () => {
    expect(told([trend([1, 2]), trend([1], { phrase: '低空' })]).lines).toContain('2001：0.20 | –')
  })
})

/** The years that a message means, reckoned from the year that was asked about, or else from that of the answer. */
import { describe, expect, it } from 'vitest'
import { numberOfYear, readYearsMeant } from '../../src/bot/talk/years-meant.ts'

describe('the years meant', () => {
  it.each([
    ['前一年', '2022年', '2019年'],
    ['去年', '2022年', '2019年'],
    ['前年', '2021年', '2018年'],
    ['第二年', '2024年', '2021年'],
    ['转过年', '2024年', '2021年'],
    ['三年后呢', '2026年', '2023年'],
    ['十年前', '2013年', '2010年'],
    ['再往前推两年', '2021年', '2018年'],
    // Of the year itself the question has to tell.
    ['那年的', '2023年', undefined],
    ['同期', '2023年', undefined],
    ['十二五末旅游收入', '2015年', '2015年'],
    ['到“十三五”时期末', '2020年', '2020年'],
    ['14年旅游', '14年', '14年'],
    ['2022年那会儿', '2022年', '2022年'],
    ['2011-2015年', '2011-2015年', '2011-2015年'],
  ])('of %s are %s, or by the answer %s', (text, byAsked, byTold) => {
    expect(readYearsMeant(text, { asked: 2023, told: 2020 }).years).toEqual([byAsked])
    const { years } = readYearsMeant(text, { asked: null, told: 2020 })
    expect(years).toEqual(byTold === undefined ? [] : [byTold])
  })

  it.each([
    ['十二五末旅游收入', '旅游收入'],
    ['三年后旅游收入', '旅游收入'],
    ['2022年那会儿旅游', '旅游'],
    ['那年的旅游', '的旅游'],
  ])('stand in no word that is left: %s', (text, rest) => {
    expect(readYearsMeant(text, { asked: 2023, told: null }).rest.trim()).toBe(rest)
  })

  it('are none where no year is known to reckon from, and the words stay', () => {
    expect(readYearsMeant('三年后', { asked: null, told: null })).toEqual({ years: [], rest: '三年后' })
  })
})

it.each([
  ['2014年', 2014],
  ['14年', 2014],
  ['49年', 2049],
  ['50年', 1950],
  ['99年', 1999],
  ['一九五八年', 1958],
  ['2011-2015年', 2011],
  ['去年', null],
])('%s is the year %s', (year, number) => {
  expect(numberOfYear(year)).toBe(number)
})

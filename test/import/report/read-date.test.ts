/** The day of delivery, off the line that is most likely to tell it. */
import { describe, expect, it } from 'vitest'
import { readDeliveryDate } from '../../../src/import/report/read-date.ts'

const dateOf = (...lines: string[]): string => readDeliveryDate(lines, lines.join('')).date

describe('a date', () => {
  it.each([
    ['2024年1月16日', '2024-01-16'],
    ['2024 年 1 月 16 日', '2024-01-16'],
    ['2024年元月16号', '2024-01-16'],
    ['2024年正月6日', '2024-01-06'],
    ['2024.1.16', '2024-01-16'],
    ['2024．1．16', '2024-01-16'],
    ['2024-01-06', '2024-01-06'],
    ['2024/12/31', '2024-12-31'],
    ['2024－1－16', '2024-01-16'],
    ['二〇二四年一月十六日', '2024-01-16'],
    ['二零二四年十二月三十一号', '2024-12-31'],
    ['二〇二四年元月6日', '2024-01-06'],
    ['一九五〇年正月一日', '1950-01-01'],
    ['1949年1月1日', '1949-01-01'],
    ['二一〇〇年一月一日', '2100-01-01'],
    ['2024-1/16', ''],
    ['2024.1.16.3', ''],
    ['12024.1.16', ''],
    ['1.2024.1.16', ''],
    ['1948年1月1日', ''],
    ['二一〇一年一月一日', ''],
    ['2024年0月16日', ''],
    ['2024年13月16日', ''],
    ['2024年1月0日', ''],
    ['2024年1月32日', ''],
    ['2024年1月', ''],
    ['2024.1', ''],
  ])('%s is %j', (text, date) => {
    const { year, ...found } = readDeliveryDate([text], text)
    expect(found.date).toBe(date)
    expect(year).toBe(date === '' ? null : Number(date.slice(0, 4)))
  })

  it('is the first where a line has two', () => {
    expect(dateOf('二〇二四年一月五日至2024年1月9日')).toBe('2024-01-05')
    expect(dateOf('2024年1月5日至二〇二四年一月九日')).toBe('2024-01-05')
  })
})

describe('the line that tells it', () => {
  const PAGE = '2024年3月1日'
  const SPEECH = '2024年1月16日 县长 李明'
  it('is that of the meeting', () => {
    for (const word of ['人民代表大会', '三届', '会议'])
      expect(dateOf(PAGE, SPEECH, `2024年1月5日在${word}上`)).toBe('2024-01-05')
  })

  it('is else one that says more than a date, by two characters', () => {
    expect(dateOf(PAGE, SPEECH)).toBe('2024-01-16')
    expect(dateOf('2024年1月16日于此', PAGE)).toBe('2024-01-16')
    expect(dateOf('2024年1月16日于', PAGE)).toBe('2024-03-01')
    expect(dateOf('（2024年1月16日）——', PAGE)).toBe('2024-03-01')
  })

  it('is else the last with a date', () => {
    expect(dateOf('2024年1月5日', PAGE, '县长')).toBe('2024-03-01')
  })

  it('is all of them where the date is on none', () => {
    expect(dateOf('2024年1月', '16日')).toBe('2024-01-16')
  })
})

/** What an address asks for, whatever stands behind its question mark. */
import { describe, expect, it } from 'vitest'
import { readPage, readQuery, readQuestion, readRanges } from '../../src/web/read-query.ts'

describe('the number of a page', () => {
  it.each([
    ['', 1],
    ['page=1', 1],
    ['page=7', 7],
    ['page=0', 1],
    ['page=-3', 1],
    ['page=x', 1],
    ['page=1000', 1_000],
    ['page=1001', 1_000],
    ['page=999999', 1_000],
    ['page=1000000', 1],
  ])('of %j is %i', (query, page) => {
    expect(readPage(new URLSearchParams(query))).toBe(page)
  })
})

describe('ranges', () => {
  it.each<[string, number, [number, number][]]>([
    ['0-4', 10, [[0, 4]]],
    [
      '2-4,6-8',
      10,
      [
        [2, 4],
        [6, 8],
      ],
    ],
    ['2-40', 10, [[2, 10]]],
    ['10-40', 10, []],
    ['4-4', 10, []],
    ['5-3,x,1-2', 10, [[1, 2]]],
    ['1234567-2', 10, []],
    ['', 10, []],
  ])('%j of a text of %i are %j', (typed, length, ranges) => {
    expect(readRanges(typed, length)).toEqual(ranges)
  })

  it('are twenty at the most', () => {
    expect(readRanges(Array.from({ length: 30 }, (_, at) => `${at}-${at + 1}`).join(), 100)).toHaveLength(20)
  })
})

describe('a question', () => {
  it.each([
    ['/search?q=%E6%97%85%E6%B8%B8', '旅游'],
    ['/search?q=%C2%C3%D3%CE', '旅游'],
    ['/search?a=1&q=%C2%C3+%D3%CE', '旅 游'],
    ['/search?q=旅游&x=%FF', '旅游'],
    ['/search?q=a%2', 'a%2'],
    ['/search?q=%20%20x%20#q=y', 'x'],
    ['/search', ''],
  ])('is read of %s', (url, question) => {
    expect(readQuestion(readQuery(url))).toBe(question)
  })

  it('is cut where it is longer than a question may be', () => {
    expect(readQuestion(new URLSearchParams({ q: 'x'.repeat(6_000) }))).toHaveLength(5_000)
  })
})

/** Which lines become a row of a table. */
import { describe, expect, it } from 'vitest'
import { joinTableRows } from '../../../src/import/lines/tables.ts'
import { linesOf } from './line-of.ts'

const rows = (texts: readonly string[]): string[] => joinTableRows(linesOf(texts)).map(({ text }) => text)
/** Rows of a number and so many cells. */
const table = (numbers: readonly number[], cells: number): string[] =>
  numbers.flatMap((number) => [`${number}`, ...Array.from({ length: cells }, (_, cell) => `格${cell + 1}`)])

describe('joinTableRows', () => {
  it('puts bars between the cells of a row, and keeps an empty cell', () => {
    const [row] = joinTableRows(linesOf(['项目 \t2021年\t\t 万亩'], { isTableRow: true }))
    expect(row?.text).toBe('项目 | 2021年 |  | 万亩')
    expect(rows(['项目\t2021年'])).toEqual(['项目\t2021年'])
  })

  it('puts a table that lies one cell a line on a line each row, the last as long as the one before', () => {
    const joined = joinTableRows(linesOf([...table([1, 2, 3], 2), '表下的字。']))
    expect(joined.map(({ text }) => text)).toEqual([
      '1 | 格1 | 格2',
      '2 | 格1 | 格2',
      '3 | 格1 | 格2',
      '表下的字。',
    ])
    expect(joined.map(({ isTableRow }) => isTableRow)).toEqual([true, true, true, false])
    expect(joined.map(({ number }) => number)).toEqual([1, 4, 7, 10])
  })

  it('sees a table from three rows on', () => {
    expect(rows(table([1, 2], 2))).toEqual(table([1, 2], 2))
    expect(rows(table([1, 2, 3], 2))).toHaveLength(3)
  })

  it.each([
    ['stand under one another', table([1, 2, 3, 4], 0)],
    ['do not rise by one', table([1, 3, 5, 7], 2)],
    ['are not bare', ['1.', '甲', '2.', '乙', '3.', '丙']],
    ['have four digits', table([2019, 2020, 2021, 2022], 2)],
  ])('joins nothing where numbers %s', (_, lines) => {
    expect(rows(lines)).toEqual(lines)
    expect(joinTableRows(linesOf(lines)).some(({ isTableRow }) => isTableRow)).toBe(false)
  })

  it('takes a table up where a page cut it, and ends one where a count begins anew', () => {
    expect(rows([...table([7, 8, 9], 1), ...table([1, 2, 3], 2)])).toEqual([
      '7 | 格1',
      '8 | 格1',
      '9 | 格1',
      '1 | 格1 | 格2',
      '2 | 格1 | 格2',
      '3 | 格1 | 格2',
    ])
  })

  it('goes on past sixty rows, and begins no table there', () => {
    expect(rows(table([59, 60, 61, 62], 1))).toHaveLength(4)
    expect(rows(table([61, 62, 63], 1))).toHaveLength(6)
  })

  it('sees no row of more than fourteen lines', () => {
    expect(rows(table([1, 2, 3], 13))).toHaveLength(3)
    expect(rows(table([1, 2, 3], 14))).toHaveLength(45)
  })

  it('ends the last row before running text, and at the end of the lines', () => {
    const text = (length: number): string => '长'.repeat(length)
    expect(rows([...table([1, 2], 2), '3', '格1', text(300)])).toHaveLength(3)
    expect(rows([...table([1, 2], 2), '3', '格1', text(301)])).toEqual([
      '1 | 格1 | 格2',
      '2 | 格1 | 格2',
      '3 | 格1',
      text(301),
    ])
    expect(rows([...table([1, 2], 2), '3', '格1'])).toHaveLength(3)
  })
})

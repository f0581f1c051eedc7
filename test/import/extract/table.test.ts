/** Which rows of cells are a table, and what stands in each of its columns. */
import { describe, expect, it } from 'vitest'
import { type Cell, joinTable } from '../../../src/import/extract/table.ts'

const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ lines: [{ text }], columns: 1, ...more })
const rows = (...given: readonly (readonly (string | Cell)[])[]): string[] =>
  joinTable(given.map((cells) => cells.map((one) => (typeof one === 'string' ? cell(one) : one)))).map(
    ({ text }) => text,
  )

describe('joinTable', () => {
  it('gives a line a row, the cells between tabs, and none for a row without words', () => {
    expect(
      joinTable([
        [cell('指标'), cell('增速')],
        [cell(''), cell(' ')],
        [cell('产值'), cell('8%')],
      ]),
    ).toEqual([
      { text: '指标\t增速', isBlock: true, isTableRow: true },
      { text: '产值\t8%', isBlock: true, isTableRow: true },
    ])
    expect(joinTable([])).toEqual([])
  })

  it('leaves out empty cells at the end of a row, and keeps those before', () => {
    expect(rows(['甲', '', '丙', ''], ['', '乙', '', ''])).toEqual(['甲\t\t丙', '\t乙'])
  })

  it('reads one column as text', () => {
    const given = [[cell('甲')], [cell('乙')]]
    expect(joinTable(given)).toEqual([{ text: '甲' }, { text: '乙' }])
    expect(joinTable([...given, [cell('丙'), cell('丁')]]).every(({ isTableRow }) => isTableRow)).toBe(true)
  })

  it('reads a cell of three paragraphs and more than 400 characters as an article', () => {
    const article = (paragraphs: number, length: number): Cell => ({
      columns: 1,
      lines: Array.from({ length: paragraphs }, (_, at) => ({
        text: '文'.repeat(at === 0 ? length - paragraphs + 1 : 1),
      })),
    })
    const isTable = (one: Cell): boolean =>
      joinTable([[cell('左'), one]]).some(({ isTableRow }) => isTableRow)
    expect(isTable(article(3, 401))).toBe(false)
    expect(isTable(article(3, 400))).toBe(true)
    expect(isTable(article(2, 401))).toBe(true)
    expect(isTable({ columns: 1, lines: [{ text: '甲\t乙', isTableRow: true }] })).toBe(true)
    expect(
      joinTable([[cell('左'), { columns: 1, lines: [{ text: '甲\t乙', isTableRow: true }] }]]).map(
        ({ text }) => text,
      ),
    ).toEqual(['左', '甲\t乙'])
  })

  it('says a label again in every column and row that it goes over, up to 40 characters of it', () => {
    const label = (length: number): string => '标'.repeat(length)
    expect(rows([cell(label(40), { columns: 2 }), '丙'])).toEqual([`${label(40)}\t${label(40)}\t丙`])
    expect(rows([cell(label(41), { columns: 2 }), '丙'])).toEqual([`${label(41)}\t\t丙`])
    expect(rows([cell(label(40), { rows: 2 }), '乙'], ['丙'], ['丁', '戊'])).toEqual([
      `${label(40)}\t乙`,
      `${label(40)}\t丙`,
      '丁\t戊',
    ])
    expect(rows([cell(label(41), { rows: 2 }), '乙'], ['丙'])).toEqual([`${label(41)}\t乙`, '\t丙'])
  })

  it('goes over all rows that are left where a cell says 0', () => {
    expect(rows([cell('甲', { rows: 0 }), '乙'], ['丙'], ['丁'])).toEqual(['甲\t乙', '甲\t丙', '甲\t丁'])
    expect(rows(['甲', '乙'], [cell('甲', { rows: 9 }), '乙'], ['丙'])).toEqual([
      '甲\t乙',
      '甲\t乙',
      '甲\t丙',
    ])
  })

  it('goes on with the cell above where a cell says so', () => {
    expect(
      rows(['甲', '乙'], [cell('', { isBelow: true }), '丙'], [cell('', { isBelow: true }), '丁']),
    ).toEqual(['甲\t乙', '甲\t丙', '甲\t丁'])
    const long = '长'.repeat(41)
    expect(rows([long, '乙'], [cell('', { isBelow: true }), '丙'])).toEqual([`${long}\t乙`, '\t丙'])
    expect(rows([cell('', { isBelow: true }), '丙'])).toEqual(['\t丙'])
  })

  it('says a caption once, however wide it is', () => {
    expect(rows([cell('主要指标', { columns: 3 })], ['甲', '乙', '丙'])).toEqual(['主要指标', '甲\t乙\t丙'])
    expect(rows([cell('主要指标', { columns: 30 })], ['甲', '乙'])).toEqual(['主要指标', '甲\t乙'])
  })

  it('takes a width of none for one column, and any above twenty for twenty', () => {
    expect(rows([cell('甲', { columns: 0 }), '乙'], ['丙', '丁'])).toEqual(['甲\t乙', '丙\t丁'])
    const wide = (columns: number): number =>
      (rows([cell('甲', { columns }), '乙'])[0] ?? '').split('\t').length
    expect([wide(19), wide(20), wide(21)]).toEqual([20, 21, 21])
  })

  it('joins the lines of a cell, with a space between words and figures', () => {
    const lines = (...texts: string[]): Cell => ({ columns: 1, lines: texts.map((text) => ({ text })) })
    expect(
      rows([lines('生产', '总值'), lines('Gross', 'Product'), lines('增长', '8%'), lines(' 甲\t乙 ')]),
    ).toEqual(['生产总值\tGross Product\t增长8%\t甲 乙'])
  })
})

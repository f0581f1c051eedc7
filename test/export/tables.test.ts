import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import { answerFigures } from '../../src/answer/figures/answer-figures.ts'
import { findConcordance } from '../../src/counts/concordance.ts'
import { countPhrase } from '../../src/counts/count.ts'
import {
  concordanceTable,
  countsTable,
  csvFile,
  figuresTable,
  resultsTable,
  type Table,
} from '../../src/export/tables.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus } from '../search/small-corpus.ts'

/** Reads CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/gy,
  )) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const cells = fc.oneof(fc.string(), fc.constantFrom('a,b', '"', 'x\ny', '\r\n', '伊宁市，“好”', '+3.8%', ''))

describe('csvFile', () => {
  it('gives every cell back, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells, cells), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = csvFile({ columns: ['a', 'b', 'c'], rows })
        expect(text.codePointAt(0)).toBe(0xfeff)
        expect(readCsv(text.slice(1))).toEqual([['a', 'b', 'c'], ...rows])
      }),
    )
  })
})

describe('a table of an answer', () => {
  let searcher: Searcher
  beforeAll(async () => {
    searcher = await openSmallCorpus()
  })
  /** What stands in some columns, row by row. */
  const cellsOf = ({ columns, rows }: Table, ...names: string[]): unknown[][] => {
    for (const row of rows) expect(row).toHaveLength(columns.length)
    return rows.map((row) => names.map((name) => row[columns.indexOf(name)]))
  }

  it('has a row a passage that was found, with where it stands', async () => {
    const found = await answer(searcher, '“云岭机场”')
    const [hit] = found.hits
    expect(cellsOf(resultsTable(found), 'report', 'place', 'section', 'paragraph', 'text')).toEqual([
      [
        'haibin-2023',
        '海滨市',
        '2022年工作回顾 › 云岭机场扩建工程开工',
        hit?.passage.paragraph,
        '云岭机场扩建工程开工。',
      ],
    ])
  })

  it('has a row a report that was counted, also of those that never say it, by date', async () => {
    const counts = [await countPhrase(searcher.backend, '港口'), await countPhrase(searcher.backend, '游客')]
    const table = countsTable(counts)
    const often = (count: number, report: number): number => counts[count]?.reports[report]?.per10000 ?? NaN
    expect(cellsOf(table, 'phrase', 'report', 'count', 'per_10000')).toEqual([
      ['港口', 'yunling-2023', 0, 0],
      ['港口', 'haibin-2023', 1, often(0, 0)],
      ['游客', 'yunling-2023', 2, often(1, 0)],
      ['游客', 'haibin-2023', 1, often(1, 1)],
    ])
    const firsts = cellsOf(table, 'first', 'citation')
    expect(firsts[0]).toEqual(['', ''])
    expect(firsts[2]).toEqual([counts[1]?.reports[0]?.first?.id, expect.stringContaining('张三')])
  })

  it('has a row a place where the phrase stands', async () => {
    const counted = await countPhrase(searcher.backend, '断头路')
    const lines = await findConcordance(searcher.backend, counted, { context: 7 })
    expect(
      cellsOf(concordanceTable('断头路', lines), 'phrase', 'report', 'before', 'words', 'after'),
    ).toEqual([
      ['断头路', 'yunling-2023', '…岭段改造，打通', '断头路', '5条，新装路灯…'],
      ['断头路', 'yunling-2023', '计划打通', '断头路', '3条，让群众出…'],
    ])
  })

  it('has a row a figure, and no more than asked for', async () => {
    const figures = await answerFigures(searcher, '旅游收入是多少')
    const all = cellsOf(figuresTable(figures), 'place', 'kind', 'value', 'change')
    expect(all).toHaveLength(3)
    expect(all).toContainEqual(['云岭县', 'actual', '3.5', '+12%'])
    expect(figuresTable(figures, 2).rows).toEqual(figuresTable(figures).rows.slice(0, 2))
    expect(figuresTable(null).rows).toEqual([])
  })
})

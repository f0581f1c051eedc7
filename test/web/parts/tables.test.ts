/** Tables of figures and of counts: what each column says, how the heads sort, which bars are drawn. */
import { beforeAll, describe, expect, it } from 'vitest'
import { answerFigures, type FiguresAnswer } from '../../../src/answer/figures/answer-figures.ts'
import { countPhrase } from '../../../src/counts/count.ts'
import type { Searcher } from '../../../src/search/searcher.ts'
import { COUNT_COLUMNS, CountTable } from '../../../src/web/parts/count-table.tsx'
import { FIGURE_COLUMNS, FiguresNotes, FiguresTable } from '../../../src/web/parts/figures-table.tsx'
import { readSorting, SortHead, sortRows, UNSORTED } from '../../../src/web/parts/sorting.tsx'
import type { Visit } from '../../../src/web/site.ts'
import { textsIn } from '../../../src/web/texts.ts'
import { openSmallCorpus, report } from '../../search/small-corpus.ts'
import { madeVisit } from '../made-visit.ts'
import { wordsOf } from '../words-of.ts'

let searcher: Searcher
let visit: Visit
beforeAll(async () => {
  visit = await madeVisit()
  searcher = await openSmallCorpus([
    report('jia-2023', { place: '甲县', level: '县', speaker: '张三' }, [
      '## 2022年工作回顾',
      '旅游收入4亿元，下降12%。',
      '## 2023年工作安排',
      '力争旅游收入达到5亿元。',
    ]),
    report('yi-2023', { place: '乙县', level: '县' }, [
      '## 2022年工作回顾',
      '旅游收入2亿元，旅游人数增长2%。',
    ]),
    report('bing-2023', { place: '丙县', level: '县' }, ['## 2022年工作回顾', '修建水库。']),
  ])
})

const sortingOf = (sort: string, columns: readonly string[] = ['year', 'value']) =>
  readSorting(new URLSearchParams({ sort }), columns)

describe('the order in an address', () => {
  it.each([
    ['year', { by: 'year', isDescending: false }],
    ['-value', { by: 'value', isDescending: true }],
    ['name', { by: null, isDescending: false }],
    ['year2', UNSORTED],
    ['', UNSORTED],
  ])('%j is read', (sort, sorting) => {
    expect(sortingOf(sort)).toEqual(sorting)
  })

  it('is that of the answer where there is none', () => {
    expect(readSorting(new URLSearchParams(), ['year'])).toEqual(UNSORTED)
  })
})

describe('rows', () => {
  const rows = [['乙', 10], ['甲', null], ['丙', 9], ['丁', null]] as const // biome-ignore format: a table
  const read = ([name, number]: (typeof rows)[number], column: string) => (column === 'name' ? name : number)
  const namesBy = (by: string | null, isDescending: boolean): string =>
    sortRows(rows, { by, isDescending }, read).map(([name]) => name).join('') // biome-ignore format: a table

  it.each([
    [null, true, '乙甲丙丁'],
    ['number', false, '丙乙甲丁'],
    ['number', true, '乙丙甲丁'],
    ['name', false, '丙丁甲乙'],
    ['name', true, '乙甲丁丙'],
  ])('by %s, descending: %s, are %s', (by, isDescending, names) => {
    expect(namesBy(by, isDescending)).toBe(names)
  })
})

describe('the head of a column', () => {
  const headOf = (sort: string, isNumber?: boolean): string =>
    String(
      SortHead({
        visit: { ...visit, t: (key) => key },
        column: 'value',
        sorting: sortingOf(sort),
        path: '/x',
        parameters: { q: 'a' },
        label: 'V',
        ...(isNumber !== undefined && { isNumber }),
      }),
    )

  it.each<[string, boolean | undefined, string, string]>([
    // Numbers first from the largest down, words first from the beginning; at the second press the other way round.
    ['', undefined, '<th scope="col">', '[V](/x?q=a&sort=value)'],
    ['', true, '<th scope="col" class="number">', '[V](/x?q=a&sort=-value)'],
    ['year', true, '<th scope="col" class="number">', '[V](/x?q=a&sort=-value)'],
    ['value', undefined, '<th scope="col" aria-sort="ascending">', '[V](/x?q=a&sort=-value) ▴'],
    ['-value', undefined, '<th scope="col" aria-sort="descending">', '[V](/x?q=a&sort=value) ▾'],
    ['-value', true, '<th scope="col" class="number" aria-sort="descending">', '[V](/x?q=a&sort=value) ▾'],
  ])('sorted by %j, of numbers: %s', (sort, isNumber, start, words) => {
    const html = headOf(sort, isNumber)
    expect(html.startsWith(start)).toBe(true)
    expect(wordsOf(html)).toEqual([words])
  })
})

const barsOf = (html: string): string[] =>
  [...html.matchAll(/<rect[^>]*width="([\d.]+)" class="([a-z ]+)"/gu)].map(
    ([, width, is]) => `${width} ${is}`,
  )
/** The cells of the rows below the head. */
const cellsOf = (html: string): string[][] => html.split('<tr>').slice(2).map(wordsOf)

describe('a table of figures', () => {
  async function askFigures(question: string): Promise<FiguresAnswer> {
    const answer = await answerFigures(searcher, question)
    if (answer === null) throw new Error('no figures')
    return answer
  }
  const tableOf = (answer: FiguresAnswer, sort = '', limit?: number): string =>
    String(
      FiguresTable({
        visit,
        answer,
        question: 'a',
        sorting: sortingOf(sort, FIGURE_COLUMNS),
        ...(limit !== undefined && { limit }),
      }),
    )

  it('says of each figure whose it is, when, whether done, how much, and in which words', async () => {
    const html = tableOf(await askFigures('各县旅游收入'), 'value')
    expect(wordsOf(html.split('<tr>')[0] ?? '')).toEqual(['旅游收入'])
    const cells = cellsOf(html)
    expect(cells.map(([place, year, kind, value]) => [place, year, kind, value])).toEqual([
      ['乙县', '2022', 'web-kind-actual', '2亿元'],
      ['甲县', '2022', 'web-kind-actual', '4亿元（-12%）'],
      ['甲县', '2023', 'web-kind-target', '5亿元'],
    ])
    expect(cells[2]?.[4]).toMatch(
      /^力争旅游收入达到5亿元 \[甲县 2023 › paragraph 2\]\(\/passages\/jia-2023_\w+\?mark=\d+-\d+#mark\)$/u,
    )
    expect(barsOf(html)).toEqual(['39.2 actual', '78.4 actual', '98.0 target'])
    expect(html).toMatch(/data-copy="“力争旅游收入达到5亿元”\n甲县2023年政府工作报告（张三）/u)
  })

  it.each<[string, number, string[]]>([
    ['place', 0, ['甲县', '甲县', '乙县']],
    ['-place', 0, ['乙县', '甲县', '甲县']],
    ['-year', 1, ['2023', '2022', '2022']],
    ['kind', 2, ['web-kind-actual', 'web-kind-actual', 'web-kind-target']],
    ['-kind', 2, ['web-kind-target', 'web-kind-actual', 'web-kind-actual']],
    ['-value', 3, ['5亿元', '4亿元（-12%）', '2亿元']],
  ])('is sorted by %s', async (sort, column, expected) => {
    const cells = cellsOf(tableOf(await askFigures('各县旅游收入'), sort))
    expect(cells.map((row) => row[column])).toEqual(expected)
  })

  it('has at most as many rows as asked for, and bars by the longest of all', async () => {
    const html = tableOf(await askFigures('各县旅游收入'), 'value', 1)
    expect(cellsOf(html)).toHaveLength(1)
    expect(barsOf(html)).toEqual(['39.2 actual'])
  })

  it('names below it who is silent', async () => {
    const answer = await askFigures('各县旅游收入')
    const notesOf = (given: FiguresAnswer): string[] =>
      wordsOf(String(FiguresNotes({ visit, answer: given })))
    const silent = (isCovered: boolean, count: number) =>
      Array.from({ length: count }, (_, at) => ({
        report: { id: `r-${at}`, place: `p${at}` },
        year: 2020 + at,
        isCovered,
      }))
    const link = (at: number): string => `[web-absent-year p${at} ${2020 + at}](/reports/r-${at})`
    expect(notesOf({ ...answer, absent: [], lacking: null })).toEqual([])
    const absent = [...silent(true, 2), ...silent(false, 1)] as unknown as FiguresAnswer['absent']
    expect(notesOf({ ...answer, absent, lacking: null })).toEqual([
      `web-absent${link(0)}list-comma${link(1)}`,
      `web-uncovered${link(0)}`,
    ])
    expect(notesOf({ ...answer, absent: [], lacking: 'value' as never })).toEqual(['web-lacking-value'])
    for (const lead of ['web-absent', 'web-uncovered', 'web-without'])
      expect(textsIn('en')(lead, { count: 2 })).toMatch(/: $/u)
  })
})

describe('a table of counts', () => {
  const tableOf = async (sort: string, limit?: number): Promise<string> =>
    String(
      CountTable({
        visit,
        count: await countPhrase(searcher.backend, '旅游'),
        sorting: sortingOf(sort, COUNT_COLUMNS),
        ...(limit !== undefined && { limit }),
      }),
    )

  it('says of each report how often, and where first', async () => {
    const html = await tableOf('place')
    expect(wordsOf(html.split('<tr>')[0] ?? '')).toEqual(['旅游'])
    expect(
      cellsOf(html).map(([place, year, times, , first]) => [
        place,
        year,
        times,
        first?.replace(/_\w+/u, '_'),
      ]),
    ).toEqual([
      [
        '[甲县](/reports/jia-2023?q=%E2%80%9C%E6%97%85%E6%B8%B8%E2%80%9D)',
        '2023',
        '2',
        '[paragraph 1](/passages/jia-2023_?q=%E2%80%9C%E6%97%85%E6%B8%B8%E2%80%9D)',
      ],
      [
        '[乙县](/reports/yi-2023?q=%E2%80%9C%E6%97%85%E6%B8%B8%E2%80%9D)',
        '2023',
        '2',
        '[paragraph 1](/passages/yi-2023_?q=%E2%80%9C%E6%97%85%E6%B8%B8%E2%80%9D)',
      ],
    ])
    expect(barsOf(html)).toEqual(['98.0 actual', '98.0 actual'])
  })

  it.each([
    ['place', 0],
    ['-place', 1],
    ['share', 0],
    ['-share', 1],
  ])('is sorted by %s', async (sort, at) => {
    expect(cellsOf(await tableOf(sort))[at]?.[0]).toContain('甲县')
    expect(cellsOf(await tableOf(sort, 1))).toHaveLength(1)
  })
})

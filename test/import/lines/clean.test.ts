/** What is read off a line of a source, and which lines are no text. */
import { describe, expect, it } from 'vitest'
import { cleanLines } from '../../../src/import/lines/clean.ts'
import type { SourceLine } from '../../../src/import/source/source.ts'
import { LONG_BODY, wrap } from '../sample-report.ts'

const clean = (lines: readonly (string | SourceLine)[]) =>
  cleanLines(lines.map((line) => (typeof line === 'string' ? { text: line } : line)))
const texts = (lines: readonly (string | SourceLine)[]): string[] =>
  clean(lines).lines.map((line) => line.text)
const dropped = (lines: readonly (string | SourceLine)[]): string[] =>
  clean(lines).dropped.map(({ line, text, reason }) => `${line} ${text} ${reason}`)
const first = '全年完成造林三万亩'

describe('the layout of a line', () => {
  const read = (line: string | SourceLine) => clean([line]).lines[0]

  it('counts its indent in columns', () => {
    expect(read(`　　${first}`)?.indent).toBe(4)
    expect(read(`  ${first}`)?.indent).toBe(2)
    expect(read(first)?.indent).toBe(0)
  })

  it.each([
    ['# 一级', 1, '一级'],
    ['###### 六级', 6, '六级'],
    ['## 二级 ##', 2, '二级'],
    ['####### 七级', null, '####### 七级'],
    ['#不是标题', null, '#不是标题'],
  ])('reads %j as a heading of level %j', (line, heading, text) => {
    expect(read(line)).toMatchObject({ heading, text })
  })

  it('takes the format at its word for a heading', () => {
    expect(read({ text: '# 标题', heading: 3 })?.heading).toBe(3)
  })

  it.each([
    ['**农业更稳固。**粮食增产', 6, '农业更稳固。粮食增产'],
    ['__农业更稳固。__粮食增产', 10, '农业更稳固。粮食增产'],
    ['——**农业**稳固', 4, '——农业稳固'],
    ['农业**更稳固**', 0, '农业更稳固'],
    ['**农业**', 2, '农业'],
  ])('takes the marks of bold out of %j and counts it', (line, boldStart, text) => {
    expect(read(line)).toMatchObject({ boldStart, text })
  })

  it('takes the format at its word for bold, at the start of the line alone', () => {
    expect(read({ text: first, bold: [[0, 4]] })?.boldStart).toBe(4)
    expect(read({ text: first, bold: [[2, 4]] })?.boldStart).toBe(0)
    expect(read({ text: '农业', bold: [[0, 40]] })?.boldStart).toBe(2)
  })

  it('keeps the tabs of a table row, where a cell at its ends is empty', () => {
    expect(read({ text: ' \t甲\t', isTableRow: true })?.text).toBe('\t甲\t')
    expect(read({ text: ' \t甲\t' })?.text).toBe('甲')
  })

  it('keeps what the format says, and says no where it says nothing', () => {
    const given = { page: 3, isBlock: true, isTableRow: true, isNote: true, opens: false } as const
    expect(read({ text: first, ...given })).toMatchObject(given)
    expect(read(first)).toMatchObject({
      page: null,
      isBlock: false,
      isTableRow: false,
      isNote: false,
      opens: null,
    })
  })

  it('makes lines of breaks that are written out, all of the line that they stand in', () => {
    expect(clean([`甲${first}\\n乙${first}`]).lines.map(({ number, text }) => [number, text])).toEqual([
      [1, `甲${first}`],
      [1, `乙${first}`],
    ])
  })

  it('has a page that opens where the page of the format changes', () => {
    const lines = [1, 1, 2, 2, 4].map((page, index) => ({ text: `${first}${'甲乙丙丁戊'[index]}`, page }))
    expect(clean(lines).lines.map((line) => line.opensPage)).toEqual([false, false, true, false, true])
  })

  it('has a page that opens behind a page number', () => {
    expect(clean(['甲行', '— 1 —', '乙行', '丙行']).lines.map((line) => line.opensPage)).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('comments of a page', () => {
  it.each([
    ['in a line', ['甲行<!-- 注一 -->乙行'], ['甲行乙行'], ['1 <!-- 注一 --> comment of the page']],
    [
      'twice in a line',
      ['甲<!--一-->乙<!--二-->丙'],
      ['甲乙丙'],
      ['1 <!--一--><!--二--> comment of the page'],
    ],
    [
      'over lines',
      ['甲行<!-- 注一', '注二', '注三 -->乙行'],
      ['甲行', '乙行'],
      ['1 注一 comment of the page', '2 注二 comment of the page', '3 <!--注三 --> comment of the page'],
    ],
    [
      'without an end',
      ['甲行<!-- 注一', '乙行'],
      ['甲行'],
      ['1 注一 comment of the page', '2 乙行 comment of the page'],
    ],
    ['at once closed', ['<!---->甲行'], ['甲行'], []],
  ])('go %s', (_, lines, kept, gone) => {
    expect(texts(lines)).toEqual(kept)
    expect(dropped(lines)).toEqual(gone)
  })
})

/** So many lines, no two alike. */
const filler = (count: number, mark = '行'): string[] =>
  Array.from({ length: count }, (_, index) => `${String.fromCodePoint(0x4e00 + index * 7)}${mark}`)

describe('bare page numbers', () => {
  const between = (gaps: readonly number[], numbers: readonly string[]): string[] =>
    numbers.flatMap((number, at) => [...filler(gaps[at] ?? 0, `页${at}`), number])

  it('go where they rise and stand nine lines apart', () => {
    const lines = between([8, 8, 8], ['1', '2', '3'])
    expect(texts(lines)).not.toContain('2')
    expect(dropped(lines)).toEqual(['9 1 page number', '18 2 page number', '27 3 page number'])
  })

  it('go from two on', () => {
    expect(dropped(between([8, 8], ['1', '2']))).toEqual(['9 1 page number', '18 2 page number'])
  })

  it('stay where they stand closer: they are of a list', () => {
    const lines = between([8, 7, 7], ['1', '2', '3'])
    expect(dropped(lines)).toEqual([])
  })

  it('stay one by one where they do not rise', () => {
    const lines = between([9, 9, 9, 9], ['5', '4', '6', '6'])
    expect(dropped(lines)).toEqual(['10 5 page number', '30 6 page number'])
  })

  it('stay where there is one alone, or of four digits', () => {
    expect(dropped(between([9], ['12']))).toEqual([])
    expect(dropped(between([9, 9], ['2020', '2021']))).toEqual([])
  })
})

describe('running heads', () => {
  const HEAD = '青禾县政府工作报告'
  /** So many pages, each of three lines of its own behind its number; the line that is given stands at their top, on the last ones in their midst. */
  const paged = (running: string, pages: number, inMidst = 0): string[] =>
    Array.from({ length: pages }, (_, page) => {
      const own = filler(40, '文').slice(page * 3, page * 3 + 3)
      const place = page < pages - inMidst ? 0 : 2
      const lines = own.toSpliced(place, 0, running.replace('9', String(page)))
      return [`— ${page + 1} —`, ...lines]
    }).flat()
  const gone = (lines: readonly string[]): number =>
    clean(lines).dropped.filter(({ reason }) => reason === 'running head').length

  it('go where they stand at the breaks of three pages', () => {
    expect(gone(paged(HEAD, 3))).toBe(3)
    expect(gone(paged(HEAD, 2))).toBe(0)
    expect(texts(paged(HEAD, 3))).toEqual(filler(9, '文'))
  })

  it('go with the figures that they hold, and white space', () => {
    expect(gone(paged('第9页青禾县', 3))).toBe(3)
    expect(gone(paged(`${HEAD}`, 3).map((line, at) => (at === 1 ? '青禾县 政府工作报告' : line)))).toBe(3)
  })

  it('go where the number of the page stands on their line, though it cuts no sentence', () => {
    const lines = filler(12, '文')
    const headed = (head: (page: number) => string): string[] =>
      [0, 1, 2].flatMap((page) => [head(page + 1), ...lines.slice(page * 4, page * 4 + 4)])
    expect(texts(headed((page) => `${HEAD}　第${page}页 共3页`))).toEqual(lines)
    expect(texts(headed((page) => `第${page}页　${HEAD}`))).toEqual(lines)
  })

  it('go below a page, where the number stands behind them', () => {
    expect(gone([...paged(HEAD, 3)].reverse())).toBe(3)
  })

  it('stay where no more than half of them stand at a break of pages', () => {
    expect(gone(paged(HEAD, 5, 2))).toBe(5)
    expect(gone(paged(HEAD, 4, 2))).toBe(0)
  })

  it.each([
    ['a sentence', '我们的工作已经完成。'],
    ['what a list begins with', '我们要做好的工作：'],
    ['a heading with its mark', '一、我们的工作'],
    ['an entry', '1.我们的工作'],
  ])('stay where they are %s', (_, line) => {
    expect(gone(paged(line, 3))).toBe(0)
  })

  it('go where they cut sentences that go on below them, and stay between sentences', () => {
    const lines = LONG_BODY.flatMap((text) => wrap(text, 56))
    const cuts = lines.flatMap((line, at) =>
      line.length > 25 && /[\p{Script=Han}，]$/u.test(line) && (lines[at + 1] ?? '').length > 10 ? [at] : [],
    )
    const cutting = new Set(cuts.filter((_, order) => order % 9 === 0))
    const ends = new Set(lines.flatMap((line, at) => (line.endsWith('。') ? [at] : [])).slice(0, 5))
    const insert = (at: ReadonlySet<number>): string[] =>
      lines.flatMap((line, index) => (at.has(index) ? [line, '龘靐齾龗内部'] : [line]))
    expect(cutting.size).toBeGreaterThan(4)
    expect(texts(insert(cutting))).toEqual(lines)
    expect(gone(insert(ends))).toBe(0)
  })
})

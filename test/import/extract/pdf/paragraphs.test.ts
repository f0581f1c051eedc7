/** Which lines of a document begin a paragraph, by how they are printed. */
import { describe, expect, it } from 'vitest'
import type { PlacedLine } from '../../../../src/import/extract/pdf/layout.ts'
import { markParagraphs } from '../../../../src/import/extract/pdf/paragraphs.ts'
import { EM, placedLine } from './placed.ts'

const LEFT = 72
/** A line that fills the width of twenty characters. */
const FULL = '全县各项事业都有新进步群众日子越过越好社'
/** One that ends so many characters before it. */
const short = (by: number): string => FULL.slice(0, FULL.length - by)

interface Given {
  readonly text: string
  /** Em that it stands in by. */
  readonly indent?: number
  /** Usual distances below the line above. */
  readonly down?: number
  readonly size?: number
  readonly isTableRow?: boolean
}
const column = (lines: readonly (string | Given)[], top = 100): PlacedLine[] => {
  let baseline = top - 24
  return lines.map((line) => {
    const { text, indent = 0, down = 1, ...more } = typeof line === 'string' ? { text: line } : line
    baseline += 24 * down
    return placedLine(text, LEFT + indent * EM, baseline, more)
  })
}
/** A page of one column that shows its edges and its usual distance. */
const filler = (count = 12): string[] => Array.from({ length: count }, () => FULL)
const mark = (...pages: readonly (readonly PlacedLine[])[]) => markParagraphs(pages.map((lines) => [lines]))
/** Whether the last line begins a paragraph, below full lines and the one that is given. */
const opens = (
  above: string | Given,
  line: string | Given,
  others: readonly (string | Given)[] = filler(),
): boolean | undefined => mark(column([...others, above, line])).at(-1)?.opens

describe('a line below another', () => {
  it('begins a paragraph where that had room for its first word', () => {
    expect(opens(FULL, FULL)).toBe(false)
    expect(opens(short(1), FULL)).toBe(false)
    expect(opens(short(2), FULL)).toBe(false)
    expect(opens(short(3), FULL)).toBe(true)
    // A figure needs 0.6 em a digit, and an opening mark goes with the word behind it.
    expect(opens(short(3), `2021年${FULL}`.slice(0, 20))).toBe(false)
    expect(opens(short(4), `2021年${FULL}`.slice(0, 20))).toBe(true)
    expect(opens(short(3), `“全县${FULL}`.slice(0, 20))).toBe(false)
    expect(opens(short(4), `“全县${FULL}`.slice(0, 20))).toBe(true)
    expect(opens(short(3), `全，县${FULL}`.slice(0, 20))).toBe(false)
  })

  it('begins one where it stands in, and such lines are between 3 and 60 of a hundred', () => {
    const indented = (share: number): (string | Given)[] =>
      Array.from({ length: 100 }, (_, at) => (at < share ? { text: short(2), indent: 2 } : FULL))
    const at = (share: number): boolean | undefined =>
      mark(column([...indented(share - 1), FULL, { text: short(2), indent: 2 }]))[101]?.opens
    expect([at(3), at(4), at(60), at(63)]).toEqual([false, true, true, false])
  })

  it('stands in by 1.2 em, which is written as two spaces', () => {
    const line = (indent: number) => mark(column([...filler(), { text: short(4), indent }])).at(-1)?.text
    expect(line(1.1)).toBe(short(4))
    expect(line(1.3)).toBe(`　　${short(4)}`)
    expect(line(5)).toBe(`　　${short(4)}`)
  })

  it('uses indents of two em, give or take 0.6', () => {
    const uses = (indent: number): boolean | undefined => {
      const others = Array.from({ length: 4 }, () => [{ text: short(4), indent }, FULL, FULL]).flat()
      // Where indents tell, a gap does not.
      return mark(column([...others, FULL, { text: FULL, down: 2 }])).at(-1)?.opens
    }
    expect([uses(1.3), uses(1.5), uses(2.5), uses(2.7)]).toEqual([true, false, false, true])
  })

  it('begins one below a gap of more than one and a half lines, where none stands in', () => {
    const below = (down: number) => mark(column([...filler(), FULL, { text: FULL, down }])).slice(-2)
    expect(below(1.4).map(({ opens: begins, text }) => [begins, text])).toEqual([
      [false, FULL],
      [false, FULL],
    ])
    expect(below(1.6).map(({ opens: begins, text }) => [begins, text])).toEqual([
      [undefined, ''],
      [true, FULL],
    ])
  })

  it('begins one where its size differs by more than 15 of a hundred', () => {
    expect(opens(FULL, { text: FULL, size: 1.16 * EM })).toBe(true)
    expect(opens({ text: FULL, size: 1.16 * EM }, FULL)).toBe(true)
    expect(opens(FULL, { text: FULL, size: 1.1 * EM })).toBe(false)
  })

  it('leaves open, on a new page, what stands below a full stop or a heading, and goes on below text that breaks off', () => {
    const next = (last: string): boolean | undefined =>
      mark(column([...filler(), last]), column(filler()))[13]?.opens
    expect(next(`${short(2)}，社`)).toBe(false)
    expect(next(`${short(2)}。社`)).toBe(false)
    expect(next(`${short(1)}。`)).toBeUndefined()
    expect(next(`${short(2)}。”`)).toBeUndefined()
    expect(next(FULL)).toBeUndefined()
    expect(next(short(5))).toBe(true)
  })

  it('is a row of a table as one by itself', () => {
    expect(mark(column([...filler(), { text: '甲\t乙', isTableRow: true }])).at(-1)).toEqual({
      text: '甲\t乙',
      page: 1,
      isBlock: true,
      isTableRow: true,
    })
  })

  it('of letters that are set apart is measured by the width that they take, up to twice theirs', () => {
    // The line above is as wide as the column, its end an em and a half from the edge.
    const spread = (width: number, room: number): boolean | undefined => {
      const lines = column([...filler(), FULL.slice(0, 5), FULL])
      const wide = lines[12] as PlacedLine
      const right = LEFT + 20 * EM - room * EM
      return mark(lines.with(12, { ...wide, left: right - width * EM, right })).at(-1)?.opens
    }
    expect(spread(5, 2.1)).toBe(true)
    expect(spread(9, 2.1)).toBe(false)
    expect(spread(15, 3.1)).toBe(true)
    expect(spread(15, 2.9)).toBe(false)
  })
})

describe('the edges of a column', () => {
  it('are borrowed from the nearest greater one where it has fewer than eight lines', () => {
    const indent = (count: number): string | undefined => {
      const own = Array.from({ length: count }, () => ({ text: short(4), indent: 2 }))
      return mark(column(filler()), column(own))[12]?.text
    }
    expect(indent(7)).toBe(`　　${short(4)}`)
    expect(indent(8)).toBe(short(4))
  })

  it('are where a tenth of the lines begin: a lone one further out is a mark or a number', () => {
    const text = (count: number): string | undefined => {
      const lines = [
        ...Array.from({ length: count }, () => ({ text: FULL, indent: -2 })),
        ...filler(20 - count),
      ]
      return mark(column(lines)).at(-1)?.text
    }
    expect(text(1)).toBe(FULL)
    expect(text(2)).toBe(`　　${FULL}`)
  })

  it('are where the words end: marks may hang out', () => {
    // Were the marks part of the width, each line without one would be short.
    const lines = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? `${FULL}，` : FULL))
    expect(mark(column([...lines, short(2), FULL])).at(-1)?.opens).toBe(false)
  })
})

describe('running heads and page numbers', () => {
  /** Pages of full lines, with a line above and one below. */
  const pages = (
    count: number,
    head: (page: number) => string,
    foot: (page: number) => string,
    down = 2,
  ): PlacedLine[][] =>
    Array.from({ length: count }, (_, at) =>
      column([head(at + 1), { text: FULL, down }, ...filler(8), { text: foot(at + 1), down }]),
    )
  const running = (...given: readonly (readonly PlacedLine[])[]): string[] =>
    mark(...given).flatMap((line) => (line.isRunning === true ? [line.text] : []))
  const other = (page: number): string => `${'甲乙丙丁戊己庚辛壬癸'[page - 1]}${FULL.slice(1)}`

  it('are what stands at one height of two pages in the same words, whatever its figures', () => {
    expect(running(...pages(2, (page) => `青禾县文件第${page}号`, other))).toEqual([
      '青禾县文件第1号',
      '青禾县文件第2号',
    ])
    expect(running(...pages(1, () => '青禾县文件', other))).toEqual([])
    expect(running(...pages(2, other, other))).toEqual([])
  })

  it('are of three tenths of the pages', () => {
    const some = (count: number): number =>
      running(
        ...pages(
          10,
          (page) => (page <= count ? '青禾县文件' : other(page)),
          (page) => other(11 - page),
        ),
      ).length
    expect([some(2), some(3)]).toEqual([0, 3])
  })

  it.each([
    (page: number) => `${page}`,
    (page: number) => `${page + 20}`,
    (page: number) => `第 ${page} 页 共 9 页`,
    (page: number) => `${page} / 9`,
  ])('are numbers that count with the pages', (foot) => {
    expect(running(...pages(3, other, foot))).toEqual([foot(1), foot(2), foot(3)])
  })

  it('are no numbers that do not count, and are such as have marks of a page number by themselves', () => {
    expect(running(...pages(3, other, (page) => `${page * 3}`))).toEqual([])
    expect(running(...pages(1, other, () => '— 7 —'))).toEqual(['— 7 —'])
    expect(running(...pages(1, other, () => '第 7 页'))).toEqual(['第 7 页'])
  })

  it('stand apart from the text, in white or in size', () => {
    const head = (): string => '青禾县文件'
    expect(running(...pages(2, head, other, 1))).toEqual([])
    const sized = Array.from({ length: 2 }, () => column([{ text: head(), size: 12 }, ...filler(8)]))
    expect(running(...sized)).toHaveLength(2)
  })

  it('are the two outermost rows, pieces of one row together', () => {
    const three = (count: number): PlacedLine[][] =>
      Array.from({ length: 2 }, () =>
        column([
          ...['县文件甲', '县文件乙', '县文件丙'].slice(0, count).map((text) => ({ text, down: 2 })),
          { text: FULL, down: 2 },
          ...filler(8),
        ]),
      )
    expect(running(...three(2))).toHaveLength(4)
    expect(running(...three(3))).toEqual(['县文件甲', '县文件乙', '县文件甲', '县文件乙'])
    const row = Array.from({ length: 2 }, () => [
      placedLine('县文件', LEFT, 60),
      placedLine('第一期', 300, 63),
      ...column(filler()),
    ])
    expect(running(...row)).toHaveLength(4)
  })
})

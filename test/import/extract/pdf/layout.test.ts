/** Which pieces of a page are a line, a row of a table, or a column. */
import { describe, expect, it } from 'vitest'
import { layOutPage } from '../../../../src/import/extract/pdf/layout.ts'
import type { PlacedText } from '../../../../src/import/extract/pdf/place-texts.ts'
import { EM, placed } from './placed.ts'

const page = (...pieces: readonly PlacedText[]): string[][] =>
  layOutPage(pieces).map((lines) => lines.map(({ text }) => text))
const line = (...pieces: readonly PlacedText[]): string => page(...pieces)[0]?.[0] ?? ''
/** Two pieces with a gap of so many em between them. */
const apart = (a: string, gap: number, b: string): string => {
  const first = placed(a, 72, 100)
  return line(first, placed(b, first.right + gap * EM, 100))
}

describe('pieces on one height', () => {
  it.each([
    ['县长', 0.44, '李明', '县长李明'],
    ['县长', 0.46, '李明', '县长 李明'],
    ['GDP', 0.14, 'grew', 'GDPgrew'],
    ['GDP', 0.16, 'grew', 'GDP grew'],
    ['增长', 0.3, '8.5%', '增长8.5%'],
    ['8.5%', 0.3, '以上', '8.5%以上'],
    ['2021', 0.16, '(1)', '2021 (1)'],
  ])('%s and, %d em behind it, %s are %j', (a, gap, b, text) => {
    expect(apart(a, gap, b)).toBe(text)
  })

  it('have a space where the file has one', () => {
    expect(line(placed('县长', 72, 100), placed('李明', 104, 100, { followsSpace: true }))).toBe('县长 李明')
  })

  it('are one line where more than half of their heights is the same', () => {
    // Of a piece 0.9 em high, which begins 0.8 em above its line.
    expect(page(placed('甲', 72, 100), placed('乙', 88, 100 + 0.4 * EM))).toEqual([['甲乙']])
    expect(page(placed('甲', 72, 100), placed('乙', 88, 100 + 0.5 * EM))).toEqual([['甲', '乙']])
  })

  it('are raised where they are smaller than four fifths and stand higher by 0.15 em', () => {
    const mark = (size: number, up: number): string =>
      line(placed('河长制度', 72, 100), placed('2', 72 + 4 * EM, 100 - up * EM, { size: size * EM }))
    expect(mark(0.6, 0.3)).toBe('河长制度[2]')
    expect(mark(0.78, 0.16)).toBe('河长制度[2]')
    expect(mark(0.82, 0.3)).toBe('河长制度2')
    expect(mark(0.6, 0.14)).toBe('河长制度2')
  })

  it('stand from left to right, and lines from the top down, with the edges of their text', () => {
    const lines = layOutPage([
      placed('丁', 88, 130),
      placed('乙', 88, 100),
      placed('甲', 72, 100),
      placed('丙', 72, 130),
    ])
    expect(lines).toEqual([
      [
        { text: '甲乙', left: 72, right: 104, baseline: 100, size: EM, isTableRow: false },
        { text: '丙丁', left: 72, right: 104, baseline: 130, size: EM, isTableRow: false },
      ],
    ])
  })

  it('has the height and the size of what is longest in it', () => {
    const [[found] = []] = layOutPage([
      placed('河长制度', 72, 100),
      placed('大', 72 + 4 * EM, 102, { size: EM + 2 }),
    ])
    expect(found).toMatchObject({ baseline: 100, size: EM })
  })
})

describe('rows of cells', () => {
  const row = (baseline: number, cells: readonly string[], gap = 1.4): PlacedText[] => {
    let left = 72
    return cells.map((text) => {
      const piece = placed(text, left, baseline)
      left = piece.right + gap * EM
      return piece
    })
  }

  it('are two of three cells that stand further apart than 1.3 em', () => {
    const cells = ['生产总值', '亿元', '增长率']
    expect(page(...row(100, cells), ...row(130, cells))[0]).toEqual([cells.join('\t'), cells.join('\t')])
    expect(page(...row(100, cells, 1.2), ...row(130, cells, 1.2))[0]).toEqual([
      cells.join(' '),
      cells.join(' '),
    ])
    expect(page(...row(100, cells))[0]).toEqual([cells.join(' ')])
    expect(page(...row(100, cells.slice(1)), ...row(130, cells.slice(1)))[0]).toEqual([
      '亿元 增长率',
      '亿元 增长率',
    ])
    expect(page(...row(100, cells), ...row(130, cells), ...row(160, ['正文']))[0]?.[2]).toBe('正文')
  })

  it('are none of single characters: a title set wide', () => {
    expect(page(...row(100, ['政', '府', '工']), ...row(130, ['作', '报', '告']))[0]).toEqual([
      '政 府 工',
      '作 报 告',
    ])
  })
})

describe('columns', () => {
  /** So many lines on either side of a gap, each of so many characters. */
  const columns = (count: number, length: number, gap = 40): PlacedText[] =>
    Array.from({ length: count }, (_, at) => [
      placed(`左${'一二三四五六七八九十'[at]}${'文'.repeat(length - 2)}`, 40, 100 + at * 24),
      placed(
        `右${'一二三四五六七八九十'[at]}${'文'.repeat(length - 2)}`,
        40 + length * EM + gap,
        100 + at * 24,
      ),
    ]).flat()
  const order = (...pieces: readonly PlacedText[]): string =>
    page(...pieces)
      .map((lines) => lines.map((text) => text[0]).join(''))
      .join(' ')

  it('are read one after the other from six lines on, of eight characters', () => {
    expect(order(...columns(6, 8))).toBe('左左左左左左 右右右右右右')
    expect(order(...columns(5, 8))).toBe('左左左左左')
    expect(order(...columns(6, 7))).toBe('左左左左左左')
  })

  it('may be one longer than the other', () => {
    const [first, ...rest] = columns(8, 8)
    expect(order(...rest)).toBe('左左左左左左左 右右右右右右右右')
    const last = columns(8, 8).slice(0, -1)
    expect(order(...last)).toBe('左左左左左左左左 右右右右右右右')
    expect(first?.text[0]).toBe('左')
  })

  it('stand in bands between lines that go across the page', () => {
    const across = placed(`题${'目'.repeat(14)}`, 60, 300)
    const second = columns(6, 8).map((piece) => ({ ...piece, baseline: piece.baseline + 230 }))
    expect(order(...columns(6, 8), across, ...second)).toBe(
      '左左左左左左 右右右右右右 题 左左左左左左 右右右右右右',
    )
  })

  it('are none where more lines go across than stand in one', () => {
    const across = (count: number): PlacedText[] =>
      Array.from({ length: count }, (_, at) => placed(`题${'目'.repeat(14)}`, 60, 300 + at * 24))
    expect(order(...columns(6, 8), ...across(5))).toContain('左左左左左左 右右右右右右')
    expect(order(...columns(6, 8), ...across(6))).not.toContain(' ')
  })

  it('are divided within the middle of the page', () => {
    // A narrow column on the left is a margin.
    const narrow = Array.from({ length: 8 }, (_, at) => [
      placed(`左${'注'.repeat(8)}`, 40, 100 + at * 24),
      placed(`右${'文'.repeat(27)}`, 40 + 9 * EM + 40, 100 + at * 24),
    ]).flat()
    expect(order(...narrow)).toBe('左左左左左左左左')
  })
})

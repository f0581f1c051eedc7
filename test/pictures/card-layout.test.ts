/** How a card is laid out, for words of even width: how large, on which lines, with what marked, above which notes. */
import { describe, expect, it } from 'vitest'
import { layOutCard, MARGIN, type QuoteCard, SHAPES, type Shape } from '../../src/pictures/card-layout.ts'
import type { WidthOf } from '../../src/pictures/paper.ts'
import { balanceWidth, breakLines } from '../../src/pictures/text-lines.ts'
import { cardOf } from './made-card.ts'
import { evenWidth } from './strokes.ts'

describe('the size of the type', () => {
  const lay = (text: string, shape: Shape, width = evenWidth) =>
    layOutCard(cardOf(text, { link: null }), shape, width)
  /** Below the head, above notes of one line. */
  const roomOf = { wide: 675 - 142, square: 1_080 - 168 }
  const linesOf = (shape: Shape, size: number): number =>
    Math.floor((roomOf[shape] - 72 + 12 - 21 * 1.55 - 24 - 28) / (size * 1.6))
  const most = (shape: Shape, size: number): number =>
    linesOf(shape, size) * Math.floor((SHAPES[shape][0] - 2 * MARGIN - 32) / size)

  it.each([
    ['wide', 64, 25, 19],
    ['square', 80, 27, 20],
  ] as const)(
    'of a %s card is from %i to %i; one sentence is written smaller, to %i, rather than not shown',
    (shape, largest, readable, smallest) => {
      const one = (length: number): number | undefined => lay('年'.repeat(length), shape)?.size
      expect([one(1), one(most(shape, smallest)), one(most(shape, smallest) + 1)]).toEqual([
        largest,
        smallest,
        undefined,
      ])
      const two = (length: number): unknown[] => {
        const layout = lay(`${'年'.repeat(length - 10)}。${'月'.repeat(8)}。`, shape)
        return [layout?.extract.last, (layout?.size ?? 0) >= readable]
      }
      const full = most(shape, readable)
      expect([two(full), two(full + 1)]).toEqual([
        [2, true],
        [1, true],
      ])
      expect(lay(`${'年'.repeat(full - 10)}。${'月'.repeat(8)}。`, shape)?.size).toBe(readable)
    },
  )

  it('is the largest in which all lines find room', () => {
    const sizes = Array.from({ length: 64 - 18 }, (_, index) => 64 - index)
    for (const length of [81, 113, 160, 222])
      expect(lay('年'.repeat(length), 'wide')?.size).toBe(sizes.find((size) => length <= most('wide', size)))
  })

  it('is found for the narrowest of characters, too', () => {
    const narrow: WidthOf = (words, { size }) => words.length * size * 0.25
    const text = '年'.repeat(Math.floor(1_024 / (19 * 0.25)) * linesOf('wide', 19))
    expect([lay(text, 'wide', narrow)?.size, lay(`${text}年`, 'wide', narrow)?.size]).toEqual([19, undefined])
  })

  it('decides whether words are broken: from 34 pixels on they are not', () => {
    const sizes = new Set<number>()
    for (let length = 200; length < 240; length += 4) {
      const text = '全年接待游客旅游收入，'.repeat(30).slice(0, length)
      const layout = layOutCard(cardOf(text, { link: null }), 'wide', evenWidth)
      if (layout === null) throw new Error('no layout')
      sizes.add(layout.size)
      const measure = (run: string): number => evenWidth(run, { size: layout.size })
      const setting = { measure, keepsWords: layout.size >= 34 }
      const lines = breakLines(text, balanceWidth(text, 1_024, setting), setting)
      expect(layout.lines.map((line) => line.text)).toEqual(
        lines.map(({ start, end }) => text.slice(start, end)),
      )
    }
    expect([sizes.has(33), sizes.has(34)]).toEqual([true, true])
  })
})

describe('the notes of a card', () => {
  const notesOf = (citation: string, link: string | null, shape: Shape = 'wide') =>
    layOutCard(cardOf('全年。', { citation, link }), shape, evenWidth)?.notes ?? []

  // A line of notes is 1,056 pixels wide, beside a code 160 less; a character takes 21 of them, a letter half of that.
  it.each([
    ['年'.repeat(50), null, 1],
    ['年'.repeat(51), null, 2],
    [`${'年'.repeat(42)}a`, 'https://a.org', 2],
    ['年'.repeat(43), 'https://a.org', 3],
  ])('find room beside the code: %s, %s: %d lines', (citation, link, count) => {
    expect(notesOf(citation, link)).toHaveLength(count)
  })

  it('end with the address without its scheme, in lines one below the other', () => {
    const notes = notesOf('年', 'https://a.org/b')
    expect(notes.map(({ text, x }) => [text, x])).toEqual([
      ['年', MARGIN],
      ['a.org/b', MARGIN],
    ])
    const [first = 0, second = 0] = notes.map(({ y }) => y)
    expect(second - first).toBeCloseTo(21 * 1.55)
  })
})

describe('the marks of a card', () => {
  const marksOf = (text: string, ...marked: [number, number][]): number[][] => {
    const layout = layOutCard(cardOf(text, { marked }), 'wide', evenWidth)
    const em = layout?.size ?? 1
    const [left = 0] = layout?.lines.map(({ x }) => x) ?? []
    return (
      layout?.lines.flatMap(({ marks }) =>
        marks.map((mark) => mark.map((x) => Math.round((10 * (x - left)) / em) / 10)),
      ) ?? []
    )
  }
  const TEXT = '年月日时分秒。'

  it('stand under what is marked, one where they touch', () => {
    const origin = marksOf(TEXT, [0, 1])[0]?.[0] ?? 0
    const from = (...marked: [number, number][]): number[][] =>
      marksOf(TEXT, ...marked).map((mark) => mark.map((x) => Math.round(10 * (x - origin)) / 10))
    expect(from([1, 3])).toEqual([[1, 3]])
    expect(from([0, 2], [4, 5])).toEqual([
      [0, 2],
      [4, 5],
    ])
    expect(from([0, 2], [2, 3])).toEqual([[0, 3]])
    expect(from([0, 2], [3, 4])).toEqual([
      [0, 2],
      [3, 4],
    ])
    expect(from()).toEqual([])
  })

  it('stand under the part of a number that is marked', () => {
    const [[from = 0, to = 0] = []] = marksOf('年1234月。', [2, 4])
    const [[start = 0, end = 0] = []] = marksOf('年1234月。', [1, 5])
    expect([to - from, end - start]).toEqual([1, 2])
    expect(from - start).toBeCloseTo(0.5)
  })
})

it('marks nothing where all is marked, to the last character', () => {
  const text = '全年接待游客93万人次。'
  const marks = (marked: QuoteCard['marked']): number =>
    layOutCard(cardOf(text, { marked }), 'wide', evenWidth)?.lines.flatMap((line) => line.marks).length ?? -1
  expect([marks([[0, text.length]]), marks([[0, text.length - 1]]), marks([[1, text.length]])]).toEqual([
    0, 1, 1,
  ])
})

/** Which lines at the foot of a page are notes. */
import { describe, expect, it } from 'vitest'
import { findFootNotes } from '../../../../src/import/extract/pdf/foot-notes.ts'
import type { PlacedLine } from '../../../../src/import/extract/pdf/layout.ts'
import { EM, placedLine } from './placed.ts'

type Given = string | (Partial<PlacedLine> & { readonly text: string })
const SMALL = { size: 0.8 * EM }
/** Lines under one another; `text` in the size of the text where nothing else is given. */
const column = (...lines: readonly Given[]): PlacedLine[] =>
  lines.map((line, at) => {
    const { text, ...more } = typeof line === 'string' ? { text: line } : line
    return placedLine(text, 72, 100 + at * 24, more)
  })
const small = (text: string, more: Partial<PlacedLine> = {}): Given => ({ text, ...SMALL, ...more })
const TEXT = ['全县各项事业都有新进步，群众', '日子越过越好，社会和谐稳定，', '经济持续向好，质量稳步提升']

function notes(pages: readonly (readonly PlacedLine[])[], running: readonly PlacedLine[] = []): string[] {
  const found = findFootNotes(
    pages.map((lines) => [lines]),
    { running: new Set(running), pitch: 1.5 },
  )
  return [...found].map(([line, begins]) => `${begins ? '+' : ' '}${line.text}`)
}

describe('notes in small print', () => {
  it('stand below the text from their first mark on, and go on in lines without one', () => {
    expect(
      notes([column(...TEXT, small('①河长制，指'), small('保护河流的制度。'), small('②林长制。'))]),
    ).toEqual(['+①河长制，指', ' 保护河流的制度。', '+②林长制。'])
    expect(notes([column(...TEXT, small('保护河流的制度。'))])).toEqual([])
    expect(notes([column(...TEXT, small('续上页。'), small('①河长制。'))])).toEqual(['+①河长制。'])
    expect(notes([column(...TEXT)])).toEqual([])
  })

  it.each([
    '①河长制',
    '⑴河长制',
    '[1]河长制',
    '［1］河长制',
    '〔12〕河长制',
    '【1】河长制',
    '*河长制',
    '＊河长制',
    '※河长制',
    '注：河长制',
    '注1：河长制',
    '注 ①:河长制',
    '1河长制',
    '1.河长制',
    '（1）河长制',
    '12、“河长制”',
  ])('begin with the mark of %s', (text) => {
    expect(notes([column(...TEXT, small(text))])).toEqual([`+${text}`])
  })

  it('are set smaller by thirteen hundredths', () => {
    expect(notes([column(...TEXT, { text: '①河长制。', size: 0.86 * EM })])).toHaveLength(1)
    expect(notes([column(...TEXT, { text: '①河长制。', size: 0.88 * EM })])).toHaveLength(0)
  })

  it('are none below a heading of sixteen characters, and are below any other line', () => {
    const below = (last: string): number => notes([column(...TEXT, last, small('①河长制。'))]).length
    expect(below('名词解释')).toBe(0)
    expect(below('名'.repeat(16))).toBe(0)
    expect(below('名'.repeat(17))).toBe(1)
    expect(below('名词解释。')).toBe(1)
    expect(below('名词，解释')).toBe(1)
  })

  it('are no rows of a table, nor what fills the next page, too', () => {
    expect(notes([column(...TEXT, small('①河长制\t一', { isTableRow: true }))])).toEqual([])
    const annex = column(small('②林长制。'), small('③田长制。'))
    expect(notes([column(...TEXT, small('①河长制。')), annex, column(...TEXT)])).toEqual([])
    expect(notes([column(...TEXT, small('①河长制。')), column(...TEXT)])).toHaveLength(1)
    expect(notes([column(...TEXT), column(...TEXT, small('①河长制。'))])).toHaveLength(1)
  })

  it('go on at the foot of the next page without a mark', () => {
    const first = column(...TEXT, small('①河长制，指'))
    expect(notes([first, column(...TEXT, small('保护河流的制度。'))])).toEqual([
      '+①河长制，指',
      ' 保护河流的制度。',
    ])
    expect(notes([first, column(...TEXT), column(...TEXT, small('保护河流的制度。'))])).toEqual([
      '+①河长制，指',
    ])
  })

  it('are no running heads', () => {
    const lines = column(...TEXT, small('①河长制。'), small('1页脚'))
    expect(notes([lines], lines.slice(-1))).toEqual(['+①河长制。'])
  })
})

describe('notes in the size of the text', () => {
  /** The text, then what stands lower by so many em. */
  const apart = (em: number, lines: readonly string[], text: readonly string[] = TEXT): string[] => {
    const above = column(...text)
    const from = 100 + (text.length - 1) * 24 + em * EM
    return notes([[...above, ...lines.map((line, at) => placedLine(line, 72, from + at * 24))]])
  }

  it('stand apart by more than one and a half of the usual distance, below text that breaks off', () => {
    expect(apart(2.3, ['①河长制。'])).toEqual(['+①河长制。'])
    expect(apart(2.2, ['①河长制。'])).toEqual([])
    expect(apart(2.3, ['①河长制。'], ['全县各项事业，进步。'])).toEqual([])
    expect(apart(2.3, ['①河长制。'], ['名词解释'])).toEqual([])
  })

  it('begin with a sure mark', () => {
    expect(apart(2.3, ['1河长制。'])).toEqual([])
    expect(apart(2.3, ['[1]河长制，指', '保护河流。'])).toEqual(['+[1]河长制，指', ' 保护河流。'])
  })

  it('have eight lines at most', () => {
    const lines = (count: number): string[] => [
      '①河长制，指',
      ...Array.from({ length: count - 1 }, () => '保护河流，'),
    ]
    expect(apart(2.3, lines(8))).toHaveLength(8)
    expect(apart(2.3, lines(9))).toHaveLength(0)
  })
})

/** What pieces of text in their looks become on a line, and lines in a block. */
import { describe, expect, it } from 'vitest'
import { blockLines, cropLine, joinInline } from '../../../src/import/extract/inline.ts'

const raised = (text: string) => ({ text, isSuperscript: true })
const write = (before: string, ...figures: readonly string[]): string =>
  joinInline([{ text: before }, ...figures.map(raised)])[0]?.text ?? ''

describe('a raised figure', () => {
  it.each([
    ['3km', '2', '3km²'],
    ['5m', '3', '5m³'],
    ['面积9cm', '2', '面积9cm²'],
    ['m', '2', 'm²'],
    ['5m', '4', '5m[4]'],
    ['5Gm', '2', '5Gm[2]'],
    ['5t', '2', '5t[2]'],
    ['3.2×10', '8', '3.2×10⁸'],
    ['3.2x10', '12', '3.2x10¹²'],
    ['3.2X 10', '9', '3.2X 10⁹'],
    ['10', '8', '10[8]'],
    ['8.5%', '1', '8.5%[1]'],
    ['林长制', '123', '林长制[123]'],
    ['林长制', '1234', '林长制1234'],
    ['林长制', ' 7 ', '林长制[7]'],
    ['林长制', '①', '林长制[①]'],
    ['林长制', '[3]', '林长制[3]'],
    ['林长制', '注', '林长制注'],
  ])('behind %s: %s is written as in %s', (before, figure, text) => {
    expect(write(before, figure)).toBe(text)
  })

  it('is one where the file has it in pieces', () => {
    expect(write('林长制', '1', '2')).toBe('林长制[12]')
    expect(joinInline([raised('1'), 'break', raised('2')]).map(({ text }) => text)).toEqual(['[1]', '[2]'])
    expect(joinInline([raised('1'), { text: '甲' }, raised('2')])[0]?.text).toBe('[1]甲[2]')
  })
})

describe('joinInline', () => {
  it('joins bold ranges that touch, and keeps others apart', () => {
    const bold = (text: string) => ({ text, isBold: true })
    expect(
      joinInline([bold('甲'), bold('乙'), { text: '丙' }, bold('丁'), bold(''), 'break', bold('戊')]),
    ).toEqual([
      {
        text: '甲乙丙丁',
        bold: [
          [0, 2],
          [3, 4],
        ],
      },
      { text: '戊', bold: [[0, 1]] },
    ])
    expect(joinInline([])).toEqual([{ text: '' }])
  })
})

describe('cropLine', () => {
  it('cuts the bold ranges with the text', () => {
    const line = {
      text: '甲乙丙丁戊',
      bold: [
        [0, 2],
        [3, 5],
      ] as [number, number][],
    }
    expect(cropLine(line, 1, 4)).toEqual({
      text: '乙丙丁',
      bold: [
        [0, 1],
        [2, 3],
      ],
    })
    expect(cropLine(line, 2, 3)).toEqual({ text: '丙' })
    expect(cropLine({ text: '甲乙' }, 1, 2)).toEqual({ text: '乙' })
  })
})

describe('blockLines', () => {
  const lines = (...texts: string[]) => texts.map((text) => ({ text }))

  it('makes a paragraph of a single line, whatever breaks stand around it', () => {
    expect(blockLines(lines('', '甲', ' '), 0)).toEqual([{ text: '甲', isBlock: true }])
    expect(blockLines(lines('甲'), 2)).toEqual([{ text: '甲', heading: 2, isBlock: true }])
  })

  it('leaves several open, between blank lines, empty ones among them', () => {
    expect(blockLines(lines('', '甲', '', '乙', ''), 2)).toEqual([
      { text: '' },
      { text: '甲', heading: 2 },
      { text: '', heading: 2 },
      { text: '乙', heading: 2 },
      { text: '' },
    ])
  })

  it('makes a blank line of none', () => {
    expect(blockLines(lines(' ', ''), 1)).toEqual([{ text: '' }])
    expect(blockLines([], 0)).toEqual([{ text: '' }])
  })
})

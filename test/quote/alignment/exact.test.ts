/** Where a quote stands word for word, with or without the marks at its ends. */
import { describe, expect, it } from 'vitest'
import { findExact, readQuote } from '../../../src/quote/alignment/exact.ts'
import { unitText } from '../../../src/quote/alignment/units.ts'

const found = (typed: string, printed: string): string | null => {
  const exact = findExact(readQuote(unitText(typed)), unitText(printed))
  const runs = exact?.runs.map(([start, end]) => unitText(printed).keys.slice(start, end)).join('|')
  return runs === undefined ? null : [runs, ...[...(exact?.folded ?? [])].sort()].join(' ')
}

describe('the parts of a quote', () => {
  it.each([
    ['甲乙', [[0, 2]]],
    ['…甲', [[1, 2]]],
    ['甲…', [[0, 1]]],
    [
      '甲…，…乙',
      [
        [0, 1],
        [4, 5],
      ],
    ],
    ['，', []],
    ['', []],
  ])('%s: %j', (text, parts) => {
    expect(readQuote(unitText(text)).parts).toEqual(parts)
  })

  it('are forty at the most; more are one', () => {
    expect(readQuote(unitText('甲…'.repeat(40))).parts).toHaveLength(40)
    expect(readQuote(unitText(`，…${'甲…'.repeat(41)}`)).parts).toEqual([[2, 83]])
  })
})

describe('findExact', () => {
  it.each([
    ['甲乙', '丙甲乙丁', '甲乙'],
    ['甲乙', '丙甲丁', null],
    ['“甲乙”', '丙甲乙丁', '甲乙'],
    ['“甲乙，', '丙，甲乙，丁', '甲乙,'],
    ['；，甲乙，；', '丙，甲乙，丁', ',甲乙, punctuation'],
    ['“，、甲乙、，”', '丙，、甲乙、，丁', ',、甲乙、,'],
    ['！甲乙', '丙甲乙丁', '甲乙 punctuation'],
    ['！“甲乙', '丙甲乙丁', '甲乙 punctuation'],
    ['甲乙！', '丙甲乙丁', '甲乙 punctuation'],
    ['甲乙”！', '丙甲乙丁', '甲乙 punctuation'],
    ['。甲乙', '丙，甲乙', '甲乙 punctuation'],
    ['甲乙', '甲乙', '甲乙'],
    ['甲…丁', '甲乙丙丁', '甲|丁'],
    ['甲乙…丙丁', '甲乙丙丁', '甲乙|丙丁 punctuation'],
    ['甲…乙', '甲…乙', '甲…乙'],
    ['乙…甲', '甲丙乙', null],
    ['2亿', '12亿，2亿', '2亿'],
    ['2亿', '12亿', '2亿'],
  ])('finds %s in %s: %s', (typed, printed, expected) => {
    expect(found(typed, printed)).toBe(expected)
  })

  it('leaves out no more between two parts than it has to', () => {
    const runs = (typed: string, printed: string) =>
      findExact(readQuote(unitText(typed)), unitText(printed))?.runs
    expect(runs('甲…乙', '甲子甲丑乙寅乙')).toEqual([
      [2, 3],
      [4, 5],
    ])
    expect(runs('2亿…乙', '2亿子12亿乙')).toEqual([
      [0, 2],
      [6, 7],
    ])
    expect(runs('乙2…丙', '乙2子乙23丙')).toEqual([
      [0, 2],
      [6, 7],
    ])
  })
})

/** How a figure is written for people, long and short. */
import { expect, it } from 'vitest'
import { figureNumber, shortNumber } from '../../src/answer/figures/figure-number.ts'
import type { Bound, Figure } from '../../src/figures/figure.ts'

const figureOf = (bound: Bound, fields: Partial<Figure> = {}): Figure =>
  ({
    value: '56.4',
    unit: '亿元',
    change: '+12%',
    bound,
    quote: '',
    start: 0,
    numbers: [],
    ...fields,
  }) as Figure

it.each<[Bound, string, string, string]>([
  ['exact', '56.4亿元（+12%）', '56.4亿元', '+12%'],
  ['about', '56.4亿元左右（+12%）', '≈56.4亿元', '+12%左右'],
  ['at-least', '56.4亿元以上（+12%）', '≥56.4亿元', '+12%以上'],
  ['at-most', '56.4亿元以内（+12%）', '≤56.4亿元', '+12%以内'],
  ['over', '超56.4亿元（+12%）', '>56.4亿元', '超+12%'],
])('with the bound %s is %s, short %s, without a value %s', (bound, long, short, alone) => {
  expect(figureNumber(figureOf(bound))).toBe(long)
  expect(shortNumber(figureOf(bound))).toBe(short)
  expect(figureNumber(figureOf(bound, { value: null }))).toBe(alone)
})

it('has what is stated alone', () => {
  expect(figureNumber(figureOf('exact', { change: null }))).toBe('56.4亿元')
  expect(figureNumber(figureOf('exact', { unit: null, change: null }))).toBe('56.4')
  expect(shortNumber(figureOf('at-least', { value: null }))).toBe('≥+12%')
  expect(shortNumber(figureOf('exact', { value: null, change: null }))).toBe('')
})

it('is near from below where the report says so', () => {
  const near = (quote: string): string => {
    const at = 10 + quote.indexOf('56.4')
    return figureNumber(figureOf('about', { quote, start: 10, numbers: [[at, at + 4]] }))
  }
  expect(near('产值近56.4亿元，增长12%')).toBe('近56.4亿元（+12%）')
  expect(near('产值接近56.4亿元，增长12%')).toBe('近56.4亿元（+12%）')
  expect(near('产值约56.4亿元，增长12%')).toBe('56.4亿元左右（+12%）')
})

it('is reckoned where the report says so of a result', () => {
  const reckoned = (kind: Figure['kind']): string =>
    figureNumber(figureOf('exact', { kind, quote: '产值预计完成56.4亿元', numbers: [[6, 10]] }))
  expect(reckoned('actual')).toBe('预计56.4亿元（+12%）')
  expect(reckoned('target')).toBe('56.4亿元（+12%）')
})

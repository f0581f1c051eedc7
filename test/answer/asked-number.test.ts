/** Which sort of number a question asks for, and which printed numbers are of that sort. */
import { expect, it } from 'vitest'
import { fitOf, readAskedNumber } from '../../src/answer/figures/asked-number.ts'

it.each([
  ['排全疆第几', 'rank', ''],
  ['增长几倍', 'times', ''],
  ['占几分之几', 'fraction', ''],
  ['几成的村通了路', 'fraction', ''],
  ['涨了多少个百分点', 'share', '个百分点'],
  ['绿化率多少', 'share', ''],
  ['2023年绿化率是多少', 'share', ''],
  ['用了多少天', 'span', ''],
  ['工期多久', 'span', ''],
  ['多少家企业', 'amount', '家'],
  ['几亿吨', 'amount', '吨'],
  ['投资多少钱', 'amount', '钱'],
  ['花费总计多少', 'amount', '钱'],
  ['里程多少', 'amount', '公里'],
  ['面积多大', 'amount', '亩'],
  ['人口多少', 'amount', '人'],
  ['增长多少', null, ''],
])('%s asks for %s, in “%s”', (question, form, unit) => {
  expect(readAskedNumber(question)).toMatchObject({ form, unit })
})

it.each([
  ['增长多少', true, false],
  ['多少家企业', false, false],
  ['投资多少', false, true],
])('%s asks for growth: %s, and may be told in money: %s', (question, isGrowth, mayBeMoney) => {
  expect(readAskedNumber(question)).toMatchObject({ isGrowth, mayBeMoney })
})

/** By how much one sort of number answers better than another. */
const fitness = (question: string, unit: string, form: Parameters<typeof fitOf>[0]['form']): number =>
  fitOf({ unit, form }, readAskedNumber(question))

it.each([
  ['多少人', ['人', '名', '', '亩']],
  ['多少个', ['个', '套', '人', '亩']],
  ['多少座', ['座', '个', '套', '亩']],
])('%s is answered by what is counted so, then by what is counted alike: %j', (question, units) => {
  const fits = units.map((unit) => fitness(question, unit, 'amount'))
  expect(fits).toEqual([...new Set(fits)].sort((a, b) => b - a))
  expect(fits[0]).toBe(1)
})

it('takes a share for a fraction, and less for one than a fraction itself', () => {
  expect(fitness('占几分之几', '', 'fraction')).toBe(1)
  expect(fitness('占几分之几', '%', 'share')).toBeGreaterThan(0.5)
  expect(fitness('占几分之几', '%', 'share')).toBeLessThan(1)
  expect(fitness('占几分之几', '人', 'amount')).toBe(-1)
})

it('of a question that leaves it open takes a number that measures, and money only where money may be meant', () => {
  expect(fitness('收入多少', '亿元', 'amount')).toBe(0)
  expect(fitness('水库多少', '亿元', 'amount')).toBeLessThan(0)
  expect(fitness('水库多少', '个', 'amount')).toBe(0)
  expect(fitness('水库多少', '', 'rank')).toBe(-1)
})

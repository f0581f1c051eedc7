import { describe, expect, it } from 'vitest'
import { tokenizeForComparison } from '../../src/counts/compare-tokens.ts'
import { clausesOf, likeness, profileSentences } from '../../src/counts/sentence-likeness.ts'

const worded = (text: string) => ({ tokens: tokenizeForComparison(text) })
const profiles = (a: readonly string[], b: readonly string[]) =>
  profileSentences(a.map(worded), b.map(worded))
/** Of a pair that so many of four hundred sentences or fewer hold. */
const weightOf = (count: number): number => (1 - Math.log(count) / Math.log(400)) ** 2

describe('a sentence', () => {
  it.each([
    ['种树修路', 3],
    ['种树，修路', 2],
    ['种', 1],
    ['种，修', 2],
    ['种树种树', 3],
    ['增长5%左右', 2],
    ['“种树”', 1],
    ['', 0],
  ])('%s has so many pairs of neighbours in its clauses: %i', (text, count) => {
    const { a } = profiles([text], [])
    expect([...(a[0]?.grams.values() ?? [])].reduce((sum, one) => sum + one, 0)).toBe(count)
    expect(a[0]?.weight).toBeCloseTo(count)
  })

  it('shares its pairs with one of other figures or dates, and with none of other words', () => {
    const shared = (a: string, b: string): number => {
      const { a: ofA, b: ofB } = profiles([a], [b])
      return [...(ofA[0]?.grams.keys() ?? [])].filter((gram) => ofB[0]?.grams.has(gram)).length
    }
    expect(shared('增长5%', '增长12亿')).toBe(2)
    expect(shared('到2023年末', '到2024年末')).toBe(2)
    expect(shared('到2023年末', '到5末')).toBe(0)
    expect(shared('增长5', '增长')).toBe(1)
    expect(shared('种树', '修路')).toBe(0)
  })
})

describe('the weight of a pair', () => {
  it('is one where a single sentence holds it, and less the more do', () => {
    const { a, weightOf: weigh } = profiles(['种树', '修路'], ['种树'])
    expect([...(a[0]?.grams.keys() ?? [])].map(weigh)).toEqual([weightOf(2)])
    expect([...(a[1]?.grams.keys() ?? [])].map(weigh)).toEqual([1])
    expect(a[0]?.weight).toBeCloseTo(weightOf(2))
  })

  it('is never nothing, and counts by the number of sentences where they are many', () => {
    const common = profiles(Array<string>(400).fill('种树'), [])
    expect(common.a[0]?.weight).toBeCloseTo(0.05 ** 2)
    const many = profiles(
      [...Array<string>(900).fill('修路'), '种树'],
      [...Array<string>(98).fill('修路'), '种树'],
    )
    expect(many.a.at(-1)?.weight).toBeCloseTo((1 - Math.log(2) / Math.log(1000)) ** 2)
  })
})

it.each([
  ['种树，修路。', ['种树', '修路', '']],
  ['种树；修路：好！真？对', ['种树', '修路', '好', '真', '对']],
  ['种、修', ['种、修']],
  ['', ['']],
])('the clauses of %s are %j', (text, clauses) => {
  expect(clausesOf(tokenizeForComparison(text)).map((one) => one.map(({ key }) => key).join(''))).toEqual(
    clauses,
  )
})

it.each([
  [4, 4, 4, 2],
  [1, 1, 1, 1],
  [1, 16, 1, 0.5],
  [0.25, 0.25, 0.25, 1],
])('sentences of weight %d and %d that share %d are alike by %d', (a, b, shared, expected) => {
  const grams = new Map<number, number>()
  expect(likeness(shared, { grams, weight: a }, { grams, weight: b })).toBeCloseTo(expected)
})

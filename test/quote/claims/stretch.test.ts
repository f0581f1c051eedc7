/** What a report says beside a figure: its clause, its sentence, and as much around them as tells of the same. */
import { describe, expect, it } from 'vitest'
import { clauseAround, inItem, saidOfIt, sentenceOf } from '../../../src/quote/claims/stretch.ts'
import { figuresOf } from './small-claims.ts'

const at = (text: string, number: string): readonly [number, number] => [
  text.indexOf(number),
  text.indexOf(number) + number.length,
]
/** The figure of a text with this value. */
const figure = async (text: string, value: string) => {
  const found = (await figuresOf(text)).find(
    (one) => one.figure.value === value || one.figure.change === value,
  )
  if (found === undefined) throw new Error(`no ${value} in ${text}`)
  return found
}

describe('the clause of a number', () => {
  it.each([
    ['修路，造林3万亩，引水', '造林3万亩'],
    ['修路：3万亩，引水', '修路：3万亩'],
    ['青石水库，达到3万亩，引水', '青石水库，达到3万亩'],
    ['3万亩，引水', '3万亩，引水'],
    ['达到3万亩', '达到3万亩'],
    ['青石水库。达到，一共3万亩', '青石水库。达到，一共3万亩'],
    ['（造林3万亩）好', '（造林3万亩）好'],
  ])('of %s is, with what says something, %s', (text, around) => {
    expect(clauseAround(text, at(text, '3万亩'))).toBe(around)
  })
})

describe('the sentence of a figure', () => {
  it.each([
    ['修好水渠。旅游收入3亿元，创新高。造林。', '3', '旅游收入3亿元,创新高'],
    ['旅游收入3亿元，其中门票1亿元。', '3', '旅游收入3亿元'],
    ['旅游收入3亿元，另建设水渠5条。', '3', '旅游收入3亿元'],
    ['旅游收入3亿元，32家投产，好。', '3', '旅游收入3亿元'],
    ['旅游收入3亿元，增长好，很好。', '3', '旅游收入3亿元,增长好,很好'],
  ])('of %s (%s) is %s', async (text, value, sentence) => {
    expect(sentenceOf(await figure(text, value))).toBe(sentence)
  })

  it.each([
    ['修好水渠，旅游收入3亿元，创新高。', '3', '旅游收入3亿元,修好水渠,旅游收入3亿元,创新高'],
    ['粮食5万吨，旅游收入3亿元，创新高。', '3', '旅游收入3亿元,旅游收入3亿元,创新高'],
    ['旅游收入3亿元，粮食产量5万吨，创新高。', '3', '旅游收入3亿元,旅游收入3亿元'],
  ])('as far as it is said of the figure: %s (%s): %s', async (text, value, said) => {
    expect(saidOfIt(await figure(text, value))).toBe(said)
  })
})

describe('the item of a figure', () => {
  const read = async (text: string, value: string, word: string): Promise<string | null> =>
    inItem(await figure(text, value), (words) => (words.includes(word) ? words : null))

  it.each([
    ['建成道路110条、桥梁12座', '12', '建成', '建成道路110条'],
    ['建成道路110条、桥梁12座', '12', '桥梁', '桥梁12座'],
    ['建成道路110条，新建桥梁12座', '12', '建成', null],
    ['建成，道路110条、桥梁12座', '12', '建成', null],
    ['建成道路110条、水渠6条、桥梁12座', '12', '建成', '建成道路110条'],
  ])('of %s (%s) with %s is %s', async (text, value, word, expected) => {
    expect(await read(text, value, word)).toBe(expected)
  })
})

/** What a report says beside a figure: its clause, its sentence, and as much around them as tells of the same. */
import { describe, expect, it } from 'vitest'
import {
  clauseAround,
  clauseOf,
  inItem,
  missingBeside,
  saidOfIt,
  sentenceOf,
  sentencesAround,
  stretchAround,
} from '../../../src/quote/claims/stretch.ts'
import { figuresOf } from './small-claims.ts'

const NONE = () => []
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
    ['修路，造林3万亩，引水', '造林3万亩', '造林3万亩'],
    ['修路：3万亩，引水', '3万亩', '修路：3万亩'],
    ['青石水库，达到3万亩，引水', '达到3万亩', '青石水库，达到3万亩'],
    ['3万亩，引水', '3万亩', '3万亩，引水'],
    ['达到3万亩', '达到3万亩', '达到3万亩'],
    ['青石水库。达到，一共3万亩', '一共3万亩', '青石水库。达到，一共3万亩'],
    ['（造林3万亩）好', '造林3万亩）好', '（造林3万亩）好'],
  ])('of %s is %s, with what says something %s', (text, own, around) => {
    expect(clauseOf(text, at(text, '3万亩'))).toBe(own)
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
    ['修好水渠。旅游收入3亿元，创新高。造林。引水。', '修好水渠。旅游收入3亿元,创新高。造林'],
    ['旅游收入3亿元。造林。', '旅游收入3亿元。造林'],
    ['引水。修好水渠。旅游收入3亿元。', '修好水渠。旅游收入3亿元。'],
  ])('with those on both sides, of %s, is %s', async (text, around) => {
    const told = sentencesAround(await figure(text, '3'))
    expect(told.endsWith(`,${around}`)).toBe(true)
    expect(told).toContain('云岭县')
    expect(told).not.toContain('我国')
    expect(told).toContain('工作回顾')
  })

  it('is the nation’s where the report is', async () => {
    const [stated] = await figuresOf('旅游收入3亿元。', { level: '国', place: '国务院' })
    if (stated === undefined) throw new Error('no figure')
    expect(sentencesAround(stated)).toContain('我国')
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

describe('the words beside', () => {
  it.each([
    ['水库', '水库,道路', []],
    ['水库', '道路', ['水库']],
    ['建成水库', '水库', []],
    ['', '', []],
  ])('%s, where %s is told: %j is missing', async (clause, told, missing) => {
    const own = [await figure('建成道路110条。', '110')]
    expect(missingBeside(clause, { own, told, wordings: NONE })).toEqual(missing)
  })

  it.each([
    ['拆除道路110条', ['拆除']],
    ['建成道路110条', []],
    ['修建道路110条', []],
    ['建成道路110条，拆除桥梁', []],
    ['建成道路110条，拆除', ['拆除']],
    ['拆除桥梁，建成道路110条', ['拆除']],
  ])('of another deed: %s: %j', async (clause, missing) => {
    const own = [await figure('建成道路110条。', '110')]
    const told = '建成道路110条,拆除桥梁'
    expect(missingBeside(clause, { own, told, wordings: NONE })).toEqual(missing)
  })

  it.each([
    ['旅游收入3亿元。', '旅游收入', '旅游收入3亿元'],
    ['修好水渠。旅游收入3亿元。', '旅游收入', '修好水渠。旅游收入3亿元'],
    ['粮食5万吨。旅游收入3亿元。', '旅游收入', '旅游收入3亿元'],
    ['青石水库旅游收入3亿元。', '旅游收入', '青石水库旅游收入3亿元'],
  ])('stand in the stretch around: %s', async (text, said, expected) => {
    const found = stretchAround(await figure(text, '3'), said, NONE)
    expect(found?.endsWith(`,${expected}`)).toBe(true)
  })
})

/** A part beside the whole that a claim speaks of. */
import { describe, expect, it } from 'vitest'
import { isPartOfPlace, wholeBeside } from '../../../src/quote/claims/part-of-whole.ts'
import { claimOf, figuresOf } from './small-claims.ts'

/** What the claim speaks of, where the last figure of the text is only a part of that: its numbers as printed, or `itself`. */
async function whole(claimed: string, text: string, others = ''): Promise<string | null> {
  const all = await figuresOf(others === '' ? text : `${text}\n\n${others}`)
  const own = all.filter(({ passage }) => passage.paragraph === 1)
  const stated = own.at(-1)
  if (stated === undefined) throw new Error('no figure')
  const found = wholeBeside(claimOf(claimed), stated, all)
  if (found === null) return null
  return found === stated ? 'itself' : `${found.figure.value ?? found.figure.change}`
}

describe('a part', () => {
  const PARTS = '全社会固定资产投资88亿元，其中城镇固定资产投资74亿元。'

  it.each([
    ['2023年固定资产投资74亿元', PARTS, '88'],
    ['2023年全社会固定资产投资74亿元', PARTS, '88'],
    ['2023年城镇固定资产投资74亿元', PARTS, null],
    ['2023年固定资产投资88亿元', '全社会固定资产投资88亿元。', null],
    ['2023年社会消费品零售总额5亿元', '限上社会消费品零售总额5亿元。', 'itself'],
    ['2023年限上社会消费品零售总额5亿元', '限上社会消费品零售总额5亿元。', null],
    // Another year, another kind, the same number.
    ['2023年固定资产投资74亿元', '2022年全社会固定资产投资88亿元。2023年城镇固定资产投资74亿元。', 'itself'],
    ['2023年固定资产投资74亿元', '全社会固定资产投资74亿元，其中城镇固定资产投资74亿元。', 'itself'],
    // What is put to one use, or has a share of its own name, is not all of it.
    ['2023年政府投资总规模34亿元', '政府投资总额34亿元用于修路。', null],
    ['2023年政府投资总规模34亿元', '政府投资34亿元，占全市投资规模的大半。', null],
    // Not right before it.
    ['2023年投资74亿元', '工业投资88亿元，其中技改投资74亿元。', null],
  ])('%s, of %s: %s', async (claimed, text, expected) => {
    expect(await whole(claimed, text)).toBe(expected)
  })

  it('is told from the whole wherever in the report that stands', async () => {
    expect(await whole('2023年固定资产投资74亿元', '城镇固定资产投资74亿元。', '固定资产投资88亿元。')).toBe(
      '88',
    )
    expect(await whole('2023年固定资产投资74亿元', '城镇固定资产投资74亿元。', '固定资产投资增长8%。')).toBe(
      'itself',
    )
    expect(await whole('2023年固定资产投资增长9%', '城镇固定资产投资增长9%。', '固定资产投资增长8%。')).toBe(
      '+8%',
    )
  })
})

describe('a number on another base', () => {
  it.each([
    [
      '2023年一般公共预算收入增长15%',
      '一般公共预算收入增长10%（按可比口径一般公共预算收入增长15%）。',
      '+10%',
    ],
    [
      '2023年按可比口径一般公共预算收入增长15%',
      '一般公共预算收入增长10%（按可比口径一般公共预算收入增长15%）。',
      null,
    ],
    ['2023年一般公共预算收入增长15%', '按可比口径，一般公共预算收入增长15%。', null],
    ['2023年一般公共预算收入增长15%', '一般公共预算收入增长10%，一般公共预算收入增长15%。', null],
  ])('%s, of %s: %s', async (claimed, text, expected) => {
    expect(await whole(claimed, text)).toBe(expected)
  })
})

it.each([
  ['经济开发区', true],
  ['集团', true],
  ['县城', false],
  ['', false],
])('%s behind the name of a place is a part of it: %s', (rest, is) => {
  expect(isPartOfPlace(rest)).toBe(is)
})

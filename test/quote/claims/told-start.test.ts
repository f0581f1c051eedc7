/** The number from which a figure rose or fell. */
import { describe, expect, it } from 'vitest'
import { isStart, startStands, startsOf } from '../../../src/quote/claims/told-start.ts'
import { numbersIn } from '../../../src/quote/claims/unread-numbers.ts'
import { figureOf } from './small-claims.ts'

const stands = async (text: string, printed: string, options: Parameters<typeof figureOf>[1] = {}) => {
  const [at] = numbersIn(text).map((one) => one.at)
  return startStands(text, at ?? [0, 0], await figureOf(printed, options))
}

describe('a start', () => {
  it.each([
    ['由2030元提高到2130元', '最低工资标准由2030元提高至2130元。', true],
    ['由2040元提高到2130元', '最低工资标准由2030元提高至2130元。', false],
    ['从2030元提高到2130元', '最低工资标准由2030元提高至2130元。', true],
    ['比2030元高', '最低工资标准由2030元提高至2130元。', true],
    ['2030元提高到2130元', '最低工资标准由2030元提高至2130元。', false],
    ['由2018年的20万亩增加到26万亩', '森林面积由2018年的20万亩增加到26万亩。', true],
    ['由2019年的20万亩增加到26万亩', '森林面积由2018年的20万亩增加到26万亩。', false],
    ['由20万亩增加到26万亩', '森林面积由2018年的20万亩增加到26万亩。', true],
    ['2018年至2023年，由20万亩增加到26万亩', '森林面积由2018年的20万亩增加到26万亩。', true],
    ['2019年至2023年，由20万亩增加到26万亩', '森林面积由2018年的20万亩增加到26万亩。', false],
    ['2019年至2023年，由20万亩增加到26万亩', '五年来，森林面积由20万亩增加到26万亩。', true],
    // Without a year it is that of the year before.
    ['由2022年的20万亩增加到26万亩', '森林面积由20万亩增加到26万亩。', true],
    ['由2021年的20万亩增加到26万亩', '森林面积由20万亩增加到26万亩。', false],
    ['由2018年的20万亩增加到26万亩', '五年来，森林面积由20万亩增加到26万亩。', true],
    ['由2022年的20万亩增加到26万亩', '五年来，森林面积由20万亩增加到26万亩。', false],
    ['由20万亩增加到26万亩', '森林面积达到26万亩。', false],
    ['由20万亩增加到26万亩', '耕地面积由20万亩变化。森林面积增加到26万亩。', false],
  ])('of %s is that of %s: %s', async (text, printed, isIt) => {
    expect(await stands(text, printed)).toBe(isIt)
  })

  it('is that of the period which the heading tells of', async () => {
    const printed = '森林面积由20万亩增加到26万亩。'
    const heading = '一、过去五年工作回顾'
    expect(await stands('由2018年的20万亩增加到26万亩', printed, { heading })).toBe(true)
    expect(await stands('由2022年的20万亩增加到26万亩', printed, { heading })).toBe(false)
  })

  it.each([
    ['由20万亩', 1, true],
    ['由2018年的20万亩', 7, true],
    ['20万亩', 0, false],
    ['由此，20万亩', 3, false],
    ['比20万亩', 1, false],
  ])('is told in %s at %i: %s', (text, at, is) => {
    expect(isStart(text, [at, at + 4])).toBe(is)
  })

  it('is read with its year, in figures or in words', async () => {
    const found = startsOf(await figureOf('森林面积由2018年的20万亩增加到26万亩。'))
    expect(found.map(({ quantity, year }) => [quantity.low, year])).toEqual([[200_000, 2018]])
    const words = startsOf(await figureOf('森林面积由二〇一八年的20万亩增加到26万亩。'))
    expect(words.map(({ year }) => year)).toEqual([2018])
    expect(startsOf(await figureOf('森林面积达到26万亩。'))).toEqual([])
  })
})

/** How a sentence is said in the order and the words of a report. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tellPlainly } from '../../src/quote/claims/spoken.ts'

describe('a spoken sentence', () => {
  it.each([
    ['58亿元，这是云岭县2023年的收入，增长3%', '云岭县2023年的收入58亿元，增长3%'],
    ['58亿元——云岭县2023年的收入', '云岭县2023年的收入58亿元'],
    ['收入增长3%，这是云岭县2024年的目标', '云岭县2024年的目标，收入增长3%'],
    ['去年（2023年）收入58亿元', '2023年收入58亿元'],
  ])('%s is %s', (said, plain) => {
    expect(tellPlainly(said)).toBe(plain)
  })

  it.each([
    '收入涨了3%，支出降了近2%',
    '收入上升3%',
    '价格上涨3%，成本下降2%',
    '2023年，收入增长3%',
    '3月，收入增长3%',
    '58亿元，收入再创新高',
    '收入58亿元，支出60亿元',
    '提升到3%',
  ])('stays as it is: %s', (said) => {
    expect(tellPlainly(said)).toBe(said)
  })

  it('keeps its number', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 9999, noNaN: true }), (value) => {
        const number = value.toFixed(2)
        const said = tellPlainly(`${number}亿元，这是去年（2023年）的收入，涨了${number}%`)
        expect(said.split(number)).toHaveLength(3)
      }),
    )
  })
})

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
    ['里程从30公里抬升到58公里', '里程从30公里提高到58公里'],
    ['把里程从30公里提到了58公里', '里程从30公里已提高到58公里'],
    ['清单从98项砍到58项', '清单从98项减少到58项'],
    ['发生率只剩3%', '发生率降到3%'],
    ['发生率2015年还是9%，2020年降到3%', '发生率从2015年的9%变为2020年的3%'],
    ['养老金2015年每月才700块，现在是900块', '养老金每月从2015年的700元变为现在的900元'],
    ['技校多招3%，夜校多招5%', '技校增加3%，夜校增加5%'],
    ['小麦2023年收了58万吨，一年多打3万吨', '小麦2023年产量58万吨，比上年增加3万吨'],
    ['客流58万人次，是2010年的三倍', '客流58万人次，是2010年的3倍'],
    ['出栏58万只，同比增长一半', '出栏58万只，同比增长50%'],
    ['数字产业在GDP里的份额，2023年是9%', '数字产业占GDP的比重2023年是9%'],
    ['GDP目标6%以上', 'GDP增长目标6%以上'],
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
    '报告提到2023年的收入',
    '三年多建了30公里',
    '收入2023年是9亿元，2020年是8亿元',
    '总数十二倍',
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

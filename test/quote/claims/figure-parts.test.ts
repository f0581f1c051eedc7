/** The numbers of a figure, each with its qualifier, and which of two say the same. */
import { describe, expect, it } from 'vitest'
import {
  type FigurePart,
  isComparable,
  isRounded,
  isRoundedOff,
  isSamePart,
  printedParts,
} from '../../../src/quote/claims/figure-parts.ts'
import { readClaims } from '../../../src/quote/claims/read-claims.ts'
import type { Query } from '../../../src/search/query/query.ts'

const QUERY = { named: [], foreign: [], preferences: { places: [] } } as unknown as Query
const claimOf = (text: string) => {
  const [claim] = readClaims(text, QUERY)
  if (claim === undefined) throw new Error(`no claim in ${text}`)
  return claim
}
/** What counts in such units. */
const NAMES = ['旅游收入', '接待游客', '引进人才', '新建学校', '新建公路', '造林', 'PM2.5平均浓度']
/** The last number of a text that states one figure. */
const part = (text: string): FigurePart => {
  const found = NAMES.flatMap((name) =>
    readClaims(`2023年${name}${text}`, QUERY).flatMap(({ parts }) => parts),
  )
  const one = found.find(({ printed }) => printed.includes(/[\d.]+[万亿]*\p{sc=Han}?/u.exec(text)?.[0] ?? ''))
  if (one === undefined) throw new Error(`no number in ${text}`)
  return one
}

describe('the parts of a figure', () => {
  it.each([
    ['旅游收入2.3亿元', ['value exact 2.3亿元']],
    ['旅游收入2.3亿元，增长8%', ['value exact 2.3亿元', 'change exact 增长8%']],
    ['旅游收入2.3亿元，下降8%', ['value exact 2.3亿元', 'change exact fall 下降8%']],
    ['旅游收入增长8%', ['change exact 增长8%']],
    ['旅游收入增长8%左右', ['change about 增长8%左右']],
    ['旅游收入增长8%以上', ['change at-least 增长8%以上']],
    ['旅游收入控制在3亿元以内', ['value at-most 3亿元以内']],
    ['旅游收入超过3亿元', ['value over 3亿元']],
    ['旅游收入不低于3亿元', ['value at-least 3亿元']],
    ['旅游收入不超过3亿元', ['value at-most 3亿元']],
    ['旅游收入约3亿元', ['value about nearly 3亿元']],
    ['旅游收入近3亿元', ['value about nearly 3亿元']],
    ['旅游收入将近3亿元', ['value about nearly 3亿元']],
    ['旅游收入3亿多元', ['value over 3亿多元']],
    ['旅游收入约3亿元，增长8%', ['value about nearly 3亿元', 'change exact 增长8%']],
    ['旅游收入3亿元，增长8%以上', ['value exact 3亿元', 'change at-least 增长8%以上']],
    ['旅游收入增加2000万元', ['change exact 增长2000万元']],
  ])('of %s are %j', (text, parts) => {
    const told = claimOf(`2023年${text}`).parts.map(({ of, bound, isNearly, isFall, printed }) =>
      [of, bound, ...(isNearly ? ['nearly'] : []), ...(isFall ? ['fall'] : []), printed].join(' '),
    )
    expect(told).toEqual(parts)
  })

  it('are printed as in the text', () => {
    const text = '2023年旅游收入2.3亿元，增长8%以上'
    expect(printedParts(claimOf(text).figure, text)).toEqual(['2.3亿元', '增长8%以上'])
  })
})

describe('a number that is said', () => {
  it.each([
    ['2.3亿元', '2.3亿元', true],
    ['2.3亿元', '23000万元', true],
    ['2.3亿元', '2.4亿元', false],
    ['2.3亿', '2.3亿元', true],
    ['2.3亿元', '2.3亿', true],
    ['增长8%', '增长8%', true],
    ['增长8%', '下降8%', false],
    ['增长2.3亿元', '2.3亿元', false],
    ['24微克', '24微克/立方米', true],
    ['24微克/立方米', '24微克', false],
    ['50个', '50座', true],
    ['50元', '50块', true],
    ['50座', '50台', true],
    ['50个', '50人', true],
    ['50座', '50人', false],
    ['50人', '50个', false],
    ['50户', '50座', false],
    ['50万', '50万人', true],
    ['50亿元', '50亿美元', false],
  ])('as %s is %s of a report: %s', (said, printed, isSame) => {
    expect(isSamePart(part(said), part(printed))).toBe(isSame)
  })

  it.each([
    ['50亿元', '60亿美元', true],
    ['50亿元', '60人', false],
    ['50人', '60人次', true],
    ['50户', '60人', false],
    ['增长5%', '增长6个百分点', true],
    ['50公里', '60亩', false],
    ['50公里', '60公里', true],
    ['50台', '50亩', true],
  ])('as %s may stand for %s: %s', (a, b, isOne) => {
    expect(isComparable(part(a), part(b))).toBe(isOne)
  })
})

describe('a number that is said in round figures', () => {
  it.each([
    // printed, said, of what was done
    ['100.6亿元', '超过100亿元', true, true],
    ['100.6亿元', '超过100亿元', false, true],
    ['200亿元', '超过100亿元', true, false],
    ['199亿元', '超过100亿元', true, true],
    ['100亿元', '超过100亿元', true, false],
    ['99亿元', '超过100亿元', true, false],
    ['36.1亿元', '30亿元以上', true, true],
    ['36.1亿元', '30亿元以上', false, false],
    ['40亿元', '30亿元以上', true, false],
    ['3262元', '不足3300元', true, true],
    ['3262元', '不足3300元', false, false],
    ['3200元', '不足3300元', true, false],
    ['3300元', '不足3300元', true, false],
    ['3301元', '不足3300元', true, false],
    ['28.8亿元', '近30亿元', true, true],
    ['25亿元', '近30亿元', true, true],
    ['24.9亿元', '近30亿元', true, false],
    ['35亿元', '约30亿元', true, true],
    ['35.1亿元', '约30亿元', true, false],
    ['30亿元', '约30亿元', true, false],
    ['28.8亿元', '30亿元左右', true, false],
    ['2.96亿元', '近3亿元', true, true],
    ['4.52亿元', '约4.5亿元', true, true],
    ['4.55亿元', '约4.5亿元', true, true],
    ['4.56亿元', '约4.5亿元', true, false],
    ['28.8亿元', '30亿元', true, false],
    ['增长28.8%', '增长近30%', true, true],
    ['下降28.8%', '增长近30%', true, false],
    ['28.8亿元', '增长近30亿元', true, false],
    ['约28.8亿元', '近30亿元', true, false],
    ['28.8亿元', '近30亿美元', true, false],
    ['288.4万人', '近290万', true, true],
  ])('%s is %s, done %s: %s', (printed, said, isDone, isIt) => {
    expect(isRounded(part(printed), part(said), isDone)).toBe(isIt)
  })

  it.each([
    ['760.16万人次', '760万人次', true],
    ['765万人次', '760万人次', true],
    ['766万人次', '760万人次', false],
    ['760万人次', '760万人次', false],
    ['764万人次', '800万人次', false],
    ['99.2亿元', '100亿元', true],
    ['98.9亿元', '100亿元', false],
    ['101亿元', '100亿元', true],
    ['101.1亿元', '100亿元', false],
    ['2967亿元', '超过1000亿元', true],
    ['2967亿元', '1000亿元以上', true],
    ['5000亿元', '超过1000亿元', false],
    ['4999亿元', '超过1000亿元', true],
    ['1000亿元', '超过1000亿元', false],
    ['999亿元', '超过1000亿元', false],
    ['800亿元', '不超过1000亿元', true],
    ['1200亿元', '不超过1000亿元', false],
    ['200亿元', '不超过1000亿元', false],
    ['2967亿元', '超过1000人', false],
    ['下降29%', '增长超过10%', false],
    ['约2967亿元', '超过1000亿元', false],
  ])('%s is %s, rounded off without a word: %s', (printed, said, isIt) => {
    expect(isRoundedOff(part(printed), part(said))).toBe(isIt)
  })
})

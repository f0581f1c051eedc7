/** Verbs that say the same deed, and those that say another. */
import { describe, expect, it } from 'vitest'
import { deedsIn, sayDeeds, withoutDeeds } from '../../src/quote/claims/deeds.ts'

describe('two clauses', () => {
  it.each([
    ['给30栋楼装上了电梯', '30栋楼加装电梯', true],
    ['路修好了', '新建公路', true],
    ['改了30座厕所', '改造厕所30座', true],
    ['关停了3家煤矿', '关闭煤矿3家', true],
    ['拆掉3座桥', '新建桥梁3座', false],
    ['翻新了3座桥', '新建桥梁3座', false],
    ['开工了3座桥', '建成桥梁3座', false],
    ['桥梁3座', '新建桥梁3座', true],
  ])('%s, %s: the same deed? %s', (said, told, isSame) => {
    expect(sayDeeds(deedsIn(said), deedsIn(told))).toBe(isSame)
  })
})

describe('the verbs of a clause', () => {
  it.each([
    ['高质量改造厕所', ',厕所'],
    ['给楼栋装上了电梯', '给楼栋,电梯'],
    ['种3万棵树', ',3万棵树'],
    ['增加26万亩', ',26万亩'],
    ['由20万亩增加到26万亩', '由20万亩增加到26万亩'],
    ['改革开放', '改革开放'],
    ['收入和产值', '收入和产值'],
  ])('%s: %s', (text, left) => {
    expect(withoutDeeds(text)).toBe(left)
  })
})

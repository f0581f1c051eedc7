import { describe, expect, it } from 'vitest'
import { isComment, withoutTrend } from '../../../src/quote/claims/comment.ts'

describe('a clause', () => {
  it.each([
    ['日子眼看着好起来了', true],
    ['骑车的有福了', true],
    ['这五年挺争气', true],
    ['步伐加快', true],
    ['在全省排第一，真不错', false],
    ['真不错，一半在山区', false],
    ['全都是外资建的，真行', false],
    ['总算建成通车了', false],
    ['居民出行', false],
    ['桥多了三座', false],
  ])('that says how its writer finds the rest: %s: %s', (clause, is) => {
    expect(isComment(clause)).toBe(is)
  })
})

describe('a clause that says how things go', () => {
  it.each([
    ['空气越来越好', false, '空气,'],
    ['这座桥方便多了', false, '这座桥,'],
    ['旅游热度不减', false, '旅游,'],
    ['茶园越来越多', true, '茶园,'],
    ['茶园越来越多', false, null],
    ['茶园不断增加', true, '茶园,'],
    ['茶园越来越少', true, null],
    ['茶园建成，不断改善', false, null],
    ['空气不断改善，居全省第一', false, null],
    ['空气', true, null],
  ])('%s, beside a rise: %s: is left as %j', (clause, isRising, left) => {
    expect(withoutTrend(clause, isRising)).toBe(left)
  })
})

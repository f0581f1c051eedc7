/** Whether a printed unit is the one that a question asks for. */
import { expect, it } from 'vitest'
import { isOfUnit } from '../../src/answer/figures/counted-thing.ts'

it.each([
  ['家', '家', true],
  ['个', '家', true],
  ['万人', '名', true],
  ['万人次', '人', true],
  ['亿斤', '斤', true],
  ['亿千瓦时', '度', true],
  ['公里', '家', false],
  ['兆瓦', '钱', false],
  ['万元', '钱', true],
  [null, '家', false],
  [null, null, true],
  ['公里', '个', true],
])('of %s where %s is asked for: %s', (printed, asked, isSame) => {
  expect(isOfUnit(printed, asked)).toBe(isSame)
})

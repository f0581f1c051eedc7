import { expect, it } from 'vitest'
import { readOperators } from '../../../src/search/query/operators.ts'

it.each<[string, Partial<ReturnType<typeof readOperators>>]>([
  ['旅游 收入', { free: '旅游 收入', phrases: [] }],
  [' 旅游', { free: '旅游' }],
  ['“旅游”“收入”', { free: '', phrases: ['旅游', '收入'] }],
  ['“旅游”和“收入”', { free: '', phrases: ['旅游', '收入'] }],
  ['“旅游”和“收入”增长', { free: '“旅游”和“收入”增长', phrases: [] }],
  ['“旅游”、“收入”指什么', { free: '“旅游”、“收入”指什么', phrases: [] }],
  ['“办就办好”精神”', { phrases: ['办就办好”精神'] }],
  ['“一””', { phrases: ['一”'] }],
  ['“” 旅游', { free: '旅游', phrases: [] }],
  ['旅游 -收入', { free: '旅游', excluded: ['收入'] }],
  ['旅游 -“三高”', { free: '旅游', excluded: ['三高'] }],
  ['增长 -10.4%', { free: '增长 -10.4%', excluded: [] }],
  ['增长 -1234567890123.4%', { free: '增长 -1234567890123.4%', excluded: [] }],
  ['地区:云岭', { free: '', filters: [{ name: 'place', text: '地区:云岭', values: ['云岭'] }] }],
  ['会议:12345678', { free: '会议:12345678', unknown: ['会议:12345678'] }],
  ['会议:123456789', { free: '会议:123456789', unknown: [] }],
  ['https:a', { free: 'https:a', unknown: [] }],
])('reads %s', (typed, read) => {
  expect(readOperators(typed)).toMatchObject(read)
})

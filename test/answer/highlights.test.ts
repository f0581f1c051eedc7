import { expect, it } from 'vitest'
import { markWords, mergeRanges } from '../../src/answer/highlights.ts'
import type { Range } from '../../src/text/runs.ts'

it.each<[string, string, readonly string[]]>([
  ['a word', '[发展]旅游', ['发展']],
  ['a word that ends with one of grammar', '[发展的]旅游', ['发展']],
  ['a word behind one of grammar', '全县[在发展]旅游', ['发展']],
  ['a word between two', '全县[在发展的]旅游', ['发展']],
  ['a word of grammar alone', '发展[的]旅游', []],
  ['a word of grammar in the midst', '[旅游的收入]', ['旅游的收入']],
  ['a word of grammar in the midst and another at the edge', '[在旅游的收入]', ['旅游的收入']],
  ['a character that is part of a word', '[去年]旅游', ['去年']],
  ['eight characters with grammar at the edge', '[在全县发展旅游业]', ['全县发展旅游业']],
  ['nine', '[在全县发展旅游产业]', ['在全县发展旅游产业']],
])('marks of %s what is looked for', (_what, marked, expected) => {
  const text = marked.replace(/[[\]]/gu, '')
  const range: Range = [marked.indexOf('['), marked.indexOf(']') - 1]
  expect(markWords(text, [range]).map((part) => text.slice(...part))).toEqual(expected)
})

it.each<[readonly Range[], readonly Range[]]>([
  [
    [
      [5, 7],
      [1, 2],
    ],
    [
      [1, 2],
      [5, 7],
    ],
  ],
  [
    [
      [1, 3],
      [3, 5],
    ],
    [[1, 5]],
  ],
  [
    [
      [1, 9],
      [1, 3],
      [4, 4],
      [12, 12],
    ],
    [[1, 9]],
  ],
])('merges %j', (ranges, merged) => {
  expect(mergeRanges(ranges)).toEqual(merged)
})

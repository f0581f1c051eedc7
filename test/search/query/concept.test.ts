import { expect, it } from 'vitest'
import { type Concept, conceptsAround, findConcepts } from '../../../src/search/query/concept.ts'
import { fold } from '../../../src/text/normalizer.ts'
import { parseSynonyms } from '../../../src/text/synonyms.ts'

const { synonyms } = parseSynonyms('财政收入, 一般公共预算收入\n十件实事 => 民生实事\n两大 => 双')
const found = (text: string) =>
  findConcepts(fold(text), synonyms).map(
    ({ start, end, alternatives }) => `${text.slice(start, end)} ${alternatives.join('/')}`,
  )

it.each<[string, readonly string[]]>([
  ['云岭县财政收入', ['财政收入 一般公共预算收入']],
  ['10件事', ['10件 十件']],
  ['十件事', ['十件 10件']],
  ['十二项', ['十二项 12项']],
  ['12项', ['12项 十二项']],
  ['25条', ['25条 二十五条']],
  ['30条', ['30条 三十条']],
  ['3类', ['3类 三类']],
  ['三类', ['三类 3类']],
  ['0件', []],
  ['第三条', []],
  ['100件', []],
  ['三十件', []],
  ['十件实事', ['十件 10件', '十件实事 民生实事']],
  ['办好三项，财政收入', ['三项 3项', '财政收入 一般公共预算收入']],
  [`${'，'.repeat(58)}10件`, []],
  [`${'，'.repeat(57)}10件`, ['10件 十件']],
])('finds in %s what may be printed otherwise', (text, concepts) => {
  expect(found(text)).toEqual(concepts)
})

it('finds the concepts that a run lies in', () => {
  const concepts = [
    [0, 2],
    [1, 4],
    [3, 6],
    [8, 10],
  ].map(([start, end]) => ({ start, end }) as Concept)
  const around = (start: number, end: number) => conceptsAround(concepts, start, end)
  expect(around(0, 2)).toEqual([0])
  expect(around(1, 2)).toEqual([0, 1])
  expect(around(1, 3)).toEqual([1])
  expect(around(3, 4)).toEqual([1, 2])
  expect(around(3, 6)).toEqual([2])
  expect(around(6, 8)).toEqual([])
  expect(around(8, 9)).toEqual([3])
  expect(around(9, 11)).toEqual([])
  expect(conceptsAround([], 0, 1)).toEqual([])
})

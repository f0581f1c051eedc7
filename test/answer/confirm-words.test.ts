/** Whether words may be shown as a passage's own. */
import { beforeAll, expect, it } from 'vitest'
import { confirmWords } from '../../src/answer/confirm-words.ts'
import type { Passage } from '../../src/corpus/report.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const REPORT = report('yunling-2024', { place: '云岭县', year: 2024 }, [
  '全年接待游客93万人次，实现旅游收入56.4亿元，增长12%左右。',
  '完成造林2万亩。治理河道44.5公里。',
])
const [first, second] = REPORT.passages as [Passage, Passage]

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([REPORT])
})

const rangeOf = ({ text }: Passage, words: string) =>
  [text.indexOf(words), text.indexOf(words) + words.length] as const

it.each<[string, Passage, string, boolean]>([
  ['a whole passage', first, first.text, true],
  ['a clause', first, '实现旅游收入56.4亿元', true],
  ['a sentence', second, '治理河道44.5公里。', true],
  ['a clause that cuts its figure', first, '实现旅游收入56', false],
  ['a clause that cuts what limits its figure', first, '增长12%', false],
])('is confirmed or not: %s', async (_, passage, words, isConfirmed) => {
  expect(await confirmWords(searcher, passage, rangeOf(passage, words))).toBe(isConfirmed)
})

it('is not confirmed of a passage that the index has not', async () => {
  const other = { ...first, id: 'yunling-2024_0000000000', text: '建成水库两座。' }
  expect(await confirmWords(searcher, other, [0, other.text.length])).toBe(false)
  const same = { ...first, id: 'yunling-2024_0000000000' }
  expect(await confirmWords(searcher, same, [0, same.text.length])).toBe(false)
})

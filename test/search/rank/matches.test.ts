/** What of a passage is looked for: a phrase alone, as a whole; beside it the words of the query. */
import { beforeAll, expect, it } from 'vitest'
import type { Searcher } from '../../../src/search/searcher.ts'
import { openSmallCorpus } from '../small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

it.each([
  ['“旅游收入”', ['旅游收入']],
  ['“旅游收入” 游客', ['游客', '旅游收入']],
  ['旅游', ['旅游']],
])('%s is %j', async (query, words) => {
  const { hits } = await searcher.search(`地区:云岭县 ${query}`)
  const { passage, matches } = hits.find((hit) => hit.passage.text.includes('3.5亿元')) ?? {}
  const marked = [...new Set((matches ?? []).map((match) => passage?.text.slice(...match.range)))]
  expect(marked).toEqual(expect.arrayContaining(words))
  expect(marked.filter((one) => !words.some((word) => word.includes(one ?? '')))).toEqual([])
  if (words.length === 1) expect(marked).toEqual(words)
  const places = (matches ?? []).map(({ range: [start, end], term }) => [start, end, term])
  const ordered = [...places].sort(([a = 0, b = 0, c = 0], [d = 0, e = 0, f = 0]) => a - d || b - e || c - f)
  expect(places).toEqual(ordered)
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../../src/search/searcher.ts'
import { openSmallCorpus } from '../small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

describe('a word that is typed wrongly', () => {
  it.each([
    ['a place by sound', '云领县旅游收入', '云岭县旅游收入'],
    ['a word by sound', '断投路', '断头路'],
    ['a word beside others', '云岭县货物吞土量', '云岭县货物吞吐量'],
  ])('is put right: %s', async (_, typed, right) => {
    const { match, suggestions } = await searcher.search(typed)
    expect(match).not.toBe('strong')
    expect(suggestions[0]).toEqual({ kind: 'term', label: right, query: right })
  })

  it.each([
    ['what the reports have', '云岭县断头路'],
    ['what sounds like nothing in the reports', '云岭县量子'],
    ['more slips than a slip has', '断投路投段投头投段'],
  ])('is left alone: %s', async (_, typed) => {
    const { suggestions } = await searcher.search(typed)
    expect(suggestions.filter(({ query }) => query.length === typed.length)).toEqual([])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../../src/search/searcher.ts'
import { openSmallCorpus } from '../small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

describe('match', () => {
  it.each([
    ['云岭县接待游客', 'strong'],
    ['“断头路”', 'strong'],
    ['塔城市旅游收入', 'weak'],
    ['云岭县港口货物吞吐量', 'weak'],
    ['云岭县2015年旅游收入', 'weak'],
    ['云岭县旅游机器人', 'weak'],
    ['云岭县港口建设情况', 'weak'],
    ['云岭县游客电话号码', 'weak'],
    ['云岭县旅游收入情况', 'strong'],
    ['量子计算', 'none'],
    ['“量子计算”', 'none'],
    ['？！…', 'none'],
    ['😀😀', 'none'],
    ['', 'none'],
    ['-游客', 'none'],
    ['啊呀'.repeat(50), 'none'],
  ])('calls %s %s', async (query, wanted) => {
    const { match, hits } = await searcher.search(query)
    expect(match).toBe(wanted)
    expect(hits.length > 0).toBe(wanted !== 'none')
  })
})

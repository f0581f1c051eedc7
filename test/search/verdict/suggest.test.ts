import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus()
})

describe('suggestions', () => {
  it('offer the words of a phrase that stands nowhere in a row', async () => {
    const { match, suggestions } = await searcher.search('“旅游断头路”')
    expect(match).toBe('none')
    expect(suggestions).toContainEqual({ kind: 'term', label: '旅游断头路', query: '旅游断头路' })
  })

  it('offer the words that the corpus knows', async () => {
    const { match, suggestions } = await searcher.search('云岭县量子计算机场扩建')
    expect(match).not.toBe('strong')
    expect(suggestions.map(({ query }) => query)).toContainEqual(expect.stringContaining('扩建'))
  })

  it.each([
    ['量子接待游客', ['接待 游客']],
    ['路灯量子通信', ['路灯']],
    ['云岭县路灯量子通信', ['云岭县 路灯']],
    ['情况和量子游客', ['游客']],
    ['量子计算和路灯以及游客', []],
  ])('offer of %s the whole words that one passage has', async (typed, queries) => {
    const { suggestions } = await searcher.search(typed)
    expect(suggestions.map(({ query }) => query)).toEqual(queries)
  })

  it('take no piece out of the name of a place', async () => {
    const { suggestions } = await searcher.search('塔城市量子计算机场扩建')
    expect(suggestions.filter(({ query }) => /城市/u.test(query) && !query.includes('塔城市'))).toEqual([])
  })

  it.each([
    ['云岭县港口货物吞吐量', '云岭县', '港口货物吞吐量'],
    ['塔城市旅游收入', '塔城市', '旅游收入'],
    ['云岭县2030年旅游收入', '2030年', '云岭县 旅游收入'],
  ])('leave out of %s what no report answers', async (typed, label, query) => {
    const { suggestions } = await searcher.search(typed)
    expect(suggestions).toContainEqual({ kind: 'drop-filter', label, query })
  })

  it.each([
    '云岭县2030年目标',
    '养狗要办狗证吗',
    '你是谁',
    '塔城市',
    '“量子旅游”',
    '旅游 地区:火星',
    '云领县',
    '（）[]*+?',
  ])('are few and never the query itself: %s', async (typed) => {
    const { suggestions } = await searcher.search(typed)
    const queries = suggestions.map(({ query }) => query)
    expect(queries.length).toBeLessThanOrEqual(4)
    expect(new Set(queries).size).toBe(queries.length)
    expect(queries).not.toContain(typed)
    expect(queries).not.toContain('')
  })

  it.each([
    [20, true],
    [21, false],
  ])('offer a heading of %i characters near the question: %s', async (length, isOffered) => {
    const heading = `推进机场扩建${'工'.repeat(length - 6)}`
    const small = await openSmallCorpus([
      report('yunling-2023', { place: '云岭县', level: '县' }, [
        ...['## 一、工作回顾', '接待游客120万人次。', '打通断头路5条。'],
        ...[`### （一）${heading}`, '机场扩建全面开工。'],
      ]),
    ])
    const { suggestions } = await small.search('机场扩建量子')
    expect(suggestions.some(({ query }) => query === heading)).toBe(isOffered)
  })

  it('do not come with a strong match', async () => {
    expect((await searcher.search('云岭县接待游客')).suggestions).toEqual([])
  })
})

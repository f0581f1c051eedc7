/** Reports side by side: which have the words, which have not, and which are asked. */
import { beforeAll, describe, expect, it } from 'vitest'
import { compare } from '../../src/answer/compare.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const fieldsOf = (place: string, year: number) => ({ place, year, reviews: year - 1, plans: year })
const REPORTS = [
  report('yunling-2023', fieldsOf('云岭县', 2023), [
    '全县接待游客90万人次，旅游收入2.8亿元。',
    '粮食产量达12万吨。',
  ]),
  report('yunling-2024', fieldsOf('云岭县', 2024), [
    '旅游收入连年增长，旅游收入突破3.5亿元。',
    '旅游收入占生产总值的一成。',
    '建成冷链仓库两座。',
  ]),
  report('haibin-2024', fieldsOf('海滨市', 2024), ['全市旅游总收入260亿元。', '粮食产量达30万吨。']),
  report('baihe-2024', fieldsOf('白河区', 2024), ['新建口袋公园六个。', '粮食安全底线守得牢。']),
]

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus(REPORTS)
})

const idsOf = async (words: string) => {
  const { hits, without, isSaid, match } = await compare(searcher, words)
  return {
    isSaid,
    match,
    hits: hits.map(({ report: { id } }) => id),
    without: without.map(({ id }) => id),
  }
}

describe('compare', () => {
  it('shows the best passage of each report that has the words, and names the reports that have not', async () => {
    expect(await idsOf('旅游收入')).toEqual({
      isSaid: true,
      match: 'strong',
      hits: ['yunling-2023', 'yunling-2024'],
      without: ['baihe-2024', 'haibin-2024'],
    })
  })

  it('shows no other place than several that are named, where these come near the words', async () => {
    expect((await idsOf('云岭县 海滨市 冷链收入')).hits).toEqual([
      'haibin-2024',
      'yunling-2023',
      'yunling-2024',
    ])
    expect((await idsOf('海滨市 白河区 冷链')).hits).toEqual(['yunling-2024'])
  })

  it.each([
    ['报告:yunling-2024 旅游收入', ['yunling-2024'], []],
    ['年份:2024 旅游收入', ['yunling-2024'], ['baihe-2024', 'haibin-2024']],
    ['地区:云岭 粮食产量', ['yunling-2023'], ['yunling-2024']],
    ['云岭县 粮食产量', ['yunling-2023'], ['yunling-2024']],
    ['“旅游收入” -突破', ['yunling-2023', 'yunling-2024'], ['baihe-2024', 'haibin-2024']],
  ])('asks of %s only the reports that are meant', async (words, hits, without) => {
    expect(await idsOf(words)).toMatchObject({ isSaid: true, hits, without })
  })

  it('is never sure of words that no report has, and names no report without them', async () => {
    const found = await idsOf('旅游收入冷链')
    expect(found.isSaid).toBe(false)
    expect(found.match).not.toBe('strong')
    expect(found.without).toEqual([])
    expect(new Set(found.hits).size).toBe(found.hits.length)
  })

  it('shows of each report the first passage that has some of the words, where none has all', async () => {
    const near = await openSmallCorpus([
      report('yunling-2024', fieldsOf('云岭县', 2024), [
        '旅游收入突破3.5亿元。',
        '发展旅游。',
        '旅游收入和旅游人次增长。',
      ]),
      report('haibin-2024', fieldsOf('海滨市', 2024), ['发展旅游。', '建成港口。']),
      report('baihe-2024', fieldsOf('白河区', 2024), ['建成港口。']),
    ])
    const shown = async (words: string) =>
      (await compare(near, words)).hits.map(
        ({ report: { place }, passage, matches }) =>
          `${place} ${passage.text}${matches.length > 1 ? '' : ' 1'}`,
      )
    expect(await shown('旅游收入量子')).toEqual(['海滨市 发展旅游。 1', '云岭县 旅游收入和旅游人次增长。'])
    expect(await shown('旅游量子')).toEqual(['海滨市 发展旅游。 1', '云岭县 发展旅游。 1'])
  })

  it('shows nothing for words that are nowhere', async () => {
    expect(await idsOf('航天飞机')).toEqual({ isSaid: false, match: 'none', hits: [], without: [] })
  })
})

/** Which of the passages found are shown, how many are looked at, and how many each report has. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../../src/search/searcher.ts'
import { isBarePlace } from '../../../src/search/verdict/find-ranked.ts'
import { openSmallCorpus, report } from '../small-corpus.ts'

describe('what is shown', () => {
  const others = ['建设港口。', '扩建机场。', '新建学校。', '改造医院。', '修建公园。']
  const question = '港口 机场 学校 医院 公园 路灯'
  const shownOf = async (best: string): Promise<number> => {
    const searcher = await openSmallCorpus([report('a-2023', { place: '云岭县' }, [best, ...others])])
    return (await searcher.search(question, { limit: 20 })).total
  }

  it('is one alone where it has the whole question and the others little of it', async () => {
    expect(await shownOf('港口、机场、学校、医院、公园、路灯。')).toBe(1)
  })

  it('is three where none has the whole of it', async () => {
    expect(await shownOf('港口、机场、学校、医院、公园。')).toBe(3)
  })

  it('is all that have a share of what the best one has', async () => {
    expect(await shownOf('港口、机场。')).toBe(6)
  })
})

describe('how many', () => {
  const times = (count: number, text: string): string[] => new Array<string>(count).fill(text)
  let searcher: Searcher
  beforeAll(async () => {
    const common = '建设港口，扩建机场。'
    searcher = await openSmallCorpus([
      report('c-2023', { place: '丙县' }, times(1, common)),
      report('a-2023', { place: '甲县' }, times(1, common)),
      report('b-2023', { place: '乙县' }, times(60, common)),
      report('d-2023', { place: '丁县' }, [...times(3, '修路。'), '架桥。']),
    ])
  })
  const countsOf = async (question: string): Promise<(string | number)[][]> =>
    (await searcher.search(question)).reports.map(({ report: { id }, count }) => [id, count])

  it.each([
    ['“建设港口”', 60],
    ['丁县“修路”', 3],
    ['修路 架桥', 4],
  ])('are found in each report, the most first: %s', async (question, most) => {
    const counts = await countsOf(question)
    expect(counts[0]?.[1]).toBe(most)
    if (most === 60)
      expect(counts).toEqual([
        ['b-2023', 60],
        ['a-2023', 1],
        ['c-2023', 1],
      ])
  })

  it('are looked at again: fifty of a question, ten of a pasted paragraph, and of what must match exactly as many as are asked for', async () => {
    const lookedAt = async (question: string): Promise<number> =>
      (await searcher.explain(question)).ranked.length
    expect(await lookedAt('港口')).toBe(50)
    const paste =
      '建设港口，扩建机场，持续推进交通基础设施互联互通，着力打造区域性综合枢纽，加快完善集疏运体系，全面提升服务能力。'
    expect(await lookedAt(paste)).toBe(10)
    const { hits, total } = await searcher.search('“港口”', { limit: 70 })
    expect([hits.length, total]).toEqual([62, 62])
    expect(hits.filter(({ score }) => score > 0)).toHaveLength(50)
  })

  it('are of a place alone all of its report, or of its years', async () => {
    expect(await countsOf('丁县')).toEqual([['d-2023', 4]])
    expect(await countsOf('丁县2023年')).toEqual([['d-2023', 4]])
    expect((await searcher.search('丁县2023年')).match).toBe('strong')
    const { match, total } = await searcher.search('丁县2019年')
    expect([match, total]).toEqual(['weak', 4])
    expect(await searcher.search('丁县 -修路 -架桥')).toMatchObject({ match: 'none', total: 0, hits: [] })
  })

  it('are none of a question without words, unless a filter says of what', async () => {
    expect(await searcher.search('。')).toMatchObject({ match: 'none', total: 0 })
    expect((await searcher.search('报告:d-2023')).total).toBe(4)
  })
})

describe('isBarePlace', async () => {
  const searcher = await openSmallCorpus()

  it.each([
    ['云岭县', true],
    ['云岭', true],
    ['云岭县政府工作报告', true],
    ['云岭县2022年', true],
    ['云岭县旅游', false],
    ['旅游', false],
    ['2022年', false],
    ['云岭县长是谁', false],
    ['塔城市', false],
    ['云岭县塔城市', false],
    ['地区:云岭 海滨市', false],
    ['云岭县第二部分', false],
  ])('of %s: %s', async (text, isBare) => {
    expect(isBarePlace(await searcher.read(text))).toBe(isBare)
  })
})

/** Who says a phrase: the reports that are asked about, and what stands in its place where it is not said. */
import { beforeAll, describe, expect, it } from 'vitest'
import { findMentions } from '../../src/counts/mentions.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

let searcher: Searcher
beforeAll(async () => {
  const made = [
    ['yunling', '云岭县', 2022, '养老金按时发放。'],
    ['yunling', '云岭县', 2023, '发展低空经济，低空经济起步。'],
    ['haibin', '海滨市', 2023, '港口货物增长，海滨市城市更新。'],
    ['donghe', '东河县', 2023, '低空经济起步。'],
  ] as const
  searcher = await openSmallCorpus(
    made.map(([id, place, year, text]) =>
      report(`${id}-${year}`, { place, year, level: place.slice(-1) }, [text]),
    ),
  )
})

async function mentionsOf(text: string) {
  return await findMentions(searcher, (await searcher.search(text, { limit: 1 })).query)
}

describe('findMentions', () => {
  it.each([
    ['哪些县提到了低空经济', 3, ['yunling-2023', 'donghe-2023'], ['yunling-2022']],
    ['哪些地方没有提到低空经济', 3, ['donghe-2023', 'yunling-2023'], ['yunling-2022', 'haibin-2023']],
    ['2023年哪些地方提到低空经济', 3, ['donghe-2023', 'yunling-2023'], ['haibin-2023']],
    ['云岭县哪些报告提到低空经济', 2, ['yunling-2023'], ['yunling-2022']],
  ])('%s', async (text, total, saying, without) => {
    const found = await mentionsOf(text)
    expect(found?.count.total).toBe(total)
    expect(found?.count.reports.map(({ report: { id } }) => id).sort()).toEqual([...saying].sort())
    expect(found?.count.without.map(({ id }) => id).sort()).toEqual([...without].sort())
  })

  it('takes a place that nothing else is asked about for the phrase', async () => {
    expect((await mentionsOf('哪些报告提到了海滨市'))?.count).toMatchObject({ phrase: '海滨市', total: 1 })
  })

  it('leaves a long phrase that nobody says to the passages, and tells of a short one that nobody does', async () => {
    expect(await mentionsOf('哪些地方提到了星际旅行与时间折叠的总体规划')).toBeNull()
    expect(await mentionsOf('星际旅行怎么办 报告里写到了没')).toBeNull()
    expect((await mentionsOf('哪些地方提到了星际旅行'))?.count.total).toBe(0)
    expect((await mentionsOf('哪些地方提到了“星际旅行与时间折叠的总体规划”'))?.count.total).toBe(0)
  })

  it('is none for a question about something else', async () => {
    expect(await mentionsOf('低空经济发展得怎么样')).toBeNull()
  })
})

describe('what is counted', () => {
  it('is narrowed by the filters that were typed, the places and years named otherwise', async () => {
    const totals = async (text: string): Promise<number | undefined> => {
      const found = await mentionsOf(text)
      return found === null ? undefined : found.count.reports.length + found.count.without.length
    }
    expect(await totals('地区:云岭县 哪些报告提到低空经济')).toBe(2)
    expect(await totals('年份:2022 哪些报告提到低空经济')).toBe(1)
    expect(await totals('哪些报告提到低空经济')).toBe(4)
  })

  it('is no place of which there is no report of that year', async () => {
    expect(await mentionsOf('云岭县2019年的报告有吗')).toBeNull()
  })

  it.each([
    ['星际旅行与时间折叠的总体规', 13, false],
    ['星际旅行与时间折叠的总体', 12, true],
  ])('is a term that nobody says, of twelve characters at the most: %s', async (phrase, length, isTerm) => {
    expect(phrase).toHaveLength(length)
    expect((await mentionsOf(`哪些地方提到了${phrase}`)) !== null).toBe(isTerm)
  })

  it('has beside it what the silent reports say in its stead, unless it was quoted', async () => {
    const made = { ...searcher, wordings: () => ['港口货物', '养老金', '低空经济起步'] }
    const find = async (text: string) =>
      await findMentions(made, (await searcher.search(text, { limit: 1 })).query)
    const others = (await find('哪些地方提到低空经济'))?.others
    expect(others).toMatchObject({ phrase: '港口货物', alternatives: ['养老金'], total: 2 })
    expect(others?.without).toEqual([])
    expect((await find('哪些地方提到“低空经济”'))?.others).toBeNull()
    const silent = { ...searcher, wordings: () => ['低空经济起步'] }
    const query = (await searcher.search('哪些地方提到低空经济', { limit: 1 })).query
    expect((await findMentions(silent, query))?.others).toBeNull()
  })
})

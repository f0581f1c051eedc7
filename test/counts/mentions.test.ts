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

/** What is shown of a place, and of others, where its reports are silent on what is asked. */
import { beforeAll, describe, expect, it } from 'vitest'
import { findElsewhere, type Missed } from '../../src/answer/figures/elsewhere.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'

const said = (place: string, year: number, done: string, planned = '办好实事。') =>
  report(
    `${{ 甲县: 'jia', 乙县: 'yi', 丙县: 'bing', 丁县: 'ding', 戊县: 'wu' }[place]}-${year}`,
    { place, year, reviews: year - 1, plans: year },
    [`## ${year - 1}年工作回顾`, done, `## ${year}年工作安排`, planned],
  )

let searcher: Searcher
beforeAll(async () => {
  searcher = await openSmallCorpus([
    said('甲县', 2020, '粮食产量19万吨。'),
    said('甲县', 2024, '粮食播种面积10万亩。接待游客9万人次。', '粮食产量达到24万吨。'),
    said('乙县', 2022, '粮食产量21万吨。粮食播种面积20万亩。'),
    said('乙县', 2024, '粮食产量23万吨。'),
    said('丙县', 2023, '粮食产量32万吨。'),
    said('丁县', 2021, '粮食产量40万吨。'),
    said('戊县', 2012, '粮食产量51万吨。'),
    said('戊县', 2013, '办好实事。', '粮食产量达到53万吨。'),
  ])
})

async function elsewhere(missed: Partial<Missed>): Promise<string[]> {
  const asked = {
    indicator: '粮食产量',
    place: '甲县',
    year: 2023,
    kind: null,
  } as const
  return (await findElsewhere(searcher, { ...asked, ...missed })).map(
    ({ report: { place }, figure }) => `${place[0]}${figure.value}`,
  )
}

describe('what is shown', () => {
  it('is first what the place itself states of the same, then what it states of its kind, then what two others state', async () => {
    expect(await elsewhere({})).toEqual(['甲24', '甲10', '乙23', '丙32'])
  })

  it.each<[Partial<Missed>, string]>([
    // A nearer year of the other kind, where none was asked for; else the kind, unless it is years away.
    [{ year: 2022 }, '甲24'],
    [{ year: 2022, kind: 'actual' }, '甲19'],
    [{ year: 2023, kind: 'actual' }, '甲24'],
    [{ year: 2020 }, '甲19'],
    [{ year: 2024, kind: 'target' }, '甲24'],
    [{ year: 2013, place: '戊县' }, '戊53'],
    [{ year: 2013, place: '戊县', kind: 'actual' }, '戊51'],
    // Of two years as near the later one.
    [{ year: 2022, place: '乙县' }, '乙23'],
    [{ year: 2021, place: '乙县' }, '乙21'],
  ])('is the nearest: %j', async (missed, first) => {
    expect((await elsewhere(missed))[0]).toBe(first)
  })

  it('is nothing of what no list has', async () => {
    expect(await elsewhere({ indicator: '赛马场次' })).toEqual([])
  })
})

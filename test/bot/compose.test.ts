/** The whole question of a message behind an answer, and which messages may be behind one. */
import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import { changeQuestion } from '../../src/bot/talk/change-question.ts'
import { composeQuestion } from '../../src/bot/talk/compose.ts'
import { readFollowUp } from '../../src/bot/talk/read-follow-up.ts'
import { readSlots } from '../../src/bot/talk/slots.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

async function behind(asked: string, words: string): Promise<string | null> {
  const { hits } = await answer(searcher, asked)
  const shown = { asked, question: asked, found: hits[0] ?? null }
  return (await composeQuestion(searcher, shown, words))?.question ?? null
}

describe('a message behind an answer', () => {
  it.each([
    ['新源县低保', '标准', '新源县 低保 标准'],
    ['新疆电力', '外送', '新疆 电力 外送'],
    ['新源县白酒', '产值', '新源县 白酒 产值'],
    // Another topic, at the same place and of the same year.
    ['伊宁市公交', '停车场', '伊宁市 停车场'],
    ['新疆2023年公路', '机场', '新疆 2023年 机场'],
    ['昭苏2024年旅游收入多少', '那里的路修得怎么样', '昭苏 2024年 路修得'],
    ['昭苏县招商引资', '到位资金', '昭苏县到位资金'],
    // What is intended is of the year after one that is over.
    ['昭苏2024年旅游收入多少', '打算做到多少', '昭苏 2025年 旅游收入 目标'],
  ])('goes on with what was asked: %s, %s', async (asked, words, question) => {
    expect(await behind(asked, words)).toBe(question)
  })

  it('is looked for as it is where the report that was shown says all of it in one sentence', async () => {
    expect(await behind('伊宁市旅游', '六星街和喀赞其休闲街区')).toBeNull()
  })

  it.each([
    ['伊宁市旅游', '也有六星街和喀赞其休闲街区'],
    ['伊宁市旅游', '新源县六星街和喀赞其休闲街区'],
  ])(
    'is asked with what was asked where it points there, or at another place: %s, %s',
    async (asked, words) => {
      expect(await behind(asked, words)).toContain('六星街')
    },
  )

  it.each([
    ['新源县的GDP目标和伊宁的哪个高', '昭苏的马产业搞得怎么样'],
    ['各县旅游收入对比', '昭苏的马产业搞得怎么样'],
    ['哪个县旅游收入高', '昭苏的马产业搞得怎么样'],
    ['哪些报告提到了冰雪旅游', '昭苏的马产业怎么发展'],
  ])('asks by itself, with a topic at one place, behind several or none: %s, %s', async (asked, words) => {
    expect((await behind(asked, words))?.replace(' ', '') ?? words).toBe(words)
  })

  it.each([
    ['真的，粮食产量', '粮食产量'],
    ['粮食产量，棉花产量', '粮食产量，棉花产量'],
  ])('has no clause of fillers among its words: %s', async (text, words) => {
    expect((await readSlots(searcher, text)).words).toBe(words)
  })

  it.each([
    ['旅游收入奔着多少去的', 'target'],
    ['旅游收入完成多少', 'actual'],
    // Whether a target was met is asked of both.
    ['旅游收入目标完成了吗', null],
    ['旅游收入', null],
  ])('asks for a kind of figure, or leaves it open: %s', async (text, kind) => {
    expect((await readSlots(searcher, text)).kind).toBe(kind)
  })

  it('names the place that it names, though that has no report', async () => {
    expect(await changeQuestion(searcher, '昭苏县长是谁', '特克斯的呢')).toContain('特克斯')
  })

  it.each([
    ['昭苏2024年旅游收入', '昭苏2023年旅游收入'],
    ['昭苏旅游收入', '去年 昭苏旅游收入'],
  ])('reckons 去年 from the year that %s has', async (asked, question) => {
    expect(await changeQuestion(searcher, asked, '去年呢')).toBe(question)
  })

  it.each([
    ['天马节是哪份报告的', 'cite'],
    ['天马之乡是哪份报告的', undefined],
  ])('asks by itself where it has a topic of its own: %s', (text, kind) => {
    expect(readFollowUp(text)?.kind).toBe(kind)
  })

  it.each([
    [40, 'more'],
    [41, undefined],
  ])('of %i characters asks for %s', (length, kind) => {
    expect(readFollowUp('再来一点'.repeat(11).slice(0, length))?.kind).toBe(kind)
  })

  it.each([
    ['网上的数是30亿', '30亿'],
    ['明明写的30%', '30%'],
    ['别人说30和40', null],
  ])('states the one number that it has: %s', (text, amount) => {
    expect(readFollowUp(text)).toEqual(amount === null ? null : { kind: 'claim', amount, place: '' })
  })
})

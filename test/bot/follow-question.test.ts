import { beforeAll, describe, expect, it } from 'vitest'
import { askHowMuch, askMentions, stateFigure } from '../../src/bot/talk/follow-question.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

describe('the next question', () => {
  it.each([
    ['昭苏2024年旅游收入多少', '30.38', '昭苏2024年旅游收入是30.38亿元'],
    ['昭苏2024年旅游收入多少', '增长20%', '昭苏2024年旅游收入增长20%'],
    ['昭苏县2024年GDP增速', '7', '昭苏县2024年GDP增长7%'],
    ['昭苏2024年接待游客多少', '860万', '昭苏2024年接待游客是860万人次'],
    ['天上有几颗星', '7', null],
  ])('states the number for the figure: %s, %s', async (question, amount, stated) => {
    expect(await stateFigure(searcher, question, amount)).toBe(stated)
  })

  it.each([
    ['石榴籽', '最多的是', '“石榴籽”哪份报告提得最多'],
    ['石榴籽', '多少次', '“石榴籽”报告提到多少次'],
    // Twelve characters are a phrase that reports may repeat, thirteen are none.
    ['铸牢中华民族共同体意识线', '一共几次', '“铸牢中华民族共同体意识”报告提到一共几次'],
    ['铸牢中华民族共同体意识线要', '一共几次', null],
    ['石榴籽 旅游', '几次', null],
  ])('asks who says it: %s, %s', async (question, words, asked) => {
    expect(await askMentions(searcher, question, words)).toBe(asked)
  })

  it.each([
    ['城镇新增就业', '城镇新增就业是多少'],
    ['旅游收入多少', '旅游收入多少'],
    ['GDP增速', 'GDP增速'],
  ])('asks how much, once: %s', (question, asked) => {
    expect(askHowMuch(question)).toBe(asked)
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { readAlternatives, settleAlternatives } from '../../src/bot/talk/alternatives.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { labels, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

describe('a question that offers two answers', () => {
  it.each([
    ['昭苏县2024年GDP增长5%还是6%？', '昭苏县2024年GDP增长多少？'],
    ['伊宁市旅游收入是50亿元还是60亿元', '伊宁市旅游收入是多少'],
    ['旅游收入是增加还是减少了', '旅游收入增长多少'],
    ['昭温公路是修好了还是还在修', '昭温公路进展怎么样'],
    ['医院这是做到的还是计划', '医院进展怎么样'],
    ['粮食产量到底是下降还是上升？', '粮食产量增长多少？'],
    ['旅游收入伊宁高还是昭苏高？', '旅游收入伊宁和昭苏谁高'],
    ['伊宁还是昭苏旅游收入高', '伊宁和昭苏旅游收入谁高'],
    ['农村居民收入增长快还是城镇居民收入增长快', '农村居民收入增长和城镇居民收入增长谁快'],
  ])('is one for the figure that tells: %s', (text, question) => {
    expect(settleAlternatives(text)).toBe(question)
  })

  it.each([
    '还是昭苏好',
    '旅游收入',
    '这还是那个报告吗',
    '天气还是有点冷',
    '昭苏县是旅游强县还是油菜之乡',
    '昭苏县是农业强县还是现代化边境强县',
  ])('is none in %s', async (text) => {
    expect(settleAlternatives(text)).toBe(text)
    expect(await readAlternatives(searcher, text)).toBeNull()
  })

  it.each([
    ['“旅游强县”还是“农业强县”', ['“旅游强县”', '“农业强县”']],
    ['昭苏县说的是“天马之乡”，还是说“油菜之乡”？', ['昭苏县 “天马之乡”', '昭苏县 “油菜之乡”']],
    ['昭苏县是旅游强县还是农业强县？', ['昭苏县 “旅游强县”', '昭苏县 “农业强县”']],
    ['昭苏县是文化强县还是边境旅游强县', ['昭苏县 “文化强县”', '昭苏县 “边境旅游强县”']],
    ['昭苏县是天马之乡还是天马故里', ['昭苏县 “天马之乡”', '昭苏县 “天马故里”']],
    ['昭苏县是旅游强县还是农业大县', ['昭苏县 “旅游强县”', '昭苏县 “农业大县”']],
  ])('asks for the words of each side: %s', async (text, sides) => {
    expect(await readAlternatives(searcher, text)).toEqual(sides)
  })

  it('is told of both sides', async () => {
    const shown = await new TestChat(searcher).say('新源县是“旅游兴县”还是“旅游立县”？')
    expect(shown.text).toContain('1 新源县 “旅游兴县”')
    expect(shown.text).toContain('旅游兴县战略')
    expect(shown.text).toMatch(/2 新源县 “旅游立县”\n报告里没有/u)
    expect(labels(shown)).toEqual(['1', '2'])
  })

  it('is told that neither stands there', async () => {
    const { text } = await new TestChat(searcher).say('“五个年”还是“六个年”')
    expect(text.match(/报告里没有/gu)).toHaveLength(2)
  })

  it('is answered by the places in order', async () => {
    const { text } = await new TestChat(searcher).say('旅游收入伊宁高还是昭苏高')
    expect(text.indexOf('56.4')).toBeGreaterThan(0)
    expect(text.indexOf('56.4')).toBeLessThan(text.indexOf('30.38'))
  })
})

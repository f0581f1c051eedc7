import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { spans, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const chatWith = (): TestChat => new TestChat(searcher)

describe('a request around a topic', () => {
  it.each([
    ['我想做个关于数字经济的研究，这几份报告里怎么说的', '数字经济'],
    ['给领导写讲话稿，要用一句关于民族团结的', '民族团结'],
    ['我在写一篇稿子，想引用民族团结的话', '民族团结'],
    ['找几句关于乡村振兴的原话', '乡村振兴'],
    ['来一段生态保护的素材', '生态保护'],
    ['有没有关于冰雪旅游的金句', '冰雪旅游'],
    ['麻烦给几条营商环境的资料', '营商环境'],
    ['领导要写发言稿，找一句有关招商引资的话', '招商引资'],
  ])('is answered with a sentence of the topic: %s', async (request, topic) => {
    const reply = await chatWith().say(request)
    expect(reply.text).not.toMatch(/没有直接对应|没有报告提到|没有找到/)
    expect(spans(reply, 'blockquote')[0]).toMatch(topic)
  })

  it('misses no word of the request itself', async () => {
    const { text } = await chatWith().say('预期目标那一段给我全文')
    expect(text).not.toContain('没有报告提到')
    expect(text).toMatch(/主要预期目标|预期目标是/)
  })
})

describe('words said to be a quote', () => {
  it.each([
    '这句话是谁说的：冰天雪地也是金山银山',
    '请问这话出自哪里：冰天雪地也是金山银山',
    '哪份报告里说的：冰天雪地也是金山银山',
    '下面的说法对不对：冰天雪地也是金山银山',
    '帮我查一下这句是不是原话，冰天雪地也是金山银山',
  ])('are found, with their source: %s', async (text) => {
    const reply = await chatWith().say(text)
    expect(reply.text).toContain('✓')
    expect(reply.text).toMatch(/昭苏县2025年政府工作报告.*第29段/)
  })

  it.each(['帮我核对：伊宁市2022年旅游收入56.4亿', '这个数字对吗：伊宁市2022年旅游收入56.4亿'])(
    'may leave out the unit behind 亿: %s',
    async (text) => {
      expect((await chatWith().say(text)).text).toContain('✓')
    },
  )

  it('are judged a sentence at a time, also where one holds a slogan in quotation marks', async () => {
    const { text } = await chatWith().say(
      '昭苏县2024年固定资产投资增长12%。\n一般公共预算收入增长16.68%。\n要坚持“绿水青山就是金山银山”的理念。',
    )
    expect(text).toMatch(/3 句：\d 一致，1 不符/)
    expect(text).toMatch(/✗ 昭苏县2024年固定资产投资增长12%/)
  })
})

describe('a question that sets side by side', () => {
  it.each([
    ['新源和乌恰的就业政策有啥不同', /新源县 2023 ›[\s\S]*乌恰县 2023 ›|乌恰县 2023 ›[\s\S]*新源县 2023 ›/],
    ['昭苏和新源的旅游比一下', /新源县 2023 ›[\s\S]*昭苏县 2025 ›/],
    ['昭苏县跟伊宁市的招商引资有什么区别', /伊宁市 {2}2022 {2}181\.1亿元[\s\S]*28亿元/],
    ['各县数字经济对比', /1 份报告谈到[\s\S]*没有提到：乌恰县 2023、新源县 2023、伊宁市 2023、昭苏县 2025/],
    ['乡村振兴2023年跟2025年有什么变化', /伊宁市 2023 ›[\s\S]*昭苏县 2025 ›/],
    ['各地营商环境横向比较一下', /\d 份报告谈到/],
  ])('is answered side by side: %s', async (question, told) => {
    const { text } = await chatWith().say(question)
    expect(text).toMatch(told)
    expect(text).not.toMatch(/没有报告提到|只说了数值/)
    expect(text.length).toBeLessThan(1_100)
  })

  it.each([
    ['各县2022年社会消费品零售总额对比', '只是其中一部分：新源县2022年限上社会消费品零售总额'],
    ['新源县2022年社会消费品零售总额', '5.04亿元（+9.6%） · 2022年 · 实绩 · 限上社会消费品零售总额'],
  ])('is told where a figure is of a part alone: %s', async (question, told) => {
    expect((await chatWith().say(question)).text).toContain(told)
  })

  it('says a figure once that is named twice', async () => {
    const { text } = await chatWith().say('新源县 招商引资 到位资金 2022 实际 多少')
    expect(text.match(/90\.69亿元（\+25\.96%） · 2022年/gu)).toHaveLength(1)
  })

  it.each(['伊宁市比较好的项目', '新源县不同民族的团结', '昭苏县2024年的变化'])(
    'is not one that compares nothing: %s',
    async (question) => {
      expect((await chatWith().say(question)).text).not.toContain('份报告谈到')
    },
  )
})

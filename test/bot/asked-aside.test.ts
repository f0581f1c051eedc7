import { beforeAll, describe, expect, it } from 'vitest'
import { bareQuestion } from '../../src/bot/talk/bare-question.ts'
import { readMentionQuestion } from '../../src/counts/mention-question.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { BOT, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const STATED = '2024年昭苏县接待游客860.16万人次，增长16.64%'

describe('what frames a text that is to be checked', () => {
  it.each([
    `我写的是：${STATED}。帮看下有没有错`,
    `我稿子里这样写的：${STATED}，对不对？`,
    `${STATED}，这几个数都对吗`,
    `${STATED}，麻烦帮我核对一下`,
    `${STATED}；以上数据是否准确？`,
  ])('is left out: %s', (text) => {
    expect(bareQuestion(text).replace(/。$/u, '')).toBe(STATED)
  })

  it.each(['谢了。换个事，乌恰县绿化覆盖率', '再问个别的 乌恰县绿化覆盖率'])(
    'another question begins with: %s',
    (text) => {
      expect(bareQuestion(text)).toBe('乌恰县绿化覆盖率')
    },
  )

  it('a number in words within a name states nothing', async () => {
    const { text } = await new TestChat(searcher).say('自治区十件民生实事')
    expect(text).not.toContain('✓')
    expect(text).toMatch(/一是|十件民生实事/u)
  })

  it.each(['解决突出问题12个，有问题就改', '2024年对口援疆', '昭苏县2024年检查'])('is none in %s', (text) => {
    expect(bareQuestion(text)).toBe(text)
  })

  it('leaves the verdict on the text alone', async () => {
    const { text } = await new TestChat(searcher).say(`我写的是：${STATED}。帮看下有没有错`)
    expect(text).toContain('与报告不符')
    expect(text).not.toContain('? 帮看')
  })
})

describe('asked aside', () => {
  it.each([
    ['报告原话是不是“冰雪热”', 'whether', '冰雪热'],
    ['营商环境在五份报告里分别出现几次', 'count', '营商环境'],
    ['乡村振兴 哪几份报告有', 'which', '乡村振兴'],
    ['河长制哪几份报告提了 各几次', 'count', '河长制'],
    ['三区三线最早是哪份报告提的', 'first', '三区三线'],
    ['把每一分钱都用在刀刃上 哪个县写的', 'which', '把每一分钱都用在刀刃上'],
  ])('words are counted: %s', (text, ask, phrase) => {
    expect(readMentionQuestion(text)).toMatchObject({ ask, phrase })
  })

  it('a particle is no word to count', () => {
    expect(readMentionQuestion('哪份提得最多')).toBeNull()
  })

  it('who wrote the report is not who says a phrase', () => {
    expect(readMentionQuestion('昭苏县政府工作报告谁写的', ['昭苏县'])).toBeNull()
  })

  it('the sentence with such a number is shown, though its words are other ones', async () => {
    const { text } = await new TestChat(searcher).say('昭苏机场一年多少人坐')
    expect(text).toContain('没有直接对应的段落，最接近的是')
    expect(text).toContain('6.79万人次')
    const other = await new TestChat(searcher).say('新疆2024年养老金涨多少')
    expect(other.text).toContain('没有找到说这个数的')
    const elsewhere = await new TestChat(searcher).say('喀什市2023年GDP多少')
    expect(elsewhere.text).toContain('没有找到说这个数的')
  })

  it('two that nobody named are not compared', async () => {
    expect((await new TestChat(searcher).say('两个有什么不一样')).text).toContain('比什么？')
  })

  it('a number that the report has in other words is shown to compare', async () => {
    const { text } = await new TestChat(searcher).say('/verify 昭苏县2024年机场坐飞机的人有6.79万人次')
    expect(text).toContain('报告里有这些数字，但说法不同')
    expect(text).toContain('旅客吞吐量达6.79万人次')
  })

  it('of a name for two figures says which is which', async () => {
    const { text } = await new TestChat(searcher).say('新疆2023年城乡居民收入分别增长8.4%、5.6%')
    expect(text).toContain('2023年城镇居民人均可支配收入增长5.6%')
    expect(text).toContain('2023年农村居民人均可支配收入增长8.4%')
  })

  it('the citation keeps the question for whoever replies to it', async () => {
    const chat = new TestChat(searcher)
    const reply = async (words: string, to: Awaited<ReturnType<TestChat['say']>>) =>
      await chat.say(words, { reply_to_message: { ...to, from: BOT } })
    const cited = await reply('出处', await chat.say('伊宁市2022年旅游收入'))
    expect((await reply('昭苏县呢', cited)).text).toContain('昭苏县2022年旅游收入')
  })

  it.each([
    ['昭苏2025年GDP目标是8%对吧', '增长7%（目标）'],
    ['新源2022规上工业增加值增长10.4%', '下降10.4%（实绩）'],
  ])('a number that the report has otherwise is no question: %s', async (words, truth) => {
    const { text } = await new TestChat(searcher).say(words)
    expect(text).toContain('与报告不符')
    expect(text).toContain(truth)
  })

  it('a share of the whole country is no figure of the country', async () => {
    const { text } = await new TestChat(searcher).say(
      '粮食种植面积4237.2万亩、新增586.3万亩，总产2119.2万吨，占全国增量的43.4%',
    )
    expect(text).not.toContain('没有全国的报告')
    expect(text).toContain('34.4%')
  })

  it('of two places the silent one is told', async () => {
    const { text } = await new TestChat(searcher).say('伊宁市和乌恰县谁的旅游收入高')
    expect(text).toContain('56.4亿元')
    expect(text).toContain('没有说旅游收入：乌恰县')
  })
})

it('tells each of the things that are asked for by their number', async () => {
  const chat = new TestChat(await openFiveReports())
  const { text } = await chat.say('乌恰城市建设四大行动有哪些')
  expect(text).toMatch(/其中各项：\n一是以深入实施危旧房屋和棚户区改造行动为抓手,.*(?:\n.是.*){3}/u)
  expect((await chat.say('乌恰的四大产业是哪四个')).text).toMatch(
    /\n大力发展新型加工制造业,.*\n大力发展新业态/u,
  )
})

it.each([
  ['新疆报告怎么谈就业', '城镇新增就业'],
  ['新疆的报告怎么谈人权？找最核心那几句', '充分尊重和保障人权'],
  ['“看似平常最奇崛，成如容易却艰辛” 是哪个县报告里用的', '与原文有出入'],
  ['2023新疆棉花占全国百分之几', '占全国91%'],
  ['我记得是 “冰天雪地就是金山银山” 哪个县写的', '与原文有出入'],
  ['乌恰23年城镇新增就业定了多少人', '700人以上 · 2023年 · 目标'],
  ['伊宁市22年gdp几多勒', '348.2亿元（+0.6%） · 2022年 · 实绩'],
])('%s: %s', async (question, words) => {
  const { text } = await new TestChat(await openFiveReports()).say(question)
  expect(text).toContain(words)
  expect(text).not.toMatch(/没有直接对应|没有说/u)
})

it('says that it cannot run errands', async () => {
  const { text } = await new TestChat(await openFiveReports()).say('帮我买张去那拉提的火车票 硬卧下铺')
  expect(text).toContain('怎么办、什么价、几点这类事，报告一般不写')
})

it('tells of one year by that year alone', async () => {
  const { text } = await new TestChat(await openFiveReports()).say('年份:2023 哪些报告提到“冷链”')
  expect(text).toContain('个地区，2023 年。')
})

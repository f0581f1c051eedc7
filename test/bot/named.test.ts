import { beforeAll, describe, expect, it } from 'vitest'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { BOT, labels, spans, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const say = async (text: string, fields = {}) => await new TestChat(searcher).say(text, fields)

describe('words that name a report', () => {
  it.each([
    ['昭苏县2025年政府工作报告', '昭苏县 2025'],
    ['昭苏县', '昭苏县 2025'],
    ['伊宁', '伊宁市 2023'],
    ['总结一下昭苏县报告', '昭苏县 2025'],
    ['昭苏县2025年政府工作报告全文', '昭苏县 2025'],
    ['乌恰县的报告主要讲了什么', '乌恰县 2023'],
    ['热合木说了什么', '新源县 2023'],
    ['哈米提·阿克木的报告', '伊宁市 2023'],
  ])('show its card: %s', async (words, name) => {
    const card = await say(words)
    expect(card.text).toMatch(new RegExp(`^📖 ${name}\n`))
    expect(card.text).toMatch(/人民代表大会第.次会议/)
    expect(card.text).toMatch(/\d{4}-\d\d-\d\d · /)
    expect(card.text).toMatch(/地区生产总值/)
    expect(labels(card)).toEqual(expect.arrayContaining(['从头阅读', '引用']))
  })

  it('cite it as a whole by its button', async () => {
    const chat = new TestChat(searcher)
    await chat.press(await chat.say('昭苏县'), '引用')
    const cited = chat.telegram.messages.at(-1)
    expect(cited?.text).toContain('GB/T 7714')
    expect(spans(cited ?? (await chat.say('昭苏县')), 'pre')[0]).toMatch(/2025-01-19\.$/)
  })

  it.each(['昭苏县旅游', '昭苏县2024年旅游收入', '报告', '伊宁市就业内容'])(
    'and ask for something in it are a question: %s',
    async (words) => {
      expect((await say(words)).text).toContain('🔎')
    },
  )
})

it('tells on the card of a report four main results of the place as a whole in the year reviewed', async () => {
  const corpus = await openSmallCorpus([
    report('a-2023', { place: '甲县', level: '县' }, [
      '## 一、2022年工作回顾',
      '其中乙镇2022年地区生产总值15亿元。',
      '地区生产总值120亿元，再上台阶。',
      '2021年地区生产总值100亿元。',
      '2022年地区生产总值120亿元，一般公共预算收入7亿元，城镇居民人均可支配收入30000元，农村居民人均可支配收入20000元，固定资产投资50亿元，社会消费品零售总额9亿元。',
      '## 二、2023年工作安排',
      '地区生产总值力争达到130亿元。',
    ]),
  ])
  const { text } = await new TestChat(corpus).say('甲县的报告')
  expect(text.match(/\d+亿元/gu)).toEqual(['120亿元', '7亿元', '50亿元', '9亿元'])
})

describe('words that name a section or a paragraph', () => {
  it.each([
    ['名词解释', /^📖 伊宁市 2023\n名词解释/],
    ['伊宁市 名词解释', /^📖 伊宁市 2023\n名词解释/],
    ['昭苏县第三部分', /^📖 昭苏县 2025\n三、/],
    ['新源县第35段', /^📄 新源县 2023 · 第35段/],
  ])('lead there: %s', async (words, start) => {
    expect((await say(words)).text).toMatch(start)
  })

  it('list the headings of the part of a report that they ask for, each to be read', async () => {
    const chat = new TestChat(searcher)
    const part = await chat.say('昭苏今年的重点工作有哪些')
    expect(part.text).toMatch(/^📖 昭苏县 2025\n1 2025年工作安排\n2 一、聚焦深化改革，全力以赴/)
    expect(part.text).not.toContain('2024年工作回顾')
    await chat.press(part, '3')
    expect(chat.telegram.messages.at(-1)?.text).toMatch(/^📖 昭苏县 2025\n二、聚焦产业发展/)
  })

  it.each(['昭苏重点项目', '新源工作', '今年重点工作', '昭苏2030年重点工作'])(
    'and ask for more than a part are a question: %s',
    async (words) => {
      expect((await say(words)).text).toContain('🔎')
    },
  )

  it('offer the reports where several have it', async () => {
    const reply = await say('第三部分')
    expect(labels(reply)).toEqual(expect.arrayContaining(['昭苏县 2025', '伊宁市 2023']))
  })
})

describe('/cite', () => {
  it.each([
    ['/cite xinyuan-2023 35', '新源县 2023 · 第35段'],
    ['/cite 新源县 第35段', '新源县 2023 · 第35段'],
    ['/cite zhaosu-2025', '昭苏县 2025'],
    ['/cite 昭苏县2025年政府工作报告', '昭苏县 2025'],
  ])('takes a reference: %s', async (words, title) => {
    expect((await say(words)).text.split('\n')[0]).toBe(`❝ ${title}`)
  })

  it('takes the number of a paragraph of the report replied to', async () => {
    const chat = new TestChat(searcher)
    const shown = await chat.say('新源县2022年旅游收入')
    const reply = await chat.say('/cite 第35段', { reply_to_message: { ...shown, from: BOT } })
    expect(reply.text).toMatch(/^❝ 新源县 2023 · 第35段/)
    expect((await say('/cite 第35段')).text).toContain('/cite')
    expect((await say('/cite xinyuan-2023 999')).text).toContain('不在语料中')
  })
})

describe('/random with a place', () => {
  it('draws from its reports', async () => {
    for (const lot of [0, 0.4, 0.99]) {
      const shown = await new TestChat(searcher, { random: () => lot }).say('/random 昭苏')
      expect(shown.text).toMatch(/^📄 昭苏县 2025/)
    }
    expect((await say('/random 火星')).text).toContain('没有火星的报告')
  })
})

describe('a phrase', () => {
  it('lists every passage that has it, paged', async () => {
    const chat = new TestChat(searcher)
    let shown = await chat.say('“乡村振兴”')
    const total = Number(/共 (\d+) 段/.exec(shown.text)?.[1])
    const seen = new Set<string>()
    for (;;) {
      for (const { url } of shown.entities) seen.add(/start=(.*)$/.exec(url ?? '')?.[1] ?? '')
      if (!labels(shown).includes('▶')) break
      shown = await chat.press(shown, '▶')
    }
    seen.delete('')
    expect(seen.size).toBe(total)
    for (const id of seen) expect((await searcher.passage(id))?.passage.text ?? '').toContain('乡村振兴')
  })

  it.each(['“乡村振兴”“旅游”', '“乡村振兴” “旅游”', '“乡村振兴”和“旅游”', '「乡村振兴」、「旅游」'])(
    'and another must both stand: %s',
    async (question) => {
      const { hits } = await searcher.search(question)
      expect(hits.length).toBeGreaterThan(0)
      for (const { passage } of hits) {
        expect(passage.text).toContain('乡村振兴')
        expect(passage.text).toContain('旅游')
      }
    },
  )
})

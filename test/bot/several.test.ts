import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.ts'
import type { Setting } from '../../src/bot/replies/source-line.ts'
import { severalReply } from '../../src/bot/several.ts'
import { firstPage } from '../../src/bot/state-link.ts'
import { readQuestionParts } from '../../src/bot/talk/question-parts.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { labels, spans, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

describe('the questions of a message', () => {
  it.each([
    [
      '伊宁市2023年教育、医疗、养老方面各有什么措施',
      ['伊宁市 2023年 教育', '伊宁市 2023年 医疗', '伊宁市 2023年 养老'],
    ],
    ['昭苏旅游、文化两块工作今年怎么安排的', ['昭苏 今年 旅游', '昭苏 今年 文化']],
    ['伊宁市2022年粮食产量是多少，新源县呢', ['伊宁市2022年粮食产量是多少', '新源县2022年粮食产量是多少']],
    ['伊宁市的粮食产量是多少？昭苏县有什么景区？', ['伊宁市的粮食产量是多少', '昭苏县有什么景区']],
    ['伊宁市2022年粮食产量是多少？昭苏县有什么景区？', ['伊宁市2022年粮食产量是多少', '昭苏县有什么景区']],
    ['旅游收入目标？那怎么样？', ['旅游收入目标', '那怎么样']],
    [
      '昭苏县2024年接待游客多少？还有2025年游客目标是多少',
      ['昭苏县2024年接待游客多少', '昭苏县2025年游客目标是多少'],
    ],
    [
      '新源县招商引资到位资金，2022年完成多少、2023年目标多少',
      ['新源县招商引资到位资金2022年完成多少', '新源县招商引资到位资金2023年目标多少'],
    ],
    ['昭苏县2024年旅游收入多少，增长了多少', ['昭苏县2024年旅游收入多少']],
    ['昭苏旅游、文化、教育、医疗各有什么措施', ['昭苏 旅游', '昭苏 文化', '昭苏 教育', '昭苏 医疗']],
    [
      '昭苏县有什么景区？伊宁市粮食产量多少？新源县有多少学校？乌恰县有什么矿？',
      ['昭苏县有什么景区', '伊宁市粮食产量多少', '新源县有多少学校', '乌恰县有什么矿'],
    ],
    [
      '新源县招商引资到位资金，2020年多少、2021年多少、2022年完成多少、2023年目标多少',
      ['2020年多少', '2021年多少', '2022年完成多少', '2023年目标多少'].map(
        (asked) => `新源县招商引资到位资金${asked}`,
      ),
    ],
    ['学校有多少？医院有多少', ['学校有多少', '医院有多少']],
    ['旅游、文化各有什么安排', ['旅游', '文化']],
    [`昭苏县有什么景区？伊宁市粮食产量多少${'？'.repeat(102)}`, ['昭苏县有什么景区', '伊宁市粮食产量多少']],
    ['昭苏县2024年旅游收入多少，在全疆排第几', ['昭苏县2024年旅游收入多少']],
    ['昭苏县2024年旅游收入为什么下降？报告怎么解释', ['昭苏县2024年旅游收入为什么下降']],
  ])('are whole: %s', async (text, parts) => {
    expect(await readQuestionParts(searcher, text)).toEqual(parts)
  })

  it.each([
    '旅游收入',
    '粮食、棉花、油料产量',
    '伊宁和昭苏各有多少游客',
    '教育、医疗',
    '“教育、医疗”两方面各有什么',
    '昭苏县2024年接待游客760.16万人次，旅游收入30.38亿元',
    '生态优先，绿色发展',
    '昭苏旅游、文化、教育、医疗、养老各有什么措施',
    '和谐和安定各有什么措施',
    '伊宁和昭苏的旅游、文化各有什么安排',
    '昭苏县有什么景区？伊宁市粮食产量多少？新源县有多少学校？乌恰县有什么矿？新疆有多少游客？',
    '新源县招商引资到位资金，2019年多少、2020年多少、2021年多少、2022年完成多少、2023年目标多少',
    `昭苏县有什么景区？伊宁市粮食产量多少${'？'.repeat(103)}`,
  ])('are one: %s', async (text) => {
    expect(await readQuestionParts(searcher, text)).toEqual([text])
  })
})

describe('a message that asks several things', () => {
  it('is answered in one reply, and a number shows one answer whole', async () => {
    const chat = new TestChat(searcher)
    const shown = await chat.say('昭苏县2024年接待了多少游客？旅游收入呢？')
    expect(shown.text).toContain('760.16万人次（+16.64%） · 2024年 · 实绩')
    expect(shown.text).toContain('30.38亿元（+19.66%） · 2024年 · 实绩')
    expect(labels(shown)).toEqual(['1', '2'])
    expect((await chat.press(shown, '2')).text).toMatch(/^30\.38亿元/u)
  })

  it('has for a figure the sentence that states it, and for a table its first rows alone', async () => {
    const shown = await new TestChat(searcher).say(
      '昭苏县2024年接待了多少游客？昭苏县和新源县的旅游收入各是多少？',
    )
    const [first = '', second = ''] = shown.text.split('\n2 昭苏县和新源县的旅游收入各是多少\n')
    expect(first).toContain('昭苏县 2025')
    expect(spans(shown, 'blockquote')).toHaveLength(1)
    expect(second.split('\n').length).toBeLessThanOrEqual(4)
    expect(second).toContain('亿元')
  })

  it('is answered by the part that has an answer', async () => {
    const { text } = await new TestChat(searcher).say('昭苏县2024年旅游收入多少，在周边几个县排第几')
    expect(text).toMatch(/^30\.38亿元/u)
  })

  it('names the speaker in a part that asks for him', async () => {
    const { text } = await new TestChat(searcher).say('昭苏县县长是谁？昭苏县2024年接待游客多少')
    expect(text).toMatch(/1 昭苏县县长是谁\n县长阿比连/u)
  })

  it('says of a part that nothing answers it', async () => {
    const chat = new TestChat(searcher)
    const { text } = await chat.say('昭苏县旅游收入是多少？县长电话是多少？伊宁市粮食产量是多少？')
    expect(text).toContain('报告里没有直接对应的段落')
    expect(text).toContain('12.6万吨')
  })
})

describe('the parts of a reply to several questions', () => {
  const told = '全年打通断头路五条'
  const placed = (index: number): string => `${String.fromCodePoint(0x4e00 + index)}山县`
  const chatOver = async (...texts: readonly string[]): Promise<TestChat> =>
    new TestChat(
      await openSmallCorpus(
        texts.map((text, index) =>
          report(`p${index}-2023`, { place: placed(index), level: '县' }, ['## 一、2022年工作回顾', text]),
        ),
      ),
    )

  it('have sentences of ninety characters at the most', async () => {
    const chat = await chatOver(`${told}，${'沿线村庄出行方便，'.repeat(20)}`, '新装路灯八百盏。')
    const { text } = await chat.say('哪里打通了断头路？哪里新装了路灯？')
    const line = text.split('\n').find((one) => one.includes(told)) ?? ''
    expect(line.length).toBeGreaterThan(80)
    expect(line.length).toBeLessThanOrEqual(92)
  })

  it.each([
    [40, 40, '字'],
    [41, 40, '…'],
  ])('have of a question of %i characters %i, which end in %s', (length, shown, end) => {
    const found = { match: 'weak', figures: null, hits: [] } as unknown as Answer
    const parts = { all: [{ question: '字'.repeat(length), found }], answered: [] }
    const setting = { t: (key: string) => key, botUsername: 'a_bot' } as unknown as Setting
    const { text, keyboard } = severalReply(parts, firstPage('list', '问'), setting)
    const [, name = '', words] = text.text.split(/\n+/u)
    expect([name.slice(0, 2), name.length - 2, name.at(-1), words]).toEqual([
      '1 ',
      shown,
      end,
      'several-none',
    ])
    expect(keyboard.flat().map((one) => one.text)).toEqual(['1'])
  })
})

describe('a comparison of nothing', () => {
  it.each(['新源县比伊宁市高多少', '新源和伊宁谁更高'])('asks of what: %s', async (text) => {
    expect((await new TestChat(searcher).say(text)).text).toContain('比什么？')
  })

  it('gives the figure of the one place that has a report, and names the other', async () => {
    const { text } = await new TestChat(searcher).say('昭苏县和特克斯县2024年旅游收入比较')
    expect(text).toMatch(/^30\.38亿元.*\n.*\n没有特克斯县的报告/u)
  })

  it('names a place without a report once', async () => {
    const { text } = await new TestChat(searcher).say('昭苏 新源 尼勒克县 旅游收入 对比')
    expect(text.match(/没有尼勒克县的报告/gu)).toHaveLength(1)
    expect(text).toContain('30.38亿元')
    expect(text).not.toContain('尼勒克县 尼勒克县')
  })
})

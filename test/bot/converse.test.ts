import { beforeAll, describe, expect, it } from 'vitest'
import { readTalk } from '../../src/bot/talk/small-talk.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import type { SentMessage } from './strict-telegram.ts'
import { BOT, GROUP, labels, PERSON, PRIVATE, spans, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const chatWith = (): TestChat => new TestChat(searcher)
const inReplyTo = (message: SentMessage) => ({ reply_to_message: { ...message, from: BOT } })

describe('small talk', () => {
  it.each([
    ['你好', 'greeting'],
    ['谢谢，很有用', 'thanks'],
    ['怎么用，数据准吗', 'who'],
    ['好的thanks', 'thanks'],
    ['哈'.repeat(40), 'assent'],
    ['会不会自己编', 'trust'],
    ['你是谁，能干什么，会不会自己编', 'who'],
    ['您好啊！', 'greeting'],
    ['在吗？', 'greeting'],
    ['早上好～', 'greeting'],
    ['Hello', 'greeting'],
    ['谢谢', 'thanks'],
    ['非常感谢你的帮助！', 'thanks'],
    ['謝謝', 'thanks'],
    ['辛苦了', 'thanks'],
    ['thanks a lot', 'thanks'],
    ['好的，谢谢', 'thanks'],
    ['你是谁', 'who'],
    ['你叫什么名字？', 'who'],
    ['你是机器人吗', 'who'],
    ['你到底是机器还是真人', 'who'],
    ['你是不是真的人', 'who'],
    ['你是机器人不，讲的准不准哦', 'who'],
    ['怎么用', 'how'],
    ['怎么只看伊宁市的？不想看别的县', 'how'],
    ['如何筛选', 'how'],
    ['你好，请问这个怎么用？', 'how'],
    ['你能做什么', 'how'],
    ['有什么功能', 'how'],
    ['你能干点啥 我不太会用', 'how'],
    ['咋个用嘛 我不太会打字', 'how'],
    ['这个咋个用嘛，我年纪大了搞不来', 'how'],
    ['好的谢谢，辛苦了[抱拳]', 'thanks'],
    ['你是官方账号吗？你说的能直接引用不', 'trust'],
    ['你真棒 哪个公司做的呀', 'who'],
    ['你是机器还是活人啊 你都能查哪些地方的报告', 'who'],
    ['那你叫啥名字 谁造的你', 'who'],
    ['给我讲个笑话', 'who'],
    ['你这东西查的准不准哦 会不会瞎说', 'trust'],
    ['你听得懂英文不', 'how'],
    ['what can u do? any english?', 'how'],
    ['收到 3q', 'thanks'],
    ['晓得了', 'assent'],
    ['收到', 'assent'],
    ['好的👌', 'assent'],
    ['嗯嗯，知道了', 'assent'],
    ['哈哈哈', 'assent'],
    ['OK', 'assent'],
    ['再见', 'farewell'],
    ['不对', 'complaint'],
    ['第二句哪里错了', 'complaint'],
    ['你这个数字准吗', 'trust'],
    ['这是真的吗？', 'trust'],
    ['数据从哪儿来的', 'trust'],
    ['你有哪些报告', 'trust'],
    ['帮我写一段开头', 'write'],
    ['能翻译成英文吗', 'write'],
    ['给我写个讲话稿', 'write'],
    ['写一份伊宁市2024年政府工作报告', 'write'],
    ['再通俗一点', 'write'],
    ['能不能给个一句话的导语', 'write'],
    ['太长了', 'complaint'],
    ['各位老师好', 'greeting'],
    ['能不能说人话', 'write'],
    ['用大白话解释一下吧', 'write'],
    ['不对，你搞错了', 'complaint'],
    ['你这机器人怎么老是答非所问', 'complaint'],
    ['气死我了，什么破东西', 'complaint'],
    ['谢了哈 挺好用', 'thanks'],
    ['你们看，这个机器人不错吧', 'assent'],
    ['👍', 'assent'],
    ['😂😂', 'assent'],
  ])('hears in %s: %s', (text, talk) => {
    expect(readTalk(text)).toBe(talk)
  })

  it.each([
    '旅游收入',
    '哈'.repeat(41),
    '你好 伊宁市旅游收入',
    '谢谢，那昭苏呢',
    '好转率',
    '行政审批',
    '对口援疆',
    '知道粮食产量吗',
    '早稻',
    'hi-tech',
    'okra',
    '怎么用水',
    '牛羊肉',
    '',
    '！！！',
    '收到多少信件',
    '可以降低多少成本',
    '准确率',
    '真抓实干',
    '写字楼',
    '总结经验',
    '拟建项目',
    '1️⃣',
    '有错必纠',
    '写一段关于旅游的讲话稿',
    '牛羊不错',
    '你说的是哪份报告',
    '你查的是哪年的',
    '你能查人工智能吗',
    '你们县有多少人',
    '这个报告是谁做的',
  ])('hears none in %s', (text) => {
    expect(readTalk(text)).toBeNull()
  })

  it.each(['你是谁', '怎么用', '你的数据可靠吗', '谢谢'])(
    'gets a line as /ask in a group: %s',
    async (text) => {
      const reply = await chatWith().say(`/ask ${text}`, { chat: GROUP })
      expect(reply.text).not.toMatch(/🔎|没有找到/)
    },
  )

  it.each([
    ['@yinju_test_bot 你是谁', 'mention', true],
    ['你是谁', 'bold', false],
    ['@yinju_test_bot 谢谢', 'mention', false],
  ] as const)(
    'is answered in a group where it asks about the bot by its name: %s, %s',
    async (text, type, isAnswered) => {
      const entities = [{ type, offset: 0, length: type === 'bold' ? 3 : 15 }]
      const chat = chatWith()
      const shown = await chat.say('/ask 旅游', { chat: GROUP })
      const asked = { text, chat: GROUP, entities }
      const reply = await chat.hear({ ...asked, ...inReplyTo(shown) })
      expect(reply !== undefined).toBe(isAnswered)
    },
  )

  it.each(['你好', '谢谢', '你是谁', '怎么用', '收到', '拜拜', '👍', '数据准吗', '帮我写一段'])(
    'gets a friendly line in private: %s',
    async (text) => {
      const reply = await chatWith().say(text)
      expect(reply.text).not.toMatch(/🔎|没有找到/)
      expect(reply.text.length).toBeGreaterThan(5)
    },
  )

  it.each(['收到', '谢谢', '好的', '你好', '👍', '你是谁', '哈哈'])(
    'gets silence in a group: %s',
    async (text) => {
      const chat = chatWith()
      const shown = await chat.hear({ text: '/ask 旅游', chat: GROUP })
      if (shown === undefined) throw new Error('no answer')
      expect(await chat.hear({ text, chat: GROUP, ...inReplyTo(shown) })).toBeUndefined()
      expect(chat.telegram.callsTo('sendMessage')).toHaveLength(1)
    },
  )
})

describe('a reply to an answer', () => {
  const heading = (message: SentMessage): string =>
    message.text.split('\n').find((line) => line.startsWith('🔎')) ?? ''
  const afterReply = async (question: string, ...replies: readonly string[]): Promise<SentMessage> => {
    const chat = chatWith()
    let shown = await chat.say(question)
    for (const reply of replies) shown = await chat.say(reply, inReplyTo(shown))
    return shown
  }

  it.each([
    ['伊宁市旅游收入', '那昭苏呢', '🔎 昭苏旅游收入'],
    ['伊宁市旅游收入', '那昭苏县呢？', '🔎 昭苏县旅游收入'],
    ['伊宁市旅游收入', '昭苏呢', '🔎 昭苏旅游收入'],
    ['伊宁市旅游收入', '新源县', '🔎 新源县旅游收入'],
    ['伊宁市旅游收入', '换成乌恰', '🔎 乌恰旅游收入'],
    ['伊寧市旅遊收入', '那昭蘇呢', '🔎 昭苏旅遊收入'],
    ['伊宁市2022年旅游收入', '2023年呢', '🔎 伊宁市2023年旅游收入'],
    ['伊宁市2022年旅游收入', '2023', '🔎 伊宁市2023旅游收入'],
    ['新疆2023年粮食产量', '去年呢', '🔎 新疆2022年粮食产量'],
    ['伊宁市 旅游收入', '2023年的呢', '🔎 2023年 伊宁市 旅游收入'],
    ['伊宁市2022年旅游收入', '那昭苏2024年呢', '🔎 昭苏2024年旅游收入'],
    ['伊宁市2022年旅游收入', '那粮食产量呢', '🔎 伊宁市2022年粮食产量'],
    ['旅游收入', '昭苏呢', '🔎 昭苏 旅游收入'],
    ['昭苏县旅游收入', '只看目标', '🔎 昭苏县旅游收入 目标'],
    ['昭苏县旅游收入目标', '只看完成的', '🔎 昭苏县旅游收入 完成情况'],
    ['伊宁市2022年旅游收入', '2023年的目标是多少', '🔎 伊宁市2023年旅游收入 目标'],
    ['伊宁市2022年旅游收入', '目标呢，2023年', '🔎 伊宁市2023年旅游收入 目标'],
    ['昭苏县旅游收入', '不要目标', '🔎 昭苏县旅游收入 完成情况'],
    ['昭苏县旅游收入', '目标值是多少？', '🔎 昭苏县旅游收入 目标'],
    ['共同富裕', '只看2024年的', '🔎 2024年 共同富裕'],
    ['共同富裕', '只要新疆的就行', '🔎 新疆 共同富裕'],
    ['共同富裕', '新疆的呢', '🔎 新疆 共同富裕'],
    ['共同富裕', '县级的呢', '🔎 级别:县 共同富裕'],
    ['旅游 地区:昭苏县', '那伊宁呢', '🔎 伊宁 旅游'],
    ['旅游 年份:2023', '2024年呢', '🔎 2024年 旅游'],
    ['数字经济出现了多少次', '人工智能呢', '🔎 人工智能出现了多少次'],
    ['哪些报告提到了低空经济', '那新质生产力呢', '🔎 哪些报告提到了新质生产力'],
    ['昭苏县GDP增长目标是多少', '那固定资产投资呢', '🔎 昭苏县固定资产投资增长目标是多少'],
    ['昭苏县旅游收入', '有没有别的县', '🔎 各县 旅游收入'],
    ['昭苏县2024年旅游收入', '其他地方呢', '🔎 各地 2024年旅游收入'],
  ])('%s, then %s', async (question, reply, changed) => {
    expect(heading(await afterReply(question, reply))).toBe(changed)
  })

  it('shows more, to the end, and says when there is no more', async () => {
    const second = await afterReply('昭苏县 赛马', '还有吗')
    expect(labels(second)).toContain('◀')
    const end = await afterReply('昭苏县县长是谁', '还有吗')
    expect(end.text).toContain('已经没有更多段落了')
  })

  it.each([
    ['第二条', 2],
    ['2', 2],
    ['第3个', 3],
    ['最后一条', 5],
    ['三', 3],
  ])('shows the hit that %s means', async (words, number) => {
    const chat = chatWith()
    const shown = await chat.say('旅游')
    const reply = await chat.say(words, inReplyTo(shown))
    const pressed = await chat.press(shown, String(number))
    expect(reply.text).toBe(pressed.text)
  })

  it('opens the paragraph, cites it, or opens another paragraph of the report', async () => {
    expect((await afterReply('伊宁市2022年旅游收入', '原文')).text).toMatch(/第6段（全文/)
    expect((await afterReply('伊宁市2022年旅游收入', '出处')).text).toContain('GB/T 7714')
    expect((await afterReply('伊宁市2022年旅游收入', '第8段')).text).toMatch(/伊宁市 2023 · 第8段（全文/)
  })

  it.each(['谁说的', '哪一年的', '什么时候说的', '在哪次会上说的', '给我复制一下', '有出处吗'])(
    'tells the source: %s',
    async (words) => {
      expect((await afterReply('伊宁市2022年旅游收入', words)).text).toContain('GB/T 7714')
    },
  )

  it('shows what stands beside the words', async () => {
    expect((await afterReply('伊宁市2022年旅游收入', '上一段')).text).toMatch(/第5段（全文/)
    expect((await afterReply('伊宁市2022年旅游收入', '看看下一段', '再下一段')).text).toMatch(/第8段（全文/)
    const chat = chatWith()
    const shown = await chat.say('伊宁市2022年旅游收入')
    const [sentence = ''] = spans(shown, 'blockquote')
    const [wider = ''] = spans(await chat.say('上一句', inReplyTo(shown)), 'blockquote')
    expect(wider.length).toBeGreaterThan(sentence.length)
    expect(wider).toContain(sentence.replaceAll('…', ''))
  })

  it.each(['换一句', '下一条', '再来一句', '换一个吧'])('goes on to the next hit: %s', async (words) => {
    const chat = chatWith()
    const shown = await chat.say('石榴籽')
    const next = await chat.say(words, inReplyTo(shown))
    expect(next.text).toBe((await chat.press(shown, '2')).text)
  })

  it('opens the row of a table that a number means, and the paragraph of a hit', async () => {
    expect((await afterReply('旅游收入', '第二条')).text).toMatch(/伊宁市 2023 · 第6段（全文/)
    expect((await afterReply('昭苏县 赛马', '展开第1条')).text).toMatch(/（全文 64 段）/)
    expect((await afterReply('昭苏县 赛马', '第一条的原文')).text).toMatch(/（全文 64 段）/)
  })

  it.each(['做成表', '换成表格', '能不能列个表', '帮我整理成表格吧', '用表格展示'])(
    'makes a table, of all years where the one asked for has none: %s',
    async (words) => {
      const shown = await afterReply('昭苏县2024年旅游收入多少亿', '只看目标', words)
      expect(spans(shown, 'pre')[0]).toMatch(/30\.38亿元[\s\S]*39\.6亿元/)
    },
  )

  it.each(['出处', '全文', '上一段', '第3段'])(
    'searches no words that point at nothing: %s',
    async (words) => {
      expect((await afterReply('asdfgh', words)).text).toMatch(/没有可看的段落/)
    },
  )

  it('keeps a comparison one', async () => {
    const shown = await afterReply('/compare 旅游收入', '那粮食产量呢')
    expect(heading(shown)).toBe('🔎 粮食产量')
    expect(spans(shown, 'pre')).not.toEqual([])
  })

  it('sets the reports side by side', async () => {
    const shown = await afterReply('旅游收入', '做成表')
    expect(heading(shown)).toBe('🔎 旅游收入')
    expect(labels(shown)).toContain('相关段落')
  })

  it('may follow a reply, and one’s own question', async () => {
    expect(heading(await afterReply('伊宁市2022年旅游收入', '那昭苏呢', '2024年呢'))).toBe(
      '🔎 昭苏2024年旅游收入',
    )
    const reply_to_message = { message_id: 3, date: 1, chat: PRIVATE, from: PERSON, text: '伊宁市旅游收入' }
    expect(heading(await chatWith().say('那昭苏呢', { reply_to_message }))).toBe('🔎 昭苏旅游收入')
  })

  it('that is a question of its own is answered as one', async () => {
    expect(heading(await afterReply('伊宁市旅游收入', '昭苏县粮食产量是多少'))).toBe(
      '🔎 昭苏县粮食产量是多少',
    )
  })
})

describe('a follow-up without a reply', () => {
  it.each([
    '还有吗',
    '那昭苏呢',
    '那昭苏呢？',
    '2023年呢',
    '第二条',
    '1',
    '只看目标',
    '做成表',
    '下一页',
    '那粮食产量呢',
  ])('asks back instead of searching: %s', async (text) => {
    const reply = await chatWith().say(text)
    expect(reply.text).toMatch(/^请回复/)
    expect(reply.text).not.toContain('🔎')
  })

  it.each([
    '单产',
    '光伏装机',
    '只增不减',
    '换热站改造',
    '那拉提景区',
    '那拉提呢',
    '粮食产量呢',
    '旅游收入的目标',
  ])('is none: %s', async (text) => {
    const reply = await chatWith().say(text)
    expect(reply.text).toContain('🔎')
    expect([...spans(reply, 'blockquote'), ...spans(reply, 'pre')]).not.toEqual([])
  })
})

describe('a follow-up that replies to nothing', () => {
  const heading = (message: SentMessage): string =>
    message.text.split('\n').find((line) => line.startsWith('🔎')) ?? ''
  const inTurn = async (...texts: readonly string[]): Promise<SentMessage> => {
    const chat = chatWith()
    let shown: SentMessage | undefined
    for (const text of texts) shown = await chat.say(text)
    if (shown === undefined) throw new Error('nothing was said')
    return shown
  }

  it.each([
    [['伊宁市2022年旅游收入', '那昭苏呢'], '🔎 昭苏2022年旅游收入'],
    [['伊宁市2022年旅游收入', '不是，我说的是2023年'], '🔎 伊宁市2023年旅游收入'],
    [['伊宁市2022年旅游收入', '不对，是昭苏'], '🔎 昭苏2022年旅游收入'],
    [['伊宁市2022年旅游收入', '不是伊宁，是昭苏'], '🔎 昭苏2022年旅游收入'],
    [['伊宁市旅游收入', '不是问这个，问2023要增长多少'], '🔎 2023 伊宁市旅游收入 目标'],
    [['昭苏县马产业', '我不是问产值，是问赛马'], '🔎 昭苏县 赛马'],
    [['伊宁市旅游收入', '昭苏GDP'], '🔎 昭苏GDP'],
    [['昭苏存在哪些问题', '新源GDP'], '🔎 新源GDP'],
    [['伊宁市旅游收入', '那里的粮食产量呢'], '🔎 伊宁市粮食产量'],
    [['伊宁市2022年旅游收入', '粮食产量呢'], '🔎 伊宁市2022年粮食产量'],
    [['伊宁市旅游收入', '它的目标是多少'], '🔎 伊宁市旅游收入 目标'],
    [['昭苏旅游收入', '伊宁市的'], '🔎 伊宁市旅游收入'],
    [['昭苏县旅游收入', '新源的'], '🔎 新源旅游收入'],
    [['昭苏旅游收入', '目标的'], '🔎 昭苏旅游收入 目标'],
    [['昭苏县2024年旅游收入', '加上伊宁'], '🔎 昭苏县 伊宁 2024年 旅游收入'],
    [['昭苏县旅游收入', '增速呢'], '🔎 昭苏县旅游收入 增速'],
    [['昭苏县', '旅游收入呢'], '🔎 昭苏县 2025年 旅游收入'],
    [['伊宁市旅游收入', '那昭苏呢', '那新源呢'], '🔎 新源旅游收入'],
  ])('is asked of the message before it: %j', async (texts, expected) => {
    expect(heading(await inTurn(...texts))).toContain(expected.replace('🔎 ', ''))
  })

  it('tells in a table that nothing is stated of the year asked about', async () => {
    const shown = await inTurn('昭苏县2022年旅游收入', '加上伊宁')
    expect(heading(shown)).toContain('2022年')
    expect(shown.text).toContain('56.4亿元')
    const later = await inTurn('昭苏县2031年旅游收入', '加上新源')
    expect(later.text).toContain('这里没有 2031 年的')
  })

  it('names a report where nothing was asked before', async () => {
    expect((await chatWith().say('伊宁市的')).text).toContain('📖 伊宁市')
  })

  it('opens no further page with a long sentence', async () => {
    const chat = chatWith()
    const lengths: number[] = []
    let shown = await chat.say('高质量发展')
    for (let page = 0; page < 8; page++) {
      shown = await chat.say('还有吗', inReplyTo(shown))
      lengths.push(shown.text.length)
    }
    expect(Math.max(...lengths)).toBeLessThan(620)
  })

  it('becomes the answer in the message that was sent ahead', async () => {
    const chat = chatWith()
    const first = await chat.say('伊宁市旅游收入')
    await chat.say('那昭苏呢')
    const sent = chat.telegram.callsTo('sendMessage').at(-1)?.payload
    expect(sent.reply_parameters.message_id).toBe(first.message_id)
    expect(chat.telegram.callsTo('editMessageText')).toHaveLength(1)
    expect(chat.telegram.messages.at(-1)?.text).toContain('昭苏')
  })

  it('lists the things of the place that is asked for, and of no other', async () => {
    const { text } = await chatWith().say('昭苏十件民生实事有哪些')
    expect(text).toContain('昭苏县 2025')
    expect(text).not.toContain('其中各项')
  })

  it('says of a table that no report has its next year', async () => {
    const chat = chatWith()
    await chat.say('昭苏县2025年主要预期目标')
    expect((await chat.say('2026年呢')).text).toContain('这里没有专门安排那一年工作的报告：昭苏县（2026年）')
  })

  it('needs no answer before it to check what names its place', async () => {
    expect((await chatWith().say('新源本科上线率81.99% 对吗')).text).toContain('与报告一致')
    expect((await chatWith().say('新源81.99% 对吗')).text).toContain('请回复我的那条回答')
  })

  it.each(['都有哪些报告', '你这里有哪些地方哪年的报告'])(
    'shows the reports to who asks for them at first: %s',
    async (first) => {
      expect((await chatWith().say(first)).text).toMatch(/共 \d+ 份报告/u)
    },
  )

  it('wants the answer of a question for reports that say it', async () => {
    expect((await chatWith().say('哪些报告提到了')).text).toContain('请回复我的那条回答')
  })

  it('asks for a reply where nothing was answered before, and after an hour', async () => {
    expect((await chatWith().say('那昭苏呢')).text).toContain('请回复我的那条回答')
    const chat = chatWith()
    await chat.say('伊宁市旅游收入')
    const late = await chat.say('那昭苏呢', { date: 4_000 })
    expect(late.text).toContain('请回复我的那条回答')
  })

  it.each(['伊宁市粮食产量', '不是等来的，是干出来的'])('is none: %s', async (text) => {
    const chat = chatWith()
    await chat.say('昭苏县旅游收入')
    await chat.say(text)
    expect(chat.telegram.callsTo('editMessageText')).toHaveLength(0)
  })

  it('is not looked for in a group', async () => {
    const chat = chatWith()
    await chat.hear({ text: '/ask 伊宁市旅游收入', chat: GROUP })
    const reply = await chat.hear({ text: '/ask 那昭苏呢', chat: GROUP })
    expect(chat.telegram.callsTo('editMessageText')).toHaveLength(0)
    expect(reply).toBeDefined()
  })
})

describe('a reply that asks more of an answer', () => {
  const replied = async (question: string, reply: string): Promise<SentMessage> => {
    const chat = chatWith()
    return await chat.say(reply, inReplyTo(await chat.say(question)))
  }

  it.each(['加上昭苏', '跟昭苏比呢', '这个数跟昭苏比怎么样', '比昭苏高多少'])(
    'sets another place beside it: %s',
    async (reply) => {
      const { text } = await replied('伊宁市旅游收入', reply)
      expect(text).toContain('56.4亿元')
      expect(text).toContain('30.38亿元')
    },
  )

  it.each(['出处怎么写', '是哪一年的', '这个数是哪来的', '你这数据是哪份报告哪一页的', '这个能直接引用不'])(
    'gets the citation: %s',
    async (reply) => {
      expect((await replied('伊宁市2022年旅游收入', reply)).text).toContain('伊宁市2023年政府工作报告')
    },
  )

  it.each(['短一点的', '再精炼一点'])('that means nothing is told what one may ask: %s', async (reply) => {
    const { text } = await replied('伊宁市旅游收入', reply)
    expect(text).toContain('我没看懂')
    expect(text).not.toContain('🔎')
  })

  it('is told that no reason is given', async () => {
    const { text } = await replied('昭苏县2024年旅游收入', '为啥')
    expect(text).toContain('没有直接对应')
    expect(text).toContain('没有找到直接说原因的句子')
  })

  it('gets the chart, or the line that there is none', async () => {
    expect((await replied('各县旅游收入对比', '画个图')).text).not.toContain('🔎 画个图')
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { readTalk } from '../../src/bot/talk/small-talk.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import type { SentMessage } from './strict-telegram.ts'
import { BOT, GROUP, labels, openFiveReports, PERSON, PRIVATE, spans, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const chatWith = (): TestChat => new TestChat(searcher)
const inReplyTo = (message: SentMessage) => ({ reply_to_message: { ...message, from: BOT } })

describe('small talk', () => {
  it.each([
    ['你好', 'greeting'],
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
    ['怎么用', 'how'],
    ['你好，请问这个怎么用？', 'how'],
    ['你能做什么', 'how'],
    ['有什么功能', 'how'],
    ['收到', 'assent'],
    ['好的👌', 'assent'],
    ['嗯嗯，知道了', 'assent'],
    ['哈哈哈', 'assent'],
    ['OK', 'assent'],
    ['再见', 'farewell'],
    ['不对', 'complaint'],
  ])('hears in %s: %s', (text, talk) => {
    expect(readTalk(text)).toBe(talk)
  })

  it.each([
    '旅游收入',
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
  ])('hears none in %s', (text) => {
    expect(readTalk(text)).toBeNull()
  })

  it.each(['你好', '谢谢', '你是谁', '怎么用', '收到', '拜拜'])(
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
    ['伊宁市2022年旅游收入', '那粮食产量呢', '🔎 伊宁市 2022年 粮食产量'],
    ['旅游收入', '昭苏呢', '🔎 昭苏 旅游收入'],
    ['昭苏县旅游收入', '只看目标', '🔎 昭苏县旅游收入 目标'],
    ['昭苏县旅游收入目标', '只看完成的', '🔎 昭苏县旅游收入 完成情况'],
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

  it.each(['那拉提景区', '那拉提呢', '粮食产量呢', '旅游收入的目标'])('is none: %s', async (text) => {
    const reply = await chatWith().say(text)
    expect(reply.text).toContain('🔎')
    expect([...spans(reply, 'blockquote'), ...spans(reply, 'pre')]).not.toEqual([])
  })
})

/** What the bot counts of each answer: which feature gave it, and whether it was one. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openSmallCorpus, report } from '../search/small-corpus.ts'
import { TestChat } from './test-chat.ts'

let chat: TestChat
beforeAll(async () => {
  chat = new TestChat(
    await openSmallCorpus(
      [...'甲乙丙'].map((name, index) =>
        report(`r${index}-2023`, { place: `${name}县`, level: '县' }, [
          '## 2022年工作回顾',
          '推进冰雪旅游，办好冰雪节。',
          '大力发展设施农业，增加农民收入。',
          `开场白。${'扎实推进各项事业，'.repeat(500)}结束语。`,
        ]),
      ),
    ),
  )
})

describe('an answer', () => {
  it.each([
    ['冰雪旅游', 'ask', 'strong'],
    ['量子计算机', 'ask', 'none'],
    ['哪些县提到冰雪旅游', 'ask', 'strong'],
    ['哪些县提到没有的词', 'ask', 'none'],
    ['/kwic 冰雪旅游', 'kwic', 'strong'],
    ['/kwic 没有的词', 'kwic', 'none'],
    ['/trend 冰雪旅游', 'trend', 'strong'],
    ['/trend 没有的词', 'trend', 'none'],
    ['/trend 没有的词 | 冰雪旅游', 'trend', 'strong'],
    ['/compare 冰雪旅游', 'compare', 'strong'],
    ['/compare 没有的词', 'compare', 'none'],
  ])('to %s is counted as one of %s, %s', async (text, feature, match) => {
    const before = chat.events.length
    await chat.say(text)
    expect(chat.events.slice(before)).toEqual([{ kind: 'answer', feature, match, ms: expect.any(Number) }])
  })

  it('in the inline mode is counted, too', async () => {
    const before = chat.events.length
    await chat.inline('冰雪旅游')
    await chat.inline('量子计算机')
    expect(chat.events.slice(before)).toMatchObject([
      { feature: 'inline', match: 'strong' },
      { feature: 'inline', match: 'none' },
    ])
  })
})

describe('a follow-up to a comparison', () => {
  const follow = async (text: string): Promise<string> => {
    const compared = await chat.say('/compare 冰雪旅游')
    const reply_to_message = { ...compared, chat: { id: 11, type: 'private' } }
    return (await chat.say(text, { reply_to_message })).text
  }

  it.each([
    ['那设施农业呢', '设施农业', 3],
    ['只看甲县', '甲县 冰雪旅游', 1],
  ])('is one itself: %s', async (text, question, reports) => {
    expect((await follow(text)).split('\n').slice(0, 2)).toEqual([
      `🔎 ${question}`,
      `${reports} 份报告谈到，各取最相关的一段，按地区、年份排列。点数字看全段。`,
    ])
  })
})

it('shows of a long passage that is drawn by lot its first page', async () => {
  const { text } = await new TestChat(
    await openSmallCorpus([
      report('r-2023', { place: '甲县' }, [
        '## 2022年工作回顾',
        `开场白。${'扎实推进各项事业，'.repeat(500)}结束语。`,
      ]),
    ]),
  ).say('/random')
  expect([text.includes('开场白'), text.includes('结束语')]).toEqual([true, false])
})

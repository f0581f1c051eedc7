/** Who may ask, how often, and in which order: what every update passes first. */
import { beforeAll, describe, expect, it } from 'vitest'
import { createGate, type GateOptions } from '../../src/bot/gate/gate.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { createMemoryLimiter } from '../../src/state/limits.ts'
import { openFiveReports } from '../five-reports.ts'
import { BOT, GROUP, PERSON, PRIVATE, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

const OTHER = { id: 12, is_bot: false, first_name: 'Bob', language_code: 'en' }
const OTHERS_CHAT = { id: 12, type: 'private', first_name: 'Bob' } as const

function gated(config: Partial<GateOptions['config']> = {}) {
  const refused: string[] = []
  const updates: string[] = []
  const chat = new TestChat(searcher, {
    before: createGate({
      config: { allowedChatIds: null, adminIds: new Set(), limits: { user: 0, chat: 0, bot: 0 }, ...config },
      limiter: createMemoryLimiter(),
      onUpdate: (type) => void updates.push(type),
      onRefused: (reason) => void refused.push(reason),
    }),
  })
  const texts = (): string[] => chat.telegram.messages.map(({ text }) => text ?? '')
  return { chat, refused, updates, texts }
}

describe('access', () => {
  const config = { allowedChatIds: new Set([PERSON.id, GROUP.id]) }

  it('lets those pass who are on the list, and the people of a group on the list', async () => {
    const { chat, refused } = gated(config)
    expect((await chat.say('伊宁GDP')).text).toContain('伊宁')
    expect(await chat.hear({ text: '/ask 伊宁GDP', from: OTHER, chat: GROUP })).toBeDefined()
    expect(refused).toEqual([])
  })

  it('tells a stranger his number, once a minute', async () => {
    const { chat, refused, texts } = gated(config)
    for (let i = 0; i < 3; i++) await chat.hear({ text: '伊宁GDP', from: OTHER, chat: OTHERS_CHAT })
    expect(texts()).toEqual([
      'This bot is for invited people only. To use it, tell its operator your number 12.',
    ])
    expect(refused).toEqual(['access', 'access', 'access'])
  })

  it('is silent in a strange group, and shows strangers no inline results', async () => {
    const { chat, texts } = gated(config)
    await chat.hear({ text: '/ask 伊宁GDP', from: OTHER, chat: { ...GROUP, id: -100_999 } })
    expect(texts()).toEqual([])
    expect(await chat.inline('伊宁GDP', '', OTHER)).toMatchObject({ results: [], is_personal: true })
  })

  it('answers a stranger’s button, so that it does not keep turning', async () => {
    const { chat } = gated(config)
    const message = await chat.say('伊宁GDP')
    expect(await chat.pressData({ ...message, chat: OTHERS_CHAT } as never, '1:l:5', OTHER)).toContain(
      'invited',
    )
  })

  it('lets administrators pass who are on no list', async () => {
    const { refused, chat } = gated({ allowedChatIds: new Set([1]), adminIds: new Set([PERSON.id]) })
    expect((await chat.say('伊宁GDP')).text).toContain('伊宁')
    expect(refused).toEqual([])
  })
})

describe('limits', () => {
  it('answers what fits, then says so once, then is silent', async () => {
    const { chat, refused, texts } = gated({ limits: { user: 2, chat: 0, bot: 0 } })
    for (let i = 0; i < 6; i++) await chat.hear({ text: '伊宁GDP' })
    expect(texts()).toHaveLength(3)
    expect(texts()[2]).toBe('您问得太快了，请稍等片刻再试。')
    expect(refused).toEqual(['user', 'user', 'user', 'user'])
  })

  it('does not let one user use up what is another’s', async () => {
    const { chat, texts } = gated({ limits: { user: 1, chat: 0, bot: 0 } })
    for (let i = 0; i < 3; i++) await chat.hear({ text: '伊宁GDP' })
    await chat.hear({ text: '伊宁GDP', from: OTHER, chat: OTHERS_CHAT })
    expect(texts().filter((text) => text.includes('🔎'))).toHaveLength(2)
  })

  it('counts a group as a whole, but not the talk among its people', async () => {
    const { chat, refused, texts } = gated({ limits: { user: 0, chat: 2, bot: 0 } })
    for (let i = 0; i < 5; i++) await chat.hear({ text: '今天天气不错', chat: GROUP })
    expect(refused).toEqual([])
    for (const from of [PERSON, OTHER, PERSON]) await chat.hear({ text: '/ask 伊宁GDP', chat: GROUP, from })
    expect(texts()).toHaveLength(3)
    expect(refused).toEqual(['chat'])
  })

  it('does not punish typing: inline queries have a bucket of their own', async () => {
    const { chat, refused } = gated({ limits: { user: 3, chat: 0, bot: 0 } })
    for (let i = 1; i <= 10; i++) await chat.inline('伊宁市地区生产总值'.slice(0, i))
    expect((await chat.say('伊宁GDP')).text).toContain('🔎')
    expect(refused).toEqual([])
  })

  it('answers what it refuses where Telegram waits for an answer', async () => {
    const { chat } = gated({ limits: { user: 1, chat: 0, bot: 0 } })
    const message = await chat.say('伊宁GDP')
    expect(await chat.pressData(message, '1:l:5')).toBe('您问得太快了，请稍等片刻再试。')
    expect(await chat.pressData(message, '1:l:5')).toBeUndefined()
    for (let i = 0; i < 5; i++) await chat.inline('伊宁')
    expect(await chat.inline('伊宁')).toMatchObject({ results: [] })
  })

  it.each<[string, Record<string, unknown>, 'message' | 'edited_message']>([
    ['an edited message', { text: '伊宁GDP' }, 'edited_message'],
    [
      'a mention without a name in a group',
      {
        text: '引据 伊宁GDP',
        chat: GROUP,
        entities: [{ type: 'text_mention', offset: 0, length: 2, user: { ...BOT } }],
      },
      'message',
    ],
    ['a command behind wide spaces', { text: '\u3000\u3000/ask 伊宁GDP', chat: GROUP }, 'message'],
    ['a command behind a line end', { text: '\n/ask 伊宁GDP', chat: GROUP }, 'message'],
    ['a caption', { caption: '/ask 伊宁GDP', photo: [], chat: GROUP }, 'message'],
  ])('takes a token for %s', async (_what, fields, kind) => {
    const { chat, refused, texts } = gated({ limits: { user: 2, chat: 0, bot: 0 } })
    for (let i = 0; i < 6; i++) {
      const message = { message_id: 50, date: 1, edit_date: i, chat: PRIVATE, from: PERSON, ...fields }
      await chat.update({ [kind]: message })
    }
    expect(refused).toHaveLength(4)
    // The second answer to an edited question takes the place of the first.
    expect(texts()).toHaveLength(kind === 'edited_message' ? 2 : 3)
  })

  it('has a ceiling for the whole bot, about which nobody is told', async () => {
    const { chat, refused, texts } = gated({ limits: { user: 0, chat: 0, bot: 2 } })
    for (let i = 0; i < 4; i++) await chat.hear({ text: '伊宁GDP' })
    expect(texts()).toHaveLength(2)
    expect(refused).toEqual(['bot', 'bot'])
  })

  it('does not hold for administrators', async () => {
    const { chat, refused } = gated({ limits: { user: 1, chat: 1, bot: 1 }, adminIds: new Set([PERSON.id]) })
    for (let i = 0; i < 5; i++) await chat.say('伊宁GDP')
    expect(refused).toEqual([])
  })
})

describe('order', () => {
  it('keeps what one person says in one chat in its order, and lets nobody wait for another', async () => {
    const order: string[] = []
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const gate = createGate({
      config: { allowedChatIds: null, adminIds: new Set(), limits: { user: 0, chat: 0, bot: 0 } },
      limiter: createMemoryLimiter(),
    })
    const chat = new TestChat(searcher, {
      before: [
        ...gate,
        async (ctx) => {
          const text = ctx.msg?.text ?? ''
          if (text === 'slow') await held
          order.push(`${ctx.from?.id} ${text}`)
        },
      ],
    })
    const slow = chat.hear({ text: 'slow' })
    const next = chat.hear({ text: 'next' })
    await chat.hear({ text: 'quick', from: OTHER, chat: OTHERS_CHAT })
    await chat.hear({ text: 'quick', from: OTHER, chat: GROUP })
    await chat.hear({ text: 'elsewhere', chat: GROUP })
    release()
    await Promise.all([slow, next])
    expect(order).toEqual(['12 quick', '12 quick', '11 elsewhere', '11 slow', '11 next'])
  })
})

describe('inline queries of one user', () => {
  it('are searched one by one, and only the newest of those that wait', async () => {
    const asked: string[] = []
    const slow: Searcher = {
      ...searcher,
      async search(text, options) {
        asked.push(text)
        await new Promise((resolve) => setTimeout(resolve, 20))
        return await searcher.search(text, options)
      },
    }
    const gate = createGate({
      config: { allowedChatIds: null, adminIds: new Set(), limits: { user: 0, chat: 0, bot: 0 } },
      limiter: createMemoryLimiter(),
    })
    const chat = new TestChat(slow, { before: gate })
    const typed = Array.from({ length: 100 }, (_, i) => chat.inline(`旅游收入 ${i}`))
    const other = chat.inline('粮食产量', '', OTHER)
    const answers = await Promise.all(typed)
    expect((await other).results.length).toBeGreaterThan(0)
    expect(new Set(asked)).toEqual(new Set(['旅游收入 0', '旅游收入 99', '粮食产量']))
    expect(answers.filter(({ results }) => results.length > 0)).toHaveLength(2)
    expect(answers[50]).toMatchObject({ results: [], cache_time: 0, is_personal: true })
    expect((await chat.inline('旅游收入')).results.length).toBeGreaterThan(0)
  })
})

describe('the next inline query of one user', () => {
  it('is searched when the answer to the one before sets out, whether or not Telegram takes it', async () => {
    const gate = createGate({
      config: { allowedChatIds: null, adminIds: new Set(), limits: { user: 0, chat: 0, bot: 0 } },
      limiter: createMemoryLimiter(),
    })
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let calls = 0
    const chat: TestChat = new TestChat(searcher, {
      before: gate,
      standIn: async (method, payload) => {
        if (method === 'answerInlineQuery' && calls++ === 0) await held
        return await chat.telegram.call(method, payload)
      },
    })
    const first = chat.inline('旅游收入')
    expect((await chat.inline('粮食产量')).results.length).toBeGreaterThan(0)
    release()
    await first
  })
})

describe('counting', () => {
  it('counts every update by its type', async () => {
    const { chat, updates } = gated()
    await chat.hear({ text: 'GDP', chat: PRIVATE })
    await chat.inline('GDP')
    await chat.update({ my_chat_member: { chat: PRIVATE, from: PERSON, date: 1 } })
    expect(updates).toEqual(['message', 'inline_query', 'my_chat_member'])
  })
})

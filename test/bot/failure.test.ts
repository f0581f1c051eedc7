import { GrammyError } from 'grammy'
import { beforeAll, describe, expect, it } from 'vitest'
import { BackendUnavailableError } from '../../src/search/backend.ts'
import type { Searcher } from '../../src/search/searcher.ts'
import { openFiveReports } from '../five-reports.ts'
import { findButton, GROUP, TestChat } from './test-chat.ts'

let searcher: Searcher
beforeAll(async () => {
  searcher = await openFiveReports()
})

function failing(error: unknown): Searcher {
  const fail = (): Promise<never> => Promise.reject(error)
  const backend = { ...searcher.backend, search: fail }
  return { ...searcher, backend, search: fail, catalog: fail, report: fail, passage: fail }
}

function refusal(code: number, description: string): GrammyError {
  return new GrammyError('refused', { ok: false, error_code: code, description }, 'sendMessage', {})
}

describe('a handler that fails', () => {
  it('tells its user in one line, with the id that stands in the log', async () => {
    const chat = new TestChat(failing(new Error('broken pipe to nowhere')))
    const reply = await chat.say('旅游')
    const id = /编号 ([0-9a-f]{6})/.exec(reply.text)?.[1]
    expect(reply.text.split('\n')).toHaveLength(1)
    expect(reply.text).not.toContain('broken pipe')
    expect(chat.logged.find((line) => line.includes('broken pipe'))).toContain(`"errorId":"${id}"`)
    expect(chat.events).toEqual([{ kind: 'failure', feature: 'ask', errorId: id }])
  })

  it('tells it below the question in a group, and to one person without a reply', async () => {
    const chat = new TestChat(failing(new Error('x')))
    await chat.hear({ text: '/ask 旅游', chat: GROUP, message_id: 77 })
    await chat.hear({ text: '/ask 旅游', message_id: 78 })
    const below = chat.telegram
      .callsTo('sendMessage')
      .map(({ payload }) => payload.reply_parameters?.message_id)
    expect(below).toEqual([77, undefined])
  })

  it('leaves the others alone', async () => {
    const chat = new TestChat({ ...searcher, report: () => Promise.reject(new Error('x')) })
    expect((await chat.say('/random')).text).toContain('编号')
    expect((await chat.say('旅游')).text).toContain('🔎 旅游')
  })

  it('still answers its button and its inline query', async () => {
    const chat = new TestChat(failing(new Error('x')))
    await chat.callback({ data: '1:r:0', inline_message_id: 'm' })
    expect((await chat.inline('旅游')).button.text).toContain('暂时无法检索')
  })

  it('lets the same button be pressed again at once', async () => {
    const chat = new TestChat(searcher)
    const shown = await chat.say('旅游')
    const data = findButton(shown, '▶').callback_data ?? ''
    chat.telegram.failNext = { method: 'editMessageText', error: refusal(500, 'Internal Server Error') }
    await chat.pressData(shown, data)
    await chat.pressData(shown, data)
    expect(chat.telegram.callsTo('editMessageText')).toHaveLength(2)
  })
})

describe('middleware before the features', () => {
  it('waits for the whole update, so that it can keep updates in order', async () => {
    const order: string[] = []
    const before = [
      async (_: unknown, next: () => Promise<void>) => {
        order.push('in')
        await next()
        order.push(`out after ${chat.telegram.calls.length} call`)
      },
    ]
    const chat: TestChat = new TestChat(searcher, { before })
    await chat.say('旅游')
    expect(order).toEqual(['in', 'out after 1 call'])
  })

  it('answers the button with the line when it fails', async () => {
    const chat = new TestChat(searcher, { before: [() => Promise.reject(new Error('no limits today'))] })
    expect(await chat.callback({ data: '1:r:0', inline_message_id: 'm' })).toContain('编号')
  })

  it('fails with a line to the user, too', async () => {
    const chat = new TestChat(searcher, { before: [() => Promise.reject(new Error('no limits today'))] })
    expect((await chat.say('旅游')).text).toContain('编号')
    expect(chat.events).toEqual([expect.objectContaining({ kind: 'failure', feature: 'bot' })])
  })
})

describe('a search that is unavailable', () => {
  const unavailable = () => new TestChat(failing(new BackendUnavailableError('cluster is red')))

  it.each(['旅游', '/reports', '/start', '/start yining-2023', '/cite 旅游', '/random', '/verify 旅游收入'])(
    'is said in one line: %s',
    async (text) => {
      const chat = unavailable()
      expect((await chat.say(text)).text).toContain('检索服务暂时不可用')
      expect(chat.events.every(({ kind }) => kind === 'unavailable')).toBe(true)
    },
  )

  it('is said to a guest, too', async () => {
    const chat = unavailable()
    const message = {
      message_id: 1,
      date: 1,
      guest_query_id: 'g',
      chat: { id: -5, type: 'group' },
      from: { id: 1, is_bot: false },
      text: '旅游',
    }
    await chat.update({ guest_message: message })
    expect(JSON.stringify(chat.telegram.callsTo('answerGuestQuery'))).toContain('检索服务暂时不可用')
  })
})

describe('refusals of Telegram', () => {
  it('403 is no failure: the user has blocked the bot', async () => {
    const chat = new TestChat(searcher)
    chat.telegram.failNext = {
      method: 'sendMessage',
      error: refusal(403, 'Forbidden: bot was blocked by the user'),
    }
    await chat.hear({ text: '旅游' })
    expect(chat.events).toEqual([{ kind: 'blocked' }])
  })

  it('"message is not modified" is no failure', async () => {
    const chat = new TestChat(searcher)
    const shown = await chat.say('旅游')
    chat.telegram.failNext = {
      method: 'editMessageText',
      error: refusal(400, 'Bad Request: message is not modified: …'),
    }
    await chat.press(shown, '▶')
    expect(chat.telegram.messages).toHaveLength(1)
    expect(chat.events.filter(({ kind }) => kind === 'failure')).toEqual([])
  })

  it('a message that cannot be edited is answered by a new one', async () => {
    const chat = new TestChat(searcher)
    const shown = await chat.say('旅游')
    chat.telegram.failNext = {
      method: 'editMessageText',
      error: refusal(400, 'Bad Request: message to edit not found'),
    }
    await chat.press(shown, '▶')
    expect(chat.telegram.messages).toHaveLength(2)
  })

  it('a button answered too late still does its work', async () => {
    const chat = new TestChat(searcher)
    const shown = await chat.say('旅游')
    chat.telegram.failNext = {
      method: 'answerCallbackQuery',
      error: refusal(400, 'Bad Request: query is too old'),
    }
    expect((await chat.press(shown, '▶')).text).not.toBe(shown.text)
  })
})

describe('work that takes a while', () => {
  const slow = (ms: number): Searcher => ({
    ...searcher,
    search: async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, ms))
      return await searcher.search(...args)
    },
  })

  it('shows that the bot is typing', async () => {
    const chat = new TestChat(slow(400))
    await chat.say('旅游')
    expect(chat.telegram.callsTo('sendChatAction')[0]?.payload.action).toBe('typing')
  })
})

/** What happens to a call of the Bot API when the way there is bad. */
import { Api, GrammyError, HttpError } from 'grammy'
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createDelivery } from '../../../src/bot/sending/delivery.ts'
import { LostMessageError } from '../../../src/bot/sending/repeat-failed.ts'

type Failure =
  | 'hang'
  | { error_code: number; description?: string; retry_after?: number; migrate_to_chat_id?: number }
  | { network: { code?: string; type?: string } }
/** `done`: the call has its effect, and then its answer is lost. `late`: it is so many milliseconds on its way. */
type Step = 'ok' | Failure | { done: Failure } | { late: number }

interface Call {
  readonly method: string
  readonly at: number
  readonly payload: Record<string, unknown>
}

interface Stored {
  readonly chat: unknown
  text: string
  buttons: unknown
}

/** A Bot API that goes through the steps and then answers well; its clock is moved by waiting alone. */
function script(steps: readonly Step[], timeoutMs = 10_000) {
  let time = 0
  let lastId = 6
  const calls: Call[] = []
  const stored = new Map<number, Stored>()
  const left = [...steps]
  const logged: string[] = []
  const api = new Api('123456789:AAEhBOweik9ai2o8vghlvpQh0sdDHLXsXcc')
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })

  const refuse = (description: string) =>
    ({ ok: false, error_code: 400, description: `Bad Request: ${description}` }) as const
  const perform = (method: string, payload: Record<string, unknown>) => {
    if (method === 'sendMessage') {
      stored.set(++lastId, {
        chat: payload.chat_id,
        text: String(payload.text),
        buttons: payload.reply_markup,
      })
      return { ok: true, result: { message_id: lastId, text: payload.text } as never } as const
    }
    if (method === 'editMessageReplyMarkup') {
      const message = stored.get(Number(payload.message_id))
      if (message === undefined || message.chat !== payload.chat_id)
        return refuse('message to edit not found')
      if (message.text.startsWith('user:')) return refuse("message can't be edited")
      if (message.buttons === undefined) return refuse('message is not modified')
      message.buttons = undefined
      return { ok: true, result: { message_id: payload.message_id, text: message.text } as never } as const
    }
    if (method === 'deleteMessages') {
      for (const id of payload.message_ids as number[]) stored.delete(id)
    }
    return { ok: true, result: true as never } as const
  }
  const fail = async (step: Failure, signal: AbortSignal) => {
    if (step === 'hang') {
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      throw new HttpError(
        'aborted',
        Object.assign(new Error('aborted'), { name: 'AbortError', type: 'aborted' }),
      )
    }
    if ('network' in step) throw new HttpError('network', Object.assign(new Error('network'), step.network))
    const { error_code, description = 'refused', retry_after, migrate_to_chat_id } = step
    return {
      ok: false,
      error_code,
      description,
      ...(retry_after !== undefined && { parameters: { retry_after } }),
      ...(migrate_to_chat_id !== undefined && { parameters: { migrate_to_chat_id } }),
    } as const
  }

  api.config.use(async (_prev, method, payload, signal) => {
    const step = left.shift() ?? 'ok'
    const isLate = typeof step === 'object' && 'late' in step
    if (isLate) time += step.late
    calls.push({ method, at: Math.round(time), payload: payload as Record<string, unknown> })
    if (step === 'ok' || isLate) return perform(method, payload as Record<string, unknown>)
    if (typeof step === 'object' && 'done' in step) {
      perform(method, payload as Record<string, unknown>)
      return fail(step.done, signal as AbortSignal)
    }
    return fail(step, signal as AbortSignal)
  })
  const sleep = async (ms: number): Promise<void> => {
    time += ms
  }
  const delivery = createDelivery({ log, timeoutMs, now: () => time, sleep })
  api.config.use(...delivery.transformers)
  /** Somebody writes; the bot hears of it unless told otherwise. */
  const hear = (chat: number, isHeard = true): void => {
    stored.set(++lastId, { chat, text: 'user: 伊宁GDP', buttons: undefined })
    const message = {
      message_id: lastId,
      date: 0,
      chat: { id: chat, type: 'private', first_name: 'Ann' },
    } as const
    if (isHeard) delivery.noteUpdate({ update_id: lastId, message } as Update)
  }
  return {
    api,
    calls,
    hear,
    texts: (chat = 501) =>
      [...stored.values()].filter((message) => message.chat === chat).map(({ text }) => text),
    lost: () => logged.filter((line) => /given up|message lost/.test(line)),
    advance: (ms: number) => (time += ms),
  }
}

const reset: Failure = { network: { code: 'ECONNRESET' } }
const refusedConnection: Failure = { network: { code: 'ECONNREFUSED' } }
const gatewayPage: Failure = { network: { type: 'invalid-json' } }
const serverError: Failure = { error_code: 500, description: 'Internal Server Error' }

const NEVER_SENT: readonly [string, Failure][] = [
  ['nobody listens', refusedConnection],
  ['the name is not found', { network: { code: 'EAI_AGAIN' } }],
]
const SENT: readonly [string, Failure][] = [
  ['Telegram says that it failed', serverError],
  ['a gateway answers in its place', gatewayPage],
  ['the connection breaks', reset],
  ['the time runs out', 'hang'],
]

describe('a message', () => {
  it.each([...NEVER_SENT, ...SENT])('arrives once when %s before it is done', async (_what, failure) => {
    const { api, hear, texts, lost } = script([failure, failure], 30)
    hear(501)
    await api.sendMessage(501, 'GDP')
    expect(texts()).toEqual(['user: 伊宁GDP', 'GDP'])
    expect(lost()).toHaveLength(0)
  })

  it.each(SENT)('arrives once when %s after it is done', async (_what, failure) => {
    const { api, hear, texts } = script([{ done: failure }, { done: failure }], 30)
    hear(501)
    await api.sendMessage(501, 'GDP', {
      reply_markup: { inline_keyboard: [[{ text: '1', callback_data: '1' }]] },
    })
    expect(texts()).toEqual(['user: 伊宁GDP', 'GDP'])
  })

  it('without buttons is taken back as well', async () => {
    const { api, hear, texts } = script([{ done: reset }])
    hear(501)
    await api.sendMessage(501, 'GDP')
    expect(texts()).toEqual(['user: 伊宁GDP', 'GDP'])
  })

  it('never costs a person a message that has not been heard of yet', async () => {
    const scene = script([{ done: reset }])
    scene.hear(501)
    const sending = scene.api.sendMessage(501, 'GDP')
    scene.hear(501, false)
    await sending
    expect(scene.texts().filter((text) => text.startsWith('user:'))).toHaveLength(2)
    expect(scene.texts().filter((text) => text === 'GDP')).toHaveLength(1)
  })

  it('leaves the messages to other chats alone', async () => {
    const scene = script([{ done: reset }])
    scene.hear(501)
    const sending = scene.api.sendMessage(501, 'GDP')
    scene.hear(502)
    await Promise.all([sending, scene.api.sendMessage(502, 'GDP')])
    expect(scene.texts(501)).toHaveLength(2)
    expect(scene.texts(502)).toEqual(['user: 伊宁GDP', 'GDP'])
  })

  it.each<[string, Failure]>([
    ['the connection breaks', reset],
    ['the time runs out', 'hang'],
  ])(
    'to a chat that was never heard of is not sent again when %s; the loss is logged',
    async (_what, failure) => {
      const { api, calls, lost } = script([failure], 30)
      await expect(api.sendMessage(501, 'GDP')).rejects.toThrow(LostMessageError)
      expect(calls).toHaveLength(1)
      expect(lost()).toHaveLength(1)
      expect(lost()[0]).not.toContain('GDP')
    },
  )

  it('that is lost for ten minutes is logged, and not said to have failed', async () => {
    const { api, hear, lost } = script(Array.from({ length: 999 }, () => reset))
    hear(501)
    await expect(api.sendMessage(501, 'GDP')).rejects.toThrow(LostMessageError)
    expect(lost()).toHaveLength(1)
  })

  it('arrives once when everything fails in turn, with a 429 in between', async () => {
    const flooded: Failure = { error_code: 429, retry_after: 0.01 }
    const { api, hear, texts, calls } = script([
      serverError,
      { done: reset },
      flooded,
      gatewayPage,
      { done: serverError },
      flooded,
      refusedConnection,
    ])
    hear(501)
    await api.sendMessage(501, 'GDP')
    expect(texts()).toEqual(['user: 伊宁GDP', 'GDP'])
    expect(calls.filter(({ method }) => method === 'editMessageReplyMarkup')).toHaveLength(2)
  })

  it('asks about no message of others that was sent before or after the attempt', async () => {
    const scene = script([{ done: reset }])
    scene.hear(501)
    const sending = scene.api.sendMessage(501, 'GDP')
    await Promise.resolve()
    // The attempt has failed; until the next one, another person writes, and the bot does not hear of it in time.
    await scene.api.sendMessage(502, 'GDP')
    scene.hear(503, false)
    await sending
    expect(scene.calls.filter(({ method }) => method === 'editMessageReplyMarkup')).toHaveLength(1)
    expect(scene.texts(501)).toHaveLength(2)
  })

  it('finds its own copy among those of others who lost an answer at the same time', async () => {
    const scene = script([{ done: reset }, { done: reset }, { done: reset }])
    const chats = [501, 502, 503]
    for (const chat of chats) scene.hear(chat)
    await Promise.all(chats.map((chat) => scene.api.sendMessage(chat, `GDP ${chat}`)))
    for (const chat of chats) expect(scene.texts(chat)).toEqual(['user: 伊宁GDP', `GDP ${chat}`])
    // One question each: nobody asks about what belongs to another.
    expect(scene.calls.filter(({ method }) => method === 'editMessageReplyMarkup')).toHaveLength(3)
  })

  it.each([
    [19, 1],
    [20, 2],
  ])('is looked for among twenty ids: after %i of others stands %i times', async (others, copies) => {
    const scene = script([{ done: reset }])
    scene.hear(501)
    for (let at = 0; at < others; at++) scene.hear(503, false)
    await scene.api.sendMessage(501, 'GDP')
    expect(scene.calls.filter(({ method }) => method === 'editMessageReplyMarkup')).toHaveLength(20)
    expect(scene.texts().filter((text) => text === 'GDP')).toHaveLength(copies)
  })

  it.each([400, 401, 403, 404])('that Telegram refuses with %i is not sent again', async (error_code) => {
    const { api, calls } = script([{ error_code }])
    await expect(api.sendMessage(501, 'GDP')).rejects.toThrow(GrammyError)
    expect(calls).toHaveLength(1)
  })

  it('is given up after ten minutes without a network: until then its user still wants it', async () => {
    const { api, hear, calls, lost } = script(Array.from({ length: 999 }, () => refusedConnection))
    hear(501)
    await expect(api.sendMessage(501, 'GDP')).rejects.toThrow(HttpError)
    expect(calls.at(-1)?.at).toBeGreaterThan(595_000)
    expect(calls.at(-1)?.at).toBeLessThanOrEqual(600_000)
    expect(lost()).toHaveLength(1)
  })

  it('is given up after a minute of failures of the server', async () => {
    const { api, hear, calls } = script(Array.from({ length: 99 }, () => serverError))
    hear(501)
    await expect(api.sendMessage(501, 'GDP')).rejects.toThrow(LostMessageError)
    expect(calls.at(-1)?.at).toBeGreaterThan(55_000)
    expect(calls.at(-1)?.at).toBeLessThanOrEqual(60_000)
  })

  it('waits longer from try to try, and three seconds at most', async () => {
    const { api, hear, calls } = script(Array.from({ length: 5 }, () => refusedConnection))
    hear(501)
    await api.sendMessage(501, 'GDP')
    expect(calls.map((call) => call.at)).toEqual([0, 300, 1200, 3900, 6900, 9900])
  })
})

describe('a call that may be repeated without harm', () => {
  it.each<[string, (api: Api) => Promise<unknown>]>([
    ['editMessageText', (api) => api.editMessageText(501, 7, 'GDP')],
    ['answerCallbackQuery', (api) => api.answerCallbackQuery('1')],
    ['answerInlineQuery', (api) => api.answerInlineQuery('1', [])],
    ['getMe', (api) => api.getMe()],
  ])('%s is repeated after a broken connection', async (_method, call) => {
    const { api, calls } = script([reset])
    await call(api)
    expect(calls).toHaveLength(2)
  })

  it('is given up after four tries', async () => {
    const { api, calls, lost } = script(Array.from({ length: 9 }, () => reset))
    await expect(api.editMessageText(501, 7, 'GDP')).rejects.toThrow(HttpError)
    expect(calls).toHaveLength(4)
    expect(lost()).toHaveLength(1)
  })

  it('counts as done when the second try is told that nothing is left to do', async () => {
    const { api } = script([reset, { error_code: 400, description: 'Bad Request: message is not modified' }])
    await expect(api.editMessageText(501, 7, 'GDP')).resolves.toBe(true)
  })

  it('is refused when the first try is told so', async () => {
    const { api } = script([{ error_code: 400, description: 'Bad Request: message is not modified' }])
    await expect(api.editMessageText(501, 7, 'GDP')).rejects.toThrow('not modified')
  })
})

describe('a chat action', () => {
  it('is not worth a second try', async () => {
    const { api, calls } = script([serverError])
    await expect(api.sendChatAction(501, 'typing')).rejects.toThrow()
    expect(calls).toHaveLength(1)
  })

  it('is left out while Telegram wants quiet', async () => {
    const { api, calls } = script([{ error_code: 429, retry_after: 5 }])
    await api.sendChatAction(501, 'typing').catch(() => {})
    await api.sendChatAction(501, 'typing')
    expect(calls).toHaveLength(1)
  })
})

describe('after 429', () => {
  it.each([100, 24 * 60 * 60])(
    'a message waits as long as Telegram says, %i s; another chat does not',
    async (retry_after) => {
      const { api, calls } = script([{ error_code: 429, retry_after }])
      const waiting = api.sendMessage(501, 'a')
      await api.sendMessage(502, 'b')
      await waiting
      await api.sendMessage(501, 'c')
      expect(calls.map(({ payload }) => [payload.chat_id, payload.text])).toEqual([
        [501, 'a'],
        [502, 'b'],
        [501, 'a'],
        [501, 'c'],
      ])
      expect(calls[1]?.at).toBeLessThan(1_000)
      expect(calls[2]?.at).toBe(retry_after * 1_000 + 50)
    },
  )

  it('the answer to a group that has become a supergroup goes there', async () => {
    const migrate = { error_code: 400, migrate_to_chat_id: -1_001_234_567_890 }
    const { api, calls, texts } = script([migrate])
    await api.sendMessage(-501, 'GDP', { reply_parameters: { message_id: 5 } })
    expect(texts(-1_001_234_567_890)).toEqual(['GDP'])
    expect(calls).toHaveLength(2)
    expect(calls[1]?.payload).not.toHaveProperty('reply_parameters')
  })

  it('the message is sent again when the wait is bearable', async () => {
    const { api, calls } = script([{ error_code: 429, retry_after: 0.01 }])
    await api.sendMessage(501, 'a')
    expect(calls).toHaveLength(2)
  })
})

describe('pace', () => {
  it.each([
    ['', []],
    [' when the first is long on its way', [{ late: 200 }]],
  ])('sends a chat no more than five messages a second%s', async (_what, steps) => {
    const { api, calls } = script(steps)
    for (let i = 0; i < 11; i++) await api.sendMessage(501, String(i))
    const perSecond = calls.map(
      ({ at }) => calls.filter((call) => call.at > at - 1000 && call.at <= at).length,
    )
    expect(Math.max(...perSecond)).toBe(5)
  })

  it('sends a group no more than twenty messages a minute', async () => {
    const { api, calls } = script([])
    for (let i = 0; i < 45; i++) await api.sendMessage(-100, String(i))
    const perMinute = calls.map(
      ({ at }) => calls.filter((call) => call.at > at - 60_000 && call.at <= at).length,
    )
    expect(Math.max(...perMinute)).toBe(20)
  })

  it('holds nobody up who is written to at a human pace', async () => {
    const { api, calls, advance } = script([])
    for (let i = 0; i < 20; i++) {
      await api.sendMessage(501, String(i))
      advance(300)
    }
    expect(calls.at(-1)?.at).toBe(19 * 300)
  })
})

/** What happens to a call of the Bot API when the way there is bad. */
import { Api, GrammyError, HttpError } from 'grammy'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createDelivery, LostMessageError } from '../../src/bot/delivery.ts'

type Step =
  | 'ok'
  | 'hang'
  | { error_code: number; description?: string; retry_after?: number }
  | { network: { code?: string; type?: string } }

interface Call {
  readonly method: string
  readonly at: number
  readonly payload: Record<string, unknown>
}

/** A Bot API that goes through the steps and then answers well; its clock is moved by waiting alone. */
function script(steps: readonly Step[], timeoutMs = 10_000) {
  let time = 0
  const calls: Call[] = []
  const left = [...steps]
  const logged: string[] = []
  const api = new Api('123456789:AAEhBOweik9ai2o8vghlvpQh0sdDHLXsXcc')
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(line) })
  api.config.use(async (_prev, method, payload, signal) => {
    calls.push({ method, at: Math.round(time), payload: payload as Record<string, unknown> })
    const step = left.shift() ?? 'ok'
    if (step === 'ok') return { ok: true, result: true as never }
    if (step === 'hang') {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
      throw new HttpError(
        'aborted',
        Object.assign(new Error('aborted'), { name: 'AbortError', type: 'aborted' }),
      )
    }
    if ('network' in step) throw new HttpError('network', Object.assign(new Error('network'), step.network))
    const { error_code, description = 'refused', retry_after } = step
    return {
      ok: false,
      error_code,
      description,
      ...(retry_after !== undefined && { parameters: { retry_after } }),
    }
  })
  const sleep = async (ms: number): Promise<void> => {
    time += ms
  }
  for (const transformer of createDelivery({ log, timeoutMs, now: () => time, sleep }))
    api.config.use(transformer)
  return {
    api,
    calls,
    lost: () => logged.filter((line) => /given up|message lost/.test(line)),
    advance: (ms: number) => (time += ms),
  }
}

const reset: Step = { network: { code: 'ECONNRESET' } }
const refusedConnection: Step = { network: { code: 'ECONNREFUSED' } }
const gatewayPage: Step = { network: { type: 'invalid-json' } }
const serverError: Step = { error_code: 500, description: 'Internal Server Error' }

describe('a message', () => {
  it.each<[string, Step]>([
    ['Telegram says that it failed', serverError],
    ['a gateway answers in its place', gatewayPage],
    ['nobody listens', refusedConnection],
    ['the name is not found', { network: { code: 'EAI_AGAIN' } }],
  ])('is sent again when %s', async (_what, step) => {
    const { api, calls, lost } = script([step, step])
    await api.sendMessage(501, 'GDP')
    expect(calls).toHaveLength(3)
    expect(lost()).toHaveLength(0)
  })

  it.each<[string, Step]>([
    ['the connection breaks after it was sent', reset],
    ['the time runs out', 'hang'],
  ])('is not sent again when %s, for it may have arrived; the loss is logged', async (_what, step) => {
    const { api, calls, lost } = script([step], 30)
    await expect(api.sendMessage(501, 'GDP')).rejects.toThrow(LostMessageError)
    expect(calls).toHaveLength(1)
    expect(lost()).toHaveLength(1)
    expect(lost()[0]).not.toContain('GDP')
  })

  it.each([400, 401, 403, 404])('that Telegram refuses with %i is not sent again', async (error_code) => {
    const { api, calls } = script([{ error_code }])
    await expect(api.sendMessage(501, 'GDP')).rejects.toThrow(GrammyError)
    expect(calls).toHaveLength(1)
  })

  it('is given up after four tries', async () => {
    const { api, calls, lost } = script(Array.from({ length: 9 }, () => serverError))
    await expect(api.sendMessage(501, 'GDP')).rejects.toThrow('500')
    expect(calls).toHaveLength(4)
    expect(lost()).toHaveLength(1)
  })

  it('waits longer from try to try', async () => {
    const { api, calls } = script([serverError, serverError, serverError])
    await api.sendMessage(501, 'GDP')
    expect(calls.map((call) => call.at)).toEqual([0, 300, 1200, 3900])
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
  it('another message to the chat waits as long as Telegram says; another chat does not', async () => {
    const { api, calls } = script([{ error_code: 429, retry_after: 100 }])
    await expect(api.sendMessage(501, 'a')).rejects.toThrow('429')
    await api.sendMessage(502, 'b')
    await api.sendMessage(501, 'c')
    expect(calls.map((call) => [call.payload.chat_id, call.at])).toEqual([
      [501, 0],
      [502, 0],
      [501, 100_050],
    ])
  })

  it('the message is sent again when the wait is bearable', async () => {
    const { api, calls } = script([{ error_code: 429, retry_after: 0.01 }])
    await api.sendMessage(501, 'a')
    expect(calls).toHaveLength(2)
  })
})

describe('pace', () => {
  it('sends a chat no more than five messages a second', async () => {
    const { api, calls } = script([])
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

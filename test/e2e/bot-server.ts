/** A Bot API server on this machine for one bot: serves updates by long polling, checks calls by Telegram's rules. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type SentMessage, StrictTelegram } from '../bot/strict-telegram.ts'
import { BOT } from '../bot/test-chat.ts'

const TOKEN = '7000000001:AAtest_token_of_a_server_on_this_machine'

export class BotServer {
  readonly telegram = new StrictTelegram()
  readonly token = TOKEN
  /** What was wrong with calls: empty at the end of a good run. */
  readonly refused: string[] = []
  /** How often updates were asked for. */
  polls = 0
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response))
  #queue: { update_id: number }[] = []
  #updates = 1_000
  #poll: (() => void) | null = null
  #waiters: (() => void)[] = []

  /** How many updates have not been confirmed. */
  get waiting(): number {
    return this.#queue.length
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Puts an update into the queue. */
  push(update: Readonly<Record<string, unknown>>): void {
    this.#queue.push({ update_id: ++this.#updates, ...update })
    this.#poll?.()
  }

  /** Resolves as soon as the condition gives something. */
  async until<T>(condition: () => T | undefined | false, what: string, timeoutMs = 60_000): Promise<T> {
    const end = Date.now() + timeoutMs
    for (;;) {
      const value = condition()
      if (value !== undefined && value !== false) return value
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
      await new Promise<void>((resolve) => {
        this.#waiters.push(resolve)
        setTimeout(resolve, 100)
      })
    }
  }

  /** The message once it matches. */
  async shows(pattern: RegExp): Promise<SentMessage> {
    return await this.until(
      () => this.telegram.messages.findLast(({ text }) => pattern.test(text)),
      String(pattern),
    )
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const match = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '')
    const payload = await readJson(request)
    const send = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (match === null || match[1] !== TOKEN)
      return send(401, { ok: false, error_code: 401, description: 'Unauthorized' })
    try {
      send(200, { ok: true, result: await this.#call(match[2] ?? '', payload) })
    } catch (error) {
      const { message } = error as Error
      this.refused.push(`${match[2]}: ${message}`)
      send(400, { ok: false, error_code: 400, description: `Bad Request: ${message}` })
    }
    for (const wake of this.#waiters.splice(0)) wake()
  }

  async #call(method: string, payload: Record<string, unknown>): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return BOT
      case 'getUpdates':
        this.polls++
        return await this.#takeUpdates(Number(payload.offset ?? 0), Number(payload.timeout ?? 0))
      case 'getMyCommands':
        return []
      case 'getMyDescription':
        return { description: '' }
      case 'getMyShortDescription':
        return { short_description: '' }
      case 'setMyCommands':
      case 'setMyDescription':
      case 'setMyShortDescription':
      case 'setWebhook':
      case 'deleteWebhook':
        return true
      default:
        return await this.telegram.call(method, payload)
    }
  }

  async #takeUpdates(offset: number, timeoutSeconds: number): Promise<object[]> {
    if (offset > 0) this.#queue = this.#queue.filter(({ update_id }) => update_id >= offset)
    if (this.#queue.length === 0 && timeoutSeconds > 0) {
      await new Promise<void>((resolve) => {
        this.#poll = resolve
        setTimeout(resolve, timeoutSeconds * 1_000).unref()
      })
      this.#poll = null
    }
    return this.#queue.slice(0, 100)
  }
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString('utf8')
  return body === '' ? {} : JSON.parse(body)
}

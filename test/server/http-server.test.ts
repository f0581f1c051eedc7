/** Webhook, health and metrics over real HTTP. */
import { connect } from 'node:net'
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { type HttpServer, ListenError, startHttpServer } from '../../src/server/http-server.ts'
import { createWebhook, type Webhook } from '../../src/server/webhook.ts'
import { createMemoryUpdateLog, type UpdateLog } from '../../src/state/update-log.ts'

const SECRET = 'a-secret-of-some-length'
const log = pino({ level: 'silent' })
const servers: HttpServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

interface Scene {
  readonly handled: number[]
  readonly webhook: Webhook
  readonly post: (body: string, headers?: Record<string, string>) => Promise<Response>
  readonly get: (path: string, init?: RequestInit) => Promise<Response>
  readonly port: number
}

async function open(
  options: {
    isReady?: boolean
    work?: (update: Update) => Promise<void>
    updates?: UpdateLog
    patienceMs?: number
  } = {},
): Promise<Scene> {
  const handled: number[] = []
  const webhook = createWebhook({
    handleUpdate: async (update) => {
      handled.push(update.update_id)
      await options.work?.(update)
    },
    updates: options.updates ?? createMemoryUpdateLog(),
    log,
    patienceMs: options.patienceMs ?? 200,
  })
  const server = await startHttpServer({
    port: 0,
    host: '127.0.0.1',
    webhook: { path: '/telegram', secret: SECRET, take: webhook.take },
    isReady: async () => options.isReady ?? true,
    metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'yinju_updates_total 1\n' },
    log,
  })
  servers.push(server)
  const root = `http://127.0.0.1:${server.port}`
  return {
    handled,
    webhook,
    port: server.port,
    post: (body, headers = { 'x-telegram-bot-api-secret-token': SECRET }) =>
      fetch(`${root}/telegram`, { method: 'POST', body, headers }),
    get: (path, init) => fetch(`${root}${path}`, init),
  }
}

const update = (id: number): string => JSON.stringify({ update_id: id, message: { text: 'GDP' } })

describe('health and metrics', () => {
  it.each([
    ['/healthz', true, 200, 'ok'],
    ['/readyz', true, 200, 'ready'],
    ['/readyz', false, 503, 'not ready'],
    ['/metrics', true, 200, 'yinju_updates_total 1\n'],
    ['/', true, 404, 'not found'],
    ['/telegram', true, 405, 'POST only'],
  ])('answers GET %s (ready: %s) with %i', async (path, isReady, status, text) => {
    const { get } = await open({ isReady })
    const response = await get(path)
    expect([response.status, await response.text()]).toEqual([status, text])
  })

  it('answers HEAD, and refuses what is neither GET nor HEAD', async () => {
    const { get } = await open()
    expect((await get('/healthz', { method: 'HEAD' })).status).toBe(200)
    expect((await get('/metrics', { method: 'DELETE' })).status).toBe(405)
  })
})

describe('webhook', () => {
  it('hands an update on and answers 200 when it is done', async () => {
    const { post, handled } = await open()
    expect((await post(update(1))).status).toBe(200)
    expect(handled).toEqual([1])
  })

  it.each<[string, Record<string, string>]>([
    ['no secret', {}],
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'a-secret-of-some-lengtH' }],
    ['a part of the secret', { 'x-telegram-bot-api-secret-token': SECRET.slice(0, -1) }],
    ['an empty secret', { 'x-telegram-bot-api-secret-token': '' }],
  ])('refuses %s', async (_what, headers) => {
    const { post, handled } = await open()
    expect((await post(update(1), headers)).status).toBe(401)
    expect(handled).toEqual([])
  })

  it.each([
    ['no JSON', 'hello'],
    ['an empty body', ''],
    ['no object', '[1]'],
    ['null', 'null'],
    ['no update_id', '{"message":{}}'],
    ['a broken update_id', '{"update_id":"1"}'],
  ])('refuses %s with 400', async (_what, body) => {
    const { post, handled } = await open()
    expect((await post(body)).status).toBe(400)
    expect(handled).toEqual([])
  })

  it('takes a body of 1 MB and refuses a larger one', async () => {
    const { post, handled } = await open()
    const body = update(1)
    expect((await post(body + ' '.repeat(1024 * 1024 - body.length))).status).toBe(200)
    expect((await post(body + ' '.repeat(1024 * 1024 - body.length + 1))).status).toBe(413)
    expect(handled).toEqual([1])
  })

  it('stops reading a body whose length is not told before', async () => {
    const { port, handled } = await open()
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('error', () => {})
    socket.write(
      `POST /telegram HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\ntransfer-encoding: chunked\r\n\r\n`,
    )
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    for (let i = 0; i < 40 && !socket.destroyed; i++) {
      socket.write(chunk)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await new Promise((resolve) => (socket.destroyed ? resolve(0) : socket.once('close', resolve)))
    expect(answer).toMatch(/^HTTP\/1\.1 413/)
    expect(handled).toEqual([])
  })

  it('handles an update once, however often it is delivered', async () => {
    const { post, handled } = await open({ work: () => new Promise((resolve) => setTimeout(resolve, 30)) })
    const statuses = await Promise.all([1, 1, 1, 2].map(async (id) => (await post(update(id))).status))
    await post(update(1))
    expect(statuses).toEqual([200, 200, 200, 200])
    expect([...handled].sort()).toEqual([1, 2])
  })

  it('does not let Telegram wait for work that hangs', async () => {
    const { post } = await open({ work: () => new Promise(() => {}), patienceMs: 50 })
    const started = performance.now()
    expect((await post(update(1))).status).toBe(200)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('answers 200 when the handler fails, because a second try would fail as well', async () => {
    const { post, handled } = await open({ work: () => Promise.reject(new Error('broken')) })
    expect((await post(update(1))).status).toBe(200)
    expect((await post(update(1))).status).toBe(200)
    expect(handled).toEqual([1])
  })

  it('sends an update back that another copy holds and does not finish', async () => {
    const { post, handled } = await open({
      updates: { begin: async () => 'busy', end: async () => {} },
      patienceMs: 60,
    })
    expect((await post(update(1))).status).toBe(503)
    expect(handled).toEqual([])
  })

  it('takes over an update that another copy gave up', async () => {
    const states = ['busy', 'busy', 'new'] as const
    let asked = 0
    const { post, handled } = await open({
      updates: { begin: async () => states[asked++] ?? 'done', end: async () => {} },
    })
    expect((await post(update(1))).status).toBe(200)
    expect(handled).toEqual([1])
  })

  it('waits for the work under way when it drains, and not for ever', async () => {
    const { post, webhook } = await open({
      patienceMs: 1,
      work: (u) => new Promise((resolve) => setTimeout(resolve, u.update_id === 1 ? 80 : 60_000)),
    })
    await post(update(1))
    const started = performance.now()
    await webhook.drain(2000)
    expect(performance.now() - started).toBeLessThan(1000)
    await post(update(2))
    await webhook.drain(50)
  })
})

describe('startHttpServer', () => {
  it('says which port is taken, and what to do', async () => {
    const { port } = await open()
    const again = startHttpServer({
      port,
      host: '127.0.0.1',
      webhook: null,
      isReady: async () => true,
      metrics: { contentType: '', text: async () => '' },
      log,
    })
    await expect(again).rejects.toThrow(ListenError)
    await expect(again).rejects.toThrow(
      `PORT ${port}: another program listens there; stop it or choose another PORT`,
    )
  })
})

describe('createMemoryUpdateLog', () => {
  it('forgets an update after an hour', async () => {
    let now = 0
    const updates = createMemoryUpdateLog(() => now)
    expect(await updates.begin(1)).toBe('new')
    now = 59 * 60_000
    expect(await updates.begin(1)).toBe('done')
    now = 61 * 60_000
    expect(await updates.begin(1)).toBe('new')
  })
})

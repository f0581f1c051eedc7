/** Webhook, health and metrics over real HTTP. */
import { connect } from 'node:net'
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { MAX_QUERY_UTF16 } from '../../src/search/query/query.ts'
import { type HttpServer, ListenError, startHttpServer } from '../../src/server/http-server.ts'
import { createUpdateWork, type UpdateWork } from '../../src/server/update-work.ts'
import { createWebhook } from '../../src/server/webhook.ts'
import { createUpdateLog, type UpdateLog } from '../../src/state/update-log.ts'

const SECRET = 'a-secret-of-some-length'
const log = pino({ level: 'silent' })
const servers: HttpServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

interface Scene {
  readonly handled: number[]
  readonly work: UpdateWork
  readonly post: (body: string, headers?: Record<string, string>) => Promise<Response>
  readonly get: (path: string, init?: RequestInit) => Promise<Response>
  readonly port: number
}

async function open(
  options: {
    isReady?: boolean | (() => Promise<boolean>)
    handle?: (update: Update) => Promise<void>
    updates?: Partial<UpdateLog>
    patienceMs?: number
    maxPatienceMs?: number
    metricsToken?: string
    hasPages?: boolean
    requestTimeoutMs?: number
  } = {},
): Promise<Scene> {
  const handled: number[] = []
  const updates = { ...createUpdateLog(), keep: async () => true, ...options.updates }
  const work = createUpdateWork({
    handleUpdate: async (update) => {
      handled.push(update.update_id)
      await options.handle?.(update)
    },
    updates,
    log,
  })
  const { patienceMs = 200, maxPatienceMs = 400 } = options
  const take = createWebhook({ work, updates, patienceMs, maxPatienceMs })
  const server = await startHttpServer({
    port: 0,
    host: '127.0.0.1',
    webhook: { path: '/telegram', secret: SECRET, take },
    isReady: typeof options.isReady === 'function' ? options.isReady : async () => options.isReady !== false,
    metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'yinju_updates_total 1\n' },
    metricsToken: options.metricsToken ?? null,
    pages: options.hasPages === true ? (_request, response) => void response.end('a page') : null,
    ...(options.requestTimeoutMs !== undefined && { requestTimeoutMs: options.requestTimeoutMs }),
    log,
  })
  servers.push(server)
  const root = `http://127.0.0.1:${server.port}`
  return {
    handled,
    work,
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

  it('gives every other path to the pages, where there are any, and keeps the metrics from the world', async () => {
    const { get } = await open({ hasPages: true })
    for (const path of ['/', '/metrics', '/search?q=x']) expect(await (await get(path)).text()).toBe('a page')
    expect(await (await get('/healthz')).text()).toBe('ok')
  })

  it.each([
    ['Bearer the-right-token-of-all', true],
    ['bearer the-right-token-of-all', true],
    ['Bearer the-wrong-token-of-all', false],
    ['', false],
  ])('shows the metrics to who has the token: %j', async (authorization, isShown) => {
    const { get } = await open({ hasPages: true, metricsToken: 'the-right-token-of-all' })
    const text = await (await get('/metrics', { headers: { authorization } })).text()
    expect(text.startsWith('yinju_updates_total')).toBe(isShown)
  })

  it('says that it failed, and no more, where it cannot tell whether it is ready', async () => {
    const { get } = await open({ isReady: () => Promise.reject(new Error('cause')) })
    const response = await get('/readyz')
    expect([response.status, await response.text()]).toEqual([500, 'failed'])
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

  it('takes the longest question in an address', async () => {
    const { port } = await open()
    const question = encodeURIComponent('旅'.repeat(MAX_QUERY_UTF16))
    expect((await fetch(`http://127.0.0.1:${port}/healthz?q=${question}`)).status).toBe(200)
  })

  it('says what is wrong with an address that is not encoded', async () => {
    const { port } = await open()
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => {
      answer += String(data)
    })
    socket.write('GET /search?q=旅游 HTTP/1.1\r\nhost: x\r\n\r\n')
    await new Promise((resolve) => socket.once('close', resolve))
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*percent-encoded/su)
  })

  it('closes the connection of a request that does not arrive whole in time', async () => {
    const { port, handled } = await open({ requestTimeoutMs: 300 })
    const head = `POST /telegram HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\n`
    for (const sent of [head, `${head}content-length: 100\r\n\r\n{"update_id"`]) {
      const socket = connect(port, '127.0.0.1')
      let answer = ''
      socket.on('data', (data) => {
        answer += String(data)
      })
      socket.write(sent)
      await new Promise((resolve) => socket.once('close', resolve))
      expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    }
    expect(handled).toEqual([])
  })

  it('handles an update once, however often it is delivered', async () => {
    const { post, handled } = await open({ handle: () => new Promise((resolve) => setTimeout(resolve, 30)) })
    const statuses = await Promise.all([1, 1, 1, 2].map(async (id) => (await post(update(id))).status))
    await post(update(1))
    expect(statuses).toEqual([200, 200, 200, 200])
    expect([...handled].sort()).toEqual([1, 2])
  })

  it('does not let Telegram wait for work that hangs, but stores the update before it says so', async () => {
    const kept: number[] = []
    const { post } = await open({
      handle: () => new Promise(() => {}),
      patienceMs: 50,
      maxPatienceMs: 60_000,
      updates: { keep: async ({ update_id }) => kept.push(update_id) > 0 },
    })
    const started = performance.now()
    expect((await post(update(1))).status).toBe(200)
    expect(performance.now() - started).toBeLessThan(30_000)
    expect(kept).toEqual([1])
  })

  it('has an update brought again that hangs and cannot be stored, and says when it is done after all', async () => {
    let finish = (): void => {}
    const { post, handled } = await open({
      handle: () => new Promise((resolve) => (finish = resolve)),
      patienceMs: 20,
      maxPatienceMs: 60,
      updates: { keep: async () => false },
    })
    expect((await post(update(1))).status).toBe(503)
    setTimeout(() => finish(), 30)
    expect((await post(update(1))).status).toBe(200)
    expect(handled).toEqual([1])
  })

  it('answers 200 when the handler fails, because a second try would fail as well', async () => {
    const { post, handled } = await open({ handle: () => Promise.reject(new Error('broken')) })
    expect((await post(update(1))).status).toBe(200)
    expect((await post(update(1))).status).toBe(200)
    expect(handled).toEqual([1])
  })

  it('sends an update back that another copy holds and does not finish', async () => {
    const { post, handled } = await open({
      updates: { begin: async () => 'busy' },
      maxPatienceMs: 60,
    })
    expect((await post(update(1))).status).toBe(503)
    expect(handled).toEqual([])
  })

  it('takes over an update that another copy gave up', async () => {
    const states = ['busy', 'busy', 'new'] as const
    let asked = 0
    const { post, handled } = await open({
      updates: { begin: async () => states[asked++] ?? 'done' },
    })
    expect((await post(update(1))).status).toBe(200)
    expect(handled).toEqual([1])
  })

  it('waits for the work under way when it drains, and not for ever', async () => {
    const { post, work } = await open({
      patienceMs: 1,
      handle: (u) => new Promise((resolve) => setTimeout(resolve, u.update_id === 1 ? 80 : 60_000)),
    })
    await post(update(1))
    const started = performance.now()
    await work.drain(60_000)
    expect(performance.now() - started).toBeLessThan(30_000)
    await post(update(2))
    await work.drain(50)
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

/** `yinju start` against a Bot API server of our own: what it says and how it ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
// What the command loads when it is given: loaded before the first test, whose time is limited.
import '../../src/mcp/serve.ts'
import '../../src/run/start.ts'
import '../../src/web/serve.ts'
import { openJournal } from '../../src/state/journal.ts'
import { createUpdateLog } from '../../src/state/update-log.ts'
import { LONG, startYinju } from '../commands/start-yinju.ts'
import { freePort } from '../free-port.ts'

const TOKEN = '123456789:AAEhBOweik9ai2o8vghlvpQh0sdDHLXsXcc'
const METRICS_TOKEN = 'metrics-token-of-the-test'
const ME = {
  id: 123456789,
  is_bot: true,
  first_name: 'Test',
  username: 'start_test_bot',
  can_join_groups: true,
  supports_inline_queries: true,
}

type Answer = { ok: true; result: unknown } | { ok: false; error_code: number; description: string }
type Answers = (method: string, call: number, body: Record<string, unknown>) => Answer | Promise<Answer>

const dataDir = mkdtempSync(join(tmpdir(), 'yinju-start-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

/** Answers like Telegram, but for what the test says otherwise. */
async function telegram(answers: Answers = () => ({ ok: true, result: true })) {
  const calls: { method: string; body: Record<string, unknown> }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const method = request.url?.split('/').at(-1) ?? ''
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>
    calls.push({ method, body })
    const answer = await answers(method, calls.filter((call) => call.method === method).length, body)
    response.writeHead(answer.ok ? 200 : answer.error_code, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  return { root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls }
}

const usual: Answers = async (method, call) => {
  if (method === 'getMe') return { ok: true, result: ME }
  if (method === 'getUpdates') {
    if (call > 1) await new Promise((resolve) => setTimeout(resolve, 100))
    return { ok: true, result: [] }
  }
  if (/^getMy(?:Short)?Description$/.test(method)) return { ok: true, result: {} }
  if (method === 'getMyCommands') return { ok: true, result: [] }
  return { ok: true, result: true }
}

const start = (env: Record<string, string>, input = '') =>
  startYinju(['start'], { env: { BOT_TOKEN: TOKEN, CORPUS_DIR: 'corpus', DATA_DIR: dataDir, ...env }, input })

describe('yinju start', () => {
  it('polls until SIGTERM, and ends with status 0', async () => {
    const { root, calls } = await telegram(usual)
    const { status, said } = start({ TELEGRAM_API_ROOT: root })
    await said('ready; polling Telegram')
    process.emit('SIGTERM', 'SIGTERM')
    expect(await status).toBe(0)
    expect(calls.map(({ method }) => method)).toEqual(
      expect.arrayContaining(['getMe', 'deleteWebhook', 'getUpdates']),
    )
  })

  it('answers a question, and tells Telegram before it ends that the update is done', async () => {
    // Too long to stand in the time of a line of the log by chance, as 501 of 49.501Z does.
    const id = 7_654_321_098
    const message = {
      message_id: 7,
      date: 0,
      chat: { id, type: 'private', first_name: 'Ann' },
      from: { id, is_bot: false, first_name: 'Ann' },
      text: '伊宁市GDP',
    }
    const { root, calls } = await telegram((method, call, body) =>
      method === 'getUpdates' && call === 1
        ? { ok: true, result: [{ update_id: 40, message }] }
        : method === 'sendMessage'
          ? { ok: true, result: { ...message, message_id: 8, text: body.text } }
          : usual(method, call, body),
    )
    const { status, said, stdout } = start({ TELEGRAM_API_ROOT: root })
    await said('"msg":"update"')
    await vi.waitUntil(() => calls.some(({ method }) => method === 'sendMessage'), LONG)
    process.emit('SIGINT', 'SIGINT')
    expect(await status).toBe(0)
    expect(String(calls.find(({ method }) => method === 'sendMessage')?.body.text)).toContain('伊宁市')
    expect(calls.filter(({ method }) => method === 'getUpdates').at(-1)?.body).toMatchObject({
      offset: 41,
      limit: 1,
    })
    expect(stdout.text()).not.toMatch(new RegExp(`伊宁市GDP|${id}`, 'u'))
  })

  it.each<[number, string, string]>([
    [
      401,
      'Unauthorized',
      'yinju start: BOT_TOKEN: Telegram does not take it (401 Unauthorized); copy it anew from @BotFather into .env\n',
    ],
    [
      404,
      'Not Found',
      'yinju start: BOT_TOKEN: Telegram does not take it (404 Not Found); copy it anew from @BotFather into .env\n',
    ],
  ])('says that the token is wrong when Telegram answers %i', async (error_code, description, line) => {
    const { root } = await telegram(() => ({ ok: false, error_code, description }))
    const { status, stderr } = start({ TELEGRAM_API_ROOT: root })
    expect(await status).toBe(1)
    expect(stderr.text()).toBe(line)
  })

  it('says that another program polls when Telegram answers 409', async () => {
    const { root } = await telegram((method, call, body) =>
      method === 'getUpdates'
        ? { ok: false, error_code: 409, description: 'Conflict: terminated by other getUpdates request' }
        : usual(method, call, body),
    )
    const { status, stderr } = start({ TELEGRAM_API_ROOT: root })
    expect(await status).toBe(1)
    expect(stderr.text()).toContain('yinju start: BOT_TOKEN: another program polls Telegram with it (409')
  })

  it('ends when the token is revoked while it runs', async () => {
    const { root } = await telegram((method, call, body) =>
      method === 'getUpdates' && call > 2
        ? { ok: false, error_code: 401, description: 'Unauthorized' }
        : usual(method, call, body),
    )
    const { status, stderr } = start({ TELEGRAM_API_ROOT: root })
    expect(await status).toBe(1)
    expect(stderr.text()).toContain('BOT_TOKEN: Telegram does not take it (401')
  })

  it('says that Telegram cannot be reached, without the token', async () => {
    const { status, stderr, stdout } = start({ TELEGRAM_API_ROOT: 'http://127.0.0.1:9' })
    expect(await status).toBe(1)
    expect(stderr.text()).toBe(
      'yinju start: http://127.0.0.1:9: Telegram cannot be reached (ECONNREFUSED); check the network, the proxy and TELEGRAM_API_ROOT\n',
    )
    expect(stdout.text()).not.toContain(TOKEN.slice(10))
  })

  it('registers its webhook with the secret', async () => {
    const { root, calls } = await telegram(usual)
    const port = await freePort()
    const { status, said } = start({
      TELEGRAM_API_ROOT: root,
      WEBHOOK_URL: 'http://127.0.0.1/hook',
      WEBHOOK_SECRET: 'a-secret-for-the-test',
      PORT: String(port),
      METRICS_TOKEN,
    })
    await said('ready; Telegram posts updates here')
    expect(calls.find(({ method }) => method === 'setWebhook')?.body).toMatchObject({
      url: 'http://127.0.0.1/hook',
      secret_token: 'a-secret-for-the-test',
    })
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    const metrics = `http://127.0.0.1:${port}/metrics`
    expect((await fetch(metrics)).status).toBe(404)
    const shown = await fetch(metrics, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })
    expect(await shown.text()).toMatch(/^yinju_index_reports 5$/m)
    const page = await (await fetch(`http://127.0.0.1:${port}/search?q=%E5%B0%B1%E4%B8%9A`)).text()
    expect(page.includes(`https://t.me/${ME.username}?start=`)).toBe(true)
    process.emit('SIGTERM', 'SIGTERM')
    expect(await status).toBe(0)
  })

  it('answers where Telegram posts updates what it left when it was killed', async () => {
    const left = createUpdateLog(
      await openJournal(join(dataDir, `updates-${ME.id}.jsonl`), pino({ level: 'silent' })),
    )
    const person = { id: 502, first_name: 'Eve' }
    const message = { message_id: 9, date: 0, chat: { ...person, type: 'private' }, text: '/about' }
    const update = { update_id: 70, message: { ...message, from: { ...person, is_bot: false } } } as Update
    await left.begin(update)
    expect(await left.keep(update)).toBe(true)
    await left.close()
    const { root, calls } = await telegram((method, call, body) =>
      method === 'sendMessage'
        ? { ok: true, result: { ...message, message_id: 10, text: body.text } }
        : usual(method, call, body),
    )
    const { status } = start({
      TELEGRAM_API_ROOT: root,
      WEBHOOK_URL: 'http://127.0.0.1/hook',
      WEBHOOK_SECRET: 'a-secret-for-the-test',
      PORT: String(await freePort()),
    })
    const sent = () => calls.find(({ method }) => method === 'sendMessage')?.body
    await vi.waitUntil(() => sent() !== undefined, LONG)
    expect(sent()).toMatchObject({ chat_id: 502, text: expect.stringContaining('5 份报告') })
    process.emit('SIGTERM', 'SIGTERM')
    expect(await status).toBe(0)
  })

  it('ends when the token is revoked while Telegram posts updates', async () => {
    const { root } = await telegram((method, call, body) =>
      method === 'sendMessage'
        ? { ok: false, error_code: 401, description: 'Unauthorized' }
        : usual(method, call, body),
    )
    const secret = 'a-secret-for-the-test'
    const port = await freePort()
    const { status, said, stderr } = start({
      TELEGRAM_API_ROOT: root,
      WEBHOOK_URL: 'http://127.0.0.1/hook',
      WEBHOOK_SECRET: secret,
      PORT: String(port),
    })
    await said('ready; Telegram posts updates here')
    const person = { id: 501, first_name: 'Ann' }
    const message = {
      message_id: 7,
      date: 0,
      chat: { ...person, type: 'private' },
      from: { ...person, is_bot: false },
      text: '/about',
    }
    await fetch(`http://127.0.0.1:${port}/hook`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: 90, message }),
    })
    expect(await status).toBe(1)
    expect(stderr.text()).toContain('BOT_TOKEN: Telegram does not take it (401')
  })

  it('names every fault of the environment, a line each', async () => {
    const { status, stderr } = start({ PORT: 'x', LOG_LEVEL: 'loud' })
    expect(await status).toBe(1)
    expect(stderr.text().trimEnd().split('\n')).toEqual([
      'yinju start: LOG_LEVEL: cannot be loud; write one of trace, debug, info, warn, error, fatal, silent',
      'yinju start: PORT: cannot be x; write a whole number from 1 to 65535',
    ])
  })

  it('answers in the terminal without a token, and ends with the input', async () => {
    const { status, stdout, stderr } = start({ BOT_TOKEN: '' }, '伊宁市GDP\n')
    expect(await status).toBe(0)
    expect(`${stdout.text()}${stderr.text()}`).toContain('@BotFather')
    expect(stdout.text()).toContain('伊宁市')
  })
})

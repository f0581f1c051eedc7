/** Two copies of the built-in program by webhook behind a round-robin, with one OpenSearch and one Redis between them, and no corpus folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cluster } from '../../src/search/opensearch/cluster.ts'
import type { SentMessage } from '../bot/strict-telegram.ts'
import { BOT, findButton, PERSON, PRIVATE } from '../bot/test-chat.ts'
import { BotServer } from '../e2e/bot-server.ts'
import { freePort } from '../free-port.ts'
import { startCluster, type TestCluster } from './cluster.ts'
import { clear, fill, fiveReports, freshAlias, openCluster, whySkipped } from './fixture.ts'

const SECRET = 'secret-of-the-copies'
const LIMIT_A_MINUTE = 30
const START_TIMEOUT_MS = 180_000

const reason = (await whySkipped()) ?? whyNoRedis()

function whyNoRedis(): string | null {
  try {
    execFileSync('redis-server', ['--version'])
    return null
  } catch {
    const fix = 'two copies need a Redis: apt-get install redis-server'
    if (process.env.CI !== undefined) throw new Error(fix)
    console.log(`opensearch: skipped. ${fix}`)
    return fix
  }
}

describe.skipIf(reason !== null)('two copies of the bot', { timeout: 400_000 }, () => {
  const alias = freshAlias()
  const telegram = new BotServer()
  const copies: { readonly url: string; readonly process: ChildProcess }[] = []
  let server: TestCluster
  let cluster: Cluster
  let redis: ChildProcess

  beforeAll(async () => {
    server = await startCluster({ nodes: 2 })
    cluster = openCluster(server.url)
    await fill(cluster, await fiveReports(), { alias })
    const redisPort = await freePort()
    redis = spawn('redis-server', ['--port', String(redisPort), '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    })
    const apiRoot = await telegram.start()
    for (const port of [await freePort(), await freePort()]) {
      const env = {
        ...process.env,
        BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: apiRoot,
        WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
        WEBHOOK_SECRET: SECRET,
        PORT: String(port),
        SEARCH_BACKEND: 'opensearch',
        OPENSEARCH_URL: server.url,
        OPENSEARCH_INDEX: alias,
        CORPUS_DIR: '/nowhere/at/all',
        REDIS_URL: `redis://127.0.0.1:${redisPort}`,
        LIMIT_USER: String(LIMIT_A_MINUTE),
        LOG_LEVEL: 'error',
      }
      const started = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'start'], {
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      copies.push({ url: `http://127.0.0.1:${port}`, process: started })
    }
    await Promise.all(copies.map((_, copy) => ready(copy, 200)))
  }, 180_000)

  afterAll(async () => {
    for (const copy of copies) copy.process.kill('SIGKILL')
    await telegram.stop()
    redis?.kill('SIGKILL')
    if (cluster !== undefined) await clear(cluster, alias)
    await cluster?.close()
    await server?.stop()
  })

  /** Waits until /readyz of the copy answers with the status. */
  const ready = async (copy: number, status: number): Promise<void> => {
    const end = Date.now() + START_TIMEOUT_MS
    for (;;) {
      const seen = await fetch(`${copies[copy]?.url}/readyz`).then(
        (response) => response.status,
        () => 0,
      )
      if (seen === status) return
      if (Date.now() > end) throw new Error(`/readyz of copy ${copy} is ${seen}, not ${status}`)
      await sleep(100)
    }
  }

  let updates = 5_000
  let turn = 0
  const post = async (fields: object, options: { copy?: number; id?: number } = {}): Promise<number> => {
    turn += 1
    const { url } = copies[options.copy ?? turn % copies.length] as (typeof copies)[number]
    const response = await fetch(`${url}/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
      body: JSON.stringify({ update_id: options.id ?? ++updates, ...fields }),
    })
    return response.status
  }
  const question = (text: string, from: { id: number } = PERSON): object => ({
    message: {
      message_id: telegram.telegram.nextId(),
      date: 1,
      chat: { ...PRIVATE, id: from.id },
      from,
      text,
    },
  })
  const press = async (message: SentMessage, label: string): Promise<SentMessage> => {
    const shown = telegram.telegram.current(message)
    const { callback_data: data } = findButton(shown, label)
    await post({
      callback_query: {
        id: `c${++updates}`,
        from: PERSON,
        chat_instance: '1',
        data,
        message: { ...shown, from: BOT },
      },
    })
    return await telegram.until(() => {
      const now = telegram.telegram.current(message)
      return now.text !== shown.text && now
    }, `what ${label} opens`)
  }
  const sentTo = (chat: number): SentMessage[] =>
    telegram.telegram.messages.filter((message) => message.chat.id === chat)

  it('answer from the index alone, and every button works in the other copy', async () => {
    await post(question('伊宁市 2022 旅游收入'))
    const results = await telegram.shows(/其他相关/)
    expect(results.text).toContain('56.4亿元')
    const passage = await press(results, '全段')
    expect(passage.text).toMatch(/第6段/)
    const next = await press(passage, '下一段')
    expect(next.text).toMatch(/第7段/)
    const before = await press(next, '上一段')
    expect(before.text).toBe(passage.text)
    const back = await press(before, '返回结果')
    expect(back.text).toBe(results.text)
    expect(telegram.refused).toEqual([])
  })

  it('answer an update once, though it comes to both at the same time and again later', async () => {
    const person = { ...PERSON, id: 21 }
    const update = question('新源县 财政收入', person)
    const id = ++updates
    await Promise.all([post(update, { copy: 0, id }), post(update, { copy: 1, id })])
    await telegram.until(() => sentTo(person.id)[0], 'the answer')
    await post(update, { copy: 0, id })
    await post(update, { copy: 1, id })
    await sleep(500)
    expect(sentTo(person.id)).toHaveLength(1)
  })

  it('share one limit, and say so once', async () => {
    const person = { ...PERSON, id: 22 }
    for (let asked = 0; asked < LIMIT_A_MINUTE + 20; asked++) {
      expect(await post(question('旅游', person))).toBe(200)
    }
    await sleep(500)
    const answers = sentTo(person.id).filter(({ text }) => /其他相关/.test(text))
    const notices = sentTo(person.id).filter(({ text }) => !/其他相关/.test(text))
    expect(answers.length).toBeGreaterThanOrEqual(LIMIT_A_MINUTE)
    // The bucket fills up again while the questions are asked.
    expect(answers.length).toBeLessThan(LIMIT_A_MINUTE + 15)
    expect(notices.map(({ text }) => text)).toEqual(['您问得太快了，请稍等片刻再试。'])
    expect(telegram.refused).toEqual([])
  })

  it('say in one line that search is away, and go on by themselves when it is back', async () => {
    const person = { ...PERSON, id: 23 }
    await Promise.all(server.nodes.map((node) => node.stop()))
    await Promise.all(copies.map((_, copy) => ready(copy, 503)))
    await post(question('昭苏县 旅游', person))
    const notice = await telegram.until(() => sentTo(person.id)[0], 'the notice')
    expect(notice.text).toBe('检索服务暂时不可用，请稍后再试。')
    await Promise.all(server.nodes.map((node) => node.start()))
    await server.waitFor('green', server.nodes.length)
    await Promise.all(copies.map((_, copy) => ready(copy, 200)))
    await post(question('昭苏县 旅游', person))
    const answer = await telegram.until(() => sentTo(person.id)[1], 'the answer')
    expect(answer.text).toMatch(/其他相关/)
    expect(copies.map((copy) => copy.process.exitCode)).toEqual([null, null])
  })
})

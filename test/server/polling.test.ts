/** Long polling against a Bot API server over real connections, through a line that can be cut. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { createConnections } from '../../src/server/connections.ts'
import { type Polling, startPolling } from '../../src/server/polling.ts'
import { createUpdateWork } from '../../src/server/update-work.ts'
import { createUpdateLog } from '../../src/state/update-log.ts'
import { BotServer } from '../e2e/bot-server.ts'
import { TcpProxy } from './tcp-proxy.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(handle: (update: Update) => Promise<void> = async () => {}, canKeep = true) {
  const server = new BotServer()
  const root = new URL(await server.start())
  const proxy = new TcpProxy(Number(root.port))
  const connections = createConnections()
  const api = new Api(server.token, {
    apiRoot: `http://127.0.0.1:${await proxy.listen()}`,
    baseFetchConfig: { agent: connections.agent } as object,
  })
  api.config.use(connections.renewWhenBroken)
  const log = pino({ level: 'silent' })
  const handled: number[] = []
  const kept: number[] = []
  const updates = {
    ...createUpdateLog(),
    keep: async (one: { update_id: number }) => canKeep && kept.push(one.update_id) > 0,
  }
  const work = createUpdateWork({
    handleUpdate: async (update) => {
      handled.push(update.update_id)
      await handle(update)
    },
    updates,
    log,
  })
  const start = (): Polling =>
    startPolling({
      getUpdates: (args, signal) => api.getUpdates(args as never, signal as never),
      work,
      updates,
      allowedUpdates: [],
      log,
      pollSeconds: 1,
      graceMs: 500,
    })
  const polling = start()
  ends.push(async () => {
    await polling.stop(0)
    proxy.close()
    await server.stop()
  })
  return { server, proxy, api, handled, kept, polling }
}

const question = (server: BotServer, text = 'GDP'): void => server.push({ message: { text } })

describe('startPolling', () => {
  it('polls anew on a fresh connection when packets are swallowed, whatever is collected meanwhile', async () => {
    const { server, proxy, api, handled } = await open()
    // Connections that lie idle when the line is cut: they are as dead as the one that polls.
    await Promise.all(Array.from({ length: 5 }, () => api.getMe()))
    question(server)
    await server.until(() => handled.length === 1, 'the first update')
    proxy.cut()
    const isTriedAnew = (): boolean => {
      collectGarbage()
      return proxy.unanswered > 0
    }
    await server.until(isTriedAnew, 'a connection beside the dead ones')
    question(server)
    proxy.restore()
    await server.until(() => handled.length === 2, 'the update that waited')
    expect(proxy.fresh).toBeGreaterThan(0)
    expect((await api.getMe()).is_bot).toBe(true)
  })

  it('goes on when an update is none that Telegram makes, and does not take it again', async () => {
    const { server, handled } = await open(async (update) => {
      if (update.message?.text === undefined) throw new TypeError('no text')
    })
    server.push({ message: {} })
    question(server)
    await server.until(() => handled.length === 2, 'both updates')
    await server.until(() => server.waiting === 0, 'Telegram to be told')
    expect(handled).toHaveLength(2)
  })

  it('confirms to Telegram only what is done: the others wait there for the next process', async () => {
    const { server, handled } = await open(
      (update) => (update.message?.text === 'slow' ? new Promise(() => {}) : Promise.resolve()),
      false,
    )
    question(server, 'quick')
    question(server, 'slow')
    question(server, 'quick')
    await server.until(() => handled.length === 3 && server.waiting === 2, 'the first to be confirmed')
    question(server, 'quick')
    await server.until(() => handled.length === 4, 'an update behind the slow one')
    const { polls } = server
    await server.until(() => server.polls > polls + 1, 'two polls more')
    expect(server.waiting).toBe(3)
    expect(handled).toHaveLength(4)
  })

  it('stores an update that holds the others back, and confirms it then', async () => {
    const { server, handled, kept } = await open((update) =>
      update.message?.text === 'slow' ? new Promise(() => {}) : Promise.resolve(),
    )
    question(server, 'slow')
    for (let i = 0; i < 150; i++) question(server)
    await server.until(() => handled.length === 151, 'those behind it')
    await server.until(() => server.waiting === 0, 'Telegram to be told')
    expect(kept).toHaveLength(1)
  })
})

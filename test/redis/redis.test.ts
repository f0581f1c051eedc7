/** The state that copies of the bot share, against a real Redis: `npm run test:redis`. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIM_MS, connectRedis, type SharedState } from '../../src/state/redis.ts'
import { createUpdateLog } from '../../src/state/update-log.ts'
import { freePort } from '../free-port.ts'
import { openTestSite } from '../web/test-site.ts'

const given = process.env.REDIS_URL
const hasBinary = ((): boolean => {
  try {
    execFileSync('redis-server', ['--version'])
    return true
  } catch {
    return false
  }
})()
const isPossible = given !== undefined || hasBinary
if (!isPossible) console.log('redis: skipped, as there is no redis-server on the PATH and no REDIS_URL')

const log = pino({ level: 'silent' })
let port = 0
let server: ChildProcess | null = null
const open: SharedState[] = []

async function startServer(): Promise<void> {
  server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  )
  await connect().then(ready)
}

async function stopServer(): Promise<void> {
  if (server === null) return
  server.kill('SIGKILL')
  await once(server, 'exit')
  server = null
}

async function connect(prefix = `test-${process.pid}-${open.length}`): Promise<SharedState> {
  const state = connectRedis({
    url: given ?? `redis://127.0.0.1:${port}`,
    prefix,
    log,
    own: createUpdateLog(),
  })
  open.push(state)
  return state
}

async function ready(state: SharedState): Promise<SharedState> {
  for (let i = 0; i < 400 && !state.isConnected(); i++)
    await new Promise((resolve) => setTimeout(resolve, 25))
  expect(state.isConnected()).toBe(true)
  return state
}

/** As if the time of every claim had run out. */
async function flushClaims(prefix: string): Promise<void> {
  const redis = new Redis(given ?? `redis://127.0.0.1:${port}`)
  for (const key of await redis.keys(`${prefix}:update:*`))
    if ((await redis.get(key)) === 'busy') await redis.del(key)
  await redis.quit()
}

/** As if every update had been tried first a day ago. */
async function ageTries(prefix: string): Promise<void> {
  const redis = new Redis(given ?? `redis://127.0.0.1:${port}`)
  for (const key of await redis.keys(`${prefix}:tries:*`)) await redis.hset(key, 'since', 0)
  await redis.quit()
}

async function copies(prefix: string): Promise<[SharedState, SharedState]> {
  return [await ready(await connect(prefix)), await ready(await connect(prefix))]
}

describe.skipIf(!isPossible)('state shared through Redis', () => {
  beforeAll(async () => {
    if (given !== undefined) return
    port = await freePort()
    await startServer()
  })

  afterAll(async () => {
    for (const state of open) await state.close()
    await stopServer()
  })

  it('counts what a user asks of two copies in one bucket', async () => {
    const [a, b] = await copies(`limit-${process.pid}`)
    const bucket = { key: 'u:501', perMinute: 4 }
    const verdicts = []
    for (const copy of [a, b, a, b, a, b]) verdicts.push(await copy.limiter.take(bucket))
    expect(verdicts).toEqual(['ok', 'ok', 'ok', 'ok', 'first', 'again'])
  })

  it('counts what a visitor asks of the pages of two copies in one bucket', async () => {
    const [a, b] = await copies(`pages-${process.pid}`)
    const sites = await Promise.all([a, b].map(({ limiter }) => openTestSite({ limiter, limitPerMinute: 4 })))
    const statuses = []
    for (let i = 0; i < 6; i++) statuses.push((await sites[i % 2]?.get('/about'))?.status)
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
  })

  it('hands out exactly what the bucket holds when both copies ask at once', async () => {
    const [a, b] = await copies(`race-${process.pid}`)
    const bucket = { key: 'u:502', perMinute: 30 }
    const verdicts = await Promise.all(
      Array.from({ length: 200 }, (_, i) => (i % 2 ? a : b).limiter.take(bucket)),
    )
    expect(verdicts.filter((verdict) => verdict === 'ok')).toHaveLength(30)
    expect(verdicts.filter((verdict) => verdict === 'first')).toHaveLength(1)
  })

  it('fills the bucket again with time', async () => {
    const state = await ready(await connect())
    const bucket = { key: 'u:503', perMinute: 600 }
    while ((await state.limiter.take(bucket)) === 'ok');
    await new Promise((resolve) => setTimeout(resolve, 350))
    expect(await state.limiter.take(bucket)).toBe('ok')
  })

  it('gives an update to one copy, and tells the other when it is done', async () => {
    const [a, b] = await copies(`update-${process.pid}`)
    const states = await Promise.all([a.updates.begin({ update_id: 7 }), b.updates.begin({ update_id: 7 })])
    expect([...states].sort()).toEqual(['busy', 'new'])
    await a.updates.end({ update_id: 7 })
    expect(await b.updates.begin({ update_id: 7 })).toBe('done')
    expect(await b.updates.begin({ update_id: 8 })).toBe('new')
  })

  it('lets another copy take up what a dead one had kept, and not what a living one is still at work on', async () => {
    const [dead, alive] = await copies(`kept-${process.pid}`)
    const update = { update_id: 8, message: { text: 'GDP' } }
    expect(await dead.updates.begin(update)).toBe('new')
    expect(await dead.updates.keep(update)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, CLAIM_MS + 500))
    expect(await alive.updates.left()).toEqual([])
    expect(await alive.updates.begin(update)).toBe('busy')
    await dead.close()
    await new Promise((resolve) => setTimeout(resolve, CLAIM_MS + 500))
    expect(await alive.updates.left()).toEqual([update])
    expect(await alive.updates.begin(update)).toBe('new')
    await alive.updates.end(update)
    expect(await alive.updates.left()).toEqual([])
  }, 30_000)

  it('gives up an update of which ten processes have died over a long time', async () => {
    const prefix = `poison-${process.pid}`
    const state = await ready(await connect(prefix))
    const states: string[] = []
    for (let i = 0; i < 13; i++) {
      if (i === 11) await ageTries(prefix)
      states.push(await state.updates.begin({ update_id: 12 }))
      await flushClaims(prefix)
    }
    expect(states).toEqual([...Array(11).fill('new'), 'given-up', 'done'])
  })

  it('keeps two bots apart', async () => {
    const a = await ready(await connect(`bot-a-${process.pid}`))
    const b = await ready(await connect(`bot-b-${process.pid}`))
    expect(await a.updates.begin({ update_id: 9 })).toBe('new')
    expect(await b.updates.begin({ update_id: 9 })).toBe('new')
  })

  it.skipIf(given !== undefined)(
    'limits on its own while Redis is gone, without delay, and shares again when it is back',
    async () => {
      const state = await ready(await connect())
      await stopServer()
      const bucket = { key: 'u:504', perMinute: 2 }
      const started = performance.now()
      const verdicts = []
      for (let i = 0; i < 4; i++) verdicts.push(await state.limiter.take(bucket))
      expect(verdicts).toEqual(['ok', 'ok', 'first', 'again'])
      expect(await state.updates.begin({ update_id: 10 })).toBe('new')
      expect(await state.updates.begin({ update_id: 10 })).toBe('busy')
      await state.updates.end({ update_id: 10 })
      expect(await state.updates.begin({ update_id: 10 })).toBe('done')
      expect(performance.now() - started).toBeLessThan(1000)
      await startServer()
      await ready(state)
      expect(await state.updates.begin({ update_id: 11 })).toBe('new')
    },
  )
})

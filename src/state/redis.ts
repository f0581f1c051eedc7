/** Makes limits and handled updates that several copies of the bot share through a Redis. Without an answer from it, each copy keeps its own. */
import { Redis } from 'ioredis'
import type { Logger } from '../log.ts'
import { createMemoryLanguages, type LanguageStore } from './languages.ts'
import { createMemoryLimiter, type Limiter, type Verdict } from './limits.ts'
import {
  type AnyUpdate,
  MAX_TRIES,
  MAX_TRYING_MS,
  nameOf,
  type UpdateLog,
  type UpdateState,
} from './update-log.ts'

export interface SharedState {
  readonly languages: LanguageStore
  readonly limiter: Limiter
  readonly updates: UpdateLog
  /** True while Redis answers. */
  isConnected(): boolean
  close(): Promise<void>
}

export interface RedisOptions {
  readonly url: string
  /** Goes before every key, so that two bots may share one Redis. */
  readonly prefix: string
  readonly log: Logger
  /** What each copy keeps by itself while Redis does not answer. */
  readonly own: UpdateLog
}

/** Telegram repeats an update that it believes undelivered within minutes: a balancer that broke, a copy that hung. */
const REMEMBERED_MS = 60 * 60 * 1000
/** An update that a copy took may be taken by another one when this copy has not said for so long that it is alive. */
export const CLAIM_MS = 5_000
const ALIVE_MS = 1_500

/** A question is not kept waiting for Redis longer than this. */
const COMMAND_TIMEOUT_MS = 250
const CONNECT_TIMEOUT_MS = 2_000
const MAX_RECONNECT_PAUSE_MS = 5_000

/** The clock is Redis's own, since those of the copies differ. The same rules as createMemoryLimiter(). */
const TAKE = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local capacity = tonumber(ARGV[1])
local state = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'told')
local tokens = tonumber(state[1]) or capacity
local at = tonumber(state[2]) or now
local told = state[3] or '0'
tokens = math.min(capacity, tokens + (now - at) * capacity / 60000)
if tokens >= capacity / 2 then told = '0' end
local verdict = 'ok'
if tokens >= 1 then
  tokens = tokens - 1
elseif told == '1' then
  verdict = 'again'
else
  told = '1'
  verdict = 'first'
end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', tostring(now), 'told', told)
redis.call('PEXPIRE', KEYS[1], 61000)
return verdict`

const BEGIN = `
local state = redis.call('GET', KEYS[1])
if state then return state end
local now = redis.call('TIME')[1] * 1000
redis.call('HSETNX', KEYS[2], 'since', now)
local since = tonumber(redis.call('HGET', KEYS[2], 'since'))
local tries = redis.call('HINCRBY', KEYS[2], 'times', 1)
redis.call('PEXPIRE', KEYS[2], ARGV[3])
if tries > tonumber(ARGV[2]) and now - since >= tonumber(ARGV[5]) then
  redis.call('SET', KEYS[1], 'done', 'PX', ARGV[3])
  redis.call('HDEL', KEYS[3], ARGV[4])
  return 'given-up'
end
redis.call('SET', KEYS[1], 'busy', 'PX', ARGV[1])
return 'new'`

const END = `
redis.call('SET', KEYS[1], 'done', 'PX', ARGV[1])
redis.call('DEL', KEYS[2])
redis.call('HDEL', KEYS[3], ARGV[2])`

/** Connects in the background: the bot starts, and answers, whether or not Redis does. */
export function connectRedis({ url, prefix, log, own }: RedisOptions): SharedState {
  const redis = new Redis(url, {
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * 200, MAX_RECONNECT_PAUSE_MS),
  })
  const link: Link = { redis, prefix, ask: makeAsk(redis, log) }
  const updates = shareUpdates(link, own)
  return {
    languages: shareLanguages(link),
    limiter: shareLimiter(link),
    updates,
    isConnected: () => redis.status === 'ready',
    async close() {
      updates.stopBeating()
      // quit() waits for an answer; a Redis that is gone gives none.
      if (redis.status === 'ready') await redis.quit().catch(() => {})
      redis.disconnect()
    },
  }
}

/** Runs a command, or the fallback where Redis does not answer. */
type Ask = <T>(command: () => Promise<unknown>, fallback: () => Promise<T>) => Promise<T>

interface Link {
  readonly redis: Redis
  readonly prefix: string
  readonly ask: Ask
}

/** One line of log when Redis goes and one when it comes back: the reconnects between them are of no interest. */
function makeAsk(redis: Redis, log: Logger): Ask {
  let isTold = false
  redis.on('ready', () => {
    if (isTold) log.info('Redis answers again; limits are shared')
    isTold = false
  })
  const lose = (err: unknown): void => {
    if (!isTold) log.warn({ err }, 'Redis does not answer; each copy keeps limits of its own until it does')
    isTold = true
  }
  redis.on('error', lose)
  return async <T>(command: () => Promise<unknown>, fallback: () => Promise<T>): Promise<T> => {
    if (redis.status !== 'ready') return fallback()
    try {
      return (await command()) as T
    } catch (error) {
      lose(error)
      return fallback()
    }
  }
}

function shareLanguages({ redis, prefix, ask }: Link): LanguageStore {
  const own = createMemoryLanguages()
  const key = `${prefix}:languages`
  return {
    find: (user) =>
      ask<string | null>(
        () => redis.hget(key, String(user)),
        () => own.find(user),
      ),
    choose: (user, language) =>
      ask<unknown>(
        () => redis.hset(key, String(user), language),
        () => own.choose(user, language),
      ).then(() => undefined),
    forget: (user) =>
      ask<unknown>(
        () => redis.hdel(key, String(user)),
        () => own.forget(user),
      ).then((deleted) => deleted === true || deleted === 1),
  }
}

function shareLimiter({ redis, prefix, ask }: Link): Limiter {
  const own = createMemoryLimiter()
  return {
    take: (bucket) =>
      ask<Verdict>(
        () => redis.eval(TAKE, 1, `${prefix}:limit:${bucket.key}`, bucket.perMinute),
        () => own.take(bucket),
      ),
  }
}

/** Tells Redis at regular intervals which updates this copy works on, until it is stopped. */
function shareUpdates(
  { redis, prefix, ask }: Link,
  own: UpdateLog,
): UpdateLog & { readonly stopBeating: () => void } {
  const keptKey = `${prefix}:kept`
  const keysOf = (name: string) => [`${prefix}:update:${name}`, `${prefix}:tries:${name}`, keptKey] as const
  const isClaimed = async (name: string): Promise<boolean> => (await redis.exists(keysOf(name)[0])) === 1
  const endShared = (name: string): Promise<unknown> =>
    redis.eval(END, 3, ...keysOf(name), REMEMBERED_MS, name)
  const owe = payLater(redis, endShared)
  const underWay = new Set<string>()
  const heart = startBeating(redis, () => [...underWay].map((name) => keysOf(name)[0]))
  return {
    async begin(update) {
      const name = nameOf(update)
      const state = await ask<UpdateState>(
        () => redis.eval(BEGIN, 3, ...keysOf(name), CLAIM_MS, MAX_TRIES, REMEMBERED_MS, name, MAX_TRYING_MS),
        () => own.begin(update),
      )
      if (state === 'new') underWay.add(name)
      return state
    },
    async end(update) {
      const name = nameOf(update)
      underWay.delete(name)
      await ask<unknown>(
        () => endShared(name),
        () => {
          owe(name)
          return own.end(update)
        },
      )
    },
    keep: (update) =>
      ask<boolean>(
        async () => (await redis.hset(keptKey, nameOf(update), JSON.stringify(update))) >= 0,
        () => own.keep(update),
      ),
    left: async () => [
      ...(await own.left()),
      ...(await ask<AnyUpdate[]>(
        () => readLeft(redis, keptKey, isClaimed),
        async () => [],
      )),
    ],
    forget: (firstId) => own.forget(firstId),
    close: () => own.close(),
    stopBeating: () => clearInterval(heart),
  }
}

/** Updates that ended while Redis was away: Redis is told when it is back, so that no other copy takes them up again. */
function payLater(redis: Redis, end: (name: string) => Promise<unknown>): (name: string) => void {
  const owed: string[] = []
  redis.on('ready', () => {
    for (const name of owed.splice(0)) void end(name).catch(() => owed.push(name))
  })
  return (name) => owed.push(name)
}

/** The kept updates that no copy is at work on. */
async function readLeft(
  redis: Redis,
  keptKey: string,
  isClaimed: (name: string) => Promise<boolean>,
): Promise<AnyUpdate[]> {
  const left: AnyUpdate[] = []
  for (const [name, json] of Object.entries(await redis.hgetall(keptKey)))
    if (!(await isClaimed(name))) left.push(JSON.parse(json) as AnyUpdate)
  return left
}

/** Tells Redis from time to time that the copy which claimed these keys is alive. */
function startBeating(redis: Redis, keysUnderWay: () => readonly string[]): NodeJS.Timeout {
  const heart = setInterval(() => {
    const keys = keysUnderWay()
    if (redis.status !== 'ready' || keys.length === 0) return
    const beat = redis.pipeline()
    for (const key of keys) beat.pexpire(key, CLAIM_MS)
    beat.exec().catch(() => {})
  }, ALIVE_MS)
  return heart.unref()
}

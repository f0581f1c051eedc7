/** The address of a Redis in; limits and handled updates that several copies of the bot share out. Without an answer from it, each copy keeps its own. */
import { Redis } from 'ioredis'
import type { Logger } from '../log.ts'
import { createMemoryLimiter, type Limiter, type Verdict } from './limits.ts'
import {
  CLAIM_MS,
  createMemoryUpdateLog,
  REMEMBERED_MS,
  type UpdateLog,
  type UpdateState,
} from './update-log.ts'

export interface SharedState {
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
}

/** An answer later than this is worth less than none: the question is waiting. */
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
redis.call('SET', KEYS[1], 'busy', 'PX', ARGV[1])
return 'new'`

/** Connects in the background: the bot starts, and answers, whether or not Redis does. */
export function connectRedis({ url, prefix, log }: RedisOptions): SharedState {
  const redis = new Redis(url, {
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (attempt) => Math.min(attempt * 200, MAX_RECONNECT_PAUSE_MS),
  })
  let isTold = false
  // One line when it goes and one when it comes back: the reconnects between them are of no interest.
  redis.on('ready', () => {
    if (isTold) log.info('Redis answers again; limits are shared')
    isTold = false
  })
  const lose = (err: unknown): void => {
    if (!isTold) log.warn({ err }, 'Redis does not answer; each copy keeps limits of its own until it does')
    isTold = true
  }
  redis.on('error', lose)

  const ask = async <T>(command: () => Promise<unknown>, fallback: () => Promise<T>): Promise<T> => {
    if (redis.status !== 'ready') return fallback()
    try {
      return (await command()) as T
    } catch (error) {
      lose(error)
      return fallback()
    }
  }
  const ownLimiter = createMemoryLimiter()
  const ownUpdates = createMemoryUpdateLog()
  const updateKey = (id: number): string => `${prefix}:update:${id}`
  return {
    limiter: {
      take: (bucket) =>
        ask<Verdict>(
          () => redis.eval(TAKE, 1, `${prefix}:limit:${bucket.key}`, bucket.perMinute),
          () => ownLimiter.take(bucket),
        ),
    },
    updates: {
      begin: (id) =>
        ask<UpdateState>(
          () => redis.eval(BEGIN, 1, updateKey(id), CLAIM_MS),
          () => ownUpdates.begin(id),
        ),
      end: (id) =>
        ask<unknown>(
          () => redis.set(updateKey(id), 'done', 'PX', REMEMBERED_MS),
          () => ownUpdates.end(id),
        ).then(() => undefined),
    },
    isConnected: () => redis.status === 'ready',
    async close() {
      // quit() waits for an answer; a Redis that is gone gives none.
      if (redis.status === 'ready') await redis.quit().catch(() => {})
      redis.disconnect()
    },
  }
}

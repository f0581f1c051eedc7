/** A bot in, long polling out: it takes updates as they come and works on many at a time, until it is stopped or refused. */
import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner'
import { GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from '../log.ts'

/** What polling needs of a bot. */
export interface PolledBot {
  readonly handleUpdate: (update: Update) => Promise<void>
  readonly api: {
    readonly getUpdates: (
      args: { offset: number; limit: number; timeout: number; allowed_updates?: readonly string[] },
      signal?: AbortSignal,
    ) => Promise<Update[]>
  }
}

export interface PollingOptions {
  readonly allowedUpdates: readonly string[]
  readonly log: Logger
  /** Called once Telegram has answered the first time. */
  readonly onConnected?: () => void
  /** Called with the number of failed fetches in a row. */
  readonly onFetchError?: (error: unknown) => void
}

export interface Polling {
  /** Settles when polling ends: resolves after stop(), rejects when Telegram refuses the bot (401, 409). */
  readonly done: Promise<void>
  /** Takes no more updates, waits for those under way, at most `graceMs`, and tells Telegram which are done. */
  stop(graceMs: number): Promise<void>
}

/** Updates that are worked on at the same time; past it no more are fetched. */
const MAX_CONCURRENT_UPDATES = 500
const POLL_SECONDS = 30
/** A poll that Telegram has not answered this long after it should have is given up and begun anew. */
const POLL_GRACE_MS = 10_000
const MAX_PAUSE_MS = 3_000
const FIRST_PAUSE_MS = 100
const CONFIRM_TIMEOUT_MS = 1_000

/** Starts polling at once. */
export function startPolling(bot: PolledBot, options: PollingOptions): Polling {
  const { log } = options
  const fetchUpdates = createFetcher(bot, options)
  const sink = createConcurrentSink<Update, unknown>(
    { consume: (update) => bot.handleUpdate(update) },
    async (error) => log.error({ err: error }, 'update failed'),
    { concurrency: MAX_CONCURRENT_UPDATES },
  )
  const runner = createRunner(createSource({ supply: fetchUpdates.fetch }), sink)
  runner.start()
  const done = runner.task() ?? Promise.resolve()
  // Whoever waits for `done` hears of a failure; stop() alone must not crash the process with it.
  done.catch(() => {})
  return {
    done,
    async stop(graceMs) {
      const deadline = Date.now() + graceMs
      await Promise.race([runner.stop(), pause(graceMs)]).catch(() => {})
      while (sink.size() > 0 && Date.now() < deadline) await pause(20)
      const unfinished = sink.snapshot().map((update) => update.update_id)
      if (unfinished.length > 0)
        log.warn({ updates: unfinished.length }, 'stopped before these updates were done')
      await fetchUpdates.confirm(Math.min(...unfinished))
    },
  }
}

function createFetcher(bot: PolledBot, { allowedUpdates, log, onConnected, onFetchError }: PollingOptions) {
  let offset = 0
  let failures = 0
  let isConnected = false

  const fetchOnce = async (limit: number, signal: AbortSignal): Promise<Update[]> => {
    const late = AbortSignal.timeout(POLL_SECONDS * 1000 + POLL_GRACE_MS)
    const args = { offset, limit, timeout: isConnected ? POLL_SECONDS : 0, allowed_updates: allowedUpdates }
    return bot.api.getUpdates(args, AbortSignal.any([signal, late]))
  }

  return {
    /** Keeps on trying through any network, and throws only what no retry mends. */
    async fetch(batchSize: number, runnerSignal: unknown): Promise<Update[]> {
      const signal = nativeSignal(runnerSignal as EventTarget & { readonly aborted: boolean })
      for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, MAX_PAUSE_MS)) {
        try {
          const updates = await fetchOnce(Math.max(1, Math.min(batchSize, 100)), signal)
          if (failures > 0) log.info({ failures }, 'Telegram answers again')
          if (!isConnected) onConnected?.()
          isConnected = true
          failures = 0
          offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
          return updates
        } catch (error) {
          if (signal.aborted || isRefusal(error)) throw error
          failures++
          onFetchError?.(error)
          // An outage of an hour is worth ten lines, not a thousand.
          const level = Number.isInteger(Math.log2(failures)) ? 'warn' : 'debug'
          log[level]({ err: error, failures }, 'no updates from Telegram; trying again')
          await pause(Math.max(wait, retryAfterMs(error)), signal)
          if (signal.aborted) throw error
        }
      }
    },

    /** Tells Telegram that the updates before `firstUnfinished` need not come again: the next poll would have told. */
    async confirm(firstUnfinished: number): Promise<void> {
      const confirmed = Math.min(offset, firstUnfinished)
      if (confirmed === 0) return
      const args = { offset: confirmed, limit: 1, timeout: 0 }
      await bot.api.getUpdates(args, AbortSignal.timeout(CONFIRM_TIMEOUT_MS)).catch((error: unknown) => {
        log.warn(
          { err: error },
          'Telegram was not told which updates are done; the last ones may be answered twice',
        )
      })
    },
  }
}

/** 401: the token is wrong; 404: it is not even of a bot; 409: somebody else polls with it, or a webhook is set. */
function isRefusal(error: unknown): boolean {
  return error instanceof GrammyError && [401, 404, 409].includes(error.error_code)
}

function retryAfterMs(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0
}

/** The runner brings a signal class of its own, which AbortSignal.any does not take. */
function nativeSignal(signal: EventTarget & { readonly aborted: boolean }): AbortSignal {
  const controller = new AbortController()
  if (signal.aborted) controller.abort()
  signal.addEventListener('abort', () => controller.abort(), { once: true })
  return controller.signal
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Runs a bot by long polling: updates are taken as they come and worked on many at a time, until it is stopped or refused. */
import { GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { withDeadline } from '../deadline.ts'
import type { Logger } from '../log.ts'
import type { UpdateLog } from '../state/update-log.ts'
import { Offset } from './offset.ts'
import { patient, pause, type UpdateWork } from './update-work.ts'

/** The one call that polling makes. */
export type GetUpdates = (
  args: { offset: number; limit: number; timeout: number; allowed_updates?: readonly string[] },
  signal: AbortSignal,
) => Promise<Update[]>

export interface PollingOptions {
  readonly getUpdates: GetUpdates
  readonly work: UpdateWork
  readonly updates: Pick<UpdateLog, 'keep' | 'forget'>
  readonly allowedUpdates: readonly string[]
  readonly log: Logger
  /** Called once Telegram has answered the first time. */
  readonly onConnected?: () => void
  /** Called after each failed fetch. */
  readonly onFetchError?: (error: unknown) => void
  /** How long Telegram may hold a poll for updates to come, in seconds. Default 25. */
  readonly pollSeconds?: number
  /** A poll that Telegram has not answered this long after it should have is given up and begun anew. Default 10,000. */
  readonly graceMs?: number
}

export interface Polling {
  /** Settles when polling ends: resolves after stop(), rejects when Telegram refuses the bot (401, 409). */
  readonly done: Promise<void>
  /** Takes no more updates, waits for those under way, at most `graceMs`, and tells Telegram which are done. */
  stop(graceMs: number): Promise<void>
}

/** Updates that are worked on at the same time; past it no more are fetched. */
const MAX_CONCURRENT_UPDATES = 500
/** Together 35 s: so long a dead connection can go unnoticed. */
const DEFAULT_POLL_SECONDS = 25
const DEFAULT_GRACE_MS = 10_000
/** As many as Telegram gives at once. */
const BATCH = 100
/** While an update is held, Telegram answers every poll at once with what is held: so often it is asked all the same. */
const PACE_MS = 100
const MAX_PAUSE_MS = 3_000
const FIRST_PAUSE_MS = 100
const CONFIRM_TIMEOUT_MS = 1_000

/**
 * Starts polling at once.
 *
 * Each poll tells Telegram which updates need not come again. These are the ones before the first whose work has not ended, so
 * that a process killed at any moment finds the others again when it is started anew; see offset.ts.
 */
export function startPolling(options: PollingOptions): Polling {
  const { getUpdates, work, updates, log } = options
  const offset = new Offset(updates)
  const stopping = new AbortController()
  const { signal } = stopping
  const fetchUpdates = makeFetch(options, offset, signal)
  const run = async (): Promise<void> => {
    await work.resume()
    while (!signal.aborted) {
      await Promise.all(
        offset.take(await fetchUpdates()).map(async (update) => {
          const begun = await work.begin(update)
          if (typeof begun === 'object') offset.follow(update, begun.task)
          else if (begun !== 'busy') offset.pass(update)
        }),
      )
      while (work.size >= MAX_CONCURRENT_UPDATES && !signal.aborted) await pause(PACE_MS, signal)
      if (offset.isHeld()) await Promise.race([offset.released(), pause(PACE_MS, signal)])
      await offset.keepOverdue()
    }
  }
  const done = run().catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  // Whoever waits for `done` hears of a failure; stop() alone must not crash the process with it.
  done.catch(() => {})
  return {
    done,
    async stop(stopGraceMs) {
      stopping.abort()
      await patient(
        done.catch(() => {}),
        stopGraceMs,
      )
      await work.drain(stopGraceMs)
      const from = offset.next()
      if (from === 0) return
      // The next poll would have told it; there is none any more.
      const confirm = (late: AbortSignal): Promise<Update[]> =>
        getUpdates({ offset: from, limit: 1, timeout: 0 }, late)
      try {
        await withDeadline(CONFIRM_TIMEOUT_MS, confirm)
        await updates.forget(from)
      } catch (error) {
        log.warn({ err: error }, 'Telegram was not told which updates are done; it is told at the next start')
      }
    },
  }
}

/** Makes a call that keeps on trying through any network, and throws only what no retry repairs. */
function makeFetch(options: PollingOptions, offset: Offset, signal: AbortSignal): () => Promise<Update[]> {
  const { getUpdates, updates, allowedUpdates, log, onConnected, onFetchError } = options
  const { pollSeconds = DEFAULT_POLL_SECONDS, graceMs = DEFAULT_GRACE_MS } = options
  let isConnected = false
  let failures = 0

  const poll = async (): Promise<Update[]> => {
    // Short at first and after a failure: then a connection that is dead as well does not cost half a minute more.
    const timeout = isConnected && failures === 0 && !offset.isHeld() ? pollSeconds : 0
    const from = offset.next()
    const args = { offset: from, limit: BATCH, timeout, allowed_updates: allowedUpdates }
    const fetched = await withDeadline(timeout * 1000 + graceMs, (late) => getUpdates(args, late), signal)
    await updates.forget(from)
    return fetched
  }

  return async () => {
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, MAX_PAUSE_MS)) {
      try {
        const fetched = await poll()
        if (failures > 0) log.info({ failures }, 'Telegram answers again')
        if (!isConnected) onConnected?.()
        isConnected = true
        failures = 0
        return fetched
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
  }
}

/** 401: the token is wrong; 404: it is not even of a bot; 409: somebody else polls with it, or a webhook is set. */
function isRefusal(error: unknown): boolean {
  return error instanceof GrammyError && [401, 404, 409].includes(error.error_code)
}

function retryAfterMs(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0
}

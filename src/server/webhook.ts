/** Handles each update that Telegram posts once, and tells Telegram when nothing of it can be lost any more. */
import type { Update } from 'grammy/types'
import type { UpdateLog } from '../state/update-log.ts'
import { patient, pause, type UpdateWork } from './update-work.ts'

export interface WebhookOptions {
  readonly work: UpdateWork
  readonly updates: Pick<UpdateLog, 'keep'>
  /** How long Telegram waits for the work before the update is stored and Telegram is told that all is well. Default 1,000. */
  readonly patienceMs?: number
  /** How long it waits at most where an update cannot be stored; then it shall bring it again. Default 50,000. */
  readonly maxPatienceMs?: number
}

const DEFAULT_PATIENCE_MS = 1_000
/** Telegram hangs up after a minute. */
const DEFAULT_MAX_PATIENCE_MS = 50_000
const POLL_MS = 50
/** A copy that was killed is known to be dead by then: see CLAIM_MS of state/redis.ts. */
const MAX_CLAIM_WAIT_MS = 8_000

/**
 * Makes what takes an update: it resolves when Telegram may be told so, and rejects when Telegram shall bring it again.
 *
 * Telegram is told when the answer was given, so that of a copy that dies in the middle nothing is lost: the update comes again, to whichever
 * copy. But Telegram is not left waiting for a call that hangs, because it delivers a chat's next update only then; what takes long is stored
 * first, for the next process to go on with.
 */
export function createWebhook(options: WebhookOptions): (update: Update) => Promise<void> {
  const { work, updates } = options
  const { patienceMs = DEFAULT_PATIENCE_MS, maxPatienceMs = DEFAULT_MAX_PATIENCE_MS } = options

  /** The work on an update, or null when it is done; waits a while for another copy that has it. */
  const claim = async (update: Update): Promise<{ readonly task: Promise<void> } | null> => {
    const deadline = Date.now() + Math.min(maxPatienceMs, MAX_CLAIM_WAIT_MS)
    for (;;) {
      const mine = work.find(update.update_id)
      if (mine !== undefined) return { task: mine }
      const begun = await work.begin(update)
      if (typeof begun === 'object') return begun
      if (begun !== 'busy') return null
      if (Date.now() > deadline) throw new Error('another copy is at work on the update')
      await pause(POLL_MS)
    }
  }

  return async (update) => {
    const claimed = await claim(update)
    if (claimed === null) return
    let isDone = false
    const done = claimed.task.then(() => {
      isDone = true
    })
    await patient(done, patienceMs)
    if (isDone || (await updates.keep(update))) return
    await patient(done, maxPatienceMs - patienceMs)
    if (!isDone) throw new Error('the update takes long and cannot be stored')
  }
}

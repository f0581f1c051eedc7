/** Updates as Telegram posts them in; out: each handled once, and Telegram told in time. */
import type { Update } from 'grammy/types'
import type { Logger } from '../log.ts'
import type { UpdateLog } from '../state/update-log.ts'

export interface WebhookOptions {
  readonly handleUpdate: (update: Update) => Promise<void>
  readonly updates: UpdateLog
  readonly log: Logger
  /** How long Telegram waits for the work before it is told that all is well. Default 1,000. */
  readonly patienceMs?: number
}

export interface Webhook {
  /** Resolves when the update is done, or is taking so long that Telegram should not wait; rejects when another copy has it and is not done. */
  take(update: Update): Promise<void>
  /** Waits for the updates under way, at most `graceMs`. */
  drain(graceMs: number): Promise<void>
}

const DEFAULT_PATIENCE_MS = 1_000
const POLL_MS = 50

/**
 * Telegram is told when the work is done, so that a copy that dies in the middle gets nothing lost: Telegram brings the update again, to whichever
 * copy. But it is not left waiting for a call that hangs, because it delivers a chat's next update only then.
 */
export function createWebhook({
  handleUpdate,
  updates,
  log,
  patienceMs = DEFAULT_PATIENCE_MS,
}: WebhookOptions): Webhook {
  const underWay = new Map<number, Promise<void>>()

  const handle = async (update: Update): Promise<void> => {
    try {
      await handleUpdate(update)
    } catch (error) {
      log.error({ err: error, update: update.update_id }, 'update failed')
    } finally {
      await updates.end(update.update_id)
      underWay.delete(update.update_id)
    }
  }

  /** True when the update is this copy's to handle, false when it is done; waits a while for another copy that has it. */
  const claim = async (id: number): Promise<boolean> => {
    const deadline = Date.now() + patienceMs
    for (;;) {
      const state = await updates.begin(id)
      if (state !== 'busy') return state === 'new'
      if (Date.now() > deadline) throw new Error('another copy is at work on the update')
      await pause(POLL_MS)
    }
  }

  return {
    async take(update) {
      const id = update.update_id
      const current = underWay.get(id)
      if (current !== undefined) return patient(current, patienceMs)
      if (!(await claim(id))) return
      const task = handle(update)
      underWay.set(id, task)
      return patient(task, patienceMs)
    },
    async drain(graceMs) {
      await patient(Promise.all(underWay.values()), graceMs)
      if (underWay.size > 0) log.warn({ updates: underWay.size }, 'stopped before these updates were done')
    },
  }
}

async function patient(task: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([task, late])
  clearTimeout(timer)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Works on each update once and to its end, the earliest first: what polling and the webhook have in common. */
import type { Update } from 'grammy/types'
import type { Logger } from '../log.ts'
import type { UpdateLog, UpdateState } from '../state/update-log.ts'
import { createAdmission } from './admission.ts'

export interface UpdateWorkOptions {
  readonly handleUpdate: (update: Update) => Promise<void>
  readonly updates: UpdateLog
  readonly log: Logger
}

export interface UpdateWork {
  /** How many are under way. */
  readonly size: number
  /** The work on an update that this process has taken; it never rejects. */
  find(id: number): Promise<void> | undefined
  /** Begins the work, unless somebody else has it or it is done. */
  begin(update: Update): Promise<Exclude<UpdateState, 'new'> | { readonly task: Promise<void> }>
  /** Begins with what processes that ended have left. */
  resume(): Promise<void>
  /** Waits for the updates under way, at most `graceMs`. */
  drain(graceMs: number): Promise<void>
}

/** Makes the place where updates are worked on, many at a time. */
export function createUpdateWork({ handleUpdate, updates, log }: UpdateWorkOptions): UpdateWork {
  const underWay = new Map<number, Promise<void>>()
  const admission = createAdmission()

  /** A failure ends the work as well: what failed once fails again, and must not come back for ever. */
  const handle = async (update: Update): Promise<void> => {
    const leave = await admission.enter()
    try {
      await handleUpdate(update)
    } catch (error) {
      log.error({ err: error, update: update.update_id }, 'update failed; it is passed over')
    } finally {
      leave()
      await updates.end(update)
      underWay.delete(update.update_id)
    }
  }
  const work: UpdateWork = {
    get size() {
      return underWay.size
    },
    find: (id) => underWay.get(id),
    async begin(update) {
      const state = await updates.begin(update)
      if (state === 'given-up')
        log.error({ update: update.update_id }, 'processes end with this update; it is passed over')
      if (state !== 'new') return state
      const task = handle(update)
      underWay.set(update.update_id, task)
      return { task }
    },
    async resume() {
      const left = (await updates.left()) as Update[]
      if (left.length > 0) log.info({ updates: left.length }, 'going on with updates that were left')
      await Promise.all(left.map((update) => work.begin(update)))
    },
    async drain(graceMs) {
      await patient(Promise.all(underWay.values()), graceMs)
      if (underWay.size > 0) log.warn({ updates: underWay.size }, 'stopped before these updates were done')
    },
  }
  return work
}

/** Waits for a task, but not longer than this. */
export async function patient(task: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([task, late])
  clearTimeout(timer)
}

/** Waits for so long, or until the signal aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
  })
}

/** Turns fetched updates and the ends of their work into the offset for Telegram, before which no update needs to come again. */
import type { Update } from 'grammy/types'
import type { UpdateLog } from '../state/update-log.ts'

export interface Offset {
  /** The id of the first update that is needed again, or that has not come yet. 0: whatever there is. */
  next(): number
  /** True while updates hold the offset back. */
  isHeld(): boolean
  /** Resolves as soon as none does. */
  released(): Promise<void>
  /** Notes what Telegram has brought, and gives back what is not under way yet. What is no update is left out. */
  take(fetched: readonly Update[]): Update[]
  /** The update holds the offset back until the task has ended. */
  follow(update: Update, task: Promise<void>): void
  /** The update need not come again. */
  pass(update: Update): void
  /** Stores what holds the offset back for too long, and then lets go of it. */
  keepOverdue(): Promise<void>
}

/** An update that takes longer, because Telegram lets the bot wait or a call hangs, is stored. */
const HOLD_MS = 2_000
/** Telegram gives 100 updates from the offset on and none behind them: one that is held must not hide the new ones. */
const MAX_SPAN = 50

interface Held {
  readonly update: Update
  readonly since: number
  isBegun: boolean
}

export function createOffset(updates: Pick<UpdateLog, 'keep'>): Offset {
  /** Fetched and neither ended nor stored. */
  const held = new Map<number, Held>()
  /** Ended or stored, at or after the offset: Telegram brings them again while others are held. */
  const passed = new Set<number>()
  let end = 0
  let wake = (): void => {}

  const next = (): number => {
    const first = Math.min(end, ...held.keys())
    for (const id of passed) if (id < first) passed.delete(id)
    return first
  }
  const pass = ({ update_id: id }: Pick<Update, 'update_id'>): void => {
    held.delete(id)
    passed.add(id)
    if (held.size === 0) wake()
  }
  return {
    next,
    isHeld: () => held.size > 0,
    released: () =>
      new Promise((resolve) => {
        wake = resolve
        if (held.size === 0) resolve()
      }),
    take(fetched) {
      const fresh = fetched
        .filter(isUpdate)
        .filter(({ update_id: id }) => !passed.has(id) && held.get(id)?.isBegun !== true)
      for (const update of fresh) {
        const { update_id: id } = update
        end = Math.max(end, id + 1)
        if (!held.has(id)) held.set(id, { update, since: performance.now(), isBegun: false })
      }
      return fresh
    },
    follow({ update_id }, task) {
      const one = held.get(update_id)
      if (one !== undefined) one.isBegun = true
      void task.then(() => pass({ update_id }))
    },
    pass,
    async keepOverdue() {
      const overdue = [...held.values()].filter(isOverdue(end - next() > MAX_SPAN))
      const keep = async ({ update }: Held): Promise<void> => {
        if (await updates.keep(update)) pass(update)
      }
      await Promise.all(overdue.map(keep))
    },
  }
}

function isOverdue(isCrowded: boolean): (held: Held) => boolean {
  return ({ since, isBegun }) => isBegun && (isCrowded || performance.now() - since > HOLD_MS)
}

/** A server of one's own may send anything. */
function isUpdate(sent: Update | null): boolean {
  return Number.isSafeInteger((sent as { update_id?: unknown } | null)?.update_id)
}

/** Turns fetched updates and the ends of their work into the offset for Telegram, before which no update needs to come again. */
import type { Update } from 'grammy/types'
import type { UpdateLog } from '../state/update-log.ts'

/** An update that takes longer, because Telegram lets the bot wait or a call hangs, is stored. */
const HOLD_MS = 2_000
/** Telegram gives 100 updates from the offset on and none behind them: one that is held must not hide the new ones. */
const MAX_SPAN = 50

interface Held {
  readonly update: Update
  readonly since: number
  isBegun: boolean
}

export class Offset {
  readonly #updates: Pick<UpdateLog, 'keep'>
  /** Fetched and neither ended nor stored. */
  readonly #held = new Map<number, Held>()
  /** Ended or stored, at or after the offset: Telegram brings them again while others are held. */
  readonly #passed = new Set<number>()
  #end = 0
  #wake = (): void => {}

  constructor(updates: Pick<UpdateLog, 'keep'>) {
    this.#updates = updates
  }

  /** The id of the first update that is needed again, or that has not come yet. 0: whatever there is. */
  next(): number {
    const first = Math.min(this.#end, ...this.#held.keys())
    for (const id of this.#passed) if (id < first) this.#passed.delete(id)
    return first
  }

  /** True while updates hold the offset back. */
  isHeld(): boolean {
    return this.#held.size > 0
  }

  /** Resolves as soon as none does. */
  released(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
      if (!this.isHeld()) resolve()
    })
  }

  /** Notes what Telegram has brought, and gives back what is not under way yet. What is no update is left out. */
  take(fetched: readonly Update[]): Update[] {
    const fresh = fetched
      .filter(isUpdate)
      .filter(({ update_id: id }) => !this.#passed.has(id) && this.#held.get(id)?.isBegun !== true)
    for (const update of fresh) {
      const { update_id: id } = update
      this.#end = Math.max(this.#end, id + 1)
      if (!this.#held.has(id)) this.#held.set(id, { update, since: performance.now(), isBegun: false })
    }
    return fresh
  }

  /** The update holds the offset back until the task has ended. */
  follow(update: Pick<Update, 'update_id'>, task: Promise<void>): void {
    const one = this.#held.get(update.update_id)
    if (one !== undefined) one.isBegun = true
    void task.then(() => this.pass(update))
  }

  /** The update need not come again. */
  pass({ update_id: id }: Pick<Update, 'update_id'>): void {
    this.#held.delete(id)
    this.#passed.add(id)
    if (!this.isHeld()) this.#wake()
  }

  /** Stores what holds the offset back for too long, and then lets go of it. */
  async keepOverdue(): Promise<void> {
    const isCrowded = this.#end - this.next() > MAX_SPAN
    const overdue = [...this.#held.values()].filter((held) => isOverdue(held, isCrowded))
    const keep = async ({ update }: Held): Promise<void> => {
      if (await this.#updates.keep(update)) this.pass(update)
    }
    await Promise.all(overdue.map(keep))
  }
}

function isOverdue({ since, isBegun }: Held, isCrowded: boolean): boolean {
  return isBegun && (isCrowded || performance.now() - since > HOLD_MS)
}

/** A server of one's own may send anything. */
function isUpdate(sent: Update | null): boolean {
  return Number.isSafeInteger((sent as { update_id?: unknown } | null)?.update_id)
}

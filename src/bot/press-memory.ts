/** Tells the second tap of a double tap from the first. */
import type { CallbackQuery } from 'grammy/types'
import { RecentMap } from '../text/recent-map.ts'

/** Two taps in so short a time on the same message, as it was shown before the first one had its effect, are one. */
const DOUBLE_TAP_MS = 1_500
const REMEMBERED = 1_000

interface Press {
  readonly data: string
  readonly text: string
  readonly at: number
}

/**
 * Remembers the last press of each message, for a moment only: nothing depends on it but a needless edit, which Telegram
 * would refuse as "not modified", or a needless second message.
 */
export class PressMemory {
  readonly #presses = new RecentMap<string, Press>(REMEMBERED)

  /** True when this press repeats the one before it. `now` is in milliseconds. */
  isRepeated(query: CallbackQuery, now: number): boolean {
    const key = keyOf(query)
    const press = { data: query.data ?? '', text: textOf(query), at: now }
    const last = this.#presses.get(key)
    this.#presses.set(key, press)
    if (last === undefined || now - last.at > DOUBLE_TAP_MS) return false
    return last.data === press.data && last.text === press.text
  }

  /** A press without effect may be repeated at once. */
  forget(query: CallbackQuery): void {
    this.#presses.delete(keyOf(query))
  }
}

function keyOf({ message, inline_message_id, from }: CallbackQuery): string {
  return message === undefined
    ? `${inline_message_id ?? from.id}`
    : `${message.chat.id}:${message.message_id}`
}

function textOf({ message }: CallbackQuery): string {
  if (message === undefined || !('text' in message)) return ''
  // Two states may share their text: a menu of filters leaves it alone.
  return `${message.text}\n${JSON.stringify(message.reply_markup ?? null)}`
}

/** Sends each call of the bot in time and at Telegram's pace, and repeats a failed one without saying a thing twice. */
import { autoRetry } from '@grammyjs/auto-retry'
import { HttpError, type Transformer } from 'grammy'
import type { Message, Update } from 'grammy/types'
import { DeadlineError, type SignalLike, withDeadline } from '../../deadline.ts'
import type { Logger } from '../../log.ts'
import { createMessageIds } from './message-ids.ts'
import { chatOf, FLEETING, PATIENCE_MS, POLLS, repeatFailed, SENDS } from './repeat-failed.ts'

export interface Delivery {
  /** In the order in which they are to be installed. */
  readonly transformers: Transformer[]
  /** To be called with every update, as soon as it comes. */
  noteUpdate(update: Update): void
}

export interface DeliveryOptions {
  readonly log: Logger
  /** Milliseconds after which a call is given up. Default 10,000; six times that where a file travels. */
  readonly timeoutMs?: number
  /** Milliseconds since some moment. Default performance.now. */
  readonly now?: () => number
  /** Default setTimeout. */
  readonly sleep?: (ms: number) => Promise<void>
}

const DEFAULT_TIMEOUT_MS = 10_000
const MAX_FLOOD_WAITS = 3
/** Telegram's FAQ: no more than one message a second to a chat (short bursts pass), 20 a minute to a group. */
const CHAT_BURST = { calls: 5, windowMs: 1_050 }
const GROUP_BURST = { calls: 20, windowMs: 60_500 }

const FILES = /^(?:sendDocument|sendPhoto|sendMediaGroup|setWebhook)$/

/**
 * 429 is waited for and repeated by the auto-retry plugin. Everything else is repeated here rather than there, because the plugin
 * repeats a message whose connection broke after it was sent without end, after three seconds at the soonest, and lets it stand twice.
 */
export function createDelivery(options: DeliveryOptions): Delivery {
  const now = options.now ?? (() => performance.now())
  const sleep = options.sleep ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  const clock = { now, sleep }
  const ids = createMessageIds()
  return {
    transformers: [
      limitTime(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
      keepPace(clock),
      // Before the repeating, so that a wait in the middle of it does not make it forget what was sent already.
      repeatFlooded(),
      repeatFailed({ log: options.log, ids, ...clock }),
      followMigration(),
    ],
    noteUpdate(update) {
      const message = update.message ?? update.edited_message ?? update.callback_query?.message
      // What is not made as Telegram makes it is the bot's to pass over.
      if (Number.isSafeInteger(message?.chat?.id) && Number.isSafeInteger(message?.message_id))
        ids.note((message as Message).chat.id, (message as Message).message_id)
    },
  }
}

interface Clock {
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
}

function limitTime(timeoutMs: number): Transformer {
  return (prev, method, payload, signal) => {
    if (POLLS.test(method)) return prev(method, payload, signal)
    const late = (end: AbortSignal) => prev(method, payload, end as NonNullable<typeof signal>)
    const ms = FILES.test(method) ? timeoutMs * 6 : timeoutMs
    return withDeadline(ms, late, signal as SignalLike | undefined).catch((error: unknown) => {
      throw error instanceof DeadlineError ? new HttpError(`${method}: ${error.message}`, error) : error
    })
  }
}

/** Says nothing of a time, lest it is waited for. */
const CLOSED = {
  ok: false,
  error_code: 429,
  description: 'Too Many Requests: another message waits',
} as const

/** Holds a call back while Telegram has told its chat (or, for calls that are not messages, its method) to wait, and spaces messages. */
function keepPace({ now, sleep }: Clock): Transformer {
  const closedUntil = new Map<string, number>()
  /** When the last messages to a chat were sent; once Telegram has answered, when it did, because a message may be long on its way. */
  const sent = new Map<string, { at: number }[]>()
  /** Chats for which a message waits longer than a person would. */
  const patient = new Set<string>()
  const sweep = createSweeper(() => {
    for (const [key, until] of closedUntil) if (until < now()) closedUntil.delete(key)
    for (const [key, times] of sent)
      if ((times.at(-1)?.at ?? 0) < now() - GROUP_BURST.windowMs) sent.delete(key)
  })
  /** Milliseconds until the chat may get a message; 0 takes the place. */
  const claim = (key: string, isGroup: boolean, place: { at: number }): number => {
    const times = sent.get(key) ?? []
    const wait = Math.max(0, freeAt(times, isGroup) - now(), (closedUntil.get(key) ?? 0) - now())
    place.at = now()
    if (wait <= 0) sent.set(key, [...times.slice(1 - GROUP_BURST.calls), place])
    return wait
  }
  return async (prev, method, payload, signal) => {
    if (POLLS.test(method)) return prev(method, payload, signal)
    sweep()
    const chat = chatOf(payload)
    const isMessage = chat !== null && SENDS.test(method)
    const key = isMessage ? `chat ${chat}` : method
    const isGroup = isMessage && /^[-@]/.test(chat)
    const place = { at: now() }
    for (;;) {
      // Nobody waits for hours but one message a chat: the others would hold what all chats share.
      if (isMessage && (closedUntil.get(key) ?? 0) - now() > PATIENCE_MS) {
        if (patient.has(key)) return CLOSED
        patient.add(key)
        await sleep((closedUntil.get(key) ?? 0) - now())
        patient.delete(key)
        continue
      }
      const wait = isMessage ? claim(key, isGroup, place) : (closedUntil.get(key) ?? 0) - now()
      if (wait <= 0) break
      if (FLEETING.test(method)) return { ok: true, result: true as never }
      await sleep(wait)
    }
    const response = await prev(method, payload, signal)
    place.at = now()
    const seconds = response.ok ? undefined : response.parameters?.retry_after
    if (seconds !== undefined)
      closedUntil.set(key, Math.max(closedUntil.get(key) ?? 0, now() + seconds * 1000 + 50))
    return response
  }
}

/** When another message may follow those of these times, as Telegram bounds how many a second and a minute. */
function freeAt(times: readonly { readonly at: number }[], isGroup: boolean): number {
  const bursts = isGroup ? [CHAT_BURST, GROUP_BURST] : [CHAT_BURST]
  return Math.max(
    ...bursts.map(({ calls, windowMs }) => (times.at(-calls)?.at ?? Number.NEGATIVE_INFINITY) + windowMs),
  )
}

/**
 * An answer waits as long as Telegram says, be it a day: its update is stored meanwhile, and its user has it in the end. Whatever else is that late
 * is of no use.
 */
function repeatFlooded(): Transformer {
  const retry = autoRetry({
    maxRetryAttempts: MAX_FLOOD_WAITS,
    maxDelaySeconds: PATIENCE_MS / 1000,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  })
  return async (prev, method, payload, signal) => {
    if (POLLS.test(method) || FLEETING.test(method)) return prev(method, payload, signal)
    let response = await retry(prev, method, payload, signal)
    for (let waits = 0; waits < MAX_FLOOD_WAITS && SENDS.test(method); waits++) {
      if (response.ok || response.parameters?.retry_after === undefined) break
      // keepPace() holds it back until then.
      response = await retry(prev, method, payload, signal)
    }
    return response
  }
}

/** A group that has become a supergroup has another id: the answer goes there. It replies to nothing, since messages have other ids there too. */
function followMigration(): Transformer {
  return async (prev, method, payload, signal) => {
    const response = await prev(method, payload, signal)
    const chat_id = response.ok ? undefined : response.parameters?.migrate_to_chat_id
    if (chat_id === undefined || !SENDS.test(method)) return response
    const { reply_parameters: _, ...rest } = payload as { reply_parameters?: unknown }
    return await prev(method, { ...rest, chat_id } as typeof payload, signal)
  }
}

/** Runs a clean-up once in a thousand calls, so that the maps hold the chats of the last minute and not of the last year. */
function createSweeper(clean: () => void): () => void {
  let calls = 0
  return () => {
    if (++calls % 1000 === 0) clean()
  }
}

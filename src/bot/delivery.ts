/** Transformers for the calls of the bot out: each call in time, at Telegram's pace, and repeated only where that cannot say a thing twice. */
import { autoRetry } from '@grammyjs/auto-retry'
import { HttpError, type Transformer } from 'grammy'
import type { Logger } from '../log.ts'

export interface DeliveryOptions {
  readonly log: Logger
  /** Milliseconds after which a call is given up. Default 10,000; six times that where a file travels. */
  readonly timeoutMs?: number
  /** Milliseconds since some moment. Default performance.now. */
  readonly now?: () => number
  /** Default setTimeout. */
  readonly sleep?: (ms: number) => Promise<void>
}

/**
 * Thrown when a message may or may not have reached its chat: the connection broke, or the time ran out, after it was sent.
 * Whoever catches it says nothing more there, lest the person reads an answer and that there is none.
 */
export class LostMessageError extends Error {
  override readonly name = 'LostMessageError'
}

/** What is known of a call that failed. */
type Fate =
  /** Telegram never saw it, or said itself that it did not do it. */
  | 'not-done'
  /** The connection broke or the time ran out after it was sent: it may have been done. */
  | 'unknown'
  /** Refused for good. */
  | 'refused'

/** A reply later than this is of no use to a person who waits. */
const MAX_RETRY_AFTER_SECONDS = 60
const MAX_ATTEMPTS = 4
const FIRST_PAUSE_MS = 300
const DEFAULT_TIMEOUT_MS = 10_000
/** Telegram's FAQ: no more than one message a second to a chat (short bursts pass), 20 a minute to a group. */
const CHAT_BURST = { calls: 5, windowMs: 1_050 }
const GROUP_BURST = { calls: 20, windowMs: 60_500 }

/** Repeating these may show a person the same thing twice. */
const SENDS = /^(?:send(?!ChatAction|.*Draft$)|forward|copy|postStory)/
/** Worth nothing once late. */
const FLEETING = /^sendChatAction$|Draft$/
/** Long polling has its own patience and its own retries. */
const POLLS = /^getUpdates$/
const FILES = /^(?:sendDocument|sendPhoto|sendMediaGroup|setWebhook)$/

/**
 * The transformers, in the order in which they are to be installed.
 *
 * 429 is waited for and repeated by the auto-retry plugin. Everything else is repeated here rather than there, because the plugin
 * repeats a message whose connection broke after it was sent, without end and after three seconds at the soonest.
 */
export function createDelivery(options: DeliveryOptions): Transformer[] {
  const now = options.now ?? (() => performance.now())
  const sleep = options.sleep ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  const clock = { now, sleep }
  return [
    limitTime(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
    keepPace(clock),
    repeatFailed(options.log, clock),
    repeatFlooded(),
  ]
}

interface Clock {
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
}

function limitTime(timeoutMs: number): Transformer {
  return (prev, method, payload, signal) => {
    if (POLLS.test(method)) return prev(method, payload, signal)
    const timeout = AbortSignal.timeout(FILES.test(method) ? timeoutMs * 6 : timeoutMs)
    const both = signal === undefined ? timeout : AbortSignal.any([signal as AbortSignal, timeout])
    return prev(method, payload, both as NonNullable<typeof signal>)
  }
}

/** Holds a call back while Telegram has told its chat (or, for calls that are not messages, its method) to wait, and spaces messages. */
function keepPace({ now, sleep }: Clock): Transformer {
  const closedUntil = new Map<string, number>()
  const sent = new Map<string, number[]>()
  const sweep = createSweeper(() => {
    for (const [key, until] of closedUntil) if (until < now()) closedUntil.delete(key)
    for (const [key, times] of sent) if ((times.at(-1) ?? 0) < now() - GROUP_BURST.windowMs) sent.delete(key)
  })
  /** Milliseconds until the chat may get a message; 0 takes the place. */
  const claim = (key: string, isGroup: boolean): number => {
    const times = sent.get(key) ?? []
    const waits = [CHAT_BURST, ...(isGroup ? [GROUP_BURST] : [])].map(
      ({ calls, windowMs }) => (times.at(-calls) ?? Number.NEGATIVE_INFINITY) + windowMs - now(),
    )
    const wait = Math.max(0, ...waits, (closedUntil.get(key) ?? 0) - now())
    if (wait <= 0) sent.set(key, [...times.slice(1 - GROUP_BURST.calls), now()])
    return wait
  }
  return async (prev, method, payload, signal) => {
    if (POLLS.test(method)) return prev(method, payload, signal)
    sweep()
    const chat = chatOf(payload)
    const isMessage = chat !== null && SENDS.test(method)
    const key = isMessage ? `chat ${chat}` : method
    const isGroup = isMessage && /^[-@]/.test(chat)
    for (;;) {
      const wait = isMessage ? claim(key, isGroup) : (closedUntil.get(key) ?? 0) - now()
      if (wait <= 0) break
      if (FLEETING.test(method)) return { ok: true, result: true as never }
      await sleep(wait)
    }
    const response = await prev(method, payload, signal)
    const seconds = response.ok ? undefined : response.parameters?.retry_after
    if (seconds !== undefined)
      closedUntil.set(key, Math.max(closedUntil.get(key) ?? 0, now() + seconds * 1000 + 50))
    return response
  }
}

/** Repeats what failed on the way, as far as that cannot say a thing twice, and logs what is lost. */
function repeatFailed(log: Logger, { sleep }: Clock): Transformer {
  return async (prev, method, payload, signal) => {
    if (POLLS.test(method)) return prev(method, payload, signal)
    let pause = FIRST_PAUSE_MS
    let mayBeDone = false
    for (let attempt = 1; ; attempt++) {
      let failure: unknown
      let refusal: Awaited<ReturnType<typeof prev>> | null = null
      try {
        const response = await prev(method, payload, signal)
        if (response.ok) return response
        if (mayBeDone && saysDone(response.description)) return { ok: true, result: true as never }
        if (response.error_code < 500) return response
        refusal = response
        failure = new Error(`${response.error_code} ${response.description}`)
      } catch (error) {
        failure = error
      }
      const fate = refusal === null ? fateOf(failure) : 'not-done'
      mayBeDone ||= fate === 'unknown'
      const isRepeatable = fate === 'not-done' || (fate === 'unknown' && !SENDS.test(method))
      if (!isRepeatable || FLEETING.test(method) || attempt === MAX_ATTEMPTS || signal?.aborted === true) {
        log[FLEETING.test(method) ? 'debug' : 'warn'](
          { method, attempt, fate, err: failure },
          mayBeDone && SENDS.test(method)
            ? 'message lost, or arrived without Telegram saying so'
            : 'API call given up',
        )
        if (refusal !== null) return refusal
        throw mayBeDone && SENDS.test(method)
          ? new LostMessageError(`${method}: no answer from Telegram`, { cause: failure })
          : failure
      }
      log.debug({ method, attempt, fate, err: failure }, 'API call repeated')
      await sleep(pause)
      pause *= 3
    }
  }
}

function repeatFlooded(): Transformer {
  const retry = autoRetry({
    maxRetryAttempts: MAX_ATTEMPTS - 1,
    maxDelaySeconds: MAX_RETRY_AFTER_SECONDS,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  })
  return (prev, method, payload, signal) =>
    POLLS.test(method) || FLEETING.test(method)
      ? prev(method, payload, signal)
      : retry(prev, method, payload, signal)
}

/** Errors of a connection that never came about. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
])

function fateOf(error: unknown): Fate {
  if (!(error instanceof HttpError)) return 'refused'
  const cause = error.error as { code?: unknown; type?: unknown }
  if (NEVER_CONNECTED.has(String(cause.code))) return 'not-done'
  // A page of HTML in place of an answer comes from a gateway that reached no server behind it (502, 503).
  return cause.type === 'invalid-json' ? 'not-done' : 'unknown'
}

/** True when the refusal of a repeated call tells that the first one had its effect. */
function saysDone(description: string): boolean {
  return /message is not modified|query is too old|message to delete not found/i.test(description)
}

function chatOf(payload: object): string | null {
  const chat = (payload as { chat_id?: unknown }).chat_id
  return typeof chat === 'number' || typeof chat === 'string' ? String(chat) : null
}

/** Runs a clean-up once in a thousand calls, so that the maps hold the chats of the last minute and not of the last year. */
function createSweeper(clean: () => void): () => void {
  let calls = 0
  return () => {
    if (++calls % 1000 === 0) clean()
  }
}

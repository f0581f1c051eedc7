/** Calls of the bot that fail on the way in; out: the same calls repeated, without a person reading anything twice. */
import { HttpError, type Transformer } from 'grammy'
import type { Logger } from '../log.ts'
import type { MessageIds } from './message-ids.ts'

export const MAX_ATTEMPTS = 4
const FIRST_PAUSE_MS = 300
/** Time for messages on their way to be accounted for, before a gap among the ids is looked into. */
const SETTLE_MS = 250
const MAX_SETTLE_MS = 3_000
/** So many gaps of others are looked into at once: the person sees the message twice meanwhile. */
const FEW_GAPS = 4
/** More gaps than these are not of our making: other copies of the bot, or an outage that everybody shares. */
const MAX_SUSPECTS = 30

/** Repeating these may show a person the same thing twice. */
export const SENDS = /^(?:send(?!ChatAction|.*Draft$)|forward|copy|postStory)/
/** Worth nothing once late. */
export const FLEETING = /^sendChatAction$|Draft$/
/** Long polling has its own patience and its own retries. */
export const POLLS = /^getUpdates$/

/**
 * Thrown when a message may or may not have reached its chat: the connection broke, or the time ran out, after it was sent.
 * Whoever catches it says nothing more there, lest the person reads an answer and that there is none.
 */
export class LostMessageError extends Error {
  override readonly name = 'LostMessageError'
}

/** What the Bot API answers, whatever the method. */
interface ApiAnswer {
  readonly ok: boolean
  readonly result?: unknown
  readonly error_code?: number
  readonly description?: string
}

/** What is known of a call that failed. */
type Fate =
  /** Telegram never saw it, or said itself that it did not do it. */
  | 'not-done'
  /** The connection broke or the time ran out after it was sent: it may have been done. */
  | 'unknown'
  /** Refused for good. */
  | 'refused'

/** One attempt at a call: done, refused for good, or worth another try. */
type Attempt<R> =
  | { readonly response: R; readonly fate: 'done' }
  | { readonly response: R; readonly fate: 'refused' }
  | { readonly response: R | null; readonly error: unknown; readonly fate: 'not-done' | 'unknown' }

export interface RepeatOptions {
  readonly log: Logger
  readonly ids: MessageIds
  readonly sleep: (ms: number) => Promise<void>
}

/** Repeats what failed on the way, takes back what was thereby said twice, and logs what is lost. */
export function repeatFailed({ log, ids, sleep }: RepeatOptions): Transformer {
  const repeat: Transformer = async (prev, method, payload, signal) => {
    if (POLLS.test(method)) return prev(method, payload, signal)
    const chat = Number(chatOf(payload))
    const isMessage = SENDS.test(method)
    const before = isMessage ? ids.latest(chat) : null
    // Without knowing which ids were there before, a second message could not be told from the first.
    const isRepeatable = !FLEETING.test(method) && (!isMessage || before !== null)
    let pause = FIRST_PAUSE_MS
    let mayBeDone = false
    for (let attempt = 1; ; attempt++) {
      const tried = await attemptCall(() => prev(method, payload, signal))
      if (tried.fate === 'refused' && mayBeDone && saysDone(tried.response))
        return { ok: true, result: true as never }
      if (tried.fate === 'refused') return tried.response
      if (tried.fate === 'done') {
        if (isMessage) noteSent(tried.response, chat, ids)
        if (isMessage && attempt > 1 && before !== null) {
          const call = (other: string, data: object): Promise<ApiAnswer> =>
            repeat(prev, other as never, data as never)
          await takeBackTwins(
            { call, payload, chat, before, attempts: attempt - 1, ids, log, sleep },
            tried.response,
          )
        }
        return tried.response
      }
      mayBeDone ||= tried.fate === 'unknown'
      const canRepeat = isRepeatable || (tried.fate === 'not-done' && !FLEETING.test(method))
      if (!canRepeat || attempt === MAX_ATTEMPTS || signal?.aborted === true) {
        const isLost = isMessage && mayBeDone
        const told = isLost ? 'message lost, or arrived without Telegram saying so' : 'API call given up'
        log[FLEETING.test(method) ? 'debug' : 'warn']({ method, attempt, err: tried.error }, told)
        if (isLost) throw new LostMessageError(`${method}: no answer from Telegram`, { cause: tried.error })
        if (tried.response !== null) return tried.response
        throw tried.error
      }
      log.debug({ method, attempt, fate: tried.fate, err: tried.error }, 'API call repeated')
      await sleep(pause)
      pause *= 3
    }
  }
  return repeat
}

async function attemptCall<R extends ApiAnswer>(call: () => Promise<R>): Promise<Attempt<R>> {
  try {
    const response = await call()
    if (response.ok) return { response, fate: 'done' }
    if ((response.error_code ?? 0) < 500) return { response, fate: 'refused' }
    return { response, fate: 'not-done', error: new Error(`${response.error_code} ${response.description}`) }
  } catch (error) {
    const fate = fateOf(error)
    if (fate === 'refused') throw error
    return { response: null, fate, error }
  }
}

interface Repeated {
  /** Repeats what fails, as for every other call. */
  readonly call: (method: string, payload: object) => Promise<ApiAnswer>
  readonly payload: object
  readonly chat: number
  /** The latest message id known before the first attempt. */
  readonly before: number
  /** How many attempts failed, and may have had their effect. */
  readonly attempts: number
  readonly ids: MessageIds
  readonly log: Logger
  readonly sleep: (ms: number) => Promise<void>
}

/**
 * A message that was sent again may stand in the chat twice: an attempt counted as failed had its effect after all. Its id then lies
 * between the last one known before and the one of the attempt that succeeded, and nobody has accounted for it. An edit that
 * succeeds proves it to be a message of the bot in this chat; only then is it taken back.
 */
async function takeBackTwins(
  { call, payload, chat, before, attempts, ids, log, sleep }: Repeated,
  response: ApiAnswer,
): Promise<void> {
  const sent = messageIdOf(response)
  if (sent === null || ids.unaccounted(chat, before, sent).length === 0) return
  // What others sent or wrote meanwhile is still being noted: the more gaps, the longer it is waited for.
  for (let waited = 0; waited < MAX_SETTLE_MS; waited += SETTLE_MS) {
    await sleep(SETTLE_MS)
    if (ids.unaccounted(chat, before, sent).length <= attempts + FEW_GAPS) break
  }
  let twins = 0
  for (const message_id of ids.unaccounted(chat, before, sent).slice(0, MAX_SUSPECTS)) {
    // Somebody else's search may have found it a moment ago.
    if (!ids.unaccounted(chat, message_id - 1, message_id + 1).includes(message_id)) continue
    const edited = await call('editMessageReplyMarkup', { chat_id: chat, message_id }).catch(() => null)
    if (edited === null || !isTwin(edited, payload)) continue
    ids.note(chat, message_id)
    const deleted = await call('deleteMessage', { chat_id: chat, message_id }).catch(() => null)
    log.info({ ok: deleted?.ok ?? false }, 'took back a message that had arrived twice')
    if (++twins === attempts) return
  }
}

function isTwin(edited: ApiAnswer, payload: object): boolean {
  // A message without buttons cannot lose them: Telegram says so, and only of one that it could have edited.
  if (!edited.ok) return /message is not modified/i.test(edited.description ?? '')
  const { text } = payload as { text?: unknown }
  const { result } = edited
  const isComparable = typeof text === 'string' && typeof result === 'object' && result !== null
  return !isComparable || (result as { text?: unknown }).text === text.trim()
}

function noteSent(response: ApiAnswer, chat: number, ids: MessageIds): void {
  const id = messageIdOf(response)
  if (id !== null) ids.note(chat, id)
}

function messageIdOf(response: ApiAnswer): number | null {
  const id = (response.result as { message_id?: unknown } | undefined)?.message_id
  return typeof id === 'number' ? id : null
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
function saysDone({ description = '' }: ApiAnswer): boolean {
  return /message is not modified|query is too old|message to delete not found/i.test(description)
}

export function chatOf(payload: object): string | null {
  const chat = (payload as { chat_id?: unknown }).chat_id
  return typeof chat === 'number' || typeof chat === 'string' ? String(chat) : null
}

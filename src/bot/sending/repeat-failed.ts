/** Turns calls of the bot that fail on the way into the same calls repeated, without a person reading anything twice. */
import { HttpError, type Transformer } from 'grammy'
import type { Logger } from '../../log.ts'
import type { MessageIds, Span } from './message-ids.ts'

/** A reply later than this is of no use to a person who waits. */
export const PATIENCE_MS = 60_000
/** But while the network is down nobody can ask again either, and the answer is still wanted when it is back. */
const OUTAGE_PATIENCE_MS = 10 * 60_000
/** Of calls that are no messages: a button can be pressed again, and a program that starts has to say that it cannot. */
const MAX_ATTEMPTS = 4
const FIRST_PAUSE_MS = 300
const MAX_PAUSE_MS = 3_000
/** Time for messages on their way to be accounted for, before a gap among the ids is looked into. */
const SETTLE_MS = 500
/** More gaps than these are not of our making: other copies of the bot, or a group whose messages are kept from it. */
const MAX_SUSPECTS = 20

/** Repeating these may show a person the same thing twice. */
export const SENDS = /^(?:send(?!ChatAction|.*Draft$)|forward|copy|postStory)/
/** Worth nothing once late. */
export const FLEETING = /^sendChatAction$|Draft$/
/** Long polling has its own patience and its own retries. */
export const POLLS = /^getUpdates$/

/**
 * Thrown when a message may or may not have reached its chat: it was sent, and no answer came that says so.
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

/** One attempt at a call: answered (done, or refused for good), or failed on the way. */
type Attempt<R> =
  | { readonly response: R }
  /** `mayBeDone`: it was sent. Also a server that says that it failed (500) may have failed after its work. */
  | { readonly response: R | null; readonly error: unknown; readonly mayBeDone: boolean }

export interface RepeatOptions {
  readonly log: Logger
  readonly ids: MessageIds
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
}

/** Repeats what failed on the way, takes back what was thereby said twice, and logs what is lost. */
export function repeatFailed({ log, ids, now, sleep }: RepeatOptions): Transformer {
  const suspects = new Set<number>()
  const repeat: Transformer = async (prev, method, payload, signal) => {
    if (POLLS.test(method)) return prev(method, payload, signal)
    const chat = Number(chatOf(payload))
    const isMessage = SENDS.test(method)
    const firstAt = now()
    const doubts: Span[] = []
    let pause = FIRST_PAUSE_MS
    for (let attempt = 1; ; attempt++) {
      const [startedAt, after] = [now(), ids.latest(chat)]
      const tried = await attemptCall(() => prev(method, payload, signal))
      if (!('error' in tried)) {
        const { response } = tried
        if (doubts.length > 0 && saysDone(response)) return { ok: true, result: true as never }
        const sent = isMessage ? messageIdOf(response) : null
        if (sent === null) return response
        ids.note(chat, sent, startedAt)
        const call: Call = (other, data) => repeat(prev, other as never, data as never)
        await takeBackTwins({ call, payload, chat, suspects, ids, log, sleep }, doubts)
        return response
      }
      if (tried.mayBeDone) doubts.push({ after: after ?? 0, failedAt: now() })
      // Without knowing which ids were there before, a second message could not be told from the first.
      const isRepeatable = !FLEETING.test(method) && !(isMessage && tried.mayBeDone && after === null)
      const patience = tried.response === null ? OUTAGE_PATIENCE_MS : PATIENCE_MS
      const isEnough = isMessage ? now() + pause - firstAt > patience : attempt === MAX_ATTEMPTS
      if (!isRepeatable || isEnough || signal?.aborted === true) {
        const isLost = isMessage && doubts.length > 0
        const told = isLost ? 'message lost, or arrived without Telegram saying so' : 'API call given up'
        log[FLEETING.test(method) ? 'debug' : 'warn']({ method, attempt, err: tried.error }, told)
        if (isLost) throw new LostMessageError(`${method}: no answer from Telegram`, { cause: tried.error })
        if (tried.response !== null) return tried.response
        throw tried.error
      }
      log.debug({ method, attempt, err: tried.error }, 'API call repeated')
      await sleep(pause)
      pause = Math.min(pause * 3, MAX_PAUSE_MS)
    }
  }
  return repeat
}

async function attemptCall<R extends ApiAnswer>(call: () => Promise<R>): Promise<Attempt<R>> {
  try {
    const response = await call()
    if (response.ok || (response.error_code ?? 0) < 500) return { response }
    const error = new Error(`${response.error_code} ${response.description}`)
    return { response, error, mayBeDone: true }
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    const { code } = error.error as { code?: unknown }
    return { response: null, error, mayBeDone: !NEVER_CONNECTED.has(String(code)) }
  }
}

/** Repeats what fails, as for every other call. */
type Call = (method: string, payload: object) => Promise<ApiAnswer>

interface Repeated {
  readonly call: Call
  readonly payload: object
  readonly chat: number
  /** Ids that somebody is asking about at this moment. */
  readonly suspects: Set<number>
  readonly ids: MessageIds
  readonly log: Logger
  readonly sleep: (ms: number) => Promise<void>
}

/**
 * A message that was sent again may stand in the chat twice: an attempt counted as failed had its effect after all. Its id is then
 * one that was given while the attempt was under way and that nobody has accounted for. Other people's messages of that moment
 * are waited for; what is left is proved by an edit, which succeeds for none but a message of the bot in this chat, before it is taken back.
 */
async function takeBackTwins(
  { call, payload, chat, suspects, ids, log, sleep }: Repeated,
  doubts: readonly Span[],
): Promise<void> {
  if (doubts.every((span) => ids.unaccounted(chat, span).length === 0)) return
  await sleep(SETTLE_MS)
  const asked = new Set<number>()
  for (const span of doubts) {
    while (asked.size < MAX_SUSPECTS) {
      const left = ids.unaccounted(chat, span).filter((id) => !asked.has(id))
      // Those first that nobody else is asking about: several answers lost at once are found in the order in which they were sent.
      const message_id = left.find((id) => !suspects.has(id)) ?? left[0]
      if (message_id === undefined) break
      asked.add(message_id)
      suspects.add(message_id)
      const edited = await call('editMessageReplyMarkup', { chat_id: chat, message_id }).catch(() => null)
      suspects.delete(message_id)
      if (edited === null || !isTwin(edited, payload)) continue
      ids.note(chat, message_id)
      // Unlike deleteMessage it may be repeated: what is gone already is passed over.
      const deleted = await call('deleteMessages', { chat_id: chat, message_ids: [message_id] }).catch(
        () => null,
      )
      log.info({ ok: deleted?.ok ?? false }, 'took back a message that had arrived twice')
      break
    }
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

/** True when the refusal of a repeated call tells that the first one had its effect. */
function saysDone({ ok, description = '' }: ApiAnswer): boolean {
  return !ok && /message is not modified|query is too old|message to delete not found/i.test(description)
}

export function chatOf(payload: object): string | null {
  const chat = (payload as { chat_id?: unknown }).chat_id
  return typeof chat === 'number' || typeof chat === 'string' ? String(chat) : null
}

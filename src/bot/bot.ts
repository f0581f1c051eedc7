/** What the bot needs in, a grammY bot with every feature out; it is neither polling nor listening yet. */
import { Bot, type Context, type Middleware, type Transformer } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Logger } from '../log.ts'
import type { Match, Searcher } from '../search/searcher.ts'

/**
 * Updates that the bot asks Telegram for, whether it polls or listens: pass them to `run()` and `setWebhook`.
 * `my_chat_member` tells of users who block the bot and of groups that add it.
 */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'chosen_inline_result',
  'guest_message',
  'my_chat_member',
] as const satisfies readonly Exclude<keyof Update, 'update_id'>[]

/** What a feature gets with an update: grammY's context and the parts that the update keeps to its end. */
export type BotContext = Context & {
  /** The searcher of this update: a reload in the middle does not change it. */
  searcher: Searcher
  /** Logs with the update's id. */
  log: Logger
}

/** Answers one call of the Bot API in Telegram's place; throws to let it fail. */
export type ApiStandIn = (method: string, payload: Readonly<Record<string, unknown>>) => Promise<unknown>

/** What happened with an update, for metrics. Called without user ids or texts. */
export type BotEvent =
  /** A question was answered, however it came. `ms`: from the handler's start to the last call's end. */
  | { readonly kind: 'answer'; readonly feature: string; readonly match: Match; readonly ms: number }
  /** A handler failed; `errorId` was told to the user and stands in the log. */
  | { readonly kind: 'failure'; readonly feature: string; readonly errorId: string }
  /** Telegram refused because the user blocked the bot or left the chat (403): no error. */
  | { readonly kind: 'blocked' }

export interface BotDeps {
  readonly token: string
  /** Given, no getMe is called: for the terminal, for tests, and for start.ts, which has asked already. */
  readonly botInfo?: UserFromGetMe
  /** Asked once an update, so that a reload swaps the searcher without a gap. */
  readonly searcher: () => Searcher
  /** The update's child logger is made from it, see `logUpdate`. */
  readonly log: Logger
  /** Fields for the update's child logger. Default: the update's id alone. */
  readonly logUpdate?: (update: Update) => Readonly<Record<string, unknown>>
  /** Root of a self-hosted Bot API server. Default: Telegram's. */
  readonly apiRoot?: string
  /** Installed on `bot.api` in this order: auto-retry, metrics. */
  readonly transformers?: readonly Transformer[]
  /** Takes every API call instead of the network. */
  readonly standIn?: ApiStandIn
  /** Milliseconds since the epoch. Default Date.now. */
  readonly clock?: () => number
  /** From 0 to below 1, for /random. Default Math.random. */
  readonly random?: () => number
  /** Run before every feature, within an error boundary, with `ctx.log` and `ctx.searcher` set: access, limits, admin commands. */
  readonly before?: readonly Middleware<BotContext>[]
  /** True when not everybody may ask: keeps Telegram from showing one user's inline results to others. Default false. */
  readonly isRestricted?: boolean
  readonly onEvent?: (event: BotEvent) => void
}

/** Builds the bot. */
export function createBot(deps: BotDeps): Bot<BotContext> {
  const bot = new Bot<BotContext>(deps.token, {
    ...(deps.botInfo !== undefined && { botInfo: deps.botInfo }),
    client: { ...(deps.apiRoot !== undefined && { apiRoot: deps.apiRoot }) },
  })
  return bot
}

/** Turns what the bot needs into a grammY bot with every feature; it is neither polling nor listening yet. */

import type { Agent } from 'node:http'
import { Bot, type Middleware, type Transformer } from 'grammy'
import type { CallbackQuery, Update, UserFromGetMe } from 'grammy/types'
import type { Logger } from '../log.ts'
import type { Pictures } from '../pictures/pictures.ts'
import type { Searcher } from '../search/searcher.ts'
import type { Match } from '../search/verdict/judge.ts'
import { createMemoryLanguages, type LanguageStore } from '../state/languages.ts'
import { createAnswerMemory } from './answer-memory.ts'
import { catchFailures, createFeature, type Failure } from './boundary.ts'
import { decodeAction } from './callback-data.ts'
import type { BotContext } from './context.ts'
import { installAsk, installCompare, installVerify } from './features/ask.ts'
import { installBrowse } from './features/browse.ts'
import { installCite } from './features/cite.ts'
import { installConverse } from './features/converse.ts'
import { installCount } from './features/count.ts'
import { installDraft } from './features/draft.ts'
import { createChartSender, installFiles } from './features/files.ts'
import { installFallback, installInfo } from './features/info.ts'
import { installGuest, installInline } from './features/inline.ts'
import { installLang } from './features/lang.ts'
import { installPassage } from './features/passage.ts'
import { installReports } from './features/reports.ts'
import { loadLocales } from './locale.ts'
import { PressMemory } from './press-memory.ts'
import { type Route, routeMessage } from './route.ts'
import { PhotoMemory } from './sending/send-file.ts'

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

/** Answers one call of the Bot API in Telegram's place; throws to let it fail. */
export type ApiStandIn = (method: string, payload: Readonly<Record<string, unknown>>) => Promise<unknown>

/** What happened with an update, for metrics. Without user ids or texts. */
export type BotEvent =
  /** A question was answered, however it came. `ms`: from the first handler to the end of the last call. */
  { readonly kind: 'answer'; readonly feature: string; readonly match: Match; readonly ms: number } | Failure

export interface BotDeps {
  readonly token: string
  /** Given, no getMe is called: for the terminal, for tests, and for start.ts, which has asked already. */
  readonly botInfo?: UserFromGetMe
  /** Asked once an update, so that a reload swaps the searcher without a gap. */
  readonly searcher: () => Searcher
  /** Every update gets a child logger of it, see `logFields`. */
  readonly log: Logger
  /** Fields of the update's child logger. Default: the update's id alone. */
  readonly logFields?: (update: Update) => Readonly<Record<string, unknown>>
  /** Root of a self-hosted Bot API server. Default: Telegram's. */
  readonly apiRoot?: string
  /** The agent whose connections calls travel on. Default: grammY's own. */
  readonly agent?: (url: URL) => Agent
  /** Installed on `bot.api` in this order, so that the last one is the outermost. */
  readonly transformers?: readonly Transformer[]
  /** Fetches a file that was sent, by its path at Telegram; null for one that is too large. Default: drafts are taken as text only. */
  readonly download?: (path: string) => Promise<Uint8Array | null>
  /** Takes every API call instead of the network. */
  readonly standIn?: ApiStandIn
  /** Where the languages that users choose are kept. Default: in this process. */
  readonly languages?: LanguageStore
  /** From 0 to below 1, for /random. Default Math.random. */
  readonly random?: () => number
  /**
   * Run before every feature (order, access, limits, admin commands) with the whole context set; next() lasts until the
   * update is done. A callback query is not answered yet: who takes one and does not call next() answers it.
   */
  readonly before?: readonly Middleware<BotContext>[]
  /** Draws quote cards and charts. Default: none are offered. */
  readonly pictures?: Pictures
  /** Address of the pages, without a final slash. Default: messages link to none. */
  readonly pagesUrl?: string
  /** True when not everybody may ask: keeps Telegram from showing one user's inline results to others. Default false. */
  readonly isRestricted?: boolean
  /** True when the operator keeps questions in the log: /privacy says so. Default false. */
  readonly logsQueries?: boolean
  readonly onEvent?: (event: BotEvent) => void
}

/** Builds the bot. */
export function createBot(deps: BotDeps): Bot<BotContext> {
  const { isRestricted = false, logsQueries = false, random = Math.random } = deps
  const bot = new Bot<BotContext>(deps.token, {
    ...(deps.botInfo !== undefined && { botInfo: deps.botInfo }),
    client: {
      ...(deps.apiRoot !== undefined && { apiRoot: deps.apiRoot }),
      ...(deps.agent !== undefined && { baseFetchConfig: { agent: deps.agent } as object }),
    },
  })
  if (deps.standIn !== undefined) bot.api.config.use(replaceNetwork(deps.standIn))
  bot.api.config.use(...(deps.transformers ?? []))

  const onFailure = (failure: Failure): void => deps.onEvent?.(failure)
  const languages = deps.languages ?? createMemoryLanguages()
  bot.use(loadLocales<BotContext>(languages.find))
  bot.use(prepare({ ...deps, languages }))
  bot.use(catchFailures(onFailure), ...(deps.before ?? []))
  bot.on('callback_query', answerButtons())
  const drawing = { pictures: deps.pictures ?? null, memory: new PhotoMemory() }
  const drawChart = createChartSender(drawing)
  bot.use(createFeature('draft', (feature) => installDraft(feature, deps.download ?? null), onFailure))
  bot.use(createFeature('converse', (feature) => installConverse(feature, drawChart), onFailure))
  bot.use(createFeature('ask', installAsk, onFailure))
  bot.use(createFeature('browse', installBrowse, onFailure))
  bot.use(createFeature('passage', (feature) => installPassage(feature, random), onFailure))
  bot.use(createFeature('inline', (feature) => installInline(feature, isRestricted), onFailure))
  bot.use(createFeature('verify', installVerify, onFailure))
  bot.use(createFeature('compare', installCompare, onFailure))
  bot.use(createFeature('count', installCount, onFailure))
  bot.use(createFeature('files', (feature) => installFiles(feature, drawing, drawChart), onFailure))
  bot.use(createFeature('reports', installReports, onFailure))
  bot.use(createFeature('cite', installCite, onFailure))
  bot.use(createFeature('lang', installLang, onFailure))
  bot.use(createFeature('info', (feature) => installInfo(feature, logsQueries), onFailure))
  bot.use(createFeature('guest', installGuest, onFailure))
  bot.use(createFeature('fallback', installFallback, onFailure))
  return bot
}

/** Sets what belongs to the update. */
function prepare(deps: BotDeps & { readonly languages: LanguageStore }): Middleware<BotContext> {
  const answers = createAnswerMemory()
  return async (ctx, next) => {
    const started = performance.now()
    ctx.searcher = deps.searcher()
    ctx.log = deps.log.child(deps.logFields?.(ctx.update) ?? { update: ctx.update.update_id })
    ctx.setting = {
      t: ctx.t,
      botUsername: ctx.me.username,
      canShare: ctx.me.supports_inline_queries,
      canDraw: deps.pictures?.isAvailable() === true,
      pages: deps.pagesUrl === undefined ? null : { root: deps.pagesUrl, isPrivate: isPrivateTalk(ctx) },
    }
    ctx.answers = answers
    ctx.opened = null
    ctx.languages = deps.languages
    ctx.route = routeUpdate(ctx)
    ctx.hasFailed = false
    ctx.isButtonAnswered = false
    ctx.action = ctx.callbackQuery?.data === undefined ? null : decodeAction(ctx.callbackQuery.data)
    ctx.reportAnswer = (feature, match) =>
      deps.onEvent?.({ kind: 'answer', feature, match, ms: performance.now() - started })
    await next()
  }
}

/** A guest's answer stands in a chat of others, whatever kind of chat it is. */
function isPrivateTalk(ctx: BotContext): boolean {
  return ctx.chat?.type === 'private' && ctx.guestMessage === undefined
}

/** An edited question is asked anew; in a group only where its answer can be edited, for a new one would come as a surprise. */
function routeUpdate(ctx: BotContext): Route {
  const { editedMessage } = ctx
  const isAnswered =
    editedMessage !== undefined && ctx.answers.find(editedMessage.chat.id, editedMessage.message_id) !== null
  const edited = isAnswered || editedMessage?.chat.type === 'private' ? editedMessage : undefined
  const message = ctx.message ?? edited
  return message === undefined ? { kind: 'silence' } : routeMessage(message, ctx.me)
}

/** Stops the clock on a pressed button before any work is done; what is not ours, or pressed twice, ends here. */
function answerButtons(): Middleware<BotContext & { callbackQuery: CallbackQuery }> {
  const memory = new PressMemory()
  return async (ctx, next) => {
    const isOurs = ctx.action !== null
    ctx.isButtonAnswered = true
    // Not waited for: the work need not stand behind it, and a failure here must not keep the answer back.
    const answered = ctx
      .answerCallbackQuery(isOurs ? {} : { text: ctx.t('unknown-button') })
      .catch((error: unknown) => ctx.log.info({ err: error }, 'a button was answered too late'))
    if (isOurs && !memory.isRepeated(ctx.callbackQuery, performance.now())) await next()
    if (ctx.hasFailed) memory.forget(ctx.callbackQuery)
    await answered
  }
}

function replaceNetwork(standIn: ApiStandIn): Transformer {
  return async (_previous, method, payload) => {
    const result = await standIn(method, payload as Readonly<Record<string, unknown>>)
    return { ok: true, result: result as never }
  }
}

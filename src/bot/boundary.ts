/** Turns a feature's handlers into the same handlers that fail alone: its user is told in one line, the log has the rest. */
import { randomBytes } from 'node:crypto'
import { BotError, Composer, GrammyError, type Middleware } from 'grammy'
import { BackendUnavailableError } from '../search/backend.ts'
import { asOneQuestion } from '../search/question-time.ts'
import type { BotContext } from './context.ts'
import { textArticle } from './replies/inline-reply.ts'
import { LostMessageError } from './sending/repeat-failed.ts'
import { sendNotice } from './sending/sending.ts'

/** What went wrong, for metrics. */
export type Failure =
  /** A handler failed; `errorId` was told to the user and stands in the log. */
  | { readonly kind: 'failure'; readonly feature: string; readonly errorId: string }
  /** The search backend could not be asked. */
  | { readonly kind: 'unavailable'; readonly feature: string }
  /** The connection broke after a message was sent: it may or may not have arrived. */
  | { readonly kind: 'lost'; readonly feature: string }
  /** Telegram refused because the user blocked the bot or the chat is closed to it (403): no error. */
  | { readonly kind: 'blocked' }

/**
 * The last net, around everything: what is thrown outside the features. Unlike grammY's own boundary it lets a middleware
 * inside it wait for the ones after it, as keeping updates in order needs.
 */
export function catchFailures(onFailure: (failure: Failure) => void): Middleware<BotContext> {
  return async (ctx, next) => {
    try {
      await asOneQuestion(next)
    } catch (error) {
      const cause = error instanceof BotError ? error.error : error
      await handleFailure(new BotError(cause, ctx), 'bot', onFailure)
    }
  }
}

/** Makes one feature. `install` adds its handlers to the composer. */
export function createFeature(
  name: string,
  install: (composer: Composer<BotContext>) => void,
  onFailure: (failure: Failure) => void,
): Composer<BotContext> {
  const feature = new Composer<BotContext>()
  install(feature.errorBoundary((error) => handleFailure(error, name, onFailure)))
  return feature
}

async function handleFailure(
  { error, ctx }: BotError<BotContext>,
  feature: string,
  onFailure: (failure: Failure) => void,
): Promise<void> {
  ctx.hasFailed = true
  if (error instanceof GrammyError && error.error_code === 403) {
    onFailure({ kind: 'blocked' })
    ctx.log.info({ feature, reason: error.description }, 'the chat is closed to the bot')
    return
  }
  if (error instanceof GrammyError && /query is too old|QUERY_ID_INVALID/.test(error.description)) {
    ctx.log.info({ feature }, 'the query was answered too late')
    return
  }
  if (error instanceof LostMessageError) {
    // It may well have arrived: a line about a failure would stand under a good answer.
    onFailure({ kind: 'lost', feature })
    ctx.log.error({ feature, err: error }, 'an answer may be lost')
    return
  }
  if (error instanceof BackendUnavailableError) {
    onFailure({ kind: 'unavailable', feature })
    ctx.log.warn({ feature, err: error }, 'search is unavailable')
    return await tellUser(ctx, ctx.t('search-unavailable'))
  }
  const errorId = randomBytes(3).toString('hex')
  onFailure({ kind: 'failure', feature, errorId })
  ctx.log.error({ feature, errorId, err: error }, 'a handler failed')
  await tellUser(ctx, ctx.t('failure', { id: errorId }))
}

/** Tells it where the user is looking. When that fails too, the log says so and nothing else happens. */
async function tellUser(ctx: BotContext, text: string): Promise<void> {
  try {
    if (ctx.inlineQuery !== undefined) {
      const button = { text: ctx.t('inline-unavailable'), start_parameter: 'help' }
      await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true, button })
    } else if (ctx.guestMessage !== undefined) {
      await ctx.answerGuestQuery(textArticle(text))
    } else if (ctx.callbackQuery !== undefined && !ctx.isButtonAnswered) {
      await ctx.answerCallbackQuery({ text })
    } else if (ctx.chat !== undefined) {
      await sendNotice(ctx, text)
    }
  } catch (error) {
    ctx.log.warn({ err: error }, 'the user could not be told of a failure')
  }
}

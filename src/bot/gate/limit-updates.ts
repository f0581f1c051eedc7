/** Lets an update pass that its user, its chat and the bot have a token for; a refusal is said once, then silence. */
import type { Middleware } from 'grammy'
import type { LimitConfig } from '../../config.ts'
import type { Bucket, Limiter, Verdict } from '../../state/limits.ts'
import type { BotContext } from '../context.ts'
import { sendNotice } from '../sending/sending.ts'

/** People who type ask an inline query at every letter: it has buckets of its own, this much larger. */
const INLINE_FACTOR = 5

export interface LimitOptions {
  readonly limiter: Limiter
  readonly limits: LimitConfig
  /** Users without limits. */
  readonly exempt: ReadonlySet<number>
  /** The notice, in the user's language. */
  readonly notice: (ctx: BotContext) => string
  readonly onRefused?: (reason: string) => void
}

/** Lets an update pass, or answers it with a notice (the first time) or with nothing. */
export function limitUpdates(options: LimitOptions): Middleware<BotContext> {
  const { limiter, exempt, notice } = options
  return async (ctx, next) => {
    if (ctx.from !== undefined && exempt.has(ctx.from.id)) return next()
    if (!asksForAnswer(ctx)) return next()
    const refusal = await firstRefusal(limiter, bucketsOf(ctx, options.limits))
    if (refusal === null) return next()
    options.onRefused?.(refusal.scope)
    const isFirst = refusal.verdict === 'first'
    // A query that is never answered keeps Telegram's clock turning on the user's screen.
    if (ctx.inlineQuery !== undefined)
      return void (await ctx.answerInlineQuery([], { cache_time: 1, is_personal: true }))
    if (ctx.callbackQuery !== undefined)
      return void (await ctx.answerCallbackQuery(isFirst ? { text: notice(ctx) } : {}))
    if (isFirst) await sendNotice(ctx, notice(ctx))
  }
}

interface Scoped extends Bucket {
  readonly scope: 'user' | 'chat' | 'bot'
}

/** From the narrowest to the widest, so that one who floods empties his own bucket and no other. */
function bucketsOf(ctx: BotContext, limits: LimitConfig): Scoped[] {
  const factor = ctx.inlineQuery === undefined ? 1 : INLINE_FACTOR
  const kind = ctx.inlineQuery === undefined ? 'ask' : 'inline'
  const chat = ctx.chat !== undefined && ctx.chat.id !== ctx.from?.id ? ctx.chat.id : undefined
  const buckets: Scoped[] = [
    ...(ctx.from === undefined
      ? []
      : [{ scope: 'user', key: `${kind}:u:${ctx.from.id}`, perMinute: limits.user * factor } as const]),
    ...(chat === undefined
      ? []
      : [{ scope: 'chat', key: `${kind}:c:${chat}`, perMinute: limits.chat * factor } as const]),
    { scope: 'bot', key: 'all', perMinute: limits.bot },
  ]
  return buckets.filter((bucket) => bucket.perMinute > 0)
}

async function firstRefusal(
  limiter: Limiter,
  buckets: readonly Scoped[],
): Promise<{ scope: string; verdict: Verdict } | null> {
  for (const bucket of buckets) {
    const verdict = await limiter.take(bucket)
    // The whole bot being busy is said to nobody: the notice itself would be one more message to send.
    if (verdict !== 'ok') return { scope: bucket.scope, verdict: bucket.scope === 'bot' ? 'again' : verdict }
  }
  return null
}

/**
 * Whatever the bot answers takes a token, edits included; the routing decides that, and nobody else. Talk among people in a group costs nobody
 * anything, and neither do reports of what has happened.
 */
function asksForAnswer({ inlineQuery, callbackQuery, guestMessage, route }: BotContext): boolean {
  const isQuery = inlineQuery !== undefined || callbackQuery !== undefined || guestMessage !== undefined
  return isQuery || route.kind !== 'silence'
}

/** Turns updates of everybody into those of the people and chats that may ask. */
import type { Middleware } from 'grammy'
import type { Limiter } from '../../state/limits.ts'
import type { BotContext } from '../context.ts'
import { sendLine } from '../sending/sending.ts'

export interface AccessOptions {
  /** Chats and users that may ask; null for everyone. */
  readonly allowed: ReadonlySet<number> | null
  /** They may always ask. */
  readonly admins: ReadonlySet<number>
  readonly limiter: Limiter
  readonly onRefused?: (reason: string) => void
}

/** A stranger is told once a minute, so that the bot cannot be made to send as much as it is sent. */
const NOTICES_PER_MINUTE = 1

/** Lets those pass who may ask. The others are told their number, which is what the operator needs to let them in. */
export function checkAccess({ allowed, admins, limiter, onRefused }: AccessOptions): Middleware<BotContext> {
  return async (ctx, next) => {
    const user = ctx.from?.id
    const ids = [user, ctx.chat?.id].filter((id) => id !== undefined)
    const isAdmin = user !== undefined && admins.has(user)
    if (allowed === null || isAdmin || ids.some((id) => allowed.has(id))) return next()
    onRefused?.('access')
    const notice = (): string => ctx.t('access-refused', { id: String(user ?? ctx.chat?.id ?? 0) })
    if (ctx.inlineQuery !== undefined) {
      await ctx.answerInlineQuery([], { cache_time: 60, is_personal: true })
    } else if (ctx.callbackQuery !== undefined) {
      await ctx.answerCallbackQuery({ text: notice(), show_alert: true })
    } else if (ctx.message?.chat.type === 'private') {
      const verdict = await limiter.take({ key: `refused:${user}`, perMinute: NOTICES_PER_MINUTE })
      if (verdict === 'ok') await sendLine(ctx, notice())
    }
  }
}

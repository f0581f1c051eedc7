/** Makes what every update passes before it comes to a feature: counting, access, limits, order. */

import { sequentialize } from '@grammyjs/runner'
import type { Middleware } from 'grammy'
import type { Config } from '../../config.ts'
import type { Limiter } from '../../state/limits.ts'
import type { BotContext } from '../context.ts'
import { checkAccess } from './access.ts'
import { limitUpdates } from './limit-updates.ts'
import { keepNewestInline } from './newest-inline.ts'

export interface GateOptions {
  readonly config: Pick<Config, 'allowedChatIds' | 'adminIds' | 'limits'>
  readonly limiter: Limiter
  readonly onUpdate?: (type: string) => void
  /** `access`, or the limit that was reached: `user`, `chat`, `bot`. */
  readonly onRefused?: (reason: string) => void
}

export function createGate({ config, limiter, onUpdate, onRefused }: GateOptions): Middleware<BotContext>[] {
  const report = onRefused === undefined ? {} : { onRefused }
  return [
    async (ctx, next) => {
      onUpdate?.(typeOf(ctx))
      if (ctx.update.inline_query !== undefined) ctx.log.debug('inline query')
      else ctx.log.info({ type: typeOf(ctx) }, 'update')
      await next()
    },
    checkAccess({ allowed: config.allowedChatIds, admins: config.adminIds, limiter, ...report }),
    limitUpdates({
      limiter,
      limits: config.limits,
      exempt: config.adminIds,
      notice: (ctx) => ctx.t('limit-reached'),
      ...report,
    }),
    keepNewestInline(),
    sequentialize(orderOf),
  ]
}

/**
 * What one person does in one chat is handled in its order: a question, then the next; a page, then the one after. Others in the
 * chat do not wait for it, so that a call which hangs holds up nobody else. Inline queries have no order: the latest one counts.
 */
function orderOf(ctx: BotContext): string | undefined {
  if (ctx.inlineQuery !== undefined) return undefined
  const chat = ctx.chat?.id
  const from = ctx.from?.id
  return chat === undefined && from === undefined ? undefined : `${chat}:${from}`
}

function typeOf(ctx: BotContext): string {
  return Object.keys(ctx.update).find((key) => key !== 'update_id') ?? 'unknown'
}

/** /start (also from a link), /help, /privacy, /about, and whatever nobody else took. */

import { FormattedString } from '@grammyjs/parse-mode'
import type { Composer } from 'grammy'
import { REPORT_ID } from '../../corpus/report.ts'
import { clip } from '../../text/clip.ts'
import { PASSAGE_ID } from '../callback-data.ts'
import { onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { placePassage } from '../passage-lookup.ts'
import { aboutReply, helpReply, privacyReply, welcomeReply } from '../replies/info-reply.ts'
import { passageReply } from '../replies/passage-reply.ts'
import { button, type Reply } from '../reply.ts'

import { sendLine, sendReply } from '../sending/sending.ts'
import { outlineOf } from './reports.ts'

/** Parameters of the buttons above inline results: they only bring people here. */
const GREETINGS = new Set(['', 'help', 'inline'])

/** `logsQueries`: whether the operator keeps questions in the log, for /privacy. */
export function installInfo(composer: Composer<BotContext>, logsQueries: boolean): void {
  onCommand(composer, 'start', async (ctx, parameter) => {
    await sendReply(ctx, await startReply(ctx, parameter))
  })
  onCommand(composer, 'help', async (ctx) => {
    await sendReply(ctx, helpReply(await ctx.searcher.catalog(), ctx.setting))
  })
  onCommand(composer, 'privacy', async (ctx) => {
    await sendReply(ctx, privacyReply(logsQueries, ctx.setting))
  })
  onCommand(composer, 'about', async (ctx) => {
    await sendReply(ctx, aboutReply(await ctx.searcher.catalog(), ctx.setting))
  })
}

/** Answers commands that do not exist; buttons that do not are answered in bot.ts. */
export function installFallback(composer: Composer<BotContext>): void {
  composer.use(async (ctx, next) => {
    const { route } = ctx
    if (route.kind !== 'command') return await next()
    await sendLine(ctx, ctx.t('unknown-command', { name: clip(route.name, 32) }))
  })
}

/** A link opens its passage or report; strangers may have written anything into it. */
async function startReply(ctx: BotContext, parameter: string): Promise<Reply> {
  const { searcher, setting } = ctx
  if (GREETINGS.has(parameter)) return welcomeReply(await searcher.catalog(), setting)
  if (PASSAGE_ID.test(parameter)) {
    const placed = await placePassage(searcher, parameter, null)
    if (placed !== null) return passageReply(placed, { page: 0, state: null }, setting)
    return await outdatedReply(ctx, parameter)
  }
  const outline = REPORT_ID.test(parameter) ? await outlineOf(ctx, parameter, 0) : null
  return (
    outline ?? {
      text: new FormattedString(ctx.t('unknown-start')),
      keyboard: [button(ctx.t('button-all-reports'), { kind: 'reports', page: 0 })],
    }
  )
}

/** The passage is gone, but its report may still be there. */
async function outdatedReply(ctx: BotContext, id: string): Promise<Reply> {
  const reportId = id.slice(0, id.lastIndexOf('_'))
  const report = await ctx.searcher.report(reportId)
  const outline = button(ctx.t('button-outline'), { kind: 'outline', report: reportId, page: 0 })
  return {
    text: new FormattedString(ctx.t('passage-unknown')),
    keyboard: [report === null ? button(ctx.t('button-all-reports'), { kind: 'reports', page: 0 }) : outline],
  }
}

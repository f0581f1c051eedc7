/** Turns /reports and its buttons into the list of reports, an outline, a section to read. */

import type { Composer } from 'grammy'
import { onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { reportTreeReply } from '../replies/report-tree.ts'
import { outlineReply, reportListReply, sectionReply } from '../replies/reports-reply.ts'
import type { Reply } from '../reply.ts'

import { editReply, sendLineInChat, sendReply } from '../sending/sending.ts'

export function installReports(composer: Composer<BotContext>): void {
  onCommand(composer, 'reports', async (ctx, words) => {
    await sendReply(ctx, reportListReply(await ctx.searcher.catalog(), { page: 0, words }, ctx.setting))
  })
  composer.use(async (ctx, next) => {
    const { action } = ctx
    switch (action?.kind) {
      case 'reports':
        return await editReply(ctx, reportListReply(await ctx.searcher.catalog(), action, ctx.setting))
      case 'tree':
        return await editReply(ctx, reportTreeReply(await ctx.searcher.catalog(), action.branch, ctx.setting))
      case 'outline':
        return await show(ctx, await outlineOf(ctx, action.report, action.page), 'report-unknown')
      case 'section': {
        const report = await ctx.searcher.report(action.report)
        if (report === null) return await show(ctx, null, 'report-unknown')
        const reply = sectionReply(report, action.section, action.page, ctx.setting)
        return await show(ctx, reply, 'section-unknown')
      }
      default:
        return await next()
    }
  })
}

/** The outline of a report; null for an unknown id. */
export async function outlineOf(ctx: BotContext, id: string, page: number): Promise<Reply | null> {
  const report = await ctx.searcher.report(id)
  return report === null ? null : outlineReply(report, page, ctx.setting)
}

/** `missing` is the key of the line that stands for a reply that there is not. */
async function show(ctx: BotContext, reply: Reply | null, missing: string): Promise<void> {
  if (reply !== null) await editReply(ctx, reply)
  else await sendLineInChat(ctx, ctx.t(missing))
}

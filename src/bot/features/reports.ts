/** /reports and its buttons in; out: the list of reports, an outline, a section to read. */
import type { Composer } from 'grammy'
import type { BotContext } from '../context.ts'
import { outlineReply, reportListReply, sectionReply } from '../replies/reports-reply.ts'
import type { Reply } from '../reply.ts'
import { onCommand } from '../route.ts'
import { editReply, sendLine, sendReply } from '../sending.ts'

export function installReports(composer: Composer<BotContext>): void {
  onCommand(composer, 'reports', async (ctx) => {
    await sendReply(ctx, reportListReply(await ctx.searcher.catalog(), 0, ctx.setting))
  })
  composer.use(async (ctx, next) => {
    const { action } = ctx
    switch (action?.kind) {
      case 'reports':
        return await editReply(ctx, reportListReply(await ctx.searcher.catalog(), action.page, ctx.setting))
      case 'outline':
        return await showReport(ctx, outlineOf(ctx, action.report, action.page))
      case 'section':
        return await showReport(ctx, sectionOf(ctx, action))
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

async function sectionOf(
  ctx: BotContext,
  at: { readonly report: string; readonly section: number; readonly page: number },
): Promise<Reply | null> {
  const report = await ctx.searcher.report(at.report)
  return report === null ? null : sectionReply(report, at.section, at.page, ctx.setting)
}

async function showReport(ctx: BotContext, reply: Promise<Reply | null>): Promise<void> {
  const shown = await reply
  if (shown !== null) await editReply(ctx, shown)
  else if (ctx.chat !== undefined) await sendLine(ctx, ctx.t('report-unknown'))
}

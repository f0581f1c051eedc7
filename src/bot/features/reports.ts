/** Turns /reports and its buttons into the list of reports, an outline, a section to read. */

import type { Composer } from 'grammy'
import { onAction, onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { reportTreeReply } from '../replies/report-tree.ts'
import { outlineReply, reportListReply, sectionReply } from '../replies/reports-reply.ts'
import type { Reply } from '../reply.ts'

import { editReply, sendLineInChat, sendReply } from '../sending/sending.ts'

export function installReports(composer: Composer<BotContext>): void {
  onCommand(composer, 'reports', async (ctx, words) => {
    await sendReply(ctx, reportListReply(await ctx.searcher.catalog(), { page: 0, words }, ctx.setting))
  })
  onAction(composer, ['reports'], async (ctx, { page }) =>
    editReply(ctx, reportListReply(await ctx.searcher.catalog(), { page }, ctx.setting)),
  )
  onAction(composer, ['tree'], async (ctx, { branch }) =>
    editReply(ctx, reportTreeReply(await ctx.searcher.catalog(), branch, ctx.setting)),
  )
  onAction(composer, ['outline'], async (ctx, { report, page }) =>
    show(ctx, await outlineOf(ctx, report, page), 'report-unknown'),
  )
  onAction(composer, ['section'], async (ctx, { report: id, section, page }) => {
    const report = await ctx.searcher.report(id)
    const reply = report === null ? null : sectionReply(report, section, page, ctx.setting)
    await show(ctx, reply, report === null ? 'report-unknown' : 'section-unknown')
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

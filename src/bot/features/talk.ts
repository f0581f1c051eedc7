/** Answers small talk with a friendly line. */
import type { BotContext } from '../context.ts'
import { helpReply, talkReply } from '../replies/info-reply.ts'
import { sendReply } from '../sending/sending.ts'
import type { Talk } from '../talk/small-talk.ts'

export async function sendTalk(ctx: BotContext, talk: Talk): Promise<void> {
  const catalog = await ctx.searcher.catalog()
  await sendReply(
    ctx,
    talk === 'how' ? helpReply(catalog, ctx.setting) : talkReply(talk, catalog, ctx.setting),
  )
}

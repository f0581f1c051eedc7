/** /cite with a passage's id, a link to it, or words (or the button below a passage) in; its citations out. */

import type { Composer } from 'grammy'
import type { Message } from 'grammy/types'
import type { Candidate } from '../../search/backend.ts'
import { PASSAGE_ID } from '../callback-data.ts'
import { onCommand } from '../command.ts'
import type { BotContext } from '../context.ts'
import { citationReply } from '../replies/citation-reply.ts'

import { sendLine, sendReply } from '../sending.ts'

const START_LINK = /[?&]start=([\w-]{1,64})/

export function installCite(composer: Composer<BotContext>): void {
  onCommand(composer, 'cite', async (ctx, args) => {
    const replied = ctx.msg?.reply_to_message
    if (args === '' && replied === undefined) return await sendLine(ctx, ctx.t('cite-usage'))
    const id = args === '' ? linkedPassage(replied) : readId(args)
    const found = id === null ? await bestPassage(ctx, args) : await ctx.searcher.passage(id)
    if (found !== null) return await sendReply(ctx, citationReply(found.passage, found.report, ctx.setting))
    await sendLine(ctx, ctx.t(id === null ? 'cite-usage' : 'passage-unknown'))
  })
  composer.use(async (ctx, next) => {
    if (ctx.action?.kind !== 'cite') return await next()
    if (ctx.chat === undefined) return
    const found = await ctx.searcher.passage(ctx.action.passage)
    // A message of its own: the passage stays where it is being read.
    if (found === null) await sendLine(ctx, ctx.t('passage-unknown'))
    else await sendReply(ctx, citationReply(found.passage, found.report, ctx.setting))
  })
}

/** `yining-2023_0123456789`, or a link that holds it. */
function readId(words: string): string | null {
  const id = START_LINK.exec(words)?.[1] ?? words
  return PASSAGE_ID.test(id) ? id : null
}

/** The first passage that a message of the bot links to. */
export function linkedPassage(message: Message | undefined): string | null {
  const links = (message?.entities ?? []).flatMap((entity) =>
    entity.type === 'text_link' ? [entity.url] : [],
  )
  return links.map(readId).find((id) => id !== null) ?? null
}

async function bestPassage(
  ctx: BotContext,
  words: string,
): Promise<Pick<Candidate, 'passage' | 'report'> | null> {
  if (words === '') return null
  const { match, hits } = await ctx.searcher.search(words, { limit: 1 })
  return match === 'none' ? null : (hits[0] ?? null)
}

/**
 * Turns a follow-up that replies to nothing into the message that it follows, without having kept that: a reply sent to a message
 * comes back with the message. What is sent so is to become the answer.
 */
import type { Message } from 'grammy/types'
import type { BotContext } from '../context.ts'

/** What the reply shows until it is known. */
export const OPENING = '…'
/** Whoever comes back after an hour begins anew. */
const MAX_AGE_SECONDS = 3_600

/** The message in front of the one that came, where the bot sent it a short while ago to the same person; else null. */
export async function recallShown(ctx: BotContext): Promise<Message | null> {
  const { message } = ctx
  if (message?.chat.type !== 'private') return null
  // Where no answer is known, the message in front of this one is the bot's.
  const before = ctx.answers.last(message.chat.id) ?? message.message_id - 1
  if (before < 1) return null
  const sent = await ctx.reply(OPENING, {
    link_preview_options: { is_disabled: true },
    reply_parameters: { message_id: before, allow_sending_without_reply: true },
  })
  ctx.opened = sent.message_id
  const shown = sent.reply_to_message as Message | undefined
  if (shown === undefined || shown.from?.id !== ctx.me.id) return null
  return message.date - shown.date <= MAX_AGE_SECONDS ? shown : null
}

/** A picture takes no place of a text: the message that was sent ahead goes. */
export async function dropOpened(ctx: BotContext): Promise<void> {
  const { opened, message } = ctx
  if (opened === null || message === undefined) return
  ctx.opened = null
  await ctx.api.deleteMessage(message.chat.id, opened)
}

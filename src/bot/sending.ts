/** A reply and the update it answers in, the calls that bring it to its reader out. */
import { FormattedString } from '@grammyjs/parse-mode'
import { GrammyError } from 'grammy'
import type { InlineKeyboardMarkup, Message } from 'grammy/types'
import type { BotContext } from './context.ts'
import type { Keyboard, Reply } from './reply.ts'

/** Sends a new message; in a group as a reply to the message that asked. */
export async function sendReply(ctx: BotContext, reply: Reply): Promise<void> {
  const isGroupQuestion = ctx.chat?.type !== 'private' && ctx.callbackQuery === undefined
  const asked = isGroupQuestion ? ctx.msgId : undefined
  await ctx.reply(reply.text.text, {
    entities: reply.text.entities,
    link_preview_options: { is_disabled: true },
    ...markup(reply.keyboard),
    ...(asked !== undefined && {
      reply_parameters: { message_id: asked, allow_sending_without_reply: true },
    }),
  })
}

/** Sends a line without entities or buttons. */
export async function sendLine(ctx: BotContext, text: string): Promise<void> {
  await sendReply(ctx, { text: new FormattedString(text), keyboard: [] })
}

/**
 * Puts the reply into the message whose button was pressed, also where that was sent inline. A message that cannot be
 * edited any more (too old, deleted meanwhile) is answered by a new one.
 */
export async function editReply(ctx: BotContext, reply: Reply): Promise<void> {
  const shown = ctx.callbackQuery?.message
  if (isInaccessible(shown)) return await sendReply(ctx, reply)
  if (shown !== undefined && isShown(shown as Message, reply)) return
  try {
    await ctx.editMessageText(reply.text.text, {
      entities: reply.text.entities,
      link_preview_options: { is_disabled: true },
      ...markup(reply.keyboard),
    })
  } catch (error) {
    if (isNotModified(error)) return
    if (!isNotEditable(error) || ctx.chat === undefined) throw error
    await sendReply(ctx, reply)
  }
}

/** Changes the buttons alone. */
export async function editKeyboard(ctx: BotContext, keyboard: Keyboard): Promise<void> {
  try {
    await ctx.editMessageReplyMarkup(markup(keyboard))
  } catch (error) {
    if (!isNotModified(error)) throw error
  }
}

function markup(keyboard: Keyboard): { reply_markup?: InlineKeyboardMarkup } {
  const rows = keyboard.filter((row) => row.length > 0).map((row) => [...row])
  return rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } }
}

/** Telegram gives the date 0 to a message that it will not show the bot any more. */
function isInaccessible(message: { readonly date: number } | undefined): boolean {
  return message?.date === 0
}

/** True when the message shows this already: a button pressed twice needs no second edit. */
function isShown(message: Message, reply: Reply): boolean {
  if (message.text !== reply.text.text.trim()) return false
  const rows = markup(reply.keyboard).reply_markup?.inline_keyboard ?? []
  return JSON.stringify(message.reply_markup?.inline_keyboard ?? []) === JSON.stringify(rows)
}

function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes('message is not modified')
}

function isNotEditable(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/.test(error.description)
  )
}

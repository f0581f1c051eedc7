/** Turns a reply and the update it answers into the calls that bring it to its reader. */

import { FormattedString } from '@grammyjs/parse-mode'
import { GrammyError } from 'grammy'
import type { InlineKeyboardMarkup, Message, User } from 'grammy/types'
import { clip } from '../../text/clip.ts'
import { digestOf } from '../answer-memory.ts'
import type { BotContext } from '../context.ts'
import { fitReply, type Keyboard, lines, type Reply } from '../reply.ts'

/** Sends a new message, in a group as a reply to the message that asked; the answer to an edited question is edited. */
export async function sendReply(ctx: BotContext, reply: Reply): Promise<void> {
  if (await editAnswer(ctx, reply)) return
  if (await fillOpened(ctx, reply)) return
  const sent = await send(ctx, reply, groupQuestion(ctx))
  const question = ctx.message ?? ctx.editedMessage
  if (question === undefined) return
  ctx.answers.note(question.chat.id, question.message_id, {
    message: sent.message_id,
    digest: digestOf(reply),
  })
}

/** True when the question was edited and its answer now is, too. */
async function editAnswer(ctx: BotContext, reply: Reply): Promise<boolean> {
  const edited = ctx.editedMessage
  const answer = edited === undefined ? null : ctx.answers.find(edited.chat.id, edited.message_id)
  if (edited === undefined || answer === null) return false
  const digest = digestOf(reply)
  if (digest === answer.digest) return true
  try {
    await ctx.api.editMessageText(edited.chat.id, answer.message, reply.text.text, contentOf(reply))
    ctx.answers.note(edited.chat.id, edited.message_id, { message: answer.message, digest })
    return true
  } catch (error) {
    if (isNotModified(error)) return true
    if (!isNotEditable(error)) throw error
    return false
  }
}

/** True when a message was sent ahead, and now shows the reply. */
async function fillOpened(ctx: BotContext, reply: Reply): Promise<boolean> {
  const { opened, message } = ctx
  if (opened === null || message === undefined) return false
  ctx.opened = null
  await ctx.api.editMessageText(message.chat.id, opened, reply.text.text, contentOf(reply))
  noteLast(ctx, opened, reply)
  ctx.answers.note(message.chat.id, message.message_id, { message: opened, digest: digestOf(reply) })
  return true
}

async function send(
  ctx: BotContext,
  reply: Reply,
  replyTo: number | undefined,
): Promise<{ readonly message_id: number }> {
  const sent = await ctx.reply(reply.text.text, {
    ...contentOf(reply),
    ...(replyTo !== undefined && {
      reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
    }),
  })
  noteLast(ctx, sent.message_id, reply)
  return sent
}

/** A report, its headings or a paragraph of it, without a link in the text. */
const CARD = /^(?:📖|📄)/u

/** A friendly line is no answer: what follows it follows the answer before. */
function noteLast({ chat, answers }: BotContext, message: number, { text }: Reply): void {
  const isAnswer = text.entities.some(({ type }) => type === 'text_link') || CARD.test(text.text)
  if (chat?.type === 'private' && isAnswer) answers.noteLast(chat.id, message)
}

/** What a reply is sent or edited with, beside its text. */
export function contentOf({ text, keyboard }: Reply) {
  return { entities: text.entities, link_preview_options: { is_disabled: true }, ...markup(keyboard) }
}

/** Sends a line without entities or buttons. */
export async function sendLine(ctx: BotContext, text: string): Promise<void> {
  await sendReply(ctx, { text: new FormattedString(text), keyboard: [] })
}

/** The same where there is a chat: a message that was sent inline has none that the bot may write to. */
export async function sendLineInChat(ctx: BotContext, text: string): Promise<void> {
  if (ctx.chat !== undefined) await sendLine(ctx, text)
}

/** Sends a line about the question rather than an answer to it: it takes no answer's place, and none takes its own. */
export async function sendNotice(ctx: BotContext, text: string): Promise<void> {
  const notice = { text: new FormattedString(text), keyboard: [] }
  if (await fillOpened(ctx, notice)) return
  await send(ctx, notice, groupQuestion(ctx))
}

/** The id of the message that asked, where others may write between it and what is sent. */
function groupQuestion({ chat, callbackQuery, msgId }: BotContext): number | undefined {
  return chat?.type !== 'private' && callbackQuery === undefined ? msgId : undefined
}

/**
 * Puts the reply into the message whose button was pressed, also where that was sent inline. A message that cannot be
 * edited any more (too old, deleted meanwhile) is answered by a new one; so is one that others in a group are reading.
 */
export async function editReply(ctx: BotContext, wanted: Reply): Promise<void> {
  const shown = ctx.callbackQuery?.message
  if (isInaccessible(shown)) return await sendReply(ctx, wanted)
  const place = placeOf(ctx)
  const reply = place === 'shared' || place === 'own' ? addressTo(ctx, wanted) : wanted
  if (place === 'shared') return void (await send(ctx, reply, shown?.message_id))
  if (shown !== undefined && isShown(shown as Message, reply)) return
  try {
    await ctx.editMessageText(reply.text.text, contentOf(reply))
  } catch (error) {
    if (isNotModified(error)) return
    if (!isNotEditable(error) || ctx.chat === undefined) throw error
    await sendReply(ctx, reply)
  }
}

/** Changes the buttons alone; of a message that others are reading, in a copy for who pressed. */
export async function editKeyboard(ctx: BotContext, keyboard: Keyboard): Promise<void> {
  const shown = ctx.callbackQuery?.message
  if (placeOf(ctx) === 'shared' && shown !== undefined && 'text' in shown) {
    const text = new FormattedString(shown.text ?? '', shown.entities ?? [])
    return void (await send(ctx, addressTo(ctx, { text, keyboard }), shown.message_id))
  }
  try {
    await ctx.editMessageReplyMarkup(markup(keyboard))
  } catch (error) {
    if (!isNotModified(error)) throw error
  }
}

/** Who reads the message whose button was pressed: the one person of a private chat, a group, or one of a group. */
function placeOf(ctx: BotContext): 'private' | 'shared' | 'own' {
  const type = ctx.chat?.type
  if (type !== 'group' && type !== 'supergroup') return 'private'
  const shown = ctx.callbackQuery?.message as Message | undefined
  const [first] = shown?.entities ?? []
  // an update may leave out what the Bot API promises
  const reader = first?.type === 'text_mention' ? (first.user as User | undefined) : undefined
  return reader !== undefined && reader.id === ctx.from?.id ? 'own' : 'shared'
}

const MAX_NAME_UTF16 = 20

/** In a group each has a message of their own to press through: its first line names them, and by that it is known again. */
function addressTo(ctx: BotContext, { text, keyboard }: Reply): Reply {
  const { from } = ctx
  if (from === undefined) return { text, keyboard }
  const name = clip(from.first_name, MAX_NAME_UTF16) || '·'
  const mention = new FormattedString(name, [
    { type: 'text_mention', offset: 0, length: name.length, user: from },
  ])
  return fitReply({ text: lines(mention, text), keyboard })
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

/** Turns a message into what the bot does with it: answer a command or a question, say what it is for, or keep silent. */
import type { Message, MessageEntity } from 'grammy/types'

export type Route =
  /** `/name args` meant for this bot. */
  | { readonly kind: 'command'; readonly name: string; readonly args: string }
  | { readonly kind: 'question'; readonly text: string }
  /** Spoken to without words: a bare mention, or a photo or sticker in a private chat. */
  | { readonly kind: 'wordless'; readonly cause: 'mention' | 'media' }
  /** None of the bot's business. */
  | { readonly kind: 'silence' }

/** Who the bot is, as far as routing cares. */
export interface Self {
  readonly id: number
  readonly username: string
}

/** Commands that a group may give without naming the bot: no other bot is likely to take them. */
const GROUP_COMMANDS = new Set(['ask', 'verify', 'compare', 'cite'])

/** What people send instead of words. Service messages (somebody joined, a message was pinned) are not among them. */
const MEDIA = [
  'animation',
  'audio',
  'checklist',
  'contact',
  'dice',
  'document',
  'game',
  'location',
  'paid_media',
  'photo',
  'poll',
  'sticker',
  'story',
  'venue',
  'video',
  'video_note',
  'voice',
] as const satisfies readonly (keyof Message)[]

const SILENCE: Route = { kind: 'silence' }

/** Decides about a new message, or an edited one in a private chat. */
export function routeMessage(message: Message, self: Self): Route {
  // An anonymous administrator, or a channel in its group, comes as a bot of Telegram's with a `sender_chat`.
  const isFromBot = message.from?.is_bot === true && message.sender_chat === undefined
  if (message.via_bot !== undefined || isFromBot) return SILENCE
  const isPrivate = message.chat.type === 'private'
  if (!isPrivate && message.chat.type !== 'group' && message.chat.type !== 'supergroup') return SILENCE
  const text = message.text ?? message.caption ?? ''
  const command = readCommand(text, self)
  if (command === 'foreign') return isPrivate ? { kind: 'question', text } : SILENCE
  if (command !== null) {
    const isMeant = isPrivate || command.isNamed || GROUP_COMMANDS.has(command.name)
    return isMeant ? { kind: 'command', name: command.name, args: command.args } : SILENCE
  }
  const mention = ownMentions(message, text, self)
  if (isPrivate) return routePrivate(message, removeRanges(text, mention))
  const isReply = message.reply_to_message?.from?.id === self.id && !isTopicStart(message)
  if (mention.length === 0 && !isReply) return SILENCE
  const words = removeRanges(text, mention)
  if (words !== '') return { kind: 'question', text: words }
  return mention.length > 0 ? { kind: 'wordless', cause: 'mention' } : SILENCE
}

/** The words of a message to a guest bot: without the mention that called it. */
export function guestWords(message: Message, self: Self): string {
  const text = message.text ?? message.caption ?? ''
  return removeRanges(text, ownMentions(message, text, self))
}

function routePrivate(message: Message, text: string): Route {
  if (text.trim() !== '') return { kind: 'question', text: text.trim() }
  // An album comes as many messages; one answer to its caption is enough.
  const isMedia = MEDIA.some((field) => field in message) && message.media_group_id === undefined
  return isMedia ? { kind: 'wordless', cause: 'media' } : SILENCE
}

interface OwnCommand {
  readonly name: string
  readonly args: string
  /** True when it was written as /name@bot. */
  readonly isNamed: boolean
}

function readCommand(text: string, self: Self): OwnCommand | 'foreign' | null {
  const match = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,32}))?(?![\w/@])([\s\S]*)$/.exec(text.trimStart())
  if (match === null) return null
  const [, name = '', to, args = ''] = match
  if (to !== undefined && to.toLowerCase() !== self.username.toLowerCase()) return 'foreign'
  return { name: name.toLowerCase(), args: args.trim(), isNamed: to !== undefined }
}

function ownMentions(message: Message, text: string, self: Self): MessageEntity[] {
  const entities = message.entities ?? message.caption_entities ?? []
  const own = `@${self.username}`.toLowerCase()
  return entities.filter((entity) => {
    // Telegram always names the user; what is forged may not.
    if (entity.type === 'text_mention') return (entity.user as { id: number } | undefined)?.id === self.id
    if (entity.type !== 'mention') return false
    return text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === own
  })
}

/** In a forum every message of a topic counts as a reply to the service message that opened it. */
function isTopicStart(message: Message): boolean {
  return message.reply_to_message?.forum_topic_created !== undefined
}

function removeRanges(
  text: string,
  ranges: readonly { readonly offset: number; readonly length: number }[],
): string {
  let rest = text
  for (const { offset, length } of [...ranges].sort((a, b) => b.offset - a.offset)) {
    rest = `${rest.slice(0, offset)} ${rest.slice(offset + length)}`
  }
  return rest.replace(/[ \t]{2,}/g, ' ').replace(/^[\s,，:：、]+|\s+$/g, '')
}

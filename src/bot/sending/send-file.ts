/** Sends pictures and documents, each as a message of its own; a picture that Telegram has already is not sent again. */
import { createHash } from 'node:crypto'
import type { FormattedString } from '@grammyjs/parse-mode'
import { GrammyError, InputFile } from 'grammy'
import type { PhotoSize } from 'grammy/types'
import { RecentMap } from '../../text/recent-map.ts'
import type { BotContext } from '../context.ts'

/** How many pictures are remembered by their ids at Telegram. */
const REMEMBERED = 2_000

/** Which picture Telegram has under which id. */
export class PhotoMemory {
  /** By a digest of what tells the picture from others. */
  readonly #ids = new RecentMap<string, string>(REMEMBERED)

  find(key: string): string | null {
    return this.#ids.get(digestOf(key)) ?? null
  }

  note(key: string, id: string): void {
    this.#ids.set(digestOf(key), id)
  }

  forget(key: string): void {
    this.#ids.delete(digestOf(key))
  }
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('base64')
}

export interface SentPhoto {
  /** Tells the picture from all others. */
  readonly key: string
  readonly caption: FormattedString
  readonly make: () => Promise<InputFile | null>
}

/** False when make() gave no picture. */
export async function sendPhoto(ctx: BotContext, memory: PhotoMemory, photo: SentPhoto): Promise<boolean> {
  const { key, caption, make } = photo
  const options = { caption: caption.text, caption_entities: caption.entities, ...replyTo(ctx) }
  const known = memory.find(key)
  if (known !== null) {
    try {
      await ctx.replyWithPhoto(known, options)
      return true
    } catch (error) {
      // Telegram may forget a file.
      if (!(error instanceof GrammyError) || !/file/i.test(error.description)) throw error
      memory.forget(key)
    }
  }
  const file = await make()
  if (file === null) return false
  const sent = await ctx.replyWithPhoto(file, options)
  const largest = (sent.photo as PhotoSize[] | undefined)?.at(-1)
  if (largest !== undefined) memory.note(key, largest.file_id)
  return true
}

export async function sendDocument(ctx: BotContext, bytes: Uint8Array, name: string): Promise<void> {
  await ctx.replyWithDocument(new InputFile(bytes, name), replyTo(ctx))
}

/** In a group the file stands below the message whose button was pressed, or that asked for it. */
function replyTo(ctx: BotContext) {
  const asking = ctx.callbackQuery?.message ?? ctx.message
  if (ctx.chat?.type === 'private' || asking === undefined) return {}
  return { reply_parameters: { message_id: asking.message_id, allow_sending_without_reply: true } }
}

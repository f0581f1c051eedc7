/** Fetches a document that somebody sent. */
import type { Message } from 'grammy/types'
import type { BotContext } from './context.ts'

export type Document = NonNullable<Message['document']>

export interface FileServer {
  readonly maxFileBytes: number
  /** Fetches a file by its path at Telegram; null when it is larger than `maxFileBytes`. */
  download(path: string): Promise<Uint8Array | null>
}

/** The bytes, or in words why there are none. */
export async function fetchDocument(
  ctx: BotContext,
  document: Document,
  { maxFileBytes, download }: FileServer,
): Promise<Uint8Array | string> {
  const tooLarge = ctx.t('admin-file-too-large', { limit: Math.floor(maxFileBytes / 1024 / 1024) })
  if ((document.file_size ?? 0) > maxFileBytes) return tooLarge
  try {
    const { file_path } = await ctx.api.getFile(document.file_id)
    return (file_path === undefined ? null : await download(file_path)) ?? tooLarge
  } catch (error) {
    ctx.log.warn({ err: error }, 'a document could not be fetched')
    return ctx.t('admin-file-unreachable')
  }
}

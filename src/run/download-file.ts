/** Fetches a file that somebody sent to the bot. */
import type { Config } from '../config.ts'
import { withDeadline } from '../deadline.ts'

/** What Telegram lets a bot download; a self-hosted server lets more, but no report is larger. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
const DOWNLOAD_TIMEOUT_MS = 60_000

/** Reads no more than the limit, whatever the server says or sends. */
export async function downloadFile(
  config: Pick<Config, 'telegramApiRoot'> & { readonly botToken: string },
  filePath: string,
): Promise<Uint8Array | null> {
  const root = config.telegramApiRoot ?? 'https://api.telegram.org'
  const path = filePath.split('/').map(encodeURIComponent).join('/')
  const url = `${root}/file/bot${config.botToken}/${path}`
  return await withDeadline(DOWNLOAD_TIMEOUT_MS, async (signal) => {
    const response = await fetch(url, { signal })
    if (!response.ok || response.body === null) throw new Error(`the file server answered ${response.status}`)
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length
      if (bytes > MAX_FILE_BYTES) return null
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  })
}

/** The pages and the API as the listening server takes them, made from the configuration. */
import type { RequestListener } from 'node:http'
import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'
import type { Pictures } from '../pictures/pictures.ts'
import type { Searcher } from '../search/searcher.ts'
import type { Limiter } from '../state/limits.ts'
import { PROGRAM_VERSION } from '../version.ts'

export interface PagesOptions {
  /** Throws BackendUnavailableError while there is none yet. */
  readonly searcher: () => Searcher
  /** Name of the bot, once Telegram has told it; null without one. */
  readonly botUsername: () => string | null
  /** null where the packages for pictures are not installed. */
  readonly pictures: Pictures | null
  /** Keeps the limits of addresses: of this copy, or shared through Redis once it is connected. */
  readonly limiter: () => Limiter
  readonly log: Logger
}

/** Loads the web framework only now: the plain bot needs none of it. */
export async function openPages({ web }: Config, options: PagesOptions): Promise<RequestListener> {
  const { searcher, botUsername, pictures, limiter, log } = options
  const { createWebListener } = await import('../web/serve.ts')
  const { makeMcpHandler } = await import('../mcp/serve.ts')
  const onError = (error: unknown): void => log.error({ err: error }, 'page failed')
  // What a client asks wrongly ends here as well; it has its status, and no fault of ours is behind it.
  const onMcpError = (error: Error): void => log.warn({ reason: error.message }, 'MCP request not served')
  if (web.metricsToken === null) log.info('/metrics is closed; METRICS_TOKEN opens it to who shows the token')
  return createWebListener({
    searcher,
    publicUrl: web.publicUrl,
    botUsername,
    pictures,
    limiter: { take: async (bucket) => await limiter().take(bucket) },
    limitPerMinute: web.limit,
    corsOrigins: web.corsOrigins,
    now: () => new Date(),
    onError,
    mcp: makeMcpHandler({ searcher, publicUrl: web.publicUrl, version: PROGRAM_VERSION }, onMcpError),
  })
}

/** Serves the pages and the API until a signal ends it. */

import { type Config, secretsOf } from '../config.ts'
import { createLogger, type Logger } from '../log.ts'
import { type HttpServer, startHttpServer } from '../server/http-server.ts'
import { createMetrics } from '../server/metrics.ts'
import { createMemoryLimiter } from '../state/limits.ts'
import type { SharedState } from '../state/redis.ts'
import { createUpdateLog } from '../state/update-log.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { type LiveSearch, openLiveSearch } from './live-search.ts'
import { openPages } from './pages.ts'
import { openPicturesFor } from './pictures.ts'
import { createStop } from './stop.ts'

/** Resolves to the exit status. @throws what openSearch() throws, and ListenError. */
export async function serveWeb(config: Config & { readonly port: number }, io: CommandIo): Promise<number> {
  const log = createLogger({ level: config.logLevel, destination: io.stdout, secrets: secretsOf(config) })
  const metrics = createMetrics()
  const stop = createStop(log)
  let live: LiveSearch | null = null
  let server: HttpServer | null = null
  const limits = await openLimits(config, log)
  try {
    live = await openLiveSearch(config, { log, onOutcome: ({ kind }) => metrics.countReload(kind) })
    const search = live
    stop.onHangup(() => void search.reload())
    server = await startHttpServer({
      port: config.port,
      webhook: null,
      isReady: () => search.searcher().backend.isReady(),
      metrics,
      metricsToken: config.web.metricsToken,
      pages: await openPages(config, {
        searcher: () => metrics.watchSearch(search.searcher()),
        botUsername: () => null,
        pictures: openPicturesFor(log),
        limiter: () => limits.limiter,
        log,
      }),
      log,
    })
    log.info({ port: server.port }, 'serving pages and API')
    await stop.requested
    return 0
  } finally {
    await server?.close()
    await live?.close()
    await limits.close()
    stop.ignoreSignals()
    log.info('stopped')
  }
}

/** Limits of this copy alone, or shared by all copies of the pages that have the same Redis. */
async function openLimits(
  { redisUrl }: Config,
  log: Logger,
): Promise<Pick<SharedState, 'limiter' | 'close'>> {
  if (redisUrl === null) return { limiter: createMemoryLimiter(), close: async () => {} }
  const { connectRedis } = await import('../state/redis.ts')
  return connectRedis({ url: redisUrl, prefix: 'yinju:pages', log, own: createUpdateLog() })
}

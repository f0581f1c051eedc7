/** The composition root: turns a configuration into the bot at work in Telegram or in the terminal, until a signal or a refusal ends it. */

import { join } from 'node:path'
import { Api, GrammyError, HttpError } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { createAdmin } from '../bot/admin.ts'
import { ALLOWED_UPDATES, createBot } from '../bot/bot.ts'
import { registerCommands } from '../bot/commands.ts'
import { createGate } from '../bot/gate/gate.ts'
import { createDelivery } from '../bot/sending/delivery.ts'
import { type Config, secretsOf } from '../config.ts'
import { createLogger, createPseudonymizer, type Logger } from '../log.ts'
import { BackendUnavailableError } from '../search/backend.ts'
import { type Connections, createConnections } from '../server/connections.ts'
import { startHttpServer } from '../server/http-server.ts'
import { createMetrics, type Metrics } from '../server/metrics.ts'
import { startPolling } from '../server/polling.ts'
import { createUpdateWork } from '../server/update-work.ts'
import { createWebhook } from '../server/webhook.ts'
import { openJournal } from '../state/journal.ts'
import { openLanguages } from '../state/languages.ts'
import { createMemoryLimiter, type Limiter } from '../state/limits.ts'
import { connectRedis } from '../state/redis.ts'
import { createUpdateLog } from '../state/update-log.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { createCorpusAdmin } from './corpus-admin.ts'
import { downloadFile } from './download-file.ts'
import { type LiveSearch, openLiveSearch } from './live-search.ts'
import { warnOfOpenSettings } from './open-settings.ts'
import { openPages } from './pages.ts'
import { openPicturesFor } from './pictures.ts'
import { createStop, type Stop } from './stop.ts'

/** Telegram refuses the bot, or cannot be reached. The message names the fix. */
class TelegramError extends Error {
  override readonly name = 'TelegramError'
}

/** Work that is under way when the stop signal comes may take so long, with a second more to tell Telegram. */
const GRACE_MS = 4_000
const MAX_WEBHOOK_CONNECTIONS = 100
const RESUME_MS = 2_000

/** Runs the bot in Telegram until it is told to stop; resolves to the exit status. @throws TelegramError and what openSearch() throws. */
export async function runInTelegram(
  config: Config & { readonly botToken: string },
  io: CommandIo,
): Promise<number> {
  const log = createLogger({ level: config.logLevel, destination: io.stdout, secrets: secretsOf(config) })
  await warnOfOpenSettings('.env', log)
  const metrics = createMetrics()
  const stop = createStop(log)
  const closers: (() => Promise<void>)[] = []
  try {
    // A signal while Telegram is still being tried must not wait for that.
    await Promise.race([serve(config, { log, metrics, stop, closers }), stop.requested])
    return 0
  } catch (error) {
    throw explain(error, config.telegramApiRoot)
  } finally {
    for (const close of closers.reverse()) await close()
    stop.ignoreSignals()
    log.info('stopped')
  }
}

interface Parts {
  readonly log: Logger
  readonly metrics: Metrics
  readonly stop: Stop
  /** What was opened; closed in the reverse order. */
  readonly closers: (() => Promise<void>)[]
}

async function serve(config: Config & { readonly botToken: string }, parts: Parts): Promise<void> {
  const { log, metrics, stop, closers } = parts
  let live: LiveSearch | null = null
  let isConnected = false
  let botUsername: string | null = null
  const pictures = openPicturesFor(log)
  // Until it is known who shares them, this copy keeps the limits of its visitors by itself.
  let pageLimiter: Limiter = createMemoryLimiter()
  let takeUpdate: (update: Update) => Promise<void> = refuseUpdate
  if (config.port !== null) {
    const server = await startHttpServer({
      port: config.port,
      webhook: config.webhook && {
        path: new URL(config.webhook.url).pathname,
        secret: config.webhook.secret,
        take: (update) => takeUpdate(update),
      },
      isReady: async () => isConnected && live !== null && (await live.searcher().backend.isReady()),
      metrics,
      metricsToken: config.web.metricsToken,
      pages: await openPages(config, {
        searcher: () => {
          if (live === null) throw new BackendUnavailableError('the corpus is being opened')
          return live.searcher()
        },
        botUsername: () => botUsername,
        pictures,
        limiter: () => pageLimiter,
        log,
      }),
      log,
    })
    closers.push(server.close)
    log.info({ port: server.port }, 'listening')
  }

  live = await openLiveSearch(config, {
    log,
    onOutcome: (outcome, state) => {
      metrics.countReload(outcome.kind)
      void noteIndex(state, metrics)
    },
  })
  closers.push(live.close)
  await noteIndex(live, metrics)
  const search = live
  stop.onHangup(() => void search.reload())

  const delivery = createDelivery({ log })
  const connections = createConnections()
  const api = createApi(config, connections)
  api.config.use(connections.renewWhenBroken, ...delivery.transformers)
  const botInfo = await api.getMe()
  botUsername = botInfo.username
  const shared = await openState(config, botInfo, log)
  const { updates } = shared
  pageLimiter = shared.limiter
  closers.push(shared.close, updates.close)

  const bot = createBot({
    token: config.botToken,
    botInfo,
    languages: shared.languages,
    searcher: () => metrics.watchSearch(search.searcher()),
    log,
    logFields: describeUpdates(config),
    ...(config.port !== null && config.web.publicUrl !== null && { pagesUrl: config.web.publicUrl }),
    ...(config.telegramApiRoot !== null && { apiRoot: config.telegramApiRoot }),
    agent: connections.agent,
    download: (path) => downloadFile({ ...config, botToken: config.botToken }, path),
    transformers: [
      connections.renewWhenBroken,
      ...delivery.transformers,
      metrics.watchApi,
      stopWhenUnauthorized(stop),
    ],
    before: [
      ...createGate({
        config,
        limiter: shared.limiter,
        onUpdate: metrics.countUpdate,
        onRefused: metrics.countRefused,
      }),
      createAdmin({
        admins: config.adminIds,
        actions: createCorpusAdmin({ config, live: search, metrics, startedAt: Date.now() }),
      }),
    ],
    ...(pictures !== null && { pictures }),
    isRestricted: config.allowedChatIds !== null,
    logsQueries: config.logQueries,
    onEvent: metrics.countEvent,
  })
  registerCommands(bot.api).catch((error: unknown) =>
    log.warn({ err: error }, 'commands and descriptions not registered'),
  )

  const handleUpdate = async (update: Update): Promise<void> => {
    delivery.noteUpdate(update)
    await bot.handleUpdate(update)
  }
  const work = createUpdateWork({ handleUpdate, updates, log })
  if (config.webhook !== null) {
    takeUpdate = createWebhook({ work, updates })
    // What this copy left when it was killed, and what others leave that share a Redis with it.
    const resuming = setInterval(() => void work.resume(), RESUME_MS)
    closers.push(async () => {
      isConnected = false
      clearInterval(resuming)
      takeUpdate = refuseUpdate
      await work.drain(GRACE_MS)
    })
    await bot.api.setWebhook(config.webhook.url, {
      secret_token: config.webhook.secret,
      allowed_updates: ALLOWED_UPDATES,
      max_connections: MAX_WEBHOOK_CONNECTIONS,
    })
    isConnected = true
    log.info({ bot: botInfo.username, webhook: config.webhook.url }, 'ready; Telegram posts updates here')
    return await stop.requested
  }
  await bot.api.deleteWebhook()
  const polling = startPolling({
    getUpdates: (args, signal) => bot.api.getUpdates(args as never, signal as never),
    work,
    updates,
    allowedUpdates: ALLOWED_UPDATES,
    log,
    onConnected: () => {
      isConnected = true
      log.info({ bot: botInfo.username }, 'ready; polling Telegram')
    },
    onFetchError: metrics.countFetchError,
  })
  closers.push(() => {
    isConnected = false
    return polling.stop(GRACE_MS)
  })
  await polling.done
}

/** Telegram brings it again: to this copy when it is ready, or to another one. */
async function refuseUpdate(): Promise<void> {
  throw new Error('not ready')
}

function createApi(
  { botToken, telegramApiRoot }: Config & { readonly botToken: string },
  { agent }: Connections,
): Api {
  return new Api(botToken, {
    ...(telegramApiRoot !== null && { apiRoot: telegramApiRoot }),
    baseFetchConfig: { agent } as object,
  })
}

/** Limits and updates: of this copy alone, or shared by all that have the same Redis. */
async function openState(config: Config, { id }: UserFromGetMe, log: Logger) {
  const own = createUpdateLog(await openJournal(join(config.dataDir, `updates-${id}.jsonl`), log))
  if (config.redisUrl !== null) return connectRedis({ url: config.redisUrl, prefix: `yinju:${id}`, log, own })
  const languages = await openLanguages(join(config.dataDir, `languages-${id}.json`), log)
  return { limiter: createMemoryLimiter(), updates: own, languages, close: async () => {} }
}

async function noteIndex(live: LiveSearch, metrics: Metrics): Promise<void> {
  // A cluster that does not answer is no reason not to start: its questions are told so until it does.
  const catalog = await live
    .searcher()
    .catalog()
    .catch(() => null)
  if (catalog !== null) metrics.setIndex(catalog, live.faults().length)
}

/** Puts into words for the operator what went wrong with Telegram; leaves every other error alone. */
function explain(error: unknown, apiRoot: string | null): unknown {
  const root = apiRoot ?? 'https://api.telegram.org'
  if (error instanceof GrammyError) {
    const said = `${error.error_code} ${error.description}`
    if (error.error_code === 401 || error.error_code === 404) {
      return new TelegramError(
        `BOT_TOKEN: Telegram does not take it (${said}); copy it anew from @BotFather into .env`,
      )
    }
    if (error.error_code === 409) {
      return new TelegramError(
        `BOT_TOKEN: another program polls Telegram with it (${said}); stop that one, or make a bot of its own for this one`,
      )
    }
    return new TelegramError(
      `${root}: ${error.method} was refused (${said}); correct what it names, or try again later`,
    )
  }
  if (error instanceof HttpError) {
    const { code, message } = error.error as NodeJS.ErrnoException
    const why = code ?? message
    return new TelegramError(
      `${root}: Telegram cannot be reached (${why}); check the network, the proxy and TELEGRAM_API_ROOT`,
    )
  }
  return error
}

/** A token that is revoked while the bot runs is refused at every call: whatever the update, there is no going on. */
function stopWhenUnauthorized(stop: Stop): Parameters<Api['config']['use']>[0] {
  return async (prev, method, payload, signal) => {
    const response = await prev(method, payload, signal)
    if (!response.ok && response.error_code === 401)
      stop.fail(new GrammyError(`Call to '${method}' failed!`, response, method, {}))
    return response
  }
}

/** What the log says of an update: its id, and with LOG_QUERIES the question and who asked, by another name. */
function describeUpdates(config: Config): (update: Update) => Record<string, unknown> {
  const nameOf = createPseudonymizer(config.botToken)
  return (update) => {
    const fields = { update: update.update_id }
    if (!config.logQueries) return fields
    const message = update.message ?? update.edited_message
    const from = (message ?? update.callback_query ?? update.inline_query ?? update.chosen_inline_result)
      ?.from
    const query = message?.text ?? update.inline_query?.query
    return {
      ...fields,
      ...(from !== undefined && { user: nameOf(from.id) }),
      ...(message !== undefined && { chat: nameOf(message.chat.id) }),
      ...(query !== undefined && { query }),
    }
  }
}

/** The composition root: turns a configuration into the bot at work in Telegram or in the terminal, until a signal or a refusal ends it. */

import { join } from 'node:path'
import { Api, type Bot, GrammyError } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { createAdmin } from '../bot/admin.ts'
import { ALLOWED_UPDATES, createBot } from '../bot/bot.ts'
import { registerCommands } from '../bot/commands.ts'
import type { BotContext } from '../bot/context.ts'
import { createGate } from '../bot/gate/gate.ts'
import { createDelivery, type Delivery } from '../bot/sending/delivery.ts'
import { type Config, secretsOf } from '../config.ts'
import { createLogger, type Logger } from '../log.ts'
import type { Pictures } from '../pictures/pictures.ts'
import { BackendUnavailableError } from '../search/backend.ts'
import { type Connections, createConnections } from '../server/connections.ts'
import { startHttpServer } from '../server/http-server.ts'
import { createMetrics, type Metrics } from '../server/metrics.ts'
import { startPolling } from '../server/polling.ts'
import { explainTelegram } from '../server/telegram-error.ts'
import { createUpdateWork, type UpdateWork } from '../server/update-work.ts'
import { createWebhook } from '../server/webhook.ts'
import { openJournal } from '../state/journal.ts'
import { openLanguages } from '../state/languages.ts'
import { createMemoryLimiter, type Limiter } from '../state/limits.ts'
import { connectRedis } from '../state/redis.ts'
import { createUpdateLog, type UpdateLog } from '../state/update-log.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { createCorpusAdmin } from './corpus-admin.ts'
import { describeUpdates } from './describe-updates.ts'
import { downloadFile } from './download-file.ts'
import { type LiveSearch, openLiveSearch } from './live-search.ts'
import { warnOfOpenSettings } from './open-settings.ts'
import { openPages } from './pages.ts'
import { openPicturesFor } from './pictures.ts'
import { createStop, type Stop } from './stop.ts'

/** Work that is under way when the stop signal comes may take so long, with a second more to tell Telegram. */
const GRACE_MS = 4_000
const MAX_WEBHOOK_CONNECTIONS = 100
const RESUME_MS = 2_000

/** Runs the bot in Telegram until it is told to stop; resolves to the exit status. @throws TelegramError and what openSearch() throws. */
export async function runInTelegram(config: BotConfig, io: CommandIo): Promise<number> {
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
    throw explainTelegram(error, config.telegramApiRoot)
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

/** The configuration of a bot that has its token. */
type BotConfig = Config & { readonly botToken: string }

async function serve(config: BotConfig, parts: Parts): Promise<void> {
  const { log, closers } = parts
  const pictures = openPicturesFor(log)
  const front: Front = {
    live: null,
    botUsername: null,
    limiter: createMemoryLimiter(),
    isConnected: false,
    takeUpdate: refuseUpdate,
  }
  if (config.port !== null) await listen({ ...config, port: config.port }, front, { ...parts, pictures })
  const live = await openReports(config, parts)
  front.live = live

  const delivery = createDelivery({ log })
  const connections = createConnections()
  const api = createApi(config, connections)
  api.config.use(connections.renewWhenBroken, ...delivery.transformers)
  const botInfo = await api.getMe()
  front.botUsername = botInfo.username
  const shared = await openState(config, botInfo, log)
  const { updates } = shared
  front.limiter = shared.limiter
  closers.push(shared.close, updates.close)

  const bot = makeBot(config, parts, { botInfo, live, delivery, connections, shared, pictures })
  registerCommands(bot.api).catch((error: unknown) =>
    log.warn({ err: error }, 'commands and descriptions not registered'),
  )
  const handleUpdate = async (update: Update): Promise<void> => {
    delivery.noteUpdate(update)
    await bot.handleUpdate(update)
  }
  const work = createUpdateWork({ handleUpdate, updates, log })
  const source = { bot, work, updates, front }
  await (config.webhook === null
    ? takeFromPolls(source, parts)
    : takeFromPosts(source, config.webhook, parts))
}

/** What the listening server shows: it listens before the corpus is open and Telegram has answered. */
interface Front {
  live: LiveSearch | null
  botUsername: string | null
  /** Until it is known who shares them, this copy keeps the limits of its visitors by itself. */
  limiter: Limiter
  /** Whether updates come in. */
  isConnected: boolean
  takeUpdate: (update: Update) => Promise<void>
}

/** Opens the port for health, metrics, pages and the webhook. */
async function listen(
  config: BotConfig & { readonly port: number },
  front: Front,
  { log, metrics, closers, pictures }: Parts & { readonly pictures: Pictures | null },
): Promise<void> {
  const server = await startHttpServer({
    port: config.port,
    webhook: config.webhook && {
      path: new URL(config.webhook.url).pathname,
      secret: config.webhook.secret,
      take: (update) => front.takeUpdate(update),
    },
    isReady: async () =>
      front.isConnected && front.live !== null && (await front.live.searcher().backend.isReady()),
    metrics,
    metricsToken: config.web.metricsToken,
    pages: await openPages(config, {
      searcher: () => {
        if (front.live === null) throw new BackendUnavailableError('the corpus is being opened')
        return front.live.searcher()
      },
      botUsername: () => front.botUsername,
      pictures,
      limiter: () => front.limiter,
      log,
    }),
    log,
  })
  closers.push(server.close)
  log.info({ port: server.port }, 'listening')
}

/** Opens the corpus, and counts what its reloads bring. */
async function openReports(config: Config, { log, metrics, stop, closers }: Parts): Promise<LiveSearch> {
  const live = await openLiveSearch(config, {
    log,
    onOutcome: (outcome, state) => {
      metrics.countReload(outcome.kind)
      void noteIndex(state, metrics)
    },
  })
  closers.push(live.close)
  await noteIndex(live, metrics)
  stop.onHangup(() => void live.reload())
  return live
}

interface BotParts {
  readonly botInfo: UserFromGetMe
  readonly live: LiveSearch
  readonly delivery: Delivery
  readonly connections: Connections
  readonly shared: Awaited<ReturnType<typeof openState>>
  readonly pictures: Pictures | null
}

function makeBot(config: BotConfig, { log, metrics, stop }: Parts, parts: BotParts): Bot<BotContext> {
  const { botInfo, live, delivery, connections, shared, pictures } = parts
  return createBot({
    token: config.botToken,
    botInfo,
    languages: shared.languages,
    searcher: () => metrics.watchSearch(live.searcher()),
    log,
    logFields: describeUpdates(config),
    ...(config.port !== null && config.web.publicUrl !== null && { pagesUrl: config.web.publicUrl }),
    ...(config.telegramApiRoot !== null && { apiRoot: config.telegramApiRoot }),
    agent: connections.agent,
    download: (path) => downloadFile(config, path),
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
        actions: createCorpusAdmin({ config, live, metrics, startedAt: Date.now() }),
      }),
    ],
    ...(pictures !== null && { pictures }),
    isRestricted: config.allowedChatIds !== null,
    logsQueries: config.logQueries,
    onEvent: metrics.countEvent,
  })
}

/** Where updates come from, and who works on them. */
interface Source {
  readonly bot: Bot<BotContext>
  readonly work: UpdateWork
  readonly updates: UpdateLog
  readonly front: Front
}

/** Telegram posts updates to the webhook; resolves when a stop is requested. */
async function takeFromPosts(
  { bot, work, updates, front }: Source,
  { url, secret }: NonNullable<Config['webhook']>,
  { log, stop, closers }: Parts,
): Promise<void> {
  front.takeUpdate = createWebhook({ work, updates })
  // What this copy left when it was killed, and what others leave that share a Redis with it.
  const resuming = setInterval(() => void work.resume(), RESUME_MS)
  closers.push(async () => {
    front.isConnected = false
    clearInterval(resuming)
    front.takeUpdate = refuseUpdate
    await work.drain(GRACE_MS)
  })
  await bot.api.setWebhook(url, {
    secret_token: secret,
    allowed_updates: ALLOWED_UPDATES,
    max_connections: MAX_WEBHOOK_CONNECTIONS,
  })
  front.isConnected = true
  log.info({ bot: bot.botInfo.username, webhook: url }, 'ready; Telegram posts updates here')
  await stop.requested
}

/** Asks Telegram for updates until it refuses the bot. */
async function takeFromPolls(
  { bot, work, updates, front }: Source,
  { log, metrics, closers }: Parts,
): Promise<void> {
  await bot.api.deleteWebhook()
  const polling = startPolling({
    getUpdates: (args, signal) => bot.api.getUpdates(args as never, signal as never),
    work,
    updates,
    allowedUpdates: ALLOWED_UPDATES,
    log,
    onConnected: () => {
      front.isConnected = true
      log.info({ bot: bot.botInfo.username }, 'ready; polling Telegram')
    },
    onFetchError: metrics.countFetchError,
  })
  closers.push(() => {
    front.isConnected = false
    return polling.stop(GRACE_MS)
  })
  await polling.done
}

/** Telegram brings it again: to this copy when it is ready, or to another one. */
async function refuseUpdate(): Promise<void> {
  throw new Error('not ready')
}

function createApi({ botToken, telegramApiRoot }: BotConfig, { agent }: Connections): Api {
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

/** A token that is revoked while the bot runs is refused at every call: whatever the update, there is no going on. */
function stopWhenUnauthorized(stop: Stop): Parameters<Api['config']['use']>[0] {
  return async (prev, method, payload, signal) => {
    const response = await prev(method, payload, signal)
    if (!response.ok && response.error_code === 401)
      stop.fail(new GrammyError(`Call to '${method}' failed!`, response, method, {}))
    return response
  }
}

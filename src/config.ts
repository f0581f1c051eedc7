/** Turns the environment into a frozen Config, or one ConfigError that names every fault and its fix. The only reader of the environment. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { config as readDotenv } from 'dotenv'
import { ConfigReader, type Environment } from './config-reader.ts'
import { misspeltNames } from './setting-names.ts'

/** What every command needs that searches. */
export interface SearchConfig {
  /** The folder of report files. Default `corpus`; where there is no such folder, the reports that come with the program. */
  readonly corpusDir: string
  readonly searchBackend: 'minisearch' | 'opensearch'
  /** Set when `searchBackend` is `opensearch`. One address or several with commas; each may hold a user and a password. */
  readonly opensearchUrl: string | null
  readonly opensearchIndex: string
  /** File of the certificate authority that signs the cluster's certificates; null for those that Node.js trusts. */
  readonly opensearchCa: string | null
  /** Shards and replicas of an index that `yinju index` makes; null leaves the number to it. */
  readonly opensearchShards: number | null
  readonly opensearchReplicas: number | null
  /** How long `yinju index` keeps an index that was replaced. Default 24. */
  readonly opensearchKeepHours: number
  /** How long one search may take before it counts as failed. */
  readonly opensearchTimeoutMs: number
  /** Further synonyms beside the built-in ones. */
  readonly synonymsFile: string | null
  readonly logLevel: LogLevel
}

export interface WebhookConfig {
  /** The address that Telegram posts to, as registered. */
  readonly url: string
  /** The secret that Telegram repeats in a header of every post. */
  readonly secret: string
}

/** How many questions, commands and button presses are taken a minute; 0 for no limit. */
export interface LimitConfig {
  readonly user: number
  readonly chat: number
  readonly bot: number
}

export interface Config extends SearchConfig {
  /** From @BotFather; null runs the bot in the terminal. */
  readonly botToken: string | null
  /** Root of a self-hosted Bot API server, without a final slash; null for Telegram's own. */
  readonly telegramApiRoot: string | null
  readonly webhook: WebhookConfig | null
  /** Port of the webhook, of the pages and the API, of health and of metrics; null for none of them. */
  readonly port: number | null
  readonly adminIds: ReadonlySet<number>
  /** Chats (or users) that may ask; null for everyone. */
  readonly allowedChatIds: ReadonlySet<number> | null
  readonly redisUrl: string | null
  /** The folder for what must outlive the process: which updates are done or under way. Default `data`. */
  readonly dataDir: string
  readonly limits: LimitConfig
  readonly logQueries: boolean
  readonly web: WebConfig
}

/** What the pages and the API need, which are served on `port`. */
export interface WebConfig {
  /** Address from outside, without a final slash; its path stands before every link. null: links are relative, and there is no sitemap. */
  readonly publicUrl: string | null
  /** What a scraper of /metrics has to show; null closes /metrics. */
  readonly metricsToken: string | null
  /** Origins whose pages may ask the API from a browser; `*` for all. Default: none. */
  readonly corsOrigins: readonly string[]
  /** Requests a minute of one address; 0 for no limit. */
  readonly limit: number
}

/** The reports that come with the program. Nothing is written there but the saved index. */
const SHIPPED_CORPUS = fileURLToPath(new URL('../corpus', import.meta.url))

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Thrown when the environment cannot be used as it is. A line of the message for each fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

const DEFAULT_OPENSEARCH_TIMEOUT_MS = 5_000
/** A rolling upgrade and the day after it. */
const DEFAULT_OPENSEARCH_KEEP_HOURS = 24
const DEFAULT_WEBHOOK_PORT = 8080
/** A person who types and taps fast makes some 40 a minute; the limits are for programs. */
const DEFAULT_LIMITS: LimitConfig = { user: 120, chat: 240, bot: 12_000 }

/** A reader opens some ten pages a minute; a program asks as fast as it is answered. */
const DEFAULT_WEB_LIMIT = 300

const BOT_TOKEN = /^\d{1,20}:[A-Za-z0-9_-]{20,100}$/
/** What Telegram allows as a secret token. */
const WEBHOOK_SECRET = /^[A-Za-z0-9_-]{1,256}$/
const METRICS_TOKEN = /^[A-Za-z0-9_-]{16,256}$/
const CORS_ORIGINS = /^(?:\*|\s*https?:\/\/[^\s,/]+\/?\s*(?:,\s*https?:\/\/[^\s,/]+\/?\s*)*)$/
/** What OpenSearch allows as the name of an index. */
const INDEX_NAME = /^[a-z0-9][a-z0-9_.-]{0,200}$/

/**
 * The process's environment over that of the file `.env`, where there is one.
 *
 * @throws ConfigError when there is a `.env` that cannot be read, or that misspells the name of a setting: what it is
 *   meant to close would stay open.
 */
export function readEnvironment(): Environment {
  const environment: Record<string, string> = {}
  const { error } = readDotenv({ quiet: true, processEnv: environment })
  if (error !== undefined && (error as NodeJS.ErrnoException).code !== 'ENOENT') {
    throw new ConfigError([
      `.env: cannot be read (${(error as NodeJS.ErrnoException).code}); make it a readable file or remove it`,
    ])
  }
  const misspelt = misspeltNames(Object.keys(environment), settingNames())
  if (misspelt.length > 0) throw new ConfigError(misspelt.map((fault) => `.env: ${fault}`))
  return { ...environment, ...process.env }
}

/** @throws ConfigError with every fault of the variables that searching needs. */
export function loadSearchConfig(env: Environment): SearchConfig {
  const read = new ConfigReader(env)
  return sealed(searchConfig(read), read.faults)
}

/** @throws ConfigError with every fault. */
export function loadConfig(env: Environment): Config {
  const read = new ConfigReader(env)
  return sealed(wholeConfig(read), read.faults)
}

/** The name of every setting. */
export function settingNames(): string[] {
  const read = new ConfigReader({})
  wholeConfig(read)
  return [...read.names]
}

function wholeConfig(read: ConfigReader): Config {
  const telegramApiRoot = read.url('TELEGRAM_API_ROOT', ['http:', 'https:'], 'http://localhost:8081')
  const webhook = webhookConfig(read, telegramApiRoot !== null)
  return {
    ...searchConfig(read),
    botToken: read.secret(
      'BOT_TOKEN',
      BOT_TOKEN,
      'copy it whole from @BotFather; it looks like 123456789:AAE…',
    ),
    telegramApiRoot: telegramApiRoot?.replace(/\/+$/, '') ?? null,
    webhook,
    port: read.count('PORT', { min: 1, max: 65_535 }) ?? (webhook === null ? null : DEFAULT_WEBHOOK_PORT),
    adminIds:
      read.ids('ADMIN_IDS', /^[1-9]\d{0,15}$/, 'write numbers of users, for example 123456789,987654321') ??
      new Set(),
    allowedChatIds: read.ids(
      'ALLOWED_CHAT_IDS',
      /^-?[1-9]\d{0,15}$/,
      'write numbers of chats or users, for example 123456789,-1001234567890',
    ),
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:'], 'redis://localhost:6379'),
    dataDir: read.path('DATA_DIR') ?? 'data',
    limits: Object.freeze({
      user: read.count('LIMIT_USER', { min: 0, max: 1_000_000 }) ?? DEFAULT_LIMITS.user,
      chat: read.count('LIMIT_CHAT', { min: 0, max: 1_000_000 }) ?? DEFAULT_LIMITS.chat,
      bot: read.count('LIMIT_BOT', { min: 0, max: 1_000_000 }) ?? DEFAULT_LIMITS.bot,
    }),
    logQueries: read.flag('LOG_QUERIES'),
    web: webConfig(read),
  }
}

/** Every value of the configuration that must never be shown: for log.ts to blot out. */
export function secretsOf(config: SearchConfig & Partial<Config>): string[] {
  const urls = [...(config.opensearchUrl?.split(',') ?? []), ...(config.redisUrl ? [config.redisUrl] : [])]
  const passwords = urls.map((url) => new URL(url).password)
  return [
    config.botToken ?? '',
    config.webhook?.secret ?? '',
    config.web?.metricsToken ?? '',
    ...passwords,
    ...passwords.map(decoded),
  ].filter((secret) => secret !== '')
}

function sealed<T>(config: T, faults: readonly string[]): T {
  if (faults.length > 0) throw new ConfigError(faults)
  return Object.freeze(config)
}

function searchConfig(read: ConfigReader): SearchConfig {
  const searchBackend = read.oneOf('SEARCH_BACKEND', ['minisearch', 'opensearch']) ?? 'minisearch'
  const opensearchUrl = read.urls('OPENSEARCH_URL', ['http:', 'https:'], 'http://localhost:9200')
  if (searchBackend === 'opensearch' && opensearchUrl === null && !read.has('OPENSEARCH_URL')) {
    read.fault(
      'OPENSEARCH_URL',
      'is not set, but SEARCH_BACKEND is opensearch; set it, for example to http://localhost:9200',
    )
  }
  return {
    corpusDir: read.path('CORPUS_DIR') ?? (existsSync('corpus') ? 'corpus' : SHIPPED_CORPUS),
    searchBackend,
    opensearchUrl,
    opensearchIndex:
      read.text('OPENSEARCH_INDEX', INDEX_NAME, 'write small letters, figures, - and _, for example yinju') ??
      'yinju',
    opensearchCa: read.path('OPENSEARCH_CA'),
    opensearchShards: read.count('OPENSEARCH_SHARDS', { min: 1, max: 1024 }),
    opensearchReplicas: read.count('OPENSEARCH_REPLICAS', { min: 0, max: 100 }),
    opensearchKeepHours:
      read.count('OPENSEARCH_KEEP_HOURS', { min: 0, max: 8_760 }) ?? DEFAULT_OPENSEARCH_KEEP_HOURS,
    opensearchTimeoutMs:
      read.count('OPENSEARCH_TIMEOUT_MS', { min: 100, max: 60_000 }) ?? DEFAULT_OPENSEARCH_TIMEOUT_MS,
    synonymsFile: read.path('SYNONYMS_FILE'),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS) ?? 'info',
  }
}

function webConfig(read: ConfigReader): WebConfig {
  const publicUrl = read.url('PUBLIC_URL', ['http:', 'https:'], 'https://example.org/yinju')
  const origins = read.text(
    'CORS_ORIGINS',
    CORS_ORIGINS,
    'write * or origins with commas between them, for example https://example.org,http://localhost:3000',
  )
  return Object.freeze({
    publicUrl: publicUrl === null ? null : publicUrl.replace(/[?#].*$/, '').replace(/\/+$/, ''),
    metricsToken: read.secret(
      'METRICS_TOKEN',
      METRICS_TOKEN,
      'write 16 to 256 of A-Z a-z 0-9 _ -, for example from: openssl rand -hex 32',
    ),
    corsOrigins: origins === null ? [] : origins.split(',').map((origin) => origin.trim().replace(/\/$/, '')),
    limit: read.count('LIMIT_WEB', { min: 0, max: 1_000_000 }) ?? DEFAULT_WEB_LIMIT,
  })
}

function webhookConfig(read: ConfigReader, isSelfHosted: boolean): WebhookConfig | null {
  // Telegram itself posts to https only; a self-hosted Bot API server in the same network may use http.
  const url = read.url(
    'WEBHOOK_URL',
    isSelfHosted ? ['http:', 'https:'] : ['https:'],
    'https://bot.example.org/telegram',
  )
  const secret = read.secret(
    'WEBHOOK_SECRET',
    WEBHOOK_SECRET,
    'write 1 to 256 of A-Z a-z 0-9 _ -, for example from: openssl rand -hex 32',
  )
  if (read.has('WEBHOOK_URL') && !read.has('BOT_TOKEN')) {
    read.fault('BOT_TOKEN', 'is not set, but WEBHOOK_URL is; set the token, or remove WEBHOOK_URL')
  }
  if (read.has('WEBHOOK_URL') && !read.has('WEBHOOK_SECRET')) {
    read.fault(
      'WEBHOOK_SECRET',
      'is not set, but WEBHOOK_URL is; set it to a random text, for example from: openssl rand -hex 32',
    )
  }
  return url === null || secret === null ? null : Object.freeze({ url, secret })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Where an import goes: the user's own folder, never among the reports that come with the program. */
export function corpusToWrite(env: Environment): string {
  const { corpusDir } = loadSearchConfig(env)
  return corpusDir === SHIPPED_CORPUS ? 'corpus' : corpusDir
}

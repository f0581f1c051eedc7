/** What the environment may say, and the line for each thing that it may not. */

import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError, loadConfig, loadSearchConfig, secretsOf, settingNames } from '../src/config.ts'
import { misspeltNames } from '../src/setting-names.ts'

const TOKEN = '123456789:AAEhBOweik9ai2o8vghlvpQh0sdDHLXsXcc'

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return (error as ConfigError).faults
  }
}

describe('loadConfig', () => {
  it('needs nothing', () => {
    expect(loadConfig({})).toMatchObject({
      botToken: null,
      corpusDir: 'corpus',
      telegramApiRoot: null,
      webhook: null,
      port: null,
      allowedChatIds: null,
      searchBackend: 'minisearch',
      opensearchIndex: 'yinju',
      logLevel: 'info',
      logQueries: false,
    })
  })

  it('reads every variable', () => {
    const config = loadConfig({
      BOT_TOKEN: TOKEN,
      CORPUS_DIR: '~/reports',
      HOME: '/home/ann',
      TELEGRAM_API_ROOT: 'http://localhost:8081/',
      WEBHOOK_URL: 'https://bot.example.org/telegram',
      WEBHOOK_SECRET: 'long-enough_secret',
      PORT: '9000',
      ADMIN_IDS: '1, 2;3',
      ALLOWED_CHAT_IDS: '-1001234567890 5',
      SEARCH_BACKEND: 'OpenSearch',
      OPENSEARCH_URL: 'https://u:p%40ss@search.example.org:9200',
      OPENSEARCH_INDEX: 'reports',
      REDIS_URL: 'rediss://:hidden%21@redis.example.org',
      SYNONYMS_FILE: 'more.txt',
      LIMIT_USER: '10',
      LIMIT_CHAT: '20',
      LIMIT_BOT: '0',
      LOG_LEVEL: 'DEBUG',
      LOG_QUERIES: 'yes',
    })
    expect(config).toMatchObject({
      botToken: TOKEN,
      corpusDir: '/home/ann/reports',
      telegramApiRoot: 'http://localhost:8081',
      webhook: { url: 'https://bot.example.org/telegram', secret: 'long-enough_secret' },
      port: 9000,
      searchBackend: 'opensearch',
      opensearchIndex: 'reports',
      synonymsFile: 'more.txt',
      limits: { user: 10, chat: 20, bot: 0 },
      logLevel: 'debug',
      logQueries: true,
    })
    expect([...config.adminIds]).toEqual([1, 2, 3])
    expect([...(config.allowedChatIds ?? [])]).toEqual([-1001234567890, 5])
  })

  it('is frozen', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true)
  })

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ BOT_TOKEN: '', PORT: ' ', ADMIN_IDS: ' , ' })).toMatchObject({
      botToken: null,
      port: null,
    })
  })

  it('listens on 8080 for a webhook unless PORT says otherwise', () => {
    const env = { BOT_TOKEN: TOKEN, WEBHOOK_URL: 'https://b.example', WEBHOOK_SECRET: 's' }
    expect(loadConfig(env).port).toBe(8080)
  })

  it.each([
    ['BOT_TOKEN', 'hello', 'BOT_TOKEN: is not of the right form (5 characters, not shown); copy it whole'],
    [
      'TELEGRAM_API_ROOT',
      'localhost:8081',
      'TELEGRAM_API_ROOT: cannot start with localhost:; write an address',
    ],
    ['TELEGRAM_API_ROOT', 'no address', 'TELEGRAM_API_ROOT: is not an address; write'],
    ['PORT', '80a', 'PORT: cannot be 80a; write a whole number from 1 to 65535'],
    ['PORT', '0', 'PORT: cannot be 0; write'],
    ['PORT', '70000', 'PORT: cannot be 70000; write'],
    ['ADMIN_IDS', '12,@ann', 'ADMIN_IDS: cannot hold @ann; write numbers of users'],
    ['ADMIN_IDS', '-5', 'ADMIN_IDS: cannot hold -5; write'],
    ['ALLOWED_CHAT_IDS', 'everyone', 'ALLOWED_CHAT_IDS: cannot hold everyone; write numbers'],
    ['SEARCH_BACKEND', 'elastic', 'SEARCH_BACKEND: cannot be elastic; write one of minisearch, opensearch'],
    ['OPENSEARCH_URL', 'search:9200', 'OPENSEARCH_URL: cannot start with search:; write'],
    ['OPENSEARCH_INDEX', 'My Index', 'OPENSEARCH_INDEX: cannot be My Index; write small letters'],
    [
      'REDIS_URL',
      'http://redis',
      'REDIS_URL: cannot start with http:; write an address that starts with redis://',
    ],
    ['LIMIT_USER', '-1', 'LIMIT_USER: cannot be -1; write a whole number'],
    ['LIMIT_CHAT', '1.5', 'LIMIT_CHAT: cannot be 1.5; write a whole number'],
    ['LIMIT_BOT', 'many', 'LIMIT_BOT: cannot be many; write a whole number'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: cannot be loud; write one of trace, debug'],
    ['LOG_QUERIES', 'perhaps', 'LOG_QUERIES: cannot be perhaps; write true or false'],
    ['CORPUS_DIR', 'a\0b', 'CORPUS_DIR: holds a zero byte; write a path'],
    [
      'WEBHOOK_SECRET',
      'two words',
      'WEBHOOK_SECRET: is not of the right form (9 characters, not shown); write 1 to 256',
    ],
  ])('says what is wrong with %s=%j and what to write', (name, value, line) => {
    const faults = faultsOf({ [name]: value })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(line)
  })

  it('names every fault at once', () => {
    const faults = faultsOf({ BOT_TOKEN: 'x', PORT: 'y', LOG_LEVEL: 'z', SEARCH_BACKEND: 'opensearch' })
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'BOT_TOKEN',
      'LOG_LEVEL',
      'OPENSEARCH_URL',
      'PORT',
    ])
    expect(faults).toHaveLength(4)
  })

  it('refuses a webhook without a secret, without a token, or over plain http to Telegram itself', () => {
    expect(faultsOf({ BOT_TOKEN: TOKEN, WEBHOOK_URL: 'https://b.example' })).toEqual([
      expect.stringContaining('WEBHOOK_SECRET: is not set'),
    ])
    expect(faultsOf({ WEBHOOK_URL: 'https://b.example', WEBHOOK_SECRET: 's' })).toEqual([
      expect.stringContaining('BOT_TOKEN: is not set'),
    ])
    expect(faultsOf({ BOT_TOKEN: TOKEN, WEBHOOK_URL: 'http://b.example', WEBHOOK_SECRET: 's' })).toEqual([
      expect.stringContaining('WEBHOOK_URL: cannot start with http:'),
    ])
    expect(
      faultsOf({
        BOT_TOKEN: TOKEN,
        WEBHOOK_URL: 'http://b.example',
        WEBHOOK_SECRET: 's',
        TELEGRAM_API_ROOT: 'http://localhost:1',
      }),
    ).toEqual([])
  })

  it('repeats no token, secret or password in a fault', () => {
    const faults = faultsOf({
      BOT_TOKEN: '123:tooshort',
      WEBHOOK_SECRET: 'my secret!',
      REDIS_URL: 'http://:pass-word@redis',
      OPENSEARCH_URL: 'ftp://u:pass-word@search',
      TELEGRAM_API_ROOT: 'ftp://u:pass-word@api',
    })
    expect(faults).toHaveLength(5)
    expect(faults.join('\n')).not.toMatch(/tooshort|my secret|pass-word/)
  })

  it('answers any value with a Config or a ConfigError, on one line a fault', () => {
    const names = [
      'BOT_TOKEN',
      'WEBHOOK_URL',
      'WEBHOOK_SECRET',
      'PORT',
      'ADMIN_IDS',
      'ALLOWED_CHAT_IDS',
      'REDIS_URL',
      'OPENSEARCH_URL',
      'OPENSEARCH_INDEX',
      'LIMIT_USER',
      'LIMIT_WEB',
      'PUBLIC_URL',
      'METRICS_TOKEN',
      'CORS_ORIGINS',
      'LOG_LEVEL',
      'LOG_QUERIES',
      'CORPUS_DIR',
      'SYNONYMS_FILE',
    ]
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.integer().map(String))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), text), (env) => {
        for (const fault of faultsOf(env)) expect(fault).toMatch(/^[A-Z_]+: [^\n\r]+;[^\n\r]+$/)
      }),
    )
  })
})

describe('what the pages are served with', () => {
  const web = (env: Record<string, string>) => loadConfig(env).web

  it('is nothing but a limit by default', () => {
    expect(web({})).toEqual({ publicUrl: null, metricsToken: null, corsOrigins: [], limit: 300 })
  })

  it.each([
    ['https://example.org/', 'https://example.org'],
    ['https://example.org/yinju/?x#y', 'https://example.org/yinju'],
  ])('PUBLIC_URL %s stands for %s', (url, publicUrl) => {
    expect(web({ PUBLIC_URL: url })).toMatchObject({ publicUrl })
  })

  it.each([
    ['*', ['*']],
    ['https://a.example, http://localhost:3000/', ['https://a.example', 'http://localhost:3000']],
  ])('CORS_ORIGINS %s stands for %j', (origins, corsOrigins) => {
    expect(web({ CORS_ORIGINS: origins })).toMatchObject({ corsOrigins })
  })

  it('names what cannot be', () => {
    const faults = faultsOf({ PUBLIC_URL: 'example.org', CORS_ORIGINS: 'a.example', METRICS_TOKEN: 'short' })
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'CORS_ORIGINS',
      'METRICS_TOKEN',
      'PUBLIC_URL',
    ])
  })
})

describe('loadSearchConfig', () => {
  it('looks only at what searching needs', () => {
    expect(loadSearchConfig({ BOT_TOKEN: 'broken', PORT: 'broken', CORPUS_DIR: 'here' }).corpusDir).toBe(
      'here',
    )
    expect(() => loadSearchConfig({ LOG_LEVEL: 'loud' })).toThrow(ConfigError)
  })
})

describe('secretsOf', () => {
  it('lists the token, the secret and the passwords, also as they are meant', () => {
    const config = loadConfig({
      BOT_TOKEN: TOKEN,
      REDIS_URL: 'redis://:a%40b@r',
      OPENSEARCH_URL: 'http://u:pw@o',
      WEBHOOK_SECRET: 'sec',
      WEBHOOK_URL: 'https://b.example',
    })
    expect(secretsOf(config)).toEqual(expect.arrayContaining([TOKEN, 'sec', 'pw', 'a%40b', 'a@b']))
  })
})

describe('names of settings', () => {
  it.each([
    ['BOT_TOKNE', 'BOT_TOKEN'],
    ['BOTTOKEN', 'BOT_TOKEN'],
    ['bot_token', 'BOT_TOKEN'],
    ['ALLOWED_CHAT_ID', 'ALLOWED_CHAT_IDS'],
    ['ALOWED_CHATIDS', 'ALLOWED_CHAT_IDS'],
    ['ADMIN_ID', 'ADMIN_IDS'],
    ['PROT', 'PORT'],
    ['OPENSEARCH_URLS', 'OPENSEARCH_URL'],
  ])('knows that %s means %s', (name, meant) => {
    expect(misspeltNames([name], settingNames())).toEqual([
      `${name}: no setting has this name; write ${meant}`,
    ])
  })

  it.each(['TZ', 'HOST', 'NODE_ENV', 'COMPOSE_FILE', 'REDIS_PASSWORD', 'OPENSEARCH_INITIAL_ADMIN_PASSWORD'])(
    'leaves %s to other programs',
    (name) => {
      expect(misspeltNames([name], settingNames())).toEqual([])
    },
  )

  it('are all in .env.example, and no others', async () => {
    const example = await readFile(new URL('../.env.example', import.meta.url), 'utf8')
    const named = [...example.matchAll(/^([A-Z_]+)=/gmu)].map((match) => match[1])
    expect(named.sort()).toEqual(settingNames().sort())
  })
})

/** What a log line shows, and what it never shows. */
import { Writable } from 'node:stream'
import { GrammyError, HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { createLogger, createPseudonymizer } from '../src/log.ts'
import { createBlotter } from '../src/redact.ts'

const TOKEN = '123456789:AAEhBOweik9ai2o8vghlvpQh0sdDHLXsXcc'

function record(options: { isTTY?: boolean; secrets?: readonly string[] } = {}) {
  let text = ''
  const destination: Writable & { isTTY?: boolean } = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    },
  })
  if (options.isTTY) destination.isTTY = true
  const logger = createLogger({ level: 'trace', destination, secrets: options.secrets ?? [TOKEN] })
  return { logger, text: () => text }
}

describe('createLogger', () => {
  it('writes a line of JSON with the level as a word and the time', () => {
    const { logger, text } = record()
    logger.child({ update: 7 }).info({ ms: 3 }, 'answered')
    expect(JSON.parse(text())).toMatchObject({
      level: 'info',
      update: 7,
      ms: 3,
      msg: 'answered',
      time: expect.stringMatching(/^\d{4}-/),
    })
  })

  it('writes for people on a terminal', () => {
    const { logger, text } = record({ isTTY: true })
    logger.warn({ token: TOKEN }, 'careful')
    expect(text()).toMatch(/WARN.*careful/)
    expect(text()).not.toContain(TOKEN)
  })

  const url = `https://api.telegram.org/bot${TOKEN}/sendMessage`
  const network = Object.assign(new Error(`request to ${url} failed`), { code: 'ECONNRESET' })
  it.each<[string, unknown]>([
    ['a message', TOKEN],
    ['a field', { deep: { url } }],
    ['an error', { err: new Error(`bad token ${TOKEN}`) }],
    ['the cause of an error', { err: new Error('outer', { cause: new Error(url) }) }],
    ['an HttpError of grammY', { err: new HttpError('Network request failed', network) }],
    [
      'a GrammyError',
      {
        err: new GrammyError(
          `Call failed ${url}`,
          { ok: false, error_code: 400, description: url },
          'sendMessage',
          { text: TOKEN },
        ),
      },
    ],
    ['a stack trace', { err: Object.assign(new Error('x'), { stack: `Error: x\n at ${url}` }) }],
    [
      'the token of another bot',
      { url: 'https://host/bot987654321:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB/getMe' },
    ],
  ])('blots out the token in %s', (_where, what) => {
    const { logger, text } = record()
    logger.error(what as object)
    expect(text()).toContain('[secret]')
    expect(text()).not.toMatch(/AAEhBOweik|BBBBBBBB/)
    expect(() => JSON.parse(text())).not.toThrow()
  })

  it('keeps the question and the reply that an error carries out of the log', () => {
    const { logger, text } = record()
    const error = new GrammyError(
      'Call failed',
      { ok: false, error_code: 400, description: 'Bad Request' },
      'sendMessage',
      { text: 'the reply', chat_id: 501 },
    )
    logger.error({ err: Object.assign(error, { ctx: { message: 'the question' } }) })
    expect(text()).toContain('sendMessage')
    expect(text()).not.toMatch(/the reply|the question|501/)
  })

  it('says which error an HttpError hides', () => {
    const { logger, text } = record()
    logger.error({ err: new HttpError('Network request failed', network) })
    expect(JSON.parse(text()).err).toMatchObject({ type: 'HttpError', cause: { code: 'ECONNRESET' } })
  })
})

describe('createBlotter', () => {
  it.each([
    ['plain', 'key p"ss wörd end'],
    ['in JSON', JSON.stringify({ key: 'p"ss wörd' })],
    ['in an address', `http://h/?k=${encodeURIComponent('p"ss wörd')}`],
  ])('finds a secret %s', (_how, text) => {
    expect(createBlotter(['p"ss wörd'])(text)).toContain('[secret]')
  })

  it('finds the password of any address', () => {
    expect(createBlotter([])('redis://ann:tiny@host:6379/0 and http://x')).toBe(
      'redis://[secret]@host:6379/0 and http://x',
    )
  })

  it('leaves everything else alone', () => {
    const text = '{"time":"2023-01-12T10:11:12.345Z","msg":"12:30 地区:伊宁 https://t.me/bot?start=x@y"}'
    expect(createBlotter(['abcdefgh'])(text)).toBe(text)
  })
})

describe('createPseudonymizer', () => {
  it('names the same id alike with the same key, and differently with another', () => {
    const [a, b, c] = [createPseudonymizer('k'), createPseudonymizer('k'), createPseudonymizer('l')]
    expect(a(501)).toBe(b(501))
    expect(a(501)).not.toBe(a(502))
    expect(a(501)).not.toBe(c(501))
    expect(a(501)).not.toContain('501')
  })
})

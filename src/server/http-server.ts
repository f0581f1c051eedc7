/** Answers HTTP requests: hands updates to the bot (webhook), and tells whether it is alive and ready, and its metrics. */
import { createHash, timingSafeEqual } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Update } from 'grammy/types'
import type { Logger } from '../log.ts'

export interface WebhookRoute {
  /** Path of WEBHOOK_URL. */
  readonly path: string
  readonly secret: string
  /** Takes an update; resolves when Telegram may be told so, rejects when Telegram shall bring it again. */
  readonly take: (update: Update) => Promise<void>
}

export interface HttpServerOptions {
  readonly port: number
  /** Default: every address of the machine. */
  readonly host?: string
  readonly webhook: WebhookRoute | null
  readonly isReady: () => Promise<boolean>
  readonly metrics: { readonly contentType: string; text(): Promise<string> }
  /** The token with which the metrics may be read. null: anybody may read them; where pages are served, nobody. */
  readonly metricsToken?: string | null
  /** Answers every other path: the pages and the API, where they are served. */
  readonly pages?: RequestListener | null
  /** How long a request may take to arrive whole; then its connection is closed. Default 10 s. */
  readonly requestTimeoutMs?: number
  readonly log: Logger
}

export interface HttpServer {
  readonly port: number
  /** Takes no more connections and closes the idle ones; those under way end by themselves. */
  close(): Promise<void>
}

/** The port cannot be listened on. The message names the fix. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** Telegram's updates are a few KB; the largest message has 4,096 characters and its entities. */
const MAX_BODY_BYTES = 1024 * 1024
const REQUEST_TIMEOUT_MS = 10_000
const MAX_CHECK_MS = 1_000
/** A quote of 5,000 characters, which is what a question may have, takes nine bytes for each in an address. */
const MAX_HEAD_BYTES = 64 * 1024
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** Starts listening. @throws ListenError */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { requestTimeoutMs = REQUEST_TIMEOUT_MS } = options
  // Node looks for overdue requests every 30 s unless told otherwise, so that one could stay for 40.
  const connectionsCheckingInterval = Math.min(MAX_CHECK_MS, requestTimeoutMs)
  const server = createServer(
    { connectionsCheckingInterval, maxHeaderSize: MAX_HEAD_BYTES },
    (request, response) => {
      serve(request, response, options).catch((error: unknown) => {
        options.log.error({ err: error }, 'request failed')
        reply(response, 500, 'failed')
      })
    },
  )
  server.on('clientError', refuseMalformed)
  server.requestTimeout = requestTimeoutMs
  server.headersTimeout = requestTimeoutMs
  // Longer than a balancer keeps its end open, lest a request meets a connection that is just being closed.
  server.keepAliveTimeout = 75_000
  await listen(server, options)
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

const UNENCODED =
  "the address holds characters that are not percent-encoded; curl -G --data-urlencode 'q=...' encodes them\n"

/** What is no request at all has no response either; the connection is answered and closed. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
  const status = isLate ? '408 Request Timeout' : '400 Bad Request'
  const text = error.code === 'HPE_INVALID_URL' ? UNENCODED : `${status}\n`
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: text/plain\r\nconnection: close\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
  )
}

function listen(server: Server, { port, host }: HttpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'another program listens there; stop it or choose another PORT'
          : error.code === 'EACCES'
            ? 'not allowed; choose a PORT above 1023'
            : `${error.message}; choose another PORT`
      reject(new ListenError(`PORT ${port}: ${why}`))
    })
    server.listen({ port, ...(host !== undefined && { host }) }, resolve)
  })
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpServerOptions,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0]
  const { webhook } = options
  if (path === '/healthz') return onlyGet(request, response, () => reply(response, 200, 'ok'))
  if (path === '/readyz') {
    const isReady = await options.isReady()
    return onlyGet(request, response, () =>
      reply(response, isReady ? 200 : 503, isReady ? 'ready' : 'not ready'),
    )
  }
  if (path === '/metrics' && maySeeMetrics(request, options)) {
    const text = await options.metrics.text()
    return onlyGet(request, response, () =>
      reply(response, 200, text, { 'content-type': options.metrics.contentType }),
    )
  }
  if (webhook === null || path !== webhook.path) {
    if (options.pages) return void options.pages(request, response)
    return reply(response, 404, 'not found')
  }
  if (request.method !== 'POST') return reply(response, 405, 'POST only', { allow: 'POST' })
  // Before a byte of the body is read: strangers cost nothing.
  if (!isSecret(request.headers[SECRET_HEADER], webhook.secret))
    return refuse(request, response, 401, 'unauthorized')
  const body = await readBody(request)
  if (body === 'too large') return refuse(request, response, 413, 'larger than 1 MB')
  if (body === 'broken off') return
  const update = parseUpdate(body)
  if (update === null) return reply(response, 400, 'not an update')
  try {
    await webhook.take(update)
    reply(response, 200, '')
  } catch (error) {
    options.log.warn({ err: error, update: update.update_id }, 'update sent back to Telegram')
    reply(response, 503, 'try again', { 'retry-after': '1' })
  }
}

/** Where the world reads pages, the metrics are for those who know the token. */
function maySeeMetrics(
  { headers }: IncomingMessage,
  { metricsToken = null, pages = null }: HttpServerOptions,
): boolean {
  if (metricsToken === null) return pages === null
  return isSecret(headers.authorization?.replace(/^Bearer /i, ''), metricsToken)
}

function onlyGet(request: IncomingMessage, response: ServerResponse, answer: () => void): void {
  if (request.method === 'GET' || request.method === 'HEAD') answer()
  else reply(response, 405, 'GET only', { allow: 'GET, HEAD' })
}

/** Compares in a time that depends on neither text: hashes have one length, and are compared whole. */
function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return (
    timingSafeEqual(hash(typeof given === 'string' ? given : ''), hash(secret)) && typeof given === 'string'
  )
}

async function readBody(request: IncomingMessage): Promise<Buffer | 'too large' | 'broken off'> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 'too large'
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > MAX_BODY_BYTES) return 'too large'
      chunks.push(chunk)
    }
  } catch {
    return 'broken off'
  }
  return Buffer.concat(chunks)
}

function parseUpdate(body: Buffer): Update | null {
  try {
    const update: unknown = JSON.parse(body.toString('utf8'))
    const id = (update as { update_id?: unknown } | null)?.update_id
    return Number.isSafeInteger(id) ? (update as Update) : null
  } catch {
    return null
  }
}

function reply(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-content-type-options': 'nosniff',
    ...headers,
  })
  response.end(text)
}

/** Answers without having read the body, and hangs up so that the rest of it is not read either. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  response.once('finish', () => request.destroy())
  reply(response, status, text, { connection: 'close' })
}

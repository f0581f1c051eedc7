/** Compresses what is text, off the thread that answers. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { createMiddleware } from 'hono/factory'
import { parseAccept } from 'hono/utils/accept'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'

/** Fewer bytes fit into one packet anyhow. */
const MIN_BYTES = 1_024
const compress = promisify(gzip)

/** Hono's own middleware compresses through a web stream, on this thread's time: twice as long for a report's page. */
export const compressText = createMiddleware(async (c, next) => {
  await next()
  const { res } = c
  const type = res.headers.get('content-type') ?? ''
  if (res.body === null || c.req.method === 'HEAD' || res.status === 206) return
  if (!COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) || res.headers.has('content-encoding')) return
  if (!takesGzip(c.req.header('accept-encoding'))) return
  const body = Buffer.from(await res.arrayBuffer())
  const headers = new Headers(res.headers)
  const isWorth = body.length >= MIN_BYTES
  const sent = isWorth ? await compress(body) : body
  if (isWorth) headers.set('content-encoding', 'gzip')
  headers.set('content-length', String(sent.length))
  c.res = undefined
  c.res = new Response(new Uint8Array(sent), { status: res.status, headers })
})

function takesGzip(accepted: string | undefined): boolean {
  return parseAccept(accepted ?? '').some(({ type, q }) => q > 0 && /^(?:gzip|x-gzip|\*)$/i.test(type))
}

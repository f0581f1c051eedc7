import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { compressText } from '../../src/web/compress.ts'

async function ask(
  body: string,
  { accepted = 'gzip', method = 'GET', headers = {}, status = 200 as 200 | 206 } = {},
): Promise<Response> {
  const app = new Hono()
  app.use(compressText)
  app.all('*', (c) => c.body(body, status, { 'content-type': 'text/plain; charset=utf-8', ...headers }))
  return await app.request('/', { method, headers: { 'accept-encoding': accepted } })
}

const WORTH = 'x'.repeat(1_024)

describe('an answer', () => {
  it.each([
    ['of 1,024 bytes', WORTH, {}, true],
    ['of less', WORTH.slice(1), {}, false],
    ['in letters of three bytes', '字'.repeat(342), {}, true],
    ['for who takes anything', WORTH, { accepted: '*' }, true],
    ['for who takes it under its old name', WORTH, { accepted: 'br, x-gzip;q=0.5' }, true],
    ['for who takes none', WORTH, { accepted: '' }, false],
    ['for who refuses it', WORTH, { accepted: 'gzip;q=0' }, false],
    ['for who takes another', WORTH, { accepted: 'br' }, false],
    ['that is a picture', WORTH, { headers: { 'content-type': 'image/png' } }, false],
    ['that is compressed already', WORTH, { headers: { 'content-encoding': 'br' } }, false],
    ['that is a part', WORTH, { status: 206 as const }, false],
  ])('%s', async (_what, body, options, isCompressed) => {
    const response = await ask(body, options)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-encoding') === 'gzip').toBe(isCompressed)
    expect((isCompressed ? gunzipSync(bytes) : bytes).toString()).toBe(body)
    if (isCompressed) expect(response.headers.get('content-length')).toBe(String(bytes.length))
  })

  it('to HEAD stays as it is', async () => {
    expect((await ask(WORTH, { method: 'HEAD' })).headers.get('content-encoding')).toBeNull()
  })
})

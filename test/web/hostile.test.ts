/** Whatever is asked, an answer comes: a page or a status, never a fault of the program. */
import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebListener } from '../../src/web/serve.ts'
import { openTestSite, siteWith, type TestSite } from './test-site.ts'

let site: TestSite
let server: Server
let port = 0
const errors: unknown[] = []
beforeAll(async () => {
  site = await openTestSite()
  const listener = createWebListener(await siteWith({ onError: (error) => errors.push(error) }))
  server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

const PATHS = [
  '/',
  '/search',
  '/reports',
  '/reports/yining-2023',
  '/reports/',
  '/passages/',
  '/passages/yining-2023_654946d99f',
  '/figures',
  '/count',
  '/compare',
  '/changes',
  '/verify',
  '/api/search',
  '/api/figures',
  '/api/count',
  '/api/changes',
  '/api/passages/',
  '/assets/',
]
const NAMES = [
  'q',
  'page',
  'mark',
  'lang',
  'sort',
  'a',
  'b',
  'kind',
  'place',
  'year',
  'report',
  'limit',
  'format',
  'w',
]
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '旅游收入',
    '“',
    '地区:',
    '-“',
    '年份:2022-',
    '1-5',
    '-value',
    '%',
    '%E4%BC',
    '\0',
    '<script>',
    '"\'&',
  ),
)
const encoded = words.map((text) => {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
})

describe('whatever is asked', () => {
  it('is answered without a fault of the program', async () => {
    const query = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.oneof(encoded, fc.constant('%zz'))), {
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PATHS),
        fc.oneof(fc.constant(''), encoded),
        query,
        fc.constantFrom('GET', 'HEAD', 'POST', 'PUT'),
        async (path, tail, pairs, method) => {
          const address = `${path}${tail}?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`
          const response = await site.app.request(address, { method })
          expect(response.status).toBeLessThan(500)
          const text = await response.text()
          expect(text).not.toContain('<script>')
          expect(text.length).toBeLessThan(400_000)
        },
      ),
      { numRuns: 300 },
    )
    expect(site.errors).toEqual([])
  })

  it('in a body, too', async () => {
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => Buffer.from(text)),
    )
    const type = fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'text/plain',
      'nonsense',
    )
    await fc.assert(
      fc.asyncProperty(
        body,
        type,
        fc.constantFrom('/verify', '/api/verify'),
        async (bytes, contentType, path) => {
          const response = await site.app.request(path, {
            method: 'POST',
            body: new Uint8Array(bytes),
            headers: { 'content-type': contentType },
          })
          expect(response.status).toBeLessThan(500)
        },
      ),
      { numRuns: 150 },
    )
    expect(site.errors).toEqual([])
  })
})

/** Sends a request line as it is. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => {
      answer += data
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', () => resolve(answer))
  })
}

const line = (path: string, method = 'GET') =>
  raw(`${method} ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)

describe('over the wire', () => {
  it.each([
    ['/%', 404],
    ['/reports/%E4', 404],
    ['/search?q=%', 200],
    ['/search?q=%FF%FE', 200],
    ['//evil.example/', 404],
    ['/..%2f..%2fetc/passwd', 404],
    ['/assets/x/..%2f..%2fapp.ts', 404],
    ['*', 400],
    ['/yinju', 200],
    ['/yinju/reports', 200],
    ['/reports', 200],
    ['/yinjureports', 404],
  ])('%s is answered %i', async (path, status) => {
    expect(await line(path)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  it('reads addresses that old programs wrote in GB 18030', async () => {
    // 旅游 in GB 18030.
    const answer = await line('/search?q=%C2%C3%D3%CE')
    expect(answer).toContain('检索：旅游')
  })

  it('answers HEAD as GET, without the body', async () => {
    const [head, get] = [await line('/reports', 'HEAD'), await line('/reports')]
    expect(head).toMatch(/^HTTP\/1.1 200 /)
    expect(head.split('\r\n\r\n')[1]).toBe('')
    expect(get.split('\r\n\r\n')[1]).toContain('<!doctype html>')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])(
    'refuses %s where a page is read, and says what it takes',
    async (method) => {
      const answer = await line('/reports', method)
      expect(answer).toMatch(/^HTTP\/1.1 405 /)
      expect(answer).toMatch(/^allow: GET, HEAD\r$/m)
      expect(errors).toEqual([])
    },
  )

  it('checks a draft whose length is not said before it, and refuses one that is too long', async () => {
    const head = 'POST /api/verify HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'
    const chunked = `${head}transfer-encoding: chunked\r\nconnection: close\r\n\r\n`
    const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
    const draft = JSON.stringify({ text: '全年接待游客934.7万人次，实现旅游收入56.4亿元' })
    const checked = await raw(`${chunked}${chunk(draft.slice(0, 20))}${chunk(draft.slice(20))}0\r\n\r\n`)
    expect(checked).toMatch(/^HTTP\/1.1 200 /)
    expect(checked).toContain('"supported":true')
    expect(await raw(`${chunked}${chunk('x'.repeat(5 * 1024 * 1024))}0\r\n\r\n`)).toMatch(/^HTTP\/1.1 413 /)
    expect(errors).toEqual([])
  })

  it('answers a range with the whole', async () => {
    const answer = await raw(
      'GET /reports HTTP/1.1\r\nhost: x\r\nrange: bytes=0-9\r\nconnection: close\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
  })

  it('compresses for who can read it', async () => {
    const bytes = await new Promise<Buffer>((resolve, reject) => {
      const headers = { 'accept-encoding': 'gzip' }
      request({ port, path: '/reports/yining-2023', headers }, (response) => {
        expect(response.headers['content-encoding']).toBe('gzip')
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve(Buffer.concat(chunks)))
      })
        .on('error', reject)
        .end()
    })
    expect(gunzipSync(bytes).toString()).toContain('<!doctype html>')
    // Style, scripts and icon come to some 8 KB more.
    expect(bytes.length).toBeLessThan(40_000)
  })

  it('refuses a body that is too large', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `text=${'x'.repeat(5_000_000)}`,
    })
    expect(response.status).toBe(413)
  })

  it('goes on after visitors that hang up', async () => {
    for (let i = 0; i < 20; i++) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write('GET /reports/yining-2023 HTTP/1.1\r\nhost: x\r\n\r\n')
          socket.destroy()
          resolve()
        })
      })
    }
    expect(await line('/reports')).toMatch(/^HTTP\/1.1 200 /)
    expect(errors).toEqual([])
  })
})

describe('the address of a visitor', () => {
  it.each([
    ['straight from outside', '203.0.113.9', undefined, '203.0.113.9'],
    ['who pretends to be another', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['behind a proxy of one’s own', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['who pretends, behind a proxy', '::ffff:10.0.0.2', '192.0.2.7, 198.51.100.1', '198.51.100.1'],
    ['behind two proxies', '::1', '198.51.100.1, 10.1.1.1', '198.51.100.1'],
    ['behind a proxy on the same link', 'fe80::1', '198.51.100.1', '198.51.100.1'],
    ['behind the last of such', 'febf::1', '198.51.100.1', '198.51.100.1'],
    ['behind a proxy of a site', 'fdff::1', '198.51.100.1', '198.51.100.1'],
    ['from the next network', 'fec0::1', '198.51.100.1', 'fec0:0:0:0'],
    ['from the last before 172.16', '172.15.255.255', '198.51.100.1', '172.15.255.255'],
    ['behind the last of 172.16', '172.31.255.255', '198.51.100.1', '198.51.100.1'],
    ['from the next behind it', '172.32.0.0', '198.51.100.1', '172.32.0.0'],
    ['with one of many of version 6', '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
    ['with a short one', '2001:db8::5', undefined, '2001:db8:0:0'],
    ['with nonsense', '127.0.0.1', 'unknown, <x>', '127.0.0.1'],
  ])('%s', async (_who, remoteAddress, forwarded, key) => {
    const keys: string[] = []
    const limited = await openTestSite({
      limitPerMinute: 5,
      limiter: {
        take: async (bucket) => {
          keys.push(bucket.key)
          return 'ok'
        },
      },
    })
    const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    const bindings = { incoming: { socket: { remoteAddress } } }
    await limited.app.request('/reports', { headers }, bindings as never)
    expect(keys).toEqual([`web:${key}`])
  })
})

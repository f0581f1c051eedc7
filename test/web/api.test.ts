import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { parse } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer } from '../../src/answer/answer.ts'
import { answerToJson, verdictToJson } from '../../src/answer/json.ts'
import { verifyText } from '../../src/quote/verify-text.ts'
import { ENDPOINTS } from '../../src/web/api/endpoints.ts'
import { problem } from '../../src/web/api/schemas.ts'
import { createWebListener } from '../../src/web/serve.ts'
import { openTestSite, siteWith, type TestSite } from './test-site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite({ corsOrigins: ['https://editor.example'] })
})

const get = async (path: string, headers?: Readonly<Record<string, string>>) => {
  const response = await site.get(path, headers)
  return { response, status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const ask = (path: string, q: string, rest = ''): string => `${path}?q=${encodeURIComponent(q)}${rest}`

describe('the API', () => {
  it('gives the same object as the command line', async () => {
    for (const question of ['伊宁市旅游收入', '就业 -高校', '坚定不移贯彻“动态清零”总路线', 'zzzz']) {
      const { took_ms: _, ...body } = (await get(ask('/api/search', question))).body
      const { took_ms: __, ...own } = answerToJson(question, await answer(site.searcher, question), 0) as {
        took_ms: number
      }
      expect(body).toEqual(JSON.parse(JSON.stringify(own)))
    }
  })

  it.each([
    ['/api/search', ask('/api/search', '旅游收入', '&limit=2&offset=1')],
    ['/api/figures', ask('/api/figures', '各县旅游收入')],
    ['/api/count', ask('/api/count', '乡村振兴')],
    ['/api/concordance', ask('/api/concordance', '乡村振兴')],
    ['/api/compare', ask('/api/compare', '粮食安全')],
    ['/api/changes', '/api/changes?a=yining-2023&b=xinyuan-2023'],
    ['/api/reports', '/api/reports'],
    ['/api/reports/{id}', '/api/reports/yining-2023'],
  ])('answers %s in the shape that it is described in', async (path, address) => {
    const endpoint = ENDPOINTS.find((one) => one.path === path)
    const { status, body } = await get(address)
    expect([status, endpoint === undefined]).toEqual([200, false])
    expect(endpoint?.response.safeParse(body).error).toBeUndefined()
  })

  it.each([
    ['results', ask('/api/search', '乡村振兴怎么推进', '&format=csv'), 'csv'],
    ['figures', ask('/api/figures', '各县旅游收入', '&format=csv'), 'csv'],
    ['a count', ask('/api/count', '乡村振兴', '&format=csv'), 'csv'],
    ['a concordance', ask('/api/concordance', '乡村振兴', '&format=csv'), 'csv'],
    ['a comparison', ask('/api/compare', '粮食安全', '&format=csv'), 'csv'],
    ['changes', '/api/changes?a=xinyuan-2023&b=yining-2023&format=docx', 'docx'],
    ['changes', '/api/changes?a=xinyuan-2023&b=yining-2023&format=html', 'html'],
  ])('gives %s as a file to take away: %s', async (_what, address, ending) => {
    const response = await site.get(address)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="[\\w.-]+\\.${ending}"$`),
    )
    const bytes = new Uint8Array(await response.arrayBuffer())
    const starts = { csv: [0xef, 0xbb, 0xbf], docx: [0x50, 0x4b, 0x03], html: [0x3c, 0x21, 0x64] }
    expect([...bytes.subarray(0, 3)]).toEqual(starts[ending as keyof typeof starts])
  })

  it('gives the same verdict as the command line', async () => {
    for (const text of [
      '2022年，伊宁市实现旅游收入99亿元',
      '坚定不移贯彻“动态清零”总路线。贵阳市建成大桥。',
    ]) {
      const response = await site.app.request('/api/verify', {
        method: 'POST',
        body: JSON.stringify({ text }),
        headers: { 'content-type': 'application/json' },
      })
      const body = await response.json()
      expect(body).toEqual(JSON.parse(JSON.stringify(verdictToJson(await verifyText(site.searcher, text)))))
      const endpoint = ENDPOINTS.find(({ path }) => path === '/api/verify')
      expect(endpoint?.response.safeParse(body).error).toBeUndefined()
    }
  })

  it.each([
    ['no JSON', '{', /not JSON/],
    ['no text', '{}', /^text: /],
    ['no words', '{"text":"？！"}', 'text: has no words'],
  ])('refuses a body with %s', async (_what, body, detail) => {
    const response = await site.app.request('/api/verify', { method: 'POST', body })
    expect([response.status, problem.parse(await response.json()).detail]).toEqual([
      400,
      typeof detail === 'string' ? detail : expect.stringMatching(detail),
    ])
  })

  it('gives a passage with its neighbours', async () => {
    const { passages } = (await site.searcher.report('yining-2023')) ?? { passages: [] }
    const { body } = await get(`/api/passages/${passages[5]?.id}`)
    expect(body).toMatchObject({ text: passages[5]?.text, previous: passages[4]?.id, next: passages[6]?.id })
  })

  it('gives figures as a table that spreadsheets read', async () => {
    const response = await site.get(ask('/api/figures', '各县旅游收入', '&format=csv'))
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(bytes.toString()).toMatch(/^\uFEFFreport,place,.*\r\n.*旅游收入/)
  })

  it.each([
    ['/api/search', 400, 'q: write q=…'],
    ['/api/search?q=%20', 400, 'q: is empty'],
    ['/api/search?q=x&limit=0', 400, 'limit'],
    ['/api/search?q=x&limit=many', 400, 'limit: write a whole number'],
    [ask('/api/search', '长'.repeat(5_001)), 400, 'q: is longer than 5000 characters'],
    ['/api/search?q=x&limit=101', 400, 'limit'],
    ['/api/search?q=x&offset=10001', 400, 'offset'],
    ['/api/figures?q=x&limit=1001', 400, 'limit'],
    ['/api/figures?q=x&format=xml', 400, 'format'],
    ['/api/passages/none', 404, '段落'],
    ['/api/reports/none', 404, '报告'],
    ['/api/changes?a=none&b=yining-2023', 404, '报告'],
    ['/api/none', 404, ''],
  ])('tells what is wrong with %s as problem details', async (path, status, detail) => {
    const { response, body } = await get(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ])
    expect(problem.parse(body)).toMatchObject({ status, detail: expect.stringContaining(detail) })
  })

  it('takes the greatest numbers that it names, and without any the first five hits', async () => {
    const hitsOf = async (rest: string): Promise<{ id: string }[]> =>
      (await get(ask('/api/search', '旅游', rest))).body.hits as { id: string }[]
    const first = await hitsOf('')
    expect(first).toHaveLength(5)
    expect((await hitsOf('&limit=100')).slice(0, 5)).toEqual(first)
    expect((await hitsOf('&offset=1')).slice(0, 4).map(({ id }) => id)).toEqual(
      first.slice(1).map(({ id }) => id),
    )
    expect(await hitsOf('&offset=10000')).toEqual([])
  })

  it('refuses other methods by name', async () => {
    const response = await site.app.request('/api/search?q=x', { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('answers 304 until the corpus is another', async () => {
    const first = await site.get(ask('/api/search', '旅游收入'))
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    const again = await site.get(ask('/api/search', '旅游收入'), { 'if-none-match': `"x", ${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const catalog = await site.searcher.catalog()
    const changed = { ...site.searcher, catalog: async () => ({ ...catalog, version: 'another' }) }
    const reloaded = await openTestSite({ searcher: () => changed })
    const path = ask('/api/search', '旅游收入')
    expect((await reloaded.get(path, { 'if-none-match': etag })).status).toBe(200)
  })

  it('lets the pages of named origins ask, and no others', async () => {
    const allowed = async (origin: string) =>
      (await site.get('/api/reports', { origin })).headers.get('access-control-allow-origin')
    expect(await allowed('https://editor.example')).toBe('https://editor.example')
    expect(await allowed('https://other.example')).toBeNull()
    const closed = await openTestSite()
    const response = await closed.get('/api/reports', { origin: 'https://editor.example' })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('holds back an address that asks too much, and says until when', async () => {
    const limited = await openTestSite({ limitPerMinute: 3 })
    const statuses: number[] = []
    for (let i = 0; i < 5; i++) statuses.push((await limited.get('/api/reports')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const { headers } = await limited.get('/api/reports')
    expect([headers.get('retry-after'), headers.get('ratelimit-policy')]).toEqual(['5', '"address";q=3;w=60'])
    expect((await limited.get('/assets/x/style.css')).status).toBe(200)
  })

  it('describes every address', async () => {
    const { body } = await get('/api/openapi.json')
    expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://example.org/yinju/' }] })
    expect(Object.keys(body.paths as object)).toEqual(ENDPOINTS.map(({ path }) => path))
    expect(JSON.stringify(body.paths)).toContain('"name":"limit","in":"query","required":false')
    expect(JSON.stringify(body)).not.toContain('undefined')
    for (const methods of Object.values(body.paths as Record<string, Record<string, { responses: object }>>))
      for (const { responses } of Object.values(methods))
        expect(Object.keys(responses)).toEqual(['200', 'default'])
  })
})

describe('the page that shows how to ask', () => {
  let server: Server
  let root = ''
  beforeAll(async () => {
    server = createServer(createWebListener(await siteWith({ publicUrl: null })))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  it('has a line for each address, and each works as it stands', async () => {
    const page = await (await fetch(`${root}/api`)).text()
    const lines = preformatted(page)
    expect(lines.length).toBe(ENDPOINTS.length)
    for (const line of lines) {
      const { stdout } = await promisify(execFile)('bash', ['-c', `${line} -w '\\n%{http_code}'`])
      expect([line, stdout.slice(-3)]).toEqual([line, '200'])
    }
  })
})

interface Node {
  readonly nodeName: string
  readonly value?: string
  readonly childNodes?: readonly Node[]
}

function preformatted(html: string): string[] {
  const found: string[] = []
  const walk = (node: Node): void => {
    if (node.nodeName === 'pre') found.push(node.childNodes?.[0]?.value ?? '')
    for (const child of node.childNodes ?? []) walk(child)
  }
  walk(parse(html) as Node)
  return found
}

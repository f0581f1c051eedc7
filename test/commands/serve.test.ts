/** `yinju serve`: pages and API from the start to a signal, over the corpus that it is given. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// What the command loads when it is given: loaded before the first test, whose time is limited.
import '../../src/mcp/serve.ts'
import '../../src/run/serve-web.ts'
import '../../src/web/serve.ts'
import { freePort } from '../free-port.ts'
import { startYinju } from './start-yinju.ts'

const reportFile = (place: string, text: string): string =>
  `---\ntitle: 政府工作报告\nplace: ${place}\nyear: 2024\n---\n\n# 政府工作报告\n\n${text}\n`

let corpus = ''
beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'yinju-serve-'))
  await writeFile(join(corpus, 'jia-2024.md'), reportFile('甲县', '全县小麦产量达到十二万吨。'))
})
afterAll(() => rm(corpus, { recursive: true }))

const serve = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  startYinju(['serve', ...args], { env: { CORPUS_DIR: corpus, ...env } })

describe('yinju serve', () => {
  it('answers until SIGTERM, over the newest state of its folder, and ends with status 0', async () => {
    const port = await freePort()
    const { status, stdout, said } = serve(['--port', String(port)], {
      METRICS_TOKEN: 'metrics-token-of-the-test',
      LIMIT_WEB: '600',
      // A bot beside it takes the updates.
      WEBHOOK_URL: 'https://example.org/hook',
    })
    await said('serving pages and API')
    const get = (path: string, headers = {}): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers })
    for (const path of ['/', '/healthz', '/readyz', '/api/reports'])
      expect([path, (await get(path)).status]).toEqual([path, 200])
    const found = await get(`/api/search?q=${encodeURIComponent('“小麦产量”')}`)
    expect(found.headers.get('ratelimit-policy')).toBe('"address";q=600;w=60')
    expect(await found.json()).toMatchObject({ total: 1, hits: [{ report: 'jia-2024' }] })
    expect((await get('/hook')).status).toBe(404)
    expect((await get('/metrics')).status).toBe(404)

    await writeFile(join(corpus, 'yi-2024.md'), reportFile('乙县', '新建乡村公路三百公里。'))
    process.emit('SIGHUP', 'SIGHUP')
    await said('"msg":"corpus reloaded"')
    const anew = await get(`/api/search?q=${encodeURIComponent('“乡村公路”')}`)
    expect(await anew.json()).toMatchObject({ total: 1, hits: [{ report: 'yi-2024' }] })
    const metrics = await get('/metrics', { authorization: 'Bearer metrics-token-of-the-test' })
    expect(await metrics.text()).toMatch(/^yinju_\w*reloads\w*\{[^}]*swapped[^}]*\} 1$/mu)

    process.emit('SIGTERM', 'SIGTERM')
    expect(await status).toBe(0)
    expect(stdout.text()).toContain('"msg":"stopped"')
    await expect(get('/healthz')).rejects.toThrow()
  })

  it.each([['0'], ['65536'], ['x'], ['80 ']])('refuses the port %j in one line', async (port) => {
    const { status, stderr } = serve(['--port', port])
    expect(await status).toBe(2)
    expect(stderr.text()).toContain(`--port ${port}: write a number from 1 to 65535`)
  })

  it.each([['1'], ['65535']])('takes the port %s', async (port) => {
    const { status, stderr } = serve(['--port', port, '--corpus', join(corpus, 'none')])
    expect([await status, stderr.text().includes('none')]).toEqual([1, true])
  })

  it('listens on port 8080 where none is named', async () => {
    // Whether this server takes the port or another program has it.
    const other = createServer().listen(8080, '::')
    await new Promise((resolve) => other.once('listening', resolve).once('error', resolve))
    const { status, stderr } = serve([])
    expect([await status, stderr.text()]).toEqual([1, expect.stringContaining('PORT 8080: another program')])
    other.close()
  })

  it('says which port is taken, and gives everything back', async () => {
    const port = await freePort()
    const first = serve(['--port', String(port)])
    await first.said('serving pages and API')
    const second = serve([], { PORT: String(port) })
    expect(await second.status).toBe(1)
    expect(second.stderr.text()).toMatch(
      new RegExp(`^yinju serve: PORT ${port}: another program listens there[^\\n]*\\n$`, 'u'),
    )
    process.emit('SIGINT', 'SIGINT')
    expect(await first.status).toBe(0)
  })

  it('says that a folder is missing', async () => {
    const { status, stderr } = serve(['--port', String(await freePort()), '--corpus', join(corpus, 'none')])
    expect(await status).toBe(1)
    expect(stderr.text()).toMatch(/^yinju serve: [^\n]*none[^\n]*not found[^\n]*\n$/u)
  })
})

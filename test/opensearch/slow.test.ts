/** The pages over a cluster that is slow, or that is none: one time limit for a whole question, and a copy that says so. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cluster } from '../../src/search/opensearch/cluster.ts'
import { runYinju } from '../commands/run-yinju.ts'
import { freePort } from '../free-port.ts'
import { startCluster, type TestCluster } from './cluster.ts'
import { clear, fill, fiveReports, freshAlias, openCluster, whySkipped } from './fixture.ts'

const reason = await whySkipped()
const LIMIT_MS = 1_500
/** What the program itself takes on a machine whose cores are shared. */
const SLACK_MS = 1_500
const READY_MS = 60_000

describe.skipIf(reason !== null)('the pages over a cluster in between', () => {
  const alias = freshAlias()
  let server: TestCluster
  let cluster: Cluster
  let between: Server
  let pages: ChildProcess
  let url: string
  /** What stands between the program and the cluster does with a request. */
  let delayMs = 0
  let answer: { readonly type: string; readonly body: string } | null = null

  beforeAll(async () => {
    server = await startCluster({ nodes: 1 })
    cluster = openCluster(server.url)
    await fill(cluster, await fiveReports(), { alias })
    between = createServer((incoming, outgoing) => {
      if (answer !== null) {
        incoming.resume()
        outgoing.writeHead(200, { 'content-type': answer.type }).end(answer.body)
        return
      }
      setTimeout(() => {
        const { method = 'GET', headers } = incoming
        const forwarded = request(
          new URL(incoming.url ?? '/', server.url.split(',')[0]),
          { method, headers },
          (response) => {
            outgoing.writeHead(response.statusCode ?? 502, response.headers)
            response.pipe(outgoing)
          },
        )
        forwarded.on('error', () => outgoing.destroy())
        incoming.pipe(forwarded)
      }, delayMs)
    })
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    pages = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'serve', '--port', String(port)], {
      env: {
        ...process.env,
        SEARCH_BACKEND: 'opensearch',
        OPENSEARCH_URL: addressOf(between),
        OPENSEARCH_INDEX: alias,
        OPENSEARCH_TIMEOUT_MS: String(LIMIT_MS),
        LIMIT_WEB: '0',
        LOG_LEVEL: 'silent',
      },
      stdio: 'ignore',
    })
    await until('/readyz', 200)
  })
  afterAll(async () => {
    pages?.kill('SIGKILL')
    between?.close()
    if (cluster !== undefined) await clear(cluster, alias)
    await cluster?.close()
    await server?.stop()
  })

  const get = async (path: string): Promise<{ readonly status: number; readonly ms: number }> => {
    const start = performance.now()
    const status = await fetch(`${url}${path}`).then(
      async (response) => {
        await response.arrayBuffer()
        return response.status
      },
      () => 0,
    )
    return { status, ms: performance.now() - start }
  }
  const until = async (path: string, status: number): Promise<void> => {
    const end = Date.now() + READY_MS
    while ((await get(path)).status !== status) {
      if (Date.now() > end) throw new Error(`${path} does not become ${status}`)
      await sleep(200)
    }
  }
  const ask = async (question: string) => await get(`/api/search?q=${encodeURIComponent(question)}`)

  it('tells the user within one time limit, though no single request exceeds it, and readyz follows', async () => {
    expect((await ask('伊宁市 2022 旅游收入')).status).toBe(200)
    // Each request alone is well within the limit; all that the question makes are not.
    delayMs = LIMIT_MS * 0.7
    for (const place of ['新源县', '昭苏县', '伊宁市', '新疆', '伊犁', '全国', '特克斯县', '巩留县']) {
      const { status, ms } = await ask(`${place}的粮食产量和棉花产量去年是多少${place.length}`)
      expect(status).toBe(503)
      expect(ms).toBeLessThan(LIMIT_MS + SLACK_MS)
    }
    // A single probe would still pass.
    expect((await get('/readyz')).status).toBe(503)
    delayMs = 0
    await until('/readyz', 200)
    expect((await ask('伊宁市 2022 旅游收入')).status).toBe(200)
  })

  it.each([
    ['a login page', 'text/html', '<!doctype html><title>Sign in</title>'],
    ['a page that calls itself JSON', 'application/json', '<html></html>'],
    ['an empty object', 'application/json', '{}'],
    ['a list', 'application/json', '[]'],
    ['somebody else’s object', 'application/json', '{"status":"ok","hits":[]}'],
    ['nothing', 'application/json', ''],
  ])('takes %s for no answer: unavailable, and not ready', async (_, type, body) => {
    answer = { type, body }
    try {
      expect((await ask('“财政收入”')).status).toBe(503)
      expect((await get('/readyz')).status).toBe(503)
      const { status, err } = await runIndex({ OPENSEARCH_URL: addressOf(between) })
      expect(status).toBe(1)
      expect(err).toMatch(/^yinju index: OpenSearch: .*check .*OPENSEARCH_URL/)
      expect(err.trim().split('\n')).toHaveLength(1)
    } finally {
      answer = null
      await until('/readyz', 200)
    }
  })

  describe('with certificates', () => {
    let folder: string
    let secure: Server
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'yinju-tls-'))
      const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
      execFileSync(
        'openssl',
        [
          ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
          ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
        ],
        { stdio: 'ignore' },
      )
      secure = createSecureServer(
        { key: await readFile(key), cert: await readFile(cert) },
        (_, outgoing) => void outgoing.writeHead(503).end('{}'),
      )
      await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
      await writeFile(join(folder, 'cert.der'), Buffer.from([0x30, 0x82, 0x01, 0x02]))
      await writeFile(
        join(folder, 'broken.pem'),
        '-----BEGIN CERTIFICATE-----\nbm8=\n-----END CERTIFICATE-----\n',
      )
    })
    afterAll(async () => {
      secure?.close()
      await rm(folder, { recursive: true })
    })

    it.each([
      ['an untrusted certificate', null, /certificate.*; OPENSEARCH_CA must name the PEM file/],
      ['a CA file that is not PEM', 'cert.der', /OPENSEARCH_CA: \S+cert\.der is not a PEM file/],
      [
        'a CA file whose certificate is none',
        'broken.pem',
        /OPENSEARCH_CA: \S+broken\.pem is not a PEM file/,
      ],
      ['a cluster that is away behind the right certificate', 'cert.pem', /503/],
    ])('says in one line what is wrong with %s', async (_, ca, line) => {
      const { status, err } = await runIndex({
        OPENSEARCH_URL: addressOf(secure).replace('http:', 'https:'),
        ...(ca === null ? {} : { OPENSEARCH_CA: join(folder, ca) }),
      })
      expect(status).toBe(1)
      expect(err).toMatch(line)
      expect(err.trim().split('\n')).toHaveLength(1)
    })
  })

  const runIndex = (env: Record<string, string>) =>
    runYinju(['index', '--backend', 'opensearch', '--corpus', 'corpus'], {
      env: { OPENSEARCH_INDEX: alias, ...env },
    })
})

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The roles of deploy/opensearch-roles.json on nodes with OpenSearch's security plugin and TLS: enough for what they are for, and for nothing else. */
import { randomUUID } from 'node:crypto'
import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectCluster } from '../../src/search/opensearch/client.ts'
import { type Cluster, ClusterError } from '../../src/search/opensearch/cluster.ts'
import { describeDisks } from '../../src/search/opensearch/disks.ts'
import { runYinju } from '../commands/run-yinju.ts'
import { startCluster, type TestCluster } from './cluster.ts'
import { whySkipped } from './fixture.ts'
import { makeSecurity, type TestSecurity, whyNotSecured } from './secured.ts'

const reason = await whySkipped(whyNotSecured)

/** With characters that an address takes only in their coded form. */
const PASSWORD = `${randomUUID()}@:/%`
/** As SCALING.md tells how to make them. */
const USERS = {
  'yinju-bot': ['yinju_reader'],
  'yinju-index': ['yinju_indexer'],
  somebody: [],
} as const
type User = keyof typeof USERS

const ALL_PLACES = ['yining-2023', 'xinyuan-2023', 'zhaosu-2025']

describe.skipIf(reason !== null)('with the security plugin', { timeout: 300_000 }, () => {
  let security: TestSecurity
  let server: TestCluster
  let corpus: string

  beforeAll(async () => {
    security = await makeSecurity()
    server = await startCluster({ nodes: 2, security })
    const api = new URL('/_plugins/_security/api/', server.nodes[0]?.url).href
    const roles = JSON.parse(await readFile('deploy/opensearch-roles.json', 'utf8'))
    // The nodes answer before the plugin has read its settings.
    await vi.waitFor(async () => await security.administer('PATCH', `${api}roles`, roles), {
      timeout: 60_000,
      interval: 500,
    })
    for (const [user, own] of Object.entries(USERS)) {
      const body = { password: PASSWORD, opendistro_security_roles: own }
      await security.administer('PUT', `${api}internalusers/${user}`, body)
    }
    corpus = await mkdtemp(join(tmpdir(), 'yinju-corpus-'))
    for (const id of ALL_PLACES) await cp(`corpus/${id}.md`, join(corpus, `${id}.md`))
  })
  afterAll(async () => {
    await server?.stop()
    await security?.close()
    if (corpus !== undefined) await rm(corpus, { recursive: true })
  })

  const urlOf = (user: User, password = PASSWORD): string =>
    server.url.replace('https://', `https://${user}:${encodeURIComponent(password)}@`)
  const settingsOf = (user: User) => ({
    SEARCH_BACKEND: 'opensearch',
    OPENSEARCH_URL: urlOf(user),
    OPENSEARCH_CA: security.caFile,
  })
  const index = async (env: Record<string, string>, ...args: readonly string[]) =>
    await runYinju(['index', '--backend', 'opensearch', '--corpus', corpus, ...args], { env })
  const as = async <T>(user: User, work: (cluster: Cluster) => Promise<T>): Promise<T> => {
    const cluster = connectCluster({ url: urlOf(user), caFile: security.caFile, timeoutMs: 20_000 })
    try {
      return await work(cluster)
    } finally {
      await cluster.close()
    }
  }

  it('yinju index has all that it needs: to fill, to change, to fill anew, and to say what is in its way', async () => {
    const env = settingsOf('yinju-index')
    expect(await index(env)).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringMatching(/made anew\): 3 reports sent/),
    })
    expect(await index(env)).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringMatching(/nothing to do/),
    })
    await appendFile(join(corpus, 'yining-2023.md'), '\n新修水库三座。\n')
    await rm(join(corpus, 'zhaosu-2025.md'))
    expect(await index(env)).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringMatching(/1 reports sent, 1 taken out/),
    })
    const shards = { ...env, OPENSEARCH_SHARDS: '2' }
    expect(await index({ ...shards, OPENSEARCH_REPLICAS: '2' })).toMatchObject({
      status: 1,
      err: expect.stringMatching(/every node has a copy already; set OPENSEARCH_REPLICAS to fewer/),
    })
    await cp('corpus/zhaosu-2025.md', join(corpus, 'zhaosu-2025.md'))
    await cp('corpus/yining-2023.md', join(corpus, 'yining-2023.md'))
    expect(await index({ ...shards, OPENSEARCH_REPLICAS: '1' })).toMatchObject({ status: 0, err: '' })
    expect(await index(shards, '--remove-old')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/; removed yinju-/),
    })
    expect(await index(env, '--list')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^yinju-\d+: answers this version/),
    })
    expect(await as('yinju-index', describeDisks)).toMatch(/GB free/)
  })

  it.each([
    [['search', '旅游收入']],
    [['search', '“一般公共预算收入”']],
    [['figures', '昭苏县2024年一般公共预算收入多少']],
    [['count', '乡村振兴']],
    [['verify', '昭苏县2024年一般公共预算收入增长10%']],
  ])('the bot’s user is answered as by the index in the process: %j', async (args) => {
    const embedded = await runYinju(args, { env: { CORPUS_DIR: corpus } })
    expect(embedded.status).toBe(0)
    expect(await runYinju(args, { env: settingsOf('yinju-bot') })).toEqual(embedded)
  })

  it('the bot’s user writes nothing, and is told why in one line', async () => {
    await appendFile(join(corpus, 'xinyuan-2023.md'), '\n新修水库三座。\n')
    const { status, err } = await index(settingsOf('yinju-bot'))
    expect(status).toBe(1)
    expect(err).toMatch(
      /^yinju index: OpenSearch: PUT \/yinju-\d+\/_settings: 403 security_exception \(no permissions for \[indices:admin\/settings\/update\].*; check the user and password in OPENSEARCH_URL and their rights \(deploy\/SCALING\.md, Rights\)\n$/,
    )
  })

  it.each([
    ['DELETE', '/yinju-*', 'yinju-bot'],
    ['POST', '/_bulk', 'yinju-bot'],
    ['PUT', '/yinju-1', 'yinju-bot'],
    ['POST', '/.opendistro_security/_search', 'yinju-bot'],
    ['GET', '/_cluster/state', 'yinju-bot'],
    ['PUT', '/other-1', 'yinju-index'],
    ['DELETE', '/other-1', 'yinju-index'],
    ['PUT', '/_cluster/settings', 'yinju-index'],
    ['GET', '/_plugins/_security/api/roles', 'yinju-index'],
  ] as const)('%s %s is not for %s', async (method, path, user) => {
    const bulk = { lines: [{ delete: { _index: 'yinju-1', _id: '1' } }] }
    const body = {
      body: path === '/_cluster/settings' ? { transient: { 'action.auto_create_index': false } } : {},
    }
    const request = {
      method,
      path,
      ...(path === '/_bulk' ? bulk : method === 'POST' || method === 'PUT' ? body : {}),
    }
    const refused = await as(
      user,
      async (cluster) => await cluster.tell(request).catch((error: unknown) => error),
    )
    expect(refused).toBeInstanceOf(ClusterError)
    expect(refused).toMatchObject({ status: 403 })
  })

  it.each([
    [
      'a wrong password',
      () => ({ OPENSEARCH_URL: urlOf('yinju-index', 'wrong') }),
      /: 401 Unauthorized; check the user and password in OPENSEARCH_URL/,
    ],
    [
      'a user without the role',
      () => ({ OPENSEARCH_URL: urlOf('somebody') }),
      /: 403 security_exception \(no permissions for \[indices:admin\/get\] .*; check the user and password in OPENSEARCH_URL and their rights/,
    ],
    [
      'no user',
      () => ({ OPENSEARCH_URL: server.url }),
      /: 401 Unauthorized; check the user and password in OPENSEARCH_URL/,
    ],
    [
      'another authority’s certificate',
      () => ({ OPENSEARCH_CA: security.strangeCaFile }),
      /certificate.*; OPENSEARCH_CA must name the PEM file of the authority that signed the cluster's certificate/,
    ],
    [
      'no authority',
      () => ({ OPENSEARCH_CA: '' }),
      /certificate.*; OPENSEARCH_CA must name the PEM file of the authority that signed the cluster's certificate/,
    ],
    [
      'http:// where TLS is spoken',
      () => ({ OPENSEARCH_URL: urlOf('yinju-index').replaceAll('https://', 'http://') }),
      /check OPENSEARCH_URL \(https:\/\/ where the cluster takes TLS\) and that the cluster runs/,
    ],
  ])(
    'says in one line what is wrong with %s, to who fills the index and to who asks',
    async (_, change, line) => {
      const env = { ...settingsOf('yinju-index'), ...change() }
      for (const { status, out, err } of [
        await index(env),
        await runYinju(['search', '旅游收入'], { env }),
      ]) {
        expect(err).toMatch(line)
        expect(err.trim().split('\n')).toHaveLength(1)
        expect(err).not.toContain(encodeURIComponent(PASSWORD))
        expect({ status, out }).toEqual({ status: 1, out: '' })
      }
    },
  )
})

import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { BackendUnavailableError } from '../../../src/search/backend.ts'
import {
  type Cluster,
  ClusterError,
  type ClusterRequest,
  type ClusterResponse,
  makeCluster,
} from '../../../src/search/opensearch/cluster.ts'

const REQUEST: ClusterRequest = { method: 'GET', path: '/somewhere' }
const TIMEOUT_MS = 400
const HEDGE_AFTER_MS = 40

type Node = (signal: AbortSignal) => Promise<ClusterResponse>

const answers =
  (body: unknown, afterMs = 0, status = 200): Node =>
  async () => {
    await sleep(afterMs)
    return { status, body }
  }
const fails =
  (message: string): Node =>
  async () => {
    throw new Error(message)
  }
const hangs: Node = async (signal) =>
  await new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
  })

/** A cluster whose nodes answer in turn, the last one for ever; and how often it was asked. */
function clusterOf(...nodes: readonly Node[]): { readonly cluster: Cluster; readonly tries: () => number } {
  let tries = 0
  const cluster = makeCluster(
    async (_, { signal }) => {
      const node = nodes[Math.min(tries, nodes.length - 1)] as Node
      tries += 1
      return await node(signal)
    },
    async () => undefined,
    { timeoutMs: TIMEOUT_MS, hedgeAfterMs: HEDGE_AFTER_MS },
  )
  return { cluster, tries: () => tries }
}

describe('a reading request', () => {
  it('is asked once when it is answered soon', async () => {
    const { cluster, tries } = clusterOf(answers('first'))
    expect(await cluster.ask(REQUEST)).toBe('first')
    await sleep(2 * HEDGE_AFTER_MS)
    expect(tries()).toBe(1)
  })

  it.each([
    ['that breaks the connection', fails('socket hang up')],
    ['that is busy', answers({}, 0, 429)],
    ['on its way down', answers({}, 0, 503)],
    [
      'one of whose searches fails',
      answers({ responses: [{ hits: {} }, { status: 503, error: { type: 'x' } }] }),
    ],
    ['that hangs', hangs],
    ['that is slow', answers('late', 5 * HEDGE_AFTER_MS)],
  ])('is answered by the second node after a first %s', async (_, first) => {
    const { cluster, tries } = clusterOf(first, answers('second'))
    expect(await cluster.ask(REQUEST)).toBe('second')
    expect(tries()).toBe(2)
  })

  it('is answered by the first node when the second is slower still', async () => {
    const { cluster } = clusterOf(answers('first', 2 * HEDGE_AFTER_MS), hangs)
    expect(await cluster.ask(REQUEST)).toBe('first')
  })

  it('is tried twice and no more', async () => {
    const { cluster, tries } = clusterOf(fails('refused'))
    await expect(cluster.ask(REQUEST)).rejects.toThrow(BackendUnavailableError)
    expect(tries()).toBe(2)
  })

  it('ends with its time limit, and takes both tries with it', async () => {
    const { cluster, tries } = clusterOf(hangs)
    const start = performance.now()
    await expect(cluster.ask(REQUEST)).rejects.toThrow(`OpenSearch: no answer within ${TIMEOUT_MS} ms`)
    expect(performance.now() - start).toBeLessThan(60_000)
    expect(tries()).toBe(2)
  })

  it('does not double the work of a cluster that is slow all the time', async () => {
    const { cluster, tries } = clusterOf(answers('slow', 2 * HEDGE_AFTER_MS))
    await Promise.all(Array.from({ length: 200 }, async () => await cluster.ask(REQUEST)))
    expect(tries()).toBeLessThanOrEqual(200 + 10 + 200 * 0.1)
  })

  it.each([
    [404, { error: { type: 'index_not_found_exception', reason: 'no such index' } }, /yinju index --backend/],
    [404, { error: 'alias [yinju] missing', status: 404 }, /yinju index --backend/],
    [401, 'Unauthorized', /check the user and password/],
    [403, { error: { type: 'security_exception', reason: 'no permissions' } }, /check the user and password/],
    [
      400,
      { error: { type: 'parsing_exception', reason: 'unknown field' } },
      /400 parsing_exception \(unknown field\)/,
    ],
  ])('that is refused with %i names the fix', async (status, body, message) => {
    const { cluster } = clusterOf(answers(body, 0, status))
    await expect(cluster.ask(REQUEST)).rejects.toThrow(message)
  })

  it.each([
    [
      'socket hang up',
      /check OPENSEARCH_URL \(https:\/\/ where the cluster takes TLS\) and that the cluster runs/,
    ],
    ['write EPROTO: wrong version number', /OPENSEARCH_URL says https:\/\/ .* write http:\/\//],
    ['unable to verify the first certificate', /OPENSEARCH_CA must name the PEM file/],
    ['connect ECONNREFUSED 127.0.0.1:9', /check OPENSEARCH_URL and that the cluster runs/],
  ])('whose connection ends with “%s” names the fix', async (told, message) => {
    const { cluster } = clusterOf(fails(told))
    await expect(cluster.ask(REQUEST)).rejects.toThrow(message)
    await expect(cluster.tell(REQUEST)).rejects.toThrow(message)
  })
})

describe('a writing request', () => {
  const refusal = { type: 'security_exception', reason: 'no permissions for [it]' }
  it.each([
    [
      'nobody who signs in',
      401,
      'Unauthorized',
      /^OpenSearch: GET \/somewhere: 401 Unauthorized; check the user/,
    ],
    [
      'somebody without the right',
      403,
      { error: refusal },
      /^OpenSearch: .* 403 security_exception \(no permissions for \[it\]\); check the user .* and their rights/,
    ],
    [
      'each shard',
      403,
      { _shards: { failures: [{ shard: 0, reason: refusal }] } },
      /403 security_exception \(no permissions for \[it\]\); check the user/,
    ],
    ['a page before it', 403, '<html>\nForbidden</html>', /: 403 error; check the user/],
    [
      'an index without room',
      403,
      { error: { type: 'cluster_block_exception', reason: 'read-only' } },
      /403 cluster_block_exception \(read-only\)$/,
    ],
  ])('that is refused by %s says so, with the fix', async (_, status, body, message) => {
    const { cluster } = clusterOf(answers(body, 0, status))
    await expect(cluster.tell(REQUEST)).rejects.toThrow(message)
  })

  it('is never sent twice', async () => {
    const { cluster, tries } = clusterOf(fails('socket hang up'))
    await expect(cluster.tell(REQUEST)).rejects.toThrow(BackendUnavailableError)
    expect(tries()).toBe(1)
  })

  it('that is refused tells status and kind', async () => {
    const error = { error: { type: 'cluster_block_exception', reason: 'read-only' } }
    const { cluster } = clusterOf(answers(error, 0, 403))
    await expect(cluster.tell(REQUEST)).rejects.toMatchObject({
      status: 403,
      type: 'cluster_block_exception',
    })
    await expect(cluster.tell(REQUEST)).rejects.toThrow(ClusterError)
  })
})

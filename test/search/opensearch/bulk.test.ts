import { describe, expect, it } from 'vitest'
import { BackendUnavailableError } from '../../../src/search/backend.ts'
import { type Operation, writeAll } from '../../../src/search/opensearch/bulk.ts'
import { type Cluster, ClusterError, type ClusterRequest } from '../../../src/search/opensearch/cluster.ts'

interface Item {
  readonly status: number
  readonly error?: { readonly type: string; readonly reason: string }
}

/** A cluster that decides over every operation by its id and the number of the request; and the ids of each request. */
function clusterOf(decide: (id: string, request: number) => Item): {
  readonly cluster: Cluster
  readonly requests: string[][]
} {
  const requests: string[][] = []
  const tell = async (request: ClusterRequest): Promise<unknown> => {
    const actions = (request.lines ?? []).filter((line) => typeof line === 'object') as Record<
      string,
      { _id: string }
    >[]
    const ids = actions.map((action) => Object.values(action)[0]?._id ?? '')
    requests.push(ids)
    return { items: ids.map((id) => ({ index: decide(id, requests.length) })) }
  }
  const refuse = async (): Promise<never> => {
    throw new Error('not asked here')
  }
  return { cluster: { ask: refuse, tell: tell as Cluster['tell'], close: async () => undefined }, requests }
}

const OPTIONS = { index: 'yinju-1', waitsMs: [1, 1, 1] }
const operations = (...ids: string[]): Operation[] => ids.map((id) => ({ id, document: { text: id } }))
const busy: Item = { status: 429, error: { type: 'rejected_execution_exception', reason: 'queue is full' } }
const done: Item = { status: 201 }

describe('writeAll', () => {
  it('sends what the cluster was too busy for again, and only that', async () => {
    const { cluster, requests } = clusterOf((id, request) => (id === 'b' && request < 3 ? busy : done))
    await writeAll(cluster, operations('a', 'b', 'c'), OPTIONS)
    expect(requests).toEqual([['a', 'b', 'c'], ['b'], ['b']])
  })

  it('ends its patience with what is left and how to go on', async () => {
    const { cluster, requests } = clusterOf(() => busy)
    const writing = writeAll(cluster, operations('a', 'b'), OPTIONS)
    await expect(writing).rejects.toThrow(BackendUnavailableError)
    await expect(writing).rejects.toThrow(
      /2 documents were not taken \(.*queue is full\); run yinju index again later/,
    )
    expect(requests).toHaveLength(4)
  })

  it('takes a document that is refused for good as an error at once', async () => {
    const bad = { status: 400, error: { type: 'strict_dynamic_mapping_exception', reason: 'not allowed' } }
    const { cluster, requests } = clusterOf(() => bad)
    await expect(writeAll(cluster, operations('a'), OPTIONS)).rejects.toThrow(/refuses a: strict_dynamic/)
    expect(requests).toHaveLength(1)
  })

  it('waits for a node that went away', async () => {
    const inner = clusterOf(() => done)
    let tries = 0
    const tell: Cluster['tell'] = async (request) => {
      tries += 1
      if (tries === 1) throw new BackendUnavailableError('socket hang up')
      if (tries === 2) throw new ClusterError(request, { status: 503, body: {} })
      return await inner.cluster.tell(request)
    }
    await writeAll({ ...inner.cluster, tell }, operations('a'), OPTIONS)
    expect(inner.requests).toEqual([['a']])
  })

  it('counts the removal of what is not there as done', async () => {
    const { cluster, requests } = clusterOf(() => ({ status: 404 }))
    await writeAll(cluster, [{ id: 'a', document: null }], OPTIONS)
    expect(requests).toHaveLength(1)
  })

  it('keeps every request below five megabytes', async () => {
    const { cluster, requests } = clusterOf(() => done)
    const large = { text: '字'.repeat(400_000) }
    await writeAll(
      cluster,
      Array.from({ length: 9 }, (_, number) => ({ id: String(number), document: large })),
      OPTIONS,
    )
    expect(requests.map((ids) => ids.length)).toEqual([3, 3, 3])
  })
})

import { describe, expect, it } from 'vitest'
import { batchSearches } from '../../../src/search/opensearch/batched.ts'
import type { Cluster, ClusterRequest } from '../../../src/search/opensearch/cluster.ts'
import { asOneQuestion } from '../../../src/search/question-time.ts'

/** A cluster that answers each search with the size it asks for, and what it was asked. */
function echoing(): { readonly cluster: Cluster; readonly asked: ClusterRequest[] } {
  const asked: ClusterRequest[] = []
  const ask = async (request: ClusterRequest): Promise<unknown> => {
    asked.push(request)
    const bodies = (request.lines ?? []).filter((_, at) => at % 2 === 1)
    return { responses: bodies.map((body) => JSON.parse(String(body)).size) }
  }
  const cluster = { ask, tell: ask, close: async () => undefined } as Cluster
  return { cluster: batchSearches(cluster), asked }
}

const one = (size: number): ClusterRequest => ({ method: 'POST', path: '/an-index/_search', body: { size } })
const several = (...sizes: readonly number[]): ClusterRequest => ({
  method: 'POST',
  path: '/_msearch',
  lines: sizes.flatMap((size) => [{ index: 'an-index' }, { size }]),
})

describe('the searches of one turn', () => {
  it('go as one request, what is alike among them once, and each gets its own answer', async () => {
    const { cluster, asked } = echoing()
    const found = await asOneQuestion(
      async () => await Promise.all([one(1), several(2, 3), one(3), one(1)].map((each) => cluster.ask(each))),
    )
    expect(found).toEqual([1, { responses: [2, 3] }, 3, 1])
    expect(asked.map(({ path, lines }) => [path, lines?.length])).toEqual([['/_msearch', 6]])
  })

  it('of two questions stay apart, however alike they are', async () => {
    const { cluster, asked } = echoing()
    const ask = async () => await asOneQuestion(async () => await cluster.ask(one(1)))
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1])
    expect(asked).toHaveLength(2)
  })
})

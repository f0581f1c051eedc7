/** A real cluster of three nodes under questions, while nodes stop, die, freeze and come back. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Report } from '../../src/corpus/report.ts'
import { type Backend, BackendUnavailableError } from '../../src/search/backend.ts'
import { NO_FILTERS } from '../../src/search/filter.ts'
import { createBackend } from '../../src/search/opensearch/backend.ts'
import type { Cluster } from '../../src/search/opensearch/cluster.ts'
import { analyze } from '../../src/text/analyzer.ts'
import { foldPhrase } from '../../src/text/normalizer.ts'
import { type ClusterNode, startCluster, type TestCluster } from './cluster.ts'
import { clear, fill, fiveReports, freshAlias, openCluster, whySkipped } from './fixture.ts'

const reason =
  (await whySkipped()) ?? (process.env.OPENSEARCH_URL === undefined ? null : 'not our cluster to break')

const TIMEOUT_MS = 5_000
/** On a quiet machine it is none; where all cores are busy, a node that starts can take one question over its time limit. */
const MAX_UNAVAILABLE_SHARE = 0.02
const ASKERS = 3
/** The askers, three nodes and whatever else the machine does share its cores. */
const PAUSE_MS = 30

describe.skipIf(reason !== null)('the OpenSearch backend in trouble', { timeout: 150_000 }, () => {
  const alias = freshAlias()
  let server: TestCluster
  let cluster: Cluster
  let reports: readonly Report[]
  let backend: Backend

  beforeAll(async () => {
    server = await startCluster({ nodes: 3 })
    cluster = openCluster(server.url)
    reports = await fiveReports()
    await fill(cluster, reports, { alias, shards: 3 })
    await server.waitFor('green', 3)
    backend = createBackend(openCluster(server.url, TIMEOUT_MS), { index: alias })
  })
  afterAll(async () => {
    await backend?.close()
    if (cluster !== undefined) await clear(cluster, alias).catch(() => undefined)
    await cluster?.close()
    await server?.stop()
  })

  const node = (index: number): ClusterNode => server.nodes[index] as ClusterNode

  /** Asks for a passage by its words and by its text; the answer is right when both find it. */
  const isRight = async (number: number): Promise<boolean> => {
    const passages = reports.flatMap((report) => report.passages)
    const passage = passages[number % passages.length]
    if (passage === undefined) return false
    const request = { excluded: [], filters: NO_FILTERS, prefer: null, limit: 100 }
    const groups = analyze(passage.text.slice(0, 24)).map(({ term }) => ({ terms: [{ term, weight: 1 }] }))
    const answers = await Promise.all([
      backend.search({ ...request, groups, phrases: [] }),
      backend.search({ ...request, groups: [], phrases: [foldPhrase(passage.text)] }),
    ])
    return answers.every(({ candidates }) => candidates.some((one) => one.passage.id === passage.id))
  }

  interface Tally {
    right: number
    wrong: number
    unavailable: number
    slowestMs: number
  }

  /** Asks without end while something happens. */
  const underQuestions = async (happening: () => Promise<void>): Promise<Tally> => {
    const tally: Tally = { right: 0, wrong: 0, unavailable: 0, slowestMs: 0 }
    let isOver = false
    let number = 0
    const asker = async (): Promise<void> => {
      while (!isOver) {
        const start = performance.now()
        number += 1
        try {
          if (await isRight(number)) tally.right += 1
          else tally.wrong += 1
        } catch (error) {
          if (!(error instanceof BackendUnavailableError)) throw error
          tally.unavailable += 1
        }
        tally.slowestMs = Math.max(tally.slowestMs, performance.now() - start)
        await sleep(PAUSE_MS)
      }
    }
    const asking = Array.from({ length: ASKERS }, asker)
    await happening()
    isOver = true
    await Promise.all(asking)
    return tally
  }

  it('answers every question while a node is stopped and comes back', async () => {
    const tally = await underQuestions(async () => {
      await sleep(500)
      await node(1).stop()
      await server.waitFor('yellow', 2)
      await sleep(1_000)
      await node(1).start()
      await server.waitFor('green', 3)
    })
    console.log('opensearch: a node stopped and started', tally)
    expect(tally.wrong).toBe(0)
    expect(tally.right).toBeGreaterThan(10)
    expect(tally.unavailable).toBeLessThanOrEqual(tally.right * MAX_UNAVAILABLE_SHARE)
  })

  it('answers every question while the node that manages the cluster is killed', async () => {
    const managers = (await (await fetch(`${node(0).url}/_cat/cluster_manager?format=json`)).json()) as {
      id: string
    }[]
    const nodes = (await (await fetch(`${node(0).url}/_nodes/http`)).json()) as {
      nodes: Record<string, { http: { publish_address: string } }>
    }
    const address = nodes.nodes[managers[0]?.id ?? '']?.http.publish_address
    const manager = server.nodes.find(({ url }) => url.endsWith(String(address))) ?? node(0)
    const tally = await underQuestions(async () => {
      await manager.stop('kill')
      await server.waitFor('yellow', 2)
      await sleep(1_000)
      await manager.start()
      await server.waitFor('green', 3)
    })
    console.log('opensearch: the manager killed and started', tally)
    expect(tally.wrong).toBe(0)
    expect(tally.right).toBeGreaterThan(10)
    expect(tally.unavailable).toBeLessThanOrEqual(tally.right * MAX_UNAVAILABLE_SHARE)
  })

  it('keeps its time limit while a node hangs, and gets over it', async () => {
    const tally = await underQuestions(async () => {
      node(2).freeze()
      await sleep(8_000)
      node(2).thaw()
      await server.waitFor('green', 3)
      await sleep(500)
    })
    console.log('opensearch: a node hung for 8 s', tally)
    expect(tally.wrong).toBe(0)
    expect(tally.slowestMs).toBeLessThan(2 * TIMEOUT_MS + 1_500)
    expect(await isRight(7)).toBe(true)
  })

  it('says so at once when the whole cluster is gone, and recovers by itself', async () => {
    await Promise.all(server.nodes.map((one) => one.stop()))
    const start = performance.now()
    expect(await backend.isReady()).toBe(false)
    await expect(isRight(1)).rejects.toThrow(BackendUnavailableError)
    await expect(isRight(1)).rejects.toThrow(
      /^OpenSearch: .*check OPENSEARCH_URL .*and that the cluster runs$/,
    )
    expect(performance.now() - start).toBeLessThan(TIMEOUT_MS)
    expect((await backend.catalog()).reports).toHaveLength(reports.length)
    await Promise.all(server.nodes.map((one) => one.start()))
    await server.waitFor('green', 3)
    // A share of the last requests failed: the copy is ready when they are long enough ago.
    await vi.waitFor(async () => expect(await backend.isReady()).toBe(true), {
      timeout: 60_000,
      interval: 500,
    })
    for (let number = 0; number < 20; number++) expect(await isRight(number * 13)).toBe(true)
    for (const report of reports) expect(await backend.report(report.id)).toEqual(report)
  })

  it('is not ready while a shard has no copy left, rather than answering from the rest', async () => {
    const lonely = freshAlias()
    await fill(cluster, reports, { alias: lonely, shards: 3, replicas: 0 })
    const alone = createBackend(openCluster(server.url, TIMEOUT_MS), { index: lonely })
    try {
      expect(await alone.isReady()).toBe(true)
      await node(0).stop()
      await server.waitFor('red', 2)
      expect(await alone.isReady()).toBe(false)
    } finally {
      await node(0).start()
      await server.waitFor('green', 3)
    }
    expect(await alone.isReady()).toBe(true)
    await alone.close()
    await clear(cluster, lonely)
  })
})

/** Several installations on one cluster: each changes and removes what is its own, and nothing else. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseReport } from '../../src/corpus/parse-report.ts'
import type { Report } from '../../src/corpus/report.ts'
import { createBackend } from '../../src/search/opensearch/backend.ts'
import type { Cluster } from '../../src/search/opensearch/cluster.ts'
import { DISK_INTERVAL_S, startCluster, type TestCluster } from './cluster.ts'
import { clear, fill, freshAlias, openCluster, whySkipped } from './fixture.ts'

const reason = await whySkipped()

function report(id: string, paragraph: string): Report {
  const front = 'title: 政府工作报告\nplace: 测试县\nlevel: 县\nyear: 2023\nreviews: 2022\nplans: 2023'
  const parsed = parseReport(id, `---\n${front}\n---\n\n# 政府工作报告\n\n${paragraph}\n`)
  if (parsed.report === undefined) throw new Error(parsed.faults[0]?.message)
  return parsed.report
}

const OURS = report('ceshi-2021', '修建水库三座。')
const THEIRS = report('ceshi-2022', '新开公交线路五条。')
const NEWER = report('ceshi-2023', '引进企业二十家。')

describe.skipIf(reason !== null)('installations side by side', () => {
  let server: TestCluster
  let cluster: Cluster
  let alias: string

  beforeAll(async () => {
    server = await startCluster({ nodes: 2 })
    cluster = openCluster(server.url)
  })
  afterAll(async () => {
    await cluster?.close()
    await server?.stop()
  })
  beforeEach(() => {
    alias = freshAlias()
    return async () => await clear(cluster, alias)
  })

  const reportsOf = async (name: string): Promise<string[]> => {
    const backend = createBackend(openCluster(server.url), { index: name })
    try {
      return (await backend.catalog()).reports.map(({ id }) => id)
    } finally {
      await backend.close()
    }
  }
  const mark = async (index: string, _meta: object): Promise<unknown> =>
    await cluster.tell({ method: 'PUT', path: `/${index}/_mapping`, body: { _meta } })
  const markOf = async (index: string): Promise<object> => {
    const body = await cluster.tell<Record<string, { mappings: { _meta: object } }>>({
      method: 'GET',
      path: `/${index}/_mapping`,
    })
    return body[index]?.mappings._meta ?? {}
  }

  // The name of each begins with that of the first, as yinju-staging does with yinju.
  it.each(['-staging', '-2', '.test', '-20261128'])(
    'leaves the index of %s as it is, whichever of the two runs',
    async (suffix) => {
      const other = `${alias}${suffix}`
      try {
        await fill(cluster, [OURS], { alias })
        await fill(cluster, [THEIRS], { alias: other })
        for (const keepMs of [0, undefined]) {
          const options = keepMs === undefined ? {} : { keepMs }
          expect(await fill(cluster, [OURS, NEWER], { alias, ...options })).toMatchObject({ dropped: [] })
          expect(await fill(cluster, [OURS], { alias, ...options })).toMatchObject({ dropped: [] })
          expect(await fill(cluster, [THEIRS], { alias: other, ...options })).toMatchObject({ dropped: [] })
        }
        expect(await reportsOf(alias)).toEqual([OURS.id])
        expect(await reportsOf(other)).toEqual([THEIRS.id])
      } finally {
        await clear(cluster, other)
      }
    },
  )

  it('takes over neither a half-filled index of another nor one of another format', async () => {
    const other = `${alias}-staging`
    const { index } = await fill(cluster, [THEIRS], { alias: other })
    const whole = await markOf(index)
    for (const changes of [{ state: 'building' }, { fingerprint: 'of another version' }]) {
      await mark(index, { ...whole, ...changes })
      const before = await fill(cluster, [OURS], { alias, keepMs: 0 })
      expect(before.index).not.toBe(index)
      expect(before).toMatchObject({ dropped: [] })
    }
    await mark(index, whole)
    expect(await reportsOf(other)).toEqual([THEIRS.id])
  })

  it('removes no index of its own that somebody else has put an alias of theirs on', async () => {
    const { index } = await fill(cluster, [OURS], { alias })
    await cluster.tell({
      method: 'POST',
      path: '/_aliases',
      body: { actions: [{ add: { index, alias: `archive-of-${process.pid}` } }] },
    })
    await mark(index, { ...(await markOf(index)), fingerprint: 'of another version' })
    expect(await fill(cluster, [OURS], { alias, keepMs: 0 })).toMatchObject({ how: 'new', dropped: [] })
    expect(await cluster.tell({ method: 'HEAD', path: `/${index}` })).toBeDefined()
  })

  it('knows an index of a version that named no owner by the alias alone', async () => {
    const { index } = await fill(cluster, [OURS], { alias })
    const unnamed = `${alias}-unnamed`
    await mark(index, { fingerprint: 'of a version before', state: 'complete' })
    await cluster.tell({
      method: 'PUT',
      path: `/${unnamed}`,
      body: { mappings: { _meta: { fingerprint: 'of a version before', state: 'building' } } },
    })
    const next = await fill(cluster, [OURS], { alias })
    expect(next).toMatchObject({ how: 'new', kept: [index] })
    expect(await fill(cluster, [OURS], { alias, keepMs: 0 })).toMatchObject({ dropped: [index] })
    const left = Object.keys(await cluster.tell<object>({ method: 'GET', path: `/${alias}-*` }))
    expect(left.sort()).toEqual([next.index, unnamed].sort())
  })

  it('does not swap before the replicas are there: on a full disk it names the disk, and goes on later', async () => {
    const watermark = async (free: string | null): Promise<unknown> =>
      await cluster.tell({
        method: 'PUT',
        path: '/_cluster/settings',
        body: {
          transient: {
            'cluster.routing.allocation.disk.threshold_enabled': free === null ? null : true,
            'cluster.routing.allocation.disk.watermark.low': free,
            'cluster.routing.allocation.disk.watermark.high': free === null ? null : '2b',
            'cluster.routing.allocation.disk.watermark.flood_stage': free === null ? null : '1b',
          },
        },
      })
    const before = await fill(cluster, [OURS], { alias })
    await mark(before.index, { ...(await markOf(before.index)), fingerprint: 'of another version' })
    await watermark('1000tb')
    await sleep((DISK_INTERVAL_S + 2) * 1_000)
    try {
      const start = performance.now()
      await expect(fill(cluster, [OURS], { alias })).rejects.toThrow(
        /the replica of shard 0 of \S+ finds no place, the disks are too full: \/\S+ of node .+ has [\d.]+ of [\d.]+ GB free/,
      )
      expect(performance.now() - start).toBeLessThan(20_000)
      await expect(reportsOf(alias)).rejects.toThrow(/is of another version/)
    } finally {
      await watermark(null)
    }
    const filled = await fill(cluster, [OURS], { alias })
    expect(filled).toMatchObject({ how: 'resumed', written: 0, kept: [before.index] })
    expect(await reportsOf(alias)).toEqual([OURS.id])
  })

  it.skipIf(process.env.OPENSEARCH_URL !== undefined)(
    'comes back from a snapshot with its alias, and the next run has nothing to do',
    async () => {
      const { index } = await fill(cluster, [OURS, NEWER], { alias })
      const repository = `/_snapshot/${alias}`
      const settings = { type: 'fs', settings: { location: alias } }
      await cluster.tell({ method: 'PUT', path: repository, body: settings })
      const only = { indices: index, include_global_state: false }
      const query = { wait_for_completion: true }
      await cluster.tell({ method: 'POST', path: `${repository}/nightly`, query, body: only })
      await cluster.tell({ method: 'DELETE', path: `/${index}` })
      await expect(reportsOf(alias)).rejects.toThrow(/yinju index --backend opensearch/)
      await cluster.tell({ method: 'POST', path: `${repository}/nightly/_restore`, query, body: only })
      expect(await reportsOf(alias)).toEqual([OURS.id, NEWER.id])
      expect(await fill(cluster, [OURS, NEWER], { alias })).toMatchObject({ how: 'same', index })
    },
  )

  it('never takes a newer version’s index away, filled or being filled, but by hand', async () => {
    const ours = await fill(cluster, [OURS], { alias })
    const whole = (await markOf(ours.index)) as { since: number }
    for (const state of ['building', 'complete']) {
      const newer = `${alias}-newer-${state}`
      const _meta = { ...whole, state, fingerprint: 'of a newer version', since: whole.since + 1 }
      await cluster.tell({ method: 'PUT', path: `/${newer}`, body: { mappings: { _meta } } })
    }
    expect(await fill(cluster, [OURS], { alias, keepMs: 0 })).toMatchObject({ how: 'same', dropped: [] })
    const byHand = await fill(cluster, [OURS], { alias, removesOthers: true })
    expect(byHand.dropped).toHaveLength(2)
    expect(await reportsOf(alias)).toEqual([OURS.id])
  })
})

/** Runs of `yinju index` on a real cluster of one node: new, in place, broken off, refused; and what bots see meanwhile. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseReport } from '../../src/corpus/parse-report.ts'
import type { Report } from '../../src/corpus/report.ts'
import { type Backend, BackendUnavailableError } from '../../src/search/backend.ts'
import { NO_FILTERS } from '../../src/search/filter.ts'
import { createBackend } from '../../src/search/opensearch/backend.ts'
import type { Cluster } from '../../src/search/opensearch/cluster.ts'
import { runYinju } from '../commands/run-yinju.ts'
import { startCluster, type TestCluster } from './cluster.ts'
import { clear, fill, freshAlias, openCluster, whySkipped } from './fixture.ts'

const reason = await whySkipped()

/** A small report whose paragraphs are given. */
function report(id: string, paragraphs: readonly string[]): Report {
  const front = 'title: 政府工作报告\nplace: 测试县\nlevel: 县\nyear: 2023\nreviews: 2022\nplans: 2023'
  const parsed = parseReport(id, `---\n${front}\n---\n\n# 政府工作报告\n\n${paragraphs.join('\n\n')}\n`)
  if (parsed.report === undefined) throw new Error(parsed.faults[0]?.message)
  return parsed.report
}

const A = report('ceshi-2021', ['修建水库三座。', '种植苹果一万亩。'])
const B = report('ceshi-2022', ['新开公交线路五条。', '改造老旧小区十个。'])
const C = report('ceshi-2023', ['引进企业二十家。'])

describe.skipIf(reason !== null)('yinju index', () => {
  let server: TestCluster
  let cluster: Cluster
  let alias: string
  const open: Backend[] = []

  beforeAll(async () => {
    server = await startCluster({ nodes: 1 })
    cluster = openCluster(server.url)
  })
  afterAll(async () => {
    await cluster?.close()
    await server?.stop()
  })
  beforeEach(() => {
    alias = freshAlias()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map((backend) => backend.close()))
    await clear(cluster, alias)
  })

  const openBackend = (refreshEveryMs = 60_000): Backend => {
    const backend = createBackend(openCluster(server.url), { index: alias, refreshEveryMs })
    open.push(backend)
    return backend
  }
  const find = async (backend: Backend, phrase: string): Promise<string[]> => {
    const request = { groups: [], excluded: [], filters: NO_FILTERS, prefer: null, limit: 100 }
    const { candidates } = await backend.search({ ...request, phrases: [phrase] })
    return candidates.map(({ passage }) => passage.text)
  }
  const indices = async (): Promise<string[]> =>
    Object.keys(await cluster.tell<object>({ method: 'GET', path: `/${alias}-*` }))

  it('makes an index and puts the alias on it', async () => {
    const outcome = await fill(cluster, [A, B], { alias })
    expect(outcome).toMatchObject({
      how: 'new',
      written: 2,
      removed: 0,
      unchanged: 0,
      passages: 4,
      dropped: [],
    })
    expect(await indices()).toEqual([outcome.index])
    expect(await find(openBackend(), '水库')).toEqual(['修建水库三座。'])
  })

  it('does nothing when nothing changed', async () => {
    const first = await fill(cluster, [A, B], { alias })
    expect(await fill(cluster, [A, B], { alias })).toMatchObject({
      how: 'same',
      index: first.index,
      written: 0,
      passages: 4,
    })
  })

  it('sends only what changed and takes out what is gone, in the same index', async () => {
    const first = await fill(cluster, [A, B, C], { alias })
    const changed = report(B.id, ['改造老旧小区十个。', '新建学校两所。'])
    const second = await fill(cluster, [changed, C], { alias })
    expect(second).toMatchObject({ how: 'updated', written: 1, removed: 1, unchanged: 1, passages: 3 })
    expect(second.index).toBe(first.index)
    expect(await indices()).toEqual([first.index])
    const backend = openBackend()
    expect(await find(backend, '学校')).toEqual(['新建学校两所。'])
    expect(await find(backend, '小区')).toEqual(['改造老旧小区十个。'])
    expect(await find(backend, '公交')).toEqual([])
    expect(await find(backend, '水库')).toEqual([])
    expect(await backend.report(A.id)).toBeNull()
    expect(await backend.report(B.id)).toEqual(changed)
  })

  it('goes on where a run was broken off, and shows nothing of it before it is whole', async () => {
    const many = Array.from({ length: 60 }, (_, number) =>
      report(`ceshi-${number + 100}`, [`第${number}份报告。`]),
    )
    await fill(cluster, [A], { alias })
    let read = 0
    const breaking = fill(cluster, [A, ...many], {
      alias,
      read: async (id) => {
        read += 1
        if (read > 45) throw new Error('killed')
        return many.find((one) => one.id === id) ?? A
      },
    })
    await expect(breaking).rejects.toThrow('killed')
    const backend = openBackend()
    expect((await backend.catalog()).passages).toBe(2)
    const outcome = await fill(cluster, [A, ...many], { alias })
    expect(outcome.how).toBe('resumed')
    expect(outcome.written).toBeLessThan(60)
    expect(outcome.unchanged).toBeGreaterThan(1)
    expect(outcome.passages).toBe(62)
    expect(await indices()).toEqual([outcome.index])
  })

  it('keeps the earlier state of a report whose file is broken now', async () => {
    await fill(cluster, [A, B], { alias })
    const changed = report(A.id, ['全新的一段。'])
    const outcome = await fill(cluster, [changed, B, C], {
      alias,
      read: async (id) => (id === C.id ? C : null),
    })
    expect(outcome).toMatchObject({ how: 'updated', written: 1, passages: 5 })
    expect(await find(openBackend(), '水库')).toEqual(['修建水库三座。'])
  })

  it('answers every question while it runs, from the old state or the new, never from half of one', async () => {
    const states = [
      [A, B],
      [report(A.id, ['共同的话甲。', '共同的话乙。']), B],
      [report(A.id, ['共同的话丙。']), C],
    ]
    await fill(cluster, states[0] ?? [], { alias })
    const backend = openBackend(20)
    const seen = new Set<number>()
    let isRunning = true
    const asking = (async () => {
      while (isRunning) seen.add((await find(backend, '共同的话')).length)
    })()
    for (const state of [...states.slice(1), ...states]) await fill(cluster, state, { alias })
    isRunning = false
    await asking
    expect([...seen].filter((count) => count > 2)).toEqual([])
    expect(await find(backend, '企业')).toEqual(['引进企业二十家。'])
  })

  it('tells a bot of another version to fill an index of its own, beside the one that is there', async () => {
    const { index } = await fill(cluster, [A], { alias })
    const foreign = { fingerprint: 'of another version', state: 'complete', owner: alias }
    await cluster.tell({ method: 'PUT', path: `/${index}/_mapping`, body: { _meta: foreign } })
    const backend = openBackend()
    expect(await backend.isReady()).toBe(false)
    await expect(find(backend, '水库')).rejects.toThrow(/is of another version; fill one .*: yinju index/)
    expect(await fill(cluster, [A], { alias })).toMatchObject({ how: 'new', dropped: [], kept: [index] })
    expect(await find(backend, '水库')).toEqual(['修建水库三座。'])
    expect(await fill(cluster, [A], { alias, keepMs: 0 })).toMatchObject({ how: 'same', dropped: [index] })
    expect(await find(backend, '水库')).toEqual(['修建水库三座。'])
  })

  it('takes up an index that was filled but not yet swapped in', async () => {
    const filled = await fill(cluster, [A, B], { alias })
    const { aliases } = (
      await cluster.tell<Record<string, { aliases: object }>>({ method: 'GET', path: `/${filled.index}` })
    )[filled.index] ?? { aliases: {} }
    const actions = Object.keys(aliases).map((name) => ({ remove: { index: filled.index, alias: name } }))
    await cluster.tell({ method: 'POST', path: '/_aliases', body: { actions } })
    expect(await openBackend().isReady()).toBe(false)
    const outcome = await fill(cluster, [A, B], { alias })
    expect(outcome).toMatchObject({ how: 'resumed', index: filled.index, written: 0, dropped: [] })
    expect(await find(openBackend(), '水库')).toEqual(['修建水库三座。'])
  })

  it('takes its alias off an index that is not its own, rather than finding nothing to do', async () => {
    const { index } = await fill(cluster, [A], { alias })
    const stranger = `${alias}-zzz`
    await cluster.tell({ method: 'PUT', path: `/${stranger}`, body: { aliases: { [alias]: {} } } })
    expect(await fill(cluster, [A], { alias })).toMatchObject({ how: 'updated', index, written: 0 })
    const holders = await cluster.tell<object>({ method: 'GET', path: `/_alias/${alias}` })
    expect(Object.keys(holders)).toEqual([index])
    expect(await indices()).toContain(stranger)
    expect(await find(openBackend(), '水库')).toEqual(['修建水库三座。'])
  })

  it('shows a changed report to bots at once, whole, and reads no other report anew', async () => {
    await fill(cluster, [A, B, C], { alias })
    const backend = openBackend()
    expect((await backend.catalog()).reports).toHaveLength(3)
    const changed = report(C.id, ['引进企业三十家。', '引进人才三百名。'])
    await fill(cluster, [A, B, changed], { alias })
    // The bot has not looked for a new state: the hit itself tells that its report is another.
    expect(await find(backend, '三十家')).toEqual(['引进企业三十家。'])
    const { reports, passages } = await backend.catalog()
    expect(reports.map((one) => one.passages)).toEqual([2, 2, 2])
    expect(passages).toBe(6)
    expect(await backend.report(C.id)).toEqual(changed)
    await fill(cluster, [A, B], { alias })
    expect(await find(backend, '三十家')).toEqual([])
  })

  it.each([
    ['indices', (index: string) => `/${index}/_settings`, { 'index.blocks.read_only_allow_delete': true }],
    ['the cluster', () => '/_cluster/settings', { transient: { 'cluster.blocks.create_index': true } }],
  ])('names the disk at once where it is so full that OpenSearch has closed %s', async (_, pathOf, body) => {
    const { index } = await fill(cluster, [A], { alias })
    const set = async (value: object): Promise<unknown> =>
      await cluster.tell({ method: 'PUT', path: pathOf(index), body: value })
    await set(body)
    try {
      const start = performance.now()
      const shards = 'transient' in body ? 2 : null
      await expect(fill(cluster, [A, B], { alias, shards })).rejects.toThrow(
        /the disks are too full: \/\S+ of node .+ has [\d.]+ of [\d.]+ GB free \(\d+ % used\); make room/,
      )
      expect(performance.now() - start).toBeLessThan(10_000)
      expect(await indices()).toEqual([index])
      expect(await find(openBackend(), '水库')).toEqual(['修建水库三座。'])
    } finally {
      await set(JSON.parse(JSON.stringify(body).replace('true', 'null')) as object)
    }
    expect(await fill(cluster, [A, B], { alias })).toMatchObject({ index, passages: 4 })
  })

  it('says that copies need nodes, and goes on with the filled index when it is asked for fewer', async () => {
    await expect(fill(cluster, [A], { alias, replicas: 1 })).rejects.toThrow(
      /the replica of shard 0 of \S+ finds no place: every node has a copy already; set OPENSEARCH_REPLICAS to fewer/,
    )
    const filled = await indices()
    expect(filled).toHaveLength(1)
    expect(await openBackend().isReady()).toBe(false)
    const outcome = await fill(cluster, [A], { alias, replicas: 0 })
    expect(outcome).toMatchObject({ how: 'resumed', index: filled[0], written: 0 })
    expect(await find(openBackend(), '水库')).toEqual(['修建水库三座。'])
  })

  it('says what to do when there is no index yet', async () => {
    await expect(openBackend().catalog()).rejects.toThrow(BackendUnavailableError)
    await expect(openBackend().catalog()).rejects.toThrow(/yinju index --backend opensearch/)
  })

  it('leaves alone an index that has the alias’s name', async () => {
    await cluster.tell({ method: 'PUT', path: `/${alias}` })
    await expect(fill(cluster, [A], { alias })).rejects.toThrow(/is an index, not an alias/)
    await cluster.tell({ method: 'DELETE', path: `/${alias}` })
  })

  it('leaves alone an index beside ours that is not ours', async () => {
    await cluster.tell({ method: 'PUT', path: `/${alias}-archive` })
    await fill(cluster, [A], { alias })
    await fill(cluster, [B], { alias })
    expect(await indices()).toContain(`${alias}-archive`)
  })

  it('is refused in one line by a cluster that is read-only, which goes on answering', async () => {
    await fill(cluster, [A], { alias })
    const backend = openBackend()
    const block = async (value: boolean | null): Promise<unknown> =>
      await cluster.tell({
        method: 'PUT',
        path: '/_cluster/settings',
        body: { transient: { 'cluster.blocks.read_only': value } },
      })
    await block(true)
    try {
      await expect(fill(cluster, [B], { alias })).rejects.toThrow(/read-only/)
      expect(await find(backend, '水库')).toEqual(['修建水库三座。'])
      expect(await backend.isReady()).toBe(true)
    } finally {
      await block(null)
    }
    expect(await fill(cluster, [B], { alias })).toMatchObject({ passages: 2 })
  })

  describe('as a command', () => {
    let folder: string
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'yinju-corpus-'))
      await cp('corpus/yining-2023.md', join(folder, 'yining-2023.md'))
    })
    afterEach(async () => {
      await rm(folder, { recursive: true })
    })
    const run = (args: readonly string[], env: Record<string, string> = {}) =>
      runYinju(['index', ...args], {
        env: { OPENSEARCH_URL: server.url, OPENSEARCH_INDEX: alias, ...env },
      })

    it('fills the index, and tells so in one line', async () => {
      const { status, out, err } = await run(['--backend', 'opensearch', '--corpus', folder])
      expect(err).toBe('')
      expect(out).toMatch(/^yinju-test-\S+ \(made anew\): 1 reports? sent, .*\n$/)
      expect(status).toBe(0)
    })

    it('names a broken report with file and line, and fills the index with the others', async () => {
      await writeFile(join(folder, 'broken-2020.md'), 'no front matter')
      const { status, out, err } = await run(['--backend', 'opensearch', '--corpus', folder])
      expect(status).toBe(1)
      expect(err).toMatch(/broken-2020\.md:1: no front matter/)
      expect(out).toMatch(/1 reports? sent/)
    })

    it.each([
      ['a cluster that is not there', { OPENSEARCH_URL: 'http://127.0.0.1:9' }, 1, /check OPENSEARCH_URL/],
      ['a missing certificate', { OPENSEARCH_CA: '/nowhere.pem' }, 1, /OPENSEARCH_CA.*nowhere\.pem/],
      ['a missing corpus', { CORPUS_DIR: '/nowhere' }, 1, /corpus folder \/nowhere/],
    ])('says in one line what is wrong with %s', async (_, env, expected, line) => {
      const { status, err } = await run(
        ['--backend', 'opensearch', ...('CORPUS_DIR' in env ? [] : ['--corpus', folder])],
        env,
      )
      expect(status).toBe(expected)
      expect(err).toMatch(line)
      expect(err.trim().split('\n')).toHaveLength(1)
    })
  })
})

/** What `yinju index --backend opensearch` says of a run, and of the indices that there are. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { clearProgress, indexLines, showProgress, summarize } from '../../src/commands/index-output.ts'
import type { OwnIndex } from '../../src/search/opensearch/installation.ts'
import { schemaFingerprint } from '../../src/search/opensearch/schema.ts'
import { runYinju } from './run-yinju.ts'

const OUTCOME = {
  index: 'yinju-1',
  how: 'new',
  written: 3,
  removed: 2,
  unchanged: 5,
  passages: 70,
  dropped: [],
  kept: [],
} as const

describe('a run', () => {
  it.each([
    ['new', 'made anew'],
    ['updated', 'brought up to date'],
    ['resumed', 'goes on from a run that was broken off'],
    ['same', 'nothing to do'],
  ] as const)('that was %s is told in one line', (how, origin) => {
    expect(summarize({ ...OUTCOME, how }, 1.26)).toBe(
      `yinju-1 (${origin}): 3 reports sent, 2 taken out, 5 unchanged, 70 passages in 1.3 s`,
    )
  })

  it.each([
    [['a'], [], '; removed a'],
    [['a', 'b'], ['c'], '; removed a, b; kept for copies of the version before: c'],
    [[], ['c', 'd'], '; kept for copies of the version before: c, d'],
  ])('names the indices that it removed (%j) and kept (%j)', (dropped, kept, told) => {
    expect(summarize({ ...OUTCOME, dropped, kept }, 0).split(' 0.0 s')[1]).toBe(told)
  })

  it('shows on a terminal alone how far it is, and takes that away', () => {
    const shown = (isTTY: boolean): unknown => {
      const terminal = Object.assign(new PassThrough(), { isTTY })
      showProgress(terminal, { done: 1, reports: 4, passages: 9 })
      clearProgress(terminal)
      return terminal.read()?.toString() ?? null
    }
    expect(shown(true)).toBe(`\r${'█'.repeat(8)}${'░'.repeat(22)} 1/4 reports, 9 passages\r\u001B[K`)
    expect(shown(false)).toBeNull()
  })

  it('of a folder without a report asks no cluster', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yinju-index-'))
    const { status, out, err } = await index('http://127.0.0.1:1', '--corpus', folder)
    await rm(folder, { recursive: true })
    expect([status, out]).toEqual([1, ''])
    expect(err).toBe(
      `yinju index: no report file in ${folder}; make some with yinju import, or set CORPUS_DIR\n`,
    )
  })
})

const index = (url: string, ...args: string[]) =>
  runYinju(['index', '--backend', 'opensearch', ...args], { env: { OPENSEARCH_URL: url } })

describe('the indices', () => {
  const own = (name: string, mark: Partial<OwnIndex['mark']> = {}): OwnIndex => ({
    name,
    mark: { fingerprint: 'f', state: 'complete', ...mark },
    aliases: [],
    shards: 1,
  })

  it('are told with what each does', () => {
    const changed = Date.UTC(2024, 0, 2)
    expect(
      indexLines(
        { live: own('a', { changed }), spare: [own('b', { state: 'building' })], foreign: [own('c')] },
        'yinju',
      ),
    ).toEqual([
      'a: answers this version, complete, changed 2024-01-02T00:00:00.000Z',
      'b: of this version, does not answer, building',
      'c: of another version, complete',
    ])
    expect(indexLines({ live: null, spare: [], foreign: [own('c')] }, 'yinju')).toHaveLength(1)
    expect(indexLines({ live: null, spare: [], foreign: [] }, 'yinju')).toEqual([
      'no index of yinju; fill one: yinju index --backend opensearch',
    ])
  })

  it('are listed as the cluster has them, and the connection is closed', async () => {
    const mark = { fingerprint: schemaFingerprint(), state: 'building', owner: 'yinju' }
    const cluster = createServer((_, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ 'yinju-7': { aliases: {}, mappings: { _meta: mark } } }))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => cluster.once('listening', resolve))
    const { port } = cluster.address() as AddressInfo
    const closed = new Promise((resolve) =>
      cluster.once('connection', (socket) => socket.once('close', resolve)),
    )
    expect(await index(`http://127.0.0.1:${port}`, '--list')).toEqual({
      status: 0,
      out: 'yinju-7: of this version, does not answer, building\n',
      err: '',
    })
    await closed
    cluster.close()
  })

  it.each([
    ['http://127.0.0.1:1', ['--list', '--remove-old'], 'give one of them'],
    ['http://127.0.0.1:1', ['--list', '--backend', 'minisearch'], 'add --backend opensearch'],
  ])('are asked for alone, of a cluster: %s %j', async (url, args, message) => {
    const { status, err } = await index(url, ...args)
    expect([status, err.includes(message)]).toEqual([2, true])
  })
})

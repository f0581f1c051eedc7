/** Opens Lucene or OpenSearch over passages, where Java runs: pairs of characters (cjk) ranked by BM25, as they come. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connectCluster } from '../../src/search/opensearch/client.ts'
import type { Cluster } from '../../src/search/opensearch/cluster.ts'
import { openSearchJars, startCluster, whyNoCluster } from '../opensearch/cluster.ts'
import type { HeadedPassage } from './corpora.ts'
import { type Engine, headed, type Peer } from './engine.ts'
import { megabytes } from './memory.ts'

export const LUCENE = 'Lucene (cjk)'
const INDEX = 'yinju-bench-peer'
const BULK_PASSAGES = 1_000
const HEAP_MB = 1_024
const TIMEOUT_MS = 60_000
/** Java compiles a method when it has run for some thousand times: a server that has been up for a while has done that. */
const WARM_UP_QUERIES = 1_000
const WARM_UP_UTF16 = 12
const HITS = 10

/** Lucene's own library in a process of its own; timed by its own clock, so that the pipe between does not count. */
export const lucene: Peer = {
  name: LUCENE,
  async build(passages) {
    await needJava()
    const folder = await mkdtemp(join(tmpdir(), 'yinju-lucene-'))
    const texts = join(folder, 'passages.txt')
    await writeFile(texts, passages.map((passage) => `${headed(passage).replaceAll('\n', ' ')}\n`).join(''))
    const program = fileURLToPath(new URL('LuceneSearch.java', import.meta.url))
    const child = spawn(
      'java',
      ['-cp', `${await openSearchJars()}/*`, program, texts, join(folder, 'index')],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    )
    const close = async (): Promise<void> => {
      child.kill()
      await rm(folder, { recursive: true })
    }
    const lines = linesOf(child)
    const ready = await lines.next().catch(async (error: Error) => {
      await close()
      throw error
    })
    const [builtUs = 0, bytes = 0] = numbers(ready)
    let tookUs = 0
    const engine: Engine = {
      name: this.name,
      keepsTexts: false,
      isElsewhere: true,
      buildMs: builtUs / 1_000,
      outsideMb: () => megabytes(bytes),
      ownMs: () => tookUs / 1_000,
      async search(query, limit) {
        child.stdin?.write(`${limit} ${query.replaceAll('\n', ' ')}\n`)
        const [us = 0, ...hits] = numbers(await lines.next())
        tookUs = us
        return hits
      },
      close,
    }
    await warmUp(engine, passages)
    return engine
  },
}

/** One OpenSearch node, asked over HTTP as a bot would ask it. */
export const openSearch: Peer = {
  name: 'OpenSearch (cjk)',
  async build(passages) {
    await needJava()
    const server = await startCluster({ nodes: 1, heapMb: HEAP_MB, isForSpeed: true })
    const cluster = connectCluster({ url: server.url, caFile: null, timeoutMs: TIMEOUT_MS })
    const start = performance.now()
    await cluster.tell({
      method: 'PUT',
      path: `/${INDEX}`,
      body: {
        settings: { number_of_shards: 1, number_of_replicas: 0 },
        mappings: { properties: { text: { type: 'text', analyzer: 'cjk' } } },
      },
    })
    for (let at = 0; at < passages.length; at += BULK_PASSAGES) {
      const lines = passages
        .slice(at, at + BULK_PASSAGES)
        .flatMap((passage, place) => [{ index: { _id: String(at + place) } }, { text: headed(passage) }])
      await cluster.tell({ method: 'POST', path: `/${INDEX}/_bulk`, lines })
    }
    await cluster.tell({ method: 'POST', path: `/${INDEX}/_refresh` })
    const buildMs = performance.now() - start
    const engine: Engine = {
      name: this.name,
      keepsTexts: true,
      isElsewhere: true,
      buildMs,
      outsideMb: () => heldMb(cluster),
      async search(query, limit) {
        const { hits } = await cluster.ask<{ hits: { hits: { _id: string }[] } }>({
          method: 'POST',
          path: `/${INDEX}/_search`,
          body: { size: limit, _source: false, query: { match: { text: query } } },
        })
        return hits.hits.map(({ _id }) => Number(_id))
      },
      async close() {
        await cluster.tell({ method: 'DELETE', path: `/${INDEX}` })
        await cluster.close()
        await server.stop()
      },
    }
    await warmUp(engine, passages)
    return engine
  },
}

async function needJava(): Promise<void> {
  const reason = await whyNoCluster()
  if (reason !== null) throw new Error(reason)
}

async function warmUp(engine: Engine, passages: readonly HeadedPassage[]): Promise<void> {
  for (let query = 0; query < WARM_UP_QUERIES; query++) {
    const { text = '' } = passages[(query * 7) % passages.length] ?? {}
    await engine.search(text.slice(0, WARM_UP_UTF16), HITS)
  }
}

/** The heap that the node was given, which it fills whatever it holds, and the files of the index. */
async function heldMb(cluster: Cluster): Promise<number> {
  const [nodes, stats] = await Promise.all([
    cluster.ask<{ nodes: Record<string, { jvm: { mem: { heap_max_in_bytes: number } } }> }>({
      method: 'GET',
      path: '/_nodes/stats/jvm',
    }),
    cluster.ask<{ _all: { primaries: { store: { size_in_bytes: number } } } }>({
      method: 'GET',
      path: `/${INDEX}/_stats/store`,
    }),
  ])
  const heap = Object.values(nodes.nodes).reduce((sum, { jvm }) => sum + jvm.mem.heap_max_in_bytes, 0)
  return megabytes(heap + stats._all.primaries.store.size_in_bytes)
}

function linesOf(child: ChildProcess): { next(): Promise<string> } {
  if (child.stdout === null) throw new Error('the process has no standard output')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async next() {
      const { done, value } = await lines.next()
      if (done === true)
        throw new Error('java ended by itself; it needs a JDK of 17 or newer to run a source file')
      return value
    },
  }
}

function numbers(line: string): number[] {
  return line.split(' ').map(Number)
}

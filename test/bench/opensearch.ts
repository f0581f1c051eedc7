/** Measures how fast a backend takes reports, real or made up, what they cost, and how fast it answers; writes a line of JSON. */
import { parseArgs } from 'node:util'
import { answer } from '../../src/answer/answer.ts'
import type { Report } from '../../src/corpus/report.ts'
import type { Backend } from '../../src/search/backend.ts'
import { createMiniSearchBackend } from '../../src/search/embedded/backend.ts'
import { connectCluster, createOpenSearchBackend } from '../../src/search/opensearch/client.ts'
import { bringUpToDate } from '../../src/search/opensearch/indexer.ts'
import { asOneQuestion } from '../../src/search/question-time.ts'
import { createSearcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { startCluster, type TestCluster, whyNoCluster } from '../opensearch/cluster.ts'
import { readCorpus } from '../read-corpus.ts'
import { KINDS, makeQuestions, type Question } from './questions.ts'
import { syntheticReports } from './synthetic.ts'

const USAGE = `npx tsx test/bench/opensearch.ts [--backend opensearch|minisearch] [--corpus DIR] [--passages N] [--shards N]

--backend NAME  opensearch (default): two nodes are started here, or OPENSEARCH_URL is taken
--corpus DIR    report files (default corpus)
--passages N    that many synthetic passages, recombined from the corpus; 0 (default): the corpus itself
--shards N      shards of the index (default 2)
--questions N   questions of each kind (default 100)
--askers N      ask the warm questions also from so many at a time (default 16)
--replicas N    replicas of the index (default 0)`

const ALIAS = 'yinju-bench'
const NODES = 2
const HEAP_MB = 1_024
const SEED_PASSAGES = 5_000
const HITS = 5

interface Percentiles {
  readonly p50: number
  readonly p99: number
}

interface Filled {
  readonly backend: Backend
  readonly seconds: number
  readonly passages: number
  /** On disk without replicas, or in memory. */
  readonly bytes: number
  /** Processor time that the cluster's nodes took so far, in milliseconds. */
  readonly clusterCpuMs: () => Promise<number>
  readonly close: () => Promise<void>
}

interface NodeProcess {
  readonly process: { readonly cpu: { readonly total_in_millis: number } }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      backend: { type: 'string', default: 'opensearch' },
      corpus: { type: 'string', default: 'corpus' },
      passages: { type: 'string', default: '0' },
      shards: { type: 'string', default: '2' },
      questions: { type: 'string', default: '100' },
      askers: { type: 'string', default: '16' },
      replicas: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const { reports: real } = await readCorpus(values.corpus)
  const wanted = Number(values.passages)
  const makeReports = (): Iterable<Report> => (wanted === 0 ? real : syntheticReports(real, wanted))
  const seeds = wanted === 0 ? real : [...syntheticReports(real, Math.min(wanted, SEED_PASSAGES))]
  const texts = seeds.flatMap(({ passages }) => passages.map(({ text }) => text))
  const questions = makeQuestions(texts, Number(values.questions))
  const filled =
    values.backend === 'minisearch'
      ? fillMiniSearch([...makeReports()])
      : await fillOpenSearch(makeReports, Number(values.shards), Number(values.replicas))
  try {
    const vocabulary = await readVocabulary()
    const searcher = createSearcher(filled.backend, vocabulary)
    const ask = async ({ text }: Question): Promise<unknown> =>
      await asOneQuestion(async () => await answer(searcher, text, { limit: HITS }))
    const cold = await timeAll(questions, ask)
    const cpuBefore = { bot: process.cpuUsage(), cluster: await filled.clusterCpuMs() }
    const warm = await timeAll(questions, ask)
    const { user, system } = process.cpuUsage(cpuBefore.bot)
    const clusterCpuMs = (await filled.clusterCpuMs()) - cpuBefore.cluster
    const crowd = await askTogether(questions, ask, Number(values.askers))
    const { passages, seconds, bytes } = filled
    console.log(
      JSON.stringify({
        backend: values.backend,
        passages,
        seconds: round(seconds),
        passagesPerSecond: Math.round(passages / seconds),
        megabytes: round(bytes / 2 ** 20),
        bytesPerPassage: Math.round(bytes / passages),
        cold,
        warm,
        crowd,
        // What a busy machine does not blur.
        cpuMsPerQuestion: {
          bot: round((user + system) / 1_000 / questions.length),
          cluster: round(clusterCpuMs / questions.length),
        },
      }),
    )
  } finally {
    await filled.close()
  }
}

function fillMiniSearch(reports: readonly Report[]): Filled {
  const before = memory()
  const start = performance.now()
  const backend = createMiniSearchBackend(reports)
  return {
    backend,
    seconds: (performance.now() - start) / 1_000,
    passages: reports.reduce((sum, { passages }) => sum + passages.length, 0),
    bytes: memory() - before,
    clusterCpuMs: async () => 0,
    close: () => backend.close(),
  }
}

function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

async function fillOpenSearch(
  makeReports: () => Iterable<Report>,
  shards: number,
  replicas: number,
): Promise<Filled> {
  const reason = await whyNoCluster()
  if (reason !== null) throw new Error(reason)
  const server = await startCluster({ nodes: NODES, heapMb: HEAP_MB, isForSpeed: true })
  const connection = { url: server.url, caFile: null, timeoutMs: 60_000 }
  const cluster = connectCluster(connection)
  // The reports are made anew as they are sent: half a million passages need not be in memory.
  const files = Array.from(makeReports(), ({ id }) => ({ id, content: id }))
  const read = inOrder(makeReports())
  const start = performance.now()
  const { passages, index } = await bringUpToDate(cluster, {
    alias: ALIAS,
    newIndex: `${ALIAS}-${process.pid}`,
    shards,
    replicas,
    files,
    read,
    onProgress: ({ done, reports }) => {
      if (process.stderr.isTTY === true) process.stderr.write(`\r${done}/${reports}`)
    },
  })
  const seconds = (performance.now() - start) / 1_000
  await restart(server)
  // Only now are the files gone that were merged into others.
  const stats = await cluster.ask<{ _all: { primaries: { store: { size_in_bytes: number } } } }>({
    method: 'GET',
    path: `/${index}/_stats/store`,
  })
  const backend = createOpenSearchBackend({ ...connection, index: ALIAS })
  return {
    backend,
    seconds,
    passages,
    bytes: stats._all.primaries.store.size_in_bytes,
    clusterCpuMs: async () => {
      const { nodes } = await cluster.ask<{ nodes: Record<string, NodeProcess> }>({
        method: 'GET',
        path: '/_nodes/stats/process',
      })
      return Object.values(nodes).reduce((sum, node) => sum + node.process.cpu.total_in_millis, 0)
    },
    close: async () => {
      await backend.close()
      await cluster.tell({ method: 'DELETE', path: `/${index}` })
      await cluster.close()
      await server.stop()
    },
  }
}

/** Fresh processes have empty caches: that is what cold means here. */
async function restart(server: TestCluster): Promise<void> {
  await Promise.all(server.nodes.map((node) => node.stop()))
  await Promise.all(server.nodes.map((node) => node.start()))
  if (server.nodes.length > 0) await server.waitFor('green', server.nodes.length)
}

/** Writers ask for neighbouring reports at the same time; those made on the way to one are kept until asked for. */
function inOrder(reports: Iterable<Report>): (id: string) => Promise<Report | null> {
  const made = new Map<string, Report>()
  const iterator = reports[Symbol.iterator]()
  return async (id) => {
    while (!made.has(id)) {
      const { done, value } = iterator.next()
      if (done === true) return null
      made.set(value.id, value)
    }
    const report = made.get(id) ?? null
    made.delete(id)
    return report
  }
}

async function timeAll(
  questions: readonly Question[],
  ask: (question: Question) => Promise<unknown>,
): Promise<Record<string, Percentiles>> {
  const result: Record<string, Percentiles> = {}
  for (const kind of KINDS) {
    const times: number[] = []
    for (const question of questions.filter((one) => one.kind === kind)) {
      const start = performance.now()
      await ask(question)
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    const at = (share: number): number =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    result[kind] = { p50: round(at(0.5)), p99: round(at(0.99)) }
  }
  return result
}

/** All questions from several askers at a time: how many a second are answered, and how long each waits. */
async function askTogether(
  questions: readonly Question[],
  ask: (question: Question) => Promise<unknown>,
  askers: number,
): Promise<Percentiles & { readonly askers: number; readonly questionsPerSecond: number }> {
  const times: number[] = []
  const left = [...questions]
  const start = performance.now()
  const asker = async (): Promise<void> => {
    for (let question = left.pop(); question !== undefined; question = left.pop()) {
      const asked = performance.now()
      await ask(question)
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: askers }, asker))
  const seconds = (performance.now() - start) / 1_000
  times.sort((a, b) => a - b)
  const at = (share: number): number => round(times[Math.floor(times.length * share)] ?? 0)
  return { askers, questionsPerSecond: round(questions.length / seconds), p50: at(0.5), p99: at(0.99) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

await main()

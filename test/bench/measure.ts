/** One engine and one corpus in, its time, memory and quality out as a line of JSON; a process of its own for each. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { answer } from '../../src/answer/answer.ts'
import type { Report } from '../../src/corpus/report.ts'
import { buildIndex } from '../../src/search/index-builder.ts'
import { encodeIndex, readIndexFile, writeIndexFile } from '../../src/search/index-file.ts'
import { openMiniSearchBackend } from '../../src/search/minisearch.ts'
import { createSearcher, type Searcher } from '../../src/search/searcher.ts'
import { readVocabulary } from '../../src/search/vocabulary.ts'
import { type Engine, OURS, PEERS } from './peers.ts'
import { KINDS, type Kind, type Question } from './questions.ts'

/** What the parent process writes for this one. */
export interface Task {
  readonly engine: string
  readonly reports: readonly Report[]
  readonly questions: readonly Question[]
  /** Questions with known answers: strings of which one must stand in the passage. */
  readonly judged: readonly { readonly query: string; readonly gold: readonly string[] }[]
}

export interface Percentiles {
  readonly p50: number
  readonly p99: number
}

export interface Measurement {
  readonly engine: string
  readonly passages: number
  readonly buildMs: number
  /** Opening the saved index, ours only. */
  readonly loadMs: number | null
  /** Heap and buffers that the built engine adds, after a collection. */
  readonly memoryMb: number
  /** Milliseconds of a search by kind of question. */
  readonly searchMs: Readonly<Partial<Record<Kind, Percentiles>>>
  /** Milliseconds of a whole answer with snippets and quote check, all kinds together; ours only. */
  readonly answerMs: Percentiles | null
  /** Over the judged questions; null without any. */
  readonly quality: { readonly successAt1: number; readonly mrr: number } | null
}

const LIMIT = 10
const FINGERPRINT = 'bench'
const ANSWER_HITS = 5

async function measure(task: Task): Promise<Measurement> {
  const texts = task.reports.flatMap((report) => report.passages.map(({ text }) => text))
  const opened = task.engine === OURS ? await openOurs(task.reports) : await openPeer(task.engine, texts)
  const { engine, searcher, ...figures } = opened
  return {
    engine: task.engine,
    passages: texts.length,
    ...figures,
    searchMs: await timeSearches(engine, task.questions),
    answerMs: searcher === null ? null : await timeAnswers(searcher, task.questions),
    quality: task.judged.length === 0 ? null : await judge(engine, task.judged, texts),
  }
}

interface Opened extends Pick<Measurement, 'buildMs' | 'loadMs' | 'memoryMb'> {
  readonly engine: Engine
  /** Null for a peer. */
  readonly searcher: Searcher | null
}

/** Heap and buffers in MB after a collection; SQLite's own memory lies outside both. */
async function memory(): Promise<number> {
  // Buffers are swept behind the collector's back: the second collection finds them gone.
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.()
    await setTimeout(100)
  }
  const { heapUsed, arrayBuffers, external } = process.memoryUsage()
  return (heapUsed + Math.max(arrayBuffers, external)) / 2 ** 20
}

/** Built once and saved; what serves is what a start loads, as in the bot. */
async function openOurs(reports: readonly Report[]): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-bench-'))
  const path = join(folder, 'index.bin')
  try {
    const start = performance.now()
    await writeIndexFile(path, encodeIndex(buildIndex(reports), FINGERPRINT))
    const buildMs = performance.now() - start
    const before = await memory()
    const from = performance.now()
    const { index } = await readIndexFile(path, FINGERPRINT)
    if (index === undefined) throw new Error('the index just written cannot be read')
    const backend = openMiniSearchBackend(index)
    const loadMs = performance.now() - from
    const searcher = createSearcher(backend, await readVocabulary())
    return {
      engine: asEngine(searcher, reports),
      searcher,
      buildMs,
      loadMs,
      memoryMb: (await memory()) - before,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function asEngine(searcher: Searcher, reports: readonly Report[]): Engine {
  const ids = reports.flatMap((report) => report.passages.map(({ id }) => id))
  const numberOf = new Map(ids.map((id, number) => [id, number]))
  return {
    name: OURS,
    search: async (query, limit) => {
      const { hits } = await searcher.search(query, { limit })
      return hits.map(({ passage }) => numberOf.get(passage.id) ?? -1)
    },
  }
}

async function openPeer(name: string, texts: readonly string[]): Promise<Opened> {
  const peer = PEERS.find((one) => one.name === name)
  if (peer === undefined)
    throw new Error(`no engine ${name}; one of ${PEERS.map((one) => one.name).join(', ')}`)
  const before = await memory()
  const start = performance.now()
  const engine = await peer.build(texts)
  const buildMs = performance.now() - start
  return { engine, searcher: null, buildMs, loadMs: null, memoryMb: (await memory()) - before }
}

async function timeSearches(
  engine: Engine,
  questions: readonly Question[],
): Promise<Partial<Record<Kind, Percentiles>>> {
  const result: Partial<Record<Kind, Percentiles>> = {}
  for (const kind of KINDS) {
    const ofKind = questions.filter((question) => question.kind === kind)
    if (ofKind.length > 0) result[kind] = await percentiles(ofKind, ({ text }) => engine.search(text, LIMIT))
  }
  return result
}

function timeAnswers(searcher: Searcher, questions: readonly Question[]): Promise<Percentiles> {
  return percentiles(questions, ({ text }) => answer(searcher, text, { limit: ANSWER_HITS }))
}

/** Every question once to warm up, then once measured. */
async function percentiles(
  questions: readonly Question[],
  run: (question: Question) => unknown,
): Promise<Percentiles> {
  for (const question of questions) await run(question)
  const times: number[] = []
  for (const question of questions) {
    const start = performance.now()
    await run(question)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

async function judge(
  engine: Engine,
  judged: Task['judged'],
  texts: readonly string[],
): Promise<{ successAt1: number; mrr: number }> {
  let first = 0
  let reciprocal = 0
  for (const { query, gold } of judged) {
    const hits = await engine.search(query, LIMIT)
    const rank = hits.findIndex((number) =>
      gold.some((string) => squeeze(texts[number] ?? '').includes(squeeze(string))),
    )
    if (rank === 0) first++
    if (rank >= 0) reciprocal += 1 / (rank + 1)
  }
  return { successAt1: first / judged.length, mrr: reciprocal / judged.length }
}

/** The comparison of the evaluation: after NFKC and removal of white space. */
function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: measure.ts TASK.json')
const task = JSON.parse(await readFile(file, 'utf8')) as Task
process.stdout.write(`${JSON.stringify(await measure(task))}\n`)

/** Measures yinju beside what a user would pick instead, and how it grows; prints tables and writes JSON. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import type { Report } from '../../src/corpus/report.ts'
import type { Measurement, Task } from './measure.ts'
import { OURS, PEERS } from './peers.ts'
import { makeQuestions } from './questions.ts'
import { syntheticReports } from './synthetic.ts'

const USAGE = `npm run bench -- [--corpus DIR] [--sizes 1000,10000,50000,200000] [--peers-at 50000] [--questions FILE…] [--out FILE.json]

--corpus DIR       report files to measure on and to make the synthetic ones from (default corpus)
--sizes N,…        synthetic corpora on which yinju grows (default 1000,10000,50000; 0 for none)
--peers-at N       size at which the peers run beside it (default 50000; 0 for none)
--questions FILE   evaluation questions for the quality columns; may be given again
--out FILE.json    where the figures go (default test/bench/results.json)`

const QUESTIONS_OF_A_KIND = 200
/** Some peers take a tenth of a second a question on a large corpus. */
const QUESTIONS_OF_A_KIND_LARGE = 20
const LARGE_PASSAGES = 10_000

export interface Results {
  readonly machine: string
  readonly node: string
  /** Yinju and every peer on the report files, with quality. */
  readonly corpus: readonly Measurement[]
  /** Yinju and every peer on one synthetic corpus. */
  readonly peers: readonly Measurement[]
  /** Yinju on synthetic corpora of growing size. */
  readonly growth: readonly Measurement[]
}

const run = promisify(execFile)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: 'corpus' },
      sizes: { type: 'string', default: '1000,10000,50000' },
      'peers-at': { type: 'string', default: '50000' },
      questions: {
        type: 'string',
        multiple: true,
        default: ['test/eval/public.jsonl', 'test/eval/own.jsonl'],
      },
      out: { type: 'string', default: 'test/bench/results.json' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const { reports } = await readCorpus(values.corpus)
  const judged = (await Promise.all(values.questions.map(readJudged))).flat()
  const engines = [OURS, ...PEERS.map(({ name }) => name)]
  const corpus: Measurement[] = []
  for (const engine of engines) corpus.push(await measureIn({ engine, reports, judged }))
  const peers: Measurement[] = []
  const peersAt = Number(values['peers-at'])
  if (peersAt > 0) {
    const synthetic = [...syntheticReports(reports, peersAt)]
    for (const engine of engines) peers.push(await measureIn({ engine, reports: synthetic, judged: [] }))
  }
  const growth: Measurement[] = []
  for (const size of values.sizes
    .split(',')
    .map(Number)
    .filter((size) => size > 0)) {
    const known = peers.find(({ engine, passages }) => engine === OURS && passages === size)
    const synthetic = known === undefined ? [...syntheticReports(reports, size)] : []
    growth.push(known ?? (await measureIn({ engine: OURS, reports: synthetic, judged: [] })))
  }
  const results: Results = {
    machine: `${cpus()[0]?.model ?? '?'} × ${cpus().length}`,
    node: process.version,
    corpus,
    peers,
    growth,
  }
  await writeFile(values.out, `${JSON.stringify(results, null, 2)}\n`)
  console.log(
    `Figures are in ${values.out}; npm run bench:table makes the README's table and chart from them.`,
  )
}

async function readJudged(file: string): Promise<Task['judged']> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines
    .map((line) => JSON.parse(line) as { query: string; gold: string[]; note?: string; type: string })
    .filter(
      ({ gold, type, note }) =>
        gold.length > 0 && type !== 'structure' && !(note ?? '').includes('front matter'),
    )
    .map(({ query, gold }) => ({ query, gold }))
}

/** Runs one engine in a process of its own, so that no engine inherits another's heap or compiled code. */
async function measureIn(
  task: Omit<Task, 'questions'> & { reports: readonly Report[] },
): Promise<Measurement> {
  const texts = task.reports.flatMap((report) => report.passages.map(({ text }) => text))
  const folder = await mkdtemp(join(tmpdir(), 'yinju-bench-'))
  try {
    const file = join(folder, 'task.json')
    await writeFile(
      file,
      JSON.stringify({
        ...task,
        questions: makeQuestions(
          texts,
          texts.length < LARGE_PASSAGES ? QUESTIONS_OF_A_KIND : QUESTIONS_OF_A_KIND_LARGE,
        ),
      }),
    )
    const script = new URL('measure.ts', import.meta.url).pathname
    const options = ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx', script, file]
    const { stdout } = await run(process.execPath, options, { maxBuffer: 2 ** 24 })
    const measurement = JSON.parse(stdout) as Measurement
    console.log(row(measurement))
    return measurement
  } finally {
    await rm(folder, { recursive: true })
  }
}

function row({
  engine,
  passages,
  buildMs,
  loadMs,
  memoryMb,
  searchMs,
  answerMs,
  quality,
}: Measurement): string {
  const times = Object.entries(searchMs).map(
    ([kind, { p50, p99 }]) => `${kind} ${p50.toFixed(2)}/${p99.toFixed(2)}`,
  )
  const parts = [
    engine.padEnd(30),
    `${passages} passages`,
    `build ${buildMs.toFixed(0)} ms`,
    ...(loadMs === null ? [] : [`load ${loadMs.toFixed(0)} ms`]),
    `${memoryMb.toFixed(0)} MB`,
    `p50/p99 ms: ${times.join(', ')}`,
  ]
  if (answerMs !== null) parts.push(`answer ${answerMs.p50.toFixed(2)}/${answerMs.p99.toFixed(2)}`)
  if (quality !== null)
    parts.push(`@1 ${(quality.successAt1 * 100).toFixed(1)} %, MRR ${quality.mrr.toFixed(3)}`)
  return parts.join(' | ')
}

await main()

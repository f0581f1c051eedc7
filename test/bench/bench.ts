/** `npm run bench`: measures yinju beside what a user would pick instead, and how it grows; prints tables and writes JSON. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readOptions } from '../script-options.ts'
import type { CorpusName } from './corpora.ts'
import type { FigureReading } from './figure-reading.ts'
import type { ArrivalFigures, ImportFigures, OwnFigures, Results } from './results.ts'
import { type Effort, makeStages, type Named } from './stages.ts'
import { describeResults } from './tables.ts'

const USAGE = `usage: npm run bench -- [--quick] [--scale PATH] [--sizes N,…] [--peers-at N] [--peers NAME]… [--corpus DIR] [--questions FILE]… [--out FILE.json]

--quick            a run of a few minutes, to try the benchmark itself: small corpora, few questions
--scale PATH       many more reports as company: a .jsonl.gz with a line {"name","text"} each, or a folder of report files
--sizes N,…        synthetic corpora on which yinju grows (default 1000,10000,50000,200000; 0 for none)
--peers-at N       size at which the peers run beside it (default 50000; 0 for none)
--peers NAME       only the peers whose names hold NAME; may be given again (default all)
--corpus DIR       report files to measure on and to make the synthetic ones from (default corpus)
--questions FILE   evaluation questions for the quality columns; may be given again (default public and own)
--out FILE.json    where the figures go (default test/bench/results.json)

Takes some twenty minutes on two cores, and 4 GB of memory. What does not run here is left out, with the reason.`

const FULL = {
  sizes: '1000,10000,50000,200000',
  peersAt: '50000',
  questionsOfAKind: 100,
  questionsOfAKindLarge: 40,
  questionsOfAKindPeers: 20,
  seconds: 1.5,
  secondsPeers: 0.8,
}
const QUICK: typeof FULL = {
  sizes: '500,1000,2000',
  peersAt: '1000',
  questionsOfAKind: 10,
  questionsOfAKindLarge: 10,
  questionsOfAKindPeers: 5,
  seconds: 0.1,
  secondsPeers: 0.05,
}

const { values } = readOptions(USAGE, {
  quick: { type: 'boolean', default: false },
  scale: { type: 'string' },
  sizes: { type: 'string' },
  'peers-at': { type: 'string' },
  peers: { type: 'string', multiple: true },
  corpus: { type: 'string', default: 'corpus' },
  questions: {
    type: 'string',
    multiple: true,
    default: ['test/eval/public.jsonl', 'test/eval/own.jsonl'],
  },
  out: { type: 'string', default: 'test/bench/results.json' },
})
await bench()

async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yinju-bench-'))
  try {
    const results = await measureAll(values.quick ? QUICK : FULL, folder)
    await writeFile(values.out, `${JSON.stringify(results, null, 2)}\n`)
    console.log(`\n${describeResults(results)}`)
    console.log(
      `Figures are in ${values.out}; npm run bench:table writes the tables of docs/benchmarks.md and the chart.`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureAll(plan: Effort & typeof FULL, folder: string): Promise<Results> {
  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1_000
  const stages = makeStages({
    effort: plan,
    folder,
    peers: values.peers ?? null,
    say: (line) => console.log(`${seconds().toFixed(0).padStart(5)} s  ${line}`),
  })
  const reports: CorpusName = { kind: 'folders', folders: [values.corpus] }
  const made = (passages: number): CorpusName => ({ kind: 'synthetic', seeds: values.corpus, passages })
  const sizes = (values.sizes ?? plan.sizes).split(',').map(Number).filter(Boolean)
  const peersAt = Number(values['peers-at'] ?? plan.peersAt)

  const imports: ImportFigures[] = await stages.importOriginals(join(values.corpus, 'originals'))
  const onReports = await stages.compareEngines(reports, values.questions)
  const onSynthetic = peersAt === 0 ? [] : await stages.compareEngines(made(peersAt), [])
  const named: Named[] = [{ label: 'report files', corpus: reports }]
  const scale = values.scale === undefined ? null : await stages.openScale(values.scale)
  if (scale !== null) {
    if (scale.figures !== null) imports.push(scale.figures)
    const corpus: CorpusName = { kind: 'folders', folders: [values.corpus, scale.folder] }
    named.push({ label: 'report files and --scale', corpus })
  }
  const own: OwnFigures[] = []
  for (const one of named) own.push(...present(await stages.measureOwn(one, values.questions)))
  for (const size of sizes)
    own.push(...present(await stages.measureOwn({ label: 'synthetic', corpus: made(size) }, [])))
  const figures: FigureReading[] = []
  for (const { corpus } of named) figures.push(...present(await stages.figures(corpus)))
  const arrivals: ArrivalFigures[] = []
  const [original] = await listOriginals(join(values.corpus, 'originals'))
  for (const corpus of [reports, ...sizes.map(made)])
    if (original !== undefined) arrivals.push(...present(await stages.arrival(corpus, original)))
  const noScale = {
    what: 'many more reports as company',
    why: 'their text is no part of the project; give them with --scale',
  }
  return {
    machine: `${cpus()[0]?.model ?? '?'} × ${cpus().length}`,
    node: process.version,
    seconds: seconds(),
    imports,
    onReports,
    onSynthetic,
    own,
    figures,
    arrivals,
    skipped: [...stages.skipped, ...(values.scale === undefined ? [noScale] : [])],
  }
}

/** Paths of the originals that are plain text. */
async function listOriginals(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.endsWith('.txt')).map((name) => join(folder, name))
}

function present<T>(value: T | null): T[] {
  return value === null ? [] : [value]
}

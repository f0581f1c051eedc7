/** Turns how hard to try into the stages of the benchmark: each starts its processes, tells how it goes, and may fail alone. */
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CorpusName } from './corpora.ts'
import { OURS } from './engine.ts'
import type { Asking, LoadFigures } from './engines.ts'
import type { FigureReading } from './figure-reading.ts'
import type { BuildFigures, OneMoreFigures } from './ours.ts'
import { PEERS } from './peers.ts'
import type { ArrivalFigures, EngineFigures, ImportFigures, OwnFigures, Skipped } from './results.ts'
import { runMeasurement } from './run-measurement.ts'
import { median } from './sampling.ts'

/** How long to ask, and how much. */
export interface Effort {
  readonly questionsOfAKind: number
  /** On a corpus so large that a question takes a tenth of a second. */
  readonly questionsOfAKindLarge: number
  /** For peers, of which some take seconds a question. */
  readonly questionsOfAKindPeers: number
  /** For each kind of question and each operation of yinju's own. */
  readonly seconds: number
  readonly secondsPeers: number
}

export interface StageOptions {
  readonly effort: Effort
  /** For indexes and imported reports; emptied by whoever made it. */
  readonly folder: string
  /** Only peers whose names hold one of these. */
  readonly peers: readonly string[] | null
  readonly say: (line: string) => void
}

export interface Stages {
  readonly skipped: readonly Skipped[]
  importOriginals(originals: string): Promise<ImportFigures[]>
  /** Report files of `path`: itself, or what its .jsonl.gz is imported to. Null where it cannot be had. */
  openScale(path: string): Promise<{ folder: string; figures: ImportFigures | null } | null>
  /** Yinju and every peer, asked the same questions. */
  compareEngines(corpus: CorpusName, judgedFiles: readonly string[]): Promise<EngineFigures[]>
  /** Yinju with all its operations; null when it fails. */
  measureOwn(named: Named, judgedFiles: readonly string[]): Promise<OwnFigures | null>
  /** How long its figures take to be read, and what they need. */
  figures(corpus: CorpusName): Promise<FigureReading | null>
  /** `original` is imported while the bot serves the corpus. */
  arrival(corpus: CorpusName, original: string): Promise<ArrivalFigures | null>
}

/** A corpus and what the tables call it. */
export interface Named {
  readonly label: string
  readonly corpus: CorpusName
}

/** Processes that each load the saved index; the middle one counts. */
const LOADS = 3
const LARGE_PASSAGES = 100_000

export function makeStages({ effort, folder, peers, say }: StageOptions): Stages {
  const skipped: Skipped[] = []
  const attempt = async <T>(what: string, stage: () => Promise<T>): Promise<T | null> => {
    say(`${what} …`)
    try {
      return await stage()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      skipped.push({ what, why })
      say(`${what}: left out. ${why}`)
      return null
    }
  }
  // A corpus that stands in two tables is built once.
  const indexes = new Map<string, Promise<SavedOurs>>()
  const openOurs = (corpus: CorpusName): Promise<SavedOurs> => {
    const key = JSON.stringify(corpus)
    const known = indexes.get(key) ?? buildAndLoad(corpus, join(folder, `index-${indexes.size}`))
    indexes.set(key, known)
    return known
  }
  const askPeers = (judgedFiles: readonly string[]): Asking => ({
    questionsOfAKind: effort.questionsOfAKindPeers,
    seconds: effort.secondsPeers,
    judgedFiles,
  })

  const compareOurs = async (corpus: CorpusName, judgedFiles: readonly string[]): Promise<EngineFigures> => {
    const { path, built, loaded } = await openOurs(corpus)
    const asked = await runMeasurement('ours', {
      path,
      ...askPeers(judgedFiles),
      hasOperations: false,
    })
    return { engine: OURS, ...engineFigures(built, loaded), ...asked }
  }

  return {
    skipped,
    importOriginals: async (originals) =>
      (await attempt('import of the originals', () =>
        runMeasurement('import', { originals, seconds: effort.seconds }),
      )) ?? [],
    openScale: (path) =>
      attempt('import of --scale', async () => {
        if ((await stat(path)).isDirectory()) return { folder: path, figures: null }
        const reports = join(folder, 'scale')
        await mkdir(reports)
        return { folder: reports, figures: await runMeasurement('scale', { file: path, folder: reports }) }
      }),
    async compareEngines(corpus, judgedFiles) {
      const figures: EngineFigures[] = []
      const add = async (engine: string, stage: () => Promise<EngineFigures>): Promise<void> => {
        const one = await attempt(`${engine} on ${labelOf(corpus)}`, stage)
        if (one === null) return
        figures.push(one)
        say(`  ${describe(one)}`)
      }
      await add(OURS, () => compareOurs(corpus, judgedFiles))
      for (const { name } of PEERS) {
        if (peers !== null && !peers.some((part) => name.toLowerCase().includes(part.toLowerCase()))) continue
        await add(name, () => runMeasurement('peer', { engine: name, corpus, ...askPeers(judgedFiles) }))
      }
      return figures
    },
    measureOwn: ({ label, corpus }, judgedFiles) =>
      attempt(`yinju with all operations on ${labelOf(corpus)}`, async () => {
        const { path, built, oneMore, loaded } = await openOurs(corpus)
        const isLarge = built.passages >= LARGE_PASSAGES
        const asked = await runMeasurement('ours', {
          path,
          questionsOfAKind: isLarge ? effort.questionsOfAKindLarge : effort.questionsOfAKind,
          seconds: effort.seconds,
          judgedFiles,
          hasOperations: true,
        })
        const { reports, buildCpuMs, buildPeakMb, fileMb } = built
        const figures: OwnFigures = {
          ...{ engine: OURS, corpus: label, reports, buildCpuMs, buildPeakMb, fileMb, oneMore },
          ...engineFigures(built, loaded),
          ...asked,
          isSynthetic: corpus.kind === 'synthetic',
        }
        say(`  ${describe(figures)}`)
        return figures
      }),
    figures: (corpus) =>
      attempt(`figures of ${labelOf(corpus)}`, () => runMeasurement('figures', { corpus })),
    arrival: (corpus, original) =>
      attempt(`one more report while the bot serves ${labelOf(corpus)}`, () =>
        runMeasurement('arrival', { corpus, original }),
      ),
  }
}

interface SavedOurs {
  readonly path: string
  readonly built: BuildFigures
  readonly oneMore: OneMoreFigures
  readonly loaded: LoadFigures
}

/** Builds in one process and loads in others, as a restart does; the middle one of the loads counts. */
async function buildAndLoad(corpus: CorpusName, path: string): Promise<SavedOurs> {
  const built = await runMeasurement('build', { corpus, path })
  const oneMore = await runMeasurement('one more', { path })
  const loads: LoadFigures[] = []
  for (let load = 0; load < LOADS; load++) loads.push(await runMeasurement('load', { path }))
  const middle = (value: (one: LoadFigures) => number): number => median(loads.map(value))
  return {
    path,
    built,
    oneMore,
    loaded: {
      loadMs: middle(({ loadMs }) => loadMs),
      heapMb: middle(({ heapMb }) => heapMb),
      residentMb: middle(({ residentMb }) => residentMb),
      textsMb: middle(({ textsMb }) => textsMb),
    },
  }
}

function engineFigures(
  { passages, buildMs }: BuildFigures,
  { loadMs, ...memory }: LoadFigures,
): Pick<EngineFigures, 'passages' | 'buildMs' | 'loadMs' | 'memory'> {
  return { passages, buildMs, loadMs, memory: { ...memory, hasTexts: true } }
}

function labelOf(corpus: CorpusName): string {
  if (corpus.kind === 'synthetic') return `${corpus.passages} synthetic passages`
  return corpus.folders.length === 1 ? 'the report files' : 'the report files with company'
}

function describe({ buildMs, loadMs, memory, search, quality, judged }: EngineFigures): string {
  const times = Object.entries(search).map(
    ([kind, { p50, p99 }]) => `${kind} ${p50.toFixed(2)}/${p99.toFixed(2)}`,
  )
  return [
    `build ${buildMs.toFixed(0)} ms`,
    ...(loadMs === null ? [] : [`load ${loadMs.toFixed(0)} ms`]),
    `${memory.heapMb.toFixed(0)} MB`,
    `p50/p99 ms: ${times.join(', ')}`,
    `@1 ${((judged ?? quality).successAt1 * 100).toFixed(1)} %, MRR ${(judged ?? quality).mrr.toFixed(3)}`,
  ].join(' | ')
}

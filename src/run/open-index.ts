/** A corpus folder in, its index out: loaded when a saved one fits, built and saved when not, off the thread while the bot serves. */
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Corpus, type CorpusFault, readCorpus } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import {
  decodeIndex,
  type EncodedIndex,
  encodeIndex,
  readIndexFile,
  type SavedIndex,
  writeIndexFile,
} from '../search/embedded/file.ts'
import { fingerprintCorpus } from './corpus-fingerprint.ts'
import type { BuildAnswer, BuildTask } from './index-worker.ts'

export interface OpenedIndex {
  readonly index: SavedIndex
  readonly faults: readonly CorpusFault[]
  /** Whether the next start finds it on the disk, or why not. */
  readonly isSaved: true | NotSaved
}

/** `faults`: an index that lacks reports is made anew each time. `changed`: files changed while it was made. Else: the error. */
export type NotSaved = 'faults' | 'changed' | Error

export interface OpenIndexOptions {
  /** The folder's fingerprint, where the caller has made it already. */
  readonly fingerprint?: string
  /** What answered before: a report whose file is broken now keeps the state that it has here. */
  readonly earlier?: readonly Report[]
  /** Build in a thread of its own, because this one is answering questions. Default false. */
  readonly isServing?: boolean
}

/** Hidden, so that no one takes it for a report; removing it costs one build. */
const INDEX_FILE = join('.index', 'minisearch.bin')
const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

/** Opens a folder's index. @throws CorpusError when the folder cannot be read. */
export async function openIndex(folder: string, options: OpenIndexOptions = {}): Promise<OpenedIndex> {
  const path = join(folder, INDEX_FILE)
  const fingerprint = options.fingerprint ?? (await fingerprintCorpus(folder))
  const { index } = await readIndexFile(path, fingerprint)
  if (index !== undefined) return { index, faults: [], isSaved: true }
  return options.isServing === true
    ? buildInThread({ folder, fingerprint, path, earlier: options.earlier ?? [] })
    : buildHere({ folder, fingerprint, path, earlier: options.earlier ?? [] })
}

interface Build extends BuildTask {
  readonly path: string
  readonly earlier: readonly Report[]
}

async function buildHere({ folder, fingerprint, path, earlier }: Build): Promise<OpenedIndex> {
  const { buildIndex } = await import('../search/embedded/builder.ts')
  const corpus = await readCorpus(folder)
  const index = buildIndex([...corpus.reports, ...earlierStates(corpus, earlier)])
  const isSaved = await save({ path, folder, fingerprint }, encodeIndex(index, fingerprint), corpus.faults)
  return { index, faults: corpus.faults, isSaved }
}

function buildInThread({ folder, fingerprint, path, earlier }: Build): Promise<OpenedIndex> {
  const worker = startWorker({ folder, fingerprint })
  return new Promise<OpenedIndex>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) =>
      reject(new Error(`the thread that builds the index ended with status ${code}`)),
    )
    worker.on('message', (answer: BuildAnswer) => {
      if (answer.kind === 'faults') {
        worker.postMessage(earlierStates(answer, earlier))
        return
      }
      // From here on the thread has done its part and may end.
      worker.removeAllListeners('exit')
      const { encoded, faults } = answer
      const opened = async (): Promise<OpenedIndex> => {
        const isSaved = await save({ path, folder, fingerprint }, encoded, faults)
        const { index, unusable } = await decodeIndex(encoded, fingerprint)
        if (index === undefined) throw new Error(`the index just built is ${unusable}`)
        return { index, faults, isSaved }
      }
      opened().then(resolve, reject)
    })
  }).finally(() => worker.terminate())
}

/** The thread gets no environment: it needs none. Run from the sources, it must first load what loads them. */
function startWorker(workerData: BuildTask): Worker {
  const script = new URL(`./index-worker${ENDING}`, import.meta.url)
  if (ENDING === '.js') return new Worker(script, { workerData, env: {} })
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import('${script.href}') })`
  return new Worker(load, { eval: true, workerData, env: {}, execArgv: [] })
}

/** The earlier states of the reports whose files are broken now. */
function earlierStates({ faults }: Pick<Corpus, 'faults'>, earlier: readonly Report[]): Report[] {
  const broken = new Set(faults.map(({ file }) => basename(file, '.md')))
  return earlier.filter(({ id }) => broken.has(id))
}

/** A folder that cannot be written (a read-only volume) costs a build at each start and nothing else. */
async function save(
  { path, folder, fingerprint }: BuildTask & { readonly path: string },
  encoded: EncodedIndex,
  faults: readonly CorpusFault[],
): Promise<true | NotSaved> {
  if (faults.length > 0) return 'faults'
  try {
    // Files that changed after they were fingerprinted must not stand in an index that bears the name of what they were.
    if ((await fingerprintCorpus(folder)) !== fingerprint) return 'changed'
    await writeIndexFile(path, encoded)
    return true
  } catch (error) {
    return error as Error
  }
}

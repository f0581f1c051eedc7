/** A thread's whole life: a corpus folder in, the bytes of its index out. */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type CorpusFault, readCorpus } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import { buildIndex } from '../search/embedded/builder.ts'
import { type EncodedIndex, encodeIndex } from '../search/embedded/file.ts'

export interface BuildTask {
  readonly folder: string
  /** Goes into the file, see encodeIndex(). */
  readonly fingerprint: string
}

export type BuildAnswer =
  /** Sent when files are broken; the earlier states of their reports are expected in return. */
  | { readonly kind: 'faults'; readonly faults: readonly CorpusFault[] }
  | {
      readonly kind: 'built'
      readonly encoded: EncodedIndex
      readonly faults: readonly CorpusFault[]
    }

const { folder, fingerprint } = workerData as BuildTask
const corpus = await readCorpus(folder)
const earlier = corpus.faults.length === 0 ? [] : await askForEarlierStates(corpus.faults)
const encoded = encodeIndex(buildIndex([...corpus.reports, ...earlier]), fingerprint)
parentPort?.postMessage({ kind: 'built', encoded, faults: corpus.faults } satisfies BuildAnswer, [
  encoded.head.buffer,
  encoded.reports.buffer,
])

async function askForEarlierStates(faults: readonly CorpusFault[]): Promise<Report[]> {
  if (parentPort === null) return []
  parentPort.postMessage({ kind: 'faults', faults } satisfies BuildAnswer)
  const [reports] = (await once(parentPort, 'message')) as [Report[]]
  return reports
}

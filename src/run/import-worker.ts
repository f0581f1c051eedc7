/** A thread's whole life: documents of one file in, what the importer makes of each out. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Imported, type ImportOptions, importSource, type Refused } from '../import/import-report.ts'
import type { Source } from '../import/source/source.ts'
import { isTakenOn } from '../import/write-report.ts'

export interface ImportTask {
  readonly sources: readonly Source[]
  readonly options: ImportOptions
  /** SHA-256 of the source by the id of each report that is there. */
  readonly shelf: ReadonlyMap<string, string>
}

export type ImportAnswer = readonly (Imported | Refused)[]

const { sources, options, shelf } = workerData as ImportTask
parentPort?.postMessage(sources.map((source) => importOne(source)) satisfies ImportAnswer)

function importOne(source: Source): Imported | Refused {
  try {
    return importSource(source, { ...options, isTaken: isTakenOn({ sources: shelf }, source.sha256) })
  } catch (error) {
    return { status: 'refused', reason: (error as Error).message, warnings: [] }
  }
}

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
/** Grows with every import: two reports of one archive must not take the same id. */
const taken = new Map(shelf)
parentPort?.postMessage(sources.map((source) => importOne(source)) satisfies ImportAnswer)

function importOne(source: Source): Imported | Refused {
  try {
    const isTaken = isTakenOn({ sources: taken }, source.sha256)
    const imported = importSource(source, { ...options, isTaken })
    if (imported.status === 'imported') taken.set(imported.meta.id, source.sha256)
    return imported
  } catch (error) {
    return { status: 'refused', reason: (error as Error).message, warnings: [] }
  }
}

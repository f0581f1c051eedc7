/** A thread's whole life: turns documents of one file into what the importer makes of each. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Imported, type ImportOptions, importSource, type Refused } from '../import/import-report.ts'
import type { Source } from '../import/source/source.ts'
import { holderOn, type ReportShelf } from '../import/write-report.ts'

export interface ImportTask {
  readonly sources: readonly Source[]
  readonly options: ImportOptions
  readonly shelf: ReportShelf
}

export type ImportAnswer = readonly (Imported | Refused)[]

const { sources, options, shelf } = workerData as ImportTask
/** Grows with every import: two reports of one archive must not take the same id. */
const taken = new Map(shelf)
parentPort?.postMessage(sources.map((source) => importOne(source)) satisfies ImportAnswer)

function importOne(source: Source): Imported | Refused {
  try {
    const imported = importSource(source, { ...options, holderOf: holderOn(taken, source.sha256) })
    if (imported.status === 'imported') taken.set(imported.meta.id, imported.meta)
    return imported
  } catch (error) {
    return { status: 'refused', reason: (error as Error).message, warnings: [] }
  }
}

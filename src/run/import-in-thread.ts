/** Imports the documents of a file in a thread, without holding up the one that answers questions. */
import type { Imported, Refused } from '../import/import-report.ts'
import type { ImportAnswer, ImportTask } from './import-worker.ts'
import { startWorker } from './start-worker.ts'

/** A report takes a tenth of a second; the longest of the known ones half a second. */
export const TIMEOUT_MS = 20_000
const MAX_HEAP_MB = 512

/**
 * Imports every document; what takes too long or too much memory is refused as a whole.
 *
 * @param timeoutMs for all documents together. Default 20,000.
 */
export function importInThread(task: ImportTask, timeoutMs = TIMEOUT_MS): Promise<ImportAnswer> {
  const refused = (reason: string): Refused[] =>
    task.sources.map(() => ({ status: 'refused', reason, warnings: [] }))
  const worker = startWorker('import-worker', {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  })
  return new Promise<readonly (Imported | Refused)[]>((resolve) => {
    const timer = setTimeout(
      () => resolve(refused(`took more than ${timeoutMs / 1000} s; send the report alone`)),
      timeoutMs,
    )
    worker.once('message', (answer: ImportAnswer) => resolve(answer))
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      resolve(
        refused(isMemory ? 'needs more memory than a report should; send the report alone' : error.message),
      )
    })
    worker.once('exit', () => clearTimeout(timer))
  }).finally(() => worker.terminate())
}

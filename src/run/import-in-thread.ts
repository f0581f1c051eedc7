/** Tells of the documents of a file what the importer makes of them, without holding up the thread that answers questions. */
import { Worker } from 'node:worker_threads'
import type { Imported, Refused } from '../import/import-report.ts'
import type { ImportAnswer, ImportTask } from './import-worker.ts'

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
  const worker = startWorker(task)
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

/** The thread gets no environment: it needs none. Run from the sources, it must first load what loads them. */
function startWorker(workerData: ImportTask): Worker {
  const options = { workerData, env: {}, resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } }
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./import-worker.js', import.meta.url), options)
  const script = new URL('./import-worker.ts', import.meta.url)
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import('${script.href}') })`
  return new Worker(load, { ...options, eval: true, execArgv: [] })
}

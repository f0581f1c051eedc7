/** Starts a thread that lives in a file of this folder. */
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** The thread gets no environment: it needs none. Run from the sources, it must first load what loads them. */
export function startWorker(
  name: 'import-worker' | 'index-worker',
  options: Omit<WorkerOptions, 'env' | 'eval' | 'execArgv'> = {},
): Worker {
  const isBuilt = !import.meta.url.endsWith('.ts')
  const script = new URL(`./${name}${isBuilt ? '.js' : '.ts'}`, import.meta.url)
  if (isBuilt) return new Worker(script, { ...options, env: {} })
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import('${script.href}') })`
  return new Worker(load, { ...options, eval: true, env: {}, execArgv: [] })
}

/** Starts a thread that builds segments or updates an index, and speaks with it: a message, an answer. */
import { Worker } from 'node:worker_threads'

export interface IndexThread<Message, Answer> {
  /** Sends a message and waits for the answer; one at a time. Rejects when the thread fails or ends. */
  ask(message: Message): Promise<Answer>
  end(): void
}

/** What a thread answers when it fails. */
export interface Failure {
  readonly kind: 'failed'
  readonly error: Error
}

const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

/**
 * Starts index-worker.ts. The thread gets no environment: it needs none. The program waits for an answer that is due, and
 * for nothing else of it.
 */
export function startIndexThread<Message, Answer>(task: object): IndexThread<Message, Answer> {
  const worker = startWorker(task)
  let ended: unknown = null
  let due: { resolve(answer: Answer): void; reject(error: unknown): void } | null = null
  const fail = (error: unknown): void => {
    ended ??= error
    due?.reject(ended)
    due = null
  }
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`the thread that builds the index ended with status ${code}`)))
  worker.on('message', (answer: Answer | Failure) => {
    worker.unref()
    if (isFailure(answer)) due?.reject(answer.error)
    else due?.resolve(answer)
    due = null
  })
  worker.unref()
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(ended)
          return
        }
        due = { resolve, reject }
        worker.ref()
        worker.postMessage(message)
      }),
    end: () => void worker.terminate(),
  }
}

function isFailure(answer: unknown): answer is Failure {
  return (answer as Failure).kind === 'failed'
}

/** Run from the sources, it must first load what loads them. */
function startWorker(workerData: object): Worker {
  const script = new URL(`./index-worker${ENDING}`, import.meta.url)
  if (ENDING === '.js') return new Worker(script, { workerData, env: {} })
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import('${script.href}') })`
  return new Worker(load, { eval: true, workerData, env: {}, execArgv: [] })
}

/** Starts a thread that builds segments or updates an index, and speaks with it: a message, an answer. */
import { startWorker } from './start-worker.ts'

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

/**
 * Starts index-worker.ts. The program waits for an answer that is due, and for nothing else of it.
 */
export function startIndexThread<Message, Answer>(task: object): IndexThread<Message, Answer> {
  const worker = startWorker('index-worker', { workerData: task })
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

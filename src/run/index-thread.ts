/** A thread that builds segments or updates an index, and how this one speaks with it: a message, an answer. */
import type { Worker } from 'node:worker_threads'
import { startWorker } from './start-worker.ts'

export interface IndexThread<Message, Answer> {
  /** Tells the thread what is likely to be asked of it next, and starts it where it is not there; no answer comes. */
  tell(message: Message): void
  /** Sends a message and waits for the answer; one at a time. Rejects when the thread fails or ends. */
  ask(message: Message): Promise<Answer>
  /** Ends the thread; the next message starts another. */
  end(): void
}

/** What a thread answers when it fails. */
export interface Failure {
  readonly kind: 'failed'
  readonly error: Error
}

/** Reports change several in a row: a thread that has worked once is three times as fast. It holds some 40 MB until then. */
const IDLE_MS = 60_000

/** Makes a thread of index-worker.ts, which lives from its first message until it has been idle for a while. The program waits for an answer that is due, and for nothing else of it. */
export function makeIndexThread<Message, Answer>(): IndexThread<Message, Answer> {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let due: { resolve(answer: Answer): void; reject(error: unknown): void } | null = null
  const end = (): void => {
    clearTimeout(idle)
    void worker?.terminate()
  }
  const rest = (): void => {
    worker?.unref()
    idle = setTimeout(end, IDLE_MS).unref()
  }
  const start = (): Worker => {
    const started = startWorker('index-worker')
    const gone = (error: unknown): void => {
      if (worker !== started) return
      worker = null
      due?.reject(error)
      due = null
    }
    return started
      .on('error', gone)
      .on('exit', (code) => gone(new Error(`the thread that builds the index ended with status ${code}`)))
      .on('message', (answer: Answer | Failure) => {
        rest()
        if (isFailure(answer)) due?.reject(answer.error)
        else due?.resolve(answer)
        due = null
      })
  }
  const running = (): Worker => {
    clearTimeout(idle)
    worker ??= start()
    return worker
  }
  return {
    tell(message) {
      running().postMessage(message)
      if (due === null) rest()
    },
    ask: (message) =>
      new Promise((resolve, reject) => {
        const asked = running()
        due = { resolve, reject }
        asked.ref()
        asked.postMessage(message)
      }),
    end,
  }
}

function isFailure(answer: unknown): answer is Failure {
  return (answer as Failure).kind === 'failed'
}

/** The process behind sandbox.ts: one file comes by message, what was read goes back, and a watch ends it when it swells. */
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { readSourcesFromBytes } from './read-source.ts'
import type { ReadSource, Source } from './source/source.ts'

export interface SandboxTask {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Errors travel as their messages. */
export type SandboxAnswer = readonly (
  | (Source & { readonly error?: never })
  | (Pick<Source, 'file' | 'name'> & { readonly error: string })
)[]

/** More than this would cost the parent what the limits are there to save; the longest report known has 0.4 million. */
const MAX_ANSWER_UTF16 = 4_000_000
const MAX_ANSWER_BYTES = 64 * 1024 * 1024

/** How often the watch looks; memory grows by at most some 100 MB in that time. */
const WATCH_MS = 25

/** It runs in a thread of its own, because the reading thread is busy when it matters. It also outlives a lost parent. */
const WATCH = `
const { memoryMb, timeoutMs } = require('node:worker_threads').workerData
const end = Date.now() + timeoutMs + 1000
setInterval(() => {
  if (process.memoryUsage.rss() > memoryMb * 1048576 || Date.now() > end) process.kill(process.pid, 'SIGKILL')
}, ${WATCH_MS})`

const TOO_MUCH = 'holds far more text than any report; send the text alone'

const [memoryMb, timeoutMs] = process.argv.slice(2).map(Number)
new Worker(WATCH, { eval: true, workerData: { memoryMb, timeoutMs }, execArgv: [] }).unref()

process.once('message', (task: SandboxTask) => {
  void answer(task)
})
process.once('disconnect', () => process.exit(1))

async function answer({ name, bytes }: SandboxTask): Promise<void> {
  const read = await readSourcesFromBytes(name, bytes)
  const sources = read.map((source) =>
    source.error === undefined ? source : { ...source, error: source.error.message },
  )
  process.send?.(
    (isTooMuch(read)
      ? [{ file: name, name: basename(name), error: TOO_MUCH }]
      : sources) satisfies SandboxAnswer,
  )
}

function isTooMuch(read: readonly ReadSource[]): boolean {
  const sources = read.filter((source) => source.error === undefined)
  const length = sources.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.text.length, 0)
  return (
    length > MAX_ANSWER_UTF16 || sources.reduce((sum, { bytes }) => sum + bytes.length, 0) > MAX_ANSWER_BYTES
  )
}

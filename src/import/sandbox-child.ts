/** The process behind sandbox.ts: one file comes by message, what was read goes back, and a watch ends it when it swells. */
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { readSourcesFromBytes } from './read-source.ts'
import type { Source } from './source.ts'

export interface SandboxTask {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Errors travel as their messages. */
export type SandboxAnswer = readonly (
  | (Source & { readonly error?: never })
  | (Pick<Source, 'file' | 'name'> & { readonly error: string })
)[]

/** More than this would cost the parent what the limits are there to save. */
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

const TOO_MUCH = 'unpacks to far more than reports need; give the files one by one'

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
  const size = read.reduce((sum, source) => sum + (source.error === undefined ? sizeOf(source) : 0), 0)
  if (size <= MAX_ANSWER_BYTES) process.send?.(sources satisfies SandboxAnswer)
  else process.send?.([{ file: name, name: basename(name), error: TOO_MUCH }] satisfies SandboxAnswer)
}

/** Roughly what a source weighs in the parent: two bytes a character, and some for each line. */
function sizeOf({ bytes, lines }: Source): number {
  return lines.reduce((sum, line) => sum + 2 * line.text.length + 100, bytes.length)
}

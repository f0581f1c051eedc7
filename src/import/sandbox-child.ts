/** The process behind sandbox.ts: one file comes by message, what was read goes back, and a watch ends it when it swells. */
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { readSourcesFromBytes } from './read-source.ts'
import type { ReadSource, Source } from './source/source.ts'

export interface SandboxTask {
  readonly name: string
  readonly bytes: Uint8Array
  /** For all documents together, see SandboxLimits. */
  readonly limits: { readonly maxUtf16: number; readonly maxLines: number }
}

/** Errors travel as their messages. */
export type SandboxAnswer = readonly (
  | (Source & { readonly error?: never })
  | (Pick<Source, 'file' | 'name'> & { readonly error: string })
)[]

/** No document by itself is a report that has more. */
const MAX_SOURCE = { utf16: 4_000_000, lines: 100_000 }
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

async function answer({ name, bytes, limits }: SandboxTask): Promise<void> {
  const read = await readSourcesFromBytes(name, bytes)
  const sources = read.map((source) => {
    if (source.error !== undefined) return { ...source, error: source.error.message }
    const { lines, utf16 } = sizeOf(source)
    const { file, name } = source
    return lines > MAX_SOURCE.lines || utf16 > MAX_SOURCE.utf16 ? { file, name, error: TOO_MUCH } : source
  })
  process.send?.(
    (isTooMuch(read, limits)
      ? [{ file: name, name: basename(name), error: TOO_MUCH }]
      : sources) satisfies SandboxAnswer,
  )
}

/** More would cost the parent what the limits are there to save: a line is an object, however short it is. */
function isTooMuch(read: readonly ReadSource[], { maxUtf16, maxLines }: SandboxTask['limits']): boolean {
  const total = { lines: 0, utf16: 0, bytes: 0 }
  for (const source of read) {
    if (source.error !== undefined) continue
    const { lines, utf16 } = sizeOf(source)
    total.lines += lines
    total.utf16 += utf16
    total.bytes += source.bytes.length
  }
  return total.utf16 > maxUtf16 || total.lines > maxLines || total.bytes > MAX_ANSWER_BYTES
}

function sizeOf({ lines }: Source): { readonly lines: number; readonly utf16: number } {
  let utf16 = 0
  for (const { text } of lines) utf16 += text.length
  return { lines: lines.length, utf16 }
}

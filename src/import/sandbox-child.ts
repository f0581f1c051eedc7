/** The process behind sandbox.ts: one file comes by message, what was read goes back, and a watch ends it when it swells. */
import { Worker } from 'node:worker_threads'
import { readSourcesFromBytes } from './read-source.ts'
import { makeSandboxAnswer, type TextLimits } from './sandbox-answer.ts'

export interface SandboxTask {
  readonly name: string
  readonly bytes: Uint8Array
  readonly limits: TextLimits
}

/** How often the watch looks; memory grows by at most some 100 MB in that time. */
const WATCH_MS = 25

/** It runs in a thread of its own, because the reading thread is busy when it matters. It also outlives a lost parent. */
const WATCH = `
const { memoryMb, timeoutMs } = require('node:worker_threads').workerData
const end = Date.now() + timeoutMs + 1000
setInterval(() => {
  if (process.memoryUsage.rss() > memoryMb * 1048576 || Date.now() > end) process.kill(process.pid, 'SIGKILL')
}, ${WATCH_MS})`

const [memoryMb, timeoutMs] = process.argv.slice(2).map(Number)
new Worker(WATCH, { eval: true, workerData: { memoryMb, timeoutMs }, execArgv: [] }).unref()

process.once('message', (task: SandboxTask) => {
  void answer(task)
})
process.once('disconnect', () => process.exit())

async function answer({ name, bytes, limits }: SandboxTask): Promise<void> {
  process.send?.(makeSandboxAnswer(name, await readSourcesFromBytes(name, bytes), limits))
}

/** Turns a measurement and its task into its figures: in a process of its own, so that no engine inherits another's heap or compiled code. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Measurements } from './measure.ts'

const SCRIPT = fileURLToPath(new URL('measure.ts', import.meta.url))
/** The largest peers take half of it at 50,000 passages. */
const HEAP_MB = 12_000
const TIMEOUT_MS = 15 * 60_000

type Task<Name extends keyof Measurements> = Parameters<Measurements[Name]>[0]
type Figures<Name extends keyof Measurements> = Awaited<ReturnType<Measurements[Name]>>

/** @throws Error with the first line of what the process said last, when it fails or takes longer than a quarter of an hour. */
export async function runMeasurement<Name extends keyof Measurements>(
  name: Name,
  task: Task<Name>,
): Promise<Figures<Name>> {
  const options = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`, '--import', 'tsx']
  const child = spawn(process.execPath, [...options, SCRIPT, name, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
  })
  let said = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    complained += part
  })
  const status = await new Promise<number | string | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  if (status !== 0) throw new Error(reasonOf(complained) ?? `ended with ${status}`)
  // Libraries may print before: the figures are the last line.
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Figures<Name>
}

/** The message of the error that ended the process. */
function reasonOf(complained: string): string | null {
  return /^\w*Error(?: \[\w+\])?: (.+)$/m.exec(complained)?.[1] ?? null
}

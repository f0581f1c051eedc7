/** Turns a file that somebody sent into its documents, read in a process of its own that no file can make hang or swell. */
import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { megabytes } from '../corpus/report-bytes.ts'
import type { SandboxAnswer, TextLimits } from './sandbox-answer.ts'
import type { SandboxTask } from './sandbox-child.ts'
import { type ReadSource, SourceError } from './source/source.ts'

export interface SandboxLimits extends TextLimits {
  /** Size of the file. */
  readonly maxBytes: number
  /** From start to answer, in milliseconds. */
  readonly timeoutMs: number
  /** All memory of the reading process, in MB; Node itself and the PDF library need about 150. */
  readonly memoryMb: number
}

/** A PDF of 60 pages takes half a second and 200 MB; the longest report known has 0.4 million letters, the one with most lines 4,000. */
export const SANDBOX_LIMITS: SandboxLimits = {
  maxBytes: 32 * 1024 * 1024,
  timeoutMs: 20_000,
  memoryMb: 640,
  maxUtf16: 4_000_000,
  maxLines: 100_000,
}

/** For an operator who imports hundreds of reports in one archive, and holds up nobody by it. */
export const OPERATOR_LIMITS: SandboxLimits = {
  maxBytes: 64 * 1024 * 1024,
  timeoutMs: 120_000,
  memoryMb: 1_024,
  maxUtf16: 40_000_000,
  maxLines: 1_000_000,
}

/**
 * As readSourcesFromBytes, with limits. Going over one is a source with an `error`, like any other file that cannot be read.
 *
 * A process, not a worker thread: a thread's limits leave out ArrayBuffers, which is where archives and PDFs unpack
 * to, and running out of memory in one thread can end the whole program.
 */
export async function readSourcesSandboxed(
  name: string,
  bytes: Uint8Array,
  limits: SandboxLimits = SANDBOX_LIMITS,
): Promise<readonly ReadSource[]> {
  const failed = (message: string): ReadSource[] => [
    { file: name, name: basename(name), error: new SourceError(message) },
  ]
  if (bytes.length > limits.maxBytes) {
    return failed(
      `has ${megabytes(bytes.length)} MB, more than the ${megabytes(limits.maxBytes)} MB allowed; send the text alone`,
    )
  }
  const child = startChild(limits)
  try {
    const answer = await ask(child, { name, bytes, limits })
    if (typeof answer === 'string') return failed(answer)
    return answer.map(({ error, ...source }) =>
      error === undefined ? source : { file: source.file, name: source.name, error: new SourceError(error) },
    ) as ReadSource[]
  } finally {
    child.kill('SIGKILL')
  }
}

/** The child gets no environment: it needs no token, and what it reads was written by strangers. */
function startChild(limits: SandboxLimits): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts')
  const script = new URL(isSource ? './sandbox-child.ts' : './sandbox-child.js', import.meta.url)
  const loader = (): string[] => [
    '--import',
    pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
  ]
  return fork(fileURLToPath(script), [String(limits.memoryMb), String(limits.timeoutMs)], {
    execArgv: [`--max-old-space-size=${limits.memoryMb}`, ...(isSource ? loader() : [])],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** The child's answer, or what went wrong with it. */
function ask(
  child: ChildProcess,
  task: SandboxTask & { readonly limits: SandboxLimits },
): Promise<SandboxAnswer | string> {
  const { limits } = task
  return new Promise((resolve) => {
    const late = `took more than ${limits.timeoutMs / 1000} s to read; send the text alone`
    const timer = setTimeout(() => end(late), limits.timeoutMs)
    const end = (answer: SandboxAnswer | string): void => {
      clearTimeout(timer)
      resolve(answer)
    }
    child.once('message', (answer) => end(answer as SandboxAnswer))
    child.once('exit', (code, signal) => {
      // The watch and the kernel kill; V8 aborts when its own heap is full.
      const isMemory = signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134
      end(
        isMemory
          ? `needs more than ${limits.memoryMb} MB of memory to read; send the text alone`
          : `ended the process that read it (${signal ?? `status ${code}`}); send the text alone`,
      )
    })
    child.once('error', (error) => end(`cannot be read now (${error.message}); try again later`))
    child.send(task, (error) => {
      if (error !== null) child.kill('SIGTERM')
    })
  })
}

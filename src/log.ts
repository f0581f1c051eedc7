/** Turns options into a pino logger that writes JSON lines (or readable ones on a terminal) and never a secret. */
import { createHmac, randomBytes } from 'node:crypto'
import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import type { LogLevel } from './config.ts'
import { createBlotter } from './redact.ts'

export type { Logger } from 'pino'

export interface LogOptions {
  readonly level: LogLevel
  readonly destination: NodeJS.WritableStream & { readonly isTTY?: boolean }
  /** Values that are blotted out wherever they turn up: see secretsOf(). */
  readonly secrets: readonly string[]
}

/** Creates the logger. It writes synchronously, so that the last line before an exit is not lost. */
export function createLogger({ level, destination, secrets }: LogOptions): Logger {
  const blot = createBlotter(secrets)
  const stream =
    destination.isTTY === true
      ? pretty({ sync: true, destination, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' })
      : destination
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      // The last step before writing sees error messages, stack traces, URLs and nested fields alike.
      hooks: { streamWrite: blot },
    },
    stream,
  )
}

/**
 * Makes the function that turns a user's or chat's id into what the log may hold: the same id gives the same
 * name, and nobody can count back without the key. Without a key the names change with every start.
 */
export function createPseudonymizer(key: string | null): (id: number) => string {
  const salt = createHmac('sha256', key ?? randomBytes(32))
    .update('yinju log ids')
    .digest()
  return (id) => createHmac('sha256', salt).update(String(id)).digest('base64url').slice(0, 12)
}

interface DescribedError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly method?: string
  readonly stack?: string
  readonly cause?: DescribedError
}

/**
 * What the log keeps of an error: never its other fields, because grammY's errors carry the payload of the call (the text of a
 * reply) and the update (the text of a question).
 */
function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  const {
    code,
    method,
    error: wrapped,
  } = error as NodeJS.ErrnoException & { method?: unknown; error?: unknown }
  const cause = error.cause ?? wrapped
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(typeof method === 'string' && { method }),
    ...(error.stack !== undefined && { stack: error.stack }),
    ...(cause instanceof Error && depth < 3 && { cause: describeError(cause, depth + 1) }),
  }
}

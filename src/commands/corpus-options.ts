/** The options of every command that asks the corpus, and its queries, a line each. */
import { createInterface } from 'node:readline'
import type { CommandIo } from '../terminal/command-io.ts'
import { UsageError } from './command.ts'

/** For parseArgs, as FORMAT_OPTIONS. */
export const CORPUS_OPTIONS = { corpus: { type: 'string' }, backend: { type: 'string' } } as const

/** How a command prints what it finds: text for people, JSON for programs, CSV for spreadsheets. */
export type Format = 'text' | 'json' | 'csv'

export const FORMAT_OPTIONS = {
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
} as const

/** @throws UsageError where both are asked for. */
export function readFormat({ json, csv }: { readonly json: boolean; readonly csv: boolean }): Format {
  if (json && csv) throw new UsageError('--json and --csv: choose one')
  return json ? 'json' : csv ? 'csv' : 'text'
}

/** Their lines of a command's help. */
export const CORPUS_HELP = `  --corpus DIR    the folder of report files (default: CORPUS_DIR, or corpus)
  --backend NAME  minisearch, in this process, or opensearch, at OPENSEARCH_URL (default: SEARCH_BACKEND, or minisearch)
`

export interface CorpusValues {
  readonly corpus?: string | undefined
  readonly backend?: string | undefined
}

/**
 * The environment with what the options say in its place.
 *
 * @throws UsageError for a backend that there is not, or a folder without a name.
 */
export function corpusEnvironment(
  { corpus, backend }: CorpusValues,
  env: CommandIo['env'],
): CommandIo['env'] {
  if (backend !== undefined && !['minisearch', 'opensearch'].includes(backend)) {
    throw new UsageError(`--backend ${backend}: write minisearch or opensearch`)
  }
  if (corpus === '') throw new UsageError('--corpus: name the folder of report files')
  return {
    ...env,
    ...(corpus === undefined ? {} : { CORPUS_DIR: corpus }),
    ...(backend === undefined ? {} : { SEARCH_BACKEND: backend }),
  }
}

const MAX_LIMIT = 1000

/** How many hits or rows a question. @throws UsageError */
export function readLimit(typed: string): number {
  if (!/^\d{1,4}$/.test(typed) || Number(typed) < 1 || Number(typed) > MAX_LIMIT)
    throw new UsageError(`--limit ${typed}: write a number from 1 to ${MAX_LIMIT}`)
  return Number(typed)
}

/** The text of the arguments, or else a line each from standard input. */
export async function* textsOf(words: readonly string[], io: CommandIo): AsyncGenerator<string> {
  if (words.length > 0) {
    yield words.join(' ')
    return
  }
  if (io.stdin.isTTY === true) io.stderr.write('A question a line; Ctrl-D ends.\n')
  let isFirst = true
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield isFirst ? line.replace(/^\uFEFF/, '') : line
    isFirst = false
  }
}

/** @throws UsageError where words are given that say nothing, as an unset variable in a script does; `fix`: what to write instead. */
export function refuseEmpty(words: readonly string[], fix: string): void {
  if (words.length > 0 && words.join('').trim() === '')
    throw new UsageError(`the text is empty; write ${fix}`)
}

/** Waits while the reader at the other end of the pipe is slower than the answers. */
export async function writeOut(io: CommandIo, text: string): Promise<void> {
  if (io.stdout.write(text)) return
  await new Promise<void>((resolve) => io.stdout.once('drain', resolve))
}

/** Whether standard output wants colours. */
export function isColoured({ stdout, env }: CommandIo): boolean {
  return stdout.isTTY === true && (env.NO_COLOR ?? '') === ''
}

/** A control character of a report or a question must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}]/gu, ' ')
}

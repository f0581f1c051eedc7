/** Runs the command line in this process, as a shell would, and keeps what it prints. */
import { PassThrough, Readable } from 'node:stream'
import { runCli } from '../../src/cli.ts'
import type { CommandIo } from '../../src/terminal/command-io.ts'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

export async function runYinju(
  args: readonly string[],
  { input = '', env }: { readonly input?: string | Uint8Array; readonly env: CommandIo['env'] },
): Promise<Ran> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const texts = [stdout, stderr].map(async (stream) => Buffer.concat(await stream.toArray()).toString())
  const stdin = Readable.from([Buffer.from(input)])
  const status = await runCli(args, { stdin, stdout, stderr, env })
  stdout.end()
  stderr.end()
  const [out = '', err = ''] = await Promise.all(texts)
  return { status, out, err }
}

export const jsonLines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Runs the command line in this process, as a shell would, and keeps what it prints. */
import { PassThrough, Readable } from 'node:stream'
import { runCli } from '../../src/cli.ts'
import type { Command } from '../../src/commands/command.ts'
import type { CommandIo } from '../../src/terminal/command-io.ts'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env: CommandIo['env']
}

export function runYinju(args: readonly string[], options: RunOptions): Promise<Ran> {
  return runCommand(runCli, args, options)
}

/** As `runYinju`, but an error of the command stays an error. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  { input = '', env }: RunOptions,
): Promise<Ran> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const texts = [stdout, stderr].map(async (stream) => Buffer.concat(await stream.toArray()).toString())
  const stdin = Readable.from([Buffer.from(input)])
  const status = await command(args, { stdin, stdout, stderr, env })
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

/** Starts a command that serves until it is told to stop, in this process, and tells what it has printed so far. */
import { Readable, Writable } from 'node:stream'
import { expect, vi } from 'vitest'
import { runCli } from '../../src/cli.ts'
import type { CommandIo } from '../../src/terminal/command-io.ts'

/** Catches a hang alone. */
export const LONG = { timeout: 100_000 }

interface StartOptions {
  readonly env: CommandIo['env']
  readonly input?: string
}

export function startYinju(args: readonly string[], { env, input = '' }: StartOptions) {
  const [stdout, stderr] = [recorder(), recorder()]
  const status = runCli(args, { stdin: Readable.from([input]), stdout, stderr, env })
  /** Waits until the command has said these words. */
  const said = (words: string): Promise<void> =>
    vi.waitFor(() => expect(`${stdout.text()}${stderr.text()}`).toContain(words), LONG)
  return { status, stdout, stderr, said }
}

function recorder(): Writable & { text(): string } {
  let text = ''
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    },
  })
  return Object.assign(stream, { text: () => text })
}

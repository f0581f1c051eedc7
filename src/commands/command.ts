/** What a command of the command line is: it turns arguments into an exit status. */
import type { CommandIo } from '../terminal/command-io.ts'

/** Runs with the arguments after the command's name; resolves to 0, 1 (something is broken) or 2 (bad usage). */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>

/** Bad usage: status 2. The message says what is wrong and names the fix. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What a command of the command line is: arguments in, exit status out. */

/** Standard streams, passed in so that a test can record them. */
export interface CommandIo {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }
  /** The environment, read by config.ts alone. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Runs with the arguments after the command's name; resolves to 0, 1 (something is broken) or 2 (bad usage). */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>

/** Bad usage: status 2. The message says what is wrong and names the mend. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The streams and the environment that a program of the command line runs on. */

/** Standard streams, passed in so that a test can record them. */
export interface CommandIo {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }
  /** The environment, read by config.ts alone. */
  readonly env: Readonly<Record<string, string | undefined>>
}

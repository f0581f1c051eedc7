/** What a command of the command line is: it turns arguments into an exit status. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { CommandIo } from '../terminal/command-io.ts'

/** Runs with the arguments after the command's name; resolves to 0, 1 (something is broken) or 2 (bad usage). */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>

/** Bad usage: status 2. The message says what is wrong and names the fix. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type OptionsConfig = NonNullable<ParseArgsConfig['options']>

/** What was written after the command's name: values of its options, and whatever is no option. */
export type Given<Options extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true }>
>

interface Definition<Options extends OptionsConfig> {
  /** What --help prints. */
  readonly help: string
  /** For parseArgs; every command has --help besides. */
  readonly options: Options
  /** Whether it takes words that are no options. Default false. */
  readonly allowPositionals?: boolean
  readonly run: (given: Given<Options>, io: CommandIo) => Promise<number>
}

/** Makes a command that reads its options, and prints its help where that is asked for. */
export function defineCommand<const Options extends OptionsConfig>(definition: Definition<Options>): Command {
  const { help, options, allowPositionals = false, run } = definition
  return async (args, io) => {
    const given = parseArgs({
      args: [...args],
      allowPositionals,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    })
    if ((given.values as { readonly help?: boolean }).help !== true)
      return await run(given as Given<Options>, io)
    io.stdout.write(help)
    return 0
  }
}

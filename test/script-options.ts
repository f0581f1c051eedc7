/** Reads the options of a script of this folder; tells its usage, in place of a stack trace, where it is asked for or an option is wrong. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/** What was written behind the script's name. */
type Given<Own extends Options> = ReturnType<typeof parseArgs<{ options: Own; allowPositionals: true }>>

/**
 * Ends the process with status 0 where help is asked for, and with 2 where the arguments are wrong.
 *
 * @param usage What is printed then.
 * @param options For parseArgs; --help is there besides.
 * @param allowPositionals Whether the script takes words that are no options. Default false.
 */
export function readOptions<Own extends Options>(
  usage: string,
  options: Own,
  allowPositionals = false,
): Given<Own> {
  try {
    const help = { type: 'boolean', short: 'h' } as const
    const given = parseArgs({ options: { ...options, help }, allowPositionals })
    if ((given.values as { readonly help?: boolean }).help !== true) return given as Given<Own>
    console.log(usage.trim())
    process.exit(0)
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) throw error
    endWithUsage(usage, (error as Error).message.replace(/\. To specify .*/su, ''))
  }
}

/** Ends the process with status 2, and says what is wrong and how it is used. */
export function endWithUsage(usage: string, wrong: string): never {
  console.error(`${wrong}\n\n${usage.trim()}`)
  process.exit(2)
}

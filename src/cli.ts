#!/usr/bin/env node
/** Turns a command line into an exit status: finds the command, loads it alone, and tells whatever it throws in one line. */
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Command, UsageError } from './commands/command.ts'
import { ConfigError, readEnvironment } from './config.ts'
import { createBlotter } from './redact.ts'
import type { CommandIo } from './terminal/command-io.ts'
import { PROGRAM_VERSION } from './version.ts'

interface CommandEntry {
  readonly summary: string
  readonly load: () => Promise<Command>
}

/** Each is imported when it is asked for: `search` must not load what only the bot needs. */
const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  start: {
    summary: 'run the bot: in Telegram with BOT_TOKEN set, in this terminal without',
    load: async () => (await import('./commands/start.ts')).startCommand,
  },
  chat: {
    summary: 'talk to the bot in this terminal',
    load: async () => (await import('./commands/chat.ts')).chatCommand,
  },
  serve: {
    summary: 'serve the pages and the API over HTTP, without Telegram',
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
  search: {
    summary: 'search from the command line, or one query a line from standard input',
    load: async () => (await import('./commands/search.ts')).searchCommand,
  },
  figures: {
    summary: 'what the reports state in figures, each with its year, and whether done or planned',
    load: async () => (await import('./commands/figures.ts')).figuresCommand,
  },
  count: {
    summary: 'how often a phrase stands in each report, and which never say it',
    load: async () => (await import('./commands/count.ts')).countCommand,
  },
  changes: {
    summary: 'what one report says otherwise than another',
    load: async () => (await import('./commands/changes.ts')).changesCommand,
  },
  verify: {
    summary: 'whether the reports confirm a quote or a figure, with place, year, and whether done or planned',
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  mcp: {
    summary: 'tools for language models over standard input and output',
    load: async () => (await import('./commands/mcp.ts')).mcpCommand,
  },
  import: {
    summary: 'make report files from txt, md, html, docx, pdf or zip',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  check: {
    summary: 'check the report files of the corpus',
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  index: {
    summary: 'build the index of the corpus ahead of the start, or load the corpus into OpenSearch',
    load: async () => (await import('./commands/index.ts')).indexCommand,
  },
}

const EXIT_AFTER_MS = 100

const HELP = `yinju (引据): the passages of government work reports, word for word, each with its source

usage: yinju COMMAND [OPTIONS]

${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}`)
  .join('\n')}

yinju COMMAND --help tells the options of a command; yinju --version the version.
Settings come from the environment and the file .env; .env.example explains each of them.
`

/** Runs one command line and resolves to its exit status: 0, 1 (something is broken) or 2 (bad usage). Never throws. */
export async function runCli(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args
  if (name === '--version' || name === '-v') {
    io.stdout.write(`${PROGRAM_VERSION}\n`)
    return 0
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(HELP)
    return 0
  }
  if (name === undefined) {
    io.stderr.write(HELP)
    return 2
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (entry === undefined) {
    const what = name.startsWith('-') ? 'option' : 'command'
    io.stderr.write(
      `yinju: unknown ${what} ${JSON.stringify(name)}; write one of ${Object.keys(COMMANDS).join(', ')}\n`,
    )
    return 2
  }
  try {
    const command = await entry.load()
    return await command(rest, io)
  } catch (error) {
    return reportFailure(name, error, io)
  }
}

/** Says in one line (a line for each fault of the configuration) what is broken; a stack trace helps nobody who only runs the program. */
function reportFailure(name: string, error: unknown, io: CommandIo): number {
  if (isBrokenPipe(error)) return 0
  const blot = createBlotter(
    [io.env.BOT_TOKEN, io.env.WEBHOOK_SECRET].filter((secret) => secret !== undefined),
  )
  const say = (line: string): void => {
    io.stderr.write(`${blot(line)}\n`)
  }
  if (error instanceof ConfigError) {
    for (const fault of error.faults) say(`yinju ${name}: ${fault}`)
    return 1
  }
  const message = error instanceof Error ? error.message : String(error)
  // parseArgs throws a TypeError whose code tells that the arguments are at fault, and explains itself in several sentences.
  const isUsage =
    error instanceof UsageError || String((error as NodeJS.ErrnoException)?.code).startsWith('ERR_PARSE_ARGS')
  const line = message.replace(/\s*\n\s*/g, ' ')
  if (isUsage) {
    const help = line.includes('--help') ? '' : `; see yinju ${name} --help`
    say(`yinju ${name}: ${line.replace(/\. To specify [^;]*/, '')}${help}`)
    return 2
  }
  say(`yinju ${name}: ${line || 'failed without a message'}`)
  return 1
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'EPIPE'
}

async function main(): Promise<void> {
  // A reader that stops early (`yinju search … | head`) is no fault.
  process.stdout.on('error', (error) => process.exit(isBrokenPipe(error) ? 0 : 1))
  const io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr }
  let env: CommandIo['env']
  try {
    env = readEnvironment()
  } catch (error) {
    process.exitCode = reportFailure(process.argv[2] ?? '', error, { ...io, env: {} })
    return
  }
  const status = await runCli(process.argv.slice(2), { ...io, env })
  process.exitCode = status
  // The command is done, but a connection kept alive or a call to a server that hangs would keep the process.
  setTimeout(() => process.stdout.write('', () => process.exit()), EXIT_AFTER_MS).unref()
}

/** True when this file is what node was asked to run, also through the link that npm makes for `bin`. */
function isMain(): boolean {
  const script = process.argv[1]
  return script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)
}

if (isMain()) await main()

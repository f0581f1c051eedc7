/** `yinju serve`: the pages and the API over HTTP, without Telegram. */
import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { type Command, UsageError } from './command.ts'
import { corpusEnvironment } from './corpus-options.ts'

const HELP = `usage: yinju serve [--port N] [--corpus DIR] [--backend minisearch|opensearch]

Serves the pages and the API until Ctrl-C. \`yinju start\` serves them too, beside the bot, when PORT is set.

  --port N        where to listen (default: PORT, or 8080)
  --corpus DIR    the folder of report files (default: CORPUS_DIR, or corpus)
  --backend NAME  minisearch, in this process, or opensearch, at OPENSEARCH_URL (default: SEARCH_BACKEND, or minisearch)
`

const DEFAULT_PORT = 8080

export const serveCommand: Command = async (args, io) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      port: { type: 'string' },
      corpus: { type: 'string' },
      backend: { type: 'string' },
    },
  })
  if (values.help === true) {
    io.stdout.write(HELP)
    return 0
  }
  if (values.port !== undefined && !isPort(values.port))
    throw new UsageError(`--port ${values.port}: write a number from 1 to 65535`)
  const env = {
    ...corpusEnvironment(values, io.env),
    ...(values.port !== undefined && { PORT: values.port }),
    // A bot beside it posts its updates to another process.
    WEBHOOK_URL: undefined,
  }
  const config = loadConfig(env)
  const { serveWeb } = await import('../run/serve-web.ts')
  return await serveWeb({ ...config, port: config.port ?? DEFAULT_PORT }, io)
}

function isPort(typed: string): boolean {
  return /^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 65_535
}

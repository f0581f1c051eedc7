/** `yinju serve`: the pages and the API over HTTP, without Telegram. */
import { loadConfig } from '../config.ts'
import { defineCommand, UsageError } from './command.ts'
import { CORPUS_HELP, CORPUS_OPTIONS, corpusEnvironment } from './corpus-options.ts'

const HELP = `usage: yinju serve [--port N] [--corpus DIR] [--backend minisearch|opensearch]

Serves the pages and the API until Ctrl-C. \`yinju start\` serves them too, beside the bot, when PORT is set.

  --port N        where to listen (default: PORT, or 8080)
${CORPUS_HELP}`

const DEFAULT_PORT = 8080

export const serveCommand = defineCommand({
  help: HELP,
  options: { ...CORPUS_OPTIONS, port: { type: 'string' } },
  run: async ({ values }, io) => {
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
  },
})

function isPort(typed: string): boolean {
  return /^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 65_535
}

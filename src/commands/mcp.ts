/** `yinju mcp`: the tools for language models over standard input and output. */
import { parseArgs } from 'node:util'
import { PROGRAM_VERSION } from '../version.ts'
import type { Command } from './command.ts'
import { CORPUS_HELP, CORPUS_OPTIONS, corpusEnvironment } from './corpus-options.ts'
import { withSearcher } from './with-searcher.ts'

const HELP = `usage: yinju mcp [--corpus DIR] [--backend minisearch|opensearch]

Serves the tools for language models (Model Context Protocol) over standard input and output, until the input ends.
Set it as the command of a client; docs/programs.md shows how. \`yinju serve\` offers the same tools over HTTP at /mcp.

${CORPUS_HELP}`

export const mcpCommand: Command = async (args, io) => {
  const { corpus, backend, help } = CORPUS_OPTIONS
  const { values } = parseArgs({ args: [...args], options: { corpus, backend, help } })
  if (values.help) {
    io.stdout.write(HELP)
    return 0
  }
  return withSearcher({ command: 'mcp', env: corpusEnvironment(values, io.env), io }, async (searcher) => {
    const { serveMcpOnStreams } = await import('../mcp/serve.ts')
    await serveMcpOnStreams({ searcher: () => searcher, publicUrl: null, version: PROGRAM_VERSION }, io)
  })
}

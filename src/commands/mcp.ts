/** `yinju mcp`: the tools for language models over standard input and output. */
import { PROGRAM_VERSION } from '../version.ts'
import { defineCommand } from './command.ts'
import { CORPUS_HELP, CORPUS_OPTIONS, corpusEnvironment } from './corpus-options.ts'
import { withSearcher } from './with-searcher.ts'

const HELP = `usage: yinju mcp [--corpus DIR] [--backend minisearch|opensearch]

Serves the tools for language models (Model Context Protocol) over standard input and output, until the input ends.
Set it as the command of a client; docs/programs.md shows how. \`yinju serve\` offers the same tools over HTTP at /mcp.

${CORPUS_HELP}`

export const mcpCommand = defineCommand({
  help: HELP,
  options: CORPUS_OPTIONS,
  run: async ({ values }, io) =>
    withSearcher({ command: 'mcp', env: corpusEnvironment(values, io.env), io }, async (searcher) => {
      const { serveMcpOnStreams } = await import('../mcp/serve.ts')
      await serveMcpOnStreams({ searcher: () => searcher, publicUrl: null, version: PROGRAM_VERSION }, io)
    }),
})

/** `yinju mcp`: the tools for language models over standard input and output. */
import { parseArgs } from 'node:util'
import { loadSearchConfig } from '../config.ts'
import { formatFault } from '../corpus/read-corpus.ts'
import { openSearch } from '../run/open-search.ts'
import { PROGRAM_VERSION } from '../version.ts'
import { type Command, UsageError } from './command.ts'

const HELP = `usage: yinju mcp [--corpus DIR] [--backend minisearch|opensearch]

Serves the tools for language models (Model Context Protocol) over standard input and output, until the input ends.
Set it as the command of a client; docs/programs.md shows how. \`yinju serve\` offers the same tools over HTTP at /mcp.

  --corpus DIR    the folder of report files (default: CORPUS_DIR, or corpus)
  --backend NAME  minisearch, in this process, or opensearch, at OPENSEARCH_URL (default: SEARCH_BACKEND, or minisearch)
`

export const mcpCommand: Command = async (args, io) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      corpus: { type: 'string' },
      backend: { type: 'string' },
    },
  })
  if (values.help === true) {
    io.stdout.write(HELP)
    return 0
  }
  if (values.corpus === '') throw new UsageError('--corpus: name the folder of report files')
  const config = loadSearchConfig({
    ...io.env,
    ...(values.corpus !== undefined && { CORPUS_DIR: values.corpus }),
    ...(values.backend !== undefined && { SEARCH_BACKEND: values.backend }),
  })
  const { searcher, faults, close } = await openSearch(config)
  for (const fault of faults) io.stderr.write(`yinju mcp: ${formatFault(fault)}; the report is left out\n`)
  const { serveMcpOnStreams } = await import('../mcp/serve.ts')
  await serveMcpOnStreams({ searcher: () => searcher, publicUrl: null, version: PROGRAM_VERSION }, io)
  await close()
  return 0
}

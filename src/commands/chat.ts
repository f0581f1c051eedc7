/** The bot in this terminal, or on a pipe: turns lines of text into its replies. */

import { loadSearchConfig } from '../config.ts'
import { formatFault } from '../corpus/read-corpus.ts'
import { createLogger } from '../log.ts'
import { openSearch } from '../run/open-search.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { runTerminal } from '../terminal/terminal.ts'
import { LANGUAGES } from '../text/translate.ts'
import { defineCommand, UsageError } from './command.ts'
import { CORPUS_OPTIONS, corpusEnvironment } from './corpus-options.ts'

const HELP = `usage: yinju chat [--corpus DIR] [--backend minisearch|opensearch] [--language ${LANGUAGES.join('|')}]

Talks to the bot without Telegram: a line is a message, #2 presses the second button of the last reply,
@yinju_bot WORDS tries the inline mode. It reads from a pipe, too, and ends with it.

  --corpus DIR     the folder of report files (default: CORPUS_DIR, or corpus)
  --backend NAME   minisearch, in this process, or opensearch, at OPENSEARCH_URL (default: SEARCH_BACKEND, or minisearch)
  --language CODE  language of the interface (default zh-hans); quotes stay as printed
`

export const chatCommand = defineCommand({
  help: HELP,
  options: { ...CORPUS_OPTIONS, language: { type: 'string' } },
  allowPositionals: true,
  run: async ({ values, positionals }, io) => {
    const [surplus] = positionals
    if (surplus !== undefined) {
      throw new UsageError(`${JSON.stringify(surplus)} is one argument too many; type questions once it runs`)
    }
    const language = values.language ?? 'zh-hans'
    if (!LANGUAGES.some((locale) => locale === language)) {
      throw new UsageError(`--language ${language} is not known; write one of ${LANGUAGES.join(', ')}`)
    }
    const env = corpusEnvironment(values, io.env)
    return await chat({ ...io, env }, { language, tellsOfToken: false })
  },
})

export interface ChatOptions {
  readonly language: string
  /** Says first how to get a token: for `yinju start` without one. */
  readonly tellsOfToken: boolean
}

/** Opens the corpus that the environment names and runs the bot on the streams until the input ends. */
export async function chat(io: CommandIo, options: ChatOptions): Promise<number> {
  const { searcher, faults } = await openSearch(loadSearchConfig(io.env))
  try {
    for (const fault of faults) io.stderr.write(`yinju: ${formatFault(fault)}; the report is left out\n`)
    // What fails is told in the chat; the log only adds what a person at a terminal can use.
    const log = createLogger({ level: 'error', destination: io.stderr, secrets: [] })
    await runTerminal({ io, searcher: () => searcher, log, ...options })
    return 0
  } finally {
    await searcher.backend.close()
  }
}

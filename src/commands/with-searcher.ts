/** Opens the corpus for one run of a command, tells which reports are left out, and closes it again. */
import { loadSearchConfig } from '../config.ts'
import { formatFault } from '../corpus/read-corpus.ts'
import { openSearch } from '../run/open-search.ts'
import type { Searcher } from '../search/searcher.ts'
import type { CommandIo } from '../terminal/command-io.ts'

export interface Opening {
  /** Name of the command, for what it says of broken reports. */
  readonly command: string
  readonly env: CommandIo['env']
  readonly io: CommandIo
}

/** Resolves to the exit status 0 when the work is done. @throws what openSearch() and the work throw. */
export async function withSearcher(
  { command, env, io }: Opening,
  work: (searcher: Searcher) => Promise<void>,
): Promise<number> {
  const { searcher, faults, close } = await openSearch(loadSearchConfig(env))
  for (const fault of faults)
    io.stderr.write(`yinju ${command}: ${formatFault(fault)}; the report is left out\n`)
  try {
    await work(searcher)
  } finally {
    await close()
  }
  return 0
}

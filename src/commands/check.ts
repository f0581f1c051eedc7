/** Lists every fault of the corpus folder with its file and line. */

import { loadSearchConfig } from '../config.ts'
import { CorpusError, formatFault } from '../corpus/read-corpus.ts'
import { reviewCorpus } from '../import/review-corpus.ts'
import { defineCommand } from './command.ts'
import { corpusEnvironment } from './corpus-options.ts'

const HELP = `usage: yinju check [--corpus DIR]

Reads every report file and names what is wrong, with file and line.

  --corpus DIR    the folder of report files (default: CORPUS_DIR, or corpus)

Status 1 when a report file is broken; 0 when there are only warnings.
`

export const checkCommand = defineCommand({
  help: HELP,
  options: { corpus: { type: 'string' } },
  run: async ({ values }, io) => {
    const folder = loadSearchConfig(corpusEnvironment(values, io.env)).corpusDir
    const { reports, passages, faults, warnings } = await reviewCorpus(folder)
    for (const fault of faults) io.stdout.write(`${formatFault(fault)}\n`)
    for (const warning of warnings)
      io.stdout.write(`${formatFault({ ...warning, message: `warning: ${warning.message}` })}\n`)
    io.stdout.write(
      `${reports} reports, ${passages} passages; ${faults.length} faults, ${warnings.length} warnings\n`,
    )
    if (reports === 0 && faults.length === 0) {
      throw new CorpusError(`corpus folder ${folder}: no report file; make one with yinju import`)
    }
    return faults.length > 0 ? 1 : 0
  },
})

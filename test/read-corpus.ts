/** Reads a corpus folder whole, which the program never does: it goes through the files one by one. */
import { join } from 'node:path'
import { type CorpusFault, listReportFiles, readReportFile } from '../src/corpus/read-corpus.ts'
import type { Report } from '../src/corpus/report.ts'

export interface Corpus {
  /** In the order of their ids. */
  readonly reports: readonly Report[]
  readonly faults: readonly CorpusFault[]
}

/**
 * Reads every `*.md` of the folder (not of its subfolders). A broken file is reported and left out.
 *
 * @throws CorpusError when the folder cannot be read.
 */
export async function readCorpus(folder: string): Promise<Corpus> {
  const names = await listReportFiles(folder)
  const reports: Report[] = []
  const faults: CorpusFault[] = []
  for (const name of names) {
    const { report, faults: found } = await readReportFile(join(folder, name))
    if (report !== undefined) reports.push(report)
    else faults.push(...found)
  }
  return { reports, faults }
}

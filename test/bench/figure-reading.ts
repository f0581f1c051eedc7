/** Measures how long the figures of reports take to be read, and what they need in memory. Needs Node.js's --expose-gc. */
import type { Report } from '../../src/corpus/report.ts'
import type { Figure } from '../../src/figures/figure.ts'
import { readFigures } from '../../src/figures/read-figures.ts'
import { layOutFigures, openFigureTable } from '../../src/search/embedded/figure-table.ts'
import { type CorpusName, openCorpus, passagesOf } from './corpora.ts'
import { added, footprint } from './memory.ts'

export interface FigureReading {
  readonly passages: number
  readonly figures: number
  /** Milliseconds of processor time for 15,000 characters, the length of a report, once the code is compiled. */
  readonly cpuMs: number
  /** The same of the first report that a process reads. */
  readonly firstCpuMs: number
  /** Held by an open index, in MB of 2^20 bytes for 1,000 passages. */
  readonly mbPerThousand: number
}

export interface FigureReadingTask {
  readonly corpus: CorpusName
}

const REPORT_UTF16 = 15_000
/** Five reports are gone through so often, hundreds once. */
const CHARACTERS = 3_000_000

export async function measureFigureReading({ corpus }: FigureReadingTask): Promise<FigureReading> {
  const reports = await openCorpus(corpus)
  const [first] = reports
  if (first === undefined) throw new Error('no reports')
  readFigures({ ...first, passages: [] })
  const firstCpuMs = readTimed([first]).cpuMs
  for (let read = 0; read < CHARACTERS; read += lengthOf(reports)) readTimed(reports.slice(0, 50))
  const rounds = Math.max(1, Math.floor(CHARACTERS / lengthOf(reports)))
  const { cpuMs } = readTimed(Array.from({ length: rounds }, () => reports).flat())
  const passages = passagesOf(reports).length
  const byPassage = reports.flatMap(figuresByPassage)
  const before = await footprint()
  const table = openFigureTable(layOutFigures(byPassage))
  const { heapMb } = added(before, await footprint())
  // What nothing uses any more would be collected before it is counted.
  const [from, to] = table.inPassages(0, passages)
  return { passages, figures: to - from, cpuMs, firstCpuMs, mbPerThousand: (heapMb / passages) * 1_000 }
}

function readTimed(reports: readonly Report[]): { readonly cpuMs: number } {
  const before = process.cpuUsage()
  for (const report of reports) readFigures(report)
  const { user, system } = process.cpuUsage(before)
  return { cpuMs: ((user + system) / 1_000 / lengthOf(reports)) * REPORT_UTF16 }
}

function lengthOf(reports: readonly Report[]): number {
  return passagesOf(reports).reduce((sum, { text }) => sum + text.length, 0)
}

/** As the index lays them out. */
function figuresByPassage(report: Report): Figure[][] {
  const byId = new Map(report.passages.map(({ id }): [string, Figure[]] => [id, []]))
  for (const figure of readFigures(report)) byId.get(figure.passage)?.push(figure)
  return [...byId.values()]
}

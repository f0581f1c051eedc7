/** An index over some reports that can stand in a file and be merged with others: one report that changed, or all of them. */
import type { Report } from '../../corpus/report.ts'
import { makePause } from '../turns.ts'
import type { FigureArrays } from './figure-table.ts'
import type { FoldedArrays } from './folded-texts.ts'
import type { FrozenArrays } from './postings.ts'

export interface IndexArrays extends FrozenArrays, FoldedArrays, FigureArrays {
  /** The years that passage n speaks about are `years[yearStarts[n] … yearStarts[n + 1])`. */
  readonly years: Uint16Array
  readonly yearStarts: Uint32Array
}

/** What a pack says of a report; its passages are numbered through in the order of these. */
export interface PackEntry {
  readonly id: string
  /** SHA-256 of the report file in hex: with the same code and content a report need not be read again. */
  readonly content: string
  readonly passages: number
  /** Length of its line among `lines`. */
  readonly bytes: number
}

export interface Pack {
  readonly arrays: IndexArrays
  /** In the order of report ids. */
  readonly entries: readonly PackEntry[]
  /** The reports, a line of JSON each; not needed for answering once they are parsed. */
  readonly lines: Uint8Array
}

/** What answers: the arrays, and the reports beside them. */
export interface SavedIndex {
  readonly arrays: IndexArrays
  /** In the order of their ids; the index numbers their passages through. */
  readonly reports: readonly Report[]
}

/**
 * Parses the reports of a pack, in short turns of the event loop.
 *
 * @param known gives back reports that are in memory already.
 */
export async function openPack(
  { arrays, entries, lines }: Pack,
  known: (entry: PackEntry) => Report | undefined = () => undefined,
): Promise<SavedIndex> {
  const { buffer, byteOffset } = lines
  const pause = makePause()
  const reports: Report[] = []
  let start = byteOffset
  for (const entry of entries) {
    const line = (): string => Buffer.from(buffer, start, entry.bytes).toString('utf8')
    reports.push(known(entry) ?? (JSON.parse(line()) as Report))
    start += entry.bytes
    await pause()
  }
  return { arrays, reports }
}

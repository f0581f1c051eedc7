/** Turns report files into a segment: read, analyzed, written to the index folder. */
import { join } from 'node:path'
import { type CorpusFault, parseReportBytes } from '../corpus/read-corpus.ts'
import { readReportBytes } from '../corpus/report-bytes.ts'
import { buildPack, type NamedReport } from '../search/embedded/builder.ts'
import { type EncodedPack, encodePack } from '../search/embedded/file.ts'
import { hashContent } from './corpus-fingerprint.ts'
import { writeSegment } from './index-folder.ts'

export interface SegmentTask {
  readonly folder: string
  /** Names the code that makes it. */
  readonly code: string
  /** Of the reports. */
  readonly ids: readonly string[]
}

export interface BuiltSegment {
  readonly encoded: EncodedPack
  /** Its name in the index folder; null where it could not be written. */
  readonly name: string | null
  /** Of the reports that are in it. */
  readonly ids: readonly string[]
  readonly faults: readonly CorpusFault[]
}

/** What a thread that builds segments is told, and answers. */
export type BuildMessage = SegmentTask & { readonly kind: 'build' }
export type BuildAnswer = BuiltSegment & { readonly kind: 'built' }

/** Builds a segment. A report stands in it under the content that was read, whatever the file holds by then. */
export async function buildSegment({ folder, code, ids }: SegmentTask): Promise<BuiltSegment> {
  const named: NamedReport[] = []
  const faults: CorpusFault[] = []
  for (const id of ids) {
    const file = join(folder, `${id}.md`)
    const read = await readReportBytes(file)
    const { report, faults: found } = parseReportBytes(file, read)
    if (report !== undefined) named.push({ report, content: hashContent(read) })
    else faults.push(...found)
  }
  const encoded = encodePack(buildPack(named), code)
  const name = named.length === 0 ? null : await writeSegment(folder, code, encoded)
  return { encoded, name, ids: named.map(({ report }) => report.id), faults }
}

/** Turns the report files of a corpus folder into reports, one by one, or into faults with their lines. */

import { readdir } from 'node:fs/promises'
import { type ParsedReport, parseReport } from './parse-report.ts'
import type { ReportFault } from './report.ts'
import { isReportName, type ReportBytes, readReportBytes, reasonOf, reportIdOf } from './report-bytes.ts'

/** A fault of one report file. `file` is the path as the reader opened it. */
export interface CorpusFault extends ReportFault {
  readonly file: string
}

/** The corpus folder cannot be used at all: missing, unreadable, or not a folder. The message names the fix. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'
}

/** Formats a fault the way compilers do: `corpus/yining-2023.md:40: what; fix`. */
export function formatFault(fault: CorpusFault): string {
  return `${fault.file}:${fault.line}: ${fault.message}`
}

/**
 * Names of the folder's report files, in the order of their ids.
 *
 * @throws CorpusError when the folder cannot be read.
 */
export async function listReportFiles(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder)
    return names.filter(isReportName).sort()
  } catch (error) {
    throw new CorpusError(
      `corpus folder ${folder}: ${reasonOf(error)}; create it, or set CORPUS_DIR (--corpus) to the folder of report files`,
    )
  }
}

type ReadReport = ParsedReport<CorpusFault>

/** Reads one report file, for those who go through a corpus that is too large for memory. */
export async function readReportFile(file: string): Promise<ReadReport> {
  return parseReportBytes(file, await readReportBytes(file))
}

/** Reads what the report file holds. */
export function parseReportBytes(file: string, { bytes, fault }: ReportBytes): ReadReport {
  const fail = (line: number, message: string): ReadReport => ({ faults: [{ file, line, message }] })
  if (fault !== undefined) return fail(1, fault)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const message = 'is not UTF-8; save it as UTF-8, or make it anew with yinju import'
    return fail(firstUndecodableLine(bytes), message)
  }
  try {
    const { report, faults } = parseReport(reportIdOf(file), text)
    return report === undefined ? { faults: faults.map((one) => ({ ...one, file })) } : { report }
  } catch (error) {
    return fail(1, `cannot be read as a report (${(error as Error).message}); make it simpler`)
  }
}

function firstUndecodableLine(bytes: Uint8Array): number {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n')
  return lines.findIndex((line) => line.includes('\uFFFD')) + 1
}

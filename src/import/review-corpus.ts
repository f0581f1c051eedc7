/** Finds everything in a corpus folder that a person should look at: faults that keep a report out, and warnings. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { splitBlocks } from '../corpus/blocks.ts'
import { readFrontMatterField } from '../corpus/front-matter.ts'
import { type CorpusFault, listReportFiles, readReportFile } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import { readReportBytes } from '../corpus/report-bytes.ts'
import { furnitureReason } from './lines/furniture.ts'
import { decodeLeftovers, removeLayoutSpaces } from './lines/line.ts'
import { isNumbered } from './lines/marks.ts'
import { CELL_BORDER } from './lines/tables.ts'

export interface CorpusReview {
  readonly reports: number
  readonly passages: number
  /** What keeps a report from being read. */
  readonly faults: readonly CorpusFault[]
  /** What can be read and looks wrong. */
  readonly warnings: readonly CorpusFault[]
}

/** A shorter paragraph may well end without a full stop: an entry, a signature, a goal. */
const MIN_SENTENCE_UTF16 = 40
/** Shorter paragraphs may well be said twice: 各位代表！ */
const MIN_DUPLICATE_UTF16 = 30
const MAX_FURNITURE_UTF16 = 60
/** What an import takes at most. */
const MAX_ORIGINAL_BYTES = 64 * 1024 * 1024
const FINISHED = /[。！？；：…!?;:.|][”’」』）)】》]*(?:[（(][^（）()]{1,20}[）)])?$/u

/** Reads every report file of the folder and looks at each of its paragraphs. */
export async function reviewCorpus(folder: string): Promise<CorpusReview> {
  const faults: CorpusFault[] = []
  const warnings: CorpusFault[] = []
  const sources = new Map<string, string>()
  const occasions = new Map<string, string>()
  let reports = 0
  let passages = 0
  for (const name of await listReportFiles(folder)) {
    const file = join(folder, name)
    const { report, faults: found } = await readReportFile(file)
    if (report === undefined) {
      faults.push(...found)
      continue
    }
    reports += 1
    passages += report.passages.length
    const text = (await readReportBytes(file)).bytes?.toString('utf8') ?? ''
    warnings.push(...reviewText(text).map((warning) => ({ ...warning, file })))
    const warning =
      (await reviewSource(text, folder, sources, name)) ?? reviewOccasion(report, occasions, name)
    if (warning !== null) warnings.push({ ...warning, file })
  }
  return { reports, passages, faults, warnings }
}

type Finding = Omit<CorpusFault, 'file'>

/** Looks at the paragraphs of one report file. */
export function reviewText(text: string): Finding[] {
  const lines = text.split(/\r\n|\n|\r/)
  const start = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---') + 1
  const seen = new Map<string, number>()
  return splitBlocks(lines, start).flatMap((block) => {
    if (block.level > 0) return []
    const found = findingsOf(block.text)
    const first = seen.get(block.text)
    if (first === undefined) seen.set(block.text, block.line)
    else if (block.text.length >= MIN_DUPLICATE_UTF16)
      found.push(`says the same as line ${first}; remove one if the source was copied twice`)
    return found.map((message) => ({ line: block.line, message }))
  })
}

function findingsOf(text: string): string[] {
  const found: string[] = []
  const reason = furnitureReason(text, text.length <= MAX_FURNITURE_UTF16 ? 'edge' : 'anywhere')
  if (reason !== null) found.push(`looks like ${reason}; remove it if it is no part of the report`)
  else if (
    text.length >= MIN_SENTENCE_UTF16 &&
    !FINISHED.test(text) &&
    !isNumbered(text) &&
    !text.includes(CELL_BORDER)
  ) {
    found.push(
      `ends in mid-sentence (…${text.slice(-12)}); join it with the next paragraph, or correct it from the original`,
    )
  }
  if (decodeLeftovers(text) !== text)
    found.push('holds escapes or invisible characters; import the original anew')
  else if (!text.includes(CELL_BORDER) && removeLayoutSpaces(text) !== text)
    found.push('holds spaces inside Chinese text; take them out')
  return found
}

async function reviewSource(
  text: string,
  folder: string,
  sources: Map<string, string>,
  name: string,
): Promise<Finding | null> {
  const source = readFrontMatterField(text, 'source')
  const sha256 = readFrontMatterField(text, 'sha256')
  const at = (field: string): number => text.split('\n').findIndex((line) => line.startsWith(`${field}:`)) + 1
  const twin = sources.get(sha256)
  if (sha256 !== '' && twin !== undefined)
    return { line: at('sha256'), message: `was made from the same source as ${twin}; remove one` }
  if (sha256 !== '') sources.set(sha256, name)
  if (source === '') return null
  const { bytes } = await readReportBytes(join(folder, source), MAX_ORIGINAL_BYTES)
  if (bytes === undefined) {
    return { line: at('source'), message: `${source} is not there; put the original back or empty the field` }
  }
  const found = createHash('sha256').update(bytes).digest('hex')
  if (sha256 === '' || found === sha256) return null
  return {
    line: at('sha256'),
    message: `${source} has changed since the import; import it anew or restore it`,
  }
}

/** One report in two formats has two sources, but was given once. */
function reviewOccasion(
  { place, year, date }: Report,
  occasions: Map<string, string>,
  name: string,
): Finding | null {
  const occasion = [place, date || year].join(' ')
  const twin = occasions.get(occasion)
  if (twin === undefined) {
    occasions.set(occasion, name)
    return null
  }
  return { line: 1, message: `is of ${occasion}, as ${twin} is; remove one if they are the same report` }
}

/** Turns one Source into a report file's text, or says why it is no report. No file is touched. */

import type { ReportMeta } from '../corpus/report.ts'
import { lettersOf } from '../text/normalizer.ts'
import { restoreRadicals } from '../text/radicals.ts'
import { cleanLines, type Dropped, type Line } from './lines/clean.ts'
import { partFootNotes, placeFootNotes } from './lines/foot-notes.ts'
import { decodeLeftovers } from './lines/line.ts'
import { measureLines } from './lines/measure.ts'
import { dropFootmarks } from './lines/notes.ts'
import { readPrintedNote } from './lines/printed-note.ts'
import { dropRepeats } from './lines/repeats.ts'
import { findReversedRuns, turnRuns } from './lines/reverse-pages.ts'
import { joinTableRows } from './lines/tables.ts'
import { unwrap } from './lines/unwrap.ts'
import { divideLines, findHeadAgain } from './report/body.ts'
import { formatReport } from './report/format-report.ts'
import { refusal } from './report/genre.ts'
import { joinGlossaryEntries } from './report/glossary.ts'
import { readHeadRest } from './report/head-rest.ts'
import { type Metadata, readMetadata } from './report/metadata.ts'
import { type Block, outline } from './report/outline.ts'
import { levelOf } from './report/place.ts'
import { makeFormerId, makeReportId } from './report/report-id.ts'
import type { Source } from './source/source.ts'

export interface ImportOptions {
  /** Report id; made from place and year when absent. */
  readonly id?: string
  /** Fields that the person who imports knows better than the text. */
  readonly place?: string
  readonly year?: number
  readonly date?: string
  readonly speaker?: string
  readonly url?: string
  /** Import also what does not look like a report. */
  readonly force?: boolean
  /** The place of the other report that has an id already; null where none has, the default. */
  readonly holderOf?: (id: string) => string | null
}

/** What an import found and made. */
export interface Imported {
  readonly status: 'imported'
  readonly meta: ReportMeta
  /** The report file, ready to be written as `<meta.id>.md`. */
  readonly text: string
  readonly headings: number
  readonly paragraphs: number
  /** Letters and figures of the source that stand in the report file, front matter included. */
  readonly keptChars: number
  /** Letters and figures of the source that do not; each stands in `dropped`. */
  readonly droppedChars: number
  readonly dropped: readonly Dropped[]
  /** In words for the person who imports. */
  readonly warnings: readonly string[]
}

/** The source is no report, or lacks what a report file needs. */
export interface Refused {
  readonly status: 'refused'
  /** What is wrong and the fix. */
  readonly reason: string
  readonly warnings: readonly string[]
}

/** Makes a report of a source: clean · divide · turn pages · unwrap · outline · metadata · format. */
export function importSource(given: Source, options: ImportOptions = {}): Imported | Refused {
  if (isReportFile(given) && options.force !== true)
    return {
      status: 'refused',
      reason:
        'is a report file already: copy it into the corpus folder, for an import would lose its date and speaker',
      warnings: [],
    }
  const source = withoutRadicals(given)
  const found = readParts(source)
  const { head, headAgain, paragraphs } = found
  const warnings = [...source.warnings, ...found.warnings]

  const refused = refusal({
    head: textsOf(head),
    body: textsOf(paragraphs),
    fileName: source.name,
    lineCount: found.lineCount,
  })
  if (refused !== null && options.force !== true)
    return { status: 'refused', reason: `${refused}; --force imports it all the same`, warnings }
  if (paragraphs.length === 0)
    return { status: 'refused', reason: 'holds no text; obtain it again', warnings }
  if (refused !== null) warnings.push(refused)

  const blocks = outline(paragraphs)
  const { meta, warnings: ofMeta } = describe(found, blocks, source, options)
  warnings.push(...ofMeta)
  if (typeof meta === 'string') return { status: 'refused', reason: meta, warnings }
  warnings.push(...warnOfTwin(meta, options))

  const heads = [...head, ...headAgain]
  const rests = heads.flatMap((line) => restOfHead(line, meta))
  const dropped = [...rests, ...found.droppedAround, ...found.droppedWithin].sort((a, b) => a.line - b.line)
  const { total, droppedChars, lost } = weighLetters({ source, head: heads, rests, dropped, blocks })
  if (lost !== 0)
    warnings.push(
      `${lost} letters are neither in the report file nor among what was left out: report this as a fault of yinju`,
    )
  warnings.push(...reviewBlocks(blocks))
  const headings = blocks.filter((block) => block.level > 0).length
  return {
    status: 'imported',
    meta,
    text: formatReport(meta, blocks),
    headings,
    paragraphs: blocks.length - headings,
    keptChars: Math.max(0, total - droppedChars),
    droppedChars,
    dropped,
    warnings,
  }
}

/** What an import made before; no other front matter names the hash of an original. */
function isReportFile({ lines }: Source): boolean {
  const end = lines.findIndex(({ text }, index) => index > 0 && text === '---')
  return (
    lines[0]?.text === '---' && lines.slice(1, end).some(({ text }) => /^sha256: [\da-f]{64}$/u.test(text))
  )
}

/** Cleans the lines of a source and tells its head from the paragraphs of the report. */
function readParts(source: Source) {
  const clean = cleanLines(source.lines)
  const parted = partFootNotes(clean.lines)
  const single = dropRepeats(parted.text)
  // Of a page that prints the report twice, the second copy alone may have date, meeting and speaker.
  const again = new Set(findHeadAgain(single.heads))
  const divided = divideLines(single.lines.filter((line) => !again.has(line)))
  // Only a page of wrapped lines can stand upside down.
  const measure = measureLines(divided.body).find((found) => found !== null)
  const runs = measure === undefined || measure === null ? [] : findReversedRuns(divided.body, measure)
  const rows = joinTableRows(turnRuns(divided.body, runs))
  const notes = dropFootmarks(placeFootNotes(joinGlossaryEntries(unwrap(rows)), parted.notes))
  return {
    lineCount: clean.lines.length,
    head: divided.head,
    headAgain: [...again],
    paragraphs: notes.paragraphs,
    droppedAround: [...clean.dropped, ...divided.dropped],
    droppedWithin: [...single.dropped, ...notes.dropped],
    warnings: [
      ...(single.warning === null ? [] : [single.warning]),
      ...runs.map((run) => pageTurned(divided.body, run.from, run.to)),
    ],
  }
}

/** What the report says of itself, or why that is too little for a report file. */
function describe(
  { head, headAgain, droppedAround }: ReturnType<typeof readParts>,
  blocks: readonly Block[],
  source: Source,
  options: ImportOptions,
): { readonly meta: ReportMeta | string; readonly warnings: readonly string[] } {
  const metadata = readMetadata({
    head: textsOf(head),
    headAgain: textsOf(headAgain),
    headings: textsOf(blocks.filter((block) => block.level > 0)),
    body: textsOf(blocks.filter((block) => block.level === 0)),
    fileName: source.name,
  })
  const note = readPrintedNote({ head: textsOf(head), dropped: textsOf(droppedAround) })
  const ofNote = note === '' ? [] : [`the source prints a note about its text, kept as note: ${note}`]
  return {
    meta: makeMeta({ ...metadata, note }, source, options),
    warnings: [...metadata.warnings, ...ofNote],
  }
}

function textsOf(parts: readonly Texted[]): string[] {
  return parts.map(({ text }) => text)
}

interface Letters {
  readonly source: Source
  readonly head: readonly Texted[]
  /** What of the head no field of the metadata holds; among `dropped`, too. */
  readonly rests: readonly Texted[]
  readonly dropped: readonly Texted[]
  readonly blocks: readonly Texted[]
}

interface Texted {
  readonly text: string
}

/** Every letter of the source is in the head, in a block, or dropped; `lost` is how many are not. */
function weighLetters({ source, head, rests, dropped, blocks }: Letters) {
  const total = countLetters(source.lines.map((line) => decodeLeftovers(line.text)))
  const count = (parts: readonly Texted[]): number => countLetters(textsOf(parts))
  const droppedChars = count(dropped)
  const lost = total - droppedChars - (count(head) - count(rests)) - count(blocks)
  return { total, droppedChars, lost }
}

/** Words in radicals would be found by nobody, and headings and places in them not be known. */
function withoutRadicals(source: Source): Source {
  let radicals = 0
  const lines = source.lines.map((line) => {
    const { text, count } = restoreRadicals(line.text)
    radicals += count
    return count === 0 ? line : { ...line, text }
  })
  if (radicals === 0) return source
  const warning = `${radicals} characters stood as radicals of the same shape (⼀ for 一); written as characters`
  return { ...source, lines, warnings: [...source.warnings, warning] }
}

function countLetters(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + lettersOf(text).length, 0)
}

function warnOfTwin({ id, place }: ReportMeta, { holderOf }: ImportOptions): string[] {
  const first = id.replace(/(?<=-\d{4})-\d+$/u, '')
  if (holderOf?.(first) !== place || id === first) return []
  return [`${first} is of the same place and year; remove one of them if they are the same report`]
}

/** What a line of the head says beyond what the front matter keeps of it. */
function restOfHead(line: Line, meta: ReportMeta): Dropped[] {
  const text = readHeadRest(line.text, meta)
  return text === '' ? [] : [{ line: line.number, text, reason: 'rest of a line above the report' }]
}

function pageTurned(lines: readonly Line[], from: number, to: number): string {
  return `lines ${lines[from]?.number ?? 0} to ${lines[to]?.number ?? 0} stand in reverse order and were turned`
}

/** The options win over the text. */
function makeMeta(
  found: Metadata & Pick<ReportMeta, 'note'>,
  source: Source,
  options: ImportOptions,
): ReportMeta | string {
  const place = options.place ?? found.place
  const year = options.year ?? (options.date === undefined ? found.year : Number(options.date.slice(0, 4)))
  if (place === '') return 'names no place; give one with --place'
  if (year === null) return 'tells no year; give one with --year or --date'
  const from = Object.fromEntries(
    Object.entries({ ...found.from, ...given(options) }).filter(
      ([field]) => field !== 'place' || options.place === undefined,
    ),
  )
  const id = options.id ?? makeReportId(place, year, options.holderOf ?? (() => null))
  const former = makeFormerId(place, year)
  return {
    id,
    title: found.title,
    place,
    level: options.place === undefined ? found.level : levelOf(place),
    meeting: found.meeting,
    date: options.date ?? found.date,
    year,
    reviews: found.year === year ? found.reviews : year - 1,
    plans: found.year === year ? found.plans : year,
    speaker: options.speaker ?? found.speaker,
    post: found.post,
    note: found.note,
    url: options.url ?? (found.url || (source.url ?? '')),
    source: '',
    ...(former !== id && options.id === undefined && { formerly: [former] }),
    sha256: source.sha256,
    from: options.place === undefined ? from : { ...from, place: 'option' },
  }
}

function given(options: ImportOptions): Record<string, string> {
  const fields = ['year', 'date', 'speaker'] as const
  return Object.fromEntries(
    fields.filter((field) => options[field] !== undefined).map((field) => [field, 'option']),
  )
}

/** What a person should look at. */
function reviewBlocks(blocks: readonly Block[]): string[] {
  const warnings: string[] = []
  const open = blocks.filter(
    (block) => block.level === 0 && block.text.length >= 60 && /[\p{Script=Han}，、]$/u.test(block.text),
  )
  if (open.length > 0)
    warnings.push(
      `${open.length} paragraphs end without a full stop, first at line ${open[0]?.line ?? 0} of the source`,
    )
  if (!blocks.some((block) => block.level > 0)) warnings.push('no heading found')
  return warnings
}

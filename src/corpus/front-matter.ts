/** Turns the YAML between the two --- lines into the report's metadata, or what is wrong with it and where. */

import { type Document, isMap, LineCounter, parseDocument, visit, type YAMLMap } from 'yaml'
import {
  FIRST_YEAR,
  isYear,
  LAST_YEAR,
  LEVELS,
  type Level,
  type ReportFault,
  type ReportMeta,
} from './report.ts'

/** A report of a hundred pages has one of 2 KB. */
const MAX_FRONT_MATTER_BYTES = 64 * 1024
const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export interface FrontMatter {
  readonly meta: ReportMeta
  /** `pages[k]` is the number of the first paragraph that begins on page k + 1. */
  readonly pages: readonly number[]
}

/** Reads the fields; faults are added to `faults`, with the line of the file on which each stands. */
export function parseFrontMatter(id: string, source: string, faults: ReportFault[]): FrontMatter | null {
  const faultsBefore = faults.length
  const lineCounter = new LineCounter()
  const document = parseYaml(source, lineCounter, faults)
  if (document === null) return null
  const read = createFieldReader(document, lineCounter, faults)
  const year = read.year('year')
  if (year === null && faults.length === faultsBefore) {
    read.fault('year', 'is missing; write the year of the meeting, four digits')
  }
  checkTexts(read)
  const { from, pages, formerly } = readLists(read)
  if (faults.length > faultsBefore || year === null) return null
  return {
    pages,
    meta: {
      id,
      title: read.text('title'),
      place: read.text('place'),
      level: read.text('level') as Level | '',
      meeting: read.text('meeting'),
      date: read.text('date'),
      year,
      reviews: read.year('reviews'),
      plans: read.year('plans'),
      speaker: read.text('speaker'),
      post: read.text('post'),
      note: read.text('note'),
      url: read.text('url'),
      source: read.text('source'),
      sha256: read.text('sha256'),
      ...(formerly.length > 0 && { formerly }),
      from,
    },
  }
}

type FieldReader = ReturnType<typeof createFieldReader>

function checkTexts(read: FieldReader): void {
  for (const name of ['title', 'place'] as const) {
    if (read.text(name) === '') read.fault(name, 'is missing; write it as printed')
  }
  const level = read.text('level')
  if (level !== '' && !(LEVELS as readonly string[]).includes(level)) {
    read.fault('level', `${level} is not known; write one of ${LEVELS.join(' ')}`)
  }
  const date = read.text('date')
  if (date !== '' && !ISO_DATE.test(date)) read.fault('date', `${date} is not a day; write it as 2023-01-12`)
}

/** What is not of its form is told as a fault. */
function readLists(read: FieldReader) {
  const from = read.raw('from') ?? {}
  if (typeof from !== 'object' || Array.isArray(from)) read.fault('from', 'is not a list of field: origin')
  const pages = read.raw('pages') ?? []
  if (!Array.isArray(pages) || pages.some((page) => !Number.isInteger(page))) {
    read.fault('pages', 'is not a list of paragraph numbers; write [1, 5, 9] or remove it')
  }
  const formerly = read.raw('formerly') ?? []
  if (!Array.isArray(formerly) || formerly.some((former) => typeof former !== 'string')) {
    read.fault('formerly', 'is not a list of ids; write [shanxi-2024] or remove it')
  }
  return { from: from as Record<string, string>, pages: pages as number[], formerly: formerly as string[] }
}

type Fields = Document.Parsed & { readonly contents: YAMLMap.Parsed }

/** Null, with the faults told, for what is no map of fields and their values. */
function parseYaml(source: string, lineCounter: LineCounter, faults: ReportFault[]): Fields | null {
  const fault = (line: number, message: string): void => {
    faults.push({ line, message })
  }
  const bytes = Buffer.byteLength(source)
  if (bytes > MAX_FRONT_MATTER_BYTES) {
    const sizes = `${Math.round(bytes / 1024)} KB, more than ${MAX_FRONT_MATTER_BYTES / 1024}`
    fault(1, `front matter has ${sizes}; write only the fields of a report`)
    return null
  }
  let document: Document.Parsed
  try {
    document = parseDocument(source, { lineCounter, schema: 'core' })
  } catch (error) {
    // Parts nested a thousand deep are more than the library can take.
    fault(2, `front matter cannot be read (${(error as Error).message}); write each field on one line`)
    return null
  }
  const faultsBefore = faults.length
  for (const error of document.errors) {
    const what = error.message.split('\n')[0]
    fault(lineAt(error.pos[0], lineCounter), `front matter is not YAML (${what}); correct the line`)
  }
  // One may stand for a million others, and no field of a report needs any.
  visit(document, {
    Alias: (_key, { source: name, range }) => {
      const line = lineAt(range?.[0], lineCounter)
      fault(line, `*${name} refers to another field; put the value in quotation marks`)
    },
  })
  if (faults.length > faultsBefore) return null
  if (isMap(document.contents)) return document as Fields
  fault(2, 'front matter holds no fields; write title:, place:, year: …')
  return null
}

/** The line of the file, whose first one is ---; that below it where the place is not known. */
function lineAt(offset: number | undefined, lineCounter: LineCounter): number {
  return offset === undefined ? 2 : lineCounter.linePos(offset).line + 1
}

/** Reads fields as text or years; what is neither becomes a fault. */
function createFieldReader(document: Fields, lineCounter: LineCounter, faults: ReportFault[]) {
  const fields = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>
  const fault = (name: string, message: string): void => {
    const pair = document.contents.items.find((item) => String(item.key) === name)
    faults.push({ line: lineAt(pair?.key.range[0], lineCounter), message: `${name}: ${message}` })
  }
  return {
    fault,
    raw: (name: string): unknown => fields[name],
    text(name: string): string {
      const value = fields[name]
      if (value === undefined || value === null) return ''
      if (typeof value === 'string') return value.trim()
      if (typeof value === 'number') return String(value)
      fault(name, 'is not text; write it on one line')
      return ''
    },
    year(name: string): number | null {
      const value = fields[name]
      if (value === undefined || value === null || value === '') return null
      if (typeof value === 'number' && isYear(value)) return value
      fault(name, `${String(value)} is not a year; write four digits from ${FIRST_YEAR} to ${LAST_YEAR}`)
      return null
    },
  }
}

/** One field of a report file as it is written, without reading the rest; '' when there is none. */
export function readFrontMatterField(file: string, name: string): string {
  const end = file.indexOf('\n---', 3)
  const front = end < 0 ? '' : file.slice(0, end)
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'mu').exec(front)?.[1]?.trim() ?? ''
}

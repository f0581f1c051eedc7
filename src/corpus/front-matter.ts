/** Turns the YAML between the two --- lines into the report's metadata, or what is wrong with it and where. */

import { type Document, isMap, LineCounter, parseDocument, visit } from 'yaml'
import type { ReportFault } from './report.ts'

import { LEVELS, type Level, type ReportMeta } from './report.ts'

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
  const bytes = Buffer.byteLength(source)
  if (bytes > MAX_FRONT_MATTER_BYTES) {
    const message = `front matter has ${Math.round(bytes / 1024)} KB, more than ${MAX_FRONT_MATTER_BYTES / 1024}; write only the fields of a report`
    faults.push({ line: 1, message })
    return null
  }
  const lineCounter = new LineCounter()
  const document = parseYaml(source, lineCounter, faults)
  if (document === null) return null
  for (const error of document.errors) {
    const line = lineCounter.linePos(error.pos[0]).line + 1
    faults.push({
      line,
      message: `front matter is not YAML (${error.message.split('\n')[0]}); correct the line`,
    })
  }
  // One may stand for a million others, and no field of a report needs any.
  visit(document, {
    Alias: (_key, { source: name, range }) => {
      const line = range == null ? 2 : lineCounter.linePos(range[0]).line + 1
      faults.push({ line, message: `*${name} refers to another field; put the value in quotation marks` })
    },
  })
  if (document.errors.length > 0 || faults.length > faultsBefore) return null
  if (!isMap(document.contents)) {
    faults.push({
      line: 2,
      message: 'front matter holds no fields; write title:, place:, year: …',
    })
    return null
  }
  const fields = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>
  const lineOf = (name: string): number => {
    const pair = isMap(document.contents)
      ? document.contents.items.find((item) => String(item.key) === name)
      : undefined
    const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range
    return range === undefined ? 2 : lineCounter.linePos(range[0]).line + 1
  }
  const fault = (name: string, message: string): void => {
    faults.push({ line: lineOf(name), message: `${name}: ${message}` })
  }
  const text = (name: string): string => {
    const value = fields[name]
    if (value === undefined || value === null) return ''
    if (typeof value === 'string') return value.trim()
    if (typeof value === 'number') return String(value)
    fault(name, 'is not text; write it on one line')
    return ''
  }
  const year = (name: string): number | null => {
    const value = fields[name]
    if (value === undefined || value === null || value === '') return null
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1949 && value <= 2100) return value
    fault(name, `${String(value)} is not a year; write four digits from 1949 to 2100`)
    return null
  }
  const yearOfMeeting = year('year')
  if (yearOfMeeting === null && faults.length === faultsBefore) {
    fault('year', 'is missing; write the year of the meeting, four digits')
  }
  for (const name of ['title', 'place'] as const) {
    if (text(name) === '') fault(name, 'is missing; write it as printed')
  }
  const level = text('level')
  if (level !== '' && !(LEVELS as readonly string[]).includes(level)) {
    fault('level', `${level} is not known; write one of ${LEVELS.join(' ')}`)
  }
  const date = text('date')
  if (date !== '' && !ISO_DATE.test(date)) fault('date', `${date} is not a day; write it as 2023-01-12`)
  const from = fields.from ?? {}
  if (typeof from !== 'object' || Array.isArray(from)) fault('from', 'is not a list of field: origin')
  const pages = fields.pages ?? []
  if (!Array.isArray(pages) || pages.some((page) => !Number.isInteger(page))) {
    fault('pages', 'is not a list of paragraph numbers; write [1, 5, 9] or remove it')
  }
  const formerly = fields.formerly ?? []
  if (!Array.isArray(formerly) || formerly.some((former) => typeof former !== 'string')) {
    fault('formerly', 'is not a list of ids; write [shanxi-2024] or remove it')
  }
  if (faults.length > faultsBefore || yearOfMeeting === null) return null
  return {
    pages: pages as number[],
    meta: {
      id,
      title: text('title'),
      place: text('place'),
      level: level as Level | '',
      meeting: text('meeting'),
      date,
      year: yearOfMeeting,
      reviews: year('reviews'),
      plans: year('plans'),
      speaker: text('speaker'),
      post: text('post'),
      note: text('note'),
      url: text('url'),
      source: text('source'),
      sha256: text('sha256'),
      ...((formerly as string[]).length > 0 && { formerly: formerly as string[] }),
      from: from as Record<string, string>,
    },
  }
}

/** Parts nested a thousand deep are more than the library can take. */
function parseYaml(source: string, lineCounter: LineCounter, faults: ReportFault[]): Document.Parsed | null {
  try {
    return parseDocument(source, { lineCounter, schema: 'core' })
  } catch (error) {
    const message = `front matter cannot be read (${(error as Error).message}); write each field on one line`
    faults.push({ line: 2, message })
    return null
  }
}

/** One field of a report file as it is written, without reading the rest; '' when there is none. */
export function readFrontMatterField(file: string, name: string): string {
  const end = file.indexOf('\n---', 3)
  const front = end < 0 ? '' : file.slice(0, end)
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'mu').exec(front)?.[1]?.trim() ?? ''
}

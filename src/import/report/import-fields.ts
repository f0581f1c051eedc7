/** Says whether a field of a report, as a person gives it, can stand in a report file. */
import { FIRST_YEAR, isYear, LAST_YEAR, REPORT_ID } from '../../corpus/report.ts'

/** What a person who imports may know better than the text. */
export const IMPORT_FIELDS = ['id', 'place', 'year', 'date', 'speaker', 'url'] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

const GRAMMAR: Readonly<Record<ImportField, readonly [isRight: (value: string) => boolean, fix: string]>> = {
  id: [(value) => REPORT_ID.test(value), 'write 1 to 40 of a-z, 0-9 and -'],
  place: [isWritten, 'write the full name'],
  year: [
    (value) => /^\d{4}$/.test(value) && isYear(Number(value)),
    `write four digits from ${FIRST_YEAR} to ${LAST_YEAR}`,
  ],
  date: [isDay, 'write a day as 2023-01-12'],
  speaker: [isWritten, 'write the name'],
  url: [isWritten, 'write the address'],
}

/** What to write instead; null for a value that is right. */
export function fixOf(field: ImportField, value: string): string | null {
  const [isRight, fix] = GRAMMAR[field]
  return isRight(value) ? null : fix
}

function isWritten(value: string): boolean {
  return value.trim() !== ''
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

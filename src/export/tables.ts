/** Answers as tables to work on: the same columns in the chat's files, on the pages and on the command line. */
import type { Answer } from '../answer/answer.ts'
import type { AnsweredHit } from '../answer/answered-hit.ts'
import { citePassage } from '../answer/citation.ts'
import type { Comparison } from '../answer/compare.ts'
import type { FiguresAnswer } from '../answer/figures/answer-figures.ts'
import { FIGURE_FIELDS, figuresToJson } from '../answer/figures/json.ts'
import type { Passage } from '../corpus/report.ts'
import type { ConcordanceLine } from '../counts/concordance.ts'
import { byDate, type Count, type CountedReport } from '../counts/count.ts'
import { csvRow } from './csv.ts'

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Without it spreadsheets take Chinese for another encoding. */
const SPREADSHEET_MARK = '\uFEFF'

/** The table as a file for a spreadsheet. */
export function csvFile({ columns, rows }: Table): string {
  return SPREADSHEET_MARK + [columns, ...rows].map(csvRow).join('')
}

/** What stands in each column of a row, by the column's name. */
type Columns<Row> = Readonly<Record<string, (row: Row) => string | number>>

function tableOf<Row>(columns: Columns<Row>, rows: readonly Row[]): Table {
  const cells = Object.values(columns)
  return { columns: Object.keys(columns), rows: rows.map((row) => cells.map((cell) => cell(row))) }
}

const RESULT: Columns<AnsweredHit> = {
  report: ({ report }) => report.id,
  place: ({ report }) => report.place,
  level: ({ report }) => report.level,
  year: ({ report }) => report.year,
  date: ({ report }) => report.date,
  section: ({ passage }) => passage.section.join(' › '),
  paragraph: ({ passage }) => passage.paragraph,
  kind: ({ kinds }) => kinds.join(' '),
  passage: ({ passage }) => passage.id,
  text: ({ passage }) => passage.text,
  citation: ({ citation }) => citation,
}

/** Of an answer, or of a comparison: there one passage a report. */
export function resultsTable({ hits }: Pick<Answer | Comparison, 'hits'>): Table {
  return tableOf(RESULT, hits)
}

/** @param limit At most so many rows. Default all. */
export function figuresTable(answer: FiguresAnswer | null, limit?: number): Table {
  const { rows } = figuresToJson(answer, limit)
  return { columns: FIGURE_FIELDS, rows: rows.map((row) => FIGURE_FIELDS.map((name) => row[name] ?? '')) }
}

interface ReportOfCount extends Pick<CountedReport, 'report' | 'count' | 'per10000'> {
  readonly phrase: string
  readonly first: Passage | null
}

const COUNT: Columns<ReportOfCount> = {
  phrase: ({ phrase }) => phrase,
  report: ({ report }) => report.id,
  place: ({ report }) => report.place,
  level: ({ report }) => report.level,
  year: ({ report }) => report.year,
  count: ({ count }) => count,
  per_10000: ({ per10000 }) => per10000,
  first: ({ first }) => first?.id ?? '',
  citation: ({ first, report }) => (first === null ? '' : citePassage(first, report)),
}

/** A row a report, also of those that never say it. */
export function countsTable(counts: readonly Count[]): Table {
  const rows = counts.flatMap(({ phrase, reports, without }) =>
    [...reports, ...without.map((report) => ({ report, count: 0, per10000: 0, first: null }))]
      .sort((a, b) => byDate(a.report, b.report))
      .map((row): ReportOfCount => ({ ...row, phrase })),
  )
  return tableOf(COUNT, rows)
}

/** A line of a concordance as programs take it. */
export function lineToJson({ report, passage, before, words, after }: ConcordanceLine) {
  const { id, place, year } = report
  const citation = citePassage(passage, report)
  return { report: id, place, year, passage: passage.id, before, words, after, citation }
}

export function concordanceTable(phrase: string, lines: readonly ConcordanceLine[]): Table {
  const rows = lines.map((line) => [phrase, ...Object.values(lineToJson(line))])
  const columns = ['phrase', 'report', 'place', 'year', 'passage', 'before', 'words', 'after', 'citation']
  return { columns, rows }
}

/** Answers as tables to work on: the same columns in the chat's files, on the pages and on the command line. */
import type { Answer, AnsweredHit } from '../answer/answer.ts'
import { citePassage } from '../answer/citation.ts'
import type { Comparison } from '../answer/compare.ts'
import type { FiguresAnswer } from '../answer/figures/answer-figures.ts'
import { FIGURE_FIELDS, figuresToJson } from '../answer/figures/json.ts'
import type { ConcordanceLine } from '../counts/concordance.ts'
import { byDate, type Count } from '../counts/count.ts'
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

export const RESULT_COLUMNS = [
  'report',
  'place',
  'level',
  'year',
  'date',
  'section',
  'paragraph',
  'kind',
  'passage',
  'text',
  'citation',
] as const

export function resultsTable({ hits }: Pick<Answer, 'hits'>): Table {
  return { columns: RESULT_COLUMNS, rows: hits.map(resultRow) }
}

/** One passage a report. */
export function comparisonTable({ hits }: Comparison): Table {
  return { columns: RESULT_COLUMNS, rows: hits.map(resultRow) }
}

function resultRow({ passage, report, kinds, citation }: AnsweredHit): (string | number)[] {
  return [
    report.id,
    report.place,
    report.level,
    report.year,
    report.date,
    passage.section.join(' › '),
    passage.paragraph,
    kinds.join(' '),
    passage.id,
    passage.text,
    citation,
  ]
}

/** @param limit At most so many rows. Default all. */
export function figuresTable(answer: FiguresAnswer | null, limit?: number): Table {
  const { rows } = figuresToJson(answer, limit)
  return { columns: FIGURE_FIELDS, rows: rows.map((row) => FIGURE_FIELDS.map((name) => row[name] ?? '')) }
}

const COUNT_COLUMNS = [
  'phrase',
  'report',
  'place',
  'level',
  'year',
  'count',
  'per_10000',
  'first',
  'citation',
]

/** A row a report, also of those that never say it. */
export function countsTable(counts: readonly Count[]): Table {
  const rows = counts.flatMap(({ phrase, reports, without }) =>
    [...reports, ...without.map((report) => ({ report, count: 0, per10000: 0, first: null }))]
      .sort((a, b) => byDate(a.report, b.report))
      .map(({ report, count, per10000, first }) => [
        phrase,
        report.id,
        report.place,
        report.level,
        report.year,
        count,
        per10000,
        first?.id ?? '',
        first === null ? '' : citePassage(first, report),
      ]),
  )
  return { columns: COUNT_COLUMNS, rows }
}

export const CONCORDANCE_COLUMNS = [
  'phrase',
  'report',
  'place',
  'year',
  'passage',
  'before',
  'words',
  'after',
  'citation',
] as const

export function concordanceTable(phrase: string, lines: readonly ConcordanceLine[]): Table {
  const rows = lines.map(({ report, passage, before, words, after }) => [
    phrase,
    report.id,
    report.place,
    report.year,
    passage.id,
    before,
    words,
    after,
    citePassage(passage, report),
  ])
  return { columns: CONCORDANCE_COLUMNS, rows }
}

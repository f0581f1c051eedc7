/** Counts phrases over the corpus: as text for people, a line of JSON each, or a table phrase by report. */
import { type ConcordanceLine, findConcordance } from '../counts/concordance.ts'
import { byDate, type Count, countPhrase } from '../counts/count.ts'
import { countToJson } from '../counts/json.ts'
import { csvRow } from '../export/csv.ts'
import { concordanceTable, lineToJson } from '../export/tables.ts'
import type { ReportSummary } from '../search/backend.ts'
import type { Searcher } from '../search/searcher.ts'
import { defineCommand } from './command.ts'
import {
  CORPUS_HELP,
  CORPUS_OPTIONS,
  corpusEnvironment,
  FORMAT_OPTIONS,
  type Format,
  printable,
  readFormat,
  refuseEmpty,
  textsOf,
  writeOut,
} from './corpus-options.ts'
import { withSearcher } from './with-searcher.ts'

const HELP = `usage: yinju count [--lines] [--json|--csv] [--corpus DIR] [--backend minisearch|opensearch] [PHRASE]

How often a phrase stands in each report, and which reports never say it. Without PHRASE it reads a phrase a line from
standard input. Width, case, script and spaces do not matter; every character else does.

  --json          a line of JSON a phrase
  --csv           a table: a row a phrase, a column a report
  --lines         every place instead: the phrase in the midst of its words, with its source; 2,000 a phrase at the most
${CORPUS_HELP}`

export const countCommand = defineCommand({
  help: HELP,
  options: { ...CORPUS_OPTIONS, ...FORMAT_OPTIONS, lines: { type: 'boolean', default: false } },
  allowPositionals: true,
  run: async ({ values, positionals }, io) => {
    const format = readFormat(values)
    refuseEmpty(positionals, 'the words to count')
    const print = values.lines ? printLines : printCount
    return withSearcher(
      { command: 'count', env: corpusEnvironment(values, io.env), io },
      async (searcher) =>
        await print(searcher, {
          format,
          phrases: textsOf(positionals, io),
          write: (text) => writeOut(io, text),
        }),
    )
  },
})

interface Printing {
  readonly format: Format
  readonly phrases: AsyncIterable<string>
  readonly write: (text: string) => Promise<void>
}

async function printCount(searcher: Searcher, { format, phrases, write }: Printing): Promise<void> {
  const { reports } = await searcher.catalog()
  const columns = [...reports].sort(byDate)
  if (format === 'csv') await write(csvRow(['phrase', 'total', ...columns.map(({ id }) => id)]))
  for await (const phrase of phrases)
    await write(formatCount(await countPhrase(searcher.backend, phrase), format, columns))
}

async function printLines(searcher: Searcher, { format, phrases, write }: Printing): Promise<void> {
  if (format === 'csv') await write(csvRow(concordanceTable('', []).columns))
  for await (const phrase of phrases) {
    const count = await countPhrase(searcher.backend, phrase)
    const lines = await findConcordance(searcher.backend, count)
    if (format === 'csv') await write(concordanceTable(phrase, lines).rows.map(csvRow).join(''))
    else for (const line of lines) await write(formatLine(phrase, line, format))
  }
}

function formatLine(phrase: string, line: ConcordanceLine, format: 'json' | 'text'): string {
  if (format === 'json') return `${JSON.stringify({ phrase, ...lineToJson(line) })}\n`
  const { report, passage, before, words, after } = line
  return `${printable(before)}[${printable(words)}]${printable(after)}\t${report.id} ¶${passage.paragraph}\n`
}

function formatCount(count: Count, format: Format, columns: readonly ReportSummary[]): string {
  if (format === 'json') return `${JSON.stringify(countToJson(count))}\n`
  if (format === 'text') return toText(count)
  const countOf = new Map(count.reports.map((one) => [one.report.id, one.count]))
  return csvRow([count.phrase, count.total, ...columns.map(({ id }) => countOf.get(id) ?? 0)])
}

function toText({ phrase, total, reports, without }: Count): string {
  const asked = reports.length + without.length
  const rows = reports.map(
    ({ report, count, per10000, first }) =>
      `  ${report.year} ${report.place}\t${count}\t${per10000.toFixed(2)} per 10,000 characters\t${report.id} ¶${first.paragraph}`,
  )
  return [
    `${printable(phrase)}: ${total} in ${reports.length} of ${asked} reports`,
    ...rows,
    ...(without.length === 0 ? [] : [`  without: ${without.map(({ id }) => id).join(' ')}`]),
    '',
  ].join('\n')
}

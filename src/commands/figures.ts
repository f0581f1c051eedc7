/** Questions for figures, from the arguments or a line each from standard input; or every figure of the corpus. */

import { join } from 'node:path'
import { answerFigures, type FiguresAnswer } from '../answer/figures/answer-figures.ts'
import { FIGURE_FIELDS, figureFields, figuresToJson } from '../answer/figures/json.ts'
import { loadSearchConfig } from '../config.ts'
import { CorpusError, formatFault, listReportFiles, readReportFile } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import { csvRow } from '../export/csv.ts'
import { readFigures } from '../figures/read-figures.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { defineCommand, type Given, UsageError } from './command.ts'
import {
  CORPUS_HELP,
  CORPUS_OPTIONS,
  corpusEnvironment,
  FORMAT_OPTIONS,
  type Format,
  readFormat,
  readLimit,
  refuseEmpty,
  textsOf,
  writeOut,
} from './corpus-options.ts'
import { figuresText } from './figures-text.ts'
import { withSearcher } from './with-searcher.ts'

const HELP = `usage: yinju figures [--json|--csv] [--limit N] [--corpus DIR] [--backend minisearch|opensearch] [QUESTION]
       yinju figures --all [--json] [--corpus DIR]

Answers with what the reports state in figures: indicator, value, change, year, and whether it was done or is planned.
Without QUESTION it reads a question a line from standard input.

  --all           every figure of the corpus, in reading order
  --json          a JSON object a question; with --all, a figure
  --csv           rows with a head line, for a spreadsheet
  --limit N       at most N rows a question, 1 to 1000 (default: all)
${CORPUS_HELP}
A question: 伊宁市2022年旅游收入多少; 2023年各县GDP增长目标; 哪个县农民收入增长最快; 旅游收入超过40亿的县市.
`

const OPTIONS = {
  ...CORPUS_OPTIONS,
  ...FORMAT_OPTIONS,
  all: { type: 'boolean', default: false },
  limit: { type: 'string' },
} as const

export const figuresCommand = defineCommand({
  help: HELP,
  options: OPTIONS,
  allowPositionals: true,
  run: async (given, io) => {
    const options = readOptions(given, io.env)
    refuseEmpty(given.positionals, 'the figure to look for')
    return given.values.all ? await printAll(options, io) : await answerQuestions(options, io)
  },
})

async function answerQuestions({ env, words, format, limit }: Options, io: CommandIo): Promise<number> {
  return withSearcher({ command: 'figures', env: env, io }, async (searcher) => {
    if (format === 'csv') await writeOut(io, csvRow(FIGURE_FIELDS))
    for await (const line of textsOf(words, io)) {
      await writeOut(io, written(line, await answerFigures(searcher, line), { format, limit }))
    }
  })
}

function written(
  question: string,
  answer: FiguresAnswer | null,
  { format, limit }: Pick<Options, 'format' | 'limit'>,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ question, ...figuresToJson(answer, limit) })}\n`
    case 'csv':
      return figuresToJson(answer, limit)
        .rows.map((row) => csvRow(FIGURE_FIELDS.map((name) => row[name] ?? '')))
        .join('')
    case 'text':
      return figuresText(question, answer, limit)
  }
}

/** Reads the report files themselves: what an index holds of them is the same. */
async function printAll({ env, format }: Options, io: CommandIo): Promise<number> {
  const { corpusDir } = loadSearchConfig(env)
  const names = await listReportFiles(corpusDir)
  if (names.length === 0) {
    throw new CorpusError(
      `corpus folder ${corpusDir}: no report file; make one with yinju import, or set CORPUS_DIR`,
    )
  }
  let broken = 0
  for (const name of names) {
    const { report, faults } = await readReportFile(join(corpusDir, name))
    for (const fault of faults ?? []) io.stderr.write(`yinju figures: ${formatFault(fault)}\n`)
    if (report === undefined) broken++
    else await printReport(report, format === 'json', io)
  }
  return broken === 0 ? 0 : 1
}

async function printReport(report: Report, isJson: boolean, io: CommandIo): Promise<void> {
  for (const figure of readFigures(report)) {
    const fields = figureFields(figure, report)
    const { report: id, year, kind, indicator, value, unit, change, quote } = fields
    const number = [value === null ? '' : `${value}${unit ?? ''}`, change ?? ''].filter((part) => part !== '')
    const cells = [id, year, kind === 'target' ? '目标' : '实绩', indicator, number.join(' '), quote]
    const first = { report: id, year, kind, indicator, value, unit, change, quote }
    await writeOut(io, `${isJson ? JSON.stringify({ ...first, ...fields }) : cells.join('\t')}\n`)
  }
}

interface Options {
  readonly format: Format
  readonly limit: number
  /** The question; without words, from standard input. */
  readonly words: readonly string[]
  readonly env: CommandIo['env']
}

function readOptions({ values, positionals }: Given<typeof OPTIONS>, env: CommandIo['env']): Options {
  const { limit } = values
  const format = readFormat(values)
  if (values.all && positionals.length > 0)
    throw new UsageError('--all takes no question; leave out one of them')
  if (values.all && values.csv) throw new UsageError('--all prints no CSV; say --json, or ask a question')
  return {
    format,
    limit: limit === undefined ? Number.POSITIVE_INFINITY : readLimit(limit),
    words: positionals,
    env: corpusEnvironment(values, env),
  }
}

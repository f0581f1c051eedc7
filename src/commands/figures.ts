/** Every figure of the corpus on standard output, a line each, in reading order. */

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadSearchConfig } from '../config.ts'
import { CorpusError, formatFault, listReportFiles, readReportFile } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import type { Figure } from '../figures/figure.ts'
import { readFigures } from '../figures/read-figures.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { type Command, UsageError } from './command.ts'

const HELP = `usage: yinju figures --all [--json] [--corpus DIR]

Prints what the reports state in figures: indicator, value, change, year, and whether it was done or is planned.

  --all           every figure of the corpus, in reading order
  --json          a JSON object a line; without it a line of text
  --corpus DIR    the folder of report files (default: CORPUS_DIR, or corpus)
`

export const figuresCommand: Command = async (args, io) => {
  const options = readArguments(args, io.env)
  if (options === 'help') {
    io.stdout.write(HELP)
    return 0
  }
  const names = await listReportFiles(options.corpusDir)
  if (names.length === 0) {
    throw new CorpusError(
      `corpus folder ${options.corpusDir}: no report file; make one with yinju import, or set CORPUS_DIR`,
    )
  }
  let broken = 0
  for (const name of names) {
    const file = join(options.corpusDir, name)
    const { report, faults } = await readReportFile(file, name.slice(0, -'.md'.length))
    for (const fault of faults ?? []) io.stderr.write(`yinju figures: ${formatFault({ ...fault, file })}\n`)
    if (report === undefined) broken++
    else printFigures(report, options.isJson, io)
  }
  return broken === 0 ? 0 : 1
}

function printFigures(report: Report, isJson: boolean, io: CommandIo): void {
  for (const figure of readFigures(report)) {
    io.stdout.write(`${isJson ? JSON.stringify(row(report, figure)) : line(report, figure)}\n`)
  }
}

function row(report: Report, figure: Figure): object {
  const { numbers: _, ...stated } = figure
  return { report: report.id, place: report.place, level: report.level, ...stated }
}

function line(report: Report, figure: Figure): string {
  const number = [figure.value === null ? '' : `${figure.value}${figure.unit ?? ''}`, figure.change ?? '']
  return [
    report.id,
    `${figure.year}`,
    figure.kind === 'target' ? '目标' : '实绩',
    figure.indicator,
    number.filter((part) => part !== '').join(' '),
    figure.quote,
  ].join('\t')
}

function readArguments(args: readonly string[], env: CommandIo['env']): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      corpus: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return 'help'
  if (values.corpus === '') throw new UsageError('--corpus: name the folder of report files')
  if (!values.all) throw new UsageError('say --all for every figure of the corpus')
  return { corpusDir: values.corpus ?? loadSearchConfig(env).corpusDir, isJson: values.json }
}

interface Options {
  readonly corpusDir: string
  readonly isJson: boolean
}

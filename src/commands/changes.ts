/** Says what changed from one report to another: sentence by sentence, as text for people or a line of JSON each. */
import { writeFile } from 'node:fs/promises'
import type { ChangePart } from '../counts/compare-sentences.ts'
import { changesToJson } from '../counts/json.ts'
import { type ReportChanges, readChanges } from '../counts/report-changes.ts'
import { changesFile } from '../export/changes-file.ts'
import { changesSheet } from '../export/changes-sheet.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { defineCommand, type Given, UsageError } from './command.ts'
import {
  CORPUS_HELP,
  CORPUS_OPTIONS,
  corpusEnvironment,
  isColoured,
  printable,
  writeOut,
} from './corpus-options.ts'
import { withSearcher } from './with-searcher.ts'

const HELP = `usage: yinju changes [--json] [--out FILE] [--corpus DIR] [--backend minisearch|opensearch] REPORT_A REPORT_B

What REPORT_B says otherwise than REPORT_A, sentence by sentence: kept, reworded, the same with another figure, new; then
what was dropped, and the terms that no earlier report of the place has. A report is named by its id, as yinju search tells it.

  --json          a line of JSON a pair of sentences, and a last line with the terms
  --out FILE      writes all of it into a document instead; the name ends in .docx or .html
${CORPUS_HELP}`

const OPTIONS = {
  ...CORPUS_OPTIONS,
  json: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const

export const changesCommand = defineCommand({
  help: HELP,
  options: OPTIONS,
  allowPositionals: true,
  run: async (given, io) => {
    const { json, a, b, out, env } = readArguments(given, io.env)
    return withSearcher({ command: 'changes', env, io }, async (searcher) => {
      const found = await readChanges(searcher.backend, a, b)
      if ('missing' in found) {
        throw new UsageError(`${found.missing}: the corpus holds no such report; yinju check lists them`)
      }
      if (out !== null) return await writeDocument(found, out)
      const lines = json ? jsonLines(found) : textLines(found, isColoured(io) ? COLOURS : PLAIN)
      for (const line of lines) await writeOut(io, `${line}\n`)
    })
  },
})

interface Arguments {
  readonly json: boolean
  readonly a: string
  readonly b: string
  /** The document to write; null for standard output. */
  readonly out: string | null
  readonly env: CommandIo['env']
}

function readArguments({ values, positionals }: Given<typeof OPTIONS>, env: CommandIo['env']): Arguments {
  const [a, b, ...rest] = positionals
  if (a === undefined || b === undefined || rest.length > 0) {
    throw new UsageError('name two reports: yinju changes REPORT_A REPORT_B')
  }
  const { json, out = null } = values
  if (out !== null && !DOCUMENT.test(out))
    throw new UsageError(`--out ${out}: end the name in .docx or .html`)
  if (out !== null && json) throw new UsageError('--json and --out: choose one')
  return { json, out, a: reportId(a), b: reportId(b), env: corpusEnvironment(values, env) }
}

const DOCUMENT = /\.(?:docx|html)$/iu

/** In Chinese, as the reports are. */
async function writeDocument(found: ReportChanges, file: string): Promise<void> {
  const { textsIn } = await import('../web/texts.ts')
  const form = /html$/iu.test(file) ? 'html' : 'docx'
  const bytes = await changesFile(changesSheet(found, textsIn('zh-hans')), form)
  await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`--out ${file}: cannot be written (${error.code}); name a file in a folder that is there`)
  })
}

/** The name of a report's file is taken for its id. */
function reportId(name: string): string {
  return name.replace(/^.*[\\/]|\.md$/gu, '')
}

function* jsonLines(found: ReportChanges): Generator<string> {
  const { changes, terms } = changesToJson(found)
  for (const change of changes) yield JSON.stringify(change)
  yield JSON.stringify({ terms })
}

interface Style {
  readonly removed: (text: string) => string
  readonly added: (text: string) => string
}
const PLAIN: Style = { removed: (text) => `[-${text}-]`, added: (text) => `{+${text}+}` }
const COLOURS: Style = {
  removed: (text) => `\u001b[31;9m${text}\u001b[0m`,
  added: (text) => `\u001b[32m${text}\u001b[0m`,
}

function* textLines({ changes, terms, earlier }: ReportChanges, style: Style): Generator<string> {
  for (const { kind, a, b, diff } of changes) {
    const place = [a === null ? '' : `¶${a.paragraph}`, b === null ? '' : `¶${b.paragraph}`]
      .join(' → ')
      .trim()
    const words =
      diff.length > 0
        ? diff.map((part) => partToText(part, style)).join('')
        : printable(b?.text ?? a?.text ?? '')
    yield `${kind.padEnd(9)}${place}\t${words}`
  }
  const said = terms.map(({ term, count }) => (count > 1 ? `${term} ×${count}` : term))
  yield `terms that the ${earlier} earlier ${earlier === 1 ? 'report does' : 'reports do'} not have: ${said.join(' · ') || 'none'}`
}

function partToText({ kind, text }: ChangePart, style: Style): string {
  return kind === 'same' ? printable(text) : style[kind](printable(text))
}

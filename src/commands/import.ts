/** Turns files as they were obtained into report files in the corpus folder, with a table or a line of JSON for each. */

import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { corpusToWrite } from '../config.ts'
import { type Imported, type ImportOptions, importSource, type Refused } from '../import/import-report.ts'
import { isPlainText, readInput, readSourcesFromBytes } from '../import/read-source.ts'
import { fixOf, IMPORT_FIELDS } from '../import/report/import-fields.ts'
import { OPERATOR_LIMITS, readSourcesSandboxed } from '../import/sandbox.ts'
import { type ReadSource, type Source, SourceError } from '../import/source/source.ts'
import {
  holderOn,
  ReportExistsError,
  type ReportShelf,
  readShelf,
  type Shelved,
  writeReportFile,
} from '../import/write-report.ts'
import { TIMEOUT_MS as IMPORT_TIMEOUT_MS, importInThread } from '../run/import-in-thread.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { defineCommand, type Given, UsageError } from './command.ts'
import { formatTable, Progress } from './import-output.ts'

const HELP = `usage: yinju import FILE… [--out DIR] [--dry-run] [--json] [--force]
                    [--id ID] [--place NAME] [--year YYYY] [--date YYYY-MM-DD] [--speaker NAME] [--url URL]

Makes a report file of each txt, md, html, docx or pdf file, of each file in a zip, and of each file in a folder.

  --out DIR       the corpus folder (default: CORPUS_DIR, or corpus)
  --dry-run       write nothing; show every line that would be left out, and why
  --json          a line of JSON a file
  --force         import what does not look like a report; write a report file anew
  --id ID         the report's id: 1 to 40 of a-z, 0-9 and - (default: the place in pinyin and the year)
  --place, --year, --date, --speaker, --url
                  what you know better than the text

A file that cannot be read gives status 1, and so does an import of nothing; the others are imported all the same.
`

/** What became of one file. The JSON of --json has these names. */
type Outcome = ReturnType<typeof outcomeOf>

interface End {
  readonly status: 'imported' | 'refused' | 'failed'
  readonly out?: string
  readonly warnings?: readonly string[]
  readonly reason?: string
  /** With --dry-run: what would be left out. */
  readonly dropped?: Imported['dropped']
}

function outcomeOf(
  file: string,
  { status, out = '', warnings = [], reason = '', dropped }: End,
  made?: Imported,
) {
  const { id, title, place, level, year, date, meeting, speaker, post } = made?.meta ?? NO_META
  return {
    file,
    status,
    id,
    out,
    title,
    place,
    level,
    year,
    date,
    meeting,
    speaker,
    post,
    headings: made?.headings ?? 0,
    paragraphs: made?.paragraphs ?? 0,
    kept_chars: made?.keptChars ?? 0,
    dropped_chars: made?.droppedChars ?? 0,
    warnings,
    reason,
    ...(dropped !== undefined && { dropped }),
  }
}

const NO_META = {
  id: '',
  title: '',
  place: '',
  level: '',
  year: null,
  date: '',
  meeting: '',
  speaker: '',
  post: '',
} as const

interface ImportArguments {
  readonly files: readonly string[]
  readonly corpus: string
  readonly dryRun: boolean
  readonly json: boolean
  readonly options: ImportOptions
}

const TEXT = { type: 'string' } as const
const FLAG = { type: 'boolean', default: false } as const
const OPTIONS = {
  out: TEXT,
  id: TEXT,
  place: TEXT,
  year: TEXT,
  date: TEXT,
  speaker: TEXT,
  url: TEXT,
  'dry-run': FLAG,
  json: FLAG,
  force: FLAG,
} as const

export const importCommand = defineCommand({
  help: HELP,
  options: OPTIONS,
  allowPositionals: true,
  run: async (given, io) => {
    const parsed = readArguments(given, io.env)
    const files = await listFiles(parsed.files)
    if (files.length === 0)
      throw new Error(`${parsed.files.join(', ')}: no file in it; name a folder that holds some`)
    const progress = new Progress(io.stderr, files.length)
    const shelf = new Map(await readShelf(parsed.corpus))
    const outcomes: Outcome[] = []
    for (const file of files) {
      progress.step(file)
      for (const outcome of await importFile(file, { ...parsed, shelf })) {
        outcomes.push(outcome)
        if (parsed.json) io.stdout.write(`${JSON.stringify(outcome)}\n`)
        else if (parsed.dryRun) io.stdout.write(describeDropped(outcome))
      }
    }
    progress.end()
    if (!parsed.json) io.stdout.write(formatOutcomes(outcomes))
    const isFailure = outcomes.some((outcome) => outcome.status === 'failed')
    return isFailure || !outcomes.some((outcome) => outcome.status === 'imported') ? 1 : 0
  },
})

function readArguments(
  { values, positionals }: Given<typeof OPTIONS>,
  env: CommandIo['env'],
): ImportArguments {
  if (positionals.length === 0) throw new UsageError('no file; name one or more, or a folder')
  if (values.out === '') throw new UsageError('--out: name the corpus folder')
  const given = IMPORT_FIELDS.flatMap((field) => {
    const value = values[field]
    if (value === undefined) return []
    const fix = fixOf(field, value)
    if (fix !== null) throw new UsageError(`--${field} ${value}: ${fix}`)
    return [[field, field === 'year' ? Number(value) : value]]
  })
  if (values.id !== undefined && positionals.length > 1) {
    throw new UsageError('--id is for one file; import the others without it')
  }
  return {
    files: positionals,
    corpus: values.out ?? corpusToWrite(env),
    dryRun: values['dry-run'],
    json: values.json,
    options: { ...(Object.fromEntries(given) as ImportOptions), force: values.force },
  }
}

/** A folder stands for the files in it, those of its subfolders not included. */
async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
    const names = isFolder ? (await readdir(path)).filter((name) => !name.startsWith('.')).sort() : null
    files.push(...(names?.map((name) => join(path, name)) ?? [path]))
  }
  return files
}

interface ImportContext extends ImportArguments {
  /** Grows with every import. */
  readonly shelf: Map<string, Shelved>
}

/** Reads and imports one file as the bot does what it is sent: no file can make the program hang or swell. */
async function importFile(file: string, context: ImportContext): Promise<Outcome[]> {
  const { options, shelf } = context
  const read = await readFileGuarded(file)
  const sources = read.filter((source) => source.error === undefined)
  const outcomes: Outcome[] = []
  const imports = await importGuarded(sources, options, shelf)
  for (const source of read) {
    const imported = source.error === undefined ? imports[sources.indexOf(source)] : undefined
    outcomes.push(await storeOne(source, imported, context))
  }
  return outcomes
}

/** A process of its own takes longer to start than a short text to read. */
const MAX_SHORT = { bytes: 1024 * 1024, lines: 20_000 }

async function readFileGuarded(file: string): Promise<readonly ReadSource[]> {
  try {
    const bytes = await readInput(file)
    const isShort = bytes.length <= MAX_SHORT.bytes && (await isPlainText(bytes))
    return isShort
      ? await readSourcesFromBytes(file, bytes)
      : await readSourcesSandboxed(file, bytes, OPERATOR_LIMITS)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return [{ file, name: basename(file), error }]
  }
}

async function importGuarded(
  sources: readonly Source[],
  options: ImportOptions,
  shelf: ReportShelf,
): Promise<readonly (Imported | Refused)[]> {
  const [first, ...others] = sources
  if (first === undefined) return []
  const isShort =
    others.length === 0 && first.bytes.length <= MAX_SHORT.bytes && first.lines.length <= MAX_SHORT.lines
  if (isShort && first.format === 'txt')
    return [importSource(first, { ...options, holderOf: holderOn(shelf, first.sha256) })]
  return await importInThread({ sources, options, shelf }, IMPORT_TIMEOUT_MS * sources.length)
}

async function storeOne(
  source: ReadSource,
  imported: Imported | Refused | undefined,
  { corpus, dryRun, options, shelf }: ImportContext,
): Promise<Outcome> {
  const { file } = source
  const failed = (reason: string): Outcome => outcomeOf(file, { status: 'failed', reason })
  if (source.error !== undefined) return failed(source.error.message)
  if (imported === undefined) return failed('could not be imported; try it alone')
  if (imported.status === 'refused') return outcomeOf(file, imported)
  const { meta, warnings, dropped } = imported
  const out = join(corpus, `${meta.id}.md`)
  const end: End = { status: 'imported', out, warnings, ...(dryRun && { dropped }) }
  try {
    if (!dryRun) await writeReportFile(imported, source, { corpus, force: options.force ?? false })
    shelf.set(meta.id, meta)
    return outcomeOf(file, end, imported)
  } catch (error) {
    if (!(error instanceof ReportExistsError))
      return failed(`${(error as Error).message}; the corpus is as it was`)
    return outcomeOf(file, { ...end, status: 'refused', reason: error.message }, imported)
  }
}

function describeDropped(outcome: Outcome): string {
  const lines = (outcome.dropped ?? []).map(({ line, text, reason }) => `  ${line}: ${text}  (${reason})\n`)
  return `${onLine(outcome.file)}\n${lines.join('')}`
}

const COLUMNS: Readonly<Record<string, (outcome: Outcome) => string | number>> = {
  file: ({ file }) => onLine(file),
  id: ({ id }) => id,
  place: ({ place }) => place,
  year: ({ year }) => year ?? '',
  date: ({ date }) => date,
  speaker: ({ speaker }) => speaker,
  headings: ({ headings }) => headings,
  paragraphs: ({ paragraphs }) => paragraphs,
  kept: (outcome) => outcome.kept_chars,
  dropped: (outcome) => outcome.dropped_chars,
}

function formatOutcomes(outcomes: readonly Outcome[]): string {
  const rows = outcomes
    .filter(({ status }) => status === 'imported')
    .map((outcome) => Object.values(COLUMNS).map((cell) => String(cell(outcome))))
  const notes = outcomes.flatMap(({ file, status, reason, warnings }) => [
    ...(status === 'imported' ? [] : [`${onLine(file)}: ${status}: ${reason}`]),
    ...warnings.map((warning) => `${onLine(file)}: ${warning}`),
  ])
  const table = rows.length > 0 ? formatTable([Object.keys(COLUMNS), ...rows]) : ''
  return `${table}${notes.map((note) => `${note}\n`).join('')}`
}

/** A file's name may hold line ends and whatever a terminal takes for a command. */
function onLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�')
}

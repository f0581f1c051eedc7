/** Makes what administrators may do with the corpus folder, the live search and the metrics. */

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AdminActions, ImportOutcome, StoreOutcome } from '../bot/admin-actions.ts'
import type { Config } from '../config.ts'
import { formatFault } from '../corpus/read-corpus.ts'
import type { Imported, ImportOptions, Refused } from '../import/import-report.ts'
import { fixOf, IMPORT_FIELDS } from '../import/report/import-fields.ts'
import { readSourcesSandboxed } from '../import/sandbox.ts'
import type { Source } from '../import/source/source.ts'
import { type ReportShelf, readShelf, writeReportFile } from '../import/write-report.ts'
import { createQueue } from '../queue.ts'
import type { Metrics } from '../server/metrics.ts'
import type { Translate } from '../text/translate.ts'
import { downloadFile, MAX_FILE_BYTES } from './download-file.ts'
import { importInThread } from './import-in-thread.ts'
import type { LiveSearch, ReloadOutcome } from './live-search.ts'

export interface CorpusAdminOptions {
  readonly config: Pick<Config, 'corpusDir' | 'searchBackend' | 'telegramApiRoot'> & {
    readonly botToken: string
  }
  readonly live: LiveSearch
  readonly metrics: Metrics
  /** Milliseconds since the epoch at which the program started. */
  readonly startedAt: number
}

const MAX_LISTED_FAULTS = 10

export function createCorpusAdmin({ config, live, metrics, startedAt }: CorpusAdminOptions): AdminActions {
  const { corpusDir } = config
  /** Stores and removals one after the other: two confirmations at once must not write the same file. */
  const inTurn = createQueue()
  return {
    maxFileBytes: MAX_FILE_BYTES,
    download: (filePath) => downloadFile(config, filePath),
    inspect: async (name, bytes, args) =>
      (await understand({ name, bytes, args }, corpusDir)).map(tellUnderstood),
    store: (name, bytes, args) =>
      inTurn(async () => store(await understand({ name, bytes, args }, corpusDir), corpusDir, live)),
    async find(id) {
      const { reports } = await live.searcher().catalog()
      return reports.find((report) => report.id === id) ?? null
    },
    remove: (id) =>
      inTurn(async () => {
        await rm(join(corpusDir, `${id}.md`), { force: true })
        return describeOutcome(await live.reload())
      }),
    reload: async () => describeOutcome(await live.reload()),
    stats: (translate) => describeStats(translate, { config, live, metrics, startedAt }),
  }
}

type Understood =
  | { readonly imported: Imported; readonly source: Source; readonly replaces: boolean }
  | { readonly file: string; readonly reason: string }

interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly args: readonly string[]
}

async function understand({ name, bytes, args }: SentFile, corpus: string): Promise<Understood[]> {
  const options = readOptions(args)
  if (typeof options === 'string') return [{ file: name, reason: options }]
  const shelf = await readShelf(corpus)
  const read = await readSourcesSandboxed(name, bytes)
  const sources = read.filter((source) => source.error === undefined)
  const failed = read.flatMap(({ file, error }) =>
    error === undefined ? [] : [{ file, reason: error.message }],
  )
  if (sources.length === 0) return failed
  const imports = await importInThread({ sources, options, shelf })
  return [...failed, ...sources.map((source, at) => pair(source, imports[at], shelf))]
}

function tellUnderstood(one: Understood): ImportOutcome {
  if ('reason' in one) return { kind: 'failed', ...one }
  const { meta, headings, paragraphs, keptChars, droppedChars, warnings } = one.imported
  const told = { meta, headings, paragraphs, keptChars, droppedChars, warnings, replaces: one.replaces }
  return { kind: 'understood', file: one.source.file, ...told }
}

async function store(
  understood: readonly Understood[],
  corpus: string,
  live: LiveSearch,
): Promise<StoreOutcome[]> {
  const written: { file: string; id: string }[] = []
  const outcomes: StoreOutcome[] = []
  for (const one of understood) {
    if ('reason' in one) {
      outcomes.push({ kind: 'failed', ...one })
      continue
    }
    const { file } = one.source
    try {
      // Whoever confirms has been told that it replaces the report of this id.
      await writeReportFile(one.imported, one.source, { corpus, force: true })
      written.push({ file, id: one.imported.meta.id })
    } catch (error) {
      outcomes.push({ kind: 'failed', file, reason: (error as Error).message })
    }
  }
  if (written.length > 0) await live.reload()
  const { reports } = await live.searcher().catalog()
  const present = new Set(reports.map(({ id }) => id))
  return [
    ...outcomes,
    ...written.map((one) => ({ kind: 'stored' as const, ...one, isSearchable: present.has(one.id) })),
  ]
}

function pair(source: Source, imported: Imported | Refused | undefined, shelf: ReportShelf): Understood {
  // The command line has an option for it; here the administrator sees the reason and fixes the file.
  if (imported?.status !== 'imported')
    return { file: source.file, reason: imported?.reason.replace(/; --force .*$/, '') ?? '' }
  return { imported, source, replaces: shelf.has(imported.meta.id) }
}

/** `id=… place=… year=…`, or in words what is wrong with them. */
function readOptions(args: readonly string[]): ImportOptions | string {
  const options: Record<string, string | number> = {}
  for (const arg of args) {
    const [name, value] = [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]
    const field = IMPORT_FIELDS.find((known) => known === name)
    if (field === undefined) return `${arg}: write ${IMPORT_FIELDS.map((known) => `${known}=…`).join(', ')}`
    const fix = fixOf(field, value)
    if (fix !== null) return `${arg}: ${fix}`
    options[field] = field === 'year' ? Number(value) : value
  }
  return options as ImportOptions
}

function describeOutcome(outcome: ReloadOutcome): string {
  if (outcome.kind === 'failed') return `✗ ${outcome.message}`
  const faults = outcome.faults.slice(0, MAX_LISTED_FAULTS).map((fault) => `⚠ ${formatFault(fault)}`)
  if (outcome.kind === 'unchanged') return ['=', ...faults].join('\n')
  const { added, changed, removed, ms } = outcome
  const lists = [
    added.map((id) => `+ ${id}`),
    changed.map((id) => `~ ${id}`),
    removed.map((id) => `− ${id}`),
  ].flat()
  return [...lists, `${ms} ms`, ...faults].join('\n')
}

async function describeStats(translate: Translate, options: CorpusAdminOptions): Promise<string> {
  const { config, live, metrics, startedAt } = options
  const [totals, catalog] = [await metrics.totals(), await live.searcher().catalog()]
  const total = (name: string): number => totals.get(name) ?? 0
  const text = translate('admin-stats', {
    hours: Math.round((Date.now() - startedAt) / 360_000) / 10,
    memory: Math.round(process.memoryUsage.rss() / 1024 / 1024),
    backend: config.searchBackend,
    reports: catalog.reports.length,
    passages: catalog.passages,
    updates: total('updates'),
    answers: total('answers'),
    failures: total('failures'),
    refused: total('refused'),
    blocked: total('blocked'),
    apiErrors: total('api_errors'),
  })
  const faults = live
    .faults()
    .slice(0, MAX_LISTED_FAULTS)
    .map((fault) => `⚠ ${formatFault(fault)}`)
  return [text, ...faults].join('\n')
}

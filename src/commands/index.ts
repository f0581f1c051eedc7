/** Turns a corpus folder into its index: saved beside the reports, or sent report by report to an OpenSearch cluster. */

import { join } from 'node:path'
import { loadSearchConfig, type SearchConfig } from '../config.ts'
import { type CorpusFault, formatFault, listReportFiles, readReportFile } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import { readReportBytes, reportIdOf } from '../corpus/report-bytes.ts'
import { hashContent } from '../run/corpus-fingerprint.ts'
import { openIndex } from '../run/open-index.ts'
import { emptyCorpus } from '../run/open-search.ts'
import { connectCluster } from '../search/opensearch/client.ts'
import type { Cluster } from '../search/opensearch/cluster.ts'
import { bringUpToDate, type IndexedFile } from '../search/opensearch/indexer.ts'
import { survey } from '../search/opensearch/installation.ts'
import type { CommandIo } from '../terminal/command-io.ts'
import { defineCommand, UsageError } from './command.ts'
import { CORPUS_OPTIONS, corpusEnvironment } from './corpus-options.ts'
import { clearProgress, indexLines, showProgress, summarize } from './index-output.ts'

const HELP = `usage: yinju index [--backend minisearch|opensearch] [--corpus DIR] [--list | --remove-old]

minisearch: brings the index that is saved in the corpus folder (.index) up to date, so that the next start only loads it.
Only reports that changed are read. A start does the same.
opensearch: loads the corpus into the cluster at OPENSEARCH_URL. Only reports that changed since the last run are sent,
and show all at once when all are there. A version of another format fills an index of its own beside the old one, which
goes on answering the copies of its version for OPENSEARCH_KEEP_HOURS. A run that was broken off goes on where it stopped.

  --backend NAME  minisearch or opensearch (default: SEARCH_BACKEND, or minisearch)
  --corpus DIR    the folder of report files (default: CORPUS_DIR, or corpus)
  --list          only list the indices of this installation in the cluster
  --remove-old    remove the indices of all other versions now, whatever OPENSEARCH_KEEP_HOURS says

Settings: OPENSEARCH_URL (nodes with commas between them, user and password in the first), OPENSEARCH_INDEX,
OPENSEARCH_CA, OPENSEARCH_SHARDS, OPENSEARCH_REPLICAS, OPENSEARCH_KEEP_HOURS.
`

/** A cluster that is busy with a bulk may take its time; a question may not. */
const TIMEOUT_MS = 60_000
const HOUR_MS = 3_600_000

export const indexCommand = defineCommand({
  help: HELP,
  options: {
    ...CORPUS_OPTIONS,
    list: { type: 'boolean', default: false },
    'remove-old': { type: 'boolean', default: false },
  },
  run: async ({ values }, io) => {
    if (values.list && values['remove-old']) throw new UsageError('--list and --remove-old: give one of them')
    const task = values.list ? 'list' : values['remove-old'] ? 'remove-old' : 'fill'
    const config = { ...loadSearchConfig(corpusEnvironment(values, io.env)), task } as const
    if (config.searchBackend === 'minisearch') {
      if (task !== 'fill')
        throw new UsageError('--list and --remove-old are of a cluster: add --backend opensearch')
      return saveIndex(config, io)
    }
    return task === 'list' ? listIndices(config, io) : fillCluster(config, io)
  },
})

interface IndexConfig extends SearchConfig {
  readonly task: 'fill' | 'list' | 'remove-old'
}

/** Builds and saves what a start of the bot would build. */
async function saveIndex({ corpusDir }: SearchConfig, io: CommandIo): Promise<number> {
  const start = performance.now()
  const { index, faults, saved } = await openIndex(corpusDir)
  if (index.reports.length === 0) throw emptyCorpus(corpusDir, faults)
  for (const fault of faults) io.stderr.write(`yinju index: ${formatFault(fault)}\n`)
  const outcome = await saved
  if (outcome !== true)
    throw new Error(
      `${corpusDir}: the index cannot be saved (${outcome.message}); make room, or make the folder writable`,
    )
  const passages = index.reports.reduce((sum, report) => sum + report.passages.length, 0)
  const seconds = ((performance.now() - start) / 1_000).toFixed(1)
  io.stdout.write(`${index.reports.length} reports, ${passages} passages in ${seconds} s\n`)
  return faults.length === 0 ? 0 : 1
}

async function fillCluster(config: IndexConfig, io: CommandIo): Promise<number> {
  const files = await hashFiles(config.corpusDir)
  if (files.length === 0) {
    io.stderr.write(
      `yinju index: no report file in ${config.corpusDir}; make some with yinju import, or set CORPUS_DIR\n`,
    )
    return 1
  }
  const faults: CorpusFault[] = []
  const cluster = connect(config)
  const start = performance.now()
  try {
    const outcome = await bringUpToDate(cluster, {
      alias: config.opensearchIndex,
      newIndex: `${config.opensearchIndex}-${timestamp(new Date())}`,
      shards: config.opensearchShards,
      replicas: config.opensearchReplicas,
      keepMs: config.opensearchKeepHours * HOUR_MS,
      removesOthers: config.task === 'remove-old',
      files,
      read: async (id) => await readReport(config.corpusDir, id, faults),
      onProgress: (progress) => showProgress(io.stderr, progress),
    })
    clearProgress(io.stderr)
    for (const fault of faults) {
      io.stderr.write(`yinju index: ${formatFault(fault)}; the report stays as the index had it\n`)
    }
    io.stdout.write(`${summarize(outcome, (performance.now() - start) / 1_000)}\n`)
  } finally {
    clearProgress(io.stderr)
    await cluster.close()
  }
  return faults.length === 0 ? 0 : 1
}

async function listIndices(config: IndexConfig, io: CommandIo): Promise<number> {
  const cluster = connect(config)
  try {
    for (const line of indexLines(await survey(cluster, config.opensearchIndex), config.opensearchIndex))
      io.stdout.write(`${line}\n`)
  } finally {
    await cluster.close()
  }
  return 0
}

function connect(config: SearchConfig): Cluster {
  return connectCluster({
    url: config.opensearchUrl ?? '',
    caFile: config.opensearchCa,
    timeoutMs: TIMEOUT_MS,
  })
}

/** One file at a time: a corpus of sixty thousand reports must not need memory for more than one. */
async function hashFiles(folder: string): Promise<IndexedFile[]> {
  const files: IndexedFile[] = []
  for (const name of await listReportFiles(folder)) {
    // What cannot be read now is named when it is read as a report.
    const content = hashContent(await readReportBytes(join(folder, name)))
    files.push({ id: reportIdOf(name), content })
  }
  return files
}

async function readReport(folder: string, id: string, faults: CorpusFault[]): Promise<Report | null> {
  const { report = null, faults: found = [] } = await readReportFile(join(folder, `${id}.md`))
  faults.push(...found)
  return report
}

/** Names sort as they were made. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, '')
}

/** Tells of a running cluster what the tests need on it: an alias of their own, filled with reports, and a backend over it. */
import { createHash } from 'node:crypto'
import type { Report } from '../../src/corpus/report.ts'
import { connectCluster } from '../../src/search/opensearch/client.ts'
import type { Cluster } from '../../src/search/opensearch/cluster.ts'
import { bringUpToDate, type IndexOutcome, type IndexRun } from '../../src/search/opensearch/indexer.ts'
import { readCorpus } from '../read-corpus.ts'
import { whyNoCluster } from './cluster.ts'

/**
 * Why these tests are skipped, or null. On a build server a missing Java is a failure.
 * `whyNot`: the same for what they need besides, which a registry may not have, and which is skipped there as well.
 */
export async function whySkipped(whyNot?: () => Promise<string | null>): Promise<string | null> {
  const missing = await whyNoCluster()
  if (missing !== null && process.env.CI !== undefined) throw new Error(`opensearch: ${missing}`)
  const reason = missing ?? (await whyNot?.()) ?? null
  if (reason === null) return null
  console.log(`opensearch: skipped. ${reason}`)
  return reason
}

let runs = 0

/** Names begin with the process's number, so that a cluster that was there before keeps its own indices. */
export function freshAlias(): string {
  runs += 1
  return `yinju-test-${process.pid}-${runs}`
}

export function openCluster(url: string, timeoutMs = 20_000): Cluster {
  return connectCluster({ url, caFile: process.env.OPENSEARCH_CA ?? null, timeoutMs })
}

export interface FillOptions extends Partial<IndexRun> {
  readonly alias: string
}

/** Fills the alias with exactly these reports; those that are there already, unchanged, are not sent. */
export async function fill(
  cluster: Cluster,
  reports: readonly Report[],
  options: FillOptions,
): Promise<IndexOutcome> {
  const byId = new Map(reports.map((report) => [report.id, report]))
  return await bringUpToDate(cluster, {
    newIndex: `${options.alias}-${new Date().toISOString().replace(/\D/g, '')}`,
    shards: null,
    replicas: null,
    files: reports.map((report) => ({ id: report.id, content: contentOf(report) })),
    read: async (id) => byId.get(id) ?? null,
    onProgress: () => undefined,
    ...options,
  })
}

/** Removes every index of the alias. */
export async function clear(cluster: Cluster, alias: string): Promise<void> {
  const indices = await cluster.tell<Record<string, unknown>>({
    method: 'GET',
    path: `/${alias}-*`,
    query: { expand_wildcards: 'all' },
  })
  for (const index of Object.keys(indices)) await cluster.tell({ method: 'DELETE', path: `/${index}` })
}

export async function fiveReports(): Promise<readonly Report[]> {
  const { reports } = await readCorpus('corpus')
  return reports
}

function contentOf(report: Report): string {
  return createHash('sha256').update(JSON.stringify(report)).digest('hex')
}

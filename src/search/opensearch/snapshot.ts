/** A cluster in; out: the index that the alias names at the moment, its catalog and what scoring needs to know of it. */
import type { Report } from '../../corpus/report.ts'
import { BackendUnavailableError, type Catalog, type ReportSummary } from '../backend.ts'
import type { Cluster } from './cluster.ts'
import { PASSAGE_SOURCE } from './query.ts'
import {
  eachField,
  type IndexMark,
  type PassageSource,
  type ReportDocument,
  schemaFingerprint,
  toPassage,
} from './schema.ts'
import type { Frequencies, Statistics } from './score.ts'

/** An index never changes once the alias names it, so all of this stays true as long as the index is there. */
export interface Snapshot {
  /** The index itself, not its alias. */
  readonly index: string
  readonly catalog: Catalog
  readonly reportOf: ReadonlyMap<string, ReportSummary>
  readonly statistics: Statistics
  /** Frequencies that were asked for before. */
  readonly frequencies: Map<string, Frequencies>
}

/** One page of a list that is read to its end. */
const PAGE = 1_000

export interface SearchHit<Source> {
  readonly _id: string
  readonly _score: number | null
  readonly _source: Source
  readonly sort?: readonly unknown[]
}

export interface SearchBody<Source> {
  readonly hits: {
    readonly total?: { readonly value: number }
    readonly hits: readonly SearchHit<Source>[]
  }
}

/** Name of the index that stands behind the alias; with several, the newest. */
export async function currentIndex(cluster: Cluster, alias: string): Promise<string> {
  const indices = await cluster.ask<Record<string, unknown>>({ method: 'GET', path: `/_alias/${alias}` })
  const newest = Object.keys(indices).sort().at(-1)
  if (newest === undefined) throw new BackendUnavailableError(`OpenSearch: no index behind ${alias}`)
  return newest
}

/**
 * Reads everything that a search needs beside the search itself.
 *
 * @throws BackendUnavailableError also when the index was made for another version of the program.
 */
export async function loadSnapshot(cluster: Cluster, index: string): Promise<Snapshot> {
  const mark = await readMark(cluster, index)
  if (mark?.fingerprint !== schemaFingerprint()) {
    throw new BackendUnavailableError(
      `OpenSearch: index ${index} was made for another version; fill it anew: yinju index --backend opensearch`,
    )
  }
  const [statistics, documents] = await Promise.all([
    readStatistics(cluster, index),
    readAll<Pick<ReportDocument, 'summary'>>(cluster, index, {
      query: { term: { kind: 'report' } },
      _source: ['summary'],
      sort: [{ report: 'asc' }],
    }),
  ])
  const reports = documents.map(({ _source }) => _source.summary)
  return {
    index,
    catalog: { reports, passages: statistics.passages, version: index },
    reportOf: new Map(reports.map((report) => [report.id, report])),
    statistics,
    frequencies: new Map(),
  }
}

async function readMark(cluster: Cluster, index: string): Promise<IndexMark | null> {
  const mappings = await cluster.ask<Record<string, { mappings: { _meta?: IndexMark } }>>({
    method: 'GET',
    path: `/${index}/_mapping`,
  })
  return mappings[index]?.mappings._meta ?? null
}

/** Reads a report with its outline and all of its passages; null when the index does not hold it. */
export async function readReport(cluster: Cluster, snapshot: Snapshot, id: string): Promise<Report | null> {
  if (!snapshot.reportOf.has(id)) return null
  const { index } = snapshot
  const ofReport = (kind: string): object => ({
    bool: { filter: [{ term: { kind } }, { term: { report: id } }] },
  })
  const [documents, passages] = await Promise.all([
    readAll<Pick<ReportDocument, 'summary' | 'sections'>>(cluster, index, {
      query: ofReport('report'),
      _source: ['summary', 'sections'],
      sort: [{ report: 'asc' }],
    }),
    readAll<PassageSource>(cluster, index, {
      query: ofReport('passage'),
      _source: PASSAGE_SOURCE,
      sort: [{ paragraph: 'asc' }],
    }),
  ])
  const document = documents[0]?._source
  if (document === undefined) return null
  const { passages: _, characters: __, ...meta } = document.summary
  return {
    ...meta,
    sections: document.sections,
    passages: passages.map((hit) => toPassage(hit._id, hit._source)),
  }
}

/** Every hit of a sorted search, page after page: no single answer grows with the corpus. */
export async function readAll<Source>(
  cluster: Cluster,
  index: string,
  body: Readonly<Record<string, unknown>>,
): Promise<SearchHit<Source>[]> {
  const found: SearchHit<Source>[] = []
  for (;;) {
    const after = found.at(-1)?.sort
    const page = await cluster.ask<SearchBody<Source>>({
      method: 'POST',
      path: `/${index}/_search`,
      query: { allow_partial_search_results: false },
      body: {
        ...body,
        size: PAGE,
        track_total_hits: false,
        ...(after === undefined ? {} : { search_after: after }),
      },
    })
    found.push(...page.hits.hits)
    if (page.hits.hits.length < PAGE) return found
  }
}

async function readStatistics(cluster: Cluster, index: string): Promise<Statistics> {
  const body = await cluster.ask<SearchBody<never> & { aggregations: Record<string, { value: number }> }>({
    method: 'POST',
    path: `/${index}/_search`,
    query: { allow_partial_search_results: false },
    body: {
      size: 0,
      track_total_hits: true,
      query: { term: { kind: 'passage' } },
      aggs: eachField((field) => ({ sum: { field: `lengths.${field}` } })),
    },
  })
  const passages = body.hits.total?.value ?? 0
  const averageLengths = eachField((field) => (body.aggregations[field]?.value ?? 0) / Math.max(1, passages))
  return { passages, averageLengths }
}

/** Finds the index that answers at the moment, and reads its catalog and what scoring needs to know of it. */
import { createHash } from 'node:crypto'
import type { Report } from '../../corpus/report.ts'
import { RecentMap } from '../../text/recent-map.ts'
import { BackendUnavailableError, type Catalog, compareText, type ReportSummary } from '../backend.ts'
import type { Cluster } from './cluster.ts'
import { findLive } from './installation.ts'
import { PASSAGE_SOURCE } from './query.ts'
import {
  eachField,
  editionOf,
  type FigureSource,
  type PassageSource,
  type ReportDocument,
  toPassage,
} from './schema.ts'
import type { Frequencies, Statistics } from './score.ts'

/** What one process knows of the index. The index changes under it: whoever meets a report in another edition asks again. */
export interface Snapshot {
  /** The index itself, not its alias. */
  readonly index: string
  readonly catalog: Catalog
  readonly reportOf: ReadonlyMap<string, KnownReport>
  readonly statistics: Statistics
  /** Frequencies that were asked for before. */
  readonly frequencies: Map<string, Frequencies>
  /** Passages that answered before, and whole reports, so that what is shown of them next is not asked for again. */
  readonly passages: RecentMap<string, FigureSource>
  readonly reports: RecentMap<string, Report>
  /** When the run began that wrote the newest report. */
  readonly written: number
}

interface KnownReport {
  readonly summary: ReportSummary
  readonly edition: string
}

/** A hit belongs to a state of its report that the snapshot does not know: it is to be read anew. */
export class StaleSnapshotError extends Error {
  override readonly name = 'StaleSnapshotError'
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
  readonly hits: { readonly total?: { readonly value: number }; readonly hits: readonly SearchHit<Source>[] }
}

/** What a search answers that counts its hits by report. */
export interface CountedByReport {
  readonly aggregations: {
    readonly reports: { readonly buckets: readonly { readonly key: string; readonly doc_count: number }[] }
  }
}

export function countsOf({ aggregations }: CountedByReport): ReadonlyMap<string, number> {
  return new Map(aggregations.reports.buckets.map(({ key, doc_count }) => [key, doc_count]))
}

/**
 * The report of a hit, in the edition that the hit is of.
 *
 * @throws StaleSnapshotError
 */
export function reportOfHit(snapshot: Snapshot, hit: { readonly report: string; readonly edition?: string }) {
  const known = snapshot.reportOf.get(hit.report)
  if (known === undefined || (hit.edition !== undefined && hit.edition !== known.edition))
    throw new StaleSnapshotError(`${hit.report} has changed`)
  return known.summary
}

/**
 * Reads everything that a search needs beside the search itself; of an index that `known` is of, what is new in it.
 *
 * @throws BackendUnavailableError also when there is no index of this version.
 */
export async function loadSnapshot(
  cluster: Cluster,
  alias: string,
  known: Snapshot | null,
): Promise<Snapshot> {
  const { index, others } = await findLive(cluster, alias)
  if (index === null) {
    const what =
      others.length === 0
        ? `there is no index behind ${alias}; fill it`
        : `${others.join(', ')} is of another version; fill one for this version beside it`
    throw new BackendUnavailableError(`OpenSearch: ${what}: yinju index --backend opensearch`)
  }
  const state = await readState(cluster, index)
  const before = known?.index === index ? known : null
  const isSame =
    before !== null &&
    before.written === state.written &&
    before.reportOf.size === state.reports &&
    before.statistics.passages === state.statistics.passages
  if (isSame) return before
  return makeSnapshot(index, state, await readKnown(cluster, index, state, before))
}

function makeSnapshot(
  index: string,
  { statistics, written }: IndexState,
  reportOf: ReadonlyMap<string, KnownReport>,
): Snapshot {
  const known = [...reportOf.values()]
  const version = createHash('sha256').update(index)
  for (const { edition } of known) version.update(edition)
  return {
    index,
    catalog: {
      reports: known.map(({ summary }) => summary),
      passages: statistics.passages,
      version: version.digest('hex').slice(0, VERSION_DIGITS),
    },
    reportOf,
    statistics,
    frequencies: new Map(),
    passages: new RecentMap(KEPT_PASSAGES),
    reports: new RecentMap(KEPT_REPORTS),
    written,
  }
}

/** Of sixty thousand reports a day's few are read, not all. Those that were removed show in the number, and then all are. */
async function readKnown(
  cluster: Cluster,
  index: string,
  state: IndexState,
  before: Snapshot | null,
): Promise<ReadonlyMap<string, KnownReport>> {
  const read = async (since: number): Promise<(readonly [string, KnownReport])[]> => {
    const hits = await readAll<Pick<ReportDocument, 'summary' | 'content'>>(cluster, index, {
      query: { bool: { filter: [{ term: { kind: 'report' } }, { range: { written: { gte: since } } }] } },
      _source: ['summary', 'content'],
      sort: [{ report: 'asc' }],
    })
    return hits.map(({ _source }) => [
      _source.summary.id,
      { summary: _source.summary, edition: editionOf(_source.content) },
    ])
  }
  if (before !== null) {
    const merged = new Map([...before.reportOf, ...(await read(before.written))])
    if (merged.size === state.reports) return new Map([...merged].sort(([a], [b]) => compareText(a, b)))
  }
  return new Map(await read(0))
}

const VERSION_DIGITS = 16
/** At the least; some 2 KB each. */
const KEPT_PASSAGES = 2_000
/** At the least; some 200 KB each. */
const KEPT_REPORTS = 20
const AFTER_ALL_PARAGRAPHS = 2_000_000_000

/** Reads a report with its outline and all of its passages; null when the index does not hold it. */
export async function readReport(cluster: Cluster, snapshot: Snapshot, id: string): Promise<Report | null> {
  if (!snapshot.reportOf.has(id)) return null
  const kept = snapshot.reports.get(id)
  if (kept !== undefined) return kept
  // One search of one shard, so that all of it is of one edition. The report itself has no paragraph and comes last.
  const hits = await readAll<PassageSource & Pick<ReportDocument, 'kind' | 'summary' | 'sections'>>(
    cluster,
    snapshot.index,
    {
      query: { bool: { filter: [{ term: { report: id } }] } },
      _source: ['kind', 'summary', 'sections', ...PASSAGE_SOURCE],
      sort: [{ paragraph: { order: 'asc', missing: AFTER_ALL_PARAGRAPHS } }],
    },
    id,
  )
  const document = hits.find(({ _source }) => _source.kind === 'report')?._source
  if (document === undefined) return null
  const { passages: _, characters: __, ...meta } = document.summary
  const report: Report = {
    ...meta,
    sections: document.sections,
    passages: hits
      .filter(({ _source }) => _source.kind !== 'report')
      .map((hit) => toPassage(hit._id, hit._source)),
  }
  snapshot.reports.set(id, report)
  return report
}

/** Runs one search, of which all shards must answer. `routing`: the report that it is about. */
export async function searchIn<Answer>(
  cluster: Cluster,
  index: string,
  body: object,
  routing?: string,
): Promise<Answer> {
  return await cluster.ask<Answer>({
    method: 'POST',
    path: `/${index}/_search`,
    query: { allow_partial_search_results: false, ...(routing === undefined ? {} : { routing }) },
    body,
  })
}

/** Every hit of a sorted search, page after page: no single answer grows with the corpus. `routing`: the report that it is about. */
export async function readAll<Source>(
  cluster: Cluster,
  index: string,
  body: Readonly<Record<string, unknown>>,
  routing?: string,
): Promise<SearchHit<Source>[]> {
  const found: SearchHit<Source>[] = []
  for (;;) {
    const after = found.at(-1)?.sort
    const from = after === undefined ? {} : { search_after: after }
    const paged = { ...body, size: PAGE, track_total_hits: false, ...from }
    const { hits } = await searchIn<SearchBody<Source>>(cluster, index, paged, routing)
    found.push(...hits.hits)
    if (hits.hits.length < PAGE) return found
  }
}

interface IndexState {
  readonly statistics: Statistics
  readonly reports: number
  readonly written: number
}

type Counted = Readonly<Record<string, { readonly value: number | null }>>

/** The cluster keeps its answer until the index changes, so that asking often costs nothing. */
async function readState(cluster: Cluster, index: string): Promise<IndexState> {
  const { aggregations } = await searchIn<{
    readonly aggregations: {
      readonly passages: Counted & { readonly doc_count: number }
      readonly reports: { readonly doc_count: number; readonly written: { readonly value: number | null } }
    }
  }>(cluster, index, {
    size: 0,
    track_total_hits: false,
    aggs: {
      passages: {
        filter: { term: { kind: 'passage' } },
        aggs: eachField((field) => ({ sum: { field: `lengths.${field}` } })),
      },
      reports: { filter: { term: { kind: 'report' } }, aggs: { written: { max: { field: 'written' } } } },
    },
  })
  const { passages, reports } = aggregations
  const sums: Counted = passages
  const averageLengths = eachField((field) => (sums[field]?.value ?? 0) / Math.max(1, passages.doc_count))
  return {
    statistics: { passages: passages.doc_count, averageLengths },
    reports: reports.doc_count,
    written: reports.written.value ?? 0,
  }
}

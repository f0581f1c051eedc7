/** A corpus in, report by report; out: a new index under the alias, made from the old one where that is possible. */
import type { Report } from '../../corpus/report.ts'
import { type Operation, writeAll } from './bulk.ts'
import type { Cluster } from './cluster.ts'
import { countPassages, dropAll, finish, type IndexPlan, prepare, survey, swap } from './lifecycle.ts'
import { type ReportDocument, reportDocuments } from './schema.ts'
import { readAll } from './snapshot.ts'

/** A report file before it is read: what it is called and a hash of what is in it. */
export interface IndexedFile {
  readonly id: string
  readonly content: string
}

export interface IndexRun extends IndexPlan {
  /** Every report that the index shall hold. */
  readonly files: readonly IndexedFile[]
  /** Reads a changed report; null when its file is broken: what the index holds of it stays as it is. */
  readonly read: (id: string) => Promise<Report | null>
  readonly onProgress: (progress: IndexProgress) => void
}

export interface IndexProgress {
  readonly done: number
  readonly reports: number
  readonly passages: number
}

export interface IndexOutcome {
  readonly index: string
  /** `new`: from nothing; `copy`: from the index before; `resumed`: from a run that was broken off; `same`: nothing to do. */
  readonly how: 'new' | 'copy' | 'resumed' | 'same'
  readonly written: number
  readonly removed: number
  readonly unchanged: number
  readonly passages: number
  /** Older indices that were removed. */
  readonly dropped: readonly string[]
}

/** Reports in one go of a writer: enough for whole batches, little enough to lose when it is broken off. */
const REPORTS_PER_GO = 20
/** Go's under way at a time: one is being read and analyzed here while the cluster writes the other. */
const WRITERS = 2

/**
 * Brings the index up to date: nothing is seen of it before it is whole, and the alias changes in one step.
 *
 * An index is never written once the alias names it. A later run copies it (OpenSearch links its files, which takes
 * seconds), sends what changed, and swaps. A run that was broken off is taken up where it stopped: a report counts as
 * written only when its own document is there, which is sent after its passages.
 */
export async function bringUpToDate(cluster: Cluster, run: IndexRun): Promise<IndexOutcome> {
  const state = await survey(cluster, run.alias, run.shards)
  const live = state.live === null ? null : await readContents(cluster, state.live)
  if (state.live !== null && live !== null && state.isLiveUsable && isSame(live, run)) {
    const dropped = await dropAll(cluster, state.others)
    const passages = await countPassages(cluster, state.live)
    return { index: state.live, how: 'same', written: 0, removed: 0, unchanged: live.size, passages, dropped }
  }
  const { index, how } = await prepare(cluster, { plan: run, state, reports: run.files.length })
  const known = how === 'copy' && live !== null ? live : await readContents(cluster, index)
  const change = compare(known, run)
  await removeReports(cluster, index, change.removed)
  const written = await writeReports(cluster, index, { run, changed: change.changed, isEmpty: how === 'new' })
  const passages = await finish(cluster, index, { replicas: run.replicas, isCopy: how === 'copy' })
  await swap(cluster, run.alias, { from: state.live, to: index })
  const dropped = await dropAll(
    cluster,
    [...state.others, ...(state.live === null ? [] : [state.live])].filter((other) => other !== index),
  )
  const unchanged = run.files.length - change.changed.length
  return { index, how, written, removed: change.removed.length, unchanged, passages, dropped }
}

/** The reports that the index holds whole, with the hash of each. */
async function readContents(cluster: Cluster, index: string): Promise<Map<string, string>> {
  const documents = await readAll<Pick<ReportDocument, 'report' | 'content'>>(cluster, index, {
    query: { term: { kind: 'report' } },
    _source: ['report', 'content'],
    sort: [{ report: 'asc' }],
  })
  return new Map(documents.map(({ _source }) => [_source.report, _source.content]))
}

function isSame(known: ReadonlyMap<string, string>, run: IndexRun): boolean {
  const { changed, removed } = compare(known, run)
  return changed.length === 0 && removed.length === 0
}

function compare(
  known: ReadonlyMap<string, string>,
  { files }: IndexRun,
): { readonly changed: readonly IndexedFile[]; readonly removed: readonly string[] } {
  const wanted = new Set(files.map(({ id }) => id))
  return {
    changed: files.filter(({ id, content }) => known.get(id) !== content),
    removed: [...known.keys()].filter((id) => !wanted.has(id)),
  }
}

async function removeReports(cluster: Cluster, index: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const passages = await passageIdsOf(cluster, index, id)
    await writeAll(cluster, [...passages, id].map(removal), { index })
  }
}

function removal(id: string): Operation {
  return { id, document: null }
}

async function passageIdsOf(cluster: Cluster, index: string, report: string): Promise<string[]> {
  const hits = await readAll(cluster, index, {
    query: { bool: { filter: [{ term: { kind: 'passage' } }, { term: { report } }] } },
    _source: false,
    sort: [{ paragraph: 'asc' }],
  })
  return hits.map(({ _id }) => _id)
}

interface Writing {
  readonly run: IndexRun
  readonly changed: readonly IndexedFile[]
  /** The index held nothing before, so that nothing has to go. */
  readonly isEmpty: boolean
}

async function writeReports(
  cluster: Cluster,
  index: string,
  { run, changed, isEmpty }: Writing,
): Promise<number> {
  let written = 0
  let passages = 0
  let next = 0
  const writer = async (): Promise<void> => {
    while (next < changed.length) {
      const go = changed.slice(next, next + REPORTS_PER_GO)
      next += go.length
      const sent = await writeGo(cluster, index, { run, changed: go, isEmpty })
      written += sent.reports
      passages += sent.passages
      run.onProgress({ done: written, reports: changed.length, passages })
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return written
}

async function writeGo(
  cluster: Cluster,
  index: string,
  { run, changed, isEmpty }: Writing,
): Promise<{ readonly reports: number; readonly passages: number }> {
  const passages: Operation[] = []
  const reports: Operation[] = []
  for (const { id, content } of changed) {
    const report = await run.read(id)
    if (report === null) continue
    const documents = reportDocuments(report, content)
    const ids = new Set(documents.passages.map(([passage]) => passage))
    const old = isEmpty ? [] : await passageIdsOf(cluster, index, id)
    passages.push(...old.filter((passage) => !ids.has(passage)).map(removal))
    passages.push(...documents.passages.map(([passage, document]) => ({ id: passage, document })))
    reports.push({ id, document: documents.report })
  }
  await writeAll(cluster, passages, { index })
  await writeAll(cluster, reports, { index })
  return { reports: reports.length, passages: passages.length }
}

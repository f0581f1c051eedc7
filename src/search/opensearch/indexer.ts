/** Brings an installation's index in a cluster up to date with a corpus, report by report. */
import type { Report } from '../../corpus/report.ts'
import { isDiskFull, type Operation, writeAll } from './bulk.ts'
import type { Cluster } from './cluster.ts'
import { describeDisks } from './disks.ts'
import { type OwnIndex, type Survey, survey } from './installation.ts'
import {
  beginChange,
  countPassages,
  endChange,
  finish,
  type IndexPlan,
  isFit,
  prepare,
  removeReplaced,
  showRest,
  swap,
} from './lifecycle.ts'
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
  /** `new`: from nothing; `updated`: in place; `resumed`: from a run that was broken off; `same`: nothing to do. */
  readonly how: 'new' | 'updated' | 'resumed' | 'same'
  readonly written: number
  readonly removed: number
  readonly unchanged: number
  readonly passages: number
  /** Replaced indices that were removed. */
  readonly dropped: readonly string[]
  /** Replaced indices that are kept for copies of their version. */
  readonly kept: readonly string[]
}

/** Reports in one go of a writer: enough for whole batches, little enough to lose when it is broken off. */
const REPORTS_PER_GO = 20
/** Go's under way at a time: one is being read and analyzed here while the cluster writes the other. */
const WRITERS = 2

/**
 * Brings the installation's index up to date.
 *
 * Where the index of this version is there, the documents of the changed reports are written in place and shown by one
 * refresh. Where there is none, one is filled beside that of the other version, spread over the nodes, and put behind the
 * alias of this version in one step. A run that was broken off is taken up where it stopped: a report counts as written
 * only when its own document is there, which is sent after its passages.
 */
export async function bringUpToDate(cluster: Cluster, run: IndexRun): Promise<IndexOutcome> {
  try {
    const state = await survey(cluster, run.alias)
    const { live } = state
    return live !== null && isFit(live, run)
      ? await change(cluster, run, { ...state, live })
      : await fillBeside(cluster, run, state)
  } catch (error) {
    if (!isDiskFull(error)) throw error
    throw new Error(
      `OpenSearch takes no more documents, the disks are too full: ${await describeDisks(cluster)}; make room on them, then run yinju index again, it goes on where it stopped`,
      { cause: error },
    )
  }
}

async function change(
  cluster: Cluster,
  run: IndexRun,
  state: Survey & { readonly live: OwnIndex },
): Promise<IndexOutcome> {
  const { live } = state
  const index = live.name
  await showRest(cluster, live)
  const { changed, removed, began } = compare(await readContents(cluster, index), run)
  const isSame = changed.length === 0 && removed.length === 0 && live.mark.state === 'complete'
  let written: ReadonlyMap<string, number> = new Map()
  if (!isSame) {
    await beginChange(cluster, live)
    await removeReports(cluster, index, removed)
    written = await writeReports(cluster, index, { run, changed, began, isEmpty: false })
    await endChange(cluster, live, { plan: run, written })
  }
  const isMoved = await swap(cluster, { plan: run, state, to: index })
  const replaced = await removeReplaced(cluster, { plan: run, state, live })
  return {
    index,
    how: live.mark.state === 'changing' ? 'resumed' : isSame && !isMoved ? 'same' : 'updated',
    written: written.size,
    removed: removed.length,
    unchanged: run.files.length - changed.length,
    passages: await countPassages(cluster, index),
    ...replaced,
  }
}

async function fillBeside(cluster: Cluster, run: IndexRun, state: Survey): Promise<IndexOutcome> {
  const { index, how } = await prepare(cluster, { plan: run, state, reports: run.files.length })
  // A node may hear later than the one that was asked that the shards of a new index have started, and would refuse the search.
  const contents = how === 'new' ? NOTHING : await readContents(cluster, index)
  const { changed, removed, began } = compare(contents, run)
  await removeReports(cluster, index, removed)
  const written = await writeReports(cluster, index, { run, changed, began, isEmpty: how === 'new' })
  const passages = await finish(cluster, index, run)
  await swap(cluster, { plan: run, state, to: index })
  const live = { name: index, mark: { since: Date.now() } }
  const replaced = await removeReplaced(cluster, { plan: run, state, live })
  return {
    index,
    how,
    written: written.size,
    removed: removed.length,
    unchanged: run.files.length - changed.length,
    passages,
    ...replaced,
  }
}

interface Contents {
  /** The reports that the index holds whole, with the hash of each. */
  readonly reports: ReadonlyMap<string, string>
  /** When the newest of them was written: what comes after it must be newer, whatever this machine's clock says. */
  readonly written: number
}

const NOTHING: Contents = { reports: new Map(), written: 0 }

async function readContents(cluster: Cluster, index: string): Promise<Contents> {
  const documents = await readAll<Pick<ReportDocument, 'report' | 'content' | 'written'>>(cluster, index, {
    query: { term: { kind: 'report' } },
    _source: ['report', 'content', 'written'],
    sort: [{ report: 'asc' }],
  })
  return {
    reports: new Map(documents.map(({ _source }) => [_source.report, _source.content])),
    written: documents.reduce((newest, { _source }) => Math.max(newest, _source.written), 0),
  }
}

function compare(
  { reports, written }: Contents,
  { files }: IndexRun,
): Pick<Writing, 'changed' | 'began'> & { readonly removed: readonly string[] } {
  const wanted = new Set(files.map(({ id }) => id))
  return {
    changed: files.filter(({ id, content }) => reports.get(id) !== content),
    removed: [...reports.keys()].filter((id) => !wanted.has(id)),
    began: Math.max(Date.now(), written + 1),
  }
}

async function removeReports(cluster: Cluster, index: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const passages = await passageIdsOf(cluster, index, id)
    const operations = [...passages, id].map((one) => ({ id: one, routing: id, document: null }))
    await writeAll(cluster, operations, { index })
  }
}

async function passageIdsOf(cluster: Cluster, index: string, report: string): Promise<string[]> {
  const query = { bool: { filter: [{ term: { kind: 'passage' } }, { term: { report } }] } }
  const body = { query, _source: false, sort: [{ paragraph: 'asc' }] }
  const hits = await readAll(cluster, index, body, report)
  return hits.map(({ _id }) => _id)
}

interface Writing {
  readonly run: IndexRun
  readonly changed: readonly IndexedFile[]
  /** See ReportDocument.written. */
  readonly began: number
  /** The index held nothing before, so that nothing has to go. */
  readonly isEmpty: boolean
}

/** The reports that were written, with the number of passages of each. */
async function writeReports(
  cluster: Cluster,
  index: string,
  { run, changed, began, isEmpty }: Writing,
): Promise<ReadonlyMap<string, number>> {
  const written = new Map<string, number>()
  let passages = 0
  let next = 0
  const writer = async (): Promise<void> => {
    while (next < changed.length) {
      const go = changed.slice(next, next + REPORTS_PER_GO)
      next += go.length
      const sent = await writeGo(cluster, index, { run, changed: go, began, isEmpty })
      for (const [id, count] of sent) {
        written.set(id, count)
        passages += count
      }
      run.onProgress({ done: written.size, reports: changed.length, passages })
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return written
}

/** A report's documents lie on one shard, so that one refresh shows all of them or none. */
async function writeGo(
  cluster: Cluster,
  index: string,
  { run, changed, began, isEmpty }: Writing,
): Promise<ReadonlyMap<string, number>> {
  const passages: Operation[] = []
  const reports: Operation[] = []
  const counts = new Map<string, number>()
  for (const { id, content } of changed) {
    const report = await run.read(id)
    if (report === null) continue
    const documents = reportDocuments(report, content, began)
    const ids = new Set(documents.passages.map(([passage]) => passage))
    const old = isEmpty ? [] : await passageIdsOf(cluster, index, id)
    const gone = old.filter((passage) => !ids.has(passage))
    passages.push(...gone.map((passage) => ({ id: passage, routing: id, document: null })))
    passages.push(
      ...documents.passages.map(([passage, document]) => ({ id: passage, routing: id, document })),
    )
    reports.push({ id, routing: id, document: documents.report })
    counts.set(id, ids.size)
  }
  await writeAll(cluster, passages, { index })
  await writeAll(cluster, reports, { index })
  return counts
}

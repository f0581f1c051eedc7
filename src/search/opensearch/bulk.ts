/** Turns operations into written documents: batches of bounded size, sent again with patience while the cluster is busy. */
import { setTimeout as sleep } from 'node:timers/promises'
import { BackendUnavailableError } from '../backend.ts'
import { type Cluster, ClusterError, RIGHTS_FIX } from './cluster.ts'

/** Writes a document, or with `document` null removes it. */
export interface Operation {
  readonly id: string
  /** What decides on its shard; unset: its id. */
  readonly routing?: string
  readonly document: object | null
}

export interface BulkOptions {
  readonly index: string
  /** Waiting times before the tries after the first. Default from 0.5 to 30 s, two minutes in all. */
  readonly waitsMs?: readonly number[]
}

/** A batch that stays small enough for a node with a heap of half a gigabyte. */
const MAX_BATCH_BYTES = 4_000_000
const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 30_000, 30_000]
/** The cluster is busy, or a node is on its way down or up: the same operation will go through later. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504])

/** What OpenSearch says where it allows nothing but removals, or no new index: no waiting helps. */
const DISK_FULL = /flood-stage|read-only-allow-delete|create-index blocked/

/** True for what a cluster refuses because its disks are full. */
export function isDiskFull(error: unknown): error is Error {
  return error instanceof Error && DISK_FULL.test(error.message)
}

/** An operation with its document as it is sent, however often. */
interface Line {
  readonly id: string
  readonly routing: string | undefined
  readonly json: string | null
}

interface BulkBody {
  readonly items: readonly Readonly<
    Record<
      string,
      { readonly status: number; readonly error?: { readonly type: string; readonly reason: string } }
    >
  >[]
}

/**
 * Writes all operations, batch after batch; the next is sent when the last is written, which is the back-pressure.
 *
 * @throws ClusterError, Error when an operation is refused for good; BackendUnavailableError when patience ends.
 */
export async function writeAll(
  cluster: Cluster,
  operations: readonly Operation[],
  options: BulkOptions,
): Promise<void> {
  let batch: Line[] = []
  let bytes = 0
  for (const { id, routing, document } of operations) {
    const json = document === null ? null : JSON.stringify(document)
    const size = json === null ? 0 : Buffer.byteLength(json)
    if (batch.length > 0 && bytes + size > MAX_BATCH_BYTES) {
      await writeBatch(cluster, batch, options)
      batch = []
      bytes = 0
    }
    batch.push({ id, routing, json })
    bytes += size
  }
  if (batch.length > 0) await writeBatch(cluster, batch, options)
}

async function writeBatch(
  cluster: Cluster,
  operations: readonly Line[],
  { index, waitsMs = WAITS_MS }: BulkOptions,
): Promise<void> {
  let left = operations
  for (const wait of [...waitsMs, null]) {
    const rest = await tryBatch(cluster, left, index)
    if (rest.operations.length === 0) return
    if (wait === null) {
      throw new BackendUnavailableError(
        `OpenSearch: ${rest.operations.length} documents were not taken (${rest.reason}${fixOf(rest.reason)}); run yinju index again later, it goes on where it stopped`,
      )
    }
    left = rest.operations
    await sleep(wait)
  }
}

/** The operations that are worth another try, and why they are left. */
async function tryBatch(
  cluster: Cluster,
  operations: readonly Line[],
  index: string,
): Promise<{ readonly operations: readonly Line[]; readonly reason: string }> {
  let body: BulkBody
  try {
    body = await cluster.tell<BulkBody>({
      method: 'POST',
      path: '/_bulk',
      query: { filter_path: 'items.*.status,items.*.error.type,items.*.error.reason' },
      lines: operations.flatMap(({ id, routing, json }): (object | string)[] => {
        const target = { _index: index, _id: id, ...(routing === undefined ? {} : { routing }) }
        return json === null ? [{ delete: target }] : [{ index: target }, json]
      }),
    })
  } catch (error) {
    if (isDiskFull(error)) throw error
    const isPassing =
      error instanceof BackendUnavailableError || (error instanceof ClusterError && PASSING.has(error.status))
    if (!isPassing) throw error
    return { operations, reason: error.message }
  }
  let reason = ''
  const left = operations.filter((operation, place) => {
    const { status, error } = Object.values(body.items[place] ?? {})[0] ?? { status: 503 }
    if (status < 300 || (status === 404 && operation.json === null)) return false
    reason = error === undefined ? `status ${status}` : `${error.type}: ${error.reason.slice(0, 200)}`
    if (DISK_FULL.test(reason)) throw new Error(reason)
    if (!PASSING.has(status)) throw new Error(`OpenSearch refuses ${operation.id}: ${reason}${fixOf(reason)}`)
    return true
  })
  return { operations: left, reason }
}

function fixOf(reason: string): string {
  if (/security_exception/.test(reason)) return RIGHTS_FIX
  return /block/.test(reason)
    ? '; the index is read-only: make room on the cluster’s disks, then lift the block (index.blocks)'
    : ''
}

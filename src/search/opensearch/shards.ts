/** Waits until an index has its shards where they belong, and says at once why the cluster will not place one. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, ClusterError } from './cluster.ts'
import { describeDisks } from './disks.ts'

export interface ShardsWanted {
  /** `primaries`: it can be written and searched. `all`: a node may go, too. */
  readonly copies: 'primaries' | 'all'
  /** How long to wait while nothing moves and nobody says why. Default a minute. */
  readonly patienceMs?: number
}

/** A shard that the cluster will not place, and why, with the fix. */
export class UnplacedShardError extends Error {
  override readonly name = 'UnplacedShardError'
}

interface Health {
  readonly status: 'green' | 'yellow' | 'red'
  readonly initializing_shards: number
  readonly relocating_shards: number
}

interface Shard {
  readonly shard: string
  readonly prirep: 'p' | 'r'
  readonly state: string
}

interface Explanation {
  readonly can_allocate?: string
  readonly allocate_explanation?: string
  readonly node_allocation_decisions?: readonly {
    readonly node_name: string
    readonly deciders?: readonly {
      readonly decider: string
      readonly decision: string
      readonly explanation: string
    }[]
  }[]
}

const POLL_MS = 500
const PATIENCE_MS = 60_000
/** A refusal can be of one moment: while a node comes or goes, or a disk is looked at. */
const REFUSALS_BEFORE_ERROR = 4
const EXPLAINED_NODES = 3

/** @throws UnplacedShardError */
export async function waitForShards(cluster: Cluster, index: string, wanted: ShardsWanted): Promise<void> {
  const { copies, patienceMs = PATIENCE_MS } = wanted
  let idleSince = performance.now()
  let refusals = 0
  for (;;) {
    const health = await cluster.tell<Health>({ method: 'GET', path: `/_cluster/health/${index}` })
    if (health.status === 'green' || (copies === 'primaries' && health.status === 'yellow')) return
    if (health.initializing_shards + health.relocating_shards > 0) {
      idleSince = performance.now()
      refusals = 0
    } else {
      const refusal = await explain(cluster, index, copies)
      refusals = refusal === null ? 0 : refusals + 1
      if (refusal !== null && refusals >= REFUSALS_BEFORE_ERROR) throw new UnplacedShardError(refusal)
    }
    if (performance.now() - idleSince > patienceMs) {
      throw new UnplacedShardError(
        `OpenSearch: the shards of ${index} were not placed within ${patienceMs / 1_000} s; ask GET _cluster/allocation/explain`,
      )
    }
    await sleep(POLL_MS)
  }
}

/** Why the first shard that is missing will not be placed; null when the cluster only takes its time. */
async function explain(
  cluster: Cluster,
  index: string,
  copies: ShardsWanted['copies'],
): Promise<string | null> {
  const shards = await cluster.tell<readonly Shard[]>({
    method: 'GET',
    path: `/_cat/shards/${index}`,
    query: { format: 'json' },
  })
  const missing = shards.find(
    ({ state, prirep }) => state === 'UNASSIGNED' && (copies === 'all' || prirep === 'p'),
  )
  if (missing === undefined) return null
  const isPrimary = missing.prirep === 'p'
  const explanation = await cluster
    .tell<Explanation>({
      method: 'POST',
      path: '/_cluster/allocation/explain',
      body: { index, shard: Number(missing.shard), primary: isPrimary },
    })
    .catch((error: unknown) => {
      // It has been placed meanwhile.
      if (error instanceof ClusterError && error.status === 400) return null
      throw error
    })
  if (explanation?.can_allocate !== 'no') return null
  const refusing = (explanation.node_allocation_decisions ?? []).map((node) => ({
    name: node.node_name,
    no: (node.deciders ?? []).filter(({ decision }) => decision === 'NO'),
  }))
  const what = `OpenSearch: ${isPrimary ? 'shard' : 'the replica of shard'} ${missing.shard} of ${index} finds no place`
  // Where a node of its own is missing for each copy, nothing else is worth saying.
  if (refusing.length > 0 && refusing.every(({ no }) => no.some(({ decider }) => decider === 'same_shard'))) {
    return `${what}: every node has a copy already; set OPENSEARCH_REPLICAS to fewer than the number of nodes, or add one`
  }
  if (refusing.some(({ no }) => no.some(({ decider }) => decider === 'disk_threshold'))) {
    return `${what}, the disks are too full: ${await describeDisks(cluster)}; make room on them or add a node, then run yinju index again, it goes on where it stopped`
  }
  const why = refusing
    .slice(0, EXPLAINED_NODES)
    .map(({ name, no }) => `${name}: ${no.map(({ explanation: said }) => said).join(', ')}`)
    .join('; ')
  return `${what}: ${why === '' ? explanation.allocate_explanation : why}`
}

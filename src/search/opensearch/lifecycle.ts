/** The life of an index: made empty, filled, checked, spread over the nodes, answering by its alias, and removed when no copy needs it any more. */
import { type Cluster, ClusterError } from './cluster.ts'
import { formatAlias, type OwnIndex, type Survey } from './installation.ts'
import { type IndexMark, indexBody, type ReportDocument, schemaFingerprint } from './schema.ts'
import { UnplacedShardError, waitForShards } from './shards.ts'
import { type CountedByReport, countsOf, readAll, searchIn } from './snapshot.ts'

/** What is wanted of the index itself, whatever is in it. */
export interface IndexPlan {
  /** Alias of the installation. */
  readonly alias: string
  /** Name of a new index, should one be needed; must begin with the alias and a hyphen. */
  readonly newIndex: string
  /** null: by the number of reports. */
  readonly shards: number | null
  /** null: one as soon as the cluster has a second node. */
  readonly replicas: number | null
  /** How long an index that was replaced is kept for copies that still ask it, and for going back. Default a day. */
  readonly keepMs?: number
  /** Remove every other index of the installation now, whenever it began to answer. Default false. */
  readonly removesOthers?: boolean
}

/** Some 130 passages a report; a shard of two million passages stays near ten gigabytes. */
const REPORTS_PER_SHARD = 15_000
/** Where a shard cannot be placed, waiting for it inside the request would only delay the reason. */
const CREATE_TIMEOUT = '1s'
const MERGE_TIMEOUT_MS = 3_600_000
const KEEP_MS = 24 * 3_600_000
const COUNTED_REPORTS = 1_000

export function isFit(index: OwnIndex, { shards }: IndexPlan): boolean {
  return shards === null || index.shards === shards
}

/** Gives an index to fill beside the one that answers: one that an earlier run began or filled, or an empty one. */
export async function prepare(
  cluster: Cluster,
  { plan, state, reports }: { readonly plan: IndexPlan; readonly state: Survey; readonly reports: number },
): Promise<{ readonly index: string; readonly how: 'new' | 'resumed' }> {
  const spare = state.spare.filter((one) => isFit(one, plan)).at(-1)
  if (spare !== undefined) {
    await openForWriting(cluster, spare.name)
    await setMark(cluster, spare.name, { ...markOf(plan.alias), state: 'building' })
    await cluster.tell({ method: 'POST', path: `/${spare.name}/_refresh` })
    return { index: spare.name, how: 'resumed' }
  }
  const index = plan.newIndex
  const shards = plan.shards ?? Math.max(1, Math.ceil(reports / REPORTS_PER_SHARD))
  const mark: IndexMark = { ...markOf(plan.alias), state: 'building' }
  const { shards_acknowledged: isPlaced } = await cluster.tell<{ readonly shards_acknowledged: boolean }>({
    method: 'PUT',
    path: `/${index}`,
    query: { timeout: CREATE_TIMEOUT },
    body: indexBody({ shards, mark }),
  })
  try {
    if (!isPlaced) await waitForShards(cluster, index, { copies: 'primaries' })
  } catch (error) {
    // Nothing is in it, and an index without its shards makes the whole cluster red.
    if (error instanceof UnplacedShardError) await remove(cluster, index)
    throw error
  }
  return { index, how: 'new' }
}

/** What a run wrote that was broken off shows now, lest this one looks for it in vain. */
export async function showRest(cluster: Cluster, live: OwnIndex): Promise<void> {
  if (live.mark.state !== 'changing') return
  await cluster.tell({ method: 'POST', path: `/${live.name}/_refresh` })
}

/** Says that what the index holds is about to change. */
export async function beginChange(cluster: Cluster, live: OwnIndex): Promise<void> {
  await openForWriting(cluster, live.name)
  await setMark(cluster, live.name, { ...live.mark, state: 'changing' })
}

/**
 * Shows what was written, all of it at once: nothing refreshes the index but this.
 *
 * `written`: the reports that were, with the number of passages of each.
 */
export async function endChange(
  cluster: Cluster,
  live: OwnIndex,
  { plan, written }: { readonly plan: IndexPlan; readonly written: ReadonlyMap<string, number> },
): Promise<void> {
  await cluster.tell({ method: 'POST', path: `/${live.name}/_refresh` })
  await verifyReports(cluster, live.name, written)
  await setReplicas(cluster, live.name, plan.replicas)
  await setMark(cluster, live.name, { ...live.mark, state: 'complete', changed: Date.now() })
}

/** Makes a filled index ready to be searched: checked, small, and spread over the cluster before anybody asks it. */
export async function finish(cluster: Cluster, index: string, plan: IndexPlan): Promise<number> {
  await cluster.tell({ method: 'POST', path: `/${index}/_refresh` })
  const passages = await verify(cluster, index)
  // One segment a shard is searched fastest.
  await cluster.tell(
    { method: 'POST', path: `/${index}/_forcemerge`, query: { max_num_segments: 1 } },
    MERGE_TIMEOUT_MS,
  )
  await setReplicas(cluster, index, plan.replicas)
  const now = Date.now()
  await setMark(cluster, index, { ...markOf(plan.alias), state: 'complete', since: now, changed: now })
  await waitForShards(cluster, index, { copies: 'all' })
  return passages
}

/** From one moment to the next the copies of this version are answered by the index, and by no other. */
export async function swap(
  cluster: Cluster,
  { plan, state, to }: { readonly plan: IndexPlan; readonly state: Survey; readonly to: string },
): Promise<boolean> {
  const { alias } = plan
  // Copies of a version that knew one alias alone go on with their index for as long as that is there.
  const isHeld = state.foreign.some(({ aliases }) => aliases.includes(alias))
  const mine = isHeld ? [formatAlias(alias)] : [formatAlias(alias), alias]
  const actions = mine.flatMap((name) => {
    const holders = state.aliased.filter(({ aliases }) => aliases.includes(name))
    const others = holders.filter((holder) => holder.name !== to)
    return [
      ...(holders.length > others.length ? [] : [{ add: { index: to, alias: name } }]),
      ...others.map((holder) => taken(holder.name, name)),
    ]
  })
  if (isHeld) {
    // Whatever else stands behind the plain alias is none of ours, and would be asked as if it were.
    const strangers = state.aliased.filter(
      ({ name, aliases }) => aliases.includes(alias) && state.foreign.every((own) => own.name !== name),
    )
    actions.push(...strangers.map(({ name }) => taken(name, alias)))
  }
  if (actions.length === 0) return false
  await cluster.tell({ method: 'POST', path: '/_aliases', body: { actions } })
  return true
}

function taken(index: string, alias: string) {
  return { remove: { index, alias } }
}

/** Removes what this installation has replaced and kept long enough; gives their names and those still kept. */
export async function removeReplaced(
  cluster: Cluster,
  { plan, state, live }: { readonly plan: IndexPlan; readonly state: Survey; readonly live: IndexMarked },
): Promise<{ readonly dropped: readonly string[]; readonly kept: readonly string[] }> {
  const { alias, keepMs = KEEP_MS, removesOthers = false } = plan
  const since = live.mark.since ?? Date.now()
  // What began to answer after this one has replaced it: an old version that still runs must not take a new one's index away.
  const isOlder = ({ mark }: OwnIndex): boolean => (mark.since ?? mark.changed ?? 0) < since
  const replacedFor = ({ mark }: OwnIndex): number => Date.now() - Math.max(mark.changed ?? 0, since)
  const replaced = [...state.foreign, ...state.spare, ...(state.live === null ? [] : [state.live])].filter(
    ({ name }) => name !== live.name,
  )
  const isDue = (index: OwnIndex): boolean =>
    removesOthers ||
    (replacedFor(index) >= keepMs && isOlder(index)) ||
    (index.mark.state === 'building' && !state.foreign.includes(index))
  const due = replaced.filter(isDue)
  const held = due.filter(({ aliases }) => aliases.includes(alias))
  if (held.length > 0) {
    // The plain alias goes over in the same moment: somebody may follow it with a tool of their own.
    const actions = [{ add: { index: live.name, alias } }, ...held.map(({ name }) => taken(name, alias))]
    await cluster.tell({ method: 'POST', path: '/_aliases', body: { actions } })
  }
  for (const { name } of due) await remove(cluster, name)
  return {
    dropped: due.map(({ name }) => name),
    kept: replaced.filter((one) => !due.includes(one)).map(({ name }) => name),
  }
}

export interface IndexMarked {
  readonly name: string
  readonly mark: Pick<IndexMark, 'since'>
}

export async function countPassages(cluster: Cluster, index: string): Promise<number> {
  const body = await cluster.ask<{ readonly count: number }>({
    method: 'POST',
    path: `/${index}/_count`,
    body: { query: { term: { kind: 'passage' } } },
  })
  return body.count
}

function markOf(alias: string): Pick<IndexMark, 'fingerprint' | 'owner' | 'changed'> {
  return { fingerprint: schemaFingerprint(), owner: alias, changed: Date.now() }
}

async function openForWriting(cluster: Cluster, index: string): Promise<void> {
  await setSettings(cluster, index, { 'index.blocks.write': false, 'index.refresh_interval': '-1' })
}

async function setReplicas(cluster: Cluster, index: string, replicas: number | null): Promise<void> {
  const fixed = { 'index.auto_expand_replicas': false, 'index.number_of_replicas': replicas }
  await setSettings(cluster, index, replicas === null ? { 'index.auto_expand_replicas': '0-1' } : fixed)
}

async function setSettings(cluster: Cluster, index: string, body: object): Promise<void> {
  await cluster.tell({ method: 'PUT', path: `/${index}/_settings`, body })
}

async function setMark(cluster: Cluster, index: string, mark: IndexMark): Promise<void> {
  await cluster.tell({ method: 'PUT', path: `/${index}/_mapping`, body: { _meta: mark } })
}

/** Every report vouches for its number of passages; an index that holds others is given up. */
async function verify(cluster: Cluster, index: string): Promise<number> {
  const [passages, documents] = await Promise.all([
    countPassages(cluster, index),
    readAll<Pick<ReportDocument, 'summary'>>(cluster, index, {
      query: { term: { kind: 'report' } },
      _source: ['summary.passages'],
      sort: [{ report: 'asc' }],
    }),
  ])
  const vouched = documents.reduce((sum, { _source }) => sum + _source.summary.passages, 0)
  if (passages === vouched && passages > 0) return passages
  await remove(cluster, index)
  if (vouched === 0) throw new Error('no report could be read; fix the files first: yinju check')
  throw new Error(
    `OpenSearch: the new index held ${passages} passages instead of ${vouched} and was removed; run yinju index again`,
  )
}

/** The same for the reports of one run. */
async function verifyReports(
  cluster: Cluster,
  index: string,
  written: ReadonlyMap<string, number>,
): Promise<void> {
  const ids = [...written.keys()]
  for (let at = 0; at < ids.length; at += COUNTED_REPORTS) {
    const some = ids.slice(at, at + COUNTED_REPORTS)
    const counted = await searchIn<CountedByReport>(cluster, index, {
      size: 0,
      query: { bool: { filter: [{ term: { kind: 'passage' } }, { terms: { report: some } }] } },
      aggs: { reports: { terms: { field: 'report', size: some.length } } },
    })
    const held = countsOf(counted)
    const wrong = some.find((id) => (held.get(id) ?? 0) !== written.get(id))
    if (wrong !== undefined) {
      throw new Error(
        `OpenSearch: ${index} holds ${held.get(wrong) ?? 0} passages of ${wrong} instead of ${written.get(wrong)}; another run may be under way: run yinju index again`,
      )
    }
  }
}

async function remove(cluster: Cluster, index: string): Promise<void> {
  await cluster
    .tell({ method: 'DELETE', path: `/${index}`, query: { ignore_unavailable: true } })
    .catch((error: unknown) => {
      // Somebody else removed it first.
      if (!(error instanceof ClusterError && error.status === 404)) throw error
    })
}

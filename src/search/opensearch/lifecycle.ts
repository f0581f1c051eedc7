/** An alias in; out: which indices stand behind it, a new one to fill, and the filled one in its place. */
import { type Cluster, ClusterError } from './cluster.ts'
import { type IndexMark, indexBody, type ReportDocument, schemaFingerprint } from './schema.ts'
import { readAll } from './snapshot.ts'

/** What is wanted of the index itself, whatever is in it. */
export interface IndexPlan {
  readonly alias: string
  /** Name of a new index, should one be needed; must begin with the alias and sort after those of earlier runs. */
  readonly newIndex: string
  /** null: by the number of reports. */
  readonly shards: number | null
  /** null: one as soon as the cluster has a second node. */
  readonly replicas: number | null
}

/** Some 130 passages a report; a shard of two million passages stays near ten gigabytes. */
const REPORTS_PER_SHARD = 15_000
const HEALTH_TIMEOUT_S = 300
const MERGE_TIMEOUT_MS = 3_600_000

export interface Survey {
  /** The index that the alias names. */
  readonly live: string | null
  /** It can be copied: made by this version, with as many shards as are wanted. */
  readonly isLiveUsable: boolean
  /** A run of this version that was broken off. */
  readonly unfinished: string | null
  /** Every index of ours but the live one. */
  readonly others: readonly string[]
}

type Indices = Readonly<
  Record<
    string,
    {
      readonly aliases: Readonly<Record<string, unknown>>
      readonly mappings: { readonly _meta?: IndexMark }
      readonly settings: { readonly index: { readonly number_of_shards: string } }
    }
  >
>

/** Finds the indices of ours behind and beside the alias. `shards` as wanted, null for any number. */
export async function survey(cluster: Cluster, alias: string, shards: number | null): Promise<Survey> {
  const indices = await cluster.tell<Indices>({
    method: 'GET',
    path: `/${alias},${alias}-*`,
    query: { ignore_unavailable: true, allow_no_indices: true, flat_settings: false },
  })
  if (Object.hasOwn(indices, alias)) {
    throw new Error(
      `OpenSearch: ${alias} is an index, not an alias; remove it, or set OPENSEARCH_INDEX to another name`,
    )
  }
  // Only what carries our mark is ours to remove.
  const ours = Object.entries(indices)
    .filter(([, { mappings }]) => mappings._meta?.fingerprint !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const isFit = ([, index]: (typeof ours)[number]): boolean =>
    index.mappings._meta?.fingerprint === schemaFingerprint() &&
    (shards === null || Number(index.settings.index.number_of_shards) === shards)
  const live = ours.filter(([, { aliases }]) => Object.hasOwn(aliases, alias)).at(-1)
  const others = ours.filter((one) => one !== live)
  const unfinished = others.filter((one) => isFit(one) && one[1].mappings._meta?.state === 'building')
  return {
    live: live?.[0] ?? null,
    isLiveUsable: live !== undefined && isFit(live),
    unfinished: unfinished.at(-1)?.[0] ?? null,
    others: others.map(([name]) => name),
  }
}

/** Gives an index to fill: the one of a run that was broken off, a copy of the live one, or an empty one. */
export async function prepare(
  cluster: Cluster,
  options: { readonly plan: IndexPlan; readonly state: Survey; readonly reports: number },
): Promise<{ readonly index: string; readonly how: 'new' | 'copy' | 'resumed' }> {
  const { plan } = options
  const { live, isLiveUsable, unfinished } = options.state
  if (unfinished !== null) {
    await cluster.tell({ method: 'POST', path: `/${unfinished}/_refresh` })
    return { index: unfinished, how: 'resumed' }
  }
  const mark: IndexMark = { fingerprint: schemaFingerprint(), state: 'building' }
  const index = plan.newIndex
  if (live === null || !isLiveUsable) {
    const shards = plan.shards ?? Math.max(1, Math.ceil(options.reports / REPORTS_PER_SHARD))
    await cluster.tell({ method: 'PUT', path: `/${index}`, body: indexBody({ shards, mark }) })
    return { index, how: 'new' }
  }
  // Only an index that nobody writes can be copied; ours is never written again, so the block may stay.
  await cluster.tell({ method: 'PUT', path: `/${live}/_settings`, body: { 'index.blocks.write': true } })
  await cluster.tell(
    {
      method: 'PUT',
      path: `/${live}/_clone/${index}`,
      query: { wait_for_active_shards: 1, timeout: `${HEALTH_TIMEOUT_S}s` },
      body: {
        settings: {
          'index.blocks.write': false,
          'index.number_of_replicas': 0,
          'index.refresh_interval': '-1',
        },
      },
    },
    HEALTH_TIMEOUT_S * 1_000,
  )
  await setMark(cluster, index, mark)
  return { index, how: 'copy' }
}

/** Makes the index ready to be searched: checked, small, spread over the cluster, closed for writing. */
export async function finish(
  cluster: Cluster,
  index: string,
  { replicas, isCopy }: { readonly replicas: number | null; readonly isCopy: boolean },
): Promise<number> {
  await cluster.tell({ method: 'POST', path: `/${index}/_refresh` })
  const passages = await verify(cluster, index)
  // One segment a shard is searched fastest; a copy has that already but for what changed.
  const merge = isCopy ? { only_expunge_deletes: true } : { max_num_segments: 1 }
  await cluster.tell({ method: 'POST', path: `/${index}/_forcemerge`, query: merge }, MERGE_TIMEOUT_MS)
  await cluster.tell({
    method: 'PUT',
    path: `/${index}/_settings`,
    body: {
      'index.refresh_interval': null,
      'index.blocks.write': true,
      ...(replicas === null
        ? { 'index.auto_expand_replicas': '0-1' }
        : { 'index.auto_expand_replicas': false, 'index.number_of_replicas': replicas }),
    },
  })
  await setMark(cluster, index, { fingerprint: schemaFingerprint(), state: 'complete' })
  await cluster.tell(
    {
      method: 'GET',
      path: `/_cluster/health/${index}`,
      query: {
        wait_for_status: 'yellow',
        wait_for_no_initializing_shards: true,
        timeout: `${HEALTH_TIMEOUT_S}s`,
      },
    },
    HEALTH_TIMEOUT_S * 1_000,
  )
  return passages
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
  await dropAll(cluster, [index])
  if (vouched === 0) throw new Error('no report could be read; mend the files first: yinju check')
  throw new Error(
    `OpenSearch: the new index held ${passages} passages instead of ${vouched} and was removed; run yinju index again`,
  )
}

export async function countPassages(cluster: Cluster, index: string): Promise<number> {
  const body = await cluster.ask<{ readonly count: number }>({
    method: 'POST',
    path: `/${index}/_count`,
    body: { query: { term: { kind: 'passage' } } },
  })
  return body.count
}

/** The alias names the new index from one moment to the next. */
export async function swap(
  cluster: Cluster,
  alias: string,
  { from, to }: { readonly from: string | null; readonly to: string },
): Promise<void> {
  const remove = from === null ? [] : [{ remove: { index: from, alias } }]
  await cluster.tell({
    method: 'POST',
    path: '/_aliases',
    body: { actions: [...remove, { add: { index: to, alias } }] },
  })
}

async function setMark(cluster: Cluster, index: string, mark: IndexMark): Promise<void> {
  await cluster.tell({ method: 'PUT', path: `/${index}/_mapping`, body: { _meta: mark } })
}

export async function dropAll(cluster: Cluster, indices: readonly string[]): Promise<readonly string[]> {
  for (const index of indices) {
    await cluster
      .tell({ method: 'DELETE', path: `/${index}`, query: { ignore_unavailable: true } })
      .catch((error: unknown) => {
        // Somebody else removed it first.
        if (!(error instanceof ClusterError && error.status === 404)) throw error
      })
  }
  return indices
}

/** Tells which indices of a cluster are an installation's own, and which of them answers: nothing else is ever changed or removed. */
import { areIndices } from './answer-form.ts'
import { type Cluster, type ClusterRequest, strangeAnswer } from './cluster.ts'
import { type IndexMark, schemaFingerprint } from './schema.ts'

/** An index that carries the mark of this installation. */
export interface OwnIndex {
  readonly name: string
  readonly mark: IndexMark
  readonly aliases: readonly string[]
  readonly shards: number
}

export interface Survey {
  /** The index that answers the copies of this version. */
  readonly live: OwnIndex | null
  /** Of this version and not live, the newest last: filled but never swapped in, or broken off. */
  readonly spare: readonly OwnIndex[]
  /** Of other versions, whose copies may still be running. */
  readonly foreign: readonly OwnIndex[]
  /** Every index that carries one of the installation's aliases, its own or not. */
  readonly aliased: readonly { readonly name: string; readonly aliases: readonly string[] }[]
}

type Indices = Readonly<
  Record<
    string,
    {
      /** Left out where a filtered answer would hold none. */
      readonly aliases?: Readonly<Record<string, unknown>>
      readonly mappings?: { readonly _meta?: IndexMark }
      readonly settings?: { readonly index: { readonly number_of_shards: string } }
    }
  >
>

/**
 * The alias by which the copies of this version find their index. Every format has its own, so that an index for a new
 * version is made beside that of the old one, and the copies of both are answered.
 */
export function formatAlias(alias: string): string {
  return `${alias}.${schemaFingerprint()}`
}

/**
 * Finds the installation's indices.
 *
 * Its own are those whose mark names it as their owner. Names prove nothing: yinju-staging is another installation's, and
 * so may be an index of ours that somebody else has put an alias of theirs on.
 *
 * @throws Error when there is an index by the name of the alias.
 */
export async function survey(cluster: Cluster, alias: string): Promise<Survey> {
  const request: ClusterRequest = {
    method: 'GET',
    path: `/${alias},${formatAlias(alias)},${alias}-*`,
    query: { ignore_unavailable: true, allow_no_indices: true, flat_settings: false },
  }
  const indices = await cluster.tell<Indices>(request)
  if (!areIndices(indices)) throw strangeAnswer(request)
  if (Object.hasOwn(indices, alias)) {
    throw new Error(
      `OpenSearch: ${alias} is an index, not an alias; remove it, or set OPENSEARCH_INDEX to another name`,
    )
  }
  const own = Object.entries(indices)
    .flatMap(([name, { aliases = {}, mappings, settings }]): OwnIndex[] => {
      const mark = mappings?._meta
      if (mark === undefined || !isOwn(mark, Object.keys(aliases), alias)) return []
      return [
        { name, mark, aliases: Object.keys(aliases), shards: Number(settings?.index.number_of_shards ?? 0) },
      ]
    })
    .sort((a, b) => (a.mark.changed ?? 0) - (b.mark.changed ?? 0) || (a.name < b.name ? -1 : 1))
  const ofVersion = own.filter(({ mark }) => mark.fingerprint === schemaFingerprint())
  const live = pickLive(ofVersion, alias)
  return {
    live,
    spare: ofVersion.filter((one) => one !== live),
    foreign: own.filter(({ mark }) => mark.fingerprint !== schemaFingerprint()),
    aliased: Object.entries(indices)
      .map(([name, { aliases = {} }]) => ({ name, aliases: Object.keys(aliases) }))
      .filter(({ aliases }) => aliases.includes(alias) || aliases.includes(formatAlias(alias))),
  }
}

/**
 * Name of the index that answers the copies of this version, and null when there is none.
 *
 * `others`: what stands behind the alias instead, for the message.
 */
export async function findLive(
  cluster: Cluster,
  alias: string,
): Promise<{ readonly index: string | null; readonly others: readonly string[] }> {
  const request: ClusterRequest = {
    method: 'GET',
    path: `/${alias},${formatAlias(alias)}`,
    query: { ignore_unavailable: true, allow_no_indices: true, filter_path: '*.aliases,*.mappings._meta' },
  }
  const indices = await cluster.ask<Indices>(request)
  if (!areIndices(indices)) throw strangeAnswer(request)
  const marked = Object.entries(indices).flatMap(([name, { aliases = {}, mappings }]) =>
    mappings?._meta?.fingerprint === schemaFingerprint()
      ? [{ name, mark: mappings._meta, aliases: Object.keys(aliases) }]
      : [],
  )
  return { index: pickLive(marked, alias)?.name ?? null, others: Object.keys(indices) }
}

function pickLive<T extends Pick<OwnIndex, 'name' | 'mark' | 'aliases'>>(
  ofVersion: readonly T[],
  alias: string,
): T | null {
  const answering = ofVersion.filter(
    ({ mark, aliases }) => mark.state !== 'building' && aliases.includes(formatAlias(alias)),
  )
  return answering.sort((a, b) => (a.mark.since ?? 0) - (b.mark.since ?? 0)).at(-1) ?? null
}

function isOwn(mark: IndexMark, aliases: readonly string[], alias: string): boolean {
  const isLent = aliases.some((one) => one !== alias && !one.startsWith(`${alias}.`))
  // Versions that named no owner marked theirs by the alias alone.
  return !isLent && (mark.owner === undefined ? aliases.includes(alias) : mark.owner === alias)
}

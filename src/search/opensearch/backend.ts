/** Turns a cluster into a Backend: asks for candidates and counts, and gives the candidates the scores of MiniSearch. */
import { countUp } from '../../text/maps.ts'
import {
  type Backend,
  type BackendRequest,
  type BackendResponse,
  BackendUnavailableError,
  type Candidate,
  compareText,
  type ReportCount,
} from '../backend.ts'
import { inTime, outsideQuestions } from '../question-time.ts'
import { batchSearches } from './batched.ts'
import { type Cluster, ClusterError } from './cluster.ts'
import { findFigures } from './figure-finder.ts'
import { watchHealth } from './health.ts'
import { countMentions } from './mentions.ts'
import {
  candidatesBody,
  countsBody,
  type FrequencyBuckets,
  frequenciesBody,
  PASSAGE_SOURCE,
  readFrequencies,
} from './query.ts'
import { eachField, type PassageSource, toPassage } from './schema.ts'
import { type Frequencies, scorePassage, type WeightedTerm, weighTerms } from './score.ts'
import {
  type CountedByReport,
  countsOf,
  loadSnapshot,
  readReport,
  reportOfHit,
  type SearchBody,
  type SearchHit,
  type Snapshot,
  StaleSnapshotError,
  searchIn,
} from './snapshot.ts'

export interface BackendOptions {
  /** Alias of the index. */
  readonly index: string
  /** How often to look whether another index answers, or another state of it. Default 15,000. */
  readonly refreshEveryMs?: number
  /** How long a question may wait for the cluster, all that it asks together. Default: as long as each request may take. */
  readonly questionMs?: number
}

const REFRESH_EVERY_MS = 15_000
const LONGEST_TIMER_MS = 2 ** 31 - 1
/** Two runs of yinju index do not end within one question. */
const MAX_TRIES = 3
/** Frequencies are kept as long as the index stands; a term costs some 100 bytes. */
const MAX_KEPT_FREQUENCIES = 100_000

/** The backend over any cluster, so that a test can put itself between. */
export function createBackend(given: Cluster, options: BackendOptions): Backend {
  const cluster = batchSearches(given)
  const { index: alias, refreshEveryMs, questionMs = LONGEST_TIMER_MS } = options
  const health = watchHealth()
  const snapshots = keepSnapshot(cluster, alias)
  const timer = setInterval(() => {
    // A cluster that is away at the moment leaves the old snapshot standing; the next question tells.
    snapshots.refresh().catch(() => undefined)
  }, refreshEveryMs ?? REFRESH_EVERY_MS)
  timer.unref()

  const answering =
    <Asked, T>(ask: (cluster: Cluster, snapshot: Snapshot, asked: Asked) => Promise<T>) =>
    async (asked: Asked): Promise<T> => {
      try {
        const answer = await inTime(questionMs, () =>
          askFresh(snapshots, (snapshot) => ask(cluster, snapshot, asked)),
        )
        health.note(true)
        return answer
      } catch (error) {
        if (error instanceof BackendUnavailableError) health.note(false)
        throw error
      }
    }
  return {
    name: 'opensearch',
    search: answering(search),
    figures: answering(findFigures),
    catalog: async () => (await inTime(questionMs, snapshots.current)).catalog,
    frequencies: answering(mostFrequencies),
    mentions: answering(countMentions),
    report: answering(readReport),
    passage: answering(readPassage),
    isReady: async () => {
      if (!health.isGood()) return false
      try {
        await askFresh(snapshots, async (snapshot) => await probe(cluster, snapshot))
        return true
      } catch {
        return false
      }
    },
    close: async () => {
      clearInterval(timer)
      await cluster.close()
    },
  }
}

/** Asks with the present snapshot, and again with a new one when the index was replaced, or a report in it, meanwhile. */
async function askFresh<T>(snapshots: KeptSnapshot, ask: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  let snapshot = await snapshots.current()
  for (let tries = 1; ; tries++) {
    try {
      return await ask(snapshot)
    } catch (error) {
      const isStale = error instanceof StaleSnapshotError
      if (!isStale && !mayBeRemoved(error)) throw error
      const present = await snapshots.refresh()
      // A load that had begun before the change gives the same snapshot, the next one gives another.
      if (tries === MAX_TRIES || (present === snapshot && !isStale)) {
        if (isStale) throw new BackendUnavailableError(`OpenSearch: ${error.message} while it was asked`)
        throw error
      }
      snapshot = present
    }
  }
}

/** Of an index that is just being removed, first the shards fail and then the index is not found. */
function mayBeRemoved(error: unknown): boolean {
  const cause = error instanceof BackendUnavailableError ? error.cause : null
  if (!(cause instanceof ClusterError)) return false
  return cause.type === 'index_not_found_exception' || cause.type === 'search_phase_execution_exception'
}

type KeptSnapshot = ReturnType<typeof keepSnapshot>

/** Loads a snapshot when it is first asked for, and another when the alias names another index. */
function keepSnapshot(cluster: Cluster, alias: string) {
  let kept: Snapshot | null = null
  let loading: Promise<Snapshot> | null = null
  const load = async (): Promise<Snapshot> => {
    kept = await loadSnapshot(cluster, alias, kept)
    return kept
  }
  /** Whoever comes while it loads waits for the same load. */
  const refresh = async (): Promise<Snapshot> => {
    loading ??= outsideQuestions(load).finally(() => {
      loading = null
    })
    return await loading
  }
  return { refresh, current: async (): Promise<Snapshot> => kept ?? (await refresh()) }
}

async function search(
  cluster: Cluster,
  snapshot: Snapshot,
  request: BackendRequest,
): Promise<BackendResponse> {
  const asked = request.groups.flatMap(({ terms }) => terms.map(({ term }) => term))
  const frequencies = await learnFrequencies(cluster, snapshot, asked)
  const terms = weighTerms(request.groups, snapshot.statistics, (term) => frequencies.get(term) ?? NOWHERE)
  const hasPhrases = request.phrases.length > 0
  if (asked.length > 0 && terms.length === 0 && !hasPhrases) return { total: 0, counts: [], candidates: [] }
  // Words alone: all that match somehow are never told, and counting them would cost a large index dearly.
  if (asked.length > 0 && !hasPhrases) return await searchWords(cluster, snapshot, { request, terms })
  const [passages, counted] = await askAll<[PassagesBody, CountsBody]>(cluster, snapshot, [
    candidatesBody(request, terms),
    countsBody(request, snapshot.catalog.reports.length),
  ])
  return {
    total: counted.hits.total?.value ?? 0,
    counts: toCounts(snapshot, countsOf(counted)),
    candidates: rank(toCandidates(passages.hits.hits, snapshot, terms)).slice(0, request.limit),
  }
}

async function searchWords(
  cluster: Cluster,
  snapshot: Snapshot,
  { request, terms }: { readonly request: BackendRequest; readonly terms: readonly WeightedTerm[] },
): Promise<BackendResponse> {
  const { prefer } = request
  const bodies = [
    candidatesBody(request, terms),
    ...(prefer === null ? [] : [candidatesBody(request, terms, prefer)]),
  ]
  const found = await askAll<PassagesBody[]>(cluster, snapshot, bodies)
  const best = found.flatMap(({ hits }) =>
    rank(toCandidates(hits.hits, snapshot, terms)).slice(0, request.limit),
  )
  const candidates = rank(distinct(best))
  const countOf = new Map<string, number>()
  for (const { report } of candidates) countUp(countOf, report.id)
  return { total: candidates.length, counts: toCounts(snapshot, countOf), candidates }
}

/** Several searches at once, which the cluster runs side by side. */
async function askAll<Bodies extends readonly unknown[]>(
  cluster: Cluster,
  { index }: Snapshot,
  bodies: readonly object[],
): Promise<Bodies> {
  const header = { index, allow_partial_search_results: false }
  const { responses } = await cluster.ask<{ readonly responses: Bodies }>({
    method: 'POST',
    path: '/_msearch',
    lines: bodies.flatMap((body) => [header, body]),
  })
  return responses
}

function toCounts(snapshot: Snapshot, countOf: ReadonlyMap<string, number>): ReportCount[] {
  const { catalog } = snapshot
  for (const report of countOf.keys()) reportOfHit(snapshot, { report })
  return catalog.reports.flatMap((report) => {
    const count = countOf.get(report.id)
    return count === undefined ? [] : [{ report, count }]
  })
}

type PassagesBody = SearchBody<PassageSource>
type CountsBody = SearchBody<never> & CountedByReport

const NOWHERE = eachField(() => 0)

function toCandidates(
  hits: readonly SearchHit<PassageSource>[],
  snapshot: Snapshot,
  terms: readonly WeightedTerm[],
): Candidate[] {
  return hits.map(({ _id, _source }) => {
    const report = reportOfHit(snapshot, _source)
    snapshot.passages.set(_id, _source)
    const passage = toPassage(_id, _source)
    const score = scorePassage(passage, _source.lengths, { terms, statistics: snapshot.statistics })
    return { passage, report, score }
  })
}

/** Best first; ties in reading order. */
function rank(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort(
    (a, b) =>
      b.score - a.score || compareText(a.report.id, b.report.id) || a.passage.paragraph - b.passage.paragraph,
  )
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.passage.id, candidate])).values()]
}

/** Frequencies of the terms; the cluster is asked for those only that were not asked for before. */
async function learnFrequencies(
  cluster: Cluster,
  snapshot: Snapshot,
  terms: readonly string[],
): Promise<ReadonlyMap<string, Frequencies>> {
  const kept = snapshot.frequencies
  const known = new Map<string, Frequencies>()
  const unknown = new Set<string>()
  for (const term of terms) {
    const frequencies = kept.get(term)
    if (frequencies === undefined) unknown.add(term)
    else known.set(term, frequencies)
  }
  if (unknown.size === 0) return known
  const asked = [...unknown]
  const body = await searchIn<{ aggregations: { terms: { buckets: FrequencyBuckets } } }>(
    cluster,
    snapshot.index,
    frequenciesBody(asked),
  )
  if (kept.size > MAX_KEPT_FREQUENCIES) kept.clear()
  asked.forEach((term, index) => {
    const frequencies = readFrequencies(body.aggregations.terms.buckets, index)
    known.set(term, frequencies)
    kept.set(term, frequencies)
  })
  return known
}

/** Of each term that of the field which has it most often. */
async function mostFrequencies(
  cluster: Cluster,
  snapshot: Snapshot,
  terms: readonly string[],
): Promise<number[]> {
  const frequencies = await learnFrequencies(cluster, snapshot, terms)
  return terms.map((term) => Math.max(...Object.values(frequencies.get(term) ?? NOWHERE)))
}

async function readPassage(cluster: Cluster, snapshot: Snapshot, id: string): Promise<Candidate | null> {
  const [routing = ''] = id.split('_')
  if (!snapshot.reportOf.has(routing)) return null
  const body = {
    size: 1,
    track_total_hits: false,
    _source: PASSAGE_SOURCE,
    query: { bool: { filter: [{ ids: { values: [id] } }, { term: { kind: 'passage' } }] } },
  }
  const { hits } = await searchIn<PassagesBody>(cluster, snapshot.index, body, routing)
  return toCandidates(hits.hits, snapshot, [])[0] ?? null
}

async function probe(cluster: Cluster, { index }: Snapshot): Promise<void> {
  await searchIn(cluster, index, { size: 0, terminate_after: 1, track_total_hits: false })
}

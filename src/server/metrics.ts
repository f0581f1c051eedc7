/** Turns what happens in the bot into numbers for Prometheus. No user, no chat and no question is ever a label. */

import { GrammyError, type Transformer } from 'grammy'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { BotEvent } from '../bot/bot.ts'
import type { Catalog } from '../search/backend.ts'
import type { Searcher } from '../search/searcher.ts'

export interface Metrics {
  readonly contentType: string
  /** The text that Prometheus scrapes. */
  text(): Promise<string>
  /** Counts an update by its type. */
  countUpdate(type: string): void
  countEvent(event: BotEvent): void
  /** Counts an update that a limit or the list of allowed chats turned away. */
  countRefused(reason: string): void
  countReload(outcome: 'swapped' | 'unchanged' | 'failed'): void
  countFetchError(): void
  setIndex(catalog: Catalog, faults: number): void
  /** Counts and times the calls of the Bot API: the last transformer to be installed. */
  readonly watchApi: Transformer
  /** The same searcher, timed. */
  watchSearch(searcher: Searcher): Searcher
  /** Numbers for /stats: the sum of each counter since the start, by its name without prefix and labels. */
  totals(): Promise<ReadonlyMap<string, number>>
}

/** From half a millisecond (a search in memory) to ten seconds (a call that hangs). */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const meters = makeMeters(registry)
  const watched = new WeakMap<Searcher, Searcher>()
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countUpdate: (type) => meters.updates.inc({ type }),
    countEvent(event) {
      if (event.kind === 'blocked') return meters.blocked.inc()
      if (event.kind !== 'answer') return meters.failures.inc({ feature: event.feature, kind: event.kind })
      meters.answers.inc({ feature: event.feature, match: event.match })
      meters.replySeconds.observe({ feature: event.feature }, event.ms / 1000)
    },
    countRefused: (reason) => meters.refused.inc({ reason }),
    countReload: (outcome) => meters.reloads.inc({ outcome }),
    countFetchError: () => meters.fetchErrors.inc(),
    setIndex(catalog, faults) {
      meters.reports.set(catalog.reports.length)
      meters.passages.set(catalog.passages)
      meters.faults.set(faults)
    },
    watchApi: watchApi(meters),
    watchSearch(searcher) {
      const timed = watched.get(searcher) ?? timeSearches(searcher, meters)
      watched.set(searcher, timed)
      return timed
    },
    totals: () => sumCounters(registry),
  }
}

type Meters = ReturnType<typeof makeMeters>

function makeMeters(registry: Registry) {
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Counter({ name: `yinju_${name}`, help, labelNames, registers })
  const histogram = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Histogram({ name: `yinju_${name}`, help, labelNames, registers, buckets: SECONDS })
  const gauge = (name: string, help: string) => new Gauge({ name: `yinju_${name}`, help, registers })
  return {
    updates: counter('updates_total', 'Updates taken, by type', ['type']),
    answers: counter('answers_total', 'Questions answered, by feature and by how well the corpus matches', [
      'feature',
      'match',
    ]),
    failures: counter(
      'failures_total',
      'Updates whose handling failed, by feature; unavailable: the search backend could not be asked',
      ['feature', 'kind'],
    ),
    blocked: counter('blocked_total', 'Calls refused because the user blocked the bot or left the chat'),
    refused: counter('refused_total', 'Updates turned away, by reason', ['reason']),
    reloads: counter('reloads_total', 'Reloads of the corpus, by outcome', ['outcome']),
    fetchErrors: counter('fetch_errors_total', 'Failed polls for updates'),
    apiCalls: counter('api_calls_total', 'Calls of the Bot API, repeats not counted, by method', ['method']),
    apiErrors: counter('api_errors_total', 'Calls of the Bot API that failed for good, by method and code', [
      'method',
      'code',
    ]),
    replySeconds: histogram(
      'reply_seconds',
      'From the start of handling a question to the end of the last call',
      ['feature'],
    ),
    searchSeconds: histogram('search_seconds', 'Time of a search, ranking included', ['backend']),
    apiSeconds: histogram('api_seconds', 'Time of a call of the Bot API, repeats included', ['method']),
    reports: gauge('index_reports', 'Reports in the index'),
    passages: gauge('index_passages', 'Passages in the index'),
    faults: gauge('corpus_faults', 'Faults in report files, which `yinju check` lists'),
  }
}

function watchApi({ apiCalls, apiErrors, apiSeconds }: Meters): Transformer {
  return async (prev, method, payload, signal) => {
    if (method === 'getUpdates') return prev(method, payload, signal)
    apiCalls.inc({ method })
    const stop = apiSeconds.startTimer({ method })
    try {
      const response = await prev(method, payload, signal)
      if (!response.ok) apiErrors.inc({ method, code: response.error_code })
      return response
    } catch (error) {
      apiErrors.inc({ method, code: error instanceof GrammyError ? error.error_code : 'network' })
      throw error
    } finally {
      stop()
    }
  }
}

function timeSearches(searcher: Searcher, { searchSeconds }: Meters): Searcher {
  return {
    ...searcher,
    async search(text, options) {
      const stop = searchSeconds.startTimer({ backend: searcher.backend.name })
      try {
        return await searcher.search(text, options)
      } finally {
        stop()
      }
    },
  }
}

async function sumCounters(registry: Registry): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  for (const { name, type, values } of await registry.getMetricsAsJSON()) {
    if (!name.startsWith('yinju_') || String(type) === 'histogram') continue
    sums.set(
      name.replace(/^yinju_|_total$/g, ''),
      values.reduce((sum, { value }) => sum + value, 0),
    )
  }
  return sums
}

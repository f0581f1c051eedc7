/** Keeps a searcher over the present state of a folder of reports: when it changes, a new index is built beside the old one and takes its place. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SearchConfig } from '../config.ts'
import { type CorpusFault, formatFault } from '../corpus/read-corpus.ts'
import type { Report } from '../corpus/report.ts'
import type { Logger } from '../log.ts'
import type { Searcher } from '../search/searcher.ts'
import { makePause } from '../search/turns.ts'
import { makeIndexThread } from './index-thread.ts'
import type { UpdateThread } from './open-index.ts'
import { type OpenedSearch, openSearch } from './open-search.ts'
import { lookAtFolder, type WatchOptions, watchCorpus } from './watch-corpus.ts'

export type ReloadOutcome =
  /** A new index answers from now on. The lists hold report ids. */
  | {
      readonly kind: 'swapped'
      readonly added: readonly string[]
      readonly changed: readonly string[]
      readonly removed: readonly string[]
      readonly faults: readonly CorpusFault[]
      readonly ms: number
    }
  | { readonly kind: 'unchanged'; readonly faults: readonly CorpusFault[] }
  /** The old index goes on answering. */
  | { readonly kind: 'failed'; readonly message: string }

export interface LiveSearch {
  /** The searcher of this moment. Keep it for one question, ask anew for the next. */
  searcher(): Searcher
  faults(): readonly CorpusFault[]
  /** Reads the corpus anew. Never throws. Calls while one is under way share the next. */
  reload(): Promise<ReloadOutcome>
  /** Ends when nothing is written into the folder any more: a reload that is under way is waited for. */
  close(): Promise<void>
}

export interface LiveSearchOptions extends WatchOptions {
  readonly log: Logger
  /** Reload by itself when a report file changes. Default true. */
  readonly isWatched?: boolean
  /** Called after the start and after every reload. */
  readonly onOutcome?: (outcome: ReloadOutcome, live: LiveSearch) => void
  /** Least time from the beginning of one reload to the next; who asks in between gets the newest state all the same. Default 1,000. */
  readonly minIntervalMs?: number
}

/** Questions that began on an old connection to the cluster have ended by then. */
const CLOSE_AFTER_MS = 60_000

/** Opens the corpus and, unless told otherwise, watches it. @throws what openSearch() throws. */
export async function openLiveSearch(config: SearchConfig, options: LiveSearchOptions): Promise<LiveSearch> {
  const { log, minIntervalMs = 1_000 } = options
  const isWatched = config.searchBackend === 'minisearch' && options.isWatched !== false
  const since = isWatched ? await lookAtFolder(config.corpusDir) : null
  let current = await openSearch(config, { mayBeEmpty: true })
  logFaults(log, current.faults)
  prepareTopics(current, log)
  const thread: UpdateThread = makeIndexThread()
  let lastAt = Number.NEGATIVE_INFINITY
  const reloads = shareCalls(async (): Promise<ReloadOutcome> => {
    const wait = lastAt + minIntervalMs - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    lastAt = performance.now()
    const outcome = await swap(config, { old: current, thread }, (opened) => {
      current = opened
      prepareTopics(current, log)
    })
    logOutcome(log, outcome)
    options.onOutcome?.(outcome, live)
    return outcome
  })
  const live: LiveSearch = {
    searcher: () => current.searcher,
    faults: () => current.faults,
    reload: reloads.call,
    async close() {
      watcher?.close()
      await reloads.settled()
      await current.close()
      thread.end()
    },
  }
  const watcher =
    since === null
      ? null
      : watchCorpus(config.corpusDir, () => void live.reload(), {
          ...options,
          since,
          onStir: () => thread.tell({ kind: 'prepare', folder: config.corpusDir }),
        })
  return live
}

/** One call at a time; whoever calls while one is under way shares the next with all others who do. */
function shareCalls<T>(work: () => Promise<T>): { call(): Promise<T>; settled(): Promise<void> } {
  let running: Promise<T> | null = null
  let next: Promise<T> | null = null
  const call = (): Promise<T> => {
    if (running === null) {
      running = work().finally(() => {
        running = null
      })
      return running
    }
    // What is being read now may have been read before the change; so once more, but once for everybody who asks.
    next ??= running.then(() => {
      next = null
      return call()
    })
    return next
  }
  return {
    call,
    async settled() {
      await next
      await running
    },
  }
}

/** A little in each turn of the event loop, so that no question has to wait for all of it. */
function prepareTopics({ vocabulary: { topics } }: OpenedSearch, log: Logger): void {
  const prepare = async (): Promise<void> => {
    while (topics.prepare()) await nextTurn(undefined, { ref: false })
  }
  prepare().catch((error: unknown) => log.error({ err: error }, 'the topics cannot be prepared'))
}

async function swap(
  config: SearchConfig,
  { old, thread }: { readonly old: OpenedSearch; readonly thread: UpdateThread },
  take: (opened: OpenedSearch) => void,
): Promise<ReloadOutcome> {
  const started = performance.now()
  try {
    const opened = await openSearch(config, { previous: old, thread, mayBeEmpty: true })
    if (opened === old) return { kind: 'unchanged', faults: old.faults }
    const difference = await compare(old.reports, opened.reports)
    take(opened)
    const isEmbedded = config.searchBackend === 'minisearch'
    // An index in this process is freed as soon as the last question on it has ended: nobody may hold on to it here.
    if (!isEmbedded) setTimeout(() => void old.close(), CLOSE_AFTER_MS).unref()
    if (isEmbedded && Object.values(difference).every((ids) => ids.length === 0))
      return { kind: 'unchanged', faults: opened.faults }
    return {
      kind: 'swapped',
      ...difference,
      faults: opened.faults,
      ms: Math.round(performance.now() - started),
    }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

/** Gives way to questions between reports: over a large corpus the whole would hold the event loop. */
async function compare(before: readonly Report[], after: readonly Report[]) {
  const old = new Map(before.map((report) => [report.id, report]))
  const ids = new Set(after.map(({ id }) => id))
  const changed: string[] = []
  const pause = makePause()
  for (const report of after) {
    const known = old.get(report.id)
    if (known !== undefined && known !== report && !saysTheSame(known, report)) changed.push(report.id)
    await pause()
  }
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed,
    removed: [...old.keys()].filter((id) => !ids.has(id)),
  }
}

/** Passage ids are made of the texts, so that comparing them compares the texts, without writing out a whole corpus. */
function saysTheSame(a: Report, b: Report): boolean {
  const { passages, sections: _, ...meta } = a
  const { passages: others, sections: __, ...otherMeta } = b
  return (
    passages.length === others.length &&
    JSON.stringify(meta) === JSON.stringify(otherMeta) &&
    passages.every(({ id, section }, index) => {
      const other = others[index]
      return id === other?.id && section.join('\n') === other.section.join('\n')
    })
  )
}

function logFaults(log: Logger, faults: readonly CorpusFault[]): void {
  for (const fault of faults) log.warn({ file: fault.file, line: fault.line }, formatFault(fault))
}

function logOutcome(log: Logger, outcome: ReloadOutcome): void {
  if (outcome.kind === 'failed') {
    log.error(`corpus not reloaded, the old state stays: ${outcome.message}`)
    return
  }
  const { kind, faults, ...changes } = outcome
  logFaults(log, faults)
  log.info(
    { ...changes, faults: faults.length },
    kind === 'swapped' ? 'corpus reloaded' : 'corpus read again; no report has changed',
  )
}

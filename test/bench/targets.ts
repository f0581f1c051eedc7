/** Measured figures in; how they stand to the targets, how they grow, and where a cluster is the better choice, out. */
import { OURS } from './engine.ts'
import { LUCENE } from './java-peers.ts'
import { MINISEARCH_OUR_FIELDS, SQLITE_BIGRAMS } from './peers.ts'
import type { EngineFigures, Operation, OwnFigures, Results } from './results.ts'

/** A ratio or a time beside what it should be. */
export interface Target {
  readonly what: string
  readonly is: string
  readonly should: string
  readonly isMet: boolean
}

/** From its import to the first right answer, by passages. */
const ARRIVAL_SECONDS = [
  [50_000, 1],
  [200_000, 3],
] as const

/** Milliseconds that an operation may take at a percentile, on the report files and on about 50,000 passages. */
const OPERATION_MS: readonly (readonly [Operation, 'p50' | 'p99', { reports?: number; many?: number }])[] = [
  ['whole answer', 'p99', { reports: 2, many: 10 }],
  ['whole answer', 'p50', { many: 2 }],
  ['quote check', 'p99', { many: 10 }],
  ['figure question', 'p99', { reports: 3, many: 10 }],
  ['phrase count', 'p99', { many: 20 }],
]
const MANY_PASSAGES = 50_000
const FIGURES_CPU_MS = 20
const ONE_MORE_SHARE = 0.1
const BUILD_TIMES_LUCENE = 2

/** The targets that this run has the figures for. */
export function checkTargets(results: Results): Target[] {
  const { onReports, onSynthetic, own, figures, arrivals } = results
  const ours = onSynthetic.find(({ engine }) => engine === OURS)
  const sqlite = onSynthetic.find(({ engine }) => engine === SQLITE_BIGRAMS)
  const mini = onSynthetic.find(({ engine }) => engine === MINISEARCH_OUR_FIELDS)
  const targets: Target[] = []
  if (ours !== undefined && sqlite !== undefined) {
    targets.push(...besideSqlite(ours, sqlite))
    const [here, there] = [OURS, SQLITE_BIGRAMS].map(
      (name) => onReports.find(({ engine }) => engine === name)?.judged?.mrr,
    )
    if (here !== undefined && there !== undefined)
      targets.push({
        what: `MRR@10 on the report files, evaluation's questions, beside ${SQLITE_BIGRAMS}`,
        is: `${here.toFixed(3)} to ${there.toFixed(3)}`,
        should: 'no less',
        isMet: here >= there,
      })
  }
  if (ours !== undefined && mini !== undefined) targets.push(...besideMiniSearch(ours, mini))
  if (ours?.loadMs != null) {
    const faster = ours.buildMs / ours.loadMs
    targets.push({
      what: 'start from the saved index beside building it',
      is: `${times(faster)} faster`,
      should: 'at least 20',
      isMet: faster >= 20,
    })
  }
  const lucene = onSynthetic.find(({ engine }) => engine === LUCENE)
  if (ours !== undefined && lucene !== undefined) {
    const longer = ours.buildMs / lucene.buildMs
    targets.push({
      what: `build beside ${LUCENE}`,
      is: `${times(longer)} as long`,
      should: `at most ${BUILD_TIMES_LUCENE}`,
      isMet: longer <= BUILD_TIMES_LUCENE,
    })
  }
  targets.push(...checkOneMore(own), ...checkOperations(own))
  const [read] = figures
  if (read !== undefined)
    targets.push({
      what: 'figures of 15,000 characters read, processor time',
      is: `${read.cpuMs.toFixed(0)} ms`,
      should: `under ${FIGURES_CPU_MS} ms`,
      isMet: read.cpuMs < FIGURES_CPU_MS,
    })
  for (const [passages, seconds] of ARRIVAL_SECONDS) {
    const arrival = arrivals.find((one) => one.passages === passages)
    if (arrival === undefined) continue
    targets.push({
      what: `one more report searchable among ${passages.toLocaleString('en')} passages`,
      is: `${(arrival.ms / 1_000).toFixed(1)} s`,
      should: `under ${seconds} s`,
      isMet: arrival.ms < seconds * 1_000,
    })
  }
  const heldMs = Math.max(...arrivals.map((arrival) => arrival.heldMs))
  if (arrivals.length > 0)
    targets.push({
      what: 'event loop held at most, while a report is taken up and the bot is asked',
      is: `${heldMs.toFixed(0)} ms`,
      should: 'at most 50 ms',
      isMet: heldMs <= 50,
    })
  return targets
}

function checkOneMore(own: readonly OwnFigures[]): Target[] {
  return own
    .filter(({ isSynthetic, passages }) => isSynthetic && fromSize(passages))
    .map(({ reports, buildCpuMs, oneMore }) => {
      const share = oneMore.cpuMs / buildCpuMs
      return {
        what: `one more report among ${reports} beside building all, processor time`,
        is: `${share.toFixed(2)} of it`,
        should: `at most ${ONE_MORE_SHARE}`,
        isMet: share <= ONE_MORE_SHARE,
      }
    })
}

/** What is saved is written whole: of a few reports one more is a large part. */
function fromSize(passages: number): boolean {
  return passages >= GROWTH_FROM_PASSAGES
}

function checkOperations(own: readonly OwnFigures[]): Target[] {
  const small = own.find(({ isSynthetic }) => !isSynthetic)
  const many = own.find(({ isSynthetic, passages }) => isSynthetic && passages === MANY_PASSAGES)
  const check = (one: OwnFigures | undefined, which: 'reports' | 'many', where: string): Target[] =>
    OPERATION_MS.flatMap(([operation, percentile, limits]) => {
      const timing = one?.operations?.[operation]
      const limit = limits[which]
      if (timing === undefined || limit === undefined) return []
      const ms = timing[percentile]
      return [
        {
          what: `${percentile} of ${NAMES[operation] ?? operation} ${where}`,
          is: `${ms.toFixed(1)} ms`,
          should: `under ${limit} ms`,
          isMet: ms < limit,
        },
      ]
    })
  return [
    ...check(small, 'reports', 'on the report files'),
    ...check(many, 'many', `at ${MANY_PASSAGES.toLocaleString('en')} passages`),
  ]
}

const NAMES: Partial<Record<Operation, string>> = {
  'whole answer': 'a whole answer',
  'quote check': 'a quote check',
  'figure question': 'the answer to a question for a figure',
  'phrase count': 'a count of a phrase',
}

function besideSqlite(ours: EngineFigures, sqlite: EngineFigures): Target[] {
  const ratio = ours.search.question.p50 / sqlite.search.question.p50
  return [
    {
      what: `question p50 beside ${SQLITE_BIGRAMS}`,
      is: `${ours.search.question.p50.toFixed(1)} ms, ${ratio.toFixed(2)} of it`,
      should: 'at most 1',
      isMet: ratio <= 1,
    },
    {
      what: `MRR@10 on the same questions beside ${SQLITE_BIGRAMS}`,
      is: `${ours.quality.mrr.toFixed(3)} to ${sqlite.quality.mrr.toFixed(3)}`,
      should: 'no less',
      isMet: ours.quality.mrr >= sqlite.quality.mrr,
    },
  ]
}

function besideMiniSearch(ours: EngineFigures, mini: EngineFigures): Target[] {
  const faster = mini.search.question.p50 / ours.search.question.p50
  // Ours has the texts in it. The stricter measure leaves them out of MiniSearch's, which would need them, too.
  const strict = ours.memory.heapMb / mini.memory.heapMb
  const even = ours.memory.heapMb / (mini.memory.heapMb + mini.memory.textsMb)
  return [
    {
      what: `question p50 beside ${MINISEARCH_OUR_FIELDS}`,
      is: `${times(faster)} faster`,
      should: 'at least 10',
      isMet: faster >= 10,
    },
    {
      what: `memory of index and texts beside ${MINISEARCH_OUR_FIELDS}, its index alone (with the texts)`,
      is: `${strict.toFixed(2)} (${even.toFixed(2)}) of it`,
      should: 'at most 0.33',
      isMet: strict <= 1 / 3,
    },
  ]
}

function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 1 : 0)} times`
}

/** What grows with the corpus. */
export const GROWING = {
  build: ({ buildMs }: OwnFigures): number => buildMs,
  'start from the saved index': ({ loadMs }: OwnFigures): number => loadMs ?? Number.NaN,
  memory: ({ memory }: OwnFigures): number => memory.heapMb,
  'question p50': ({ search }: OwnFigures): number => search.question.p50,
  'question p99': ({ search }: OwnFigures): number => search.question.p99,
} as const
export type Growing = keyof typeof GROWING

/** Below this size fixed costs hide the growth; with fewer than two sizes from here on, all count. */
const GROWTH_FROM_PASSAGES = 10_000

/** Time or memory as `factor × passages ^ exponent`, fitted by least squares on the logarithms. */
export interface Growth {
  readonly exponent: number
  readonly factor: number
}

/** Null with fewer than two sizes. */
export function fitGrowth(own: readonly OwnFigures[], what: Growing): Growth | null {
  const points = fitted(own).map((one) => ({ x: Math.log(one.passages), y: Math.log(GROWING[what](one)) }))
  if (points.length < 2) return null
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [x0, y0] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))]
  const covariance = points.reduce((sum, { x, y }) => sum + (x - x0) * (y - y0), 0)
  const variance = points.reduce((sum, { x }) => sum + (x - x0) ** 2, 0)
  const exponent = covariance / variance
  return { exponent, factor: Math.exp(y0 - exponent * x0) }
}

/** The sizes that growth is fitted to, the least one first. */
export function fittedSizes(own: readonly OwnFigures[]): number[] {
  return fitted(own).map(({ passages }) => passages)
}

function fitted(own: readonly OwnFigures[]): OwnFigures[] {
  const synthetic = own.filter(({ isSynthetic }) => isSynthetic).sort((a, b) => a.passages - b.passages)
  const large = synthetic.filter(({ passages }) => passages >= GROWTH_FROM_PASSAGES)
  return large.length >= 2 ? large : synthetic
}

/** Past any of these the index belongs in a cluster. */
const LIMITS: readonly { readonly what: Growing; readonly limit: number; readonly why: string }[] = [
  { what: 'question p99', limit: 50, why: 'one question in a hundred holds all others up for 50 ms' },
  { what: 'memory', limit: 1_024, why: 'index and texts take half of a virtual machine with 2 GB' },
  { what: 'build', limit: 600_000, why: 'a new report is searchable only after ten minutes' },
]

export interface Limit {
  readonly why: string
  readonly passages: number
  /** Beyond the largest size measured. */
  readonly isExtrapolated: boolean
}

/** At how many passages each limit is reached by the fitted growth, the first one first. */
export function findLimits(own: readonly OwnFigures[]): Limit[] {
  const largest = Math.max(0, ...own.filter(({ isSynthetic }) => isSynthetic).map(({ passages }) => passages))
  return LIMITS.flatMap(({ what, limit, why }) => {
    const growth = fitGrowth(own, what)
    if (growth === null || growth.exponent <= 0) return []
    const passages = (limit / growth.factor) ** (1 / growth.exponent)
    return [{ why, passages, isExtrapolated: passages > largest }]
  }).sort((a, b) => a.passages - b.passages)
}

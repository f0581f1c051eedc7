/** Reads two reports of the corpus and says what changed from the first to the second, and what the second says first. */
import { reportName } from '../corpus/naming.ts'
import type { Report } from '../corpus/report.ts'
import type { Backend } from '../search/backend.ts'
import { getOrMake } from '../text/maps.ts'
import { RecentMap } from '../text/recent-map.ts'
import { type Change, type ChangeKind, compareReports } from './changes.ts'
import { byDate } from './count.ts'
import { headlineChanges } from './headline-changes.ts'
import { type NewTerm, type ProposedTerm, proposeTerms, rankTerms, type Spread } from './new-terms.ts'

export interface ReportChanges {
  readonly a: Report
  readonly b: Report
  readonly changes: readonly Change[]
  /** Those of the kind `figure`, the most important first. */
  readonly figures: readonly Change[]
  /** What no earlier report of b's place says, nor a; best first. */
  readonly terms: readonly NewTerm[]
  /** How many earlier reports that was looked up in. */
  readonly earlier: number
}

/** The corpus holds no report of this id. */
export interface NoSuchReport {
  readonly missing: string
}

type Outcome = ReportChanges | NoSuchReport

/** Their pages are turned, and two people ask for the same: so many are kept at the least for each state of the corpus. */
const KEPT = 16
const kept = new WeakMap<
  Backend,
  { readonly version: string; readonly found: RecentMap<string, Promise<Outcome>> }
>()

/** Takes half a second of work for two long reports, in steps that let others in; the same pair is compared once. */
export async function readChanges(backend: Backend, idA: string, idB: string): Promise<Outcome> {
  const { version } = await backend.catalog()
  const known = kept.get(backend)
  const { found } =
    known?.version === version ? known : { found: new RecentMap<string, Promise<Outcome>>(KEPT) }
  kept.set(backend, { version, found })
  const key = `${idA}\n${idB}`
  const changes = getOrMake(found, key, () => compare(backend, idA, idB))
  changes.catch(() => found.delete(key))
  return await changes
}

async function compare(backend: Backend, idA: string, idB: string): Promise<Outcome> {
  const [a, b] = await Promise.all([backend.report(idA), backend.report(idB)])
  if (a === null) return { missing: idA }
  if (b === null) return { missing: idB }
  const earlier = await earlierReports(backend, a, b)
  const proposed = await proposeTerms(b, earlier)
  const spread = await readSpread(backend, proposed, b)
  const changes = await compareReports(a, b)
  return {
    a,
    b,
    changes,
    figures: await headlineChanges(backend, changes),
    terms: rankTerms(proposed, (key) => spread.get(key) ?? { since: 0, before: 0 }),
    earlier: earlier.length,
  }
}

/** The earlier reports of b's place, and a. */
async function earlierReports(backend: Backend, a: Report, b: Report): Promise<Report[]> {
  const { reports } = await backend.catalog()
  const own = reports.find(({ id }) => id === b.id)
  const before = reports.filter(
    (report) =>
      report.place === b.place && report.id !== a.id && own !== undefined && byDate(report, own) < 0,
  )
  const read = await Promise.all(before.map(({ id }) => backend.report(id)))
  return [a, ...read.filter((report) => report !== null)]
}

async function readSpread(
  backend: Backend,
  proposed: readonly ProposedTerm[],
  { place, year }: Report,
): Promise<Map<string, Spread>> {
  const spread = new Map<string, Spread>()
  for (const { key } of proposed) {
    const others = (await backend.mentions([key])).filter(({ report }) => report.place !== place)
    const since = others.filter(({ report }) => report.year >= year).length
    spread.set(key, { since, before: others.length - since })
  }
  return spread
}

/** How many changes there are of each kind. */
export function countKinds(changes: readonly Change[]): Readonly<Record<ChangeKind, number>> {
  const counts = { figure: 0, reworded: 0, new: 0, dropped: 0, kept: 0 }
  for (const { kind } of changes) counts[kind]++
  return counts
}

/** 伊宁市 2023 → 2024; of two places 伊宁市 2023 → 昭苏县 2024. */
export function nameOfPair({ a, b }: Pick<ReportChanges, 'a' | 'b'>): string {
  return `${reportName(a)} → ${a.place === b.place ? b.year : reportName(b)}`
}

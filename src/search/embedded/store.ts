/** Opens a laid-out index beside its reports: passages by number, what is said of each report, and the tables that find both. */
import type { Passage } from '../../corpus/report.ts'
import { getOrMake } from '../../text/maps.ts'
import { RecentMap } from '../../text/recent-map.ts'
import type { ReportSummary } from '../backend.ts'
import { FIELDS } from '../indexing/fields.ts'
import { type Heading, headingsOf, lengthOfHeadings } from '../indexing/headings.ts'
import { FoldedTexts } from './folded-texts.ts'
import type { IndexArrays, SavedIndex } from './pack.ts'
import { FrozenIndex } from './scorer.ts'

export interface Store {
  /** A passage's number is its place here. */
  readonly passages: readonly Passage[]
  readonly summaries: readonly ReportSummary[]
  /** Those of each report, in the order of `summaries`. */
  readonly headings: readonly (readonly Heading[])[]
  /** Place in `summaries` of each passage's report. */
  readonly reportNumbers: Uint32Array
  readonly index: FrozenIndex
  readonly texts: FoldedTexts
  readonly arrays: IndexArrays
  /** A passage's number by its id; -1 for an unknown one. */
  numberOf(id: string): number
}

/** An id is looked for among all of its report, and an answer asks twice for those of its passages. */
const KEPT_NUMBERS = 1_000

export function openStore({ arrays, reports }: SavedIndex): Store {
  const passages: Passage[] = []
  // No flatMap(): a bot that takes up a report does this for all passages in one turn.
  for (const report of reports) for (const passage of report.passages) passages.push(passage)
  const texts = new FoldedTexts(arrays)
  const headings = reports.map(headingsOf)
  const reportNumbers = new Uint32Array(passages.length)
  const starts = new Map<string, number>()
  let start = 0
  const summaries = reports.map((report, number): ReportSummary => {
    const { sections: _, passages: own, ...meta } = report
    const end = start + own.length
    starts.set(report.id, start)
    reportNumbers.fill(number, start, end)
    const characters = texts.lengthOf(start, end) + lengthOfHeadings(headings[number] ?? [])
    start = end
    return { ...meta, passages: own.length, characters }
  })
  const index = new FrozenIndex(FIELDS, arrays)
  const find = (id: string): number => {
    // A passage's id begins with its report's.
    const report = id.slice(0, id.indexOf('_'))
    for (let at = starts.get(report) ?? passages.length; passages[at]?.report === report; at++)
      if (passages[at]?.id === id) return at
    return -1
  }
  const kept = new RecentMap<string, number>(KEPT_NUMBERS)
  const numberOf = (id: string): number => getOrMake(kept, id, () => find(id))
  return { passages, headings, summaries, reportNumbers, index, texts, arrays, numberOf }
}

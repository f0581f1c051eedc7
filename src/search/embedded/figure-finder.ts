/** Finds figures in a figure table, by indicator or by passage, and gives each the passage and report that state it. */
import type { Passage } from '../../corpus/report.ts'
import { getOrMake } from '../../text/maps.ts'
import { RecentMap } from '../../text/recent-map.ts'
import type { FigureRequest, ReportSummary, StatedFigure } from '../backend.ts'
import { acceptsReport, NO_FILTERS } from '../filter.ts'
import type { FigureTable } from './figure-table.ts'
import type { Store } from './store.ts'

/** So many figures are kept as they were read, some 500 bytes each: an answer asks twice for those of its passages. */
const KEPT_FIGURES = 1_000

/** Never looks at a figure of another indicator or passage than those asked for. */
export function makeFigureFinder(
  table: FigureTable,
  { passages, summaries, reportNumbers }: Store,
): (request: FigureRequest) => StatedFigure[] {
  const kept = new RecentMap<number, StatedFigure>(KEPT_FIGURES)
  const read = (number: number): StatedFigure =>
    getOrMake(kept, number, () => {
      const at = table.passage(number)
      const passage = passages[at] as Passage
      const report = summaries[reportNumbers[at] as number] as ReportSummary
      return { figure: table.read(number, passage), passage, report }
    })
  const numberOf = makeNumberOf(passages, summaries)
  return ({ indicators, passages: ids, filters = NO_FILTERS, kind = null }) => {
    const asked = ids === undefined ? null : new Set(ids.flatMap((id) => numberOf(id) ?? []))
    const reports = new Set(filters.reports)
    const others = { ...filters, reports: [] }
    // Most requests meet the figures of a few reports: only those are looked at, each once.
    const accepted = new Map<number, boolean>()
    const accepts = (number: number): boolean =>
      getOrMake(accepted, number, () => {
        const report = summaries[number] as ReportSummary
        return (reports.size === 0 || reports.has(report.id)) && acceptsReport(others, report)
      })
    const passes = (figure: number): boolean => {
      const passage = table.passage(figure)
      const year = table.year(figure)
      return (
        accepts(reportNumbers[passage] as number) &&
        (asked === null || asked.has(passage)) &&
        (kind === null || table.kind(figure) === kind) &&
        (filters.years.length === 0 || filters.years.some(({ from, to }) => year >= from && year <= to))
      )
    }
    const numbers =
      indicators === undefined
        ? [...(asked ?? [])].flatMap((passage) => range(...table.inPassages(passage, passage + 1)))
        : indicators.flatMap((indicator) => [...table.ofIndicator(indicator)])
    return [...new Set(numbers)]
      .filter(passes)
      .sort((a, b) => a - b)
      .map(read)
  }
}

/** Makes a look-up of passages' numbers by their ids. */
function makeNumberOf(
  passages: readonly Passage[],
  summaries: readonly ReportSummary[],
): (id: string) => number | null {
  const starts = new Map<string, number>()
  let start = 0
  for (const { id, passages: own } of summaries) {
    starts.set(id, start)
    start += own
  }
  /** A passage's id begins with its report's. */
  const find = (id: string): number | null => {
    const report = id.slice(0, id.indexOf('_'))
    for (let at = starts.get(report) ?? passages.length; passages[at]?.report === report; at++)
      if (passages[at]?.id === id) return at
    return null
  }
  // So many numbers of passages are kept, too: an id is looked for among all of its report.
  const kept = new RecentMap<string, number | null>(KEPT_FIGURES)
  return (id) => getOrMake(kept, id, () => find(id))
}

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index)
}

/** Finds figures in a figure table, by indicator or by passage, and gives each the passage and report that state it. */
import type { Passage } from '../../corpus/report.ts'
import { getOrMake } from '../../text/maps.ts'
import { RecentMap } from '../../text/recent-map.ts'
import type { FigureRequest, ReportSummary, StatedFigure } from '../backend.ts'
import { acceptsReport, acceptsYears, NO_FILTERS } from '../filter.ts'
import type { FigureTable } from './figure-table.ts'
import type { Store } from './store.ts'

/** So many figures are kept as they were read, some 500 bytes each: an answer asks twice for those of its passages. */
const KEPT_FIGURES = 1_000

/** Never looks at a figure of another indicator or passage than those asked for. */
export function makeFigureFinder(
  table: FigureTable,
  { passages, summaries, reportNumbers, numberOf }: Store,
): (request: FigureRequest) => StatedFigure[] {
  const kept = new RecentMap<number, StatedFigure>(KEPT_FIGURES)
  const read = (number: number): StatedFigure =>
    getOrMake(kept, number, () => {
      const at = table.passage(number)
      const passage = passages[at] as Passage
      const report = summaries[reportNumbers[at] as number] as ReportSummary
      return { figure: table.read(number, passage), passage, report }
    })
  return ({ indicators, passages: ids, filters = NO_FILTERS, kind = null }) => {
    const asked = ids === undefined ? null : new Set(ids.map(numberOf).filter((number) => number >= 0))
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
      return (
        accepts(reportNumbers[passage] as number) &&
        (asked === null || asked.has(passage)) &&
        (kind === null || table.kind(figure) === kind) &&
        acceptsYears(filters, [table.year(figure)])
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

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index)
}

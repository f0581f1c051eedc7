/** The rows of figures as the command line and the HTTP API print them. */
import type { ReportMeta } from '../../corpus/report.ts'
import type { Figure } from '../../figures/figure.ts'
import { citePassage } from '../citation.ts'
import type { FiguresAnswer } from './answer-figures.ts'

/** A figure as scripts read it: value and change as printed. */
export type FigureRow = Readonly<Record<(typeof FIGURE_FIELDS)[number], string | number | null>>

const OWN_FIELDS = [
  'report',
  'place',
  'level',
  'year',
  'indicator',
  'name',
  'kind',
  'value',
  'unit',
  'change',
  'bound',
  'subject',
  'scope',
  'passage',
  'paragraph',
  'start',
  'end',
  'quote',
] as const

/** The fields of a row, in order. */
export const FIGURE_FIELDS = [...OWN_FIELDS, 'citation'] as const

/** A row without its citation. */
export function figureFields(figure: Figure, report: ReportMeta): Omit<FigureRow, 'citation'> {
  const all = { ...figure, report: report.id, place: report.place, level: report.level }
  return Object.fromEntries(OWN_FIELDS.map((name) => [name, all[name]])) as Omit<FigureRow, 'citation'>
}

/** What a question for figures is answered with; without rows where no figure would answer. */
export function figuresToJson(answer: FiguresAnswer | null, limit = Number.POSITIVE_INFINITY) {
  return {
    indicator: answer?.indicator ?? null,
    rows: (answer?.rows ?? []).slice(0, limit).map(
      ({ figure, passage, report }): FigureRow => ({
        ...figureFields(figure, report),
        citation: citePassage(passage, report),
      }),
    ),
    absent: (answer?.absent ?? []).map(({ report, year }) => ({
      report: report.id,
      place: report.place,
      year,
    })),
  }
}

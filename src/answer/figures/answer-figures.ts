/** Answers a question with figures: rows of what the reports state, and the reports that are silent. */
import type { FigureRequest, ReportSummary, StatedFigure } from '../../search/backend.ts'
import type { Query } from '../../search/query/query.ts'
import type { Searcher } from '../../search/searcher.ts'
import { arrangeFigures } from './arrange-figures.ts'
import { askedReports, type ReportsByPlace } from './asked-reports.ts'
import { chooseFigures } from './choose-figures.ts'
import { type FigureQuestion, readFigureQuestion } from './figure-question.ts'
import type { Measure } from './figure-words.ts'
import { findPrintedFigures, mayBePrinted } from './printed-figures.ts'

/** A report that was asked about and does not state it. */
export interface Silent {
  readonly report: ReportSummary
  /** The year asked about. */
  readonly year: number
}

export interface FiguresAnswer {
  readonly kind: 'figures'
  /** Canonical name, or as printed where there is none. */
  readonly indicator: string
  /** In the order asked for, else by place, year and kind. */
  readonly rows: readonly StatedFigure[]
  readonly absent: readonly Silent[]
  /** What was asked for and none of the rows states: `value` where only growth is told. */
  readonly lacking: Measure | null
  readonly asked: FigureQuestion
}

/** null for a question that no figure would answer. `query` is the question as read before, if it was. */
export async function answerFigures(
  searcher: Searcher,
  text: string,
  query?: Query,
): Promise<FiguresAnswer | null> {
  const asked = readFigureQuestion(query ?? (await searcher.read(text)))
  if (asked === null) return null
  const { reports } = await searcher.catalog()
  const byPlace = askedReports(asked, reports)
  if (asked.indicators.length === 0) return await answerPrinted(searcher, asked, byPlace)
  const names = [...new Set(asked.indicators.flat(2))]
  const stated = await searcher.backend.figures({
    ...requestWithin(asked, byPlace),
    indicators: names,
    passages: null,
    kind: null,
  })
  return makeAnswer(stated, asked, byPlace)
}

async function answerPrinted(
  searcher: Searcher,
  asked: FigureQuestion,
  byPlace: ReportsByPlace,
): Promise<FiguresAnswer | null> {
  if (!mayBePrinted(asked)) return null
  const found = await findPrintedFigures(searcher, asked, requestWithin(asked, byPlace))
  if (found === null) return null
  const names = [...new Set(found.stated.map(({ figure }) => figure.indicator))]
  return makeAnswer(found.stated, { ...found.asked, indicators: names.map((name) => [[name]]) }, byPlace)
}

/** Years that are named are asked for; of places that are not, only the newest reports, unless a year is. */
function requestWithin(asked: FigureQuestion, byPlace: ReportsByPlace): Pick<FigureRequest, 'filters'> {
  const { filters, preferences } = asked.query
  const years = [...filters.years, ...preferences.years]
  const isNewestOnly = years.length === 0 && asked.years === null && preferences.places.length === 0
  const reports = [...byPlace.values()].flatMap((ofPlace) => (isNewestOnly ? ofPlace.slice(0, 1) : ofPlace))
  const isAll = filters.reports.length === 0 && asked.levels.length === 0 && !isNewestOnly
  return {
    filters: {
      ...filters,
      years,
      places: [...filters.places, ...(isAll ? preferences.places : [])],
      // Of no report at all nothing is asked: an empty list would stand for every one.
      reports: isAll ? [] : reports.length === 0 ? ['-'] : reports.map(({ id }) => id),
    },
  }
}

function makeAnswer(
  stated: readonly StatedFigure[],
  asked: FigureQuestion,
  byPlace: ReportsByPlace,
): FiguresAnswer {
  const rows: StatedFigure[] = []
  const absent: Silent[] = []
  const isOfOneIndicator = asked.indicators.length === 1
  for (const [place, reports] of byPlace) {
    const ofPlace = stated.filter(({ report }) => report.place === place)
    const chosen = asked.indicators.flatMap((choices) => {
      for (const together of choices) {
        const found = together.flatMap((indicator) =>
          chooseFigures(
            ofPlace.filter(({ figure }) => figure.indicator === indicator),
            reports,
            asked,
          ),
        )
        if (found.length > 0) return found
      }
      return []
    })
    rows.push(...chosen)
    if (chosen.length === 0 && isOfOneIndicator && asked.words.length === 0)
      absent.push(...silent(reports, asked))
  }
  const arranged = arrangeFigures(rows, asked)
  const { measure } = asked
  return {
    kind: 'figures',
    indicator: arranged[0]?.figure.indicator ?? asked.indicators[0]?.[0]?.[0] ?? '',
    rows: arranged,
    absent,
    lacking:
      measure !== null && arranged.length > 0 && arranged.every(({ figure }) => figure[measure] === null)
        ? measure
        : null,
    asked,
  }
}

/** Of the years named the reports that review or plan them; else the newest of the place. */
function silent(reports: readonly ReportSummary[], { query, kind }: FigureQuestion): Silent[] {
  const years = [...query.filters.years, ...query.preferences.years]
  const [newest] = reports
  if (newest === undefined) return []
  const yearOf = (report: ReportSummary): number =>
    kind === 'target' ? (report.plans ?? report.year) : (report.reviews ?? report.year - 1)
  if (years.length === 0) return [{ report: newest, year: yearOf(newest) }]
  const about = reports.flatMap((report): Silent[] => {
    const own =
      kind === 'target'
        ? [report.plans]
        : kind === 'actual'
          ? [report.reviews]
          : [report.reviews, report.plans]
    const year = own.find((one) => one !== null && years.some(({ from, to }) => one >= from && one <= to))
    return year == null ? [] : [{ report, year }]
  })
  return about.length > 0 ? about : [{ report: newest, year: years[0]?.from ?? yearOf(newest) }]
}

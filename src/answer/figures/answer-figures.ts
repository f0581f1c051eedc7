/** Answers a question with figures: rows of what the reports state, and the reports that are silent. */

import { type Choices, itself, type Together } from '../../figures/asked.ts'
import type { Kind } from '../../figures/figure.ts'
import type { ReportSummary, StatedFigure } from '../../search/backend.ts'
import type { Filters } from '../../search/filter.ts'
import type { Query } from '../../search/query/query.ts'
import type { Searcher } from '../../search/searcher.ts'
import { groupBy } from '../../text/maps.ts'
import { arrangeFigures, inReadingOrder } from './arrange-figures.ts'
import { fitOf } from './asked-number.ts'
import { askedReports, type ReportsByPlace, type Silent, silentReports } from './asked-reports.ts'
import { type AskedShare, isShareOf } from './asked-share.ts'
import { chooseFigures } from './choose-figures.ts'
import { askedNumber, asksForOne, chooseNumber, findTelling } from './choose-number.ts'
import { findElsewhere } from './elsewhere.ts'
import { type FigureQuestion, readFigureQuestion } from './figure-question.ts'
import type { Measure } from './figure-words.ts'
import { findPrintedFigures } from './printed-figures.ts'
import { findPrintedNumbers } from './printed-numbers.ts'

export interface FiguresAnswer {
  readonly kind: 'figures'
  /** Canonical name, or as printed where there is none. */
  readonly indicator: string
  /** In the order asked for, else by place, year and kind. */
  readonly rows: readonly StatedFigure[]
  readonly absent: readonly Silent[]
  /** The kind that `absent` do not state though they state the other; null where they state neither. */
  readonly only: Kind | null
  /** Reports that tell of it in other words, so that they are neither silent nor among the rows. */
  readonly otherwise: readonly Silent[]
  /** Where the reports are silent: what they state of the place or of the indicator beside it. */
  readonly elsewhere: readonly StatedFigure[]
  /** What was asked for and none of the rows states: `value` where only growth is told. */
  readonly lacking: Measure | null
  readonly asked: FigureQuestion
}

export interface FiguresOptions {
  /** The question as read before, if it was. */
  readonly query?: Query
  /** A noun alone asks for its figures, as where reports are compared by it. Default false. */
  readonly isNounEnough?: boolean
}

/** null for a question that no figure would answer. */
export async function answerFigures(
  searcher: Searcher,
  text: string,
  { query, isNounEnough = false }: FiguresOptions = {},
): Promise<FiguresAnswer | null> {
  const asked = readFigureQuestion(query ?? (await searcher.read(text)))
  if (asked === null) return null
  const answer = await answerAsked(searcher, asked, isNounEnough)
  // Where no report of the nation states it, those of places may.
  const isOfPlaces = asked.impliesNation && answer?.rows.length === 0
  return isOfPlaces ? await answerAsked(searcher, { ...asked, impliesNation: false }, isNounEnough) : answer
}

async function answerAsked(
  searcher: Searcher,
  asked: FigureQuestion,
  isNounEnough: boolean,
): Promise<FiguresAnswer | null> {
  const isListed = asked.share !== null || asked.indicators.length > 0
  const isOdd = isOddForm(asked)
  const mayBePrinted =
    asked.words.length + asked.longNames.length > 0 && (asked.isSure || asked.kind !== null)
  if (!isListed && !isNounEnough && !isOdd && !mayBePrinted) return null
  const byPlace = askedReports(asked, (await searcher.catalog()).reports)
  const listed =
    asked.indicators.length > 0 && asked.share === null ? await answerListed(searcher, asked, byPlace) : null
  if (listed?.rows.some((row) => !isOdd || isOfForm(row, asked))) return listed
  const named =
    asked.indicators.length === 0 && !isOdd && asked.share === null
      ? await answerPrinted(searcher, asked, byPlace)
      : null
  if (named !== null && named.asked.words.length === 0 && named.rows.length > 0) return named
  const chosen = !isNounEnough && asksForOne(asked) ? await chooseNumber(searcher, asked) : []
  const [first] = chosen
  if (first !== undefined) return ofNumbers(chosen, first.figure.indicator, asked)
  if (isOdd) return null
  if (asked.share !== null) return await answerShares(searcher, { ...asked, share: asked.share }, byPlace)
  if (listed === null) return named
  const longer = { ...asked, runs: asked.longNames, words: [] }
  const printed = asked.longNames.length > 0 ? await answerPrinted(searcher, longer, byPlace) : null
  return printed ?? (await withElsewhere(searcher, listed))
}

async function answerListed(
  searcher: Searcher,
  asked: FigureQuestion,
  byPlace: ReportsByPlace,
): Promise<FiguresAnswer> {
  const names = [...new Set(asked.indicators.flatMap(({ either }) => either.flat()))]
  const stated = await searcher.backend.figures({ filters: filtersWithin(asked, byPlace), indicators: names })
  return makeAnswer(stated, asked, byPlace)
}

/** A rank or a length of time is no indicator's figure. */
function isOddForm(asked: FigureQuestion): boolean {
  const { form } = askedNumber(asked.query)
  if (form === null || form === 'amount' || form === 'share' || !asksForOne(asked)) return false
  // 旅游收入排名 asks for a table.
  const { preferences, text } = asked.query
  return form !== 'rank' || preferences.places.length > 0 || /第几|全[国球省市]|世界/u.test(text)
}

/** 606亿元 tells no rank. */
function isOfForm({ figure: { value, unit, change } }: StatedFigure, asked: FigureQuestion): boolean {
  const number = askedNumber(asked.query)
  return [`${value ?? ''}${unit ?? ''}`, change ?? ''].some((printed) =>
    findPrintedNumbers(printed.replace(/^[+-]/u, '')).some((run) => fitOf(run, number) > 0),
  )
}

function ofNumbers(rows: readonly StatedFigure[], indicator: string, asked: FigureQuestion): FiguresAnswer {
  return {
    kind: 'figures',
    indicator,
    rows,
    absent: [],
    only: null,
    otherwise: [],
    elsewhere: [],
    lacking: null,
    asked: { ...asked, words: [], indicators: [itself(indicator)] },
  }
}

/** Shares go by many names: those of the passages that the question's words find. */
async function answerShares(
  searcher: Searcher,
  asked: FigureQuestion & { readonly share: AskedShare },
  byPlace: ReportsByPlace,
): Promise<FiguresAnswer> {
  const { share } = asked
  const { hits } = await searcher.search(
    `${asked.query.preferences.places.join(' ')} ${share.owner} ${share.whole} 比重`,
    { limit: SHARE_PASSAGES },
  )
  const stated = await searcher.backend.figures({
    filters: { ...filtersWithin(asked, byPlace), years: [] },
    passages: hits.map(({ passage }) => passage.id),
  })
  const shares = stated.filter(({ figure }) => isShareOf(figure.indicator, share))
  const names = [...new Set(shares.map(({ figure }) => figure.indicator))]
  const answer = makeAnswer(shares, { ...asked, words: [], indicators: names.map(itself) }, byPlace)
  const told = await withoutTelling(searcher, answer, asked)
  // Of another year it is told all the same.
  const elsewhere = answer.rows.length > 0 ? [] : shares.slice(0, MAX_ELSEWHERE)
  return { ...told, elsewhere, ...(names.length === 1 ? {} : { indicator: `${share.owner}占比` }) }
}

/** Passages looked at for a share. */
const SHARE_PASSAGES = 30
/** Shares of other years that are told where none is of the year asked for. */
const MAX_ELSEWHERE = 2

async function withElsewhere(searcher: Searcher, answer: FiguresAnswer): Promise<FiguresAnswer> {
  const { rows, indicator, asked } = answer
  const told = rows.length > 0 ? answer : await withoutTelling(searcher, answer, asked)
  const [first] = told.absent
  if (rows.length > 0 || first === undefined) return told
  const isOnePlace = told.absent.every(({ report }) => report.place === first.report.place)
  if (!isOnePlace) return told
  const { place } = first.report
  const kind = asked.kind === 'both' ? null : asked.kind
  const missed = { indicator, place, year: first.year, kind }
  return { ...told, elsewhere: await findElsewhere(searcher, missed) }
}

/** null where no figure has a name of the question. */
async function answerPrinted(
  searcher: Searcher,
  asked: FigureQuestion,
  byPlace: ReportsByPlace,
): Promise<FiguresAnswer | null> {
  const found = await findPrintedFigures(searcher, asked, filtersWithin(asked, byPlace))
  if (found === null) return null
  const names = [...new Set(found.stated.map(({ figure }) => figure.indicator))]
  const answer = makeAnswer(found.stated, { ...found.asked, indicators: names.map(itself) }, byPlace)
  // What one report prints twice, 开建车位1000个 and 1000个车位, is one figure under any name.
  const keys = answer.rows.map(keyOf)
  const rows = answer.rows.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
  return await withoutTelling(searcher, { ...answer, rows }, asked)
}

function keyOf({ figure, report }: StatedFigure): string {
  const { kind, year, value, unit, change, scope } = figure
  return [report.id, kind, year, value, unit, change, scope].join()
}

/** Reports that tell of it in other words are not silent on it. */
async function withoutTelling(
  searcher: Searcher,
  answer: FiguresAnswer,
  asked: FigureQuestion,
): Promise<FiguresAnswer> {
  if (answer.absent.length === 0) return answer
  return { ...answer, ...partSilent(answer, await findTelling(searcher, asked)) }
}

/** What the report of another year tells of the one that is named, its place tells. */
function partSilent({ absent, asked }: FiguresAnswer, telling: readonly ReportSummary[]) {
  const isDated = asked.query.preferences.years.length > 0
  const tellingOf = ({ report }: Silent): ReportSummary | undefined =>
    telling.find(({ id }) => id === report.id) ??
    telling.find(({ place }) => isDated && place === report.place)
  const told = absent.map((one) => ({ ...one, report: tellingOf(one) }))
  return {
    absent: absent.filter((_, at) => told[at]?.report === undefined),
    otherwise: told.flatMap(({ report, ...one }) => (report === undefined ? [] : [{ ...one, report }])),
  }
}

/** Years that are named are asked for; of places that are not, only the newest reports, unless a year is. */
function filtersWithin(asked: FigureQuestion, byPlace: ReportsByPlace): Filters {
  const { filters, preferences } = asked.query
  const years = [...filters.years, ...preferences.years]
  const isAnyYear = years.length > 0 || asked.years !== null
  const isOfAll = preferences.places.length === 0 && asked.levels.length === 0 && !asked.isNation
  const reports = [...byPlace.values()].flatMap((ofPlace) =>
    isAnyYear || !isOfAll ? ofPlace : ofPlace.slice(0, 1),
  )
  return {
    ...filters,
    years,
    // Of no report at all nothing is asked: an empty list would stand for every one.
    reports:
      isAnyYear && isOfAll ? filters.reports : reports.length === 0 ? ['-'] : reports.map(({ id }) => id),
  }
}

function makeAnswer(
  stated: readonly StatedFigure[],
  asked: FigureQuestion,
  byPlace: ReportsByPlace,
): FiguresAnswer {
  const ofPlaces = groupBy(stated, ({ report }) => report.place)
  const chosen = asked.indicators.flatMap((choices) => chooseMeaning(choices, { ofPlaces, asked, byPlace }))
  // 招商引资 到位资金 names one indicator twice.
  const all = inOnePlace([...new Set(chosen.flat())], asked)
  const compared = ofOneKind(all, asked)
  const rows = arrangeFigures(compared, asked)
  // A place that states a target only is silent where results are put in order.
  const stating = new Set(compared.map(({ report }) => report.place))
  // A result of which only the size is told is a result.
  const isOfKindLeftOut = all.some(
    (one) => !compared.includes(one) && one.figure.kind !== rows[0]?.figure.kind,
  )
  const { measure } = asked
  return {
    kind: 'figures',
    indicator: rows[0]?.figure.indicator ?? asked.indicators[0]?.either[0]?.[0] ?? '',
    rows,
    absent:
      asked.words.length > 0
        ? []
        : [...byPlace].flatMap(([place, reports]) =>
            stating.has(place) ? [] : silentReports(reports, asked),
          ),
    only: isOfKindLeftOut ? (rows[0]?.figure.kind ?? null) : null,
    otherwise: [],
    elsewhere: [],
    lacking:
      measure !== null &&
      asked.threshold === null &&
      rows.length > 0 &&
      rows.every(({ figure }) => figure[measure] === null)
        ? measure
        : null,
    asked,
  }
}

interface Within {
  readonly ofPlaces: ReadonlyMap<string, readonly StatedFigure[]>
  readonly asked: FigureQuestion
  readonly byPlace: ReportsByPlace
}

/** Of each place the figures of what a name means there. */
function chooseMeaning({ either, isOpen }: Choices, { ofPlaces, asked, byPlace }: Within): StatedFigure[][] {
  const chosenFor = (together: Together): StatedFigure[][] =>
    Array.from(byPlace, ([place, reports]) =>
      together.flatMap((indicator) =>
        chooseFigures(
          (ofPlaces.get(place) ?? []).filter(({ figure }) => figure.indicator === indicator),
          reports,
          asked,
        ),
      ),
    )
  const all = either.map(chosenFor)
  if (isOpen && byPlace.size > 1) {
    const stating = (some: readonly StatedFigure[][]): number => some.filter((rows) => rows.length > 0).length
    return all.reduce((best, some) => (stating(some) > stating(best) ? some : best))
  }
  return Array.from(byPlace, (_, index) => {
    const rows = all.map((some) => some[index] ?? [])
    return isOpen ? inReadingOrder(rows.flat()) : (rows.find((some) => some.length > 0) ?? [])
  })
}

/** So many indicators in one paragraph are the list of the main ones. */
const LIST = 3

/** The main targets are those that a report lists together, where it does. */
function inOnePlace(rows: readonly StatedFigure[], { isOverview }: FigureQuestion): readonly StatedFigure[] {
  if (!isOverview) return rows
  const stated = new Map<string, Set<string>>()
  for (const { figure } of rows)
    stated.set(figure.passage, (stated.get(figure.passage) ?? new Set()).add(figure.indicator))
  const listed = rows.filter(({ figure }) => (stated.get(figure.passage)?.size ?? 0) >= LIST)
  return listed.length > 0 ? listed : rows
}

/** What is put in order is of one kind, and states what it is put in order by. */
function ofOneKind(rows: readonly StatedFigure[], asked: FigureQuestion): readonly StatedFigure[] {
  const { order, threshold, sign, measure } = asked
  if (order === null && threshold === null && sign === null) return rows
  const stating = measure === null ? rows : rows.filter(({ figure }) => figure[measure] !== null)
  const stated = stating.length > 0 ? stating : rows
  const results = stated.filter(({ figure }) => figure.kind === 'actual')
  return asked.kind === null && results.length > 0 && !asked.isBySubject ? results : stated
}

/** Chooses among one place's figures of an indicator those that a question asks for: subject, year, kind, measure, period. */
import { doingOf } from '../../figures/doing-word.ts'
import { firstNumber, type Kind } from '../../figures/figure.ts'
import { fits, partWordOf, type UnitKind } from '../../figures/indicators.ts'
import { calendarOf } from '../../figures/section-frame.ts'
import type { ReportSummary, StatedFigure } from '../../search/backend.ts'
import { yearsAskedOf } from '../../search/query/place-years.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { yearTold } from './asked-reports.ts'
import { type FigureQuestion, hasYear } from './figure-question.ts'

/** Periods that more than one year belongs to: no answer to what one year brought. */
const LONG_PERIOD = /[二三四五六七八九十两几\d]年|年均|累计|期间|时期|以来|连续|[一二三四五]五|至|来$/u

/** `reports` are those of the place, the newest first. */
export function chooseFigures(
  stated: readonly StatedFigure[],
  reports: readonly ReportSummary[],
  asked: FigureQuestion,
): readonly StatedFigure[] {
  const ofSubject = chooseSubject(asked.ranksSubjects ? stated.filter(isOfOne) : stated, asked)
  const kinds = wantedKinds(asked)
  const chosen: StatedFigure[] = []
  for (const year of wantedYears(asked, reports)) {
    for (const choice of kinds) {
      const found = choice.flatMap((kind) => {
        const some = ofSubject.filter(({ figure }) => figure.kind === kind)
        const ofYear = year === null ? ofNewestYear(some, reports, kind) : ofThatYear(some, year, kind)
        return choosePeriod(ofYear, asked, year !== null)
      })
      chosen.push(...found)
      if (found.length > 0) break
    }
  }
  return withoutRepeats(chooseMeasure(chosen, asked))
}

/** 重大项目116个, 48个项目: what is told of several together is not the one that is asked for. */
const SEVERAL = /\d+余?[个项家座处](?!百分点)/u

function isOfOne({ figure, passage: { text } }: StatedFigure): boolean {
  const before = text.slice(Math.max(0, figure.start - NEAR_UTF16), figure.start)
  const behind = text.slice(figure.end, figure.end + NEAR_UTF16)
  const around = `${before.split(/[。；;]/u).at(-1)}${behind.split(/[。；;，,]/u)[0]}`
  return !SEVERAL.test(around)
}

/** How far from a figure the number of those it is told of may stand. */
const NEAR_UTF16 = 24

/** Kinds wanted together; a later choice stands in where the first finds nothing. */
function wantedKinds({
  kind,
  years,
  query,
  order,
  threshold,
  sign,
  ranksSubjects,
}: FigureQuestion): readonly (readonly Kind[])[] {
  if (kind === 'both') return [['actual', 'target']]
  if (kind !== null) return [[kind]]
  if (years === 'this' || years === 'next') return [['target'], ['actual']]
  const isYearNamed = years !== null || hasYear(query)
  // A project that is to be built is a project.
  const isOrdered = !ranksSubjects && (order !== null || threshold !== null || sign !== null)
  const isOfOneKind = isYearNamed || isOrdered
  return isOfOneKind ? [['actual'], ['target']] : [['actual', 'target']]
}

/** null: the newest that is stated. */
function wantedYears(
  { years, lastYears, query, scopes }: FigureQuestion,
  reports: readonly ReportSummary[],
): readonly (number | null)[] {
  const [newest] = reports
  const ranges = [...yearsAskedOf(query, newest?.place ?? null), ...query.filters.years]
  if (ranges.length > 0) {
    const all = ranges.flatMap(({ from, to }) =>
      Array.from({ length: Math.min(to - from, 100) + 1 }, (_, i) => from + i),
    )
    return [...new Set(all)]
  }
  const plan = scopes.flatMap((scope) => lastYearOfPlan(scope) ?? [])
  if (plan.length > 0) return plan
  if (newest === undefined || years === null) return [null]
  if (years !== 'all') return [yearTold(years, newest)]
  const past = yearTold('last', newest)
  if (lastYears !== null) return Array.from({ length: lastYears }, (_, i) => past - lastYears + 1 + i)
  return [...new Set(reports.map(calendarOf).flatMap(({ reviews, plans }) => [reviews, plans]))].sort(
    (a, b) => a - b,
  )
}

/** 八五 ended in 1995, and every plan since five years later; null for a period that is no five-year plan. */
function lastYearOfPlan(scope: string): number | null {
  const plan = /[八九]五|十[一二三四五]?五/u.exec(scope)?.[0]
  return plan === undefined ? null : 1995 + 5 * PLANS.indexOf(plan)
}

const PLANS = ['八五', '九五', '十五', '十一五', '十二五', '十三五', '十四五', '十五五']

/** What the report of that year's review (or plan) says comes before what others say of it in passing. */
function ofThatYear(stated: readonly StatedFigure[], year: number, kind: Kind): readonly StatedFigure[] {
  const ofYear = stated.filter(({ figure }) => figure.year === year)
  const own = ofYear.filter(({ report }) => isOwnYear(report, year, kind))
  if (own.length > 0) return own
  const newest = Math.max(...ofYear.map(({ report }) => report.year))
  return ofYear.filter(({ report }) => report.year === newest)
}

/** The newest report that states any; in it the year reviewed (or planned), or the one nearest. */
function ofNewestYear(
  stated: readonly StatedFigure[],
  reports: readonly ReportSummary[],
  kind: Kind,
): readonly StatedFigure[] {
  for (const report of reports) {
    const ofReport = stated.filter((one) => one.report.id === report.id)
    const own = ofReport.filter(({ figure }) => isOwnYear(report, figure.year, kind))
    if (own.length > 0) return own
    const years = ofReport.map(({ figure }) => figure.year)
    const nearest = kind === 'actual' ? Math.max(...years) : Math.min(...years)
    if (years.length > 0) return ofReport.filter(({ figure }) => figure.year === nearest)
  }
  return []
}

function isOwnYear(report: ReportSummary, year: number, kind: Kind): boolean {
  const { reviews, plans } = calendarOf(report)
  return year === (kind === 'actual' ? reviews : plans)
}

/** Words that are left must say whose figure it is, or stand in the clause; without such words it is the place's own. */
function chooseSubject(stated: readonly StatedFigure[], asked: FigureQuestion): readonly StatedFigure[] {
  const { words, isBySubject } = asked
  if (words.length === 0 && isBySubject) return stated
  if (words.length === 0) return withoutParts(stated.filter(({ figure }) => figure.subject === null))
  const holding = (textOf: (one: StatedFigure) => string): StatedFigure[] =>
    stated.filter((one) => {
      const text = foldPhrase(textOf(one))
      return words.every((word) => text.includes(foldPhrase(word)))
    })
  const named = holding(({ figure }) => `${figure.subject ?? ''}${figure.name}${figure.scope ?? ''}`)
  if (named.length > 0) return named
  // 接待游客3亿人次，花费3500亿元: what the quote has may be told by another number; a share of anything may be stated.
  const isOther = ({ figure: { unit } }: StatedFigure): boolean =>
    unit !== null &&
    !fits('percent', unit, false) &&
    NOUNS_OF_KIND.some(([noun, kind]) => words.some((word) => noun.test(word)) && !fits(kind, unit, false))
  return holding(({ figure }) => `${figure.subject ?? ''}${figure.quote}`).filter((one) => !isOther(one))
}

/** What some of the common nouns count. */
const NOUNS_OF_KIND: readonly (readonly [noun: RegExp, kind: UnitKind])[] = [
  [/(?:收入|投资|资金|金额|经费|费用|花费|支出|产值|价格)$/u, 'money'],
  [/面积$/u, 'area'],
  [/人数$/u, 'people'],
]

/** 限额以上社会消费品零售总额 stands in only where the whole is not told of that year. */
function withoutParts(stated: readonly StatedFigure[]): readonly StatedFigure[] {
  const keyOf = ({ figure: { kind, year } }: StatedFigure): string => `${kind} ${year}`
  const isPart = ({ figure }: StatedFigure): boolean => partWordOf(figure.name) !== null
  const told = new Set(stated.filter((one) => !isPart(one)).map(keyOf))
  return stated.filter((one) => !isPart(one) || !told.has(keyOf(one)))
}

function choosePeriod(
  stated: readonly StatedFigure[],
  { scopes }: FigureQuestion,
  isYearNamed: boolean,
): readonly StatedFigure[] {
  if (scopes.length > 0) {
    const keys = scopes.map((scope) =>
      foldPhrase(scope)
        .replace(/^(?:[“"]|过去|最近|近|这)/u, '')
        .slice(0, 2),
    )
    const ofPeriod = stated.filter(({ figure }) => {
      const text = foldPhrase(`${figure.scope ?? ''}${figure.quote}`)
      return keys.some((key) => text.includes(key))
    })
    const scoped = ofPeriod.filter(({ figure }) => figure.scope !== null)
    if (ofPeriod.length > 0) return scoped.length > 0 ? scoped : ofPeriod
    // What a report says of a plan it says under a heading, and of the year in which the plan ends.
    return scopes.some((scope) => lastYearOfPlan(scope) !== null) ? stated : []
  }
  const whole = stated.filter(({ figure }) => figure.scope === null)
  if (whole.length > 0) return whole
  return isYearNamed
    ? stated.filter((one) => !LONG_PERIOD.test(one.figure.scope ?? '') || isReached(one))
    : stated
}

/** 未来五年…生产总值达到6000亿元: planned for the last of these years, and no sum of them. */
function isReached({ figure, passage: { text } }: StatedFigure): boolean {
  const { kind, indicator, scope, value } = figure
  const isSum = doingOf(indicator) !== null || /均|累计/u.test(scope ?? '')
  return kind === 'target' && value !== null && !isSum && REACHING.test(text.slice(0, firstNumber(figure)[0]))
}

const REACHING = /(?:达到?|[高升长加大展]到|突破|超过?)[^，,。；;\d]{0,2}$/u

/** Where some state what is asked for, those that do not are left out. */
function chooseMeasure(
  stated: readonly StatedFigure[],
  { measure }: FigureQuestion,
): readonly StatedFigure[] {
  if (measure === null) return stated
  const stating = stated.filter(({ figure }) => figure[measure] !== null)
  return stating.length > 0 ? stating : stated
}

/** The same figure said twice in one report is one. */
function withoutRepeats(stated: readonly StatedFigure[]): readonly StatedFigure[] {
  const seen = new Map<string, StatedFigure>()
  for (const one of stated) {
    const { indicator, kind, year, value, unit, change, subject, scope } = one.figure
    const key = [
      one.report.place,
      indicator,
      kind,
      year,
      value,
      unit,
      value === null ? change : '',
      subject,
      scope,
    ].join('|')
    const known = seen.get(key)
    if (known === undefined || (known.figure.change === null && change !== null)) seen.set(key, one)
  }
  return [...seen.values()]
}

/** Chooses among all numbers that the best passages print the one that answers a question; none where no one is sure enough. */
import type { Bound, Figure } from '../../figures/figure.ts'
import { loadIndicators } from '../../figures/indicators.ts'
import { boundBehind } from '../../figures/number.ts'
import type { ReportSummary, StatedFigure } from '../../search/backend.ts'
import type { YearRange } from '../../search/filter.ts'
import type { Query } from '../../search/query/query.ts'
import { withWholeYears } from '../../search/query/years.ts'
import { keptForQuestion } from '../../search/question-time.ts'
import type { Searcher } from '../../search/searcher.ts'
import { askedQuantity } from '../../search/verdict/judge.ts'
import { statesQuantity } from '../../search/verdict/quantity.ts'
import { getOrMake } from '../../text/maps.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import { shortName } from '../../text/place-name.ts'
import { type AskedNumber, readAskedNumber } from './asked-number.ts'
import { yearTold } from './asked-reports.ts'
import type { FigureQuestion } from './figure-question.ts'
import { findCandidates, type NumberCandidate, type NumberFeatures } from './number-features.ts'

/** By `npm run eval:number-weights`, rounded. */
const FEATURE_WEIGHT: Readonly<Record<keyof NumberFeatures, number>> = {
  fit: 1.07,
  clause: 2.17,
  sentence: 2.56,
  words: 1.29,
  rank: 2.71,
  growth: 1.07,
  added: -0.25,
  excess: -3.63,
  name: 1.38,
  period: 1.34,
  start: 1.79,
}
/** What it takes to be as likely as that none of them answers. */
const NONE = 4.32
/** Of 287 questions that no listed indicator answers 206 are answered right and 5 wrong, each author’s by weights of the others. */
const SURE = 0.6

/** Passages looked at. */
const PASSAGES = 10

const WHOLE = 0.95
/** The same of a report that is not called silent. */
const TELLING_PASSAGES = 50
/** Share of the question's words that a clause must say to tell of what is asked. */
const MIN_SAID = 0.8

/** The number that answers, as the figure that was read of it, or else as it is printed; none where no one is sure enough. */
export async function chooseNumber(
  searcher: Searcher,
  asked: FigureQuestion,
): Promise<readonly StatedFigure[]> {
  const candidates = await findAnswering(searcher, asked)
  const scores = candidates.map(({ features }) => Math.exp(weigh(features)))
  const best = candidates[scores.indexOf(Math.max(...scores))]
  if (best === undefined) return []
  // What is printed twice is one answer.
  const own = candidates.reduce(
    (sum, one, at) => sum + (one.printed === best.printed ? (scores[at] as number) : 0),
    0,
  )
  const all = scores.reduce((sum, score) => sum + score, Math.exp(NONE))
  if (own / all < SURE || hasSibling(best, candidates, asked)) return []
  return isOfOther(best, asked)
    ? []
    : [stateNumber(best), ...ofOtherKind(best, candidates, asked)].sort(
        (a, b) => Number(a.figure.kind === 'target') - Number(b.figure.kind === 'target'),
      )
}

/** What is planned beside what was done, where neither is asked for alone. */
function ofOtherKind(
  { figure, report }: NumberCandidate,
  candidates: readonly NumberCandidate[],
  { kind, years, query }: FigureQuestion,
): readonly StatedFigure[] {
  if (figure === null || kind !== null || years !== null || query.preferences.years.length > 0) return []
  const others = candidates.flatMap(({ figure: other, report: { id } }) =>
    other !== null &&
    id === report.id &&
    other.figure.kind !== figure.figure.kind &&
    other.figure.indicator === figure.figure.indicator
      ? [other]
      : [],
  )
  return others.slice(0, 1)
}

/** 自主创业脱贫1万人、产业脱贫6万人: of what they have in common neither is all that there is. */
function hasSibling(
  { figure, passage, year, features }: NumberCandidate,
  candidates: readonly NumberCandidate[],
  { words, query }: FigureQuestion,
): boolean {
  const own = figure?.figure
  if (own === undefined || foldPhrase(query.text).includes(foldPhrase(own.name))) return false
  const common = words.find((word) => word.length > 1 && own.name.endsWith(word))
  return (
    common !== undefined &&
    candidates.some(
      ({ figure: other, ...one }) =>
        one.passage.id === passage.id &&
        one.year === year &&
        one.features.words >= features.words &&
        one.features.clause >= features.clause &&
        other !== null &&
        other.figure.indicator !== own.indicator &&
        other.figure.unit === own.unit &&
        other.figure.name.endsWith(common),
    )
  )
}

/** Of a listed indicator on which reports are silent a part of its name is another's, 规上装备工业增加值, as is what is listed itself. */
function isOfOther(
  { features: { clause, fit, name }, figure }: NumberCandidate,
  asked: FigureQuestion,
): boolean {
  // Who asks for a listed indicator names it: 数字经济增速 is not that of all.
  if (
    asked.indicators.length === 0 &&
    figure !== null &&
    !foldPhrase(asked.query.text).includes(foldPhrase(figure.figure.name))
  )
    return loadIndicators().get(figure.figure.indicator) !== undefined
  if (asked.indicators.length === 0 || asked.share !== null) return false
  const names = asked.indicators.flatMap(({ either }) => either.flat())
  const isOther =
    figure !== null &&
    !names.includes(figure.figure.indicator) &&
    (name < 1 || loadIndicators().get(figure.figure.indicator) !== undefined)
  const isNamed = figure !== null && names.includes(figure.figure.indicator)
  return (isOther && asked.words.length === 0) || clause < (isNamed ? MIN_SAID : WHOLE) || fit < 0
}

/** The numbers that may answer: of the year and kind that are asked for, where any are. */
export async function findAnswering(
  searcher: Searcher,
  asked: FigureQuestion,
): Promise<readonly NumberCandidate[]> {
  const number = askedNumber(asked.query)
  const candidates = await candidatesFor(searcher, asked, { passages: PASSAGES, number })
  const quantity = askedQuantity(asked.query)
  return candidates.filter(
    ({ isOfYear, isOfKind, told, run, passage, clause }) =>
      isOfYear &&
      isOfKind &&
      (run.form !== 'amount' ||
        (told > 0 &&
          (quantity?.isOfPlace !== true ||
            statesQuantity(quantity, foldPhrase(passage.text.slice(...clause)), [])))),
  )
}

/**
 * Reports in which a clause, with the one before it or where a share is asked for its sentence, has what is asked about and a
 * number of the form asked for: whatever they call it, their places are not silent on it.
 */
export async function findTelling(
  searcher: Searcher,
  asked: FigureQuestion,
): Promise<readonly ReportSummary[]> {
  const number = askedNumber(asked.query)
  // Who does not tell how much it grew may tell how much there is.
  const sought = number.isGrowth ? { ...number, form: null, unit: '' } : number
  const candidates = await candidatesFor(searcher, asked, { passages: TELLING_PASSAGES, number: sought })
  const isListed = asked.indicators.length > 0 && asked.share === null
  const telling = candidates.filter(
    ({ isOfYear, told, figure, features: { fit, clause, sentence } }) =>
      isOfYear &&
      fit >= 0 &&
      (isListed
        ? figure === null && Math.max(told, clause, fit > 0 ? sentence : 0) >= WHOLE
        : Math.max(told, sentence) >= MIN_SAID),
  )
  return telling.map(({ report }) => report)
}

async function candidatesFor(
  searcher: Searcher,
  { query, kind, isNation, order, words, years }: FigureQuestion,
  { passages, number }: { readonly passages: number; readonly number: AskedNumber },
): Promise<readonly NumberCandidate[]> {
  const { plan, ranked } = await searcher.explain(query.text)
  const { places, aspect } = query.preferences
  const foreign = query.named.length > 0 ? [] : query.foreign.map(shortName)
  const hits = ranked
    .filter(
      ({ passage, report }) =>
        (places.length === 0 || places.includes(report.place)) &&
        (!isNation || order !== null || places.length > 0 || report.level === '国') &&
        (foreign.length === 0 || foreign.some((place) => passage.text.includes(place))),
    )
    .slice(0, passages)
  if (hits.length === 0) return []
  const stated = await searcher.backend.figures({ passages: hits.map(({ passage }) => passage.id) })
  const question = wholeQuestion(query)
  const implied = aspect === 'plan' ? 'target' : aspect === 'review' ? 'actual' : null
  return findCandidates(hits, {
    question,
    asked: number,
    plan,
    typed: words.map(foldPhrase),
    years: yearsOf(query, relativeYears(years, hits)),
    reportYear: readNumeral(OF_REPORT.exec(question)?.groups?.year ?? ''),
    kind: kind === 'both' ? null : (kind ?? implied),
    stated,
  })
}

/** What is asked for; each step of an answer wants to know. */
export function askedNumber(query: Query): AskedNumber {
  const kept = keptForQuestion(readAskedNumber, () => new Map<Query, AskedNumber>())
  return getOrMake(kept, query, () => readAskedNumber(wholeQuestion(query)))
}

function wholeQuestion({ text, preferences }: Query): string {
  return withWholeYears(foldPhrase(text), preferences.years)
}

const OF_REPORT = /(?<year>20\d\d)年?[^,，。?？]{0,4}?(?:政府)?(?:工作)?报告/u

/** 明年 of the newest report. */
function relativeYears(
  years: FigureQuestion['years'],
  hits: readonly { readonly report: ReportSummary }[],
): readonly YearRange[] {
  const [newest] = hits.map(({ report }) => report).sort((a, b) => b.year - a.year)
  if (newest === undefined || years === null || years === 'all') return []
  const year = yearTold(years, newest)
  return [{ from: year, to: year }]
}

/** Those named, also where no report is of them. */
function yearsOf(query: Query, told: readonly YearRange[]): readonly YearRange[] {
  const years = [...query.filters.years, ...query.preferences.years, ...told]
  if (years.length > 0) return years
  return Array.from(query.text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [], Number).map((year) => ({
    from: year,
    to: year,
  }))
}

const NAMES = Object.keys(FEATURE_WEIGHT) as (keyof NumberFeatures)[]

function weigh(features: NumberFeatures): number {
  return NAMES.reduce((sum, name) => sum + features[name] * FEATURE_WEIGHT[name], 0)
}

function stateNumber(candidate: NumberCandidate): StatedFigure {
  const { passage, report, run, range, clause, figure, year, kind } = candidate
  // As printed, in the figures of this keyboard: ８８个.
  const printed = halfWidth(passage.text.slice(...range))
  // 3.1万余人: the unit has no 余 in it.
  const whole = printed.replace(MORE, '')
  const value = whole.slice(0, whole.length - run.unit.length)
  const read = figure?.figure
  if (read !== undefined && figure !== null && [read.value, read.change].some((one) => one?.includes(value)))
    return read.unit === null && read.value === value && run.unit !== ''
      ? { ...figure, figure: { ...read, unit: run.unit } }
      : figure
  const [start, end] = clause
  const quote = passage.text.slice(start, end)
  const before = quote.slice(0, range[0] - start)
  const behind = quote.slice(range[1] - start)
  const name = before.trim() || behind.trim()
  const made: Figure = {
    indicator: name,
    name,
    kind,
    year,
    value,
    unit: run.unit === '' ? null : run.unit,
    change: null,
    bound: whole === printed ? boundOf(before, behind) : 'over',
    subject: null,
    scope: null,
    passage: passage.id,
    paragraph: passage.paragraph,
    start,
    end,
    quote,
    numbers: [range],
  }
  return { figure: made, passage, report }
}

/** 余 and 多 in a number, and not 多 of what is counted. */
const MORE = /(?<=[\d十百千万亿])[余多](?=\p{sc=Han}*$)/u

function halfWidth(printed: string): string {
  return printed
    .replace(/\s/gu, '')
    .replace(/[！-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

function boundOf(before: string, behind: string): Bound {
  const closing = boundBehind(behind, 0)
  if (closing !== null) return closing[1]
  return /(?:超过?|突破|逾)$/u.test(before) ? 'over' : /[近约]$/u.test(before) ? 'about' : 'exact'
}

/** Of one place and year one number, and not a table of several. */
export function asksForOne(asked: FigureQuestion): boolean {
  const { query, levels, isSeveral, threshold, sign, isOverview, isBySubject, kind, years } = asked
  const [range, ...others] = query.preferences.years.filter(({ from }) => !query.text.includes(`比${from}`))
  const isOfOneYear = others.length === 0 && (range === undefined || range.from === range.to)
  return (
    isOfOneYear &&
    levels.length === 0 &&
    !(isSeveral || isOverview || isBySubject) &&
    threshold === null &&
    sign === null &&
    (kind !== 'both' || asked.indicators.length === 0) &&
    years !== 'all' &&
    query.preferences.places.length <= 1 &&
    (asked.share === null || query.preferences.places.length === 1) &&
    !SEVERAL.test(query.text)
  )
}

/** Which of several, and more than one number; and of an English question it is not known which words are. */
const SEVERAL =
  /哪|谁|(?:多少|(?<!分之)几).*(?:多少|几(?!分之))|[和与及、].*各|(?:多少|几)\p{sc=Han}+[和与及、]\p{sc=Han}+|第几(?![个位名大强]|来着|[?？。了呢吗啊,，]|$)|几[类级星a-z]|^\P{sc=Han}*$/iu

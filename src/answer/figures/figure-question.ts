/** Reads a question as one for figures: which indicators, whose, of when, done or planned, how large or how much more. */
import { type AskedNames, type Choices, itself, loadAskedNames } from '../../figures/asked.ts'
import { loadIndicators } from '../../figures/indicators.ts'
import { readOperators } from '../../search/query/operators.ts'
import { levelsOfUnit } from '../../search/query/place-group.ts'
import type { Query } from '../../search/query/query.ts'
import { findQuestionWords } from '../../search/query/question-words.ts'
import { withWholeYears } from '../../search/query/years.ts'
import { keptForQuestion } from '../../search/question-time.ts'
import { askedQuantity } from '../../search/verdict/judge.ts'
import { getOrMake } from '../../text/maps.ts'
import { foldText } from '../../text/normalizer.ts'
import { cutJoined } from '../../text/words.ts'
import { type AskedShare, readAskedShare } from './asked-share.ts'
import { sayInChinese } from './english.ts'
import { asksForNoFigure, type FigureWords, isFiller, isPaid, Rest, readFigureWords } from './figure-words.ts'

export interface FigureQuestion extends FigureWords {
  readonly query: Query
  /** For each indicator named, what it may stand for; empty where none that is listed is named. */
  readonly indicators: readonly Choices[]
  /** What is left of the question, folded, in words: whose figure it is, or an indicator that is not listed. */
  readonly words: readonly string[]
  /** The same in runs that stand together: one of them may be the printed name of an indicator. */
  readonly runs: readonly string[]
  /** A listed name with what stands before it, which may be the printed name of another: 武汉都市圈经济总量. */
  readonly longNames: readonly string[]
  /** 民生支出占比: null where no share is asked for, or one that is a listed indicator. */
  readonly share: AskedShare | null
  /** By a name that is the nation's, where no place is named: 国内生产总值. */
  readonly impliesNation: boolean
  /** Whether a figure is asked for, and not what is said of its topic: 城镇新增就业多少人, but not 就业. */
  readonly isSure: boolean
  /** Nothing but an indicator, whose and of when: 易县2024年接待游客. Its figure answers, though others may be meant. */
  readonly isNamed: boolean
}

/** Nouns that are a quantity themselves. */
const QUANTITY = /(?:[率额值量]|收入|面积|规模|标准|强度|能耗|gdp|固投|社零|cpi|支出|资金)$/u

/** Longer texts are pastes, or tell a story. */
const MAX_QUESTION_UTF16 = 60
/** 经济增速 names an indicator and asks for its growth. */
const MEASURE_END = /(?:增速|增幅|增长率?|涨幅|总量|规模)$/u

/** What asks for an amount within a name: 新增多少就业, 接待了多少万人次游客. */
const AMOUNT_WITHIN =
  /(?<=\p{sc=Han})了?(?:多少|几)个?[十百千]?[万亿]?(?:人次|[元人个吨斤亩户])?(?=\p{sc=Han})/u

/** 昭苏 旅游 收入: where the words name nothing apart, they may together. So may those that an amount stands between, if they name more. */
function joinNames(text: string, names: AskedNames): string {
  const joined = text.replace(/(?<=\p{sc=Han})\s+(?=\p{sc=Han})/gu, '')
  const apart = names.find(text)
  if (joined !== text && apart.length === 0 && names.find(joined).length > 0) return joined
  const within = AMOUNT_WITHIN.exec(text) ?? YEAR_WITHIN.exec(text) ?? MEAN_WITHIN.exec(text)
  if (within === null) return text
  const { index, 0: asked } = within
  const together = text.slice(0, index) + text.slice(index + asked.length)
  // 退了多少税 is no 退税.
  const named = names
    .find(together)
    .find(({ start, end }) => start < index && end > index && end - start >= MIN_TOGETHER)
  // What is said behind the name stays behind the amount: 来了多少游客 目标 asks for the target.
  return named === undefined
    ? text
    : `${together.slice(0, named.end)} ${asked} ${together.slice(named.end)}`.trim()
}

/** A name that an amount may stand within, in characters: 打粮食. */
const MIN_TOGETHER = 3

/** 城镇居民2011年人均收入: a year within a name. */
const YEAR_WITHIN = /(?<=\p{sc=Han})(?:19|20)\d\d年?的?(?=\p{sc=Han})/u

/** 经济年均增速: the name with what is asked of it, 经济增速. */
const MEAN_WITHIN = /(?<=\p{sc=Han}{2})年均(?=增[长速幅])/u

/** 谁的财政收入高 and 哪个县财政收入高 are 财政收入谁高. */
const WHOSE =
  /(?:谁|(?<which>哪一?个?(?:地方|[省市县区州])))的?(?<noun>[\p{sc=Han}a-z\d]{2,20}?)(?<!最)(?<order>更?[高多大快好低少慢小])一?[点些]?(?=[?？呢啊]*$)/u

/** English words side by side among Chinese ones. */
const LATIN = /[a-z]{2,}(?:\s+[a-z]{2,})+/gu

/** gdp2022, 2022gdp. */
const GLUED_YEAR = /(?<=[a-z])(?=(?:19|20)\d\d(?![\d.%]))|(?<=(?<![\d.])(?:19|20)\d\d)(?=[a-z]{2})/gu

const NATIONS = /国[内民]生产总值/u

/** null where the question is none that figures could answer. */
export function readFigureQuestion(query: Query): FigureQuestion | null {
  // Of what may be a quotation it is asked twice.
  const kept = keptForQuestion(readFigureQuestion, () => new Map<Query, FigureQuestion | null>())
  return getOrMake(kept, query, () => readAnew(query, loadAskedNames()))
}

function readAnew(query: Query, names: AskedNames): FigureQuestion | null {
  const typed = withWholeYears(typedInChinese(query.text), query.preferences.years)
  const isOther = ['opening', 'service', 'opinion'].includes(query.intent ?? '')
  if (isOther || typed.length > MAX_QUESTION_UTF16 || query.phrases.length > 0 || query.part !== null)
    return null
  if (asksForNoFigure(typed)) return null
  const text = joinNames(typed, names)
  const rest = new Rest(text)
  blankPlaces(rest, query)
  const { found, share, asksShare } = findNames(rest.text, names)
  const longNames = found.flatMap(({ start, end }) => {
    const before = /[\p{L}\p{N}]*$/u.exec(rest.text.slice(0, start))?.[0].replace(/^.*的/u, '') ?? ''
    return before === '' ? [] : [before + rest.text.slice(start, end)]
  })
  for (const { start, end } of found) {
    const measure = MEASURE_END.exec(rest.text.slice(start, end))?.[0].length ?? 0
    rest.blank(start, end - measure)
  }
  const read = readFigureWords(rest)
  const words = query.group === null ? read : { ...read, levels: levelsOfUnit(query.group), isSeveral: true }
  for (const { start, end } of findQuestionWords(rest.text)) rest.blank(start, end)
  const runs = rest.text
    .split(/(?:[^\p{L}\p{N}%.]|(?<!\d)\.|\.(?!\d))+/u)
    .filter((run) => run !== '' && !isFiller(run))
  // 山西2026年目标: nothing but the place and that it is planned.
  const isBare = found.length === 0 && share === null && runs.length === 0 && words.kind === 'target'
  const isOverview = words.isOverview || (isBare && query.preferences.places.length > 0)
  return {
    ...words,
    isOverview,
    query,
    indicators:
      isOverview && found.length === 0
        ? loadIndicators().headline.map(({ name }) => itself(name))
        : found.map(({ choices }) => choices),
    words: runs.flatMap((run) => cutJoined(run, isFiller)).filter((word) => !isPaid(word, text)),
    runs,
    longNames,
    share: asksShare ? share : null,
    impliesNation: query.named.length === 0 && words.levels.length === 0 && NATIONS.test(text),
    isNamed: found.length > 0 && runs.length === 0 && query.preferences.places.length > 0 && hasYear(query),
    isSure:
      asksShare ||
      query.intent === 'figure' ||
      askedQuantity(query) !== null ||
      isOverview ||
      words.isSeveral ||
      [words.measure, words.order, words.threshold, words.unit, words.sign].some((one) => one !== null) ||
      found.some(({ start, end }) => QUANTITY.test(text.slice(start, end))),
  }
}

/** The question without its operators, folded, with English words in Chinese and 谁 before what is in order. */
function typedInChinese(text: string): string {
  const free = foldText(readOperators(text).free).replace(GLUED_YEAR, ' ')
  const chinese = /\p{sc=Han}/u.test(free)
    ? free.replace(LATIN, (words) => sayInChinese(words))
    : sayInChinese(free)
  return chinese.replace(WHOSE, '$<which>$<noun>谁$<order>')
}

/** Beside a place that has a report, one that has none is left to the notice of it. */
function blankPlaces(rest: Rest, { named, foreign }: Query): void {
  const places = named.length > 0 ? [...named, ...foreign] : []
  for (const name of places.sort((a, b) => b.length - a.length)) {
    const folded = foldText(name)
    const at = rest.text.indexOf(folded)
    // 清苑县 where the corpus has 清苑区 of a later year.
    const level =
      /^(?:自治[区州县旗]|[省市县区州旗])/u.exec(rest.text.slice(at + folded.length))?.[0].length ?? 0
    if (at >= 0) rest.blank(at, at + folded.length + (/[省市县区州旗]$/u.test(folded) ? 0 : level))
  }
}

/** The listed names of a question, and the share that it asks for, unless that has a listed name itself. */
function findNames(text: string, names: AskedNames) {
  const named = names.find(text)
  const share = readAskedShare(text)
  const isListed = named.some(({ start, end }) => share !== null && start <= share.start && end >= share.end)
  const asksShare = share !== null && !isListed
  const found = asksShare ? named.filter(({ start, end }) => end <= share.start || start >= share.end) : named
  return { found, share, asksShare }
}

/** Whether years are named, as words or as a filter. */
export function hasYear({ preferences, filters }: Query): boolean {
  return preferences.years.length > 0 || filters.years.length > 0
}

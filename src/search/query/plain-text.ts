/** Turns plain words into the terms worth searching for, and the places, years, aspect and kind of answer they ask for. */

import { type Folded, fold, foldText, originalRange, tidy } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import type { Catalog } from '../backend.ts'
import { isOfPlaceAndYear, isOfPlaces, type YearRange } from '../filter.ts'
import type { Aspect } from '../indexing/aspect.ts'
import { type Intent, readIntent } from './intent.ts'
import { type PlaceGroup, readPlaceGroup } from './place-group.ts'
import type { QueryContext } from './places.ts'
import {
  ASKS_WHAT,
  findQuestionWords,
  findQuoted,
  MAX_QUESTION_UTF16,
  overlaps,
  type Run,
  runsOf,
} from './question-words.ts'
import { findRequestFrames } from './request-frame.ts'
import { findSpeakers } from './speakers.ts'
import { readShortYears, readYears, YEARS } from './years.ts'

export interface PlainText {
  /** The text with spaces for recognised places and question words, which are no search terms. */
  readonly terms: string
  readonly preferences: Preferences
  /** Places named that the corpus has no report of, as typed: a hit must at least speak of them. */
  readonly foreign: readonly string[]
  /** Places named that the corpus has a report of, as typed; several may be named by their level (保定市下面所有县). */
  readonly named: readonly string[]
  readonly intent: Intent | null
  /** Speakers whose reports are asked about, folded. */
  readonly speakers: readonly string[]
  /** Number of the part of a report that is asked for (第八部分), or null. */
  readonly part: number | null
  /** Places named by their level: reports of others are shut out. */
  readonly group: PlaceGroup | null
  /** Ids of what `speakers` reported: others are shut out; empty where none is named. */
  readonly spoken: readonly string[]
}

/** What plain text tells without asking for a filter: it raises matching passages and shuts none out. */
interface Preferences {
  readonly places: readonly string[]
  readonly years: readonly YearRange[]
  /** Ids of the reports that 今年 and 去年 are reckoned from: the newest of each place named, or of every place; empty where the question has neither. */
  readonly newest: readonly string[]
  /** 去年, 完成 … ask for the review; 今年, 计划, 目标, 力争 … ask for the plan. */
  readonly aspect: Aspect | null
  /** Whether the country as a whole is asked about, by a word for it instead of a place. */
  readonly isNational: boolean
}

const REVIEW =
  /\blast year\b|去年|上一?年|上年|已经|做了|完成了|实现了|取得了?|建成了|建好了|了吗|(?:[了好完成过]|下来)没(?:有)?(?=[?？,，]|$)|了没有|了多少|发了|达到了?多少|(?:怎么样|咋样|怎样|如何)了/u
const PLAN =
  /\b(?:(?:this|next) year|will|(?:to|going to) be|plan(?:s|ned)?|targets?)\b|今年|明年|计划|目标|力争|打算|将要|将会|(?:时候|几时|何时|哪一?[年天月])(?:才|就)?(?:能|可以|会)|准备|预期|安排|部署|未来|下一步|会.{0,6}吗|要(?![求点素闻]).{1,12}(?:多少|几|吗|哪)/u
const OF_THIS_YEAR = /^(?!.*(?:去年|上年|上一年)).*今年(?!以来)/u
/** 国家打算…, 全国有多少…, but no 国家级 and no 国家公园. */
const NATIONAL =
  /(?<!\p{Script=Han}{2}的?|级|回|爱|外|各|别|发达)(?:国家|我国|全国|中央|国务院|咱国)(?!级|公园|安全|综合|自主|重点|战略|标准|森林|卫生|文明|园林|高新|[aA]+|[一二三]|主席|基因|实验|发改|发展|网|人大|政协|两会|第|前|首|最|领先|百强|示范|先进|优秀|各地)/u
/** Asks for a part of the report by its number. */
const PART =
  /(?:政府工作)?(?:报告)?(?:里|中|的)*第(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})(?:个|大)*(?:部分|章节?|板块|大点)(?:的?(?:主要)?(?:内容|标题|题目))?(?:(?:主要)?[讲说写]的?了?)?/gu
/** 去年 and 今年 say which part of the report is meant; the report itself seldom prints them. */
const RELATIVE_YEAR = /去年|今年|明年|上一?年度?|本年度?|\b(?:last|this|next) year\b/gu
/** Reads free text. Offsets stay those of the original: what is dropped becomes a space. */
export function readPlainText(text: string, { catalog, places: lexicon }: QueryContext): PlainText {
  const folded = fold(text)
  const allMentions = lexicon.find(folded.text)
  const quoted = findQuoted(folded.text)
  const frames = findRequestFrames(folded.text)
  const found = readPlaceGroup(folded.text, allMentions, catalog)
  const group = found !== null && quoted.some((run) => overlaps(run, found)) ? null : found
  // 保定市下面所有县 asks of the counties, and not of 保定市.
  const mentions = group === null ? allMentions : allMentions.filter((one) => !overlaps(one, group))
  const shortYears = readShortYears(folded.text, catalog)
  const years = [...readYears(folded.text, catalog), ...shortYears.map(({ from }) => ({ from, to: from }))]
  const known = mentions.filter((mention) => mention.places.length > 0)
  const typed = ({ start, end }: Run): string => text.slice(...originalRange(folded, start, end))
  const places = narrow(mentions.map((mention) => mention.places))
  const foreign = mentions.filter((mention) => mention.places.length === 0).map(typed)
  const named = [...known, ...(group === null || group.places.length === 0 ? [] : [group])].map(typed)
  // Every word of a paste counts. A letter of Latin script says a third of what a character does.
  if (folded.text.replace(/[a-z]{3}/gu, 'a').length > MAX_QUESTION_UTF16) {
    const preferences = { places, years, newest: [], isNational: false, aspect: null }
    const none = { speakers: [], spoken: [], intent: null, part: null, group: null }
    return { terms: tidy(text), preferences, foreign, named, ...none }
  }
  const speakers = findSpeakers(folded.text, catalog).filter(
    (one) => !quoted.some((run) => overlaps(run, one)),
  )
  const toldFromNow = runsOf(folded.text, RELATIVE_YEAR)
  const dropped = [
    ...known,
    ...runsOf(folded.text, PART),
    ...findQuestionWords(folded.text),
    ...frames,
    ...speakers,
    ...toldFromNow,
    ...shortYears,
    ...(group === null ? [] : [group]),
  ].filter((one) => !quoted.some((run) => overlaps(run, one)))
  const terms = tidy(blankOut(text, folded, dropped))
  const admitted = readAdmitted(folded.text, foldText(terms))
  // What a report of 2023 admits stands in its review of 2022.
  const admittedBy = admitted === null ? [] : reportsOf({ places, years }, catalog)
  const isOfNewest = years.length === 0 && toldFromNow.length > 0
  return {
    terms: admitted ?? terms,
    preferences: {
      places,
      years: admittedBy.length > 0 ? [] : years,
      newest: admittedBy.length > 0 || !isOfNewest ? admittedBy : newestOf(places, catalog),
      isNational: mentions.length === 0 && NATIONAL.test(folded.text),
      aspect: readAspect(folded.text),
    },
    foreign,
    named,
    intent: admitted === null ? readIntent(without(frames, folded.text)) : null,
    part: readPart(folded.text),
    group,
    speakers: speakers.map(({ name }) => name),
    spoken: speakers.flatMap(({ reports }) => reports),
  }
}

function readAspect(folded: string): Preferences['aspect'] {
  const isPlan = PLAN.test(folded)
  // 今年投了多少: a report of this year tells what is planned.
  const isReview = REVIEW.test(folded) && !OF_THIS_YEAR.test(folded)
  return isReview === isPlan ? null : isReview ? 'review' : 'plan'
}

/** The original with spaces for runs of the folded text, and behind each year. */
function blankOut(text: string, folded: Folded, dropped: readonly Run[]): string {
  const units = text.split('')
  for (const { start, end } of dropped) units.fill(' ', ...originalRange(folded, start, end))
  // 2024年来了: no pair of characters begins with the 年 of a figure; and gdp2022 is two words.
  for (const { start, end } of runsOf(folded.text, YEARS)) {
    const [first, behind] = originalRange(folded, start, end)
    units[behind - 1] = `${units[behind - 1] ?? ''} `
    if (/[a-z]/u.test(folded.text[start - 1] ?? '')) units[first] = ` ${units[first] ?? ''}`
  }
  return units.join('')
}

/** Of each place all of its last year. */
function newestOf(places: readonly string[], { reports }: Catalog): string[] {
  const years = new Map<string, number>()
  for (const { place, year } of reports) years.set(place, Math.max(year, years.get(place) ?? year))
  return reports
    .filter((report) => years.get(report.place) === report.year && isOfPlaces(report, places))
    .map(({ id }) => id)
}

/** Those of the places that are of the years, or review them; none where no year is named. */
function reportsOf({ places, years }: Pick<Preferences, 'places' | 'years'>, { reports }: Catalog): string[] {
  return reports
    .filter(
      (report) =>
        years.length > 0 && isOfPlaceAndYear(report, { places, years }, [report.year, report.reviews]),
    )
    .map(({ id }) => id)
}

/** 新疆 and 自治区 in one question: the name for many places means the one that is named beside it. */
function narrow(named: readonly (readonly string[])[]): string[] {
  const sure = new Set(named.filter((places) => places.length === 1).flat())
  const meant = named.map((places) => {
    const also = places.filter((place) => sure.has(place))
    return also.length > 0 ? also : places
  })
  return [...new Set(meant.flat())]
}

/** 找几句 asks for no figure. */
function without(frames: readonly Run[], folded: string): string {
  return frames.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, folded)
}

function readPart(folded: string): number | null {
  const number = [...folded.matchAll(PART)][0]?.groups?.number
  return number === undefined ? null : readNumeral(number)
}

const FAULT =
  '问题|不足|短板|困难|困境|挑战|毛病|缺点|缺陷|弱点|弱项|难题|难处|矛盾|差距|薄弱环节|短处|做得?不好|没做好'
const AROUND =
  '(?:19|20)\\d\\d年?|存在|面临|面对|遇[到上]|碰到|承认|坦承|坦言|检讨|反思|自己|自身|本身|[说讲提](?:到|过)?|认为|[还仍]然?|依然|有|[着的了过、和与及]|以及|目前|主要|突出|最?大|工作|发展|政府|改革|经济社会|方面'
const ASKS = new RegExp(`${ASKS_WHAT}|承认|坦承|坦言|自己`, 'u')
const ONLY_FAULTS = new RegExp(`^(?:${AROUND}|\\s)*(?:(?:${FAULT})(?:${AROUND}|\\s)*)+$`, 'u')
/** Nearly every report begins so what it admits, and says it nowhere else. */
const ADMITTED = '清醒认识问题'

/**
 * The words to look for where a question asks for faults and names no topic; null for all others.
 * @param terms The question's words without those that ask, folded.
 */
function readAdmitted(folded: string, terms: string): string | null {
  return ASKS.test(folded) && ONLY_FAULTS.test(terms) ? ADMITTED : null
}

/** Turns plain words into the terms worth searching for, and the places, years, aspect and kind of answer they ask for. */

import { type Folded, fold, foldText, originalRange, tidy } from '../../text/normalizer.ts'
import { readNumeral } from '../../text/numeral.ts'
import { HEADS_OF_GOVERNMENT } from '../../text/office.ts'
import type { Catalog } from '../backend.ts'
import { acceptsYears, type YearRange } from '../filter.ts'
import type { Aspect } from '../indexing/aspect.ts'
import { readAdmitted } from './admitted.ts'
import { type PlaceGroup, readPlaceGroup } from './place-group.ts'
import type { QueryContext } from './places.ts'
import { findQuestionWords, findQuoted, HOW_MANY, type Run, runsOf } from './question-words.ts'
import { findRequestFrames } from './request-frame.ts'

/**
 * What would answer: the meaning of a word, who spoke where and when (the opening of a report), a figure or a date. No report tells
 * a private person's name, how and at what price something is had at a counter, or an opinion.
 */
export type Intent = 'definition' | 'opening' | 'figure' | 'date' | 'person' | 'service' | 'opinion'

export interface PlainText {
  /** The text with spaces for recognised places and question words, which are no search terms. */
  readonly terms: string
  readonly preferences: Preferences
  /** Places named that the corpus has no report of, as typed: a hit must at least speak of them. */
  readonly foreign: readonly string[]
  /** Places named that the corpus has a report of, as typed; several may be named by their level (保定市下面所有县). */
  readonly named: readonly string[]
  readonly intent: Intent | null
  /** Number of the part of a report that is asked for (第八部分), or null. */
  readonly part: number | null
  /** Places named by their level: reports of others are shut out. */
  readonly group: PlaceGroup | null
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

/** From this length on a text is taken for a pasted passage, of which every word counts. */
const PASTE_UTF16 = 30
/** What a question has and a pasted passage hardly ever. */
const QUESTION =
  /[?？]$|多少|什么|哪[些个里年位]|谁|几[个年人]|是否|吗$|^(?:how|what|which|who|when|where|why|does|did|is|are|was|were) /u

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
const DEFINITION =
  /(?:什么|啥)(?:意思|东西|含义|标准|概念)|指啥|说的是|指的是什么|指什么|是什么$|什么是|(?:什么|啥)叫|是啥|解释|含义|定义|全称|简称|哪[一二两三四五六七八九十几]+[个项条种类]|(?:包括|包含|是|有)哪[些几]/u
const FIGURE = new RegExp(
  `how many|how much|number of|多少|${HOW_MANY}(?!乎|十|百|千|万)|多大|多高|多长|多宽|百分之|比例|占比|增速|增长率|总产(?=[?？是有]|$)|产量|总量|总额|人数|(?:[率额量数值]|收入|支出|总值|gdp)(?:是|有)?$`,
  'u',
)
const DATE =
  /(?:什么|啥)(?:时候|时间|时期|年代|日子)|何时|何年|几时|哪一?[年天月日]|哪个(?:年代|世纪|朝代)|几[月号]|什么朝代/u
/** Words for somebody who may have given the report, or not: opening.ts looks at the post. */
const LEADER = `${HEADS_OF_GOVERNMENT}|书记|一把手|领导人?|负责人`
const OPENING = [
  new RegExp(
    `(?:${LEADER})(?:是谁|是哪[位个]|叫什么|叫啥|姓什么|名字|姓名)|(?:谁|哪位)(?:是|担任|当|在当).{0,12}(?:${LEADER})|哪位(?:${LEADER})`,
    'u',
  ),
  // An office and nothing more asks who holds it: 昭苏县委书记.
  /^\p{Script=Han}{2,12}(?:[省州市县区旗盟镇乡]长|(?:党|[省州市县区旗盟])委书记|一把手|主席|人大(?:常委会)?主任)[呢?？]*$/u,
  /(?:谁|哪位|什么人).{0,8}(?:作|做|宣读|念)的?.{0,8}报告|报告.{0,4}(?:是|由)?(?:谁|哪位|什么人)(?:[作做讲念写给]|宣读|发表|[?？的呢啊\s]*$)|(?:作|做)报告的(?:人)?是?谁|报告人/u,
  /报告.{0,6}(?:什么时候|什么时间|何时|哪天|哪一天|几月几[日号]|日期|什么会|哪个会|哪次会|何地|(?<!存)在哪(?!些|几))/u,
  /(?:什么时候|何时|哪天|哪一天|在哪个会|哪次会议?|哪个会议?).{0,10}(?:作|做)的?.{0,4}报告/u,
  /\bwho\b.{0,12}\b(?:gave|give|delivered|presented|made|read|reported|is|was)\b.{0,24}\b(?:report|speech|mayor|governor|premier|chairman|chairperson)\b/u,
  /\b(?:when|which day|what date|at (?:which|what) (?:meeting|congress|session))\b.{0,24}\breport (?:was )?(?:given|delivered|presented|made|read)\b/u,
]
/** 谁的旅游收入最高 asks for a place: words that put several in order. */
export const FIRST_OF_ALL = '最|第一|领先|榜首|垫底|倒数|排[第名前]'
/** Who somebody is, by name or office (局长是谁, 某某是什么人); 叫什么 also asks for the names of things. 跟谁签的, 谁来管 and 谁写的 ask of a matter. */
const PERSON = new RegExp(
  `(?<!(?:${FIRST_OF_ALL}).{0,16})(?:是|叫)(?:谁|哪位|什么人)[啊呀呢来着]*[?？。\\s]*$|^谁是|姓(?:什么|啥)|(?:长|主任|主席|总统|经理|老板)(?:的?(?:名字|姓名|叫什么|叫啥)|(?:由|是)?(?:谁|哪位))`,
  'u',
)
/** What people think of a place or thing, and what they advise. */
const OPINION =
  /贵不贵|(?:贵|便宜|划算|靠得住)[吗么]|好玩|好吃|好看|漂亮|美不美|值得|推荐|(?:适合|适宜).{1,8}[吗么]|(?:你|您|大家)(?:觉得|认为|喜欢|怎么看)|(?<!高度|\p{sc=Han}{2}(?:怎么|如何|咋|怎样))评价|口碑|哪.{1,6}(?:最好|更好|比较好|好一?点)|安不安全|靠谱|该不该/u
/** How something is applied for or paid, how to get somewhere, opening hours and telephone numbers. */
const SERVICE =
  /^(?:请|麻烦)?(?:帮|给|替)(?:我|俺)(?:买|订|约|预约|挂号?|充值?|交|办)[张个份一]|^(?:我|俺)(?:要|想)(?:投诉|举报|报警|上访|咨询|报名|挂号)|(?:去|到|在|上)?(?:哪里?|哪儿|什么地方)(?:可以|能|才能)?(?:办|买|领|缴|交|申请|报名|补办|打疫苗|看病|咨询|投诉)|要(?:花|交|付)?多少钱|(?:怎么|如何|怎样|咋)(?:(?:办理|申请|申领|报名|补办|预约|退|赔|收费)|[收补换缴交领](?=[?？呢啊]|$))|(?:什么|哪些|啥)(?:材料|手续|证件)|(?:办理|申请|申领|报名|上牌|过户|年检|年审|挂失|补办|领取|领证)的?(?:要求|条件|流程|手续|材料|费用|时间|地点)|扣(?:几|多少)分|罚(?:款)?(?:多少|几)|(?:丢|过期|遗失|弄坏)了?(?:怎么|咋|如何|该|要)|(?:怎么|咋|如何)(?:去|走|坐车|到达|乘车)(?=[?？呢啊]|$)|多远|(?:坐|乘).{0,3}(?:车|飞机|航班|高铁|大巴).{0,4}(?:多久|几|怎么)|(?:多久|几个小时)(?:能)?到|上班时间|(?<![优良好])天气|几点|电话号码|电话是?多少|联系方式|门票|起步价|收费标准|(?<!(?:工资|低保|补[贴助]|养老金|津贴|保障).{0,8})多少钱一[次张斤度方吨平米晚夜天月个间位份趟]|(?:一|每)(?:平方?|张|斤|度|吨|方|晚|夜|间|趟|位)(?:大概|大约|要|得|是|卖|住)*(?:多少|几)(?:钱|块|米|元)|几(?:块|毛)钱?一/u

const YEARS =
  /(?<![\d.])(?<from>19[5-9]\d|20\d\d)(?:年?\s*[-—–~至到]+\s*(?<to>19[5-9]\d|20\d\d))?(?:年度?|(?![\d.%]))|(?<han>[一二][零一二三四五六七八九]{3})年/gu

/**
 * 24年, 九八年: the last two figures of a year, where a report is of it; no length of time (十年, 15年来, 近20年) and no span of
 * years (七八年了).
 */
const SHORT_YEAR =
  /(?<![\d.零〇一二三四五六七八九十百近前后满每约第用过这长达两几包延再了有共]|[\d.]\s|过去|未来|连续)(?<short>\d{2}|[零〇一二五六七八九][零〇一二三四五六七八九])年(?![代来期内以前多间级龄限纪了来没]|之?后|过去|时间)/gu
const HAN_FIGURES = '零一二三四五六七八九'

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
  if (isPaste(folded.text)) {
    const preferences = { places, years, newest: [], isNational: false, aspect: null }
    return { terms: tidy(text), preferences, foreign, named, intent: null, part: null, group: null }
  }
  const toldFromNow = runsOf(folded.text, RELATIVE_YEAR)
  const dropped = [
    ...known,
    ...runsOf(folded.text, PART),
    ...findQuestionWords(folded.text),
    ...frames,
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
  }
}

function readAspect(folded: string): Preferences['aspect'] {
  const isPlan = PLAN.test(folded)
  // 今年投了多少: a report of this year tells what is planned.
  const isReview = REVIEW.test(folded) && !OF_THIS_YEAR.test(folded)
  return isReview === isPlan ? null : isReview ? 'review' : 'plan'
}

function isPaste(folded: string): boolean {
  // A letter of Latin script says a third of what a character does.
  return folded.replace(/[a-z]{3}/gu, 'a').length >= PASTE_UTF16 && !QUESTION.test(folded.trim())
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

function overlaps(a: Run, b: Run): boolean {
  return a.start < b.end && b.start < a.end
}

/** Of each place all of its last year. */
function newestOf(places: readonly string[], { reports }: Catalog): string[] {
  const years = new Map<string, number>()
  for (const { place, year } of reports) years.set(place, Math.max(year, years.get(place) ?? year))
  return reports
    .filter(({ place, year }) => years.get(place) === year && (places.length === 0 || places.includes(place)))
    .map(({ id }) => id)
}

/** Those of the places that are of the years, or review them; none where no year is named. */
function reportsOf({ places, years }: Pick<Preferences, 'places' | 'years'>, { reports }: Catalog): string[] {
  return reports
    .filter(
      ({ place, year, reviews }) =>
        years.length > 0 &&
        (places.length === 0 || places.includes(place)) &&
        acceptsYears({ years }, [year, reviews]),
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

function readIntent(folded: string): Intent | null {
  if (OPENING.some((pattern) => pattern.test(folded))) return 'opening'
  if (PERSON.test(folded)) return 'person'
  if (SERVICE.test(folded)) return 'service'
  if (OPINION.test(folded)) return 'opinion'
  if (DATE.test(folded)) return 'date'
  if (DEFINITION.test(folded)) return 'definition'
  return FIGURE.test(folded.trim()) ? 'figure' : null
}

function readYears(folded: string, catalog: Catalog): YearRange[] {
  return [...folded.matchAll(YEARS)].flatMap((match) => {
    const { groups } = match
    const from = groups?.han === undefined ? Number(groups?.from) : readNumeral(groups.han)
    if (from === null) return []
    const to = groups?.to === undefined ? from : Number(groups.to)
    const range = { from, to: Math.max(from, to) }
    const isSaid = /年/u.test(match[0]) || !COUNTED.test(folded.slice(match.index + match[0].length))
    return isSaid || isKnownYear(range, catalog) ? [range] : []
  })
}

/** A year of this century, or of the one before from the first report on. */
function readShortYears(folded: string, catalog: Catalog): (Run & { readonly from: number })[] {
  return [...folded.matchAll(SHORT_YEAR)].flatMap(({ index, 0: match, groups }) => {
    const from = yearOf(groups?.short ?? '')
    return isKnownYear({ from, to: from }, catalog) ? [{ start: index, end: index + match.length, from }] : []
  })
}

/** 22年 as 2022年, where that is one of the years that the question was read to name. */
export function withWholeYears(folded: string, years: readonly YearRange[]): string {
  return folded.replace(SHORT_YEAR, (typed, figures: string) => {
    const year = yearOf(figures)
    return years.some(({ from, to }) => from === year && to === year) ? `${year}年` : typed
  })
}

function yearOf(figures: string): number {
  const year = Number(
    figures.replace(/[〇零一二三四五六七八九]/gu, (figure) =>
      String(Math.max(0, HAN_FIGURES.indexOf(figure))),
    ),
  )
  return year + (year < FIRST_YEAR_OF_A_REPORT % 100 ? 2000 : 1900)
}

/** The first report was of this year. */
const FIRST_YEAR_OF_A_REPORT = 1954

/** 2000亩 is no year. */
const COUNTED = /^\s*(?:[多余]|[十百千万亿]|[个亩人户元吨米里度套头只匹场次台座条项家所名件处株平立辆])/u

/** Whether any report is of a year in this range, reviews or plans it. */
export function isKnownYear(range: YearRange, { reports }: Catalog): boolean {
  return reports.some(({ year, reviews, plans }) => acceptsYears({ years: [range] }, [year, reviews, plans]))
}

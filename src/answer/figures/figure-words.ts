/** The words of a question for figures that name neither an indicator nor a place: kind, measure, order, threshold, level. */

import type { Kind } from '../../figures/figure.ts'
import { type Amount, readAmount } from '../../figures/quantity.ts'
import { FIRST_OF_ALL } from '../../search/query/intent.ts'
import { EVERY, LEVEL_UNITS, levelsOfUnit } from '../../search/query/place-group.ts'

/** What is asked of a figure: the size of a thing, or its growth. */
export type Measure = 'value' | 'change'

export interface Order {
  readonly by: Measure | null
  readonly isDescending: boolean
  /** How many are asked for; null for all. */
  readonly first: number | null
}

export interface Threshold {
  readonly by: Measure
  readonly is: 'above' | 'at-least' | 'below' | 'at-most' | 'equal' | 'about'
  readonly amount: Amount
}

/** How a year is told without its number: of the report that plans the present year, and reviews the one before. */
export type RelativeYear = 'before-last' | 'last' | 'this' | 'next' | 'all'

export interface FigureWords {
  /** `both`: whether a target was met. */
  readonly kind: Kind | 'both' | null
  readonly measure: Measure | null
  readonly order: Order | null
  readonly threshold: Threshold | null
  /** 下降的县: only what falls (-1) or rises (1). */
  readonly sign: 1 | -1 | null
  readonly years: RelativeYear | null
  /** 近三年: of all years so many of the last ones that were reviewed; null for all of them. */
  readonly lastYears: number | null
  /** Levels of the places asked about; `province` is every place directly under the nation. */
  readonly levels: readonly (string | 'province')[]
  /** All places are asked about (各地), or several are to be compared. */
  readonly isSeveral: boolean
  /** 最大的项目: whose figures they are is the question. */
  readonly isBySubject: boolean
  /** 总投资最大的项目: they are put in order, whether there already or planned. */
  readonly ranksSubjects: boolean
  /** 主要预期目标: all that a report says of the listed indicators. */
  readonly isOverview: boolean
  /** 全国: the nation's own figures. */
  readonly isNation: boolean
  /** Words for a period that is not one year, as typed. */
  readonly scopes: readonly string[]
  /** The unit asked for, without magnitude: 场 of 多少场. */
  readonly unit: string | null
}

/** What the reader works on: a folded text of which runs are taken out as they are understood. */
export class Rest {
  text: string

  constructor(text: string) {
    this.text = text
  }

  /** Takes out every run that matches; gives the matches. */
  take(pattern: RegExp): RegExpExecArray[] {
    const found = [...this.text.matchAll(pattern)]
    this.text = this.text.replace(pattern, (run) => ' '.repeat(run.length))
    return found
  }

  /** Takes out `[start, end)`. */
  blank(start: number, end: number): void {
    this.text = this.text.slice(0, start) + ' '.repeat(end - start) + this.text.slice(end)
  }

  has(pattern: RegExp): boolean {
    return this.take(pattern).length > 0
  }
}

const NUMBER = '(?<number>\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百千]+)'
const MEASURE = '个百分点|百分点|%|美元|元|人次|人|亩|吨|公里|斤|户|家|个'
const UNIT = `(?<unit>万亿|[十百千]?[万亿]?(?:${MEASURE})?)`
const ABOVE = '超过?|大于|高于|多于|突破|过|>'
const AT_LEAST = '不低于|不少于|不小于|达到|至少'
const BELOW = '低于|不到|少于|小于|不足|<'
const AT_MOST = '不超过|不高于|至多'
const THRESHOLD = new RegExp(
  `(?:(?<atLeast>${AT_LEAST})|(?<atMost>${AT_MOST})|(?<below>${BELOW})|(?<above>${ABOVE}))了?${NUMBER}${UNIT}(?<tail>以上|以下|以内)?`,
  'gu',
)
/** 哪些省的目标是5%左右. */
const THRESHOLD_EQUAL = new RegExp(
  `(?:是|为|等于|定在|定为)${NUMBER}${UNIT}(?<tail>左右)?|(?<!\\d|\\.)${NUMBER.replace('number', 'near')}${UNIT.replace('unit', 'of')}左右`,
  'gu',
)
/** 粮食产量125亿斤是哪个省的. */
const THRESHOLD_EXACT =
  /(?<![\d.哪前近第这那])(?<exact>\d+(?:\.\d+)?)(?<ofExact>[十百千]?[万亿]?(?:%|美元|元|人次|人|亩|吨|公里|斤))/gu
const THRESHOLD_BEHIND = new RegExp(`${NUMBER}${UNIT}(?<tail>以上|以下|以内)`, 'gu')

const STATED = new RegExp(`\\d+(?:\\.\\d+)?(?:万亿|[十百千]?[万亿])?(?:${MEASURE})`, 'gu')

/** 全国各省 asks for the provinces. */
const NATION =
  /(?<![占在居])全国(?!各|人大|第|重点|领先|首|排|最|平均)|我国|(?<!\p{L})中国(?=的|\P{L}|$)|国家(?!级)/gu
/** 五个县市里谁, 三地的, 县市当中: of how many, or out of them. */
const COUNTED = '(?:这|那|以上|全部)?(?:\\d{1,2}|[一二两三四五六七八九十几]{1,2})个?'
const AMONG = '(?:之中|当中|之间|中间|里[面头]?|[中内])'
const LEVELS = new RegExp(
  `(?:${EVERY}|有几个|有多少个?|多少个|几个|全国各|全国(?=[省县市]))(?<level>${LEVEL_UNITS})(?!生产总值|gdp|\\p{sc=Han}*?收入总)|(?<=(?:的|了|最[高多大快好低少慢小差])\\s*)(?<last>县市区|县市|县区|区县|省区市|省份|省市|城市|地方|地区|县|市|区|州|省)(?=[是有?？、,，:： ]|$)|${COUNTED}(?<counted>${LEVEL_UNITS})(?!级|城)(?:${AMONG}|(?=的|各|谁|哪|.{0,16}(?:对比|比较|排名|排行|最[高多大快好低少慢小差])))|(?<!\\p{sc=Han})(?<out>${LEVEL_UNITS})${AMONG}|(?<!\\p{sc=Han})${COUNTED}(?:报告)?${AMONG}`,
  'gu',
)
const ORDER =
  /(?:哪|谁)(?:一?个|家|里|边|地|座)?(?:地方|县|市|省|区)?(?:\p{sc=Han}{1,2}得)?(?:更|比较|较|要)(?:(?<more>高|多|大|快|好|强)|(?<less>低|少|慢|小|差))|(?:哪|谁)(?:一?个|家|里|边)?(?:地方|县|市|省|区)?(?:\p{sc=Han}{1,2}得)?(?:(?<higher>[高多大快好强])|(?<lower>[低少慢小差]))(?![\p{sc=Han}])|(?<falling>下降|下滑|减少|减|跌|降)?(?:上?涨|[长升])?得?(?:最(?<most>高|多|大|快|好|强|前)|最(?<least>低|少|慢|小|差|后)|(?<last>倒数|垫底)|(?<rank>(?<!安)排(?:名|行榜?|序|列|个序|一下|一排)?|排第一|名列第一|位居第一|居首|榜首|之首|之最|领先|第一|由高到低|从高到低|从大到小)|(?<up>由低到高|从低到高|从小到大))(?:的(?=是|$|[?？]))?/gu
/** 2000亩 is no year. */
const YEARS =
  /(?<!\d)(?:19|20)\d\d(?:\s*[-—–~至到]+\s*(?:19|20)\d\d)?(?:年[度底末初]?|(?!\d|\.|%|[十百千万亿亩人户元吨]))|[一二][零一二三四五六七八九]{3}年/gu
const FIRST =
  /(?:前|头|top)(?<first>\d{1,2}|[一二两三四五六七八九十]{1,2})(?:名|位|个|大|强)?|(?<=最[高多大快好强低少慢小差]的)(?<most>\d{1,2}|[一二两三四五六七八九十]{1,2})个/gu

const BOTH_KINDS =
  /(?:目标|计划|任务|预期)(?:.{0,4}|(?!\d{4}年)\d[\d.]*[^\d，,。]{0,4})(?:完成|实现|达成|达到|兑现)(?:情况|得?怎么样|得?如何|率|了?没有?|了?吗|与否)?|(?:完成|实现|达成|达到|兑现)了?(?:.{0,8})(?:目标|计划|任务)(?:没有?|吗|了吗|了没有)|目标(?:和|与|跟|、|及)(?:实绩|结果|完成|实际)(?:情况|数|值)?|实绩(?:和|与|跟|、|及)目标/gu
const TARGET =
  /预期性?(?:目标|指标|增长|增速)?|目标(?:值|任务|是|数|增速)?|计划(?:要|达到|实现|完成|增长|安排|是)?|任务|力争(?:达到|实现|完成)?|确保|争取(?![到了])|打算|准备|规划(?!建设)|将(?:要|会|达到?|实现|完成)?|要(?:达到?|实现|完成|增长|控制在|求)|控制在?|(?<![什么咩啥有]{2})安排|定(?:了|的是|在)?(?=多少|几)/gu
/** 2024年要接待多少游客, 打算…达到多少, but not 需要多少 and not 要多少. */
const TO_BE =
  /(?:(?<![需主重只不想还])要(?!多少|几)|打算|力争|争取|拟)(?:(?!实际)[^,，。]){1,20}?(?<!了)(?:多少|几)/u
const ACTUAL =
  /实绩|实际(?!利用|使用|到位)(?:完成|增长|达到|数|值)?|完成(?:额|数|值|了|情况|得)?|实现了?|达到?了?|已经?|取得了?|成绩|结果|(?<![定划排署])了(?=多少|几)/gu
const CHANGE =
  /增速|增幅|增长率|(?:增长|增加(?!值)|上涨|上升|下降|下滑|下跌|降低|减少|提高|提升)(?![到至])|增产|涨幅|涨了|降幅|减产|同比|负增长|增减|(?<!新)增了|(?:[减降跌]|(?<!多)少)了|涨(?=多少)|(?:多少|几)个?(?:百分)?点(?:到(?:多少|几)个?(?:百分)?点)?|(?<!新)增(?=多少|了)|变化|是?[涨升增]了?还?是[跌降减]了?/gu
const SIZE =
  /总量|规模(?!以上)|绝对(?:值|数|量)|数额|数值|金额|有?(?:多少|几)个?(?:万亿|[十百千]?[万亿]|[十百千])?(?:美元|元|块钱?|钱|[微毫]克|平方公里|公里|人次|人(?![才口])|亩|吨|公斤|斤|家|户)|(?:多少|几)(?:万亿|[十百千]?[万亿])|有多(?:大|高|少)|突破(?=多少|几)/gu
const SIGN = /(?<down>负增长|下降|下滑|减少|下跌|[减降跌少]了)|(?<up>正增长|增长|上升|提高|增加(?!值))/u

/** The first that is said counts. */
const RELATIVE_YEARS: readonly (readonly [year: RelativeYear, words: RegExp])[] = [
  [
    'all',
    /历年|历届|这些年|近[几些]年|(?:近|最近|过去|这)[0-9一二两三四五六七八九十]+年|逐年|每年(?!每)|多年来|[0-9一二三四五六七八九十]+年来|趋势|走势/gu,
  ],
  ['before-last', /前年/gu],
  ['last', /去年|上一?年度?|上年|过去一年/gu],
  ['this', /今年|本年度?|当年|今明/gu],
  ['next', /明年|来年|下一年/gu],
]
/** 近五年…怎么变化: the years one by one, whereas 五年年均 and 五年新增多少 are one figure. */
const LAST_YEARS =
  /(?:最近|过去|近|这)(?<count>几|些|[0-9]{1,2}|[一二两三四五六七八九十]{1,2})年(?:以?来|间|里)?/gu
const COURSE =
  /(?:是|有|的)*(?:(?:怎么|如何|怎样|什么|啥|哪些)(?:变化|变动|变|走)|变化|变动|演变|走势|趋势|逐年|每年|各年)(?:的|了|过来|情况|趋势|曲线)*(?:如何|怎么样|怎样)?/gu
const HISTORY = /历年|历届|这些年|多年来/u
const ONE_FIGURE = /年均|累计|平均|总共|一共|合计|新增|多少|几(?!年)/u
const SCOPE =
  /年均|年平均|(?:过去|最近|近|这)?五年|累计|“?(?:十[一二三四五]五|八五|九五)”?(?:期间|规划|时期|以来|末)?|“十五”|十五(?=期间|规划|计划|时期|末|目标)|上半年|下半年|[一二三四]季度|前三季度|前[0-9一二三四五六七八九十]+个?月|连续[0-9几一二三四五六七八九十]+年|每人每[月年天日]|每(?:人|月|天|日|亩|户)|人均|户均|亩均|月均|日均|平均每?/gu
const SEVERAL =
  /对比|相比|比较|比一比|差距|差多少|差别|谁(?:更)?(?:高|多|快|低|少|大)|哪(?:个|家)?(?:更)(?:高|多|快|低|少|大)|横向|一览|分别|(?<=和|与|跟)比/gu
const BY_SUBJECT =
  /(?:的|哪个|哪些|哪几个|几个)(?<subject>项目|工程|企业|公司|园区|产业|行业|乡镇|镇|学校|单位|领域)(?=[是有?？、,，]|$)/gu
const OVERVIEW =
  /(?:主要|经济社会发展|经济社会|经济发展|经济|各项|全部|所有|国民经济|核心|重要)+(?:的)?(?:预期)?(?:发展)?(?:目标|指标|数据|任务目标|成绩)|成绩单/gu
const ASKED_UNIT =
  /(?:多少|几)(?:个|十|百|千)?(?:万|亿)?(?<unit>人次|美元|平方米|平方公里|公里|千米|立方米|个百分点|项(?!目)|人(?![才口])|[场次户家亩吨元台套名座条只头匹张辆架栋所处间件株棵斤度米%钱天届位])/gu
/** Words that ask for reasons, ways and meanings: no figure answers them. */
const NO_FIGURE = new RegExp(
  `为什么|为何|原因|怎么(?!样|变|走)|如何(?!$|[?？]|变)|怎样(?!变)|措施|办法|举措|做法|政策|建议|意义|作用|影响|(?<!(?:多少|几).{0,24})问题|困难|什么是|是什么意思|含义|定义|解释|(?<!(?:${FIRST_OF_ALL}).{0,16})谁(?!更|[高多大快低少慢小]|.{0,16}(?:${FIRST_OF_ALL}))|哪位|什么人|姓什么|名字|姓名|叫什么|什么时候|何时|哪(?:一)?[年天月]|哪[几些]个?指标|原文|全文|出处|有没有|是否|是不是|能不能|会不会|对吗|对不对|真的吗`,
  'u',
)
/** Of these nothing is asked: politeness, and words for the figure itself. */
const FILLERS =
  /^(?:有人|求问|请教|听说|大家|情况|接待|吸引|创造|引来|数据|数字|指标|水平|状况|方面|多少|如何|怎么样|怎样|咋样|是多少|有多少|几何|是什么|什么|是|为|的|了|呢|吗|啊|吧|呀|和|与|及|跟|以及|在|有|我|想|知道|请问|请|告诉|查|查询|一下|看看|看|看一下|帮|给|列出|列一下|列(?:成|个|一个|张|一张)?表格?|做(?:成|个|一个|张)表格?|表格?|下面|以下|地方|汇总|统计|介绍|报告|政府工作报告|政府|全(?:县|市|省|区|州|年|国|疆)|本(?:县|市|省|区|州)|我(?:县|市|省|区|州)|当地|分别|各自|各|都|大概|大约|约|左右|总共|一共|一|共|合计|总计|到底|究竟|期间|时期|手[里上头]|现在|目前|当前|最新|最近|如今|这|那|哪些|哪个|哪|个|几|里|中|上|间|年度?|同期|全社会|总体|整体|又|还|其|等|多|到|比|较|更|被|把|由|从|要|会|能|可|就|做|下|定|设|提|提出|提到|说|显示|表现|公布|报|给出|有关|关于|对于|之|额|数|值|名|位|第|谁|谁家|家|速度|幅度|收入来源|来|得|着|过|干|搞|整|弄|挣|赚|收|嘛|哩|咧|pls|please|万?亿|(?:提高|提升|增加|增长|上升|上涨|下降|降低|减少|稳定|稳|[低高降升增减涨跌])[到至在]|百分[之比]?|才|实际|[高多大快好低少慢小]一?[点些]|[加合](?:起来|在?一起)|总和|之和|[二两三四五六七八九十几\d]+个?[省市县区州]|按照?|拟)+$/u

/** Whether the question is one that no figure answers. */
export function asksForNoFigure(folded: string): boolean {
  return NO_FIGURE.test(folded)
}

/** Whether nothing is asked of the word. */
export function isFiller(word: string): boolean {
  return FILLERS.test(word)
}

/** Whether the word only says that it was done: 花了多少钱, 补多少. */
export function isDone(word: string, folded: string): boolean {
  const verb = word.replace(/了$/u, '')
  return (
    verb.length === 1 &&
    [...folded.matchAll(DONE)].some(({ groups }) => groups?.deed === verb || groups?.then === verb)
  )
}

/** Of the words that say so those that tell of money alone. */
export function isPaid(word: string, folded: string): boolean {
  return /^[花投拿出补发领交给拨存借欠赚挣捐退还]了?$/u.test(word) && isDone(word, folded)
}

const DONE =
  /(?<deed>\p{sc=Han}(?=了)|[花投拿出补发领交卖挖种修盖招给拨存借欠赚挣捐退还])[了过到出]?(?:多少|几)|(?:多少|几)[万亿]?[人户家](?<then>\p{sc=Han})[了过到]/gu

/** Reads the words, and takes them out of the rest. */
export function readFigureWords(rest: Rest): FigureWords {
  const named = rest.take(YEARS)
  const course = readCourse(rest, named)
  const isToBe = TO_BE.test(rest.text)
  const overview = rest.take(OVERVIEW)
  const unit = [...rest.text.matchAll(ASKED_UNIT)][0]?.groups?.unit ?? null
  const scopes = rest.take(SCOPE).map(([scope]) => scope)
  const hasSize = rest.text.search(SIZE) >= 0
  const hasChange = rest.text.search(CHANGE) >= 0
  const order = readOrder(rest, hasChange)
  const levels = rest
    .take(LEVELS)
    .map(({ groups }) => groups?.level ?? groups?.last ?? groups?.counted ?? groups?.out ?? '')
  const isSeveral = rest.has(SEVERAL) || levels.length > 0
  const isBySubject = rest.has(BY_SUBJECT)
  const threshold = readThreshold(rest, hasChange, levels.length > 0)
  const isSigned = levels.length > 0 && order === null && threshold === null && hasChange && !hasSize
  const sign = isSigned ? readSign(rest.text) : null
  rest.take(SIZE)
  rest.take(CHANGE)
  const years = course === null ? readYears(rest) : course.years
  const isBoth = rest.has(BOTH_KINDS)
  const actual = rest.take(ACTUAL).at(-1)?.index ?? -1
  const target =
    rest.take(TARGET).at(-1)?.index ?? (overview.some(([words]) => words.endsWith('目标')) ? 0 : -1)
  // 粮食产量是11.95万吨: the number that a statement gives is no part of a name.
  rest.take(STATED)
  return {
    // 就业目标实际完成多少, 年初目标 去年实际: what is said last is asked for.
    kind: isBoth ? 'both' : actual > target && !isToBe ? 'actual' : target >= 0 || isToBe ? 'target' : null,
    measure: order?.by ?? threshold?.by ?? (hasChange === hasSize ? null : hasChange ? 'change' : 'value'),
    order,
    threshold,
    sign,
    years,
    lastYears: course?.count ?? null,
    levels: [...new Set(levels.flatMap(levelsOfUnit))],
    isSeveral,
    isBySubject,
    ranksSubjects: isBySubject && order !== null,
    isOverview: overview.length > 0,
    isNation: rest.has(NATION),
    scopes,
    unit,
  }
}

function readOrder(rest: Rest, hasChange: boolean): Order | null {
  const [first] = rest.take(FIRST)
  const [order] = rest.take(ORDER)
  if (order === undefined && first === undefined) return null
  const { falling, most, least, last, up, more, higher, less, lower } = order?.groups ?? {}
  const isFast = [most, more, higher].includes('快') || [least, less, lower].includes('慢')
  const isRising = [least, last, up, less, lower].some((one) => one !== undefined)
  return {
    by: isFast || falling !== undefined || hasChange ? 'change' : null,
    isDescending: falling === undefined ? !isRising : isRising,
    first: first === undefined ? null : numberOf(first.groups?.first ?? first.groups?.most ?? ''),
  }
}

function readThreshold(rest: Rest, hasChange: boolean, isAmongPlaces: boolean): Threshold | null {
  const equal = isAmongPlaces ? rest.take(THRESHOLD_EQUAL) : []
  const beyond = [...equal, ...rest.take(THRESHOLD), ...rest.take(THRESHOLD_BEHIND)]
  const [match] = beyond.length > 0 || !isAmongPlaces ? beyond : rest.take(THRESHOLD_EXACT)
  if (match === undefined) return null
  const { near, of, exact, ofExact, tail, atLeast, atMost, below } = match.groups ?? {}
  const { number = near ?? exact ?? '', unit = of ?? ofExact ?? '' } = match.groups ?? {}
  const amount = readAmount(number, unit)
  if (amount === null) return null
  const is =
    equal.length > 0 || exact !== undefined
      ? tail === '左右' || near !== undefined
        ? 'about'
        : 'equal'
      : tail === '以上' || atLeast !== undefined
        ? 'at-least'
        : tail !== undefined || atMost !== undefined
          ? 'at-most'
          : below !== undefined
            ? 'below'
            : 'above'
  const isShare = amount.unit === '%' || amount.unit === '个百分点'
  return { by: hasChange || isShare ? 'change' : 'value', is, amount }
}

function readSign(text: string): 1 | -1 | null {
  const groups = SIGN.exec(text)?.groups
  if (groups === undefined) return null
  return groups.down === undefined ? 1 : -1
}

interface Course {
  /** null where the years are named. */
  readonly years: 'all' | null
  readonly count: number | null
}

/** How a figure went over the years; null where one figure is asked for. */
function readCourse(rest: Rest, named: readonly RegExpExecArray[]): Course | null {
  const isNamed = named.length > 1 || named.some(([years]) => /[-—–~至到]/u.test(years))
  const isTold = rest.text.search(COURSE) >= 0
  const isOfLast = rest.text.search(LAST_YEARS) >= 0
  if (!isNamed && !isOfLast && !HISTORY.test(rest.text)) return null
  if (!isTold && (isNamed || !isOfLast || ONE_FIGURE.test(rest.text))) return null
  rest.take(COURSE)
  const [last] = rest.take(LAST_YEARS)
  const count = numberOf(last?.groups?.count ?? '')
  return { years: isNamed ? null : 'all', count: isNamed ? null : count }
}

function readYears(rest: Rest): RelativeYear | null {
  const [first] = RELATIVE_YEARS.filter(([, words]) => rest.has(words))
  return first?.[0] ?? null
}

function numberOf(text: string): number | null {
  return readAmount(text, '')?.number ?? null
}

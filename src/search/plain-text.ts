/** Plain words in; out: the terms worth searching for, and the places, years, aspect and kind of answer they ask for. */
import { fold, originalRange } from '../text/normalizer.ts'
import { readNumeral } from '../text/numeral.ts'
import type { Aspect } from './aspect.ts'
import type { Catalog } from './backend.ts'
import type { Intent, QueryContext, YearRange } from './query.ts'

export interface PlainText {
  /** The text with spaces for what is no search term. */
  readonly terms: string
  readonly places: readonly string[]
  readonly foreign: readonly string[]
  readonly named: readonly string[]
  readonly years: readonly YearRange[]
  readonly aspect: Aspect | null
  readonly intent: Intent | null
  /** Number of the part of the report that is asked for. */
  readonly part: number | null
}

/** From this length on a text is taken for a pasted passage, of which every word counts. */
const PASTE_UTF16 = 30
/** What a question has and a pasted passage hardly ever. */
const QUESTION = /[?？]$|多少|什么|哪[些个里年位]|谁|几[个年人]|是否|吗$/u

/** Asking and politeness; longer ones first. Folded. */
const QUESTION_WORDS = [
  '请问一下|请问|麻烦问一下|麻烦问下|请告诉我|告诉我|请帮我查一下|请帮我|帮我查一下|帮我查|帮我找|帮忙查一下|麻烦|谢谢您|谢谢|你好|您好|我想知道|想知道|我想了解|想了解|查一下|查询|搜一下|找一下|看一下|有关于',
  '(?:政府工作)?报告(?:里|中|上)?(?:面)?(?:是)?(?:怎么|如何|有没有|关于)?(?:说|提到|提|讲|写)(?:了|的|到)?(?:自己)?|(?:政府工作)?报告(?:里|中)(?:面)?|(?<=市|县|区|州|省|旗|年)(?:政府工作|政府)?报告(?![书人会制])',
  '(?:的)?(?:那|这|哪)(?:一)?(?:部分|节|章|段)|还有哪些|都有哪些|有哪些',
  '(?:说|讲|指|包括|包含)?的?(?:是|有|包括|包含|指)(?:哪|那)(?:[几些]|[一二两三四五六七八九十]+)(?:个|项|条|种|类|方面|样|座|家)?(?:地方|东西|内容)?',
  '(?:是|指|到底|究竟)?(?:啥|什么|甚么)(?:意思|东西|玩意儿?|含义)|是个?啥|指啥|(?:怎么|如何|咋)(?:理解|讲|说)(?=[?？]|$)',
  '(?:我|本人|我们)是(?:一[名个位])?[^，,。]{0,14}(?:记者|学生|研究生|老师|市民|居民|村民|家长|编辑|学者)[，,]|(?:我|我们|咱们|咱)(?:想|要|应?该|们?家|这儿|这里|这边|那边)?(?=[^国省州市县区])|听说|据说|印象(?:中|里)|好像(?:是)?|觉得|承认|政府(?=管|怎|如何|有什么|有没有|做了|打算|准备|是不是|要不要|采取)',
  '(?:有没有|有什么|有啥|有哪些|是什么|什么|哪些)(?:好)?(?:办法|措施|举措|做法|说法|动作|动静|安排|打算)|(?:怎么|咋|如何|怎样)(?:治理?|管理?|整治|办理?|弄|搞|解决|应对|处理|落实|推进|开展|安排)(?=[?？呢的]|$)|(?:了|过)?(?:没有|没)(?=[?？]|$)|越来越[多少大小高低]?',
  '管不管|行不行|好不好|够不够|解决(?:了)?(?:没有|没)|咋样|咋办|咋|(?:平均)?(?:一年|一天|一个月|每年|每天)(?=能|要|有|可|大概|总共|多少|几|送|来|产|卖|办|共|好)',
  '是什么(?:意思|标准|概念)|什么意思|指的是什么|指的是|是指什么|是指|指什么|什么是|是啥意思|是啥|怎么解释|如何解释|是怎么定义的|的含义|的定义|名词解释',
  '为什么|为何|怎么样|怎么办|怎样|怎么|如何|是什么|有什么|做了什么|什么样|什么时候|什么时间|什么地方|什么|啥时候|啥|何时|何地|何种|几时',
  '(?:是|有|达到|达)?(?:了)?(?:多少|几)(?:人次|公里|万人(?!口)|万(?=人口)|万亩|亿元|万元|平方米|个百分点|人(?!口)|[个户名家所座条项亩吨元列场次辆台套天年月号钱种块间处])?(?![厕籍])|百分之几|多高|多大|多长|多远|多久|多重|多宽|多深|多快|占多大',
  '现在|目前|如今|一共|总共|到底|究竟|大概|大约|那个|这个|打算|准备|想要|问一下|问下|问问|能够',
  '(?:具体)?(?:是|有|包括|包含)?(?:哪[一二两三四五六七八九十几]+[个项条种类方]面?|哪些)|具体|分别|在哪里|在哪儿|在哪|到哪里|去哪里|哪个|哪一个|哪一年|哪年|哪种|哪项|哪里|哪儿|哪家|哪位|哪次|哪座|哪条|是谁|由谁|谁',
  '有没有|有无|是否|是不是|能不能|会不会|可不可以|能否|可否|吗|呢|吧|么(?=[?？]|$)|呀|啊',
]
const DROPPED = new RegExp(QUESTION_WORDS.join('|'), 'gu')
const REVIEW =
  /去年|上一?年|上年|已经|做了|完成了|实现了|取得了?|建成了|建好了|了吗|了没有|了多少|发了|达到了?多少/u
const PLAN =
  /今年|明年|计划|目标|力争|打算|将要|将会|准备|预期|安排|部署|未来|下一步|会.{0,6}吗|要(?![求点素闻]).{1,12}(?:多少|几|吗|哪)/u
/** Asks for a part of the report by its number. */
const PART =
  /(?:政府工作)?(?:报告)?(?:里|中|的)*第(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})(?:个|大)*(?:部分|章节?|板块|大点)(?:的?(?:主要)?(?:内容|标题|题目))?(?:(?:主要)?[讲说写]的?了?)?/gu
/** 去年 and 今年 say which part of the report is meant; the report itself seldom prints them. */
const RELATIVE_YEAR = /去年|今年|明年|上一?年度?|本年度?/gu
const DEFINITION =
  /(?:什么|啥)(?:意思|东西|含义|标准|概念)|指啥|说的是|指的是什么|指什么|是什么$|什么是|是啥|解释|含义|定义|全称|简称|哪[一二两三四五六七八九十几]+[个项条种类]|(?:包括|包含|是|有)哪[些几]/u
const FIGURE =
  /多少|几(?!乎|十|百|千|万)|多大|多高|多长|多宽|百分之|比例|占比|增速|增长率|产量|总量|总额|人数|(?:[率额量数值]|收入|支出|总值|gdp)(?:是|有)?$/u
const OFFICE = '省长|州长|市长|县长|区长|主席|主任|专员|旗长|盟长|镇长|乡长|总理'
/** Whom the speaker may be, or not: opening.ts looks at the post. */
const LEADER = `${OFFICE}|书记|一把手|领导人?|负责人`
const OPENING = [
  new RegExp(
    `(?:${LEADER})(?:是谁|是哪位|叫什么|叫啥|姓什么|名字|姓名)|(?:谁|哪位)(?:是|担任|当|在当).{0,12}(?:${LEADER})`,
    'u',
  ),
  // An office and nothing more asks who holds it: 昭苏县委书记.
  /^\p{Script=Han}{2,12}(?:[省州市县区旗盟镇乡]长|(?:党|[省州市县区旗盟])委书记|一把手|主席)[?？]?$/u,
  /(?:谁|哪位|什么人).{0,8}(?:作|做|宣读|念)的?.{0,8}报告|报告.{0,4}(?:是)?(?:谁|哪位|什么人|由谁)|(?:作|做)报告的(?:人)?是?谁|报告人/u,
  /报告.{0,6}(?:什么时候|什么时间|何时|哪天|哪一天|几月几[日号]|日期|什么会|哪个会|哪次会|何地|在哪)/u,
  /(?:什么时候|何时|哪天|哪一天|在哪个会|哪次会议?|哪个会议?).{0,10}(?:作|做)的?.{0,4}报告/u,
]
/** A person by name or office; 叫什么 also asks for the names of things. */
const PERSON = /谁|哪位|什么人|姓(?:什么|啥)|(?:长|主任|主席|总统|经理|老板)的?(?:名字|姓名|叫什么|叫啥)/u
/** How something is applied for or paid, opening hours and telephone numbers. */
const SERVICE =
  /(?:怎么|如何|怎样|咋)(?:(?:办理|申请|申领|报名|补办|预约|退|赔|收费)|[收补换缴交领](?=[?？呢啊]|$))|(?:什么|哪些|啥)(?:材料|手续|证件)|几点|电话号码|联系方式|门票|起步价|收费标准|多少钱一[次张斤度方吨]/u

const YEARS =
  /(?<![\d.])(?<from>19[5-9]\d|20\d\d)(?:年?\s*[-—–~至到]+\s*(?<to>19[5-9]\d|20\d\d))?(?:年度?|(?![\d.%]))|(?<han>[一二][零一二三四五六七八九]{3})年/gu

/** Reads free text. Offsets stay those of the original: what is dropped becomes a space. */
export function readPlainText(text: string, { catalog, places: lexicon }: QueryContext): PlainText {
  const folded = fold(text)
  const mentions = lexicon.find(folded.text)
  const years = readYears(folded.text, catalog)
  const isPaste = folded.text.length >= PASTE_UTF16 && !QUESTION.test(folded.text.trim())
  const drop = isPaste
    ? []
    : [
        ...mentions.filter((mention) => mention.places.length > 0),
        ...runs(folded.text, PART),
        ...runs(folded.text, DROPPED),
        ...runs(folded.text, RELATIVE_YEAR),
      ]
  const units = text.split('')
  for (const { start, end } of drop) {
    const range = originalRange(folded, start, end)
    units.fill(' ', range[0], range[1])
  }
  // 2024年来了: no pair of characters begins with the 年 of a figure.
  for (const { end } of isPaste ? [] : runs(folded.text, YEARS)) {
    const last = (folded.ends[end - 1] ?? 0) - 1
    units[last] = `${units[last] ?? ''} `
  }
  const typed = ({ start, end }: Run): string => text.slice(...originalRange(folded, start, end))
  const isReview = REVIEW.test(folded.text)
  const isPlan = PLAN.test(folded.text)
  return {
    terms: units.join('').replace(/\s+/gu, ' ').trim(),
    places: narrow(mentions.map((mention) => mention.places)),
    foreign: mentions.filter((mention) => mention.places.length === 0).map(typed),
    named: mentions.filter((mention) => mention.places.length > 0).map(typed),
    years,
    aspect: isPaste || isReview === isPlan ? null : isReview ? 'review' : 'plan',
    intent: isPaste ? null : readIntent(folded.text),
    part: isPaste ? null : readPart(folded.text),
  }
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

function readPart(folded: string): number | null {
  const number = [...folded.matchAll(PART)][0]?.groups?.number
  if (number === undefined) return null
  return /^\d/.test(number) ? Number(number) : readNumeral(number)
}

function readIntent(folded: string): Intent | null {
  if (OPENING.some((pattern) => pattern.test(folded))) return 'opening'
  if (PERSON.test(folded)) return 'person'
  if (SERVICE.test(folded)) return 'service'
  if (DEFINITION.test(folded)) return 'definition'
  return FIGURE.test(folded.trim()) ? 'figure' : null
}

interface Run {
  readonly start: number
  readonly end: number
}

function runs(folded: string, pattern: RegExp): Run[] {
  return [...folded.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function readYears(folded: string, catalog: Catalog): YearRange[] {
  return [...folded.matchAll(YEARS)].flatMap((match) => {
    const { groups } = match
    const from = groups?.han === undefined ? Number(groups?.from) : readNumeral(groups.han)
    if (from === null) return []
    const to = groups?.to === undefined ? from : Number(groups.to)
    const range = { from, to: Math.max(from, to) }
    const isSaid = /年/u.test(match[0]) || !COUNTED.test(folded.slice(match.index + match[0].length))
    return isSaid || isKnown(range, catalog) ? [range] : []
  })
}

/** 2000亩 is no year. */
const COUNTED = /^\s*(?:[多余]|[十百千万亿]|[个亩人户元吨米里度套头只匹场次台座条项家所名件处株平立辆])/u

function isKnown({ from, to }: YearRange, { reports }: Catalog): boolean {
  return reports.some(({ year, reviews, plans }) =>
    [year, reviews, plans].some((known) => known !== null && known >= from && known <= to),
  )
}

/** Reads what stands between a noun and its number: change or value, each or all, how bounded, over which period. */
import type { Bound } from './figure.ts'
import type { Token } from './lexer.ts'
import { completeName, type Head, type NounOptions, readHeads } from './noun.ts'
import type { PrintedNumber } from './number.ts'
import { type SentenceOptions, type State, type Statement, when } from './sentence-state.ts'

/** What the words between a noun and its number say. */
export interface Predicate {
  readonly heads: readonly Head[]
  readonly isElided: boolean
  readonly isChange: boolean
  /** By a noun: 增速, 涨幅. */
  readonly isNounChange: boolean
  readonly sign: '+' | '-'
  readonly isEach: boolean
  readonly isTo: boolean
  readonly bound: Bound
  readonly scope: string | null
  /** Measured against something else: no figure of its own. */
  readonly isSkipped: boolean
  /** 第三产业比重, 民生支出占财政支出的比重: what the number is a share of, by the name that says so; null where none does. */
  readonly share: Head | null
  /** The share is another noun's: what follows is no longer said of the noun before. */
  readonly isForeign: boolean
  /** 从2020年的8万元: what it was before. */
  readonly isFrom: boolean
  /** (年度目标6%以上): what was to be reached, of the figure before the bracket. */
  readonly isAim: boolean
}

export function readPredicate(state: State, last: Statement | null, options: SentenceOptions): Predicate {
  const { stretch } = state
  const { text } = options
  let from = stretch.length
  const nearest = stretch.at(-1)
  const measured =
    nearest?.is === 'word' && nearest.word.is === 'compare'
      ? MEASURED[text.slice(nearest.start, nearest.end)]
      : undefined
  if (measured !== undefined) from--
  while (from > 0 && isPredicative(stretch[from - 1], stretch[from - 2])) from--
  const words = stretch.slice(from)
  const before = stretch.slice(0, from)
  let change: '+' | '-' | null = null
  let isNounChange = false
  let isTo = false
  let isEach = false
  let bound: Bound = measured ?? 'exact'
  let scope: string | null = null
  let isDoubled = false
  for (const token of words) {
    if (token.is === 'time') {
      if (token.time.is === 'mean') scope = text.slice(token.start, token.end)
      if (
        token.time.is === 'base' &&
        token.time.year !== null &&
        token.time.year !== options.calendar.reviews - 1 &&
        token.time.year !== when(state, options).year - 1
      )
        scope = text.slice(token.start, token.end)
      if (isWithinYear(token, text)) scope = text.slice(token.start, token.end)
      continue
    }
    if (token.is !== 'word') continue
    const { word } = token
    if (word.is === 'change') {
      if (isNounChange && !word.isNoun) isDoubled = true
      change = word.sign
      isNounChange = word.isNoun
      isTo = false
    } else if (word.is === 'level') {
      if (word.isTo) {
        isTo = true
        if (!isNounChange) change = null
      }
    } else if (word.is === 'bound') bound = word.bound
    else if (word.is === 'each') isEach = true
  }
  // 由5亿元增长到8.2亿元，累计增长64%: over more than the year of the value.
  const spoken = text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0)
  if (change !== null && /累计/.test(spoken)) scope ??= '累计'
  const per = /每人每[月年]|每[月年日]|日均|月均/.exec(spoken)
  if (per !== null) scope ??= per[0]
  for (const token of before) {
    if (token.is === 'time' && (token.time.is === 'mean' || isWithinYear(token, text)))
      scope ??= text.slice(token.start, token.end)
    if (token.is === 'word' && token.word.is === 'each') isEach = true
  }
  const lastName = lastIndex(before, (token) => token.is === 'name')
  const tail = before.slice(lastName + 1)
  const has = (is: 'compare' | 'from'): boolean =>
    tail.some((token) => token.is === 'word' && token.word.is === is)
  const shared = before.some(isShare)
  const nouns: NounOptions = {
    indicators: options.indicators,
    ownNames: options.ownNames,
    isCounted: state.isCounted,
    isNational: options.isNational,
  }

  if (lastName >= 0 && scope === null) scope = readOccasion(state, before, lastName, text)

  // 粮食种植面积4237.2万亩、新增586.3万亩, 比上年多14天: nothing but a word for more.
  const timeless = before.filter(
    (token) => token.is !== 'time' && !(token.is === 'word' && token.word.is === 'filler'),
  )
  const isMore = last !== null && MORE.test(timeless.map(({ start, end }) => text.slice(start, end)).join(''))
  // （加一次性留抵退税9777万元，实际完成…）: what the number before was changed by.
  const first = text.slice(before[0]?.start, before.at(-1)?.end)
  const isAdjusted = before.length > 0 && (state.isInBrackets ? ADJUSTED : SETTLED).test(first)
  // 扣除退税因素后增长2%: told of the noun before, on another base.
  const isOnOtherBase = isAdjusted && ADJUSTED_FOR.test(first)
  const isAdjustment = isAdjusted && !isOnOtherBase
  const told = text.slice(
    Math.max(0, state.clauseStart - MAX_OCCASION),
    stretch.at(-1)?.end ?? state.clauseStart,
  )
  const isAim = last !== null && isAimOf(state, text)
  const isOfDemand = state.isInBrackets ? stretch.length === 0 && DEMANDED.test(told) : FULFILLED.test(told)
  const read = shared || isMore || isOnOtherBase || isAim ? [] : readHeads(nounsOf(before), text, nouns)
  const [only] = read
  const completed =
    read.length === 1 && only !== undefined && last !== null
      ? completeName(only, last.head, options.indicators)
      : null
  const heads = completed !== null ? [completed] : read.map((head) => wholeOf(head, options))
  return {
    heads,
    isElided:
      isMore ||
      isOnOtherBase ||
      isAim ||
      before.every(
        (token) =>
          token.is !== 'text' && token.is !== 'name' && !(token.is === 'word' && token.word.is === 'verb'),
      ),
    isChange: change !== null || isMore,
    isNounChange: isNounChange && change !== null,
    sign: change ?? '+',
    isEach,
    isTo,
    bound,
    scope,
    isSkipped: has('compare') || shared || isDoubled || isAdjustment || isOfDemand,
    share: shared ? readShare(before, options, last) : null,
    isForeign: shared && before.slice(0, before.findIndex(isShare)).some(isNoun),
    isFrom: has('from'),
    isAim,
  }
}

/** 上半年, 三年; 一年净增5亿元 is told of the whole year. */
function isWithinYear(token: Token, text: string): boolean {
  if (token.is !== 'time' || !/^(?:part|length)$/.test(token.time.is)) return false
  return text.slice(token.start, token.end) !== '一年'
}

/** 年度, 市核, 年初预期: when and by whom it was planned. */
const PLANNED_BY =
  '(?:20\\d\\d年|[今去当全本]?年[度初内底]?|全[省市县区州]|[省市县区州][里级定]?|[政府委人大]|上级|核[定实]?|下达|分解|交办|预[期算]|既定|原[定本]?|控制|调控|确定|设定|制定|考核|责任|主要|奋斗|的)*'
const PLANNED = '(?:增长|增速|增幅|下降|降幅)?(?:目标|任务|计划|预期|指标)(?:任务|目标|指标)?(?:[数额量]|值)?'
const HOW_MUCH =
  '(?:是|为|:|分别|各|均|同比|比上年|增长|增速|增幅|下降|降低|降幅|不低于|不高于|不超过|不少于|超过?|大于|小于|高于|低于|控制|保持|稳定|在|约|达到?)'
const PRINTED = '[\\d.%,;、和十百千万亿元个家人次户座所吨亩里公以上内左右分点]'
const AIM = new RegExp(`^${PLANNED_BY}${PLANNED}(?:${HOW_MUCH}|${PRINTED})*$`)

/** Nothing stands in the bracket before the number but that it was planned. */
function isAimOf({ isInBrackets, stretch, clauseStart }: State, text: string): boolean {
  const end = stretch.at(-1)?.end ?? clauseStart
  return isInBrackets && AIM.test(text.slice(text.lastIndexOf('(', end - 1) + 1, end))
}

/** 日接待游客, 国庆假期旅游收入: a day or an occasion, not the year. */
const DAY = /(?:单日|日均|每[日天]|高峰日|首日|日)(?:最高|最大|峰值)?$/
const OCCASION =
  /(?:春节|国庆|五一|元旦|中秋|端午|清明|黄金周|假期|假日|小长假|暑期|寒假|雪季|冬季|夏季|[夏暑]季|节日|[节会]期间)+(?:期间|里|内|中)?(?:全[省市县区州]|我[省市县区州]|共|累计|,)*$/

function readOccasion(
  { occasion }: State,
  before: readonly Token[],
  at: number,
  text: string,
): string | null {
  const name = before[at]
  const from = before[0]?.start ?? 0
  if (name === undefined || !VISITED.test(text.slice(name.start, name.end))) return null
  const words = text.slice(from, name.start)
  return DAY.exec(words)?.[0] ?? OCCASION.exec(words)?.[0] ?? occasion
}

/** What is counted by the day, too. */
const VISITED = /游客|旅游|旅客|接待|花费|零售/

/** 春节假期，…: what the clauses behind it tell of. */
export function readClauseOccasion(clause: string): string | null {
  return clause.length <= MAX_OCCASION && !/\d/.test(clause) ? (OCCASION.exec(clause)?.[0] ?? null) : null
}

const MAX_OCCASION = 16

/** 占全年计划的104% tells how far a plan is fulfilled. */
const FULFILS = /占.*(?:任务|计划|目标|预算|年度|投资额)的?$/
/** 民生支出24亿元，占一般公共预算支出的81%. */
const OF_WHOLE =
  /^占(?:[^\d,]{0,8})(?:支出|收入|财力|财政|增加值|产值|贷款|存款|投资|人口|面积|总[量额数])的?$/
const TELLS_SHARE = /比重|占比|比例|份额|贡献率/

/** The share as a noun: from the noun that has it to the end of what it is a share of. */
function readShare(
  before: readonly Token[],
  { text, indicators }: SentenceOptions,
  last: Statement | null,
): Head | null {
  const end = before.findLast((token) => !(token.is === 'word' && token.word.is === 'from'))?.end ?? 0
  const at = before.findIndex(isShare)
  const own = before.findIndex(
    (token, index) => index < at && !(token.is === 'word' && token.word.is !== 'verb') && token.is !== 'time',
  )
  const first = before[own < 0 ? at : own]
  if (first === undefined) return null
  const printed = text.slice(first.start, end)
  if (FULFILS.test(printed) || before.some((token) => token.is === 'word' && token.word.is === 'compare'))
    return null
  // 服务业增加值5亿元，占GDP比重43%: the noun is the one before.
  if (own < 0 && (last === null || !(TELLS_SHARE.test(printed) || OF_WHOLE.test(printed)))) return null
  const name = (own < 0 ? `${last?.head.name}${printed}` : printed).replace(/的$/, '')
  // 研发投入占GDP的4.1% is what 占GDP比重 is.
  const entry = indicators.lookUp(name) ?? indicators.lookUp(`${name}比重`) ?? null
  return { entry, start: first.start, end, name, subject: null, isIncrement: false }
}

/** 棉花品质不断提升，总产511.2万吨: of what, a clause before says. */
function wholeOf(head: Head, { text, indicators }: SentenceOptions): Head {
  if (ARRIVED.test(head.name)) {
    const before = text.slice(text.lastIndexOf('。', head.start) + 1, head.start)
    return ATTRACTS.test(before) ? head : { ...head, entry: null }
  }
  if (head.entry !== null || !/^总产量?$/.test(head.name)) return head
  const sentence = text.slice(text.lastIndexOf('。', head.start) + 1, head.start)
  const [crop, ...others] = new Set(sentence.match(CROPS))
  if (crop === undefined || others.length > 0) return head
  const name = `${crop}${head.name}`
  return { ...head, name, entry: indicators.lookUp(name) ?? null }
}

/** Of loans and grants, too; of investors only where the sentence tells of them. */
const ARRIVED = /^(?:实际)?到位资金$/
const ATTRACTS = /招商|招引|引资|引进|客商|[省市县区州疆旗]外|回归|签约项目|内资/

/** Of a sentence that names two it is not known of which it tells. */
const CROPS = /粮食|棉花|小麦|玉米|水稻|油料|蔬菜|果|肉|奶|蛋|水产/g

function isShare(token: Token): boolean {
  return token.is === 'word' && token.word.is === 'share'
}

function isNoun(token: Token): boolean {
  return token.is === 'text' || token.is === 'name'
}

/** Right before a number these say how it is meant, not what it is measured against. */
const MEASURED: Readonly<Record<string, Bound>> = { 高于: 'over', 低于: 'at-most', 优于: 'at-most' }
const MORE = /^(?:新增|净增|增加|增|多|净增加)$/
const ADJUSTED = /^(?:加上?|扣除|剔除|还原|含|不含|减去?|考虑|若|如)/
const SETTLED = /^(?:扣除|剔除|还原)/
const ADJUSTED_FOR = /(?:因素|影响|后|基数)$/
/** 完成市核任务（22亿元）的118%. */
const FULFILLED = /(?:任务|目标|计划|预算|指标)[数额值]?\([^()]*\)的?$/
/** 年度任务（4500人）: what was to be done, beside what was. */
const DEMANDED = /(?:任务|目标|计划|预算|指标)[数额值]?\($/

/** 规上工业增加值突破百亿大关、增长10%: after the stop nothing but a predicate, whose noun is the one before. */
function nounsOf(before: readonly Token[]): readonly Token[] {
  const last = before.at(-1)
  if (last?.is !== 'mark' || last.mark !== '、') return before
  return before.slice(0, lastIndex(before, (token) => token.is === 'name') + 1)
}

/** Words that stand between a noun and its number. */
function isPredicative(token: Token | undefined, before: Token | undefined): boolean {
  if (token === undefined) return false
  if (token.is === 'time') return true
  if (token.is !== 'word') return false
  switch (token.word.is) {
    case 'change':
    case 'level':
    case 'bound':
    case 'each':
    case 'plan':
    case 'done':
      return true
    case 'filler':
      return token.end - token.start > 1 || before?.is !== 'text'
    default:
      return false
  }
}

function lastIndex<T>(list: readonly T[], test: (item: T) => boolean): number {
  for (let at = list.length - 1; at >= 0; at--) if (test(list[at] as T)) return at
  return -1
}

const WHOLE = /(?<whole>[\p{sc=Han}]{2,14}(?:支出|财力|资金|投资|收入|投入))(?:的|[中里]的?|[中里]?有)$/u
const USED =
  /^(?:都|均|全部)?(?:用于|投向|投入到?|用在)了?(?<owner>\p{sc=Han}{2,10}?)(?:领域|方面|支出|事业|上)?(?=[,;。、]|$)/u
/** 将一般公共预算支出的86%. */
const BEFORE_WHOLE = /^(?:全?年|全[省市县区州]|[我本][省市县区州]|将|把)+/u

/**
 * 一般公共预算支出的86%用于民生领域 as what it says: the share of 民生 in that spending.
 *
 * null where the number is no share that is spent. `start`: where the clause begins in the folded text.
 */
export function readSpent(text: string, start: number, number: PrintedNumber): Head | null {
  if (number.unit !== '%') return null
  const before = WHOLE.exec(text.slice(start, number.start))
  const used = USED.exec(text.slice(number.end, number.end + 24))
  if (before === null || used === null) return null
  const whole = (before.groups?.whole ?? '').replace(BEFORE_WHOLE, '')
  return {
    entry: null,
    start: text.lastIndexOf(whole, number.start),
    end: number.end + used[0].length,
    name: `${used.groups?.owner}支出占${whole}比重`,
    subject: null,
    isIncrement: false,
  }
}

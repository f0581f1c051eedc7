/** Reads what stands between a noun and its number: change or value, each or all, how bounded, over which period. */
import { afterMark } from '../text/sentences.ts'
import type { Bound } from './figure.ts'
import { isWord, type Token } from './lexer.ts'
import type { Word } from './lexicon.ts'
import { completeName, type Head, readHeads } from './noun.ts'
import type { PrintedNumber } from './number.ts'
import { type SentenceOptions, type State, type Statement, when } from './sentence-state.ts'
import { readShare } from './share.ts'

/** Numbers that stand together, and what the words between them and their noun say. */
export interface Saying {
  readonly numbers: readonly PrintedNumber[]
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
  /** 从2020年的8万元: what it was before. */
  readonly isFrom: boolean
  /** (年度目标6%以上): what was to be reached, of the figure before the bracket. */
  readonly isAim: boolean
}

export function readPredicate(
  state: State,
  { numbers, last }: { readonly numbers: readonly PrintedNumber[]; readonly last: Statement | null },
  options: SentenceOptions,
): Saying {
  const { text } = options
  const { words, before, measured } = partStretch(state.stretch, text)
  const said = readWords(words, measured ?? 'exact', state, options)
  const lastName = lastIndex(before, (token) => token.is === 'name')
  const shared = before.some((token) => isWord(token, 'share'))
  const isAim = last !== null && isAimOf(state, text)
  const { isMore, isAdjustment, isOnOtherBase } = readAddition(before, state, { last, text })
  const tail = before.slice(lastName + 1)
  const has = (is: 'compare' | 'from'): boolean => tail.some((token) => isWord(token, is))
  const isAside = isMore || isOnOtherBase || isAim
  const change = said.change
  return {
    numbers,
    heads: shared || isAside ? [] : headsOf(before, state, { last, options }),
    isElided: isAside || before.every((token) => !isNoun(token) && !isWord(token, 'verb')),
    isChange: change !== null || isMore,
    isNounChange: said.isNounChange && change !== null,
    sign: change ?? '+',
    isEach: said.isEach || before.some((token) => isWord(token, 'each')),
    isTo: said.isTo,
    bound: said.bound,
    scope: said.scope ?? scopeOf(before, text) ?? readOccasion(state, before, lastName, text),
    isSkipped:
      has('compare') ||
      shared ||
      said.isDoubled ||
      isAdjustment ||
      isOfDemand(state, text) ||
      isOfEach(numbers, text),
    share: shared ? readShare(before, options, last) : null,
    isFrom: has('from'),
    isAim,
  }
}

/** The words of the grammar right before the number, and what stands before them. */
function partStretch(
  stretch: readonly Token[],
  text: string,
): { words: readonly Token[]; before: readonly Token[]; measured: Bound | undefined } {
  const nearest = stretch.at(-1)
  const measured =
    nearest !== undefined && isWord(nearest, 'compare')
      ? MEASURED[text.slice(nearest.start, nearest.end)]
      : undefined
  let from = stretch.length
  if (measured !== undefined) from--
  while (from > 0 && isPredicative(stretch[from - 1], stretch[from - 2])) from--
  return { words: stretch.slice(from), before: stretch.slice(0, from), measured }
}

interface Words {
  change: '+' | '-' | null
  isNounChange: boolean
  isTo: boolean
  isEach: boolean
  bound: Bound
  scope: string | null
  /** A noun of change with a verb of change: how much faster it grew. */
  isDoubled: boolean
}

function readWords(words: readonly Token[], bound: Bound, state: State, options: SentenceOptions): Words {
  const { text } = options
  const read: Words = {
    change: null,
    isNounChange: false,
    isTo: false,
    isEach: false,
    bound,
    scope: null,
    isDoubled: false,
  }
  for (const token of words) {
    if (token.is === 'time' && isScope(token, state, options)) read.scope = text.slice(token.start, token.end)
    if (token.is === 'word') readWord(read, token.word)
  }
  // 由5亿元增长到8.2亿元，累计增长64%: over more than the year of the value.
  const spoken = text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0)
  if (read.change !== null && /累计/.test(spoken)) read.scope ??= '累计'
  read.scope ??= /每人每[月年]|每[月年日]|日均|月均/.exec(spoken)?.[0] ?? null
  return read
}

function readWord(read: Words, word: Word): void {
  if (word.is === 'change') {
    if (read.isNounChange && !word.isNoun) read.isDoubled = true
    read.change = word.sign
    read.isNounChange = word.isNoun
    read.isTo = false
  } else if (word.is === 'level' && word.isTo) {
    read.isTo = true
    read.change = null
  } else if (word.is === 'bound') read.bound = word.bound
  else if (word.is === 'each') read.isEach = true
}

/** A mean, a part of the year, or a base other than the year before. */
function isScope(token: Token & { readonly is: 'time' }, state: State, options: SentenceOptions): boolean {
  const { time } = token
  if (time.is === 'mean' || isWithinYear(token, options.text)) return true
  return time.is === 'base' && time.year !== null && time.year !== when(state, options).year - 1
}

function scopeOf(before: readonly Token[], text: string): string | null {
  const token = before.find((one) => one.is === 'time' && (one.time.is === 'mean' || isWithinYear(one, text)))
  return token === undefined ? null : text.slice(token.start, token.end)
}

interface Addition {
  /** 粮食种植面积4237.2万亩、新增586.3万亩, 比上年多14天: nothing but a word for more. */
  readonly isMore: boolean
  /** （加一次性留抵退税9777万元，实际完成…）: what the number before was changed by. */
  readonly isAdjustment: boolean
  /** 扣除退税因素后增长2%: told of the noun before, on another base. */
  readonly isOnOtherBase: boolean
}

function readAddition(
  before: readonly Token[],
  { isInBrackets }: State,
  { last, text }: { readonly last: Statement | null; readonly text: string },
): Addition {
  const timeless = before
    .filter((token) => token.is !== 'time' && !isWord(token, 'filler'))
    .map(({ start, end }) => text.slice(start, end))
  const first = text.slice(before[0]?.start, before.at(-1)?.end)
  const isAdjusted = (isInBrackets ? ADJUSTED : SETTLED).test(first)
  const isOnOtherBase = isAdjusted && ADJUSTED_FOR.test(first)
  return {
    isMore: last !== null && MORE.test(timeless.join('')),
    isAdjustment: isAdjusted && !isOnOtherBase,
    isOnOtherBase,
  }
}

/** 全国每4辆新能源汽车就有1辆在此制造: neither is a number of cars. */
function isOfEach([number]: readonly PrintedNumber[], text: string): boolean {
  return (
    number !== undefined && EACH_HAS.test(text.slice(Math.max(0, number.start - MAX_OCCASION), number.end))
  )
}

const EACH_HAS = /每\d[\d.]*\p{L}{1,2}$|每\d[\d.]*\p{L}[^,;。]*[就便中里]有\d[\d.]*\p{L}{0,2}$/u

/** What was to be done, beside what was. */
function isOfDemand({ stretch, clauseStart, isInBrackets }: State, text: string): boolean {
  const told = text.slice(Math.max(0, clauseStart - MAX_OCCASION), stretch.at(-1)?.end ?? clauseStart)
  return isInBrackets ? DEMANDED.test(told) : FULFILLED.test(told)
}

function headsOf(
  before: readonly Token[],
  { isCounted }: State,
  { last, options }: { readonly last: Statement | null; readonly options: SentenceOptions },
): readonly Head[] {
  const { text, indicators, ownNames, isNational } = options
  const heads = readHeads(nounsOf(before), text, { indicators, ownNames, isNational, isCounted })
  const [only] = heads
  const completed =
    heads.length === 1 && only !== undefined && last !== null
      ? completeName(only, last.head, indicators)
      : null
  return completed !== null ? [completed] : heads.map((head) => wholeOf(head, options))
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
  if (name === undefined) return null
  const words = text.slice(from, name.start)
  return DAY.exec(words)?.[0] ?? OCCASION.exec(words)?.[0] ?? occasion
}

/** 春节假期，…: what the clauses behind it tell of. */
export function readClauseOccasion(clause: string): string | null {
  return clause.length <= MAX_OCCASION ? (OCCASION.exec(clause)?.[0] ?? null) : null
}

const MAX_OCCASION = 16

/** 棉花品质不断提升，总产511.2万吨: of what, a clause before says. */
function wholeOf(head: Head, { text, indicators }: SentenceOptions): Head {
  if (ARRIVED.test(head.name)) {
    const before = text.slice(text.lastIndexOf('。', head.start) + 1, head.start)
    return ATTRACTS.test(before) ? head : { ...head, entry: null }
  }
  if (head.entry !== null || !/^总产量?$/.test(head.name)) return head
  // 蔬菜2200亩；粮食生产再获丰收，总产…: what stands before a semicolon is told of another.
  const crops = ['。；;', '。']
    .map((marks) => new Set(text.slice(afterMark(text, marks, head.start), head.start).match(CROPS)))
    .find(({ size }) => size > 0)
  const [crop, ...others] = crops ?? []
  if (crop === undefined || others.length > 0) return head
  const name = `${crop}${head.name}`
  return { ...head, name, entry: indicators.lookUp(name) ?? null }
}

/** Of loans and grants, too; of investors only where the sentence tells of them. */
const ARRIVED = /^(?:实际)?到位资金$/
const ATTRACTS = /招商|招引|引资|引进|客商|[省市县区州疆旗]外|回归|签约项目|内资/

/** Of a sentence that names two it is not known of which it tells. */
const CROPS = /粮食|棉花|小麦|玉米|水稻|油料|蔬菜|果|肉|奶|蛋|水产/g

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

/** 新增A9家、B529家: the doing-word at the head of a list reaches all its items, as long as none has its own. */
import { isWord, type Token } from './lexer.ts'
import type { Head } from './noun.ts'
import type { PrintedNumber } from './number.ts'
import type { State, Statement } from './sentence-state.ts'

/** `added`: more of what there is, by so much; `made`: made anew. */
type Doing = 'added' | 'made'

const OF_PLACE = '(?:全[省市县区州国年])?'
const ADDS = '(?:新增(?!减税)|净增加?|新培育|新认定|新引进)'
const ADDED = new RegExp(`^${OF_PLACE}${ADDS}`, 'u')
const MADE = new RegExp(
  `^${OF_PLACE}新(?:建|改建|改扩建|扩建|开工|开通|开办|签约|设立?|登记|注册|创建|获批|投产|招|发展|组建|购|成立|落户)`,
  'u',
)

/** What a word, or the word that a name begins with, says of what the number counts; null where it counts what there is. */
export function doingOf(name: string): Doing | null {
  if (ADDED.test(name)) return 'added'
  return MADE.test(name) ? 'made' : null
}

/** What one of them is told of says nothing of the others: 在建里程 and 通车里程, what was built and what was handed out. */
const STAGES: readonly (readonly RegExp[])[] = [
  [/在建|开工|动工/, /通车|运营|建成|投用|投运|开通|竣工|完工/],
  [/筹集|建设|新建|改建/, /分配|配租|供应|分[了给到]/],
  [/产能/, /产[量了]/],
  [/存栏/, /出栏/],
  [/[参投]保/, /赔[付偿了]?|报销/],
]

/** Does the text tell of another stage of it than the one that is asked for? */
export function isOfOtherStage(asked: string, said: string): boolean {
  return STAGES.some((stages) => {
    const wanted = stages.filter((stage) => stage.test(asked))
    return wanted.length === 1 && !wanted[0]?.test(said) && stages.some((stage) => stage.test(said))
  })
}

/** Behind its noun. */
const BEHIND = /^新增$/
/** What adds to a figure that an indicator has. */
const ADDING = /^(?:新增|净增加?)$/
/** An item that begins so tells of something else: what was done to it, or how much there is of it. */
const OWN =
  /^(?:新|总|累计|达|共|居|加固|整修|更新|维修|翻新|翻建|升级|提升|提质|硬化|绿化|美化|亮化|打通|疏浚|清淤|铺设|架设|敷设|安装|改建|扩建|提标|修复|修缮|关闭|淘汰|取消|撤并|承担|入选|上榜|获|拆|完工|复垦|退|减)/
/** Told of years or of those who found work, not of what there is: more of it is no change. */
const FLOW = /就业|减税/
/** How it was done, and how well. */
const HOW =
  /^(?:重点|稳定|全力|充分|大力|深入|扎实|积极|有效|着力|精心|严格|统筹|尽快|早日|率先|至少|不少|强力|必须|需要)/
/** Before the item stands the one before it, its number last. */
const JOINT = /[、和与及]/

/**
 * The doing-word of the item that a number closes: its own, or that of the items before it in the list; null where there is none.
 *
 * @param stretch what stands before the number.
 * @param carried that of the item before.
 * @param last what the item before states.
 */
export function readDoing(
  stretch: readonly Token[],
  { text, number, noun, carried, last }: Item,
): string | null {
  const nearest = stretch.at(-1)
  const doing = stretch
    .filter((token) => token.is === 'word' && /^(?:verb|change)$/.test(token.word.is))
    // 规模以上工业企业新增8家.
    .filter(
      (token) =>
        token.start <= noun || (token === nearest && BEHIND.test(text.slice(token.start, token.end))),
    )
    .map(({ start, end }) => ({ start, printed: text.slice(start, end) }))
    .findLast(({ start, printed }) => (start < noun || doingOf(printed) !== null) && !HOW.test(printed))
  if (doing !== undefined) {
    // 改造和新建2.3万所卫生院: not all of them anew.
    const isOneOfTwo =
      doing.start > (stretch[0]?.start ?? noun) && /[、和与及或]/.test(text.charAt(doing.start - 1))
    return doingOf(doing.printed) !== null && !isOneOfTwo ? doing.printed : null
  }
  const start = stretch[0]?.start ?? number.start
  if (stretch.some(tellsMore) || OWN.test(text.slice(start, number.start))) return null
  if (JOINT.test(text.charAt(start - 1))) return carried
  // 新增A9家、B3家，C81家: nothing but a noun of the same unit goes on with the list.
  const isBare = stretch.some(({ is }) => is === 'text')
  return isBare && last?.unit === number.unit && last.value !== null ? carried : null
}

interface Item {
  readonly text: string
  readonly number: Pick<PrintedNumber, 'start' | 'unit'>
  /** Where the first noun begins. */
  readonly noun: number
  readonly carried: string | null
  readonly last: Pick<Statement, 'unit' | 'value'> | null
}

/** 达到, 占, 其中. */
function tellsMore(token: Token): boolean {
  return token.is === 'word' && ['level', 'change', 'share', 'compare', 'from', 'of'].includes(token.word.is)
}

/** The nouns with the doing-word in their names; of an indicator the number is what was added. */
export function withDoing(heads: readonly Head[], doing: string | null): readonly Head[] {
  if (doing === null) return heads
  return heads.map((head) => {
    if (head.entry === null) {
      const isNamed = doingOf(head.name) !== null || OWN.test(head.name)
      return isNamed ? head : { ...head, name: doing + head.name }
    }
    return ADDING.test(doing) && !FLOW.test(head.name) ? { ...head, isIncrement: true } : head
  })
}

/** What is left of 新建公园 when more are counted than were made: 新建4个公园，总数119个. Null where `said`, between the two numbers, does not call it all of them. */
export function totalOf({ head, indicator }: Statement, said: string): string | null {
  const name = indicator.replace(MADE, '')
  return head.entry === null && doingOf(indicator) === 'made' && name.length > 1 && ALL.test(said)
    ? name
    : null
}

const REACHES = '(?:已|达|到|为|增|至|共)*$'
const ALL = new RegExp(`^[^,、]*[,、]总[数量]${REACHES}`)

/** 新增规模以上工业企业8家、达到41家, 新增3家规模以上工业企业，总数达41家: the first number was what was added. */
export function isAddition(target: Statement, number: PrintedNumber, text: string): boolean {
  // 新增A9家、B5家，总数达30家: the total of both.
  const { end } = target.head
  return (
    target.unit === number.unit &&
    // 新增学位18万座，其中2021年2万座: no total.
    !/其中|20\d\d年/.test(text.slice(target.numbers.at(-1)?.end, number.start)) &&
    target.change === null &&
    ((doingOf(target.indicator) === 'added' && ADDING_HERE.test(text.slice(target.start, end))) ||
      BEHIND.test(text.slice(end, target.numbers[0]?.start)))
  )
}

const ADDING_HERE = new RegExp(ADDS, 'u')

/** 五年来，…累计接待游客536万人次, 城镇新增就业5771万人: told of years together, a sum of them. */
const SUM = /累计|共计|总计/
const SUMS = /^(?:城镇新增就业|新增减税降费|农村劳动力转移就业|失业人员再就业)$/

export function isSum(indicator: string, said: string): boolean {
  return SUM.test(said) || SUMS.test(indicator)
}

interface Told {
  readonly head: Head
  readonly indicator: string
  readonly number: PrintedNumber
  /** The clause up to its number. */
  readonly said: string
}

/** Is the number told of all the years of which its part of the report tells: added, made, summed up or done in them? */
export function isOfAllYears(
  { stretch, time }: Pick<State, 'stretch' | 'time'>,
  { head, indicator, number, said }: Told,
): boolean {
  // 2012年，新增就业1266万人: of one year, unless it is summed up until then.
  if (time !== null) return SUM.test(said)
  if (isSum(indicator, said)) return true
  if (doingOf(indicator) !== null) return true
  // 改造农村公路210公里, if no word says how much there is now.
  if (head.entry !== null || number.unit === '%' || LEVEL.test(said)) return false
  return DEED.test(head.name) || stretch.some((token) => isWord(token, 'verb'))
}

const DEED = /^(?:造林|植树|绿化|硬化|改造|拆除|整治|治理)|.(?:投入|投资)$/
const LEVEL = /达|为|是|有|共|总|至|到|保持|稳定|人均|户均/

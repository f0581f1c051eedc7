/** Turns a message into what it asks of the answer before it: more of it, the second one, its source, only targets, a table. */
import { asksForMentions, readMentionQuestion } from '../../counts/mention-question.ts'
import { loadAskedNames } from '../../figures/asked.ts'
import { ASKS_WHAT } from '../../search/query/question-words.ts'
import type { Searcher } from '../../search/searcher.ts'
import { foldText } from '../../text/normalizer.ts'
import { hasNumber, readNumeral } from '../../text/numeral.ts'
import { readAskedOfAnswer } from './asked-of-answer.ts'
import { asksToConfirm, readClaim } from './claimed.ts'
import { readComparison } from './comparison.ts'
import type { FollowUp } from './follow-up.ts'
import { meantClauses } from './slots.ts'
import { readYearsMeant } from './years-meant.ts'

/** 多少, 哪年: what is asked of a figure or a thing. */
const ASKS_ON = new RegExp(`${ASKS_WHAT}|多[大长高久]|[吗没]|(?<verb>\\p{sc=Han})不\\k<verb>`, 'u')

/** A longer message says by itself what it asks. */
const MAX_FOLLOWING_UTF16 = 40
/** What may be asked with a place named; with one, anything else is asked of that place. */
const OF_PLACES_NAMED: ReadonlySet<string> = new Set(['beside', 'weigh', 'correct', 'elsewhere', 'table'])
/** What a message may be like that states something, and asks whether that is so. */
const STATES: ReadonlySet<string> = new Set(['claim', 'kind', 'target', 'result', 'again', 'cite', 'why'])
/** 那句相知无远近是哪个报告的, 七场硬战又是哪些，也列出来: with a topic of its own it asks by itself. */
const WITH_TOPIC: ReadonlySet<string> = new Set(['cite', 'more', 'doubt', 'again'])
/** Pairs of characters side by side that nobody wrote who asked so. */
const MIN_TOPIC_PAIRS = 4
/** Words in marks are looked for. */
const QUOTES = /[“”「」『』"《》]/u
/** As a logarithm: with less lead a message asks by itself. Of 1,200 spent questions some 15 have more, and of messages behind an answer nearly all. */
const MIN_LEAD = 2

/** 这俩口径一样吗, 是同一个指标吗, 能直接比吗. */
const BASIS =
  /口径.*(?:[一同]样|相同|一致|[吗么不])|(?:同一?|一)个?(?:指标|概念|东西|回事|统计).*[吗么不]|能(?:直接|这[么样])?(?:相?比|比较)[吗么]|可比[吗么不]/u

interface FollowUpOptions {
  /** Places that the message names. Default none. */
  readonly places?: readonly string[]
  /** Whether it says by itself what is to be compared. Default false. */
  readonly compares?: boolean
}

/** As readFollowUp, by the places that the reports know. */
export async function readFollowUpIn(searcher: Searcher, text: string): Promise<FollowUp | null> {
  const query = await searcher.read(text)
  const named = [...query.foreign, ...query.speakers]
  const places = query.group === null ? [...query.named, ...named] : named
  return readFollowUp(text, { places, compares: readComparison(query) !== null })
}

export function readFollowUp(
  text: string,
  { places = [], compares = false }: FollowUpOptions = {},
): FollowUp | null {
  const plain = foldText(text)
    .replace(/^[\p{P}\p{S}\s]+|(?:(?![%‰])[\p{P}\p{S}\s])+$/gu, '')
    .replace(/(?<=\p{sc=Han})[啊呀吧啦嘛哦]+$/u, '')
  const claim = readClaim(plain)
  if (claim !== null) return claim
  if (NUMBER.test(plain)) return readNth(plain)
  if (plain.length <= MAX_FOLLOWING_UTF16 && BASIS.test(plain) && loadAskedNames().find(plain).length === 0)
    return { kind: 'basis', words: plain }
  const { asked, lead, strange } = readAskedOfAnswer(plain, places)
  if (asked !== 'doubt' && asksForMentions(plain)) return { kind: 'mentions', words: plain }
  const isRead =
    plain.length <= MAX_FOLLOWING_UTF16 &&
    lead >= MIN_LEAD &&
    !QUOTES.test(text) &&
    !(compares && asked !== 'beside') &&
    !(WITH_TOPIC.has(asked) && strange >= MIN_TOPIC_PAIRS) &&
    !(STATES.has(asked) && asksToConfirm(text)) &&
    (places.length === 0 || OF_PLACES_NAMED.has(asked)) &&
    loadAskedNames().find(plain).length === 0
  return isRead ? followUpOf(asked, plain, places) : null
}

/** What it asks, with the number, the direction or the level that the message has for it; null where it lacks one. */
function followUpOf(asked: string, plain: string, places: readonly string[]): FollowUp | null {
  switch (asked) {
    case 'more':
      return { kind: 'more', isOfShown: !BESIDES.test(plain) }
    case 'nth':
      // 三个里面最高的 is none of them by its number.
      return COMPARED.test(plain) ? { kind: 'weigh', isOfPlaces: true, words: plain } : readNth(plain)
    case 'step':
      return { kind: 'step', by: BACK.test(plain) ? -1 : 1 }
    case 'neighbour':
      return {
        kind: 'neighbour',
        of: plain.includes('段') ? 'paragraph' : 'sentence',
        by: BACK.test(plain) ? -1 : 1,
      }
    case 'table':
      return { kind: 'table', isOfYears: plain.includes('年') }
    case 'open':
      // 2021年的原话 asks of another year.
      return namesYear(plain) ? null : { kind: 'open' }
    case 'chart':
    case 'cite':
    case 'why':
    case 'newest':
      return { kind: asked }
    case 'target':
    case 'result':
      if (ASKS_ON.test(plain) || namesYear(plain)) return null
      return { kind: 'only', words: onlyOf(asked, plain) }
    case 'elsewhere':
      // 县级的呢 asks of a level.
      if (plain.includes('级')) return null
      return { kind: 'elsewhere', level: LEVEL.exec(plain)?.[0] ?? '地' }
    case 'above':
      if (/[省州市县区乡]级/u.test(plain)) return null
      // Below any place are its counties.
      if (/县|下面/u.test(plain)) return { kind: 'elsewhere', level: '县' }
      return { kind: 'above', level: levelAbove(plain) }
    case 'mentions':
      // 营商环境出现了几次 has a phrase of its own.
      if (readMentionQuestion(plain) !== null) return null
      return { kind: 'mentions', words: MENTIONS.find(([said]) => said.test(plain))?.[1] ?? '哪些报告提到了' }
    case 'weigh':
      return WEIGHS.test(plain) && !(namesYear(plain) && ASKS_AMOUNT.test(plain))
        ? { kind: 'weigh', isOfPlaces: OF_PLACES.test(plain), words: plain }
        : null
    case 'again':
      return ORDINAL.test(plain) ? readNth(plain) : { kind: 'again', isSame: !/多少|几/u.test(plain) }
    case 'meaning':
      return plain.replace(OF_MEANING, '') === '' ? { kind: 'meaning' } : null
    case 'beside':
      return { kind: 'beside', words: plain }
    case 'kind':
      // 400万实现了没, 37.5%是哪年的: more than what it is called.
      if (/哪/u.test(plain) || (hasNumber(plain) && DONE.test(plain))) return null
      if (plain.includes('比')) return { kind: 'weigh', isOfPlaces: false, words: plain }
      // 不是说已经建成了吗 states something, 不是等来的，是干出来的 asks nothing.
      if (/^不是说/u.test(plain) || !ASKS_WHICH.test(plain) || namesYear(plain)) return null
      return { kind: 'again', isSame: true }
    case 'doubt':
      return { kind: 'again', isSame: true }
    case 'another':
      return another(plain)
    case 'claim':
      return DONE.test(plain) ? null : stated(plain)
    case 'correct': {
      const meant = meantClauses(plain)
      return meant === plain ? null : readFollowUp(meant, { places })
    }
    default:
      return null
  }
}

/** What is not wanted goes before what a message is like. */
function onlyOf(asked: 'target' | 'result', plain: string): string {
  const unwanted = UNWANTED.exec(plain)?.groups
  if (unwanted !== undefined) return (unwanted.target ?? unwanted.targets) === undefined ? '目标' : '完成情况'
  return asked === 'target' ? '目标' : '完成情况'
}

/** Another year is asked about, and not only another kind. */
function namesYear(plain: string): boolean {
  return readYearsMeant(plain, ANY_YEAR).years.length > 0
}

const ANY_YEAR = { asked: 2000, told: null }

/** The rest of what there is, or the same of all places of a level; what else there is of something is asked by its own words. */
function another(plain: string): FollowUp | null {
  const words = plain.replace(OTHERS, ' ').trim()
  if (words === '') return { kind: 'more', isOfShown: !BESIDES.test(plain) }
  if (LEVEL.exec(words)?.[0] === words) return { kind: 'elsewhere', level: words }
  return null
}

/** The only number. */
function stated(plain: string): FollowUp | null {
  const [amount, ...others] = plain.match(AMOUNT) ?? []
  return amount === undefined || others.length > 0 ? null : { kind: 'claim', amount, place: '' }
}

/** 150亿达到了吗, and no 有150亿了吗. */
const DONE = /(?:完成|实现|达[到成标]|做到|兑现|落[实地]|建成|[到满齐够完好])了?(?:[吗么]|没有?)$/u
const ASKS_WHICH = /还是|是不是|抑或|[吗么没算哪吧未]|\bor\b|目标$|计划$|实绩$/u
const UNWANTED =
  /(?:不要|不看|别要|去掉|除去|剔除|排除)(?:(?<target>目标|计划|打算|任务)|实绩|实际|完成|结果|回顾)|(?:(?<targets>目标|计划|打算|任务)|实绩|实际|完成|结果|回顾)(?:的|数|值)*(?:不要|不看|别要|去掉)/u
/** 跟05年比多了几家: of another year, and not which of those shown. */
const ASKS_AMOUNT = /^(?!.*[哪谁排差]).*(?:多少|几)/u
/** No 多少. */
const WEIGHS =
  /[比差低慢小排谁哪强更猛]|(?<!多)[高快大]|还是|对照|多(?!少)|(?<!多)少|vs|more|less|bigger|higher/u
/** 还有别的吗, and no 还有呢: other passages, and not the rest of what is shown. */
const BESIDES = /别的|其[他它余]|另外?|除了|[页批]/u
const BACK = /[上前回返]|之前|previous|back/u
const LEVEL = /县市区|县市|市县|区县|县|市|区|州|省份?/u
const COMPARED = /[两三四五六七八九]个.*[最更哪谁]/u
const OF_PLACES = /谁|排|哪(?!一?年)|[县市区省]|地方|几个|[两三四五六]个/u
/** What is asked of a phrase, as it is asked by itself. */
const MENTIONS = [
  [/几[次回遍]|次数|频|多少[次回遍]|how (?:often|many)/u, '一共几次'],
  [/最[早先初]|第一次|首次|头一|什么时候|啥时候|何时|哪一?年|开始|since/u, '最早什么时候提的'],
  [/最[多常频]|提得多/u, '哪份报告提得最多'],
] as const
/** What the question for the meaning of the words shown may be made of; a term beside them is asked for by itself. */
const OF_MEANING =
  /这|那|它|个|句|一|词语?|说法|提法|概念|话|东西|是|指|的|到底|具体|什么|啥|意思|怎么|如何|咋|理解|解释|讲|含义|下|给|我|帮|请|能|不|懂|看|明白|没|[吗呢呀啊\s\p{P}]/gu

const OTHERS =
  /那|还|有没有|有|没有?|什么|哪些|别的|其[他它余]的?|另外的?|之外|除了|[这那][个条座家所]|同类的?|的|了|吗|么|呢|[\s,，。?？]/gu
const AMOUNT =
  /(?<![\d.])(?!(?:19|20)\d\d(?:年|$|[^\d.,]))\d[\d.,]*(?:[%％]|[十百千万亿]*(?:多?[元亩吨人个家户辆张所座条倍点])?)/gu

const NUMERAL = '(?:[1-9]\\d?|十[一二三四五六七八九]?|[一二三四五六七八九])'
const NTH = new RegExp(
  `(?<last>最后|末尾?|倒数第?(?<back>${NUMERAL})?)|第(?<ordinal>${NUMERAL})|(?<![\\d.])(?<number>${NUMERAL})(?![\\d.年])`,
  'u',
)
/** 第五部分讲了啥: of the report that was shown. */
const PART = /第[一二三四五六七八九十\d]{1,3}(?:个|大)?(?:部分|章)/u
const OF_PART = /[这那它]|份|报告|的|里面?|主要|[讲说写是有了些呢]|什么|啥|哪些|内容/gu
const ORDINAL = /第[\d一二三四五六七八九十]/u
/** 三, 2: a number by itself. */
const NUMBER = new RegExp(`^${NUMERAL}$`, 'u')
const PARAGRAPH = /第(?<number>[1-9]\d{0,2}|[一二三四五六七八九十百]{1,5})(?:自然)?段/u
/** A thing of a list, and no hit; so is what somebody does. */
const THING = /[件点]|方面|实事|任务|举措|大项|工程/u
const ASKS_HOW = /具体|怎|如何|咋|弄|办|干|落实|推进/u
const WHOLE = /[原全整]文|全段|整段|原段|上下文|前后文|详|展开|完整/u

function readNth(plain: string): FollowUp | null {
  const part = PART.exec(plain)?.[0]
  if (part !== undefined)
    return plain.replace(PART, '').replace(OF_PART, '') === '' ? { kind: 'part', words: part } : null
  const paragraph = PARAGRAPH.exec(plain)?.groups?.number
  if (paragraph !== undefined) return { kind: 'paragraph', number: readNumber(paragraph) }
  const { last, back, ordinal, number = ordinal } = NTH.exec(plain)?.groups ?? {}
  if (last === undefined && number === undefined) return null
  const at = last === undefined ? readNumber(number ?? '') : -(back === undefined ? 1 : readNumber(back))
  if (at > 0 && (THING.test(plain) || (ASKS_HOW.test(plain) && !WHOLE.test(plain))))
    return { kind: 'item', number: at }
  return {
    kind: 'nth',
    number: at,
    isWhole: WHOLE.test(plain),
    mayBeItem: ordinal !== undefined && /[条项个]/u.test(plain),
  }
}

/** What stands above a county is its prefecture, whatever that is called. */
function levelAbove(plain: string): '省' | '市' | '国' {
  if (/国|中央/u.test(plain)) return '国'
  return /省|自治区|疆|区/u.test(plain) ? '省' : '市'
}

function readNumber(digits: string): number {
  return readNumeral(digits) ?? 1
}

/** Cuts a folded sentence into tokens: names of indicators, numbers, words of time, words of the grammar, marks, and the rest. */
import type { Indicators, NameMatch } from './indicators.ts'
import { WORD_FIRSTS, type Word, wordAt, wordOf } from './lexicon.ts'
import { MARKS_PASSED, mayBeginNumber, numberAt, type PrintedNumber } from './number.ts'
import { TIME_FIRSTS, type Time, timeAt } from './time.ts'
import { isWithinWord } from './word-cut.ts'

interface Place {
  /** `[start, end)` in the folded text. */
  readonly start: number
  readonly end: number
}

export type Token = Place &
  (
    | { readonly is: 'number'; readonly number: PrintedNumber }
    | { readonly is: 'name' }
    | { readonly is: 'time'; readonly time: Time }
    | { readonly is: 'word'; readonly word: Word }
    /** One of the marks below. */
    | { readonly is: 'mark'; readonly mark: string }
    | { readonly is: 'text' }
  )

/** Whether it is a word of the grammar of that sort. */
export function isWord(token: Token, is: Word['is']): boolean {
  return token.is === 'word' && token.word.is === is
}

/**
 * All tokens have one form, whatever they are: what reads them is compiled for each form that it meets, which took a good part of
 * the time in which reports are read.
 */
function makeToken(
  is: Token['is'],
  start: number,
  { end, number, time, word, mark }: { readonly end: number } & Partial<Record<Part, unknown>>,
): Token {
  return { is, start, end, number, time, word, mark } as Token
}

type Part = 'number' | 'time' | 'word' | 'mark'

const MARKS = ',、;:()“”"‘’《》[]!?。—―–●■◆▲△※★|'

/** @param end where the sentence ends in the folded text. */
export function lex(text: string, start: number, end: number, indicators: Indicators): Token[] {
  const tokens: Token[] = []
  let textStart = -1
  const flush = (at: number): void => {
    if (textStart >= 0) tokens.push(makeToken('text', textStart, { end: at }))
    textStart = -1
  }
  for (let at = start; at < end; ) {
    const last = tokens.at(-1)
    const isAfterName = textStart < 0 && last?.is === 'name' && last.end === at
    const read = tokenAt(text, at, { end, indicators, isAfterName })
    const token = textStart < 0 && read !== null && isBeginning(read, text) ? null : read
    if (token === null || (textStart >= 0 && isPartOfNoun(token, text))) {
      if (textStart < 0) textStart = at
      at = token === null ? at + 1 : token.end
      continue
    }
    flush(at)
    tokens.push(token)
    at = token.end
  }
  flush(end)
  return tokens
}

/** 经济 is a name only where it grows. */
function isName(text: string, end: number, { entry }: NameMatch): boolean {
  return !entry.isGrowing || GROWS.test(text.slice(end, end + 12))
}

const GROWS = /^(?:预期|年均|同比|实现|保持|力争|预计|有望|可)*(?:增长|增速|下降)/

/** Inside a noun some words are only parts of it: 改造 in 老旧小区改造, 量 in 茶叶产量. */
function isPartOfNoun(token: Token, text: string): boolean {
  if (token.is !== 'word') return false
  // 规模以上工业企业新增8家: before a number it says what was done.
  if (/^(?:新增|净增)\d/.test(text.slice(token.start, token.end + 1))) return false
  // 高新区, 新疆维吾尔自治区.
  if (token.word.is === 'own') return ZONES.includes(text.slice(token.start, token.end))
  // 重要 and 竞争 plan nothing.
  if (token.word.is === 'plan')
    return NO_PLAN.test(text.slice(token.start - 1, token.end)) || PLAN_NOUN.test(text.slice(token.start))
  // 营收37亿元, of which 收 is a word of the grammar.
  if (token.word.is === 'level' && token.end - token.start === 1)
    return isWithinWord(text, token.start - 1, token.start)
  return token.word.is === 'verb' || (token.word.is === 'filler' && token.end - token.start === 1)
}

const NO_PLAN = /^(?:[重主纲政摘概首]要|[竞战斗]争|即将)$/
/** 科技计划项目, 计划生育: a noun with the word in it plans nothing. */
const PLAN_NOUN = /^(?:计划|规划)(?:项目|生育|单列)/
const ZONES = ['新区', '自治区', '自治州']

/** 和美乡村, 并网风电, 增值税: a noun may begin with the character of a word of the grammar. */
function isBeginning(token: Token, text: string): boolean {
  return (
    token.is === 'word' &&
    token.end - token.start === 1 &&
    token.word.is !== 'bound' &&
    !NEVER_NOUN.includes(text.charAt(token.start)) &&
    isWithinWord(text, token.start, token.end)
  )
}

/** 每人每月633元. */
const NEVER_NOUN = '每的了之而且'

interface Around {
  readonly end: number
  readonly indicators: Indicators
  /** The name of an indicator ends at `at`. */
  readonly isAfterName: boolean
}

/** 一般公共预算收入扣除留抵退税因素后增长7%, 地区生产总值连续迈上4个千亿元台阶、达9000亿元. */
const ASIDE = new RegExp(
  `(?:连续|接连|先后|相继)*(?:[连迈跨越登站踏跃][续上过越跨]?|突破)(?:\\d+|[一两二三四五六七八九])${MARKS_PASSED}|(?:扣除|剔除|还原|考虑)[^,。;、()\\d]{1,14}?(?:因素|影响|基数|退税)(?:影响)?后?(?=[同可]|增|下|降|完)`,
  'y',
)

/** What follows 超, 近 and 约 of a number: it itself, or a word that it stands behind. */
const BOUND_OF =
  /^(?:[了达至]?["“]?[\d一二三四五六七八九十百千万亿两几半l]|[有增减降占为需合]|年度|计划|任务|目标|预期)/

/** With what a token other than a name may begin, by the code of its first character: nearly every second one of a report begins none. */
const BEGINS = new Uint8Array(0x10000)
const [A_TIME, A_WORD, A_MARK, A_NUMBER] = [1, 2, 4, 8]
const mayBegin = (codes: Iterable<number>, what: number): void => {
  for (const code of codes) BEGINS[code] = (BEGINS[code] as number) | what
}
mayBegin(TIME_FIRSTS, A_TIME)
mayBegin(WORD_FIRSTS, A_WORD)
mayBegin(
  Array.from(MARKS, (mark) => mark.charCodeAt(0)),
  A_MARK,
)
mayBegin([...BEGINS.keys()].filter(mayBeginNumber), A_NUMBER)

const [FILLER, VERB] = [wordOf('filler'), wordOf('verb')]

function tokenAt(text: string, at: number, { end, indicators, isAfterName }: Around): Token | null {
  const name = indicators.longestAt(text, at, end)
  // A word of time or of the grammar may begin with the same characters as a name, but is never longer.
  if (name !== null && isName(text, at + name.length, name))
    return makeToken('name', at, { end: at + name.length })
  const begins = BEGINS[text.charCodeAt(at)] as number
  if (begins === 0 && !isAfterName) return null
  const time = (begins & A_TIME) === 0 ? null : timeAt(text, at)
  if (time !== null && at + time.length <= end)
    return makeToken('time', at, { end: at + time.length, time: time.time })
  const character = text.charAt(at)
  const before = isAfterName ? '' : text.charAt(at - 1)
  const number = (begins & A_NUMBER) === 0 ? null : numberAt(text, at, before)
  if (number !== null && number.end <= end) return makeToken('number', at, { end: number.end, number })
  if ((begins & A_MARK) !== 0) return makeToken('mark', at, { end: at + 1, mark: character })
  // 比例, 比率, 比值 compare nothing, and 增加值 grows nothing.
  if (character === '比' && '例率值'.includes(text.charAt(at + 1))) return null
  if (text.startsWith('增加值', at)) return null
  ASIDE.lastIndex = at
  const aside = isAfterName ? ASIDE.exec(text)?.[0] : undefined
  if (aside !== undefined) return makeToken('word', at, { end: at + aside.length, word: FILLER })
  const word = (begins & A_WORD) === 0 ? null : wordAt(text, at)
  // 超充站, 超长期国债, 最低工资: such a bound stands before its number.
  const mayBeNoun = word?.word.is === 'bound' && (word.length === 1 || (character === '最' && !isAfterName))
  if (mayBeNoun && !BOUND_OF.test(text.slice(at + word.length, at + word.length + 3))) return null
  if (word === null || at + word.length > end) return null
  return makeToken('word', at, { end: at + word.length, word: isGetting(text, at) ? VERB : word.word })
}

/** 争取中央补助资金5亿元 is what has been got as well as what is aimed at. */
function isGetting(text: string, at: number): boolean {
  return text.charAt(at) === '争' && GETS.test(text.slice(at, at + 14))
}

const GETS = /^争取[^,;。\d]{0,8}?(?:资金|债券|贷款|补助|额度|指标|项目)/

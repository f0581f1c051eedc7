/** Finds what a number is said of: the nouns of a stretch of tokens, as indicators with their printed names and whose they are. */
import type { Indicators, NameEntry } from './indicators.ts'
import { isWord, type Token } from './lexer.ts'
import { isWithinWord } from './word-cut.ts'

export interface Head {
  /** What the name stands for; null for a noun that indicators.txt does not list. */
  readonly entry: NameEntry | null
  /** `[start, end)` of the printed name in the folded text; of a list with its shared head. */
  readonly start: number
  readonly end: number
  /** Folded; for a noun of a list with the shared head added: 肉产量. */
  readonly name: string
  /** Whose it is by the words before the name, or null. */
  readonly subject: string | null
  /** 新增粮食产量: the number adds to the indicator. */
  readonly isIncrement: boolean
}

/** The nouns of a list, in order; the last one is the nearest to the number. */
export function readHeads(tokens: readonly Token[], text: string, options: NounOptions): Head[] {
  const items = splitItems(tokens)
  const last = items.at(-1)
  if (last === undefined) return []
  const head = readItem(last, text, options)
  if (head === null) return []
  const heads = [head]
  for (let index = items.length - 2; index >= 0; index--) {
    const item = items[index]
    if (item === undefined) break
    const before = readListed(item, head, text, options)
    if (before === null) break
    heads.unshift(before)
  }
  // 万元GDP能耗、水耗.
  const [leader = head, ...others] = heads
  if (others.length === 0) return heads
  const { start } = leader
  // What a list shares is printed once, at its end.
  return [leader, ...others.map((one) => completeName(one, leader, options.indicators) ?? one)].map((one) => {
    if (one === head) return isShared(leader, text) ? { ...one, start } : one
    return one.end < head.start && isShared(one, text) ? { ...one, start, end: head.end } : one
  })
}

function isShared(head: Head, text: string): boolean {
  return text.slice(head.start, head.end) !== head.name
}

export interface NounOptions {
  readonly indicators: Indicators
  /** Folded names of the report's place: 昭苏县, 昭苏. */
  readonly ownNames: readonly string[]
  /** The stretch follows a number at once (19个县一般公共预算收入): its nouns are those of what was counted. */
  readonly isCounted: boolean
  /** True of 国务院 reports, whose 全国 is their own. */
  readonly isNational: boolean
}

function splitItems(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]]
  for (const token of tokens) {
    if (isSeparator(token)) items.push([])
    else items.at(-1)?.push(token)
  }
  return items
}

export function isSeparator(token: Token): boolean {
  return (token.is === 'mark' && token.mark === '、') || isWord(token, 'and')
}

function readItem(item: readonly Token[], text: string, options: NounOptions): Head | null {
  let at = endOfNoun(item) - 1
  while (at >= 0 && isEmpty(item[at])) at--
  const token = item[at]
  if (token === undefined) return readVerbNoun(item, text)
  if (token.is === 'name') {
    const known = readName(item.slice(0, at), token, text, options)
    if (known !== null) return known
  }
  return readUnlisted(item.slice(0, at + 1), text, options)
}

/** 养老金从2004年人均: when and of whom it was so much before is no part of the noun. */
function endOfNoun(item: readonly Token[]): number {
  const from = item.findIndex((token) => isWord(token, 'from'))
  return from > 0 && item[from + 1]?.is === 'time' ? from : item.length
}

/** 综合补贴, 转移支付: a noun of words that are no nouns where they stand alone. */
function readVerbNoun(item: readonly Token[], text: string): Head | null {
  const last = item.at(-1)
  const from = item.findLast((token) => isWord(token, 'verb'))
  if (last === undefined || from !== last) return null
  const before = item.at(-2)
  const isJoined =
    before?.is === 'word' &&
    before.end - before.start > 1 &&
    (before.word.is === 'verb' || before.word.is === 'filler')
  if (!isJoined && !NOMINAL.test(text.slice(last.start, last.end))) return null
  const start = isJoined ? before.start : last.start
  const name = text.slice(start, last.end)
  return { entry: null, start, end: last.end, name, subject: null, isIncrement: false }
}

/** Verbs that stand as nouns before a number. */
const NOMINAL = /^(?:投资|投入|补贴|补助|争取资金|安排资金)$/

/** A listed indicator whose words before it are nobody else's. */
function readName(before: readonly Token[], name: Token, text: string, options: NounOptions): Head | null {
  const printed = text.slice(name.start, name.end)
  const entry = options.indicators.lookUp(printed)
  if (entry === undefined) return null
  let subject: string | null = null
  const rest: string[] = []
  for (const token of before) {
    if (token.is === 'time' || token.is === 'mark' || isOwn(token, text, options)) continue
    if (token.is === 'word' && token.word.is !== 'share' && token.word.is !== 'compare') {
      if (token.word.is === 'change' && token.word.sign === '-') return null
      continue
    }
    rest.push(text.slice(token.start, token.end))
  }
  if (options.isCounted) return null
  const modifier = rest.join('')
  if (modifier !== '') {
    // 城镇实现新增就业: a name with its verb in the middle.
    const whole = options.indicators.lookUp(modifier + printed)
    if (whole !== undefined)
      return {
        entry: whole,
        start: name.start,
        end: name.end,
        name: modifier + printed,
        subject,
        isIncrement: false,
      }
    if (entry.isWhole) return null
    subject = modifier.length <= 24 && TERRITORY.test(modifier) ? modifier : null
    if (subject === null) return null
  }
  return { entry, start: name.start, end: name.end, name: printed, subject, isIncrement: false }
}

/** A territory, as far as words tell. */
const TERRITORY =
  /(?:开发区|高新区|经开区|新区|示范区|自贸区|自贸试验区|合作区|功能区|产业集聚区|集聚区|园区|保税区|试验区|兵团|师市|[^城都全各][市]|[^地社片山景库小]区|[^各]县|省|州|镇|乡|旗|街道|全国|师|团场|园)$/u

function isOwn(token: Token, text: string, options: NounOptions): boolean {
  if (token.is !== 'text') return false
  const words = text.slice(token.start, token.end)
  if (options.isNational && /^(?:全国|我国|中央|国家|国民经济)(?:提出|确定)?$/.test(words)) return true
  if (/^[省市州县区旗]$|^[\d.]+$/.test(words)) return true
  return options.ownNames.some(
    (own) => own !== '' && words.startsWith(own) && OWN_ENDING.test(words.slice(own.length)),
  )
}

const OWN_ENDING = /^(?:市|县|区|省|州|地区|全域|全境|人民|经济)?$/

/** A noun that is not listed: what is left when leading verbs and words of time are taken off. */
function readUnlisted(item: readonly Token[], text: string, options: NounOptions): Head | null {
  let first = 0
  while (first < item.length && isLeading(item[first], item[first + 1], text)) first++
  // 转移支付: a noun of nothing but verbs.
  if (first === item.length) first = item.findIndex((token) => isWord(token, 'verb'))
  const from = item[first]
  const to = item.at(-1)
  if (from === undefined || to === undefined) return null
  // 易县2022年完成15个小区: the place is not what is counted.
  const nouns = item.slice(first).filter((token) => !isEmpty(token))
  if (nouns.length > 0 && nouns.every((token) => isOwn(token, text, options))) return null
  const start = wordStart(item, from, text)
  // 港2024年集装箱吞吐量: the time is no part of the name.
  const printed = item
    .filter((token) => token.is === 'time')
    .reduce((left, { start, end }) => left.replace(text.slice(start, end), ''), text.slice(start, to.end))
    .replace(/^的|的$/g, '')
  // 方案确定的129项任务: the noun stands behind.
  if (text.slice(from.start, to.end).endsWith('的')) return null
  const name = /^[二三]产业/.test(printed) ? `第${printed}` : printed
  if (!/\p{L}/u.test(name)) return null
  // A listed name whose words before it make it another thing is not to pass for it.
  if (options.indicators.lookUp(name)?.isWhole === false) return null
  return { entry: null, start, end: to.end, name, subject: null, isIncrement: false }
}

/** Where the noun begins whose first token this is: 创新团队, of which 创 is a word of the grammar; 销售收入, of which 收入 says little. */
function wordStart(tokens: readonly Token[], first: Token, text: string): number {
  let start = first.start
  for (let at = tokens.indexOf(first) - 1; at >= 0; at--) {
    const before = tokens[at]
    if (before?.is !== 'word') break
    const isPart =
      before.word.is === 'verb'
        ? COMMON_NOUN.test(text.slice(start, first.end)) || isWithinWord(text, before.start, start)
        : isWithinWord(text, before.start, start)
    if (!isPart) break
    start = before.start
  }
  return start
}

/** Nouns of so many things that the verb before them belongs to their name. */
const COMMON_NOUN =
  /^(?:收入|资金|用地|面积|人数|人次|[额量率]|总[额量]|经费|费用|人员|价格|标准|能力|规模|成本|余额)$/

function isLeading(token: Token | undefined, next: Token | undefined, text: string): boolean {
  // 保障性住房, 覆盖率, 开发区: the verb is the beginning of the noun.
  if (token === undefined || token.is === 'text' || token.is === 'name') return false
  if (
    token.is === 'word' &&
    token.word.is !== 'own' &&
    next?.is === 'text' &&
    '性型率量额值化式员者品费金款'.includes(text.charAt(next.start))
  )
    return false
  if (ZONE.test(text.slice(token.start, token.end + 2))) return false
  return !(isWord(token, 'verb') && text.charAt(token.start) === '新')
}

const ZONE = /^(?:开发|建成|安置)区(?![域级])/

/** Words that say nothing of what is counted. */
function isEmpty(token: Token | undefined): boolean {
  return token !== undefined && token.is !== 'text' && token.is !== 'name'
}

/** A noun before the last of a list: complete by itself, or sharing the last one's head (城镇、农村居民人均可支配收入). */
function readListed(item: readonly Token[], last: Head, text: string, options: NounOptions): Head | null {
  const complete = readItem(item, text, options)
  if (complete === null) return null
  if (complete.entry !== null && !complete.entry.isWhole) return complete
  const mayShare = options.indicators.mayBegin(complete.name)
  for (let cut = 1; mayShare && cut < last.name.length; cut++) {
    const name = complete.name + last.name.slice(cut)
    const entry = options.indicators.lookUp(name)
    if (entry !== undefined) return { ...complete, entry, name, subject: last.subject }
  }
  if (complete.entry !== null) return complete
  const ordinal = ORDINAL.exec(last.name)?.groups
  if (ordinal !== undefined && /^第?[一二三]$/.test(complete.name))
    return { ...complete, name: `第${complete.name.slice(-1)}${ordinal.rest}` }
  const shared = SHARED_HEAD.exec(last.name)?.[0]
  const isWhole = shared === undefined || complete.name.endsWith(shared.slice(-1)) || last.entry !== null
  if (isWhole) return complete
  return { ...complete, name: complete.name + shared }
}

/** 第一、二、三产业增加值. */
const ORDINAL = /^第?[一二三](?<rest>次?产业.*)$/

/** A short noun that goes on with the beginning of one named before: 粮食种植面积…，总产…; 一般公共预算收入…，支出…. */
export function completeName(noun: Head, before: Head, indicators: Indicators): Head | null {
  if (noun.entry !== null || noun.name.length > LONGEST_SHORT_NAME) return null
  const named = (name: string): Head | null => {
    const entry = indicators.lookUp(name)
    const isOther = entry?.candidates.some((one) => before.entry?.candidates.includes(one) !== true)
    return entry && isOther ? { ...noun, entry, name, subject: before.subject } : null
  }
  const mayGoOn = indicators.mayEnd(noun.name)
  for (let cut = before.name.length; mayGoOn && cut >= 2; cut--) {
    const found = named(before.name.slice(0, cut) + noun.name)
    if (found !== null) return found
  }
  // 城镇居民人均可支配收入增长4%，农村居民增长6%: what the nouns share is said once.
  if (!indicators.mayBegin(noun.name)) return null
  for (let cut = 1; cut < before.name.length - 1; cut++) {
    const found = named(noun.name + before.name.slice(cut))
    if (found !== null) return found
  }
  return null
}

const LONGEST_SHORT_NAME = 6

/** 肉蛋奶总产量: as many nouns of one character as there are numbers. */
export function splitCompound(head: Head, count: number, { isEach }: { isEach: boolean }): Head[] {
  const pair = PAIRED.exec(head.name)?.groups
  if (pair !== undefined && count === 2) {
    const { before = '', both = '', after = '' } = pair
    return (PAIRS[both] ?? []).map((one) => ({ ...head, name: before + one + after }))
  }
  const shared = SHARED_HEAD.exec(head.name)?.[0]
  const own = shared === undefined ? '' : head.name.slice(0, -shared.length)
  if (shared === undefined || own.length !== count) return []
  // 更新改造投资 is no list, though it has as many characters as there are numbers; 牛羊出栏分别 is one.
  if (!isEach && isWithinWord(own, 0, 1)) return []
  return Array.from(own, (noun) => ({ ...head, name: noun + shared }))
}

/** Two nouns in one: 存贷款余额, 城乡低保人均补助标准. */
const PAIRED = /^(?<before>.*?)(?<both>存贷|城乡)(?<after>.+)$/
const PAIRS: Readonly<Record<string, readonly string[]>> = { 存贷: ['存', '贷'], 城乡: ['城镇', '农村'] }

const SHARED_HEAD =
  /(?:总产量?|产量|存栏量?|出栏量?|款余额|进出口(?:总额|额)?|面积|单产|覆盖率|产值|增加值|收入|投资|总量|浓度|标准|[^,]{0,2}率)$/

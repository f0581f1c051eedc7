/** Reads a number of a folded sentence with its unit and what is said around it: 840余万元, 15—20个, 百分之八, 四分之一, 3%以内. */
import type { Bound } from './figure.ts'

export interface PrintedNumber {
  /** `[start, end)` in the folded text, unit and closing words (左右) included. */
  readonly start: number
  readonly end: number
  /** As printed, folded: `840`, `15—20`, `百分之八`. */
  readonly value: string
  /** With its magnitude: `万元`, `%`; '' where none is printed. */
  readonly unit: string
  readonly bound: Bound
  /** Where the digits with their unit end, closing words left out. */
  readonly digitsEnd: number
}

const UNITS = (
  '吨标准煤 吨标煤 千克标准煤 公斤标准煤 克标准煤 个百分点 百分点 平方公里 平方千米 平方米 平米 立方米 万千瓦时 千瓦时 亿度 标准煤 标煤 人次 车次 架次 场次 班次 列次 户次 例次 件次 台次 头次 人年 人月 公里 千米 千瓦 兆瓦 千伏安 千伏 公斤 千克 毫克 微克 公顷 ' +
  '美元 欧元 港元 港币 英镑 日元 人民币 卢布 标箱 标准箱 teu 吨公里 人公里 头只 头匹 延米 吨 元 亩 户 人 名 个 家 项 件 起 座 条 所 处 套 台 辆 架 头 只 匹 羽 株 棵 张 米 倍 度 天 岁 场 次 宗 部 列 班 间 层 栋 幢 ' +
  '克 斤 担 尾 口 群(?!众) 眼 支 批 幅 份 本 册 枚 艘 节 站 村 门 盏 根 顶 片 块 瓦 桶 平 方 成 分钟 小时 分 秒 km gw mw eflops pflops 对 % ‰ 例 单 票 笔 篇 种 类 款 对 团 期 期数 人份 剂次 针次 床 张床位 店 校 学位 所学校 吨/日 分贝'
)
  .split(' ')
  .filter(Boolean)
  .sort((a, b) => b.length - a.length)
  .join('|')
const UNIT = `(?:${UNITS})(?:\\((?:${UNITS})\\))?(?:\\/(?:[百千万亿]*(?:${UNITS}|人|月|年|日|天|时|亩|gdp)(?:[·/](?:月|年|天|日))?))?`
const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|[lio]?\d[\dlio]*)(?:\.[\dlio]+|·\d+(?=%))?`
const HAN_DIGIT = '[零〇一二三四五六七八九两十百千]'
const HAN = `(?:${HAN_DIGIT}+亿(?=${HAN_DIGIT}))?(?:${HAN_DIGIT}+万(?=${HAN_DIGIT}))?${HAN_DIGIT}+(?:点[零〇一二三四五六七八九]+)?`
// 千瓦时 is a unit of its own.
const MAGNITUDE = '(?:[十百千](?!瓦时))?[万亿]{0,2}'
const DASH = '(?:[-—–―─~至到]|--|——)'
const CLOSING = '(?:左右|上下|以上|及以上|以内|以下|之内|之间|之上|内(?=[,;。、)]|$))'

const ARABIC = new RegExp(
  `(-?${DIGITS})(%?)(?:(${DASH})(${DIGITS}))?([余多来]?)(${MAGNITUDE})([余多]?)(${UNIT})?([余多]?)(?:(${DASH})(${DIGITS})(${MAGNITUDE})(${UNIT})?)?(${CLOSING})?`,
  'y',
)
const PERCENT_OF = new RegExp(`(百分之(?:${HAN}|${DIGITS})|${HAN_DIGIT}分之${HAN_DIGIT})(${CLOSING})?`, 'y')
const HAN_NUMBER = new RegExp(
  `(${HAN}|[百千万](?=[万亿]?(?:元|吨|人|亩|斤)|亿))([余多]?)(${MAGNITUDE})([余多]?)(${UNIT})?([余多]?)(${CLOSING})?`,
  'y',
)
const PASSED = /(?:突破|超过?|逾|跨越|跨过|迈上|迈入|站上|跃上|达到?)了?$/
/** 千亿元 is an amount where it is reached or nearly; 万亩示范区 and 百亿元产业 are kinds of things. */
const REACHED = /(?:超|逾|跨越|迈入|达到?|近|实现|完成|上|破|过)了?$/
/** 4个万亿元台阶: how many marks were passed, behind their number. Source of a pattern. */
export const MARKS_PASSED = '个[十百千万]*[万亿]元?级?(?:新?台阶|大关|关口|门槛)'
const MARK = /^(?:大关|关口|台阶|目标)/
const CLOSING_BOUND: Readonly<Record<string, Bound>> = {
  左右: 'about',
  上下: 'about',
  以上: 'at-least',
  及以上: 'at-least',
  之上: 'at-least',
  以内: 'at-most',
  以下: 'at-most',
  之内: 'at-most',
  内: 'at-most',
}
const BEHIND = /^\s*(左右|上下|及?以上|之上|以[内下]|之内)/u
const NAMED_SO = /^(?:千伏|[^,;、。\d]{0,8}(?:热线|专线|电话))/
const HAN_FIRST = '零一二三四五六七八九两十百千万'
const HAN_CODES = new Set(Array.from(HAN_FIRST, (character) => character.charCodeAt(0)))
const LAST_ASCII = 0x7f

/** 左右, 以上 …, with its bound, right behind the number that ends there. */
export function boundBehind(text: string, end: number): readonly [words: string, bound: Bound] | null {
  const words = BEHIND.exec(text.slice(end, end + 5))?.[1] ?? ''
  const bound = CLOSING_BOUND[words]
  return bound === undefined ? null : [words, bound]
}

/** Whether a number may begin with the character of this code. */
export function mayBeginNumber(code: number): boolean {
  return code <= LAST_ASCII || HAN_CODES.has(code)
}

/** Whether a folded sentence may hold a number: 成立 and 万众一心 hold none. */
export function mayHoldNumber(sentence: string): boolean {
  if (/\d/.test(sentence)) return true
  if (!HAS_HAN.test(sentence)) return false
  for (let at = 0; at < sentence.length; at++)
    if (HAN_CODES.has(sentence.charCodeAt(at)) && numberAt(sentence, at) !== null) return true
  return false
}

const HAS_HAN = /[百千万亿成倍]|分之/

/**
 * The number that begins at `at`, or null. A year, a date, an ordinal, a number inside a name (5g, g577) is none.
 *
 * @param before the character that it follows; '' behind a name that is known to end there (gdp 821亿元).
 */
export function numberAt(text: string, at: number, before = text.charAt(at - 1)): PrintedNumber | null {
  const code = text.charCodeAt(at)
  if (!mayBeginNumber(code)) return null
  const first = text.charAt(at)
  if ((first >= '0' && first <= '9') || first === 'l' || first === 'i' || first === 'o')
    return arabicAt(text, at, before)
  if (first === '-' && /\d/.test(text.charAt(at + 1))) return arabicAt(text, at, before)
  if (text.startsWith('分之', at + 1)) return percentOfAt(text, at)
  return HAN_FIRST.includes(first) ? hanAt(text, at) : null
}

function arabicAt(text: string, at: number, before: string): PrintedNumber | null {
  if (/[a-z0-9.第·+/]/.test(before)) return null
  ARABIC.lastIndex = at
  const match = ARABIC.exec(text)
  if (match === null) return null
  const [whole, first = '', percent, , second, more1, magnitude, more2, unit1, more3] = match
  const [dash2, third, magnitude2, unit2, closing] = match.slice(10)
  // A letter may stand for a digit only beside digits, and before a unit: l3.6%, 1o%.
  const unit = percent === '%' && unit1 === undefined && second === undefined ? '%' : (unit1 ?? '')
  const after = text.charAt(at + whole.length)
  if (/[a-z]/.test(first) && unit + (magnitude ?? '') === '' && percent === '') return null
  if (unit === '' && magnitude === '' && percent === '' && /[a-z0-9年月日时届号级岁+·:/.]/.test(after))
    return null
  // 12345政务服务热线 and 750千伏变电站 are called so.
  const isNamed = unit === '' && NAMED_SO.test(text.slice(at + first.length, at + first.length + 12))
  if (isNamed) return null
  let value = plainDigits(first)
  let fullUnit = `${magnitude}${unit}`
  if (second !== undefined && percent === '%' && unit !== '%')
    return endBefore(first.length + percent.length, { at, value, unit: '%', more: [] })
  if (second !== undefined) value = `${value}—${plainDigits(second)}`
  else if (dash2 !== undefined && third !== undefined) {
    const laterUnit = `${magnitude2}${unit2 ?? ''}`
    if (laterUnit === '' || (laterUnit !== fullUnit && fullUnit !== '')) {
      return endBefore(whole.lastIndexOf(dash2), { at, value, unit: fullUnit, more: [more1, more2, more3] })
    }
    value = `${value}—${plainDigits(third)}`
    fullUnit = laterUnit
  }
  const end = at + whole.length
  return {
    start: at,
    end,
    value,
    unit: fullUnit,
    bound: boundOf([more1, more2, more3], closing),
    digitsEnd: end - (closing?.length ?? 0),
  }
}

/** The number alone, with so many characters, where what looked like a range is none: 5%至2027年. */
function endBefore(
  length: number,
  { at, value, unit, more }: { at: number; value: string; unit: string; more: (string | undefined)[] },
): PrintedNumber {
  return { start: at, end: at + length, value, unit, bound: boundOf(more, undefined), digitsEnd: at + length }
}

function percentOfAt(text: string, at: number): PrintedNumber | null {
  PERCENT_OF.lastIndex = at
  const match = PERCENT_OF.exec(text)
  if (match === null) return null
  const end = at + match[0].length
  const closing = match[2]
  return {
    start: at,
    end,
    value: match[1] ?? '',
    unit: '',
    bound: boundOf([], closing),
    digitsEnd: end - (closing?.length ?? 0),
  }
}

function hanAt(text: string, at: number): PrintedNumber | null {
  HAN_NUMBER.lastIndex = at
  const match = HAN_NUMBER.exec(text)
  if (match === null || text.charAt(at - 1) === '第') return null
  const [whole, printed = '', more1, after = '', more2, unit = '', more3, closing] = match
  // 三亿零四百七十五万吨: the last magnitude is of its own part, not of the whole.
  const isCompound = /[亿万]/.test(printed)
  const [value, magnitude] = isCompound ? [printed + after, ''] : [printed, after]
  // 突破百亿: without a unit only as a mark that is passed.
  if (unit === '' && !(after !== '' && PASSED.test(text.slice(Math.max(0, at - 3), at)))) return null
  // 一批, 三条, 五家 are words more often than figures; 两成, 一倍, 百亿元, 十六万斤 are figures.
  const isFigure =
    unit === '成' ||
    unit === '倍' ||
    isCompound ||
    magnitude !== '' ||
    (/[百千]/.test(value) && value.length > 1)
  if (!isFigure || (unit === '成' && !/^(?:[,;。、以)]|左右|$)/.test(text.slice(at + whole.length))))
    return null
  const end = at + whole.length
  const isBare = /^[百千万亿]+$/.test(printed + after) && [more1, more2, more3, closing].every((one) => !one)
  if (isBare && !REACHED.test(text.slice(Math.max(0, at - 3), at)) && !MARK.test(text.slice(end))) return null
  return {
    start: at,
    end,
    value,
    unit: `${magnitude}${unit}`,
    bound: boundOf([more1, more2, more3], closing),
    digitsEnd: end - (closing?.length ?? 0),
  }
}

function plainDigits(printed: string): string {
  return printed.replaceAll(',', '').replace(/[li]/g, '1').replaceAll('o', '0')
}

function boundOf(more: readonly (string | undefined)[], closing: string | undefined): Bound {
  if (closing !== undefined) return CLOSING_BOUND[closing] ?? 'exact'
  return more.some((word) => word !== undefined && word !== '') ? 'over' : 'exact'
}

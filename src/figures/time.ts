/** Reads the words of a folded sentence that say when: 2023年, 去年, “十四五”期间, 五年来, 上半年, 年均, 比2020年. */
import { addTo } from '../text/maps.ts'
import { readNumeral } from '../text/numeral.ts'

/** What a word of time says; years that depend on the report's are given as distances. */
export type Time =
  | { readonly is: 'year'; readonly year: number }
  /** 今年 0, 去年 -1, 明年 1. */
  | { readonly is: 'relative'; readonly years: number }
  /** A period named by its last year, by the plan it belongs to, or by its length (of the past or to come). */
  | { readonly is: 'period'; readonly last: number | null; readonly side: 'past' | 'ahead' | 'here' }
  /** A part of the year: 上半年. */
  | { readonly is: 'part' }
  /** 年均: the number is a yearly mean. */
  | { readonly is: 'mean' }
  /** 比上年, 较2020年: what a change is counted from; null for the year before. */
  | { readonly is: 'base'; readonly year: number | null }
  /** A length of time that dates nothing: 连续五年, 三年行动. */
  | { readonly is: 'length' }
  /** 十年来新高: how the year ranks among others. */
  | { readonly is: 'rank' }

export interface TimeMatch {
  readonly time: Time
  readonly length: number
}

const HAN_DIGITS = '零一二三四五六七八九'
const N = '(?:十[一二三四五六七八九]|[一二三四五六七八九十两]|\\d{1,2}|几)'
const YEAR = '(?:(?:19|20)[0-9]{2}|[一二][九零〇][零〇一二三四五六七八九]{2})'
const PLAN =
  '[“"”]?((?:十[一二三四五六七八九]?|[一二三四六七八九])五|第[一二三四五六七八九十]{1,2}个五年(?=计划))[”"]?'
const BASE = '(?:比|较|与|同|跟|对比|相比|是|为|相当于)'

/** 创近六年新高. */
const RANKED = '(的?(?:[^,;。]{0,2}新[高低]|最[^,;。]|[^,;。、\\d]{0,8}首次|首个|第一))'

interface Rule {
  /** Characters that it may begin with. */
  readonly first: string
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => Time | null
}

const RULES: readonly Rule[] = [
  {
    first: '比较与同跟对是为相',
    pattern: new RegExp(
      `${BASE}(?:去年|上年|前年|上一年|往年|同期|上年同期|去年同期|上年度|前一年|年初|上年末|去年末|上年底|去年底)(?:同期|末|底|年底)?(?:水平)?(?:相比)?`,
      'y',
    ),
    read: () => ({ is: 'base', year: null }),
  },
  {
    first: '比较与同跟对是为相',
    pattern: new RegExp(
      `${BASE}(${YEAR})(?:年|(?![\\d.,十百千万亿%元人吨]))(?:底|末|年底|年末|初|同期)?(?:水平)?(?:的)?(?:相比)?`,
      'y',
    ),
    read: (match) => ({ is: 'base', year: yearOf(match[1] ?? '') }),
  },
  {
    first: '比较与同跟对是为相',
    pattern: new RegExp(
      `${BASE}(?:${PLAN}(?:规划|时期|期间)?(?:末|期末|初|时期|期间|末期)?|(?:${N}年前|上届末?|上届政府末?|五年前|新区成立之初|成立之初|解放前|建国初期|改革开放初期|撤县设区前))(?:年均)?(?:水平)?(?:相比)?`,
      'y',
    ),
    read: (match) => ({ is: 'base', year: match[1] === undefined ? 0 : planEnd(match[1]) }),
  },
  {
    // 比五年计划原定1957年…的水平: what a change is counted from, whoever set it.
    first: '比',
    pattern: new RegExp(
      `(?<![同环占对])比(?![重例较])[^从由自到,;。:、\\d]{1,8}?(${YEAR})年(?:底|末|初)?(?:水平)?`,
      'y',
    ),
    read: (match) => ({ is: 'base', year: yearOf(match[1] ?? '') }),
  },
  {
    first: '1212一二',
    // 2003年至2007年五年间: the length adds nothing.
    pattern: new RegExp(
      `(${YEAR})年?(?:[-—–―~至到]|和|、)(${YEAR})年(?:间|期间)?(?:的?这?${N}年(?:间|来|里|内)?)?(?!以来)`,
      'y',
    ),
    read: (match) =>
      /[和、]/.test(match[0])
        ? { is: 'year', year: yearOf(match[2] ?? '') }
        : { is: 'period', last: yearOf(match[2] ?? ''), side: 'here' },
  },
  {
    first: '12一二',
    pattern: new RegExp(`(${YEAR})年以来|(${YEAR})年起`, 'y'),
    read: () => ({ is: 'period', last: null, side: 'past' }),
  },
  {
    first: '12一二到至截于在预',
    pattern: new RegExp(
      `(?:到|至|截至|截止|截止到|截至到|于|在|预计到|预计)?(${YEAR})年(?:底|末|年底|年末|初(?!步)|度)?`,
      'y',
    ),
    read: (match) => ({ is: 'year', year: yearOf(match[1] ?? '') }),
  },
  {
    first: '“"十一二三四六七八九第',
    pattern: new RegExp(
      `${PLAN}(规划|时期|期间|计划|以来|末|期末|收官|前[一二三四]年|头[一二三四]年|[一二三四五]年)*`,
      'y',
    ),
    read: readPlan,
  },
  {
    first: '过近这前本上',
    pattern: new RegExp(
      `(?:过去的?|近|这|(?<!提)前|本届政府|上届政府)${N}年(?:来|间|以来|内|中|期间|里|的)?${RANKED}?`,
      'y',
    ),
    read: (match) => {
      if (match[1] !== undefined) return { is: 'rank' }
      return /^(?:过去|近|前|这)的?一年/.test(match[0])
        ? { is: 'relative', years: -1 }
        : { is: 'period', last: null, side: 'past' }
    },
  },
  {
    first: '今未下接',
    pattern: new RegExp(`(?:今后|未来|今后的?|接下来的?|下一个?)${N}年`, 'y'),
    read: () => ({ is: 'period', last: null, side: 'ahead' }),
  },
  {
    first: '连持',
    pattern: new RegExp(
      `(?:连续|持续|连)(?:第)?${N}(?:个?)(?:年|季度|个月|月)(?:度)?(?:来|间)?(?:实现|保持|位居|居)?`,
      'y',
    ),
    read: () => ({ is: 'length' }),
  },
  {
    first: `${HAN_DIGITS}十两几0123456789`,
    pattern: new RegExp(`(${N})年(?:来|以来|间)${RANKED}?`, 'y'),
    // 创十年来的新高 ranks the year; it does not make a sum of ten.
    read: (match) =>
      match[1] === '一'
        ? null
        : match[2] === undefined
          ? { is: 'period', last: null, side: 'past' }
          : { is: 'rank' },
  },
  {
    first: `${HAN_DIGITS}十两几0123456789`,
    pattern: new RegExp(`(?:${N})年(?=累计|共|年均|平均|翻|全)`, 'y'),
    read: () => ({ is: 'period', last: null, side: 'here' }),
  },
  {
    first: `${HAN_DIGITS}十两几前上下第全一1239`,
    pattern:
      /(?:上半年|下半年|前?[一二三四]季度|前[一二三四五六七八九十1-9]+个?季度|第[一二三四]季度|前?(?:十一|[1-9一二三四五六七八九十]|1[0-2])个月|1?\d月?[-—–~至到]1?\d月份?|前?[一二三四五六七八九十]月份?)/y,
    read: () => ({ is: 'part' }),
  },
  {
    first: `${HAN_DIGITS}十两几0123456789`,
    pattern: new RegExp(`(?:${N})年(?=增长|净增|增加|增幅|下降|提高|实现|完成|新增|投资|投入|共|来)`, 'y'),
    read: () => ({ is: 'length' }),
  },
  {
    first: `${HAN_DIGITS}十两几0123456789`,
    pattern: new RegExp(`(?<=^|[,;。:、])(?:${N})年(?!行动|规划|计划|大|期|级|来|间)`, 'y'),
    read: () => ({ is: 'length' }),
  },
  { first: '去', pattern: /去年(?:年底|底|末|全年)?/y, read: () => ({ is: 'relative', years: -1 }) },
  { first: '上', pattern: /上年(?:度|底|末)?/y, read: () => ({ is: 'relative', years: -1 }) },
  { first: '前', pattern: /前年/y, read: () => ({ is: 'relative', years: -2 }) },
  { first: '今', pattern: /今年(?:底|末|内|以来|全年)?/y, read: () => ({ is: 'relative', years: 0 }) },
  { first: '明', pattern: /明年/y, read: () => ({ is: 'relative', years: 1 }) },
  {
    first: '年平每',
    pattern: /(?:年平均|年均|平均每年|每年平均|平均年|年度平均)(?!值|浓度)/y,
    read: () => ({ is: 'mean' }),
  },
]

/** By the code of the first character. */
/** 提前完成“十三五”规划目标 and 实现“十四五”良好开局 name a plan, not a time. */
function readPlan(match: RegExpExecArray): Time | null {
  const [whole, plan = ''] = match
  if (/以来|[前头][一二三四]年/.test(whole)) return { is: 'period', last: null, side: 'past' }
  if (/时期|期间|末/.test(whole)) return { is: 'period', last: planEnd(plan), side: 'here' }
  return /[“"]|规划|计划/.test(whole) ? { is: 'length' } : null
}

const BY_FIRST = new Map<number, Rule[]>()
for (const rule of RULES) {
  for (const first of new Set(rule.first)) addTo(BY_FIRST, first.charCodeAt(0), rule)
}

/** Codes of the characters that words of time begin with. */
export const TIME_FIRSTS: Iterable<number> = BY_FIRST.keys()

/** The word of time that begins at `at`, or null. */
export function timeAt(text: string, at: number): TimeMatch | null {
  const rules = BY_FIRST.get(text.charCodeAt(at))
  if (rules === undefined) return null
  for (const rule of rules) {
    rule.pattern.lastIndex = at
    const match = rule.pattern.exec(text)
    if (match === null || match[0] === '') continue
    if (/\d/.test(match[0].charAt(0)) && /[\d.]/.test(text.charAt(at - 1))) continue
    const time = rule.read(match)
    if (time !== null) return { time, length: match[0].length }
  }
  return null
}

/** 2023, 二零二三. */
export function yearOf(printed: string): number {
  return readNumeral(printed) ?? 0
}

/** Last year of a five-year plan: 十四五 → 2025, 第六个五年 → 1985. The first two were reckoned otherwise. */
export function planEnd(plan: string): number {
  const n = readNumeral(plan.replace(/^第|个五年$|五$/gu, '')) ?? 0
  return n === 1 ? 1957 : n === 2 ? 1962 : 1955 + 5 * n
}

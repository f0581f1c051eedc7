/** Finds every number that a folded text prints, whatever it counts: amounts, shares, ranks, multiples, lengths of time, in figures and numerals. */

import { MARKS_PASSED } from '../../figures/number.ts'

/** What sort of thing a number tells. */
export type Form = 'amount' | 'share' | 'rank' | 'times' | 'fraction' | 'span'

export interface PrintedRun {
  /** `[start, end)` in the folded text, unit included. */
  readonly start: number
  readonly end: number
  /** The unit with its magnitude; '' where none is printed. */
  readonly unit: string
  readonly form: Form
}

const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.·]\d+)?`
const HAN = '[零〇○一二三四五六七八九十百千万亿两]+(?:点[零〇一二三四五六七八九]+)?'
const SMALL = '(?:\\d+|[一二三四五六七八九十]+)'
const MAGNITUDE = '(?:[十百千](?!瓦时))?[万亿]{0,2}'
const SPANS = '个?多?(?:年零?\\d*个?月?|个月|月|周|天|日|小时|分钟|秒)半?'
const TIMES = '倍|番'
/** What is counted has a word of one or two characters for one of it, which a mark, another word or its noun follows. */
const COUNTS =
  '吨标准煤|平方公里|平方千米|平方米|平米|立方米|万千瓦时|千瓦时|人次|车次|架次|场次|班次|列次|户次|例次|件次|台次|公里|千米|千瓦|兆瓦|千伏安|千伏|公斤|千克|毫克|微克|公顷|美元|欧元|港元|人民币|新?卢布|标准?箱|吨公里|延米|个百分点|百分点|分贝|[克吨元块亩户人名个家项件起座条所处套台辆架头只匹羽株棵张米度岁场次宗部列班间层栋幢斤担尾口支批幅份本册枚艘节站村门盏根顶片桶平方对例单票笔篇种类款团期店校届位颗款股艺眼金银块丝粒袋盒尊遍辈集座孔]|km|gw|mw|kwh'
const PER = '(?:/|每)(?:[百千万亿]*(?:立方米|平方公里|平方米|公里|人次|人|户|月|年|日|天|亩|吨|gdp|标箱))'

const RUN = new RegExp(
  [
    `(?<rank>(?:第|(?<![提以之年])前)${SMALL}(?:位|名|个|大|强|城|梯队)?|(?:全[国省市县区球]|世界|首次|位[居列]|居|列|排名?|稳居|夺得)?(?:首位|榜首|之首|第一名))`,
    `(?<fraction>(?:百分之|千分之|万分之)(?:${HAN}|${ARABIC})|[一二三四五六七八九十]分之[一二三四五六七八九十]|(?<![\\d./])\\d{1,2}/\\d{1,2}(?![\\d/]))`,
    `(?<number>(?:${ARABIC}|${HAN})(?:%?(?:[-—–―─~至到]{1,2})(?:${ARABIC}))?)(?<more>[余多来]?)(?:(?<percent>[%‰]|个?百分点|成(?!立|为|功|员|果|本|效|都|长))|(?<magnitude>${MAGNITUDE})[余多]?(?:(?<times>${TIMES})|(?<span>${SPANS})|(?<unit>(?:${COUNTS})(?:${PER})?)?))`,
  ].join('|'),
  'gu',
)

/** In reading order, none over another. */
export function findPrintedNumbers(text: string): PrintedRun[] {
  const found: PrintedRun[] = []
  for (const match of text.matchAll(RUN)) {
    const { index: start, 0: whole } = match
    const run = readRun(text, start, whole, match.groups ?? {})
    if (run !== null) found.push(run)
  }
  return found
}

function readRun(
  text: string,
  start: number,
  whole: string,
  {
    rank,
    fraction,
    number = '',
    percent,
    magnitude = '',
    times,
    span,
    unit = '',
  }: Partial<Record<string, string>>,
): PrintedRun | null {
  const end = start + whole.length
  const before = text.charAt(start - 1)
  if (rank !== undefined)
    return NO_RANK.test(text.slice(start, end + 4)) ? null : { start, end, unit: '', form: 'rank' }
  if (fraction !== undefined)
    return { start, end, unit: '', form: fraction.includes('百分之') ? 'share' : 'fraction' }
  if (/[a-z0-9.第·+/"“]/.test(before) && !/["“]/.test(before)) return null
  if (percent !== undefined)
    return isHan(number) && percent === '成' && text.charAt(start - 1) === '完'
      ? null
      : { start, end, unit: percent, form: 'share' }
  if (times !== undefined) return { start, end, unit: times, form: 'times' }
  if (span !== undefined) return readSpan(text, { start, end, number, span })
  if (MARKS.test(text.slice(end - 1))) return null
  const full = magnitude + unit
  if (isHan(number)) {
    // 一批, 三农 and 万众 are words; 两家, 五次 may be numbers.
    const isLong = number.length > 1 && /[十百千万亿]/u.test(number) && !/^[百千万亿]+$/u.test(number)
    if (!isLong && (full === '' || number === '一' || /^[百千万亿]+$/u.test(number))) return null
    if (HAN_WORDS.test(text.slice(start, end + 2))) return null
  }
  // 8 of 第8医院, 2022 of a name: what counts or measures has a unit.
  if (full === '' && !/[.·]/.test(number)) return null
  // A year, a number in a name.
  if (unit === '' && magnitude === '' && /[a-z年月日时届号级+·:/.]/.test(text.charAt(end))) return null
  return { start, end, unit: full, form: 'amount' }
}

const MARKS = new RegExp(`^${MARKS_PASSED}`, 'u')
const NO_RANK =
  /^(?:第[一二三]产业|第[一二三]方|第一(?:书记|时间|批|线|责任|资源|动力|生产力|要务|个五年|课|位的)|第[^位名个大]{1,3}[届次批季期条章阶届轮]|前.{1,3}[年月天个]|第.{1,3}个?(?:五年|阶段|季度|一年|年头))/u
const HAN_WORDS =
  /^(?:[一二三四五六七八九十]+[五届]规划|[一两三四五六七八九十][个项大方]?(?:方面|是|步|农|级|类|手|体系|通|化|保|公|会|险|改|届|五)|十[一二三四五]?五|百[年姓家]|万[众物一家])/u

function isHan(number: string): boolean {
  return !/\d/.test(number)
}

function readSpan(
  text: string,
  { start, end, number, span }: { start: number; end: number; number: string; span: string },
): PrintedRun | null {
  const isYear = span.startsWith('年') && /^(?:19|20)\d\d/.test(number)
  const isDate = /^(?:[年月日]$)/.test(span) && /^(?:月|日)/.test(span)
  const isNumeral = isHan(number) && (number.length > 3 || /^[一百千万亿]+$/u.test(number))
  if (isYear || isDate || isNumeral || /(?<!提)前$|去$/.test(text.slice(start - 2, start))) return null
  return { start, end, unit: span, form: 'span' }
}

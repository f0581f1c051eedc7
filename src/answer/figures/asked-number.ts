/** Reads from a question what sort of number it asks for: of which form, in which unit, how much or how much more. */

import { namesRate } from '../../search/verdict/quantity.ts'
import type { Form, PrintedRun } from './printed-numbers.ts'

export interface AskedNumber {
  /** null where the question leaves it open. */
  readonly form: Form | null
  /** As typed, magnitude left out: 家 of 多少家; '' where none is. */
  readonly unit: string
  readonly isGrowth: boolean
  /** Whether what is asked about may be told in money. */
  readonly mayBeMoney: boolean
}

const FORMS: readonly (readonly [form: Form, asks: RegExp])[] = [
  ['rank', /第几|排(?:名|在|到)?(?:第)?几|排名|名次|位次|排到?哪|第多少/u],
  ['times', /(?:多少|几)倍|(?:多少|几)番|倍数/u],
  ['fraction', /几分之|(?:多少|几)成(?!立|为|功|员)/u],
  [
    'share',
    /百分之|(?:多少|几)个?(?:百分)?点|百分点|%|占比|比重|比例|(?:增速|增幅|涨幅|降幅)|(?:占|占了|占到)(?:多少|几)(?![\p{sc=Han}]*[亿万元家个人亩户吨])/u,
  ],
  [
    'span',
    /多久|多长时间|(?:多少|(?<![近前这好十])几)(?:年|个?月|天|日|周|个?小时|分钟|个工作日)|时长|工期/u,
  ],
]
const UNIT =
  /(?:多少|(?<![近前这好])几|多少个|几个)[个十百千]?[万亿]?(?<unit>人次|车次|场次|美元|新?卢布|平方公里|平方米|平米|平|公里|千米|立方米|标准?箱|个百分点|微克|项|人|[场次户家亩吨元钱块台套名座条只头匹张辆架栋所处间件株棵斤度米届位颗枚艘门口部篇本幢层支宗起例单笔款种类群片片个对])/u
/** What is measured where no unit is typed. */
const MEASURED: readonly (readonly [unit: string, of: RegExp])[] = [
  [
    '钱',
    /(?:多少|几)个?[十百千]?万?亿(?!\p{sc=Han}*?[吨斤人度方米])|多少块?钱|(?:资金|花费|费用|投资|金额)(?:一?共|总共|总计|大概)*(?:是|有|为|达到?)?多少(?!\p{sc=Han})/u,
  ],
  ['公里', /多长(?!时|久)|(?:里程|长度)(?:一?共|是|有|为|达到?)*(?:多少)?[?？]?$/u],
  ['亩', /面积(?:一?共|是|有|为|达到?)*(?:多少|多大)?[?？]?$/u],
  ['人', /(?:人数|人口)(?:一?共|是|有|为|达到?)*(?:多少)?[?？]?$/u],
]
const GROWTH =
  /增速|增幅|增长率|(?:增长|上涨|上升|下降|降低|减少|压缩|提高|下滑|提升|压减)(?![到至])|涨幅|降幅|同比|(?:[涨降减增少跌多]|[少多]\p{sc=Han})了?(?=多少|百分|几)|[高低快慢]?(?:多少|几)个?(?:百分)?点/u

/** @param question folded, without spaces. */
export function readAskedNumber(question: string): AskedNumber {
  const form = FORMS.find(([, asks]) => asks.test(question))?.[0] ?? null
  const isGrowth = GROWTH.test(question)
  const typed = UNIT.exec(question)?.groups?.unit ?? ''
  const unit = typed === '' ? (MEASURED.find(([, of]) => of.test(question))?.[0] ?? '') : typed
  const isRate =
    form === null && unit === '' && namesRate(question.replace(/(?:是?多少|\d{4}年?|[?？])+$/u, ''))
  return {
    form: isRate ? 'share' : (form ?? (unit === '' ? null : 'amount')),
    unit,
    isGrowth,
    mayBeMoney: TOLD_IN_MONEY.test(question),
  }
}

const MONEY = /[元钱币镑]|卢布/u
const TOLD_IN_MONEY =
  /钱|元|亿|资|[金款额值费价税债]|收入|支出|投入|gdp|经济|产业|工资|标准|补[贴助]|花|效益|固投|社零|规模|预算|订单|成交|水平/u

const DIMENSIONS: readonly RegExp[] = [
  MONEY,
  /公里$|千米|^米|km/u,
  /亩|公顷|平方|平米|^平$/u,
  /吨|斤|克/u,
  /^(?:人|名|位|人次|户次)/u,
  /%|百分点|点$/u,
]

/** 1 of the form and unit asked for, less of a unit that counts the like, -1 of another; 0 where nothing is known of it. */
export function fitOf({ form, unit }: Pick<PrintedRun, 'form' | 'unit'>, asked: AskedNumber): number {
  if (asked.form === null) {
    if (form === 'rank') return -1
    return form === 'share' || (form === 'amount' && (asked.mayBeMoney || !MONEY.test(unit))) ? 0 : -0.1
  }
  if (asked.form !== form) return asked.form === 'fraction' && form === 'share' ? 0.6 : -1
  if (asked.form !== 'amount')
    return asked.unit !== '' && form === 'span' && !unit.includes(asked.unit) ? 0.3 : 1
  const bare = unit.replace(/^[十百千万亿]+/u, '')
  if (asked.unit === bare) return 1
  if (bare === '') return 0.4
  const [own, wanted] = [bare, asked.unit].map((one) => DIMENSIONS.findIndex((of) => of.test(one)))
  if (wanted === own) return wanted === -1 ? (asked.unit === '个' || bare === '个' ? 0.6 : -0.3) : 0.8
  return asked.unit === '个' && own === 4 ? 0.3 : -1
}

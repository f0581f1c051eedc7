/** Tells whether a figure counts the thing that a question asks for: by its unit, its noun, and what was done. */
import { readAmount } from '../../figures/amount.ts'
import { isOfOtherDeed, isOfOtherStage } from '../../figures/doing-word.ts'
import { fits, type UnitKind } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { namesRate } from '../../search/verdict/quantity.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { FigureQuestion } from './figure-question.ts'

/** Nouns of so many things that they tell none apart: 棉花产量 is not answered by 林果产量. */
const COMMON =
  '(?:总?产量|总?产值|面积|总?数量?|人数|总?人口|总?资金|总?收入|总?投资|金额|总额|规模|比例|比重|标准|价格|经费|费用|能力|长度|里程|个数)'
export const COMMON_NOUN = new RegExp(`^${COMMON}$`, 'u')
export const COMMON_NOUN_AT_END = new RegExp(`${COMMON}$`, 'u')

/** Words that tell no thing by themselves, but where or among what it is. */
const GENERAL = /^(?:产业|行业|农村|城镇|城乡|城市)$/u

/** The words that tell which thing a question is about; empty where none does. */
export function tellingOf(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !COMMON_NOUN.test(word))
  return telling.every((word) => GENERAL.test(word)) ? [] : thingsIn(telling)
}

/** What some of the common nouns count. */
const KINDS_OF_NOUNS: readonly (readonly [noun: RegExp, kind: UnitKind])[] = [
  [/(?:收入|投资|资金|金额|经费|费用|花费|支出|产值|价格)$/u, 'money'],
  [/面积$/u, 'area'],
  [/人数$/u, 'people'],
]

/** No 旅游厕所19个 for 旅游收入, and no 村庄绿化15个 for 绿化率. A share of anything may be stated. */
export function isCountedOtherwise(
  { figure: { unit, indicator, quote } }: StatedFigure,
  { query, runs, words, scopes }: FigureQuestion,
): boolean {
  const said = foldPhrase(`${indicator}${quote}`)
  if (words.some((word) => isOfOtherDeed(word, said)) || isOfOtherStage(foldPhrase(query.text), said))
    return true
  if (unit === null || fits('percent', unit, false)) return false
  // So much a head is no number of heads, and so much grown is no sum of money.
  if (scopes.some((scope) => scope.includes('人')) && fits('people', unit, false)) return true
  if (words.some((word) => word.endsWith('产量')) && fits('money', unit, false)) return true
  // 贫困发生率降到多少.
  if (runs.some((run) => namesRate(run.replace(REACHING, '')))) return true
  if (words.some((word) => /(?:里程|长度)$/u.test(word)) && !/米$|公里$/u.test(unit)) return true
  return KINDS_OF_NOUNS.some(
    ([noun, kind]) => words.some((word) => noun.test(word)) && !fits(kind, unit, false),
  )
}

const REACHING = /(?:提[高升]|增[加长]|上升|下降|降低|减少|[降升涨增提减稳])[到至在]$/u

/** Whether a figure's unit is the one asked for. */
export function isOfUnit(printed: string | null, asked: string | null): boolean {
  if (asked === null || asked === '个') return true
  if (printed === null) return false
  if (asked === '钱') return fits('money', printed, false)
  // 家 and 名 are 个 and 人.
  const [own, wanted] = [printed, asked].map((unit) => readAmount('1', unit)?.unit ?? unit)
  return own === wanted || (own === '人次' && wanted === '人') || printed.startsWith(asked)
}

/** What is done to many things tells none apart: 改造棚户区 is not answered by 户厕改造. */
const DEEDS =
  /改造|建设|新建|建成|修建|实施|完成|推广|发放|新增|开工|开展|培育|引进|种植|栽植|治理|整治|维修|提升|安装|铺设/gu

/** The words that tell what a question is about, and not only what was done to it; all where none does. */
export function thingsIn(words: readonly string[]): readonly string[] {
  const things = words.filter((word) => withoutDeeds(word) !== '')
  return things.length > 0 ? things : words
}

/** The text without what was done; empty where it says nothing else. */
export function withoutDeeds(text: string): string {
  return text.replace(DEEDS, '')
}

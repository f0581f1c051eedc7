/** Tells whether a figure counts the thing that a question asks for: by its unit, its noun, and what was done. */
import { isOfOtherDeed, isOfOtherStage } from '../../figures/doing-word.ts'
import { fits, type UnitKind } from '../../figures/indicators.ts'
import type { StatedFigure } from '../../search/backend.ts'
import { namesRate } from '../../search/verdict/quantity.ts'
import { foldPhrase } from '../../text/normalizer.ts'
import type { FigureQuestion } from './figure-question.ts'

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
